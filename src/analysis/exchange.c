/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/exchange.h"

#include "analysis/exchange_block.h"

#include "base/error.h"

static ParleyExchangeBlock *
block_at (const ParleyExchange *self, guint block)
{
  return g_ptr_array_index (self->blocks, block);
}

/* What a known number can become: every value of the grid, and what it is. Choices: NULL, for
 * every option. */
static ParleyTerms *
terms_of (const ParleyIssue *issue, const ParleyAxis *known)
{
  ParleyTerms *terms = NULL;

  if (issue->kind != PARLEY_ISSUE_RANGE)
    return NULL;
  terms = parley_terms_new_numbers ();
  for (guint i = 0; i < issue->grid->len; i++)
    {
      mpq_srcptr number = g_ptr_array_index (issue->grid, i);

      parley_terms_add_interval (terms, number, number);
    }
  parley_terms_add_interval (terms, known->numbers[0], known->numbers[0]);
  return terms;
}

static ParleyDomain *
domain_new (const ParleyScenario *scenario, const ParleyDraft *draft, const ParleyDomain *drafted)
{
  g_autoptr(GPtrArray) terms = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_terms_free);

  for (guint i = 0; i < scenario->issues->len; i++)
    {
      int axis = drafted->axis_of_issue[i];
      const ParleyDraftTerm *term = draft->terms[i];

      if (axis >= 0 && drafted->axes[axis].n_options == 1)
        g_ptr_array_add (terms,
                         terms_of (parley_scenario_issue (scenario, i), &drafted->axes[axis]));
      else
        g_ptr_array_add (terms, term == NULL ? NULL : parley_terms_copy (term->is));
    }
  return parley_domain_new_terms (scenario, (const ParleyTerms *const *) terms->pdata);
}

static void
find_base (ParleyExchange *self, const ParleyDomain *drafted)
{
  const ParleyDomain *domain = self->space->domain;

  self->base = g_new (guint, domain->n_axes);
  for (guint a = 0; a < domain->n_axes; a++)
    self->base[a] = drafted->axes[a].n_options == 1
                        ? parley_axis_find (&domain->axes[a], &drafted->axes[a], 0)
                        : PARLEY_OPEN_TERM;
}

static void
make_blocks (ParleyExchange *self)
{
  self->block = g_new (guint, self->space->domain->n_axes);
  for (guint b = 0; b < self->space->blocks->len; b++)
    {
      const ParleyIssueBlock *axes = g_ptr_array_index (self->space->blocks, b);

      g_ptr_array_add (self->blocks, parley_exchange_block_new (self, axes));
      for (guint i = 0; i < axes->n_axes; i++)
        self->block[axes->axes[i]] = b;
    }
}

/* What reads no axis is the same whatever changes, and belongs to no block. */
static void
fill_blocks (ParleyExchange *self)
{
  for (guint f = 0; f < self->space->factors->len; f++)
    {
      const ParleyFactor *factor = g_ptr_array_index (self->space->factors, f);

      if (factor->n_axes > 0)
        g_array_append_val (block_at (self, self->block[factor->axes[0]])->factors, f);
    }
  for (guint c = 0; c < self->space->couplings->len; c++)
    {
      const ParleyCoupling *coupling = g_ptr_array_index (self->space->couplings, c);

      if (coupling->n_axes > 0)
        g_array_append_val (block_at (self, self->block[coupling->axes[0]])->couplings, c);
    }
}

static gboolean
is_feasible (const ParleyExchange *self)
{
  for (guint c = 0; c < self->space->couplings->len; c++)
    {
      const ParleyCoupling *coupling = g_ptr_array_index (self->space->couplings, c);

      if (coupling->n_axes == 0 && coupling->effect == PARLEY_EFFECT_FORBID
          && parley_predicate_matches (coupling->predicate, self->options))
        return FALSE;
    }
  for (guint b = 0; b < self->blocks->len; b++)
    if (block_at (self, b)->n_completions == 0)
      return FALSE;
  return TRUE;
}

static gboolean
complete (ParleyExchange *self, const ParleyDraft *draft, GError **error)
{
  self->options = g_new0 (guint, self->space->domain->n_axes);
  self->scores = g_new0 (ParleyScore, self->utilities->len);
  for (guint b = 0; b < self->blocks->len; b++)
    if (!parley_exchange_block_complete (block_at (self, b), self, error))
      return FALSE;
  if (is_feasible (self))
    return TRUE;
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
               "the rules leave no completion of the draft \"%s\", so that there is nothing to "
               "change",
               draft->id);
  return FALSE;
}

ParleyExchange *
parley_exchange_new (const ParleyScenario *scenario, const ParleyDraft *draft, GError **error)
{
  g_autoptr(ParleyExchange) self = g_new0 (ParleyExchange, 1);
  g_autoptr(ParleyDomain) drafted = parley_domain_new_draft (scenario, draft);

  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_exchange_block_free);
  self->space
      = parley_space_new (scenario, domain_new (scenario, draft, drafted), draft, NULL, error);
  if (self->space == NULL)
    return NULL;
  self->utilities = parley_utilities_new (self->space, parley_scenario_date_of (scenario, draft));
  find_base (self, drafted);
  make_blocks (self);
  fill_blocks (self);
  return complete (self, draft, error) ? g_steal_pointer (&self) : NULL;
}

void
parley_exchange_free (ParleyExchange *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->blocks);
  g_clear_pointer (&self->utilities, g_ptr_array_unref);
  parley_space_free (self->space);
  g_free (self->base);
  g_free (self->block);
  g_free (self->options);
  g_free (self->scores);
  g_free (self);
}

/* Whether a coupling that matches after a change, and @before as well or not, is in the way. What
 * is known of a draft (`given`), which stands behind the rules, binds only the draft itself. */
static gboolean
is_in_the_way (const ParleyExchange *self, guint index, gboolean before)
{
  const ParleyCoupling *coupling = g_ptr_array_index (self->space->couplings, index);
  const ParleyScenario *scenario = self->space->scenario;

  if (coupling->effect == PARLEY_EFFECT_FORBID)
    return index < scenario->rules->len;
  return coupling->effect == PARLEY_EFFECT_RED_LINE && !before
         && parley_party_decides (parley_scenario_party (scenario, coupling->party));
}

/* Sets the scores to those of the options in one completion. Returns: whether these are allowed. */
static gboolean
weigh (ParleyExchange *self, const ParleyExchangeBlock *block, guint completion)
{
  gboolean allowed = TRUE;

  parley_exchange_block_add_up (block, self);
  for (guint i = 0; i < block->couplings->len; i++)
    {
      guint index = parley_exchange_block_coupling (block, i);
      const ParleyCoupling *coupling = g_ptr_array_index (self->space->couplings, index);

      if (!parley_predicate_matches (coupling->predicate, self->options))
        continue;
      if (coupling->effect == PARLEY_EFFECT_ADJUST)
        parley_exchange_block_adjust (block, self, i);
      else if (is_in_the_way (self, index,
                              g_array_index (block->matches, gboolean,
                                             completion * block->couplings->len + i)))
        allowed = FALSE;
    }
  return allowed;
}

static void
set_options (ParleyExchange            *self,
             const ParleyExchangeBlock *block,
             guint                      completion,
             const ParleyMove          *moves,
             guint                      n_moves)
{
  for (guint i = 0; i < block->axes->n_axes; i++)
    self->options[block->axes->axes[i]] = self->base[block->axes->axes[i]];
  for (guint i = 0; i < block->open->len; i++)
    self->options[g_array_index (block->open, guint, i)]
        = g_array_index (block->completions, guint, completion * block->open->len + i);
  for (guint i = 0; i < n_moves; i++)
    if (block_at (self, self->block[moves[i].axis]) == block)
      self->options[moves[i].axis] = moves[i].option;
}

/* Adds to @gains what the moves within one block bring at least. */
static gboolean
try_block (ParleyExchange            *self,
           const ParleyExchangeBlock *block,
           const ParleyMove          *moves,
           guint                      n_moves,
           ParleyScore               *gains)
{
  guint n_slots = self->utilities->len;
  g_autofree ParleyScore *least = g_new0 (ParleyScore, n_slots);
  gboolean allowed = TRUE;

  for (guint c = 0; c < block->n_completions; c++)
    {
      set_options (self, block, c, moves, n_moves);
      allowed &= weigh (self, block, c);
      for (guint s = 0; s < n_slots; s++)
        {
          ParleyScore before = g_array_index (block->scores, ParleyScore, c * n_slots + s);

          least[s] = c == 0 ? self->scores[s] - before : MIN (least[s], self->scores[s] - before);
        }
    }
  for (guint s = 0; s < n_slots; s++)
    gains[s] += least[s];
  return allowed;
}

gboolean
parley_exchange_try (ParleyExchange   *self,
                     const ParleyMove *moves,
                     guint             n_moves,
                     ParleyScore      *gains)
{
  gboolean allowed = TRUE;

  for (guint s = 0; s < self->utilities->len; s++)
    gains[s] = 0;
  for (guint i = 0; i < n_moves; i++)
    {
      guint block = self->block[moves[i].axis];
      gboolean done = FALSE;

      for (guint j = 0; j < i && !done; j++)
        done = self->block[moves[j].axis] == block;
      if (!done)
        allowed &= try_block (self, block_at (self, block), moves, n_moves, gains);
    }
  return allowed;
}

gsize
parley_exchange_work (const ParleyExchange *self, guint axis)
{
  const ParleyExchangeBlock *block = block_at (self, self->block[axis]);
  gsize parts = block->axes->n_axes + block->factors->len;

  return (parts * self->utilities->len + block->couplings->len) * block->n_completions;
}

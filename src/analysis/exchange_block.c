/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/exchange_block.h"

#include "base/error.h"

#define MOST_READINGS 100000

ParleyExchangeBlock *
parley_exchange_block_new (const ParleyExchange *exchange, const ParleyIssueBlock *axes)
{
  ParleyExchangeBlock *self = g_new0 (ParleyExchangeBlock, 1);

  self->axes = axes;
  self->open = g_array_new (FALSE, FALSE, sizeof (guint));
  self->factors = g_array_new (FALSE, FALSE, sizeof (guint));
  self->couplings = g_array_new (FALSE, FALSE, sizeof (guint));
  self->completions = g_array_new (FALSE, FALSE, sizeof (guint));
  self->scores = g_array_new (FALSE, FALSE, sizeof (ParleyScore));
  self->matches = g_array_new (FALSE, FALSE, sizeof (gboolean));
  for (guint i = 0; i < axes->n_axes; i++)
    if (exchange->base[axes->axes[i]] == PARLEY_OPEN_TERM)
      g_array_append_val (self->open, axes->axes[i]);
  return self;
}

void
parley_exchange_block_free (ParleyExchangeBlock *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->open);
  g_array_unref (self->factors);
  g_array_unref (self->couplings);
  g_array_unref (self->completions);
  g_array_unref (self->scores);
  g_array_unref (self->matches);
  g_free (self);
}

static const ParleyUtility *
utility_at (const ParleyExchange *exchange, guint slot)
{
  return g_ptr_array_index (exchange->utilities, slot);
}

void
parley_exchange_block_add_up (const ParleyExchangeBlock *self, ParleyExchange *exchange)
{
  for (guint s = 0; s < exchange->utilities->len; s++)
    {
      const ParleyUtility *utility = utility_at (exchange, s);
      ParleyScore *score = &exchange->scores[s];

      *score = 0;
      for (guint i = 0; i < self->axes->n_axes; i++)
        {
          const ParleyScore *table = utility->axes[self->axes->axes[i]];

          *score += table == NULL ? 0 : table[exchange->options[self->axes->axes[i]]];
        }
      for (guint i = 0; i < self->factors->len; i++)
        {
          guint factor = g_array_index (self->factors, guint, i);

          if (utility->factors[factor] != NULL)
            *score += utility->factors[factor][parley_factor_value (
                g_ptr_array_index (exchange->space->factors, factor), exchange->options)];
        }
    }
}

void
parley_exchange_block_adjust (const ParleyExchangeBlock *self,
                              ParleyExchange *exchange,
                              guint index)
{
  for (guint s = 0; s < exchange->utilities->len; s++)
    exchange->scores[s]
        += utility_at (exchange, s)->points[parley_exchange_block_coupling (self, index)];
}

/* Adds the completion that the exchange's options are, when it is feasible. */
static void
add_completion (ParleyExchangeBlock *self, ParleyExchange *exchange)
{
  guint n_before = self->matches->len;

  parley_exchange_block_add_up (self, exchange);
  for (guint i = 0; i < self->couplings->len; i++)
    {
      const ParleyCoupling *coupling = g_ptr_array_index (exchange->space->couplings,
                                                          parley_exchange_block_coupling (self, i));
      gboolean matches = parley_predicate_matches (coupling->predicate, exchange->options);

      if (matches && coupling->effect == PARLEY_EFFECT_FORBID)
        {
          g_array_set_size (self->matches, n_before);
          return;
        }
      if (matches && coupling->effect == PARLEY_EFFECT_ADJUST)
        parley_exchange_block_adjust (self, exchange, i);
      g_array_append_val (self->matches, matches);
    }
  g_array_append_vals (self->scores, exchange->scores, exchange->utilities->len);
  for (guint i = 0; i < self->open->len; i++)
    g_array_append_val (self->completions, exchange->options[g_array_index (self->open, guint, i)]);
  self->n_completions++;
}

/* The next reading of the open terms, the last axis first. Returns: FALSE behind the last. */
static gboolean
advance (const ParleyExchangeBlock *self, ParleyExchange *exchange)
{
  for (guint i = self->open->len; i-- > 0;)
    {
      guint axis = g_array_index (self->open, guint, i);

      if (++exchange->options[axis] < exchange->space->domain->axes[axis].n_options)
        return TRUE;
      exchange->options[axis] = 0;
    }
  return FALSE;
}

static gboolean
is_small (const ParleyExchangeBlock *self, const ParleyExchange *exchange)
{
  gsize n = 1;

  for (guint i = 0; i < self->open->len && n <= MOST_READINGS; i++)
    n *= exchange->space->domain->axes[g_array_index (self->open, guint, i)].n_options;
  return n <= MOST_READINGS;
}

static gboolean
refuse (const ParleyExchangeBlock *self, const ParleyExchange *exchange, GError **error)
{
  guint issue = exchange->space->domain->axes[g_array_index (self->open, guint, 0)].issue;

  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
               "the draft leaves too much open to say what changes bring: the issues that hang "
               "together with \"%s\" can be read in more than 100,000 ways",
               parley_scenario_issue (exchange->space->scenario, issue)->id);
  return FALSE;
}

gboolean
parley_exchange_block_complete (ParleyExchangeBlock *self, ParleyExchange *exchange, GError **error)
{
  if (!is_small (self, exchange))
    return refuse (self, exchange, error);
  for (guint i = 0; i < self->axes->n_axes; i++)
    {
      guint axis = self->axes->axes[i];

      exchange->options[axis] = exchange->base[axis] == PARLEY_OPEN_TERM ? 0 : exchange->base[axis];
    }
  do
    add_completion (self, exchange);
  while (advance (self, exchange));
  return TRUE;
}

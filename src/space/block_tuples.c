/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/block_tuples.h"

#include "base/error.h"

typedef struct
{
  const ParleyConcerns *concerns;
  ParleyBlockTuples  *found;
  GArray             *couplings; /* of guint: those of the block */
  GArray             *factors;   /* likewise */
  guint              *options;   /* [axis of the space] */
  guint               most_changes;
  gsize              *work;
} Search;

static void
tuple_free (ParleyTuplePart *self)
{
  g_free (self->options);
  g_free (self->gains);
  g_free (self);
}

/* What holds whatever is chosen belongs to the first block. */
static gboolean
belongs (const guint *axes, guint n_axes, const ParleyIssueBlock *block, gboolean is_first)
{
  if (n_axes == 0)
    return is_first;
  for (guint i = 0; i < block->n_axes; i++)
    if (block->axes[i] == axes[0])
      return TRUE;
  return FALSE;
}

static void
find_members (Search *self, gboolean is_first)
{
  const ParleySpace *space = self->concerns->space;
  const ParleyIssueBlock *block = self->found->block;

  for (guint c = 0; c < space->couplings->len; c++)
    {
      const ParleyCoupling *coupling = g_ptr_array_index (space->couplings, c);

      if (belongs (coupling->axes, coupling->n_axes, block, is_first))
        g_array_append_val (self->couplings, c);
    }
  for (guint f = 0; f < space->factors->len; f++)
    {
      const ParleyFactor *factor = g_ptr_array_index (space->factors, f);

      if (belongs (factor->axes, factor->n_axes, block, is_first))
        g_array_append_val (self->factors, f);
    }
}

/* What the axes and derived issues bring. */
static ParleyScore
score_of (const Search *self, const ParleyUtility *utility)
{
  const ParleyIssueBlock *block = self->found->block;
  ParleyScore score = 0;

  for (guint i = 0; i < block->n_axes; i++)
    {
      guint axis = block->axes[i];

      score += utility->axes[axis] == NULL ? 0 : utility->axes[axis][self->options[axis]];
    }
  for (guint i = 0; i < self->factors->len; i++)
    {
      guint f = g_array_index (self->factors, guint, i);
      const ParleyFactor *factor = g_ptr_array_index (self->concerns->space->factors, f);

      if (utility->factors[f] != NULL)
        score += utility->factors[f][parley_factor_value (factor, self->options)];
    }
  return score;
}

/* What the conditions that hold do; FALSE when one forbids the tuple. */
static gboolean
apply_couplings (const Search *self, ParleyScore *points, guint64 *crossed, guint64 *waived)
{
  for (guint i = 0; i < self->couplings->len; i++)
    {
      guint c = g_array_index (self->couplings, guint, i);
      const ParleyCoupling *coupling = g_ptr_array_index (self->concerns->space->couplings, c);

      if (!parley_predicate_matches (coupling->predicate, self->options))
        continue;
      if (coupling->effect == PARLEY_EFFECT_FORBID)
        return FALSE;
      if (coupling->effect == PARLEY_EFFECT_RED_LINE)
        *crossed |= (guint64) 1 << coupling->party;
      if (coupling->effect == PARLEY_EFFECT_WAIVE)
        *waived |= (guint64) 1 << coupling->party;
      for (guint d = 0; d < self->concerns->n; d++)
        points[d] += parley_concerns_utility (self->concerns, d)->points[c];
    }
  return TRUE;
}

static void
add_tuple (Search *self)
{
  const ParleyIssueBlock *block = self->found->block;
  ParleyScore *gains = g_new0 (ParleyScore, self->concerns->n);
  ParleyTuplePart *tuple = NULL;
  guint64 crossed = 0;
  guint64 waived = 0;

  if (!apply_couplings (self, gains, &crossed, &waived))
    {
      g_free (gains);
      return;
    }
  for (guint d = 0; d < self->concerns->n; d++)
    {
      const ParleyConcern *concern = &self->concerns->all[d];
      const ParleyUtility *utility = parley_concerns_utility (self->concerns, d);

      gains[d] = concern->scored ? gains[d] + score_of (self, utility) : 0;
      gains[d] -= (crossed >> utility->party & 1) != 0 ? concern->crossed : 0;
      gains[d] += (waived >> utility->party & 1) != 0 ? concern->waived : 0;
    }
  tuple = g_new0 (ParleyTuplePart, 1);
  tuple->options = g_new (guint, block->n_axes);
  for (guint i = 0; i < block->n_axes; i++)
    tuple->options[i] = self->options[block->axes[i]];
  tuple->gains = gains;
  tuple->refused = (crossed & self->concerns->refusing) != 0;
  g_ptr_array_add (self->found->tuples, tuple);
}

/* Chooses the options from axis @i of the block on. Returns: FALSE when that is too much. */
static gboolean
choose (Search *self, guint i, guint n_changed)
{
  const ParleyIssueBlock *block = self->found->block;
  guint axis = i < block->n_axes ? block->axes[i] : 0;

  if (i == block->n_axes)
    {
      if (*self->work == 0)
        return FALSE;
      --*self->work;
      add_tuple (self);
      return TRUE;
    }
  for (guint o = 0; o < self->concerns->space->domain->axes[axis].n_options; o++)
    {
      guint n = n_changed + (self->concerns->kept[axis][o] ? 0 : 1);

      self->options[axis] = o;
      if (n <= self->most_changes && !choose (self, i + 1, n))
        return FALSE;
    }
  return TRUE;
}

void
parley_block_set_error (const ParleySpace *space, guint block, GError **error)
{
  const ParleyIssueBlock *one = g_ptr_array_index (space->blocks, block);
  guint issue = space->domain->axes[one->axes[0]].issue;

  g_set_error (
      error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
      "the %u issues that hang together with \"%s\" can be changed in too many ways; fewer "
      "changes (--max), fewer issues (--only, --keep) or fewer terms (--among) make it less",
      one->n_axes, parley_scenario_issue (space->scenario, issue)->id);
}

ParleyBlockTuples *
parley_block_tuples_new (const ParleyConcerns *concerns,
                         guint               block,
                         guint               most_changes,
                         gsize              *work, /* NOLINT(readability-non-const-parameter): counted down */
                         GError            **error)
{
  g_autoptr(ParleyBlockTuples) self = g_new0 (ParleyBlockTuples, 1);
  g_autoptr(GArray) couplings = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) factors = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *options = g_new0 (guint, concerns->space->domain->n_axes);
  Search search = { concerns, self, couplings, factors, options, most_changes, work };

  self->block = g_ptr_array_index (concerns->space->blocks, block);
  self->tuples = g_ptr_array_new_with_free_func ((GDestroyNotify) tuple_free);
  find_members (&search, block == 0);
  if (choose (&search, 0, 0))
    return g_steal_pointer (&self);
  parley_block_set_error (concerns->space, block, error);
  return NULL;
}

void
parley_block_tuples_free (ParleyBlockTuples *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->tuples);
  g_free (self);
}

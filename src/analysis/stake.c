/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stake.h"

static const ParleyFactor *
factor_at (const ParleySpace *space, guint factor)
{
  return g_ptr_array_index (space->factors, factor);
}

guint
parley_stake_n_options (const ParleyStake *self, const ParleySpace *space)
{
  return self->derived ? factor_at (space, self->place)->values->len
                       : space->domain->axes[self->place].n_options;
}

mpq_srcptr
parley_stake_number (const ParleyStake *self, const ParleySpace *space, guint option)
{
  const ParleyAxis *axis = &space->domain->axes[self->derived ? 0 : self->place];

  if (self->derived)
    return g_ptr_array_index (factor_at (space, self->place)->values, option);
  return axis->numbers == NULL ? NULL : axis->numbers[option];
}

static const ParleyScore *
table_of (const ParleyStake *self, const ParleyUtility *side)
{
  return self->derived ? side->factors[self->place] : side->axes[self->place];
}

ParleyScore
parley_stake_score (const ParleyStake *self, const ParleyUtility *side, guint option)
{
  const ParleyScore *table = table_of (self, side);

  return table == NULL ? 0 : table[option];
}

/* What the best option scores over the worst. */
static ParleyScore
span_of (const ParleyStake *self, const ParleyUtility *side, guint n_options)
{
  ParleyScore low = parley_stake_score (self, side, 0);
  ParleyScore high = low;

  for (guint o = 1; o < n_options; o++)
    {
      low = MIN (low, parley_stake_score (self, side, o));
      high = MAX (high, parley_stake_score (self, side, o));
    }
  return high - low;
}

static guint
find_wish (const ParleyStake   *self,
           const ParleyUtility *side,
           const ParleyUtility *other,
           guint                n_options)
{
  guint wish = 0;

  for (guint o = 1; o < n_options; o++)
    {
      ParleyScore more = parley_stake_score (self, side, o) - parley_stake_score (self, side, wish);

      if (more > 0
          || (more == 0
              && parley_stake_score (self, other, o) > parley_stake_score (self, other, wish)))
        wish = o;
    }
  return wish;
}

static void
measure (ParleyStake *self, const ParleySpace *space, const ParleyUtility *const *sides)
{
  guint n = parley_stake_n_options (self, space);
  ParleyScore spans[2] = { span_of (self, sides[0], n), span_of (self, sides[1], n) };

  for (guint s = 0; s < 2; s++)
    self->wish[s] = find_wish (self, sides[s], sides[1 - s], n);
  if (spans[0] == 0 && spans[1] == 0)
    self->kind = PARLEY_STAKE_IDLE;
  else if (spans[0] == 0 || spans[1] == 0)
    self->kind = PARLEY_STAKE_ALONE;
  else
    self->kind = self->wish[0] == self->wish[1] ? PARLEY_STAKE_SHARED : PARLEY_STAKE_OPPOSED;
  for (guint s = 0; s < 2; s++)
    if (self->kind == PARLEY_STAKE_ALONE)
      self->points[s] = spans[s];
    else if (self->kind == PARLEY_STAKE_OPPOSED)
      self->points[s] = parley_stake_score (self, sides[s], self->wish[s])
                        - parley_stake_score (self, sides[s], self->wish[1 - s]);
}

/* Which of the two make something of what is listed in their tables. */
static gboolean
is_worth (const ParleySpace *space,
          const ParleyUtility *const *sides,
          gboolean derived,
          guint place)
{
  const ParleyStake stake = { .derived = derived, .place = place };
  guint n = parley_stake_n_options (&stake, space);

  return span_of (&stake, sides[0], n) != 0 || span_of (&stake, sides[1], n) != 0;
}

static gboolean
reads_axis (const ParleyFactor *factor, guint axis)
{
  for (guint i = 0; i < factor->n_axes; i++)
    if (factor->axes[i] == axis)
      return TRUE;
  return FALSE;
}

/* Whether the axes of @factor are worth something, in themselves or by way of another factor. */
static gboolean
is_tangled (const ParleySpace *space, const ParleyUtility *const *sides, guint factor)
{
  const ParleyFactor *self = factor_at (space, factor);

  for (guint i = 0; i < self->n_axes; i++)
    {
      if (is_worth (space, sides, FALSE, self->axes[i]))
        return TRUE;
      for (guint f = 0; f < space->factors->len; f++)
        if (f != factor && reads_axis (factor_at (space, f), self->axes[i])
            && is_worth (space, sides, TRUE, f))
          return TRUE;
    }
  return FALSE;
}

/* Whether a derived issue with all the worth of @axis stands for it. */
static gboolean
is_represented (const ParleySpace *space, const ParleyUtility *const *sides, guint axis)
{
  for (guint f = 0; f < space->factors->len; f++)
    if (reads_axis (factor_at (space, f), axis) && is_worth (space, sides, TRUE, f)
        && !is_tangled (space, sides, f))
      return TRUE;
  return FALSE;
}

static guint
find_factor (const ParleySpace *space, guint issue)
{
  guint f = 0;

  while (factor_at (space, f)->issue != issue)
    f++;
  return f;
}

GPtrArray *
parley_stakes_new (const ParleySpace *space, const ParleyUtility *const *sides)
{
  GPtrArray *stakes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < space->scenario->issues->len; i++)
    {
      int axis = space->domain->axis_of_issue[i];
      ParleyStake stake = { .issue = i, .derived = axis < 0 };

      stake.place = axis < 0 ? find_factor (space, i) : (guint) axis;
      if (axis >= 0 && is_represented (space, sides, stake.place))
        continue;
      if (axis < 0 && !is_worth (space, sides, TRUE, stake.place))
        continue;
      if (axis < 0 && is_tangled (space, sides, stake.place))
        stake.kind = PARLEY_STAKE_TANGLED;
      else
        measure (&stake, space, sides);
      g_ptr_array_add (stakes, g_memdup2 (&stake, sizeof stake));
    }
  return stakes;
}

/* How the first side's points on @a for each of the second's stand to those on @b. */
static int
compare_rates (const ParleyStake *a, const ParleyStake *b)
{
  int result = 0;
  mpz_t left, right, factor;

  mpz_inits (left, right, factor, NULL);
  parley_score_to_integer (a->points[0], left);
  parley_score_to_integer (b->points[1], factor);
  mpz_mul (left, left, factor);
  parley_score_to_integer (b->points[0], right);
  parley_score_to_integer (a->points[1], factor);
  mpz_mul (right, right, factor);
  result = mpz_cmp (left, right);
  mpz_clears (left, right, factor, NULL);
  return result;
}

static gint
greater_rate_first (gconstpointer a, gconstpointer b)
{
  const ParleyStake *x = *(ParleyStake *const *) a;
  const ParleyStake *y = *(ParleyStake *const *) b;
  int order = compare_rates (y, x);

  return order != 0 ? order : (x->issue > y->issue) - (x->issue < y->issue);
}

GPtrArray *
parley_stakes_by_rate (GPtrArray *stakes)
{
  GPtrArray *sorted = g_ptr_array_new ();

  for (guint i = 0; i < stakes->len; i++)
    {
      ParleyStake *stake = g_ptr_array_index (stakes, i);

      if (stake->points[0] > 0 || stake->points[1] > 0)
        g_ptr_array_add (sorted, stake);
    }
  g_ptr_array_sort (sorted, greater_rate_first);
  return sorted;
}

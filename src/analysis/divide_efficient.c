/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A division is efficient among mixtures when for some rate, above 0, that the first side's points
 * are taken at, each issue by itself gives both together the most that it can (what sides get adds
 * up and may be mixed, so the points that can be had fill a convex polygon, whose efficient points
 * are just those: A. Geoffrion, "Proper efficiency and the theory of vector maximization", Journal
 * of Mathematical Analysis and Applications 22, 1968).
 */
#include "analysis/divide_efficient.h"

/* The rates at which nothing is better so far: from @low, to @high where there is one. */
typedef struct
{
  mpq_t    low;
  mpq_t    high;
  gboolean bounded;
  gboolean none;
} Rates;

static const ParleyLot *
lot_at (const ParleyDivision *self, guint index)
{
  return g_ptr_array_index (self->lots, index);
}

/* How the first side's points on @a for each of the second's stand to those on @b. */
static int
compare_rates (const ParleyLot *a, const ParleyLot *b)
{
  int result = 0;
  mpq_t left, right;

  mpq_inits (left, right, NULL);
  mpq_mul (left, a->points[0], b->points[1]);
  mpq_mul (right, b->points[0], a->points[1]);
  result = mpq_cmp (left, right);
  mpq_clears (left, right, NULL);
  return result;
}

/* Whether no swap helps both: of whatever the second side has, the first gives at least as much for
 * whatever it has itself. Where parts add up, no larger trade helps when no swap of two does. */
static gboolean
is_efficient (const ParleyDivision *self)
{
  for (guint i = 0; i < self->lots->len; i++)
    for (guint j = 0; j < self->lots->len; j++)
      if (mpq_sgn (lot_at (self, i)->part[0]) > 0 && mpq_sgn (lot_at (self, j)->part[1]) > 0
          && compare_rates (lot_at (self, i), lot_at (self, j)) < 0)
        return FALSE;
  return TRUE;
}

/* Leaves the rates at which a change that costs the sides @losses (below 0 what they gain) does not
 * pay: rate * losses[0] + losses[1] >= 0. */
static void
narrow (Rates *self, mpq_t *losses)
{
  mpq_t rate;

  if (mpq_sgn (losses[0]) == 0)
    {
      self->none |= mpq_sgn (losses[1]) < 0;
      return;
    }
  mpq_init (rate);
  mpq_div (rate, losses[1], losses[0]);
  mpq_neg (rate, rate);
  if (mpq_sgn (losses[0]) > 0 && mpq_cmp (rate, self->low) > 0)
    mpq_set (self->low, rate);
  if (mpq_sgn (losses[0]) < 0 && (!self->bounded || mpq_cmp (rate, self->high) < 0))
    {
      mpq_set (self->high, rate);
      self->bounded = TRUE;
    }
  mpq_clear (rate);
}

/* By all options of an issue that both have points on; of another each has all that it wants. */
static void
narrow_by_lot (Rates *self, const ParleyDivision *division, const ParleyLot *lot)
{
  const ParleyUtility *sides[2] = { NULL, NULL };
  mpq_t parts[2];

  if (mpq_sgn (lot->points[0]) == 0 || mpq_sgn (lot->points[1]) == 0)
    return;
  for (guint s = 0; s < 2; s++)
    {
      sides[s] = g_ptr_array_index (division->utilities, division->parties[s]);
      mpq_init (parts[s]);
    }
  for (guint o = 0; o < parley_stake_n_options (lot->stake, division->space); o++)
    {
      parley_stake_parts (lot->stake, sides, o, parts);
      for (guint s = 0; s < 2; s++)
        {
          mpq_sub (parts[s], lot->part[s], parts[s]);
          mpq_mul (parts[s], parts[s], lot->points[s]);
        }
      narrow (self, parts);
    }
  mpq_clears (parts[0], parts[1], NULL);
}

static gboolean
is_efficient_among_mixtures (const ParleyDivision *self)
{
  Rates rates = { .bounded = FALSE };
  gboolean efficient = FALSE;

  mpq_inits (rates.low, rates.high, NULL);
  for (guint i = 0; i < self->lots->len; i++)
    narrow_by_lot (&rates, self, lot_at (self, i));
  efficient
      = !rates.none
        && (!rates.bounded || (mpq_sgn (rates.high) > 0 && mpq_cmp (rates.low, rates.high) <= 0));
  mpq_clears (rates.low, rates.high, NULL);
  return efficient;
}

void
parley_division_check_efficient (ParleyDivision *self)
{
  self->efficient = is_efficient (self);
  self->efficient_among_mixtures = self->efficient && is_efficient_among_mixtures (self);
}

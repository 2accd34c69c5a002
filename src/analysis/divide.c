/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/divide.h"

#include "analysis/divide_efficient.h"
static ParleyLot *
lot_at (const ParleyDivision *self, guint index)
{
  return g_ptr_array_index (self->lots, index);
}

static void
lot_free (gpointer data)
{
  ParleyLot *self = data;

  mpq_clears (self->points[0], self->points[1], self->part[0], self->part[1], NULL);
  g_free (self);
}

/* The lots */

static void
add_up (const ParleyDivision *self, ParleyScore *sums)
{
  for (guint i = 0; i < self->stakes->len; i++)
    for (guint s = 0; s < 2; s++)
      sums[s] += ((const ParleyStake *) g_ptr_array_index (self->stakes, i))->points[s];
}

static ParleyLot *
lot_new (const ParleyStake *stake, const ParleyScore *sums)
{
  ParleyLot *self = g_new0 (ParleyLot, 1);
  mpq_t hundred;

  mpq_init (hundred);
  mpq_set_ui (hundred, 100, 1);
  self->stake = stake;
  for (guint s = 0; s < 2; s++)
    {
      mpq_inits (self->points[s], self->part[s], NULL);
      parley_score_ratio (stake->points[s], sums[s], self->points[s]);
      mpq_mul (self->points[s], self->points[s], hundred);
    }
  self->first = mpq_equal (self->points[0], self->points[1])
                    ? -1
                    : mpq_cmp (self->points[0], self->points[1]) < 0;
  mpq_clear (hundred);
  return self;
}

static void
make_lots (ParleyDivision *self)
{
  ParleyScore sums[2] = { 0, 0 };
  g_autoptr(GPtrArray) sorted = parley_stakes_by_rate (self->stakes);

  add_up (self, sums);
  for (guint i = 0; sums[0] > 0 && sums[1] > 0 && i < sorted->len; i++)
    g_ptr_array_add (self->lots, lot_new (g_ptr_array_index (sorted, i), sums));
}

/* Who gets what */

static void
give (ParleyLot *lot, mpq_srcptr part)
{
  mpq_set (lot->part[0], part);
  mpq_set_ui (lot->part[1], 1, 1);
  mpq_sub (lot->part[1], lot->part[1], part);
}

/* Gives the first side lots from the front while it then has no more than the second has with the
 * rest, and of the next one the part that makes both equal. There is such a lot: at the front the
 * second side has all 100 points, at the end the first. */
static void
divide (ParleyDivision *self)
{
  mpq_t ahead, part, both;

  mpq_inits (ahead, part, both, NULL);
  mpq_set_ui (ahead, 100, 1); /* what the second side has more than the first */
  for (guint i = 0; i < self->lots->len; i++)
    {
      ParleyLot *lot = lot_at (self, i);

      mpq_add (both, lot->points[0], lot->points[1]);
      mpq_div (part, ahead, both);
      mpq_sub (ahead, ahead, both);
      if (mpq_sgn (part) < 0)
        mpq_set_ui (part, 0, 1);
      else if (mpq_cmp_ui (part, 1, 1) > 0)
        mpq_set_ui (part, 1, 1);
      if (mpq_sgn (part) > 0 && mpq_cmp_ui (part, 1, 1) < 0)
        self->split = (int) i;
      give (lot, part);
    }
  mpq_clears (ahead, part, both, NULL);
}

int
parley_lot_winner (const ParleyLot *self)
{
  return mpq_sgn (self->part[1]) == 0 ? 0 : mpq_sgn (self->part[0]) == 0 ? 1 : -1;
}

void
parley_lot_gain (const ParleyLot *self, guint side, mpq_ptr points)
{
  mpq_mul (points, self->points[side], self->part[side]);
}

static void
add_totals (ParleyDivision *self)
{
  mpq_t points;

  mpq_init (points);
  for (guint i = 0; i < self->lots->len; i++)
    {
      const ParleyLot *lot = lot_at (self, i);

      for (guint s = 0; s < 2; s++)
        {
          parley_lot_gain (lot, s, points);
          mpq_add (self->total[s], self->total[s], points);
          if (lot->first == (int) s)
            mpq_add (self->first[s], self->first[s], lot->points[s]);
        }
    }
  mpq_clear (points);
}

/* Checks */

/* Whether @side finds its own share worth at least as much as that of the other. */
static gboolean
is_content (const ParleyDivision *self, guint side)
{
  gboolean content = FALSE;
  mpq_t others, points;

  mpq_inits (others, points, NULL);
  for (guint i = 0; i < self->lots->len; i++)
    {
      mpq_mul (points, lot_at (self, i)->points[side], lot_at (self, i)->part[1 - side]);
      mpq_add (others, others, points);
    }
  content = mpq_cmp (self->total[side], others) >= 0;
  mpq_clears (others, points, NULL);
  return content;
}

static void
check (ParleyDivision *self)
{
  self->envy_free = is_content (self, 0) && is_content (self, 1);
  self->equitable = mpq_equal (self->total[0], self->total[1]) != 0;
  parley_division_check_efficient (self);
}

/* Deals */

static ParleyTerms *
terms_of (const ParleyDivision *self, const ParleyStake *stake, guint option)
{
  mpq_srcptr number = parley_stake_number (stake, self->space, option);
  const ParleyIssue *issue = parley_scenario_issue (self->scenario, stake->issue);
  ParleyTerms *terms = number != NULL ? parley_terms_new_numbers ()
                                      : parley_terms_new_options (issue->options->len);

  if (number != NULL)
    parley_terms_add_interval (terms, number, number);
  else
    parley_terms_add_option (terms, self->space->domain->axes[stake->place].options[option]);
  return terms;
}

static void
settle (const ParleyDivision *self, GPtrArray *where, const ParleyStake *stake, guint side)
{
  g_ptr_array_add (where, parley_condition_new_terms (stake->issue,
                                                      terms_of (self, stake, stake->wish[side])));
}

/* What deals must be that do as the division says. */
static GPtrArray *
conditions_of (const ParleyDivision *self)
{
  GPtrArray *where = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_condition_free);

  for (guint i = 0; i < self->stakes->len; i++)
    {
      const ParleyStake *stake = g_ptr_array_index (self->stakes, i);

      if (stake->kind == PARLEY_STAKE_SHARED)
        settle (self, where, stake, 0);
      if (self->lots->len == 0 && stake->kind == PARLEY_STAKE_ALONE)
        settle (self, where, stake, stake->points[0] == 0);
    }
  for (guint i = 0; i < self->lots->len; i++)
    if (parley_lot_winner (lot_at (self, i)) >= 0)
      settle (self, where, lot_at (self, i)->stake, (guint) parley_lot_winner (lot_at (self, i)));
  return where;
}

static void
count_deals (ParleyDivision *self)
{
  g_autoptr(GPtrArray) where = conditions_of (self);
  g_autoptr(ParleySpace) space
      = parley_space_new (self->scenario, parley_domain_new (self->scenario), NULL, where, NULL);
  g_autoptr(GPtrArray) utilities = NULL;
  ParleyAcceptance acceptance;

  if (space == NULL)
    return;
  utilities = parley_utilities_new (space, self->scenario->as_of);
  acceptance = parley_acceptance (space, utilities, NULL);
  self->deals = parley_count (&acceptance, PARLEY_COUNT_TOTALS, NULL);
}

/* The whole */

static ParleyDivision *
division_alloc (const ParleyScenario *scenario, const guint *parties)
{
  ParleyDivision *self = g_new0 (ParleyDivision, 1);

  self->scenario = scenario;
  self->split = -1;
  self->lots = g_ptr_array_new_with_free_func (lot_free);
  for (guint s = 0; s < 2; s++)
    {
      self->parties[s] = parties[s];
      mpq_inits (self->first[s], self->total[s], NULL);
    }
  return self;
}

ParleyDivision *
parley_division_new (const ParleyScenario *scenario, const guint *parties, GError **error)
{
  g_autoptr(ParleyDivision) self = division_alloc (scenario, parties);
  const ParleyUtility *sides[2] = { NULL, NULL };

  self->space = parley_space_new (scenario, parley_domain_new (scenario), NULL, NULL, error);
  if (self->space == NULL)
    return NULL;
  self->utilities = parley_utilities_new (self->space, scenario->as_of);
  for (guint s = 0; s < 2; s++)
    {
      sides[s] = g_ptr_array_index (self->utilities, parties[s]);
      self->rounded |= sides[s]->rounded;
    }
  self->stakes = parley_stakes_new (self->space, sides);
  self->middles = parley_middles_new (self->space, sides, self->stakes);
  make_lots (self);
  divide (self);
  add_totals (self);
  check (self);
  count_deals (self);
  return g_steal_pointer (&self);
}

void
parley_division_free (ParleyDivision *self)
{
  if (self == NULL)
    return;
  for (guint s = 0; s < 2; s++)
    mpq_clears (self->first[s], self->total[s], NULL);
  g_ptr_array_unref (self->lots);
  g_clear_pointer (&self->middles, g_ptr_array_unref);
  g_clear_pointer (&self->stakes, g_ptr_array_unref);
  g_clear_pointer (&self->utilities, g_ptr_array_unref);
  parley_counts_free (self->deals);
  parley_space_free (self->space);
  g_free (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/utility.h"

/* A reservation that every score reaches, for parties that have none. */
#define NO_RESERVATION (-(PARLEY_SCORE_LIMIT))

/* Everything that can enter a score, as fractions of a point. */
typedef struct
{
  const ParleyParty  *party;
  const ParleyValues *values;
  mpq_t              *coefficients; /* [issue]: points in a step of its value table */
  mpq_srcptr          reservation;  /* NULL when none */
} Parts;

void
parley_weight_sum (const ParleyParty *party, const ParleyVariation *variation, mpq_ptr sum)
{
  mpq_set_ui (sum, 0, 1);
  for (guint i = 0; party->normalize && i < party->n_issues; i++)
    if (party->weights[i] != NULL)
      mpq_add (sum, sum, parley_number_under (party->weights[i], variation));
  if (mpq_sgn (sum) == 0)
    mpq_set_ui (sum, 1, 1);
}

void
parley_weight_share (const ParleyParty     *party,
                     guint                  issue,
                     const ParleyVariation *variation,
                     mpq_ptr                share)
{
  mpq_t sum;

  mpq_set_ui (share, 0, 1);
  if (party->weights[issue] == NULL)
    return;

  mpq_init (sum);
  parley_weight_sum (party, variation, sum);
  mpq_div (share, parley_number_under (party->weights[issue], variation), sum);
  mpq_clear (sum);
}

static void
parts_init (Parts                 *self,
            const ParleySpace     *space,
            const ParleyValues    *values,
            const char            *date,
            const ParleyVariation *variation)
{
  const ParleyNumber *reservation = NULL;
  mpq_t sum;

  self->party = parley_scenario_party (space->scenario, values->party);
  self->values = values;
  self->coefficients = g_new (mpq_t, values->n_issues);
  mpq_init (sum);
  parley_weight_sum (self->party, variation, sum);
  for (guint i = 0; i < values->n_issues; i++)
    {
      mpq_init (self->coefficients[i]);
      if (values->of_issue[i] == NULL)
        continue;
      mpq_div (self->coefficients[i], parley_number_under (self->party->weights[i], variation),
               sum);
      mpq_mul (self->coefficients[i], self->coefficients[i], values->of_issue[i]->unit);
    }
  mpq_clear (sum);

  reservation = parley_party_reservation_at (self->party, date);
  self->reservation = reservation == NULL ? NULL : parley_number_under (reservation, variation);
}

static void
parts_clear (Parts *self)
{
  for (guint i = 0; i < self->values->n_issues; i++)
    mpq_clear (self->coefficients[i]);
  g_free (self->coefficients);
}

static mpq_srcptr
adjustment_points (const Parts *parts, guint item, const ParleyVariation *variation)
{
  const ParleyAdjustment *adjustment = g_ptr_array_index (parts->party->adjustments, item);

  return parley_number_under (adjustment->points, variation);
}

static ParleyScore
largest_step (const ParleyValueTable *table)
{
  ParleyScore largest = 0;

  for (guint o = 0; o < table->n; o++)
    largest = MAX (largest, table->steps[o]);
  return largest;
}

/* Makes @denominator one of @number too. Returns: FALSE when @number already has more steps than a
 * score may have: many more would only take longer. */
static gboolean
include (mpz_ptr denominator, mpq_srcptr number)
{
  if (mpq_sgn (number) == 0)
    return TRUE;
  mpz_lcm (denominator, denominator, mpq_denref (number));
  return mpz_sizeinbase (mpq_numref (number), 2) + mpz_sizeinbase (denominator, 2)
         <= mpz_sizeinbase (mpq_denref (number), 2) + PARLEY_SCORE_BITS + 2;
}

/* Returns: FALSE when sums cannot fit. */
static gboolean
common_denominator (const Parts *parts, const ParleyVariation *variation, mpz_ptr denominator)
{
  gboolean may_fit = TRUE;

  mpz_set_ui (denominator, 1);
  for (guint i = 0; i < parts->values->n_issues && may_fit; i++)
    if (parts->values->of_issue[i] != NULL && largest_step (parts->values->of_issue[i]) > 0)
      may_fit = include (denominator, parts->coefficients[i]);
  for (guint i = 0; i < parts->party->adjustments->len && may_fit; i++)
    may_fit = include (denominator, adjustment_points (parts, i, variation));
  if (parts->reservation != NULL && may_fit)
    may_fit = include (denominator, parts->reservation);
  return may_fit;
}

/* Adds |points| * denominator * size to @bound, rounded up. */
static void
add_to_bound (mpz_ptr bound, mpq_srcptr points, mpz_srcptr denominator, ParleyScore size)
{
  mpz_t part;

  mpz_init (part);
  parley_score_to_integer (size, part);
  mpz_mul (part, part, denominator);
  mpz_mul (part, part, mpq_numref (points));
  mpz_abs (part, part);
  mpz_cdiv_q (part, part, mpq_denref (points));
  mpz_add (bound, bound, part);
  mpz_clear (part);
}

/* Whether no sum of entries can leave the range of scores. */
static gboolean
sums_fit (const Parts *parts, const ParleyVariation *variation, mpz_srcptr denominator)
{
  gboolean fits = FALSE;
  mpz_t bound;

  mpz_init (bound);
  for (guint i = 0; i < parts->values->n_issues; i++)
    {
      const ParleyValueTable *table = parts->values->of_issue[i];

      if (table != NULL)
        add_to_bound (bound, parts->coefficients[i], denominator, largest_step (table));
    }
  for (guint i = 0; i < parts->party->adjustments->len; i++)
    add_to_bound (bound, adjustment_points (parts, i, variation), denominator, 1);
  if (parts->reservation != NULL)
    add_to_bound (bound, parts->reservation, denominator, 1);
  fits = mpz_sizeinbase (bound, 2) < PARLEY_SCORE_BITS;
  mpz_clear (bound);
  return fits;
}

/* @points in steps, rounded to the nearest (exact unless the utility is rounded). */
static ParleyScore
to_steps (const ParleyUtility *self, mpq_srcptr points)
{
  ParleyScore steps = 0;
  mpq_t scaled;

  mpq_init (scaled);
  mpz_mul (mpq_numref (scaled), mpq_numref (points), self->denominator);
  mpz_mul_2exp (mpq_numref (scaled), mpq_numref (scaled), 1);
  mpz_add (mpq_numref (scaled), mpq_numref (scaled), mpq_denref (points));
  mpz_mul_2exp (mpq_denref (scaled), mpq_denref (points), 1);
  mpz_fdiv_q (mpq_numref (scaled), mpq_numref (scaled), mpq_denref (scaled));
  mpz_set_ui (mpq_denref (scaled), 1);
  if (!parley_score_from_exact (scaled, &steps))
    g_critical ("a score is out of range");
  mpq_clear (scaled);
  return steps;
}

static ParleyScore *
rounded_table (const ParleyUtility *self, const ParleyValueTable *table, mpq_srcptr coefficient)
{
  ParleyScore *entries = g_new (ParleyScore, table->n);
  mpq_t points;

  mpq_init (points);
  for (guint o = 0; o < table->n; o++)
    {
      mpq_set_ui (points, 0, 1);
      parley_score_to_integer (table->steps[o], mpq_numref (points));
      mpq_mul (points, points, coefficient);
      entries[o] = to_steps (self, points);
    }
  mpq_clear (points);
  return entries;
}

static ParleyScore *
make_table (const ParleyUtility *self, const Parts *parts, guint issue)
{
  const ParleyValueTable *table = parts->values->of_issue[issue];
  ParleyScore *entries = NULL;
  ParleyScore factor = 0;

  /* What is worth nothing has entries of 0, however much it weighs. */
  if (table == NULL || mpq_sgn (parts->coefficients[issue]) == 0 || largest_step (table) == 0)
    return NULL;
  if (self->rounded)
    return rounded_table (self, table, parts->coefficients[issue]);

  entries = g_new (ParleyScore, table->n);
  factor = to_steps (self, parts->coefficients[issue]);
  for (guint o = 0; o < table->n; o++)
    entries[o] = factor * table->steps[o];
  return entries;
}

/* For a score that is 0 whatever the deal is. */
static void
allocate (ParleyUtility *self, const ParleySpace *space)
{
  self->n_axes = space->domain->n_axes;
  self->n_factors = space->factors->len;
  self->axes = g_new0 (ParleyScore *, self->n_axes);
  self->factors = g_new0 (ParleyScore *, self->n_factors);
  self->points = g_new0 (ParleyScore, space->couplings->len);
}

static void
make_tables (ParleyUtility *self, const ParleySpace *space, const Parts *parts)
{
  for (guint a = 0; a < self->n_axes; a++)
    self->axes[a] = make_table (self, parts, space->domain->axes[a].issue);
  for (guint f = 0; f < self->n_factors; f++)
    self->factors[f] = make_table (
        self, parts, ((const ParleyFactor *) g_ptr_array_index (space->factors, f))->issue);
}

static void
make_points (ParleyUtility         *self,
             const ParleySpace     *space,
             const Parts           *parts,
             const ParleyVariation *variation)
{
  for (guint c = 0; c < space->couplings->len; c++)
    {
      const ParleyCoupling *coupling = g_ptr_array_index (space->couplings, c);

      if (coupling->effect == PARLEY_EFFECT_ADJUST && coupling->party == self->party)
        self->points[c] = to_steps (self, adjustment_points (parts, coupling->item, variation));
    }
}

ParleyUtility *
parley_utility_new (const ParleySpace     *space,
                    const ParleyValues    *values,
                    const char            *date,
                    const ParleyVariation *variation)
{
  ParleyUtility *self = g_new0 (ParleyUtility, 1);
  Parts parts;

  parts_init (&parts, space, values, date, variation);
  self->party = values->party;
  self->scored = parley_party_is_scored (parts.party);
  mpz_init (self->denominator);
  self->rounded = !common_denominator (&parts, variation, self->denominator)
                  || !sums_fit (&parts, variation, self->denominator);
  if (self->rounded)
    mpz_set_ui (self->denominator, PARLEY_ROUNDED_STEPS);

  self->has_reservation = parts.reservation != NULL;
  self->reservation = self->has_reservation ? to_steps (self, parts.reservation) : NO_RESERVATION;
  allocate (self, space);
  make_tables (self, space, &parts);
  make_points (self, space, &parts, variation);
  self->rounded |= values->rounded;
  parts_clear (&parts);
  return self;
}

ParleyUtility *
parley_utility_new_of_nobody (const ParleySpace *space)
{
  ParleyUtility *self = g_new0 (ParleyUtility, 1);

  self->party = PARLEY_NO_PARTY;
  self->reservation = NO_RESERVATION;
  mpz_init_set_ui (self->denominator, 1);
  allocate (self, space);
  return self;
}

const ParleyParty *
parley_utility_party (const ParleyUtility *self, const ParleyScenario *scenario)
{
  return self->party == PARLEY_NO_PARTY ? NULL : parley_scenario_party (scenario, self->party);
}

void
parley_utility_free (ParleyUtility *self)
{
  if (self == NULL)
    return;
  for (guint a = 0; a < self->n_axes; a++)
    g_free (self->axes[a]);
  for (guint f = 0; f < self->n_factors; f++)
    g_free (self->factors[f]);
  g_free (self->axes);
  g_free (self->factors);
  g_free (self->points);
  mpz_clear (self->denominator);
  g_free (self);
}

GPtrArray *
parley_utilities_new (const ParleySpace *space, const char *date)
{
  return parley_utilities_new_under (space, date, NULL);
}

GPtrArray *
parley_utilities_new_under (const ParleySpace     *space,
                            const char            *date,
                            const ParleyVariation *variation)
{
  GPtrArray *utilities = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_utility_free);

  for (guint p = 0; p < space->scenario->parties->len; p++)
    {
      g_autoptr(ParleyValues) values = parley_values_new (space, p, variation);

      g_ptr_array_add (utilities, parley_utility_new (space, values, date, variation));
    }
  return utilities;
}

gboolean
parley_utilities_rounded (GPtrArray *utilities)
{
  for (guint s = 0; s < utilities->len; s++)
    if (((const ParleyUtility *) g_ptr_array_index (utilities, s))->rounded)
      return TRUE;
  return FALSE;
}

/* @points in steps, rounded down or @up, and @more of them. */
static ParleyScore
round_steps (const ParleyUtility *self, mpq_srcptr points, gboolean up, int more)
{
  ParleyScore steps = 0;
  mpq_t whole;

  mpq_init (whole);
  mpz_mul (mpq_numref (whole), mpq_numref (points), self->denominator);
  if (up)
    mpz_cdiv_q (mpq_numref (whole), mpq_numref (whole), mpq_denref (points));
  else
    mpz_fdiv_q (mpq_numref (whole), mpq_numref (whole), mpq_denref (points));
  if (parley_score_from_exact (whole, &steps))
    steps += more;
  else
    steps = mpq_sgn (whole) > 0 ? PARLEY_SCORE_LIMIT : -PARLEY_SCORE_LIMIT;
  mpq_clear (whole);
  return steps;
}

ParleyScore
parley_utility_at_least (const ParleyUtility *self, mpq_srcptr points, gboolean beyond)
{
  return round_steps (self, points, !beyond, beyond ? 1 : 0);
}

ParleyScore
parley_utility_at_most (const ParleyUtility *self, mpq_srcptr points, gboolean beyond)
{
  return round_steps (self, points, beyond, beyond ? -1 : 0);
}

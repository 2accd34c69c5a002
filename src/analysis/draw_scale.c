/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/draw_scale.h"

#include "base/error.h"
#include "space/utility.h"

/* Sums stay below 2^61, so that one more addition cannot overflow. */
#define MOST_BITS 61

/* What a weight sum has at most where numbers have to be rounded, and points then. */
#define ROUNDED_SUM   ((gint64) 1 << 28)
#define ROUNDED_STEPS 1000000

/* Rounded any more, weights and points would mean something else. */
#define FEWEST_IN_A_SUM ((gint64) 1 << 24)
#define FEWEST_STEPS    1000

/* Where curves are drawn, values are rounded to 1 / CURVE_STEPS points. */
#define CURVE_STEPS 1000000

typedef struct
{
  const ParleyDraws *draws;
  const ParleyParty *party;
  guint              index;
  mpz_t              weight_units;
  mpz_t              steps;
  mpq_t              most_weight; /* the highest sum of weights */
  mpq_t              most_points; /* the highest sum of points */
  gboolean           rounded;
} Work;

gboolean
parley_draws_by_shares (const ParleyDraws *self, guint party)
{
  const ParleyParty *model = parley_scenario_party (self->scenario, party);

  return parley_party_is_weighted (model)
         && (model->ranked || self->request.weights != PARLEY_WEIGHTS_BY_RANGE);
}

/* The quantum of @number where it is drawn, else itself. */
static mpq_srcptr
part_of (const Work *self, const ParleyNumber *number)
{
  for (guint i = 0; i < self->draws->inputs->len; i++)
    {
      const ParleyDrawnInput *input = g_ptr_array_index (self->draws->inputs, i);

      if (input->input.number == number && input->guess != NULL)
        return input->guess->quantum;
    }
  return number->value;
}

static void
include (mpz_ptr common, mpq_srcptr number)
{
  mpz_lcm (common, common, mpq_denref (number));
}

/* Adds the larger of the ends of @number, without its sign. */
static void
add_most (mpq_ptr sum, const ParleyNumber *number)
{
  mpq_t end;

  mpq_init (end);
  mpq_abs (end, number->low);
  if (mpq_sgn (number->high) > 0 && mpq_cmp (number->high, end) > 0)
    mpq_set (end, number->high);
  mpq_add (sum, sum, end);
  mpq_clear (end);
}

static void
take_weights (Work *self)
{
  if (parley_draws_by_shares (self->draws, self->index))
    {
      mpz_set_ui (self->weight_units, PARLEY_SHARE_UNITS);
      mpq_set_ui (self->most_weight, 2, 1);
      return;
    }
  for (guint i = 0; i < self->party->n_issues; i++)
    if (self->party->weights[i] != NULL)
      {
        include (self->weight_units, part_of (self, self->party->weights[i]));
        add_most (self->most_weight, self->party->weights[i]);
      }
  if (!self->party->normalize)
    {
      mpq_t one;

      mpq_init (one);
      mpq_set_ui (one, 1, 1);
      mpq_add (self->most_weight, self->most_weight, one);
      mpq_clear (one);
    }
}

static void
take_values (Work *self, GPtrArray *spaces)
{
  for (guint s = 0; s < spaces->len; s++)
    {
      g_autoptr(ParleyValues) values
          = parley_values_new (g_ptr_array_index (spaces, s), self->index, NULL);

      self->rounded |= values->rounded;
      for (guint i = 0; i < values->n_issues; i++)
        if (values->of_issue[i] != NULL)
          include (self->steps, values->of_issue[i]->unit);
    }
  for (guint i = 0; i < self->draws->inputs->len; i++)
    {
      const ParleyDrawnInput *drawn = g_ptr_array_index (self->draws->inputs, i);

      if (drawn->input.party != self->index || !parley_input_moves_values (&drawn->input))
        continue;
      include (self->steps, drawn->guess->quantum);
      if (self->party->values[drawn->input.item]->kind == PARLEY_VALUE_TABLE)
        continue;
      mpz_lcm_ui (self->steps, self->steps, CURVE_STEPS);
      self->rounded = TRUE;
    }
}

static void
take_points (Work *self)
{
  mpq_set_ui (self->most_points, 100, 1);
  for (guint i = 0; i < self->party->adjustments->len; i++)
    {
      const ParleyAdjustment *adjustment = g_ptr_array_index (self->party->adjustments, i);

      include (self->steps, part_of (self, adjustment->points));
      add_most (self->most_points, adjustment->points);
    }
  if (self->party->reservation == NULL)
    return;
  include (self->steps, part_of (self, self->party->reservation));
  add_most (self->most_points, self->party->reservation);
  for (guint i = 0; i < self->party->changes->len; i++)
    {
      const ParleyReservationChange *change = g_ptr_array_index (self->party->changes, i);

      include (self->steps, part_of (self, change->reservation));
      add_most (self->most_points, change->reservation);
    }
}

/* Whether no sum can have too many bits. */
static gboolean
fits (const Work *self)
{
  gboolean fits = FALSE;
  mpq_t most;
  mpz_t bound;

  mpq_init (most);
  mpz_init (bound);
  mpq_mul (most, self->most_weight, self->most_points);
  mpz_mul (mpq_numref (most), mpq_numref (most), self->weight_units);
  mpz_mul (mpq_numref (most), mpq_numref (most), self->steps);
  mpz_cdiv_q (bound, mpq_numref (most), mpq_denref (most));
  fits = mpz_sizeinbase (bound, 2) <= MOST_BITS && mpz_fits_slong_p (self->weight_units)
         && mpz_fits_slong_p (self->steps);
  mpq_clear (most);
  mpz_clear (bound);
  return fits;
}

/* Units so large that weights cannot come to too many, but a power of two. Returns: FALSE when they
 * come to too many or too few. */
static gboolean
round_weights (const Work *self, gint64 *units)
{
  double most = parley_exact_to_double (self->most_weight);

  *units = ROUNDED_SUM;
  while (*units > 1 && most * (double) *units > (double) ROUNDED_SUM)
    *units /= 2;
  return most * (double) *units <= (double) ROUNDED_SUM
         && most * (double) *units >= (double) FEWEST_IN_A_SUM;
}

/* Likewise. */
static gboolean
round_points (const Work *self, gint64 *steps)
{
  double most = parley_exact_to_double (self->most_points);

  *steps = ROUNDED_STEPS;
  while (*steps > FEWEST_STEPS && most * (double) *steps > (double) ((gint64) 1 << 32))
    *steps /= 10;
  return most * (double) *steps <= (double) ((gint64) 1 << 32);
}

static gboolean
choose (const Work *self, ParleyDrawScale *scale, GError **error)
{
  *scale = (ParleyDrawScale){ .rounded = TRUE };
  if (fits (self))
    *scale = (ParleyDrawScale){ mpz_get_si (self->weight_units), mpz_get_si (self->steps),
                                self->rounded };
  else if (!round_weights (self, &scale->weight_units))
    {
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
                   "the weights of \"%s\" have too many digits to be drawn exactly, and are too %s "
                   "to be rounded: write them in another unit",
                   self->party->id, mpq_cmp_ui (self->most_weight, 1, 1) < 0 ? "small" : "large");
      return FALSE;
    }
  else if (!round_points (self, &scale->steps))
    {
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
                   "the points of \"%s\" have too many digits to be drawn exactly, and its "
                   "reservation or adjustments are too large to be rounded",
                   self->party->id);
      return FALSE;
    }
  return TRUE;
}

gboolean
parley_draw_scale (const ParleyDraws *self,
                   guint              party,
                   GPtrArray         *spaces,
                   ParleyDrawScale   *scale,
                   GError           **error)
{
  Work work
      = { .draws = self, .party = parley_scenario_party (self->scenario, party), .index = party };
  gboolean fine = FALSE;

  mpz_init_set_ui (work.weight_units, 1);
  mpz_init_set_ui (work.steps, 1);
  mpq_inits (work.most_weight, work.most_points, NULL);
  take_weights (&work);
  take_values (&work, spaces);
  take_points (&work);
  fine = choose (&work, scale, error);
  mpz_clears (work.weight_units, work.steps, NULL);
  mpq_clears (work.most_weight, work.most_points, NULL);
  return fine;
}

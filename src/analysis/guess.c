/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/guess.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "base/exact.h"

/* A range is cut into so many quanta at least, and less than three times as many. */
#define FEWEST_QUANTA 400

/* 2^53: doubles count as far. */
#define MOST_QUANTA 9007199254740992.0

/* 2^32 */
#define WHOLE 4294967296.0

const char *
parley_spread_to_string (ParleySpread spread)
{
  static const char *const names[] = { "triangular", "uniform", "beta" };

  return names[spread];
}

/* The largest of 1, 2 and 5 times a power of ten that @width has FEWEST_QUANTA of. */
static void
set_quantum (mpq_srcptr width, mpq_ptr quantum)
{
  static const guint factors[] = { 5, 2, 1 };
  mpq_t most, unit, ten;

  mpq_inits (most, unit, ten, NULL);
  mpq_set_ui (most, 1, FEWEST_QUANTA);
  mpq_mul (most, most, width);
  mpq_set_ui (unit, 1, 1);
  mpq_set_ui (ten, 10, 1);
  while (mpq_cmp (unit, most) <= 0)
    mpq_mul (unit, unit, ten);
  while (mpq_cmp (unit, most) > 0)
    mpq_div (unit, unit, ten);
  for (guint f = 0; f < G_N_ELEMENTS (factors); f++)
    {
      mpq_set_ui (quantum, factors[f], 1);
      mpq_mul (quantum, quantum, unit);
      if (mpq_cmp (quantum, most) <= 0)
        break;
    }
  mpq_clears (most, unit, ten, NULL);
}

/* Of a number beyond all measure, but in a narrow range, there are fewer. */
static void
keep_quanta_countable (const ParleyNumber *number, mpq_ptr quantum)
{
  mpq_t largest, most, ten;

  mpq_inits (largest, most, ten, NULL);
  mpq_set_d (most, MOST_QUANTA);
  mpq_set_ui (ten, 10, 1);
  mpq_neg (largest, number->low);
  if (mpq_cmp (largest, number->high) < 0)
    mpq_set (largest, number->high);
  mpq_div (largest, largest, most);
  while (mpq_cmp (quantum, largest) < 0)
    mpq_mul (quantum, quantum, ten);
  mpq_clears (largest, most, ten, NULL);
}

/* @number in quanta, rounded up, or down. */
static gint64
to_quanta (const ParleyGuess *self, mpq_srcptr number, gboolean up)
{
  mpq_t quotient;
  mpz_t whole;
  gint64 quanta = 0;

  mpq_init (quotient);
  mpz_init (whole);
  mpq_div (quotient, number, self->quantum);
  if (up)
    mpz_cdiv_q (whole, mpq_numref (quotient), mpq_denref (quotient));
  else
    mpz_fdiv_q (whole, mpq_numref (quotient), mpq_denref (quotient));
  quanta = mpz_get_si (whole);
  mpz_clear (whole);
  mpq_clear (quotient);
  return quanta;
}

/* How likely it is that @x or less is drawn, both measured from the low end of the range in its
 * width; @mode is where the value stands. */
static double
probability_below (ParleySpread spread, double mode, double x)
{
  if (x <= 0)
    return 0;
  if (x >= 1)
    return 1;
  switch (spread)
    {
    case PARLEY_SPREAD_UNIFORM:
      return x;
    case PARLEY_SPREAD_BETA:
      return gsl_cdf_beta_P (x, 1 + 4 * mode, 5 - 4 * mode);
    case PARLEY_SPREAD_TRIANGULAR:
    default:
      return x < mode ? x * x / mode : 1 - (1 - x) * (1 - x) / (1 - mode);
    }
}

/* Where @x stands in the range: 0 at its low end, 1 at its high end. */
static double
place_in_range (const ParleyNumber *number, mpq_srcptr x)
{
  mpq_t above, width;
  double place = 0;

  mpq_inits (above, width, NULL);
  mpq_sub (above, x, number->low);
  mpq_sub (width, number->high, number->low);
  mpq_div (above, above, width);
  place = parley_exact_to_double (above);
  mpq_clears (above, width, NULL);
  return place;
}

static void
set_ends (ParleyGuess *self, ParleySpread spread)
{
  double mode = place_in_range (self->number, self->number->value);
  mpq_t half, between;

  mpq_inits (half, between, NULL);
  mpq_set_ui (half, 1, 2);
  mpq_mul (half, half, self->quantum);
  self->ends = g_new (guint32, self->n);
  for (guint i = 0; i + 1 < self->n; i++)
    {
      double below = 0;

      parley_guess_value (self, self->first + i, between);
      mpq_add (between, between, half);
      below = probability_below (spread, mode, place_in_range (self->number, between));
      self->ends[i] = (guint32) MIN (WHOLE - 1, floor (below * WHOLE));
    }
  mpq_clears (half, between, NULL);
}

static void
set_guide (ParleyGuess *self)
{
  guint at = 0;

  for (guint byte = 0; byte < 256; byte++)
    {
      while (at + 1 < self->n && (guint32) byte << 24 >= self->ends[at])
        at++;
      self->guide[byte] = at;
    }
}

ParleyGuess *
parley_guess_new (const ParleyNumber *number, ParleySpread spread)
{
  ParleyGuess *self = g_new0 (ParleyGuess, 1);
  mpq_t width;

  self->number = number;
  mpq_inits (self->quantum, width, NULL);
  mpq_sub (width, number->high, number->low);
  set_quantum (width, self->quantum);
  mpq_clear (width);
  keep_quanta_countable (number, self->quantum);
  self->first = to_quanta (self, number->low, TRUE);
  self->n = (guint) MAX (0, to_quanta (self, number->high, FALSE) - self->first) + 1;
  set_ends (self, spread);
  set_guide (self);
  return self;
}

void
parley_guess_free (ParleyGuess *self)
{
  if (self == NULL)
    return;
  mpq_clear (self->quantum);
  g_free (self->ends);
  g_free (self);
}

void
parley_guess_value (const ParleyGuess *self, gint64 quanta, mpq_ptr value)
{
  mpq_set_si (value, quanta, 1);
  mpq_mul (value, value, self->quantum);
}

double
parley_guess_mean (const ParleyGuess *self)
{
  double sum = 0;
  double quantum = parley_exact_to_double (self->quantum);

  for (guint i = 0; i < self->n; i++)
    {
      double below = i == 0 ? 0 : self->ends[i - 1];
      double end = i + 1 == self->n ? WHOLE : self->ends[i];

      sum += (end - below) / WHOLE * (double) (self->first + i);
    }
  return sum * quantum;
}

gboolean
parley_guess_is_lopsided (const ParleyGuess *self)
{
  double place = place_in_range (self->number, self->number->value);

  return place < 0.25 || place > 0.75;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/lottery.h"

#include <float.h>
#include <math.h>

static const ParleyLotteryOutcome *
outcome_at (const ParleyLottery *self, guint index)
{
  return g_ptr_array_index (self->outcomes, index);
}

static gboolean
has_chance (const ParleyLottery *self, guint index)
{
  return mpq_sgn (outcome_at (self, index)->p->value) > 0;
}

/* The expected score, the worst and the best. */
static void
find_scores (ParleyLottery *self)
{
  gboolean first = TRUE;
  mpq_t part;

  mpq_init (part);
  for (guint i = 0; i < self->outcomes->len; i++)
    {
      mpq_srcptr score = outcome_at (self, i)->score->value;

      if (!has_chance (self, i))
        continue;
      mpq_mul (part, outcome_at (self, i)->p->value, score);
      mpq_add (self->expected, self->expected, part);
      if (first || mpq_cmp (score, self->worst) < 0)
        mpq_set (self->worst, score);
      if (first || mpq_cmp (score, self->best) > 0)
        mpq_set (self->best, score);
      first = FALSE;
    }
  mpq_clear (part);
}

/* The chance of the best score, and what is expected without it: (expected - chance · best) /
 * (1 - chance). */
static void
find_rest (ParleyLottery *self)
{
  mpq_t others;

  mpq_init (others);
  for (guint i = 0; i < self->outcomes->len; i++)
    if (mpq_equal (outcome_at (self, i)->score->value, self->best))
      mpq_add (self->chance, self->chance, outcome_at (self, i)->p->value);
  mpq_set_ui (others, 1, 1);
  mpq_sub (others, others, self->chance);
  if (mpq_sgn (others) == 0)
    mpq_set (self->rest, self->best);
  else
    {
      mpq_mul (self->rest, self->chance, self->best);
      mpq_sub (self->rest, self->expected, self->rest);
      mpq_div (self->rest, self->rest, others);
    }
  mpq_clear (others);
}

static void
find_spread (ParleyLottery *self)
{
  double mean = parley_exact_to_double (self->expected);
  double variance = 0;

  for (guint i = 0; i < self->outcomes->len; i++)
    {
      double apart = parley_exact_to_double (outcome_at (self, i)->score->value) - mean;

      variance += parley_exact_to_double (outcome_at (self, i)->p->value) * apart * apart;
    }
  self->spread = sqrt (variance);
}

ParleyLottery *
parley_lottery_new (const ParleyParty *party)
{
  ParleyLottery *self = NULL;

  if (party->batna == NULL || party->batna->lottery->len == 0)
    return NULL;
  self = g_new0 (ParleyLottery, 1);
  self->outcomes = party->batna->lottery;
  mpq_inits (self->expected, self->worst, self->best, self->chance, self->rest, NULL);
  find_scores (self);
  find_rest (self);
  find_spread (self);
  return self;
}

void
parley_lottery_free (ParleyLottery *self)
{
  if (self == NULL)
    return;
  mpq_clears (self->expected, self->worst, self->best, self->chance, self->rest, NULL);
  g_free (self);
}

/* Seen from the worst score, so that nothing overflows. */
double
parley_lottery_equivalent (const ParleyLottery *self, double tolerance)
{
  double worst = parley_exact_to_double (self->worst);
  double sum = 0;

  for (guint i = 0; i < self->outcomes->len; i++)
    if (has_chance (self, i))
      sum += parley_exact_to_double (outcome_at (self, i)->p->value)
             * exp ((worst - parley_exact_to_double (outcome_at (self, i)->score->value))
                    / tolerance);
  /* The worst score alone makes the sum more than nothing. */
  return worst - tolerance * log (fmax (sum, DBL_MIN));
}

/* The equivalent rises with the tolerance, from the worst score to the expected one: halves an
 * interval of tolerances, by their ratio, until doubles tell no more. */
gboolean
parley_lottery_tolerance (const ParleyLottery *self, mpq_srcptr score, double *tolerance)
{
  double want = parley_exact_to_double (score);
  double low = 1e-3;
  double high = 1e6;

  if (mpq_cmp (score, self->worst) <= 0 || mpq_cmp (score, self->expected) >= 0
      || parley_lottery_equivalent (self, low) > want
      || parley_lottery_equivalent (self, high) < want)
    return FALSE;
  for (guint i = 0; i < 100; i++)
    {
      double middle = sqrt (low * high);

      if (parley_lottery_equivalent (self, middle) < want)
        low = middle;
      else
        high = middle;
    }
  *tolerance = high;
  return TRUE;
}

gboolean
parley_lottery_break_even (const ParleyLottery *self, mpq_srcptr score, mpq_ptr chance)
{
  mpq_t width;

  if (mpq_equal (self->worst, self->best))
    return FALSE;
  mpq_init (width);
  mpq_sub (width, self->best, self->rest);
  mpq_sub (chance, score, self->rest);
  mpq_div (chance, chance, width);
  mpq_clear (width);
  return TRUE;
}

void
parley_lottery_chance_above (const ParleyLottery *self, mpq_srcptr score, mpq_ptr chance)
{
  mpq_set_ui (chance, 0, 1);
  for (guint i = 0; i < self->outcomes->len; i++)
    if (mpq_cmp (outcome_at (self, i)->score->value, score) > 0)
      mpq_add (chance, chance, outcome_at (self, i)->p->value);
}

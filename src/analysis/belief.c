/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/belief.h"

#include <math.h>

#include "base/random.h"

/* Values nearer than that are equal: those that are drawn are decimals of a few digits. */
#define NEAR 1e-9

void
parley_quantile_init (ParleyQuantile *self, const ParleyNumber *number, ParleySpread spread)
{
  *self = (ParleyQuantile){ .fixed = parley_exact_to_double (number->value) };
  if (!number->has_range || mpq_equal (number->low, number->high))
    return;
  self->guess = parley_guess_new (number, spread);
  self->quantum = parley_exact_to_double (self->guess->quantum);
}

void
parley_quantile_clear (ParleyQuantile *self)
{
  g_clear_pointer (&self->guess, parley_guess_free);
}

void
parley_quantile_scale (ParleyQuantile *self, double factor)
{
  self->fixed *= factor;
  self->quantum *= factor;
}

double
parley_quantile_value (const ParleyQuantile *self, guint32 random)
{
  if (self->free)
    return -log1p (-parley_random_unit (random));
  if (self->guess == NULL)
    return self->fixed;
  return (double) parley_guess_at (self->guess, random) * self->quantum;
}

/* The first of the values of a guess that is @value or more, or more. */
static double
find_guess (const ParleyGuess *guess, double quanta, gboolean beyond)
{
  double first = beyond ? floor (quanta + NEAR) + 1 : ceil (quanta - NEAR);
  double index = first - (double) guess->first;

  if (index <= 0)
    return 0;
  if (index >= guess->n)
    return PARLEY_BELIEF_WHOLE;
  return guess->ends[(guint) index - 1];
}

double
parley_quantile_find (const ParleyQuantile *self, double value, gboolean beyond)
{
  if (self->free)
    return value <= 0 ? 0
                      : fmin (ceil (-expm1 (-value) * PARLEY_BELIEF_WHOLE), PARLEY_BELIEF_WHOLE);
  if (self->guess != NULL)
    return find_guess (self->guess, value / self->quantum, beyond);
  return (beyond ? self->fixed > value + NEAR : self->fixed >= value - NEAR) ? 0
                                                                             : PARLEY_BELIEF_WHOLE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/guess.h"

/* Where random numbers end. */
#define PARLEY_BELIEF_WHOLE 4294967296.0

/**
 * ParleyQuantile:
 *
 * How a number is believed to lie, as the value that a random number of 32 bits stands for: a
 * larger number, a value that is as large or larger. So what is believed is the same for all
 * numbers: any random number is as likely as any other.
 */
typedef struct
{
  ParleyGuess *guess; /* NULL: it is @fixed, or any weight will do */
  gboolean     free;  /* any weight: shares of several such weights are uniform over all shares (an
                       * exponential distribution each; L. Devroye, "Non-Uniform Random Variate
                       * Generation",      Springer 1986, page 568) */
  double       fixed;
  double       quantum; /* of the guess */
} ParleyQuantile;

/* @number: with or without a range. */
void parley_quantile_init  (ParleyQuantile *self, const ParleyNumber *number, ParleySpread spread);
void parley_quantile_clear (ParleyQuantile *self);

/* From here on values are @factor times as large. */
void parley_quantile_scale (ParleyQuantile *self, double factor);

double parley_quantile_value (const ParleyQuantile *self, guint32 random);

/* The least random number, as a double up to PARLEY_BELIEF_WHOLE, whose value is @value or more, or
 * with @beyond more than that. Values that differ by less than one part in a thousand million of a
 * unit are the same. */
double parley_quantile_find (const ParleyQuantile *self, double value, gboolean beyond);

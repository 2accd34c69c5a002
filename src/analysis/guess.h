/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/number.h"

/* How likely the values within a range are. */
typedef enum
{
  PARLEY_SPREAD_TRIANGULAR, /* the value most, falling to nothing at both ends */
  PARLEY_SPREAD_UNIFORM,    /* all alike */
  PARLEY_SPREAD_BETA        /* the value most, the ends hardly at all */
} ParleySpread;

/* "triangular", "uniform" or "beta". */
const char *parley_spread_to_string (ParleySpread spread);

/**
 * ParleyGuess:
 *
 * A number with a range, as it is drawn: one of some hundred values, whole multiples of a quantum
 * that is 1, 2 or 5 times a power of ten, each as likely as what rounds to it. So what is drawn is
 * a short decimal, and the scores that follow are exact.
 *
 * By PARLEY_SPREAD_BETA as in D. Malcolm, J. Roseboom, C. Clark and W. Fazar, "Application of a
 * technique for research and development program evaluation", Operations Research 7, 1959: mean
 * (low + 4 value + high) / 6.
 */
typedef struct
{
  const ParleyNumber *number; /* borrowed */
  mpq_t               quantum;
  gint64              first;  /* in quanta: the lowest */
  guint               n;      /* how many there are */
  guint32            *ends;   /* [n - 1]: below it, in 2^-32, it is this value or a lower one */
  guint               guide[256]; /* the first value that the top byte allows */
} ParleyGuess;

/* @number: with a range that is no point. Cost: O(n). Returns: (transfer full). */
ParleyGuess *parley_guess_new  (const ParleyNumber *number, ParleySpread spread);
void         parley_guess_free (ParleyGuess *self);

/* The value, in quanta, that the share @random / 2^32 of all draws stays below. */
static inline gint64
parley_guess_at (const ParleyGuess *self, guint32 random)
{
  guint at = self->guide[random >> 24];

  while (at + 1 < self->n && random >= self->ends[at])
    at++;
  return self->first + at;
}

/* Sets @value to so many quanta. */
void parley_guess_value (const ParleyGuess *self, gint64 quanta, mpq_ptr value);

/* The mean of the draws. */
double parley_guess_mean (const ParleyGuess *self);

/* Whether the value stands in the lowest or highest quarter of its range, so that draws lie to one
 * side of it. */
gboolean parley_guess_is_lopsided (const ParleyGuess *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyGuess, parley_guess_free)

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/exact.h"

/**
 * ParleyScore:
 *
 * A score as a whole number of a party's smallest steps: points times the
 * common denominator of all that can enter its score (see utility.h). Sums and
 * comparisons are therefore exact. 128 bits, because published domains need
 * more than 64.
 */
__extension__ typedef __int128 ParleyScore;

/* Scores proper, and reservations, stay below this many bits, so that sums with the
 * two marks below cannot overflow. */
#define PARLEY_SCORE_BITS  120
#define PARLEY_SCORE_LIMIT ((ParleyScore) 1 << PARLEY_SCORE_BITS)

/* What crossing a red line costs and what a waived consent is worth when a score
 * is to say by itself whether a party stands in the way: a crossing is more than all
 * scores together, and a waiver more than two crossings. */
#define PARLEY_SCORE_CROSSED ((ParleyScore) 1 << 122)
#define PARLEY_SCORE_WAIVED  ((ParleyScore) 1 << 124)

/* Beyond what any path through a diagram comes to (diagram.h), and far from overflow. */
#define PARLEY_SCORE_FAR ((ParleyScore) 1 << 124)

/* What lies between two scores can take all bits. */
__extension__ typedef unsigned __int128 ParleyScoreGap;

/* @score / @divisor, which is above 0, rounded down, and rounded up. */
static inline ParleyScore
parley_score_divide_down (ParleyScore score, ParleyScore divisor)
{
  /* NOLINTNEXTLINE(clang-analyzer-core.DivideZero): divisors are steps, at least 1 */
  return score / divisor - (score % divisor < 0);
}

static inline ParleyScore
parley_score_divide_up (ParleyScore score, ParleyScore divisor)
{
  return -parley_score_divide_down (-score, divisor);
}

/* Adds the @n @scores to @sums. */
static inline void
parley_scores_add (ParleyScore *sums, const ParleyScore *scores, guint n)
{
  for (guint i = 0; i < n; i++)
    sums[i] += scores[i];
}

/* TRUE and sets @score when @number is an integer within ±PARLEY_SCORE_LIMIT. */
gboolean parley_score_from_exact (mpq_srcptr number, ParleyScore *score);

/* @score / @denominator. */
void parley_score_to_exact (ParleyScore score, mpz_srcptr denominator, mpq_ptr number);

/* The same as the nearest double, where nothing is decided by it. */
double parley_score_to_double (ParleyScore score, mpz_srcptr denominator);

void parley_score_to_integer (ParleyScore score, mpz_ptr integer);

/* @part / @whole, which is not 0. */
void parley_score_ratio (ParleyScore part, ParleyScore whole, mpq_ptr ratio);

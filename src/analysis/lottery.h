/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/party.h"

/**
 * ParleyLottery:
 *
 * How no deal may turn out for a party. The chances and scores of the outcomes count as they are
 * written; their ranges do not.
 */
typedef struct
{
  const GPtrArray *outcomes; /* borrowed, of ParleyLotteryOutcome: one at least */
  mpq_t            expected; /* score */
  mpq_t            worst;    /* score of an outcome that has a chance */
  mpq_t            best;     /* likewise */
  mpq_t            chance;   /* of the best score */
  mpq_t            rest;     /* the expected score when it does not come to that; where it must, the
                              * best */
  double           spread;   /* the standard deviation of the score */
} ParleyLottery;

/* Returns: (transfer full) (nullable): NULL when @party says nothing of how no deal may turn out.
 */
ParleyLottery *parley_lottery_new  (const ParleyParty *party);
void           parley_lottery_free (ParleyLottery *self);

/**
 * parley_lottery_equivalent:
 * @tolerance: in points, above 0
 *
 * The score that a party would take for certain instead of the lottery, when its aversion to risk
 * is constant (J. Pratt, "Risk aversion in the small and in the large", Econometrica 32, 1964): -R
 * ln (sum of p exp (-score / R)) for a tolerance of R. The tolerance is about the stake for which
 * it would take an even chance of winning the whole of it and losing half.
 */
double parley_lottery_equivalent (const ParleyLottery *self, double tolerance);

/* Sets @tolerance to that with which the party would take just @score for the lottery. Returns:
 * FALSE when there is none from 0.001 to 1,000,000: the score is not between the worst and the
 * expected one, or all but one of them. */
gboolean parley_lottery_tolerance (const ParleyLottery *self, mpq_srcptr score, double *tolerance);

/* Sets @chance, initialised, to how likely the best score must be for the lottery to be worth
 * @score, when the other outcomes keep their proportions; below 0 or above 1 when no chance is
 * enough. Returns: FALSE when the chances do not matter: all outcomes that have one score the same.
 */
gboolean parley_lottery_break_even (const ParleyLottery *self, mpq_srcptr score, mpq_ptr chance);

/* Sets @chance, initialised, to that of an outcome above @score. */
void parley_lottery_chance_above (const ParleyLottery *self, mpq_srcptr score, mpq_ptr chance);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyLottery, parley_lottery_free)

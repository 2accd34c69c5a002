/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/corners.h"
#include "analysis/score.h"

typedef enum
{
  PARLEY_REWEIGH_POSSIBLE,
  PARLEY_REWEIGH_IMPOSSIBLE, /* no weights whatever turn the verdict */
  PARLEY_REWEIGH_UNKNOWN     /* more completions matter than are looked at (corners.h) */
} ParleyReweighOutcome;

/**
 * ParleyReweighing:
 *
 * How much of a party's weight has to move from some issues to others before its verdict turns, its
 * values, adjustments and reservation being as they are.
 */
typedef struct
{
  ParleyReweighOutcome outcome;
  ParleyVerdict        verdict; /* the one it turns to */
  gboolean             at_once; /* it has turned then; else only beyond */
  guint                n_issues;
  mpq_t               *before;  /* [issue]: shares of all weight; 0 where there is none */
  mpq_t               *after;   /* likewise, when turned */
  mpq_t                moved;   /* what moves, as a share; the sum of all |after - before| is twice
                         * this */
  gboolean             has_ranges; /* some weight is given with a range */
  gboolean             stretches; /* the verdict turns by weights alone if all of them may go to, or in
                         * proportion beyond, the ends of their stated ranges */
  mpq_t                stretch;   /* then: how far; 1 is to their ends, 2 is twice as far from the value */
  gboolean             order_turns; /* of a party with a ranking: weights in the same order turn it */
} ParleyReweighing;

/**
 * parley_reweigh:
 * @lowest: corners of the completions that cross no red line of the party; of all completions where
 * each crosses one (then red lines are left aside)
 * @highest: (nullable), like @lowest; NULL for either: too many
 * @reservation: in points
 * @verdict: ACCEPTS, REJECTS or DEPENDS, over these completions
 * @mixed: whether some completion crosses a red line and some does not
 *
 * The least sum of |after - before| over all weights that turn @verdict. Where one completion is
 * enough (it no longer accepts every one, or accepts one) weight moves from the issues that count
 * least for this to the one that counts most; the best completion of all is taken. Where all have
 * to turn (a verdict that depends) it is a linear programme (programme.h), whose rows are added
 * while some completion is not yet turned. Of a verdict that depends nothing is said about ranges.
 * Exact.
 */
ParleyReweighing *parley_reweigh (const ParleyParty   *party,
                                  const ParleyCorners *lowest,
                                  const ParleyCorners *highest,
                                  mpq_srcptr           reservation,
                                  ParleyVerdict        verdict,
                                  gboolean             mixed);

void parley_reweighing_free (ParleyReweighing *self);

/* Whether weights that agree with what is believed of them, ranges or a ranking, turn the verdict,
 * all of them at once. */
gboolean parley_reweighing_is_believed (const ParleyReweighing *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyReweighing, parley_reweighing_free)

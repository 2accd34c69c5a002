/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/values.h"

/* The party of a score that is nobody's, such as a distance (distance.h): it can be an objective or
 * a constraint like any other, and nobody decides by it. */
#define PARLEY_NO_PARTY G_MAXUINT

/**
 * ParleyUtility:
 *
 * One party's score of a deal as a sum of whole numbers:
 *
 *   score = (sum over axes and factors of table[option] + adjustments) / denominator
 *
 * which is the exact sum of w·v / sum of w plus the adjustments that apply. Only
 * where sums would outgrow 120 bits is every entry rounded, once, to
 * 1e-10 of a point (1e-12 of the scale).
 */
typedef struct
{
  guint         party;       /* or PARLEY_NO_PARTY */
  gboolean      scored;      /* has weights or adjustments */
  gboolean      rounded;
  mpz_t         denominator; /* steps in a point */
  gboolean      has_reservation;
  ParleyScore   reservation; /* in steps; the lowest possible without a reservation */
  ParleyScore **axes;        /* [axis][option]; NULL where the issue has no weight */
  ParleyScore **factors;     /* [factor][distinct value]; likewise */
  ParleyScore  *points;      /* [coupling]: of the party's adjustments, else 0 */
  guint         n_axes;
  guint         n_factors;
} ParleyUtility;

/**
 * parley_utility_new:
 * @values: the party's, over the same space
 * @date: (nullable): whose reservation counts
 * @variation: (nullable): one input moved; @values must already know of it
 *
 * Cost: O(entries).
 */
ParleyUtility *parley_utility_new (const ParleySpace     *space,
                                   const ParleyValues    *values,
                                   const char            *date,
                                   const ParleyVariation *variation);

/* A score without a reservation, of PARLEY_NO_PARTY: whole points, and none for any deal until
 * entries are set. */
ParleyUtility *parley_utility_new_of_nobody (const ParleySpace *space);

void parley_utility_free (ParleyUtility *self);

/* Whose score it is. Returns: (transfer none) (nullable): NULL when nobody's. */
const ParleyParty *parley_utility_party (const ParleyUtility *self, const ParleyScenario *scenario);

/* All parties' utilities, in order. Returns: (transfer full) (element-type ParleyUtility). */
GPtrArray *parley_utilities_new (const ParleySpace *space, const char *date);

/* The same with inputs moved. @variation: (nullable). */
GPtrArray *parley_utilities_new_under (const ParleySpace     *space,
                                       const char            *date,
                                       const ParleyVariation *variation);

/* Whether some score is not exact. */
gboolean parley_utilities_rounded (GPtrArray *utilities);

/* The least whole number of steps that is no less than @points, or with @beyond more than these;
 * and the greatest that is no more, or less. At most PARLEY_SCORE_LIMIT, and at least its opposite:
 * no score comes so far. */
ParleyScore parley_utility_at_least (const ParleyUtility *self, mpq_srcptr points, gboolean beyond);
ParleyScore parley_utility_at_most (const ParleyUtility *self, mpq_srcptr points, gboolean beyond);

/* The sum by which weights are divided; 1 when they are used as written or are all
 * moved to zero. */
void parley_weight_sum (const ParleyParty *party, const ParleyVariation *variation, mpq_ptr sum);

/* The share of the whole weight that @issue has: 1 when it is the only one; as
 * written when the party does not normalise. */
void parley_weight_share (const ParleyParty     *party,
                          guint                  issue,
                          const ParleyVariation *variation,
                          mpq_ptr                share);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyUtility, parley_utility_free)

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/middle.h"
#include "space/count.h"

/* An issue in dispute, and what becomes of it. */
typedef struct
{
  const ParleyStake *stake;     /* borrowed from the division */
  mpq_t              points[2]; /* of 100 that each side has for all issues in dispute */
  mpq_t              part[2];   /* of the issue: 1 for who has all of it; together 1 */
  int                first;     /* the side with more points on it, or -1 */
} ParleyLot;

/**
 * ParleyDivision:
 *
 * Two parties' issues divided by adjusted winner (S. Brams and A. Taylor, "Fair Division",
 * Cambridge University Press 1996, chapter 4). Each side has 100 points for the issues in
 * dispute, shared out as these are worth to it (stake.h). Ordered by how much more one side
 * makes of an issue than the other, the first issues go to one side and the last to the other, such
 * that both get the same number of points; at most one issue is split. Issues on which both want
 * the same are not in dispute and do not count. Rules, red lines and adjustments have no place in
 * it.
 */
typedef struct
{
  const ParleyScenario *scenario; /* borrowed */
  guint                 parties[2];
  ParleySpace          *space;
  GPtrArray            *utilities;
  GPtrArray            *stakes;   /* of ParleyStake: every issue */
  GPtrArray            *lots;     /* of ParleyLot: those that the first side wants most, against the
                       * other, first; empty when nothing is in dispute */
  int                   split;    /* which lot is, or -1 */
  mpq_t                 first[2]; /* points, when each issue goes to who has more on it */
  mpq_t                 total[2]; /* points in the end */
  gboolean              envy_free; /* neither side would rather have the other's issues */
  gboolean              equitable; /* both have the same number of points */
  gboolean              efficient; /* no other division gives one side more and the other no less */
  gboolean              efficient_among_mixtures; /* nor does one with options in between, mixed in
                                      * any shares */
  GPtrArray            *middles;  /* of ParleyMiddle: the best of each issue that has one */
  ParleyCounts         *deals;    /* with all terms that the division settles, whatever else they
                                      * say; NULL when that is too much to count */
  gboolean              rounded;
} ParleyDivision;

/**
 * parley_division_new:
 * @parties: (array fixed-size=2): indices of parties with scores
 *
 * Exact. Cost: O(options), and one count of deals (count.h). Errors: PARLEY_ERROR_LIMIT when a
 * derived issue is too large.
 */
ParleyDivision *parley_division_new  (const ParleyScenario *scenario,
                                     const guint *parties,
                                     GError **error);
void            parley_division_free (ParleyDivision *self);

/* The side that has all of @lot, or -1. */
int parley_lot_winner (const ParleyLot *self);

/* Sets @points to what @side gets of @lot. */
void parley_lot_gain (const ParleyLot *self, guint side, mpq_ptr points);

/* The option that gives each side at least its part of the lot that is split, of several the one
 * that gives both together most. Returns: FALSE when none does. */
gboolean parley_division_split_option (const ParleyDivision *self, guint *option);

/* Sets @number, initialised, to that which gives each side just its part of the lot that is split:
 * where this is a number, and both value functions are straight between the two wishes. Else
 * returns FALSE. */
gboolean parley_division_split_number (const ParleyDivision *self, mpq_ptr number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyDivision, parley_division_free)

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/refine.h"
#include "space/frontier.h"

/* How good a solution that was found is, and what no deal can exceed. */
typedef struct
{
  gboolean       known; /* something can be said */
  ParleyGainKind kind;  /* of what; SMALLEST is the smallest surplus, of all */
  mpq_t          found; /* in points, or their power */
  mpq_t          most;
} ParleySolutionGap;

/**
 * ParleyGap:
 *
 * Where conditions hang together too widely for an exact search: how far the best deals that
 * were found can be from the best there are. The bounds are certain, and hold for the deals
 * that were not found as well.
 *
 * Of the Kalai-Smorodinsky solution nothing is known: it measures surpluses in shares of the
 * best that each party could have, which is not certain itself.
 */
typedef struct
{
  char             *why;   /* what is too much, with the conditions */
  guint             width; /* cases that were looked at after each issue */
  ParleyScore      *most;  /* [slot]: no acceptable deal has more; of the frontier's slots.
                      * NULL when certainly no deal is acceptable */
  ParleySolutionGap nash, egalitarian, utilitarian;
} ParleyGap;

/* @frontier: not exact. Cost: O(points of its cover). */
ParleyGap *parley_gap_new  (const ParleyFrontier *frontier, GPtrArray *utilities);
void       parley_gap_free (ParleyGap *self);

/* Of a solution; NULL for the Kalai-Smorodinsky solution, and when nothing is known. */
const ParleySolutionGap *parley_gap_of (const ParleyGap *self, ParleyOrderKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyGap, parley_gap_free)

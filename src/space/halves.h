/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/ranking.h"
#include "space/walk.h"

/**
 * ParleyHalf:
 *
 * Every feasible combination of about half of the blocks. A deal is one entry of
 * each half, and its scores are the sums of theirs; so 10^12 deals can be counted
 * with two lists of 10^6 (E. Horowitz and S. Sahni, "Computing partitions with
 * applications to the knapsack problem", Journal of the ACM 21, 1974).
 */
typedef struct
{
  guint          n_axes;
  guint         *axes; /* ascending */
  gsize          n_entries;
  guint         *options; /* [entry * n_axes + i] */
  guint64       *waived;  /* [entry]: bit p: party p's consent is not needed */
  guint          n_rankings;
  ParleyRanking **rankings; /* [utility]: verdict scores (walk.h) */
  ParleyRanking **bare;    /* [utility]: the same as if there were no red lines; the very
                             * same ranking where none is crossed */
} ParleyHalf;

typedef struct
{
  ParleyHalf halves[2];
} ParleyHalves;

/* Errors: PARLEY_ERROR_LIMIT when a half would have more than four million entries,
 * or more than eight million scores. */
ParleyHalves *parley_halves_new (const ParleySpace *space, GPtrArray *utilities, GError **error);

void parley_halves_free (ParleyHalves *self);

/* Whether the terms on @axis alone can turn the verdict of @slot: whether two
 * feasible deals differ only there and one is accepted, the other not. */
gboolean parley_verdict_depends (const ParleySpace  *space,
                                 GPtrArray          *utilities,
                                 const ParleyHalves *halves,
                                 guint               slot,
                                 guint               axis);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyHalves, parley_halves_free)

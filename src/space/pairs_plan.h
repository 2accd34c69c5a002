/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/view.h"

/* A meeting (meeting.h): an order of choosing, and behind how many layers at least it is cut. */
typedef struct
{
  guint *order;
  guint  n_before;
} ParleySplit;

/**
 * ParleyPairsPlan:
 *
 * Splits of all axes in two, such that every pair of axes is on one side of some split:
 * the counts of all pairs of options on the same side come out of one meeting. Without
 * conditions between axes three splits are enough: with the axes in four groups, each
 * group is together with each other in one of them.
 */
typedef struct
{
  guint   n_axes;
  GArray *splits;   /* of ParleySplit */
  guint  *split_of; /* [axis * n_axes + other axis]: 1 + which split has the pair */
} ParleyPairsPlan;

/**
 * parley_pairs_plan_new:
 * @floors: all its dimensions have floors
 *
 * Each split is the one that costs the least for each pair that it adds, of three: an order in
 * which few conditions are open, one that begins with a pair and those axes that bring most new
 * pairs along, and one that begins with the pair alone. Cost: some small diagrams for each split.
 * Returns: without splits when no deal meets the demands. Errors: PARLEY_ERROR_LIMIT when a
 * pair can be on no side, or all splits together take too long.
 */
ParleyPairsPlan *parley_pairs_plan_new (const ParleyView *floors, GError **error);

void parley_pairs_plan_free (ParleyPairsPlan *self);

static inline const ParleySplit *
parley_pairs_plan_split (const ParleyPairsPlan *self, guint split)
{
  return &g_array_index (self->splits, ParleySplit, split);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyPairsPlan, parley_pairs_plan_free)

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/outline.h"

/* Of arcs and ranges, for all axes of a party: some seconds. */
#define PARLEY_DEPEND_MOST_WORK 30000000

/**
 * parley_verdict_depends:
 * @work: (inout): how many arcs and ranges may be looked at; less what was
 * @depends: (out): whether the terms on @axis alone can turn the verdict: whether two
 * feasible deals differ only there and one is accepted, the other not
 *
 * Exact: the axis is chosen last in an outline. A glance (turn.h) often tells; else the sums at
 * which it turns the verdict go back from it, and the sums that occur go on from the start,
 * always the fewer of both, until they meet in one layer (E. Horowitz and S. Sahni, "Computing
 * partitions with applications to the knapsack problem", Journal of the ACM 21, 1974). Sums are
 * kept as ranges, and those that touch become one, so an axis that moves a hundredth of the
 * score leaves some hundred of them at a node.
 *
 * Cost: O(arcs * ranges of a node). Returns: FALSE when @work is too little to say.
 */
gboolean parley_verdict_depends (const ParleySpace   *space,
                                 const ParleyUtility *utility,
                                 guint                axis,
                                 gsize               *work,
                                 gboolean            *depends);

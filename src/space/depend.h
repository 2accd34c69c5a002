/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/outline.h"

/**
 * parley_verdict_depends:
 * @outline: that ends with the axis in question
 *
 * Whether the terms on that axis alone can turn the verdict: whether two feasible deals
 * differ only there and one is accepted, the other not.
 *
 * Exact: back from the axis go the sums at which it turns the verdict, on from the start
 * the sums that occur, always the fewer of both, until they meet in one layer (E. Horowitz
 * and S. Sahni, "Computing partitions with applications to the knapsack problem", Journal
 * of the ACM 21, 1974). Sums are kept as ranges, and those that touch become one, so an
 * axis that moves a hundredth of the score leaves some hundred of them at a node.
 *
 * Cost: O(arcs * ranges of a node). Returns: FALSE also where a layer would have more than
 * a million ranges, so that one cannot say.
 */
gboolean parley_verdict_depends (const ParleyOutline *outline, const ParleyUtility *utility);

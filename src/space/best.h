/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/fronts.h"
#include "space/order.h"

/**
 * parley_best:
 * @order: of the objectives of the fronts' view; never better for less of one
 *
 * The best @n_most deals of the fronts, the best first, ties in the order of the
 * diagram's layers. Best-first search: a choice of some terms is as good as the best deal
 * that can follow, which the fronts know, so nothing is looked at in vain (P. Hart,
 * N. Nilsson and B. Raphael, "A formal basis for the heuristic determination of minimum
 * cost paths", IEEE Transactions on Systems Science and Cybernetics 4, 1968). What is worse
 * than @n_most deals that have been seen is forgotten.
 * Cost: O(n_most * layers * options * points of a front); what deals have in common is
 * looked at once.
 *
 * Returns: (transfer full) (element-type guint*): one option an axis, to be freed with
 * g_free.
 */
GPtrArray *parley_best (const ParleyFronts *fronts, const ParleyOrder *order, guint n_most);

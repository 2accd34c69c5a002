/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/order.h"
#include "space/trace.h"

/**
 * parley_trace_new_tied:
 * @order: as of parley_best()
 * @scores: (array): of a whole deal, one a dimension of the view
 * @max_places: how many places the paths may pass
 *
 * All deals that are as good as @scores by @order, efficient or not. A place is what choices
 * so far leave open and what they bring, so choices that tie in all of this are one.
 * Cost: O(places * options * points of a front). Returns: (transfer full) (nullable): NULL when
 * there are more places.
 */
ParleyTrace *parley_trace_new_tied (const ParleyFronts *fronts,
                                    const ParleyOrder  *order,
                                    const ParleyScore  *scores,
                                    guint               max_places);

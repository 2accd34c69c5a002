/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/evaluate.h"

/* Returns: FALSE to end the walk. */
typedef gboolean (*ParleyVisit) (const ParleyTuple *tuple, gpointer data);

/**
 * parley_walk:
 * @axes: (array length=n_axes): ascending; a union of whole blocks
 * @utilities: (element-type ParleyUtility): whose scores are wanted
 *
 * Visits every feasible combination of @axes in file order: the first axis varies
 * slowest. A condition is looked at as soon as its last axis is set, so what a
 * rule forbids early is never entered. Cost: O(combinations), no memory for them.
 *
 * Returns: FALSE when a visit ended the walk.
 */
gboolean parley_walk (const ParleySpace *space,
                      const guint       *axes,
                      guint              n_axes,
                      GPtrArray         *utilities,
                      ParleyVisit        visit,
                      gpointer           data);

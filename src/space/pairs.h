/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/map.h"

/* The pairs of options, of all pairs of issues together. */
#define PARLEY_PAIRS_MOST_CELLS 1000000

/**
 * parley_pairs_new:
 * @order: (nullable): by which the best deal of each cell is looked for; NULL: none is
 * @slots: whose scores @order is of
 *
 * The maps of all pairs of axes, the first two axes first, then the first and the third, and so
 * on. Cost: the counts of some splits of the axes (pairs_plan.h), three where no conditions are
 * open between them, in tasks; and with @order one frontier (map.h) for each pair, likewise.
 * Errors: PARLEY_ERROR_LIMIT.
 *
 * Returns: (transfer full) (element-type ParleyMap).
 */
GPtrArray *parley_pairs_new (const ParleyAcceptance *acceptance,
                             const ParleyOrder      *order,
                             const guint            *slots,
                             guint                   n_slots,
                             GError                **error);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/frontier.h"
#include "space/order.h"

/**
 * parley_ranked_deals:
 * @frontier: of the acceptable deals
 *
 * The best @n_most acceptable deals by @order, the best first, ties in file order; which of
 * those that tie with the last are listed, parley_group_best() says.
 * Errors: PARLEY_ERROR_LIMIT. Cost: see best.h. Returns: (transfer full) (element-type
 * ParleyDeal).
 */
GPtrArray *parley_ranked_deals (const ParleyAcceptance *acceptance,
                                const ParleyFrontier   *frontier,
                                const ParleyOrder      *order,
                                guint                   n_most,
                                GError                **error);

/* The same of the efficient deals alone. By a party that takes no part in the frontier, and of one
 * that is not exact, only the first @n_most deals of each point are looked at. */
GPtrArray *parley_ranked_efficient (const ParleyAcceptance *acceptance,
                                    const ParleyFrontier   *frontier,
                                    const ParleyOrder      *order,
                                    guint                   n_most,
                                    GError                **error);

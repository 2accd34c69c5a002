/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/frontier.h"
#include "space/order.h"

/**
 * parley_bystander_best:
 * @frontier: of the acceptable deals, and exact
 * @order: of one party, whose score is none of the frontier's
 *
 * Of the efficient deals the best @n_most for a party that takes no part in the frontier, the
 * best first, ties in file order. Deals on one point may differ for it. Cost: that of a frontier
 * with its score beside the others, and a search for each of few points: those whose best deal
 * for it is among the best, and which have more than @n_most deals, fewer of them as good as that.
 *
 * Errors: PARLEY_ERROR_LIMIT. Returns: (transfer full) (element-type ParleyDeal).
 */
GPtrArray *parley_bystander_best (const ParleyAcceptance *acceptance,
                                  const ParleyFrontier   *frontier,
                                  const ParleyOrder      *order,
                                  guint                   n_most,
                                  GError                **error);

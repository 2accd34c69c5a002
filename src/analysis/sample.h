/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/deal.h"
#include "space/pool.h"

/**
 * parley_sample:
 *
 * @n deals drawn from the acceptable ones, each with the same probability whatever the
 * others are, in the order in which they were drawn; empty when nothing is acceptable.
 * The same @seed gives the same deals. Errors: PARLEY_ERROR_LIMIT (pool.h).
 *
 * Returns: (transfer full) (element-type ParleyDeal).
 */
GPtrArray *parley_sample (const ParleyAcceptance *acceptance,
                          guint                   n,
                          guint64                 seed,
                          GError                **error);

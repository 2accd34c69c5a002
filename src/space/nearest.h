/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/acceptance.h"
#include "space/deal.h"

/**
 * parley_nearest_miss:
 *
 * Where no deal is acceptable: the feasible deal across no red line that counts with the
 * smallest largest shortfall, then leximin, the first in file order; a party that need not
 * consent misses nothing. Errors: PARLEY_ERROR_LIMIT. Cost: that of a frontier (fronts.h)
 * from which everything worse than a good guess has been dropped.
 *
 * Returns: (transfer full) (nullable): NULL when every feasible deal crosses a red line,
 * and on error.
 */
ParleyDeal *parley_nearest_miss (const ParleyAcceptance *acceptance, GError **error);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/amend.h"

/**
 * parley_improve_find:
 *
 * Deals that all accept and that are certainly better than the draft of @self: no negotiating party
 * gets less than the draft can give it at most, and one gets more. Those of the fewest changes
 * first, then those with the greatest product of surpluses, then in file order. Fills
 * @self->amendments with the first request.n_top.
 * Cost: for each number of changes looked at, a frontier for each party (fronts.h).
 * Errors: PARLEY_ERROR_LIMIT.
 */
gboolean parley_improve_find (ParleyAmend *self, GError **error);

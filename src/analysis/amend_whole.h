/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/amend.h"

/**
 * parley_amend_whole_costs:
 * @most_changes: more are not looked at
 *
 * Fills @self->costs where too much hangs together to leave terms open: with whole deals, in which
 * all that the draft leaves open is settled. Cost: a frontier of the number of changes and of what
 * the party keeps (fronts.h). Errors: PARLEY_ERROR_LIMIT.
 */
gboolean parley_amend_whole_costs (ParleyAmend *self, guint most_changes, GError **error);

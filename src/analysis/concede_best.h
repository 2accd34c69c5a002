/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/concede.h"
#include "space/acceptance.h"

/**
 * parley_concede_best:
 * @own_first: the best for the party, and of several for the others; else the other way round
 * @options: (out) (transfer full) (nullable): NULL when @acceptance takes none
 *
 * The best deal that @acceptance takes for acceptable: of several the one with the fewest terms
 * that are not those of the start, where this is known, then the first in file order. Where more
 * than a thousand deals with the same scores tie, the first thousand of them are looked at. Cost: a
 * frontier (fronts.h). Errors: PARLEY_ERROR_LIMIT.
 */
gboolean parley_concede_best (const ParleyConcessions *self,
                              const ParleyAcceptance *acceptance,
                              gboolean own_first,
                              guint **options,
                              GError **error);

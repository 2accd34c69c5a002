/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/frontier.h"

/**
 * parley_opposition:
 * @acceptance: whose red lines and reservations are left aside
 * @known: the frontier of the acceptable deals, or of some of them: what is farther than the
 * nearest of these need not be looked at
 * @feasible: (out): whether there is a feasible deal
 *
 * How far the nearest feasible deal is from 100 points for every negotiating party, in
 * units of 100 points: the square root of the least sum of squared shortfalls, points
 * above 100 counting as 100. 0: all can have everything (T. Baarslag and others, "Evaluating
 * practical negotiating agents", Artificial Intelligence 198, 2013). It depends on how
 * scores are scaled, so compare it only between scenarios that scale them alike.
 *
 * Cost: a frontier of the feasible deals that are nearer (fronts.h). Errors: PARLEY_ERROR_LIMIT.
 */
gboolean parley_opposition (const ParleyAcceptance *acceptance,
                            const ParleyFrontier   *known,
                            double                 *opposition,
                            gboolean               *feasible,
                            GError                **error);

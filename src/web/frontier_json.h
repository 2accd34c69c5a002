/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/landscape.h"
#include "report/json.h"

/* Of how many points of a frontier pages are told; solutions are told beside it. */
#define PARLEY_MOST_TOLD 1000

/* The first points of the frontier, each with the scores of those who negotiate, how many deals
 * there are on it, and the terms of the first of these. Returns: (transfer full). */
ParleyJson *parley_frontier_to_json (const ParleyScenario  *scenario,
                                     const ParleyLandscape *landscape);

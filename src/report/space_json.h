/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/deals.h"

/* For each issue how many acceptable deals have each option, and of a range the span that
 * they take. NULL when nothing was counted. */
ParleyJson *parley_common_to_json (const ParleyDeals *deals);

/* How far each reservation could rise, by party, as doubles or fractions; null for one that
 * alone decides nothing. */
ParleyJson *parley_limits_to_json (const ParleyDeals *deals, gboolean fractions);

/* The estimate where deals are too many to be counted; else NULL. */
ParleyJson *parley_estimate_to_json (const ParleyDeals *deals);

/* The map of two issues, and those of all; NULL when they were not asked for (map_json.c). */
ParleyJson *parley_map_to_json  (const ParleyDeals *deals, gboolean exact);
ParleyJson *parley_maps_to_json (const ParleyDeals *deals, gboolean exact);

/* Adds to what is said of @landscape that the search was not exact, if so: its budget, and how
 * far the best found can be from the best there are. */
void parley_gap_add_json (ParleyJson            *object,
                          const ParleyDeals     *deals,
                          const ParleyLandscape *landscape,
                          gboolean               exact);

/* What each red line costs. */
ParleyJson *parley_red_lines_to_json (const ParleyDeals *deals, gboolean exact);

/* What was found between the grid values, near each solution; null when not asked for. */
ParleyJson *parley_refined_to_json (const ParleyDeals *deals, gboolean exact);

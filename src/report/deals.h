/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/deals.h"
#include "report/score.h"

/* What `parley deals` says, for people. @scores (nullable): how the drafts fare, to say
 * why they are among the acceptable deals or not. */
ParleyDocument *parley_deals_to_document (const ParleyDeals *deals, const ParleyScores *scores);

/* One row a deal, or with the maps of all pairs of issues, one a pair of options. */
ParleyTable *parley_deals_to_table (const ParleyDeals *deals);

/* parley-deals/1 (docs/output.md). */
ParleyJson *parley_deals_to_json (const ParleyDeals *deals, gboolean exact);

/* "nash" and so on, as --by takes and JSON gives them; of a party, its id. */
const char *parley_deals_order_name (const ParleyDeals *deals);

/* "Nash" and so on. */
const char *parley_solution_title (ParleySolution solution);

/* "Nash, egalitarian": every solution that the point is. Returns: (transfer full). */
char *parley_solution_titles (const ParleyLandscape *landscape, const ParleyPoint *point);

/* The key of a solution in JSON: "nash" and so on. */
const char *parley_solution_key (ParleySolution solution);

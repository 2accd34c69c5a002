/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/deals.h"

/* How many deals there are, and how many each side and all accept; nothing where they were not
 * counted. */
void parley_deals_add_counts (ParleyDocument *document, const ParleyDeals *deals);

/* The four solutions, among all terms and among those that have been tabled, with a
 * warning where one stands at the end of a numeric scale. */
void parley_landmarks_add (ParleyDocument *document, const ParleyDeals *deals);

/* Every point of the frontier, if asked for. */
void parley_frontier_add_table (ParleyDocument *document, const ParleyDeals *deals);

/* Better deals between the grid values, near each solution, if asked for. */
void parley_refined_add (ParleyDocument *document, const ParleyDeals *deals);

/* The best deals: what they have in common, and what tells them apart. */
void parley_deal_list_add (ParleyDocument *document, const ParleyDeals *deals);

/* Where the search was not exact: that, and why. Then how far the best found can be from the
 * best there are. */
void parley_gap_add_note (ParleyDocument *document, const ParleyDeals *deals);
void parley_gap_add      (ParleyDocument *document, const ParleyDeals *deals);

/* For each issue, how the acceptable deals are spread over its options. Returns: FALSE when there
 * is nothing to say: no such deal, no issue with several options, or nothing was counted. */
gboolean parley_common_add (ParleyDocument *document, const ParleyDeals *deals);

/* When deals are too many to be counted: that, and an estimate. */
void parley_estimate_add (ParleyDocument *document, const ParleyDeals *deals);

/* How far reservations could rise, and what each red line costs. */
void parley_obstacles_add (ParleyDocument *document, const ParleyDeals *deals);

/* "Ukraine asks at most 82.4 (now 50), or …": up to which reservations, each by itself, there is a
 * deal. Returns: (transfer full) (nullable): NULL when none decides, or that is not known. */
char *parley_obstacles_limits (const ParleyDeals *deals);

/* For two issues, where there are acceptable deals and how good they are, if asked for. */
void parley_map_add (ParleyDocument *document, const ParleyDeals *deals);

/* Which terms of any two issues go together, if asked for. */
void parley_together_add (ParleyDocument *document, const ParleyDeals *deals);

/* The same as figures: one row a pair of options. */
ParleyTable *parley_together_to_table (const ParleyDeals *deals);

/* When nothing is acceptable: the deal that comes nearest, and who refuses it. */
void parley_nearest_add (ParleyDocument *document, const ParleyDeals *deals);

/* The same in one line: what it is worth to each side. Returns: (transfer full) (nullable): NULL
 * when there is none. */
char *parley_nearest_words (const ParleyDeals *deals);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/history.h"
#include "analysis/portrait.h"
#include "analysis/robust.h"
#include "analysis/sweep.h"
#include "analysis/tornado.h"
#include "report/chart.h"

/*
 * The charts that reports show, each from the results of an analysis. Each has a title that says
 * what it shows, and a description in whole sentences. All are (transfer full).
 */

/* A deal that stands out in the picture of all, such as an offer. */
typedef struct
{
  const char *label;
  mpq_srcptr  scores[2]; /* points of the two parties */
} ParleyMarkedDeal;

/* All deals by what two parties get: drafts, the frontier, solutions, where both accept. @scores:
 * (nullable): the drafts that are shown; @marked: (array length=n_marked). */
ParleyChart *parley_plot_space (const ParleyPortrait   *portrait,
                                const ParleyScores     *scores,
                                const ParleyMarkedDeal *marked,
                                guint                   n_marked);

/* Drafts by what two sides get, and the way of each among those that it stood behind. */
ParleyChart *parley_plot_history (const ParleyHistory *history);

/* What share of each party's weight each issue has, the weightiest first. */
ParleyChart *parley_plot_weights (const ParleyScenario *scenario);

/* What each issue brings each party in a draft, of what it could bring; scored with contributions.
 */
ParleyChart *parley_plot_contributions (const ParleyScenario *scenario,
                                        const ParleyDraftScore *score);

/* What each number that has a range does to a party's surplus from a draft; at most @most of them.
 */
ParleyChart *parley_plot_tornado (const ParleyScenario   *scenario,
                                  const ParleyDraftScore *score,
                                  const ParleyTornado    *tornado,
                                  guint                   most);

/* The acceptable deals by their terms on two issues: @deals has a map of them. */
ParleyChart *parley_plot_map (const ParleyDeals *deals);

/* What becomes of the Nash deal along one input; with @counts of how many deals are acceptable,
 * which then have been counted. Where verdicts turn is marked. @scenario: with nothing varied. */
ParleyChart *parley_plot_sweep (const ParleySweep    *sweep,
                                const ParleyScenario *scenario,
                                gboolean              counts);

/* How likely each draft is to be accepted, by each party and by all. */
ParleyChart *parley_plot_likelihood (const ParleyRobust *robust);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/brief.h"
#include "report/language.h"
#include "report/likelihood.h"

/* So many terms are named in the first sentence, which says how many more there are. */
#define PARLEY_BRIEF_TERMS_NAMED 4

/* So many terms of a proposal are named at most. */
#define PARLEY_BRIEF_MOST_TERMS 8

/* A briefing while it is written. */
typedef struct
{
  const ParleyBriefing      *briefing;
  const ParleyBriefSettings *settings;
  const ParleyScenario      *scenario; /* that of the briefing */
  ParleyDocument            *document;
  gboolean                   cites; /* there is a list of sources to refer to */
} ParleyBrief;

/* The parts (brief_*.c). */
void parley_brief_add_summary  (ParleyBrief *self);
void parley_brief_add_issues   (ParleyBrief *self);
void parley_brief_add_plan     (ParleyBrief *self);
void parley_brief_add_drafts   (ParleyBrief *self);
void parley_brief_add_deals    (ParleyBrief *self);
void parley_brief_add_common   (ParleyBrief *self);
void parley_brief_add_frontier (ParleyBrief *self);
void parley_brief_add_doubts   (ParleyBrief *self);
void parley_brief_add_cases    (ParleyBrief *self);
void parley_brief_add_method   (ParleyBrief *self);
void parley_brief_add_sources  (ParleyBrief *self);

/* Of the summary. */
void parley_brief_add_bottom_line (ParleyBrief *self);
void parley_brief_add_proposals   (ParleyBrief *self);
void parley_brief_add_issue_table (ParleyBrief *self);
void parley_brief_add_order       (ParleyBrief *self);
void parley_brief_add_no_deal     (ParleyBrief *self);
void parley_brief_add_changes     (ParleyBrief *self);
void parley_brief_add_grounds     (ParleyBrief *self);

/* Pictures (brief_charts.c): of all deals with the proposals, of what weighs how much, of where the
 * points of the first proposal come from, of how likely acceptance is, and of what moves what each
 * party gets from the first proposal. Nothing where there is nothing to be seen. */
void parley_brief_add_space         (ParleyBrief *self);
void parley_brief_add_weights       (ParleyBrief *self);
void parley_brief_add_contributions (ParleyBrief *self);
void parley_brief_add_likelihood    (ParleyBrief *self);
void parley_brief_add_tornadoes     (ParleyBrief *self);

/* What single numbers do to a proposal, as one party sees it. Returns: (transfer none)
 * (nullable). */
const ParleyDraftDoubt *parley_brief_doubt (const ParleyBrief *self, guint proposal, guint party);

/* Words. Each char * is (transfer full) unless it is const. */

/* @text cut off at a word where it is too long for the first page, with "…". */
char *parley_brief_short (const char *text);

/* The title of an issue likewise. */
char *parley_brief_issue (const ParleyBrief *self, guint issue);

/* "Offer", "Fallback 1"; of nobody "Proposal", "Alternative 1". */
const char *parley_brief_name (const ParleyBrief *self, guint proposal);

/* What it is chosen for: "is worth most to United States". */
char *parley_brief_rule (const ParleyBrief *self, guint proposal);

/* "26 Feb, Framework, with Law: neutral; …": the nearest draft and at most @n_most terms that are
 * other. */
char *parley_brief_terms (const ParleyBrief *self, guint proposal, guint n_most);

/* In how many terms the first proposal is other than its nearest draft. */
guint parley_brief_n_differences (const ParleyBrief *self);

/* "Law: neutral; …": the terms in which it is not the first proposal. */
char *parley_brief_differences (const ParleyBrief *self, guint proposal);

/* What the proposal says of an issue, cut off likewise. */
char *parley_brief_term (const ParleyBrief *self, guint proposal, guint issue);

/* Which terms are proposed from: "terms that Ukraine has tabled or accepted". */
char *parley_brief_ground (const ParleyBrief *self);

/* Whether it says something that the proposals are safe (analysis/proposal.h): they are, and some
 * reservation has a range. */
gboolean parley_brief_is_safe (const ParleyBrief *self);

/* " [1, 4]": the numbers of @ids (nullable) in the list of sources; "" without. */
char *parley_brief_citations (const ParleyBrief *self, char *const *ids);

/* The parties with a score that negotiate, whom the briefing is for first. Returns: how many; sets
 * parties[], one for each party of the scenario at most. */
guint parley_brief_parties (const ParleyBrief *self, guint *parties);

const char *parley_brief_party_title (const ParleyBrief *self, guint party);

/* The share of the party's weight that is on the issue. */
double parley_brief_share (const ParleyBrief *self, guint party, guint issue);

/* How the proposal stands with the party. */
const ParleyStanding *parley_brief_standing (const ParleyBrief *self, guint proposal, guint party);

/* Adds to the current row what @standing is worth: its score, or what is above the reservation. */
void parley_brief_add_score  (ParleyTable *table, const ParleyStanding *standing);
void parley_brief_add_margin (ParleyTable *table, const ParleyStanding *standing);

/* How often @party (-1: all that must) accepts what is scored at @index, over the draws. FALSE when
 * nothing was drawn. */
gboolean parley_brief_frequency (const ParleyBrief *self,
                                 guint              index,
                                 int                party,
                                 ParleyFrequency   *frequency);

/* Whether there is anything to propose. */
static inline gboolean
parley_brief_has_offer (const ParleyBrief *self)
{
  return parley_briefing_n_proposals (self->briefing) > 0;
}

/* Whether there is a plan of concessions, with any step. */
static inline gboolean
parley_brief_has_plan (const ParleyBrief *self)
{
  return self->briefing->plan != NULL && self->briefing->plan->steps->len > 0;
}

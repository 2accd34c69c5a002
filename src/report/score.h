/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/score.h"
#include "report/document.h"
#include "report/json.h"

/* How much of a score report to show. */
typedef struct
{
  gboolean details; /* contributions of every draft, not only of those in doubt */
  gboolean all;     /* every row of every table */
} ParleyScoreDetail;

/* What `parley score` says, for people. @answers: (element-type ParleyAnswer): all on record. */
ParleyDocument *parley_score_to_document (const ParleyScores      *scores,
                                          const GArray            *answers,
                                          const ParleyScoreDetail *detail);

/* Why one draft is accepted or not, one entry a party; part of other reports too. */
void parley_score_add_reasons (ParleyDocument         *document,
                               const ParleyScenario   *scenario,
                               const ParleyDraftScore *score);

/* The score from which each side accepts, in one paragraph; part of other reports too. */
void parley_reservations_add (ParleyDocument *document, const ParleyScenario *scenario);

/* One row a draft and party. */
ParleyTable *parley_score_to_table (const ParleyScores *scores);

/* parley-score/1 (docs/output.md). */
ParleyJson *parley_score_to_json (const ParleyScores *scores, gboolean exact);

/* What that says of one draft; part of other formats too. */
ParleyJson *parley_score_draft_to_json (const ParleyScenario   *scenario,
                                        const ParleyDraftScore *score,
                                        gboolean                exact);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/score.h"
#include "report/table.h"

/*
 * Verdicts as tables show them: words carry the meaning, marks lead to a note below.
 */

/* "accepts", "depends". NULL where there is none. (parley_verdict_to_string() is for programs: it
 * always speaks English.) */
const char *parley_verdict_word (ParleyVerdict verdict);

/* "REJECTS*~": the verdict of one party. NULL when it gives none. Returns: (transfer full). */
char *parley_verdict_cell (const ParleyStanding *standing);

/* "yes", "no", "15 %": that of all together. Returns: (transfer full). */
char *parley_verdict_joint_cell (const ParleyDraftScore *score);

/* Which marks occur, so that only those are explained. */
typedef struct
{
  gboolean open;
  gboolean shared;
  gboolean waived;
  gboolean red_line;
  gboolean on_the_line;
} ParleyMarks;

/* Adds those that the cells of @score have. */
void parley_marks_find    (ParleyMarks *self, const ParleyDraftScore *score);
void parley_marks_explain (const ParleyMarks *self, ParleyTable *table);

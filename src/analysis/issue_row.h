/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/score.h"

/**
 * ParleyIssueRow:
 *
 * What one issue can be in the completions of a draft: the options of its axis, or the values of a
 * derived issue.
 */
typedef struct
{
  guint           n_options;
  const gboolean *reached; /* borrowed; [option]: it occurs in some completion */
  int             axis;    /* -1 for a derived issue */
  guint           factor;  /* for that */
  const ParleyAxis *options; /* borrowed; NULL for a derived issue */
  GPtrArray        *values;  /* borrowed, of mpq_ptr; for that */
} ParleyIssueRow;

/* Returns: FALSE when there is no such row. */
gboolean parley_issue_row_find (const ParleyDraftScore *score, guint issue, ParleyIssueRow *row);

/* Whether both are about the same options, in the same order. */
gboolean parley_issue_row_same (const ParleyIssueRow *a, const ParleyIssueRow *b);

/* Whether @issue can be the same in the completions of both drafts, of one scenario, and a derived
 * one follows from issues of which that is true. */
gboolean parley_issue_row_alike (const ParleyDraftScore *a, const ParleyDraftScore *b, guint issue);

/* Sets @points to what an option of the row brings @party, adjustments aside. */
void parley_issue_row_points (const ParleyDraftScore *score,
                              const ParleyIssueRow *row,
                              guint party,
                              guint option,
                              mpq_ptr points);

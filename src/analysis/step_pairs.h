/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/redraft.h"
#include "space/diagram.h"

/* One of the two drafts. */
typedef struct
{
  const ParleyDraftScore *score;
  ParleyDiagram          *diagram;
  guint                   n_axes;
  guint                  *options; /* [axis]: of the completion that is looked at */
  ParleyScore            *scores;  /* [party]: of that */
} ParleyStepSide;

/**
 * ParleyStepPairs:
 *
 * Pairs of a completion of each of two drafts, and what they move two parties. A negotiated issue
 * that both drafts leave open in the same way (issue_row.h) is the same in both.
 */
typedef struct
{
  ParleyStepSide sides[2];     /* from, to */
  gboolean      *alike;        /* [axis]: the same in both */
  const guint   *parties;      /* borrowed: the two */
  guint          counts[3][3]; /* [first + 1][second + 1]: pairs by the signs of what they move */
  guint          n;            /* in all */
  ParleyShift    moves[2];     /* what they move @parties, at least and at most; of all alone */
} ParleyStepPairs;

/* Returns: FALSE where a draft has no completion, or so much hangs together that none can be looked
 * at. To be cleared in either case. */
gboolean parley_step_pairs_init  (ParleyStepPairs        *self,
                                 const ParleyDraftScore *from,
                                 const ParleyDraftScore *to,
                                 const guint parties[2]);
void     parley_step_pairs_clear (ParleyStepPairs *self);

/* Whether there are so many that they had better be drawn. */
gboolean parley_step_pairs_are_many (const ParleyStepPairs *self);

/* Counts all of them, or some, always the same, each as likely as any other. */
void parley_step_pairs_count_all   (ParleyStepPairs *self);
void parley_step_pairs_count_drawn (ParleyStepPairs *self);

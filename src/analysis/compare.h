/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/place.h"
#include "analysis/redraft.h"

/* A draft to be compared. */
typedef struct
{
  const ParleyScenario *scenario; /* borrowed */
  guint                 draft;
  const char           *of;       /* borrowed: the case or file that it is taken from; NULL: as it is */
} ParleyCandidate;

/* A draft with where it stands. */
typedef struct
{
  ParleyCandidate         candidate;
  ParleyScores           *scores; /* of this draft alone */
  const ParleyDraftScore *score;
  ParleyPlace            *place;  /* NULL: some negotiating side has no score, or there is no
                       * completion */
} ParleyCompared;

typedef struct
{
  GPtrArray *drafts;     /* of ParleyCompared, in the order asked for */
  GPtrArray *redrafts;      /* of ParleyRedraft: from each draft to the next */
  GPtrArray
      *from_first;    /* of ParleyRedraft: from the first to each later one; with two drafts empty */
  GPtrArray *grounds;    /* of ParleyGround: one a scenario */
  gboolean   rounded;
} ParleyComparison;

/**
 * parley_compare:
 * @count: also how many acceptable deals are better for all
 *
 * Compares drafts one after the other. Scenarios must have the same issues and parties, by id.
 * Errors: PARLEY_ERROR_INPUT when they have not, PARLEY_ERROR_LIMIT. Cost: a score for each draft,
 * a frontier for each scenario and two small ones for each draft; with @count two counts a draft.
 */
ParleyComparison *parley_compare (const ParleyCandidate *candidates,
                                  guint                  n_candidates,
                                  gboolean               count,
                                  gsize                  memory,
                                  const ParleyCrew      *crew,
                                  GError               **error);

void parley_comparison_free (ParleyComparison *self);

/* The ground on which the places of @draft's scenario are measured. */
const ParleyGround *parley_comparison_ground (const ParleyComparison *self,
                                              const ParleyCompared   *draft);

static inline const ParleyCompared *
parley_comparison_draft (const ParleyComparison *self, guint index)
{
  return (const ParleyCompared *) g_ptr_array_index (self->drafts, index);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyComparison, parley_comparison_free)

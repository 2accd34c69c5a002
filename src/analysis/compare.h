/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/place.h"
#include "analysis/redraft.h"

/* A draft to be compared. */
typedef struct
{
  const ParleyScenario *scenario; /* borrowed */
  guint                 draft;
  const char           *of; /* borrowed: the case or file that it is taken from; NULL: as it is */
} ParleyCandidate;

/* A draft with where it stands. */
typedef struct
{
  ParleyCandidate         candidate;
  ParleyScores           *scores; /* of this draft alone */
  const ParleyDraftScore *score;
  ParleyMatch            *match; /* of the first draft's scenario with its own */
  const ParleyGround     *ground; /* borrowed; NULL: it is too much to find */
  ParleyDraftPlace       *place;  /* NULL: likewise, or some negotiating side has no score, or there
                               * is no completion */
} ParleyCompared;

/* Issues and parties are those of the first draft's scenario. */
typedef struct
{
  const ParleyScenario *scenario;   /* borrowed */
  GPtrArray            *drafts;     /* of ParleyCompared, in the order asked for */
  GPtrArray            *redrafts;   /* of ParleyRedraft: from each draft to the next */
  GPtrArray            *from_first; /* likewise: from the first to each later one; with two drafts
                                   * empty */
  GPtrArray            *grounds;    /* of ParleyGround: one a scenario */
  char                 *too_much;   /* why some place could not be found; NULL: all were */
  gboolean              rounded;
} ParleyComparison;

/**
 * parley_compare:
 * @count: also how many acceptable deals are better for all
 *
 * Compares drafts one after the other. Scenarios must have the same issues and parties, by id.
 * Errors: PARLEY_ERROR_INPUT when they have not, PARLEY_ERROR_LIMIT where a draft is too much to
 * score. Cost: a score for each draft, a frontier for each scenario and two small ones for each
 * draft; with @count two counts a draft.
 */
ParleyComparison *parley_compare (const ParleyCandidate *candidates,
                                  guint                  n_candidates,
                                  gboolean               count,
                                  gsize                  memory,
                                  const ParleyCrew      *crew,
                                  GError               **error);

void parley_comparison_free (ParleyComparison *self);

static inline const ParleyCompared *
parley_comparison_draft (const ParleyComparison *self, guint index)
{
  return (const ParleyCompared *) g_ptr_array_index (self->drafts, index);
}

/* How the party stands with the draft at @index. */
static inline const ParleyStanding *
parley_comparison_standing (const ParleyComparison *self, guint index, guint party)
{
  const ParleyCompared *draft = parley_comparison_draft (self, index);

  return (const ParleyStanding *) g_ptr_array_index (draft->score->standings,
                                                     draft->match->parties[party]);
}

/* The step to the draft at @index, which is not the first: from the one before, or with @first from
 * the first of all. */
static inline const ParleyRedraft *
parley_comparison_redraft (const ParleyComparison *self, guint index, gboolean first)
{
  return (const ParleyRedraft *) g_ptr_array_index (
      first && self->from_first->len > 0 ? self->from_first : self->redrafts, index - 1);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyComparison, parley_comparison_free)

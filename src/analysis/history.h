/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/step_kinds.h"

/* What a step is. */
typedef struct
{
  ParleyRedraft    *redraft; /* what it changes, for whom; terms alike are the same (redraft.h) */
  ParleyRedraftKind kind;    /* UNKNOWN: it hangs on open terms, or a draft has no completion */
  ParleyStepKinds   kinds;   /* where it hangs on open terms, of how many of their completions it is
                           * of each kind */
} ParleyHistoryStep;

/* Whether the kind hangs on open terms, and it is known how often. */
static inline gboolean
parley_history_step_varies (const ParleyHistoryStep *step)
{
  return step->kind == PARLEY_REDRAFT_UNKNOWN && step->kinds.known;
}

/* A draft that a side stands behind: it tabled it, or accepted, signed or ratified it. */
typedef struct
{
  guint              draft; /* in ParleyHistory.drafts */
  const char        *date;  /* (nullable) borrowed: since when */
  ParleyHistoryStep *from_own;   /* from the draft that it stood behind before; NULL for its first */
  ParleyHistoryStep *from_table; /* from the draft before in time, whosever; NULL likewise */
} ParleyStop;

/**
 * ParleyPath:
 *
 * The way of one side: the drafts that it stood behind, in the order in which it came to them;
 * those of no known day last.
 */
typedef struct
{
  guint              party;
  GPtrArray         *stops; /* of ParleyStop */
  ParleyHistoryStep *whole; /* from the first to the last; NULL with fewer than two */
  gboolean           has_part;
  mpq_t              part_low; /* which part of the way from its first draft down to its reservation
                   * it has gone: 0 where it still has all, 1 on the reservation */
  mpq_t              part_high;
} ParleyPath;

/**
 * ParleyHistory:
 *
 * The drafts of a scenario in time, and the steps of two sides, each by what it does to the scores
 * of both ("the negotiation dance"; H. Raiffa, "The Art and Science of Negotiation", Harvard 1982,
 * chapter 4; for the kinds of steps see redraft.h).
 */
typedef struct
{
  const ParleyScenario *scenario; /* borrowed */
  guint                 pair[2];  /* parties */
  ParleyScores         *scores;   /* all drafts, by date; those of no date last */
  ParleyMatch          *match;    /* of the scenario with itself */
  ParleyPath            paths[2];
  int                   further; /* whose part of its way is certainly the larger, 0 or 1; else -1 */
} ParleyHistory;

/**
 * parley_history_new:
 * @pair: two different parties with scores
 *
 * Errors: PARLEY_ERROR_LIMIT where a draft is too much to score. Cost: a score for each draft, and
 * more where a kind hangs on open terms (step_kinds.h).
 */
ParleyHistory *parley_history_new (const ParleyScenario *scenario,
                                   const guint           pair[2],
                                   GError              **error);

void parley_history_free (ParleyHistory *self);

static inline const ParleyDraftScore *
parley_history_draft (const ParleyHistory *self, guint index)
{
  return (const ParleyDraftScore *) g_ptr_array_index (self->scores->drafts, index);
}

/* How @side, 0 or 1, stands with the draft at @index. */
static inline const ParleyStanding *
parley_history_standing (const ParleyHistory *self, guint index, guint side)
{
  return (const ParleyStanding *) g_ptr_array_index (parley_history_draft (self, index)->standings,
                                                     self->pair[side]);
}

static inline const ParleyStop *
parley_path_stop (const ParleyPath *self, guint index)
{
  return (const ParleyStop *) g_ptr_array_index (self->stops, index);
}

/* Whether the draft has a completion, and so scores. */
static inline gboolean
parley_history_is_feasible (const ParleyHistory *self, guint index)
{
  return parley_history_draft (self, index)->verdict != PARLEY_VERDICT_INFEASIBLE;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyHistory, parley_history_free)

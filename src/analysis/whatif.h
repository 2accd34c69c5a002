/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/agreement.h"
#include "analysis/score.h"
#include "model/difference.h"

/* One scenario of those compared; all of it is borrowed. */
typedef struct
{
  const char           *id;       /* of the case; NULL: no case of the scenario */
  const char           *title;
  const char           *question; /* NULL: none */
  const ParleyScenario *scenario;
  GPtrArray            *changed;  /* of ParleyDifference: what it has otherwise than the one that
                       * it is compared with; NULL of the first */
} ParleyWhatIfCase;

/* What a solution picks before and after. */
typedef struct
{
  gboolean
      moved; /* what it picked is no longer picked; FALSE when there was no deal, and is none */
  const guint *before; /* options of the deals; NULL: there is no deal */
  const guint *after;  /* while it has not moved, the same deal */
  ParleyScore *scores; /* of the latter, one a utility of the case; NULL with it */
  guint       *kept;   /* (owned): @after, when it has not moved */
} ParleySolutionMove;

/**
 * ParleyCaseOutcome:
 *
 * How one of the scenarios turns out.
 */
typedef struct _ParleyCaseOutcome ParleyCaseOutcome;

struct _ParleyCaseOutcome
{
  ParleyWhatIfCase       given;
  const ParleyCaseOutcome   *before;    /* what it is compared with; NULL: nothing, it is the base */
  GPtrArray             *drafts;    /* of ParleyDraftScore, one a draft of the scenario, in its order;
                      * borrowed, maybe from @before, whose scenario is theirs then */
  const ParleyAgreement *agreement; /* likewise */
  ParleySolutionMove             moves[PARLEY_N_SOLUTIONS]; /* from @before; unset of the base */

  /* What it owns of the above. */
  ParleyScores    *own_scores;
  ParleyAgreement *own_agreement;
};

/* A draft in a case and in what the case is compared with. */
typedef struct
{
  const ParleyDraftScore *before; /* NULL: it is new */
  const ParleyDraftScore *after;  /* NULL: it is gone */
} ParleyDraftPair;

typedef struct
{
  GPtrArray *outcomes; /* of ParleyCaseOutcome: the base, then the cases */
  gboolean   against_previous;
  gboolean   counted; /* counts were asked for */
  gboolean   rounded;
} ParleyWhatIf;

typedef struct
{
  gboolean            against_previous; /* compare each case with the one before it */
  gboolean            count;            /* deals, and completions of drafts */
  const ParleyCrew   *crew;             /* (nullable): does what comes in tasks */
  gsize               memory;           /* for each table, in bytes (space/budget.h) */
  const ParleyBudget *budget;           /* (nullable): NULL refuses what cannot be exact */
} ParleyWhatIfRequest;

/**
 * parley_what_if_new:
 * @cases: (array length=n_cases): the base first; what they borrow must outlive the result
 *
 * Compares scenarios with the first of them, or each with the one before. What a case leaves as it
 * was is not worked out again: the deals when only drafts differ, and of these the others.
 * Cost: per case that of the drafts (score.h) and of the deals (agreement.h) that it changes.
 * Errors: PARLEY_ERROR_LIMIT; the message says in which case.
 */
ParleyWhatIf *parley_what_if_new (const ParleyWhatIfCase    *cases,
                                  guint                      n_cases,
                                  const ParleyWhatIfRequest *request,
                                  GError                   **error);

void parley_what_if_free (ParleyWhatIf *self);

const ParleyCaseOutcome *parley_what_if_outcome (const ParleyWhatIf *self, guint index);

/* The drafts of @self, a case, and of what it is compared with: those that are there, in their
 * order, then those that are gone. Returns: (transfer full) (element-type ParleyDraftPair). */
GArray *parley_case_outcome_drafts (const ParleyCaseOutcome *self);

/* The standing of the party @id with a draft. Returns: (nullable): NULL when @score is NULL or the
 * party is not there. */
const ParleyStanding *parley_draft_score_of (const ParleyDraftScore *score, const char *id);

/* The first party, as the case has them, whose verdict on a draft that is there both times is
 * another; -1: none. One that comes or goes, or gives a verdict only once, has none that is
 * another. */
int parley_draft_pair_turned_party (const ParleyDraftPair *pair);

/* Whether the verdict of the draft, or of one party on it, is another; a draft that is new or gone
 * counts too. */
gboolean parley_draft_pair_turns (const ParleyDraftPair *pair);

/* Whether anything of it is another: a verdict, a score, whether that is on the line or the consent
 * needed, how many completions there are and all accept. */
gboolean parley_draft_pair_changes (const ParleyDraftPair *pair);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyWhatIf, parley_what_if_free)

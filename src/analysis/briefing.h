/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/compare.h"
#include "analysis/concede.h"
#include "analysis/deals.h"
#include "analysis/evidence.h"
#include "analysis/portrait.h"
#include "analysis/proposal.h"
#include "analysis/robust.h"
#include "analysis/stake.h"
#include "analysis/whatif.h"

typedef struct
{
  int                     party;     /* whom it is for: it negotiates and has a score; -1: nobody */
  gboolean                is_among;  /* the terms to propose from are said; else they are chosen */
  ParleyAmong             among;
  guint                   among_party;
  const guint            *drafts;    /* to be compared: indices into the scenario's */
  guint                   n_drafts;
  const ParleyWhatIfCase *cases;     /* (nullable): the scenario itself, then its cases */
  guint                   n_cases;
  guint64                 n_draws;   /* for likelihoods; 0: none are asked for */
  guint64                 seed;
  gboolean                count;     /* FALSE: leave out what takes counting deals */
  guint                   n_top;     /* acceptable deals to list */
  const char *const      *titles;    /* of the proposals, PARLEY_MOST_PROPOSALS of them */
  const ParleyCrew       *crew;      /* (nullable) */
  gsize                   memory;    /* for each table, in bytes (space/budget.h) */
} ParleyBriefingRequest;

/* How the proposals fare in a case. */
typedef struct
{
  const ParleyWhatIfCase *given;
  GPtrArray      *drafts;   /* of ParleyDraft: the proposals */
  ParleyScenario *scenario; /* the case with these behind its drafts */
  ParleyScores   *scores;   /* of these; NULL: the case has other issues or parties, or is too much */
} ParleyCaseTrial;

/**
 * ParleyBriefing:
 *
 * What a negotiator's team needs to know before it goes in: what to propose, what to fall back on,
 * how to get from the one to the other, and what all of that hangs on. Everything but likelihoods
 * is exact, unless the landscape says otherwise.
 */
typedef struct
{
  const ParleyScenario *scenario; /* borrowed */
  ParleyBriefingRequest request;  /* with drafts of its own, and without titles and crew */
  ParleyDeals          *deals;    /* all terms */
  const ParleyLandscape *ground;  /* of the terms that are proposed from */
  ParleyAmong           among;    /* which these are */
  guint                 among_party;
  ParleyProposals      *proposals;
  GPtrArray            *drafts;   /* of ParleyDraft: the proposals */
  ParleyScenario       *extended; /* the scenario with these behind its drafts */
  ParleyScores         *scores;   /* of the drafts of the extended scenario that are compared, then of
                                 * the proposals */
  ParleyComparison     *comparison; /* of the drafts; NULL when there are fewer than two */
  ParleyRobust *robust; /* of what is scored; NULL: not asked for, nothing is scored or in doubt, or
                           too much */
  char                 *no_robust; /* then why, if it is too much */
  GPtrArray            *doubts;   /* of ParleyDraftDoubt: what single numbers turn, of what is scored */
  ParleyConcessions *plan; /* from the first proposal to the last; NULL without a party, and with
                            * fewer than two */
  int                   rival;    /* the one other party that negotiates; -1: none, several, or no party */
  GPtrArray            *stakes;   /* of ParleyStake: between party and rival; NULL without */
  ParleyPortrait *portrait; /* of the party and its rival, else of the first two that negotiate;
                             * NULL where there are no two with scores, or that is too much */
  ParleyWhatIf  *what_if;  /* NULL: no cases */
  GPtrArray     *trials;   /* of ParleyCaseTrial, one a case */
  ParleyEvidence evidence;
  gboolean       rounded;

  /* What it owns of the above. */
  guint           *draft_indices;
  ParleyLandscape *own_ground;
} ParleyBriefing;

/**
 * parley_briefing_new:
 *
 * The terms that are proposed from, unless the request says which: for a party with one rival those
 * that the rival has tabled or accepted, so that it cannot well call them new; else those that any
 * draft has tabled; where these leave no acceptable deal, all.
 *
 * Cost: that of deals.h for all terms and of a frontier for those proposed from, a score for each
 * draft, the draws (robust.h), and for each case that of whatif.h. Errors: PARLEY_ERROR_LIMIT when
 * the deals are too much; what else is too much is left out.
 */
ParleyBriefing *parley_briefing_new  (const ParleyScenario        *scenario,
                                     const ParleyBriefingRequest *request,
                                     GError **error);
void            parley_briefing_free (ParleyBriefing *self);

/* How many proposals there are. */
guint parley_briefing_n_proposals (const ParleyBriefing *self);

/* The proposal at @index as a draft, scored; the first is what is recommended. */
const ParleyDraftScore *parley_briefing_proposal (const ParleyBriefing *self, guint index);

/* The draft at @index of those that are compared, scored. */
const ParleyDraftScore *parley_briefing_draft (const ParleyBriefing *self, guint index);

/* The draft whose terms the proposal at @index has most of: that with the fewest other terms, what
 * it leaves open counted as half a difference; of several the latest. Returns: an index into the
 * scenario's drafts, -1 when there are none. */
int parley_briefing_nearest (const ParleyBriefing *self, guint index);

/* Whether the term of @draft on @issue allows what the proposal at @index says: -1 no, 0 it is open
 * or known in part, 1 it says the same. */
int parley_briefing_agrees (const ParleyBriefing *self,
                            guint                 index,
                            const ParleyDraft    *draft,
                            guint                 issue);

/* After how many steps of the plan the term of @issue has changed; 0: it does not. */
guint parley_briefing_step (const ParleyBriefing *self, guint issue);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyBriefing, parley_briefing_free)

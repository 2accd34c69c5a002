/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/exchange.h"
#include "space/deal.h"

/* What a step is, to the party that concedes. */
typedef enum
{
  PARLEY_STEP_FREE, /* it costs neither the party anything nor the worst-off of the others */
  PARLEY_STEP_ASK,  /* it costs the worst-off of the others something, and the party nothing */
  PARLEY_STEP_GIVE  /* it costs the party something */
} ParleyStepKind;

/* One step: the change of a term, or of several that only go together. */
typedef struct
{
  ParleyStepKind kind;
  GArray        *moves;   /* of ParleyMove, in the order of the issues */
  ParleyDeal    *before;  /* borrowed from the step before, or the start */
  ParleyDeal    *after;
  gboolean       accepted; /* by all that must accept */
} ParleyConcession;

/**
 * ParleyConcessions:
 *
 * A way from a draft to a deal that all accept, by single clauses.
 *
 * It starts from the reading of the draft that is best for the party, and of several for the
 * others. It ends at the acceptable deal that is best for the party, and so costs it least; of
 * several at the best for the others, then at the nearest to the start, then the first in file
 * order. When no deal is acceptable it ends at the best for the others of the deals that cross no
 * red line and keep the party's reservation, of several likewise. Only terms that differ between
 * the two change. First comes what is free, then what the party asks for, then what it gives, most
 * gain of the others for its cost first. Of several others the one with the smallest surplus
 * counts.
 *
 * No step breaks a rule or crosses a red line of a party that decides which was not crossed before
 * it. Where no term can change by itself, two or three change together, else all that are left:
 * this step alone may cross a red line, of a party that the end does not need.
 */
typedef struct
{
  const ParleyScenario *scenario; /* borrowed */
  const ParleyDraft    *draft;    /* borrowed; NULL: it starts from a deal */
  const char           *date;     /* of the draft, else of the scenario (nullable): what parties need
                     * is what they need then */
  guint                 party;
  ParleyAmong           among;
  guint                 among_party;
  gboolean              is_open; /* the draft can be read in several ways */
  ParleySpace          *space;   /* of the start, and of all terms that are looked at */
  GPtrArray            *utilities;
  guint                *others;  /* slots of the other parties that negotiate and have scores */
  guint                 n_others;
  ParleyDeal           *start;
  gboolean              start_accepted; /* then there are no steps */
  gboolean              possible; /* some deal is acceptable to all */
  ParleyDeal           *end;      /* NULL when not even a deal that keeps the reservation is found */
  GPtrArray            *steps;    /* of ParleyConcession */
  guint                 stop;     /* after how many steps all accept and the party has as much as
                            * at the end; all, when no deal is acceptable */
  gboolean              rounded;
} ParleyConcessions;

/**
 * parley_concessions_new:
 * @party: that concedes: it negotiates and has a score
 * @among: which terms the end may have beside those of the draft
 *
 * Exact. Cost: two frontiers (fronts.h), and O(terms^2) looks at deals. Errors:
 * PARLEY_ERROR_INPUT when there is no other party or no reading of the draft; PARLEY_ERROR_LIMIT.
 */
ParleyConcessions *parley_concessions_new  (const ParleyScenario *scenario,
                                           const ParleyDraft *draft,
                                           guint party,
                                           ParleyAmong among,
                                           guint among_party,
                                           GError **error);
void               parley_concessions_free (ParleyConcessions *self);

/**
 * parley_concessions_between:
 * @start, @end: [axis]: deals among the terms of @among
 *
 * The same from one deal to another, at the date at which the scenario stands. Cost: O(terms^2)
 * looks at deals. Errors: PARLEY_ERROR_LIMIT.
 */
ParleyConcessions *parley_concessions_between (const ParleyScenario *scenario,
                                               guint                 party,
                                               ParleyAmong           among,
                                               guint                 among_party,
                                               const guint          *start,
                                               const guint          *end,
                                               GError              **error);

static inline const ParleyUtility *
parley_concessions_utility (const ParleyConcessions *self, guint slot)
{
  return g_ptr_array_index (self->utilities, slot);
}

static inline const ParleyConcession *
parley_concessions_step (const ParleyConcessions *self, guint index)
{
  return g_ptr_array_index (self->steps, index);
}

/* The title of the party of @slot. */
static inline const char *
parley_concessions_title (const ParleyConcessions *self, guint slot)
{
  return parley_scenario_party (self->scenario, slot)->title;
}

/* What the step brings the party of @slot, in its steps: below 0 what it costs. */
static inline ParleyScore
parley_concession_gain (const ParleyConcession *self, guint slot)
{
  return self->after->scores[slot] - self->before->scores[slot];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyConcessions, parley_concessions_free)

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/room.h"
#include "space/budget.h"
#include "space/space.h"
#include "space/utility.h"

/* A score that counts in a question, and what it must reach. */
typedef struct
{
  guint       slot;
  gboolean    negated; /* it is minus the score, so that a floor is a ceiling */
  gboolean    has_floor;
  ParleyScore floor;
} ParleyDim;

/* A sum of objectives that deals must reach as well, so that fronts (fronts.h) give up early what
 * falls behind it. */
typedef struct
{
  const ParleyScore *weights; /* [objective]: 0 or more */
  ParleyScore        floor;
} ParleyCut;

/* What a question asks of a condition. */
typedef enum
{
  PARLEY_DEMAND_NONE, /* it does not matter, unless it moves a score that counts */
  PARLEY_DEMAND_NOT,  /* no deal may match it */
  PARLEY_DEMAND_MATCH /* every deal must */
} ParleyDemand;

/* What else is to be known of each deal. */
typedef struct
{
  enum
  {
    PARLEY_OUTCOME_COUPLING, /* whether it matches: 0 or 1 */
    PARLEY_OUTCOME_FACTOR,   /* which of its values a derived issue takes */
    PARLEY_OUTCOME_CROSSING  /* whether any red line of a party is crossed: 0 or 1 */
  } kind;
  guint index; /* of the coupling, the factor or the party */
} ParleyOutcome;

/**
 * ParleyView:
 *
 * One question to a space: the deals that meet some demands and reach some floors, by
 * the scores that are to be made large, or by outcomes that are to be known. "The deals
 * that all accept" is a view whose demands are the rules and red lines, and whose floors
 * are the reservations. What does not matter to the question costs nothing, so a narrow
 * view is a fast one.
 */
typedef struct
{
  const ParleySpace *space;     /* borrowed */
  GPtrArray         *utilities; /* borrowed, of ParleyUtility; NULL when no score counts */
  ParleyDemand      *demands;   /* [coupling] */
  GArray            *dims;      /* of ParleyDim: objectives first, then mere constraints */
  guint              n_objectives;
  const ParleyCut   *cut;      /* (nullable) borrowed */
  gboolean           one_deal; /* one deal for each set of objectives will do, not all of them */
  GArray            *outcomes; /* of ParleyOutcome */
  gsize              memory;   /* for each table that an answer takes (budget.h) */
  ParleyRoom        *room;     /* (nullable) borrowed: for large tables where others work as well */
  const guint       *order;    /* (nullable) borrowed: of axes, for counting (tally.h); wherever diagrams
                         * are small with it, too (plan.h) */
} ParleyView;

/* Feasible deals: the rules are demanded, no score counts, and memory is that of the default.
 * @utilities: (nullable). */
ParleyView *parley_view_new  (const ParleySpace *space, GPtrArray *utilities);
void        parley_view_free (ParleyView *self);

/* @view with nothing but its demands and floors: what counting needs. */
ParleyView *parley_view_new_floors (const ParleyView *view);

/* Demands something of all couplings of @party with @effect. */
void parley_view_demand (ParleyView *self, ParleyEffect effect, guint party, ParleyDemand demand);

/* Makes the score of @slot an objective; before any constraint is added. @floor:
 * (nullable). */
void parley_view_add_objective (ParleyView *self, guint slot, const ParleyScore *floor);

/* low <= score of @slot, or with @negated score <= @end. A floor below an objective's own
 * is raised instead of counted a second time. */
void parley_view_add_constraint (ParleyView *self, guint slot, gboolean negated, ParleyScore end);

void parley_view_add_outcome (ParleyView *self, ParleyOutcome outcome);

static inline const ParleyOutcome *
parley_view_outcome (const ParleyView *self, guint outcome)
{
  return &g_array_index (self->outcomes, ParleyOutcome, outcome);
}

/* Whether the outcome follows from @coupling. */
gboolean parley_view_outcome_reads (const ParleyView *self, guint outcome, guint coupling);

static inline const ParleyDim *
parley_view_dim (const ParleyView *self, guint dim)
{
  return &g_array_index (self->dims, ParleyDim, dim);
}

static inline const ParleyUtility *
parley_view_utility (const ParleyView *self, guint dim)
{
  return (const ParleyUtility *) g_ptr_array_index (self->utilities,
                                                    parley_view_dim (self, dim)->slot);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyView, parley_view_free)

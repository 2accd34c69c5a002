/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/parallel.h"
#include "space/budget.h"
#include "space/view.h"

/* A filter on one party's score: low <= score <= high, in its steps. */
typedef struct
{
  guint       slot;
  ParleyScore low;
  ParleyScore high;
} ParleyScoreBound;

#define PARLEY_NONE_LEFT_OUT (-1)

/**
 * ParleyAcceptance:
 *
 * What it takes for a deal to be acceptable, and the views that this comes to.
 *
 * A party that need not always consent (`needed_when`) makes two kinds of deals: those it
 * must accept, and those where it is not asked. So acceptable deals fall into groups, one
 * for each set of such parties, and in each group all demands are plain.
 */
typedef struct
{
  const ParleySpace  *space;
  GPtrArray          *utilities;
  const GArray       *bounds;       /* (nullable) of ParleyScoreBound */
  gboolean            red_lines;    /* FALSE: as if there were none */
  int                 without;      /* a coupling that does not count, or PARLEY_NONE_LEFT_OUT */
  gboolean            reservations; /* FALSE: as if nobody asked for anything */
  int                 asks_nothing; /* whose reservation does not count, or PARLEY_NONE_LEFT_OUT */
  gboolean            one_deal;     /* TRUE: of its points only the scores count, not which deals
                               * and how many are on them */
  const ParleyCrew   *crew;         /* (nullable): does the work, where it comes in tasks */
  const ParleyBudget *budget;       /* (nullable): of the search for deals; NULL is exact */
  gsize               memory;       /* that of its views (view.h) */
  const guint        *order;        /* (nullable): likewise */
} ParleyAcceptance;

/* Of all deals within @bounds (nullable), by all red lines and reservations. */
ParleyAcceptance parley_acceptance (const ParleySpace *space,
                                    GPtrArray         *utilities,
                                    const GArray      *bounds);

static inline ParleyBudget
parley_acceptance_budget (const ParleyAcceptance *self)
{
  return self->budget == NULL ? parley_budget_exact (self->memory) : *self->budget;
}

/* Whether the party of @slot must accept deals, at least some. */
gboolean parley_acceptance_decides (const ParleyAcceptance *self, guint slot);

/* How many groups there are: 2 to the number of parties that are not always needed.
 * Returns: 0 with PARLEY_ERROR_LIMIT when these are more than eight. */
guint parley_acceptance_n_groups (const ParleyAcceptance *self, GError **error);

/* The parties of a group whose consent is needed are those that decide and are not
 * excused in it. */
gboolean parley_acceptance_needs (const ParleyAcceptance *self, guint group, guint slot);

/* The acceptable deals of a group; the scores of @slots are objectives. */
ParleyView *parley_acceptance_view (const ParleyAcceptance *self,
                                    guint                   group,
                                    const guint            *slots,
                                    guint                   n_slots);

/* The deals of a group that cross no red line that counts, whatever they score: the
 * objectives are all reservations that would have to be reached, each from what @shortfall
 * (nullable, [slot]) allows. */
ParleyView *parley_acceptance_view_of_misses (const ParleyAcceptance *self,
                                              guint                   group,
                                              const ParleyScore      *shortfall);

/* The deals within the bounds that the party of @slot accepts for itself. */
ParleyView *parley_acceptance_view_of_party (const ParleyAcceptance *self, guint slot);

/* All feasible deals within the bounds. */
ParleyView *parley_acceptance_view_of_all (const ParleyAcceptance *self);

/* Something about @acceptance that takes at most some tables of its memory, and no lease. Returns:
 * FALSE with @error (nullable) set when that is too little; then it can be done again with more. */
typedef gboolean (*ParleyAcceptanceTask) (const ParleyAcceptance *acceptance,
                                          gpointer                data,
                                          GError                **error);

/* Does @task, which runs beside others, with little memory or, where that is not enough, with all
 * when there is room for it. */
gboolean parley_acceptance_share (const ParleyAcceptance *self,
                                  ParleyAcceptanceTask    task,
                                  gpointer                data,
                                  GError                **error);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/count.h"
#include "space/deal.h"
#include "space/frontier.h"

/* What to look for. */
typedef struct
{
  const ParleyOrder *order;     /* best first, for the list of deals */
  guint              n_top;     /* how many deals to list */
  gboolean           efficient; /* list efficient deals only */
  gboolean           count;     /* FALSE: leave the counts out */
  GArray            *bounds;    /* (nullable) of ParleyScoreBound */
  const ParleyCrew  *crew;      /* (nullable): does what comes in tasks */
  gsize              memory;    /* for each table, in bytes */
  const ParleyBudget *budget;   /* (nullable): NULL refuses what cannot be exact */
} ParleyQuery;

/**
 * ParleyFindings:
 *
 * What a search over a space found. Acceptable means acceptable to all deciding parties.
 */
typedef struct
{
  guint          *order;       /* of axes, for counting; NULL when nothing was to be counted */
  ParleyCounts   *counts;      /* NULL: not asked for, or too many */
  ParleyCounts   *bare_counts; /* as if there were no red lines; NULL too when there are none */
  ParleyFrontier *frontier;    /* of acceptable deals, over parties with role `party`; empty
                              * when nothing is acceptable */
  gboolean        too_many;    /* deals were to be counted, and cannot be */
  GPtrArray      *top;         /* of ParleyDeal: acceptable, best first, ties in file order; where the
                              * search was not exact, of the frontier alone, so that none is
                              * better than the solutions found */
  ParleyDeal     *nearest;     /* when nothing is acceptable (nearest.h), and the search
                              * was exact */
} ParleyFindings;

/**
 * parley_search:
 *
 * Finds what a query asks for without looking at every deal. Cost: frontier (fronts.h),
 * best deals (best.h) and counts (count.h). Errors: PARLEY_ERROR_LIMIT when too many
 * conditions hang together, or there are too many points or deals.
 */
ParleyFindings *parley_search (const ParleySpace *space,
                               GPtrArray         *utilities,
                               const ParleyQuery *query,
                               GError           **error);

void parley_findings_free (ParleyFindings *self);

/* What is counted without red lines. Returns: (transfer none) (nullable): NULL when nothing
 * was counted. */
const ParleyTally *parley_findings_bare (const ParleyFindings *self);

/* Whether nothing better exists than what was found. Where conditions hang together too widely
 * for that, and the budget says so, the deals are the best found; nothing is counted then. */
gboolean parley_findings_is_exact (const ParleyFindings *self);

/* Whether no deal was found and yet one may exist. */
gboolean parley_findings_is_open (const ParleyFindings *self);

/* Whether some deal is acceptable. */
gboolean parley_findings_has_deal (const ParleyFindings *self);

/* The utilities of the parties that negotiate (role `party`). Returns: how many. */
guint parley_negotiating_slots (const ParleySpace *space, GPtrArray *utilities, guint *slots);

/* Of these, those with scores, but for that of @party (-1: all of them). @slots takes no more than
 * these. Returns: how many. */
guint parley_rival_slots (const ParleySpace *space, GPtrArray *utilities, int party, guint *slots);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyFindings, parley_findings_free)

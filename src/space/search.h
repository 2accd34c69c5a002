/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/frontier.h"
#include "space/top.h"
#include "space/walk.h"

/* A filter on one party's score: low <= score <= high, in its steps. */
typedef struct
{
  guint       slot;
  ParleyScore low;
  ParleyScore high;
} ParleyScoreBound;

/* Told now and then how far a search is, from 0 to 1. */
typedef void (*ParleyProgress) (double share, gpointer data);

/* What to look for. */
typedef struct
{
  const ParleyOrder *order;     /* best first, for the list of deals */
  guint              n_top;     /* how many deals to list */
  gboolean           efficient; /* list efficient deals only: costs a second look */
  guint              n_ties;    /* how many deals to keep for an efficient point */
  GArray            *bounds;    /* (nullable) of ParleyScoreBound */
  ParleyProgress     progress;  /* (nullable) */
  gpointer           progress_data;
} ParleyQuery;

/**
 * ParleyFindings:
 *
 * What a search over a space found. Acceptable means acceptable to all deciding
 * parties; "bare" figures leave red lines out of account.
 */
typedef struct
{
  guint64         n_feasible;
  guint64        *by_party; /* one a utility */
  guint64         n_acceptable;
  guint64        *bare_by_party;
  guint64         n_bare;
  ParleyFrontier *frontier; /* of acceptable deals, over parties with role `party` */
  GPtrArray      *top;      /* of ParleyDeal: acceptable, best first, ties in file order */
  ParleyDeal     *nearest;  /* when nothing is acceptable: the feasible deal across no red
                             * line with the smallest largest shortfall, then leximin */
} ParleyFindings;

/**
 * parley_search:
 *
 * Looks at every deal once. Cost: O(deals); memory for what is found only.
 * Errors: PARLEY_ERROR_LIMIT above 10^8 deals, or when three or more parties leave so
 * many points on the frontier that it takes more than 10^9 comparisons with them.
 */
ParleyFindings *parley_search (const ParleySpace *space,
                               GPtrArray         *utilities,
                               const ParleyQuery *query,
                               GError           **error);

void parley_findings_free (ParleyFindings *self);

/* The utilities of the parties that negotiate (role `party`). Returns: how many. */
guint parley_negotiating_slots (const ParleySpace *space, GPtrArray *utilities, guint *slots);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyFindings, parley_findings_free)

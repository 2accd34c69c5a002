/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/estimate.h"
#include "analysis/landscape.h"
#include "analysis/obstacles.h"
#include "analysis/opposition.h"
#include "analysis/refine.h"
#include "analysis/sample.h"
#include "space/pairs.h"

typedef struct
{
  const ParleyScenario *scenario; /* borrowed */
  ParleyDealsRequest    request;
  ParleyBudget          budget;  /* that of the request */
  ParleyLandscape      *landscape;
  GPtrArray            *sample; /* of ParleyDeal, as drawn; NULL when not asked for */
  ParleyMap            *map;    /* likewise; best is the best for the worst-off */
  GPtrArray            *maps;   /* of ParleyMap: of every two issues, in file order; likewise */
  ParleyEstimate       *estimate; /* when deals are too many to be counted */
  ParleyRefined        *refined[PARLEY_N_SOLUTIONS]; /* NULL when not asked for, and without
                                               * an acceptable deal */
  ParleyObstacles      *obstacles; /* NULL when nothing was to be counted */
  gboolean              has_opposition;
  double                opposition; /* opposition.h */
  ParleyLandscape      *tabled; /* the same among tabled terms; NULL when asked for
                            * something else or no draft names a term */
  gboolean              rounded;
} ParleyDeals;

/**
 * parley_deals_find:
 *
 * Finds the deals that all deciding parties accept, as of the scenario's date.
 * Errors: PARLEY_ERROR_LIMIT, see space/search.h; also when it is not known whether
 * there is an acceptable deal.
 */
ParleyDeals *parley_deals_find (const ParleyScenario     *scenario,
                                const ParleyDealsRequest *request,
                                GError                  **error);

void parley_deals_free (ParleyDeals *self);

/* Sets @surplus, in points, to that of the worst-off negotiating party. @scores: of the
 * frontier's slots, in their order, as a map has them. */
void parley_deals_smallest_surplus (const ParleyDeals *self,
                                    const ParleyScore *scores,
                                    mpq_ptr            surplus);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyDeals, parley_deals_free)

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/deals.h"
#include "analysis/density.h"

/**
 * ParleyPortrait:
 *
 * All deals by what two parties get: where they lie, which of those that all accept are efficient
 * between the two, and where solutions stand. With more parties than these at the table solutions
 * are those of all of them, and the frontier is that of the two.
 */
typedef struct
{
  const ParleyDeals *deals;   /* borrowed */
  guint              pair[2]; /* utilities, which are those of the parties */
  ParleyFrontier    *frontier; /* of acceptable deals, by the scores of the two */
  gboolean           is_exact; /* the frontier; else the best found */
  ParleyDensity
      *density; /* NULL: none is feasible, or more hangs together than can be drawn from */
} ParleyPortrait;

/**
 * parley_portrait_new:
 * @deals: must outlive it; found without a filter, among all terms
 * @pair: two different parties with scores
 *
 * Cost: that of a frontier (fronts.h) and of a sample (density.h). Errors: PARLEY_ERROR_LIMIT.
 */
ParleyPortrait *parley_portrait_new (const ParleyDeals *deals,
                                     const guint        pair[2],
                                     guint64            seed,
                                     GError           **error);

void parley_portrait_free (ParleyPortrait *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyPortrait, parley_portrait_free)

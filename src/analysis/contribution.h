/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/score.h"

/**
 * ParleyBestValues:
 *
 * The best value that each party could get on each issue, over the whole of its
 * scale: what points given up are measured against.
 */
typedef struct
{
  guint   n_parties;
  guint   n_issues;
  mpq_t **values; /* [party][issue]: 0 to 100 */
} ParleyBestValues;

/* Errors: PARLEY_ERROR_LIMIT when a derived issue is too large. */
ParleyBestValues *parley_best_values_new  (const ParleyScenario *scenario, GError **error);
void              parley_best_values_free (ParleyBestValues *self);

/* What each weighted issue brings @party over the feasible completions in @reach.
 * Returns: (transfer full) (element-type ParleyContribution): in file order. */
GPtrArray *parley_contributions_new (const ParleySpace      *space,
                                     const ParleyReach      *reach,
                                     const ParleyBestValues *best,
                                     guint                   party);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyBestValues, parley_best_values_free)

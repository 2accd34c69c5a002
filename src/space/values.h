/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/variation.h"
#include "space/score.h"
#include "space/space.h"

/* Steps in a point where numbers have no common denominator that is small enough. */
#define PARLEY_ROUNDED_STEPS 10000000000ul

/* What a party makes of the options of one issue: value = steps * unit. */
typedef struct
{
  guint        n;
  ParleyScore *steps; /* one an option of the axis or distinct value of the factor */
  mpq_t        unit;
} ParleyValueTable;

/**
 * ParleyValues:
 *
 * What one party makes of every option of every issue it weights, before
 * weighting. Worked out once; utilities under other weights share them.
 */
typedef struct
{
  guint              party;
  guint              n_issues;
  ParleyValueTable **of_issue; /* NULL entry: not weighted */
  gboolean           rounded;  /* some values come from a smooth curve */
} ParleyValues;

/* @variation: (nullable): one input moved. Cost: O(options). */
ParleyValues *parley_values_new  (const ParleySpace     *space,
                                 guint party,
                                 const ParleyVariation *variation);
void          parley_values_free (ParleyValues *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyValues, parley_values_free)

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "effort.h"
#include "naive.h"
#include "random_scenario.h"
#include "space/utility.h"

/* How many random scenarios a test looks at. */
#define PARLEY_N_SAMPLES parley_effort (200)

/**
 * ParleySample:
 *
 * A random scenario, as the engine sees its deals and as they are worked out by hand.
 */
typedef struct
{
  ParleyLoaded         *loaded;
  const ParleyScenario *scenario; /* of @loaded */
  const ParleyDraft    *draft;    /* NULL: any deal */
  ParleySpace          *space;
  GPtrArray            *utilities; /* of ParleyUtility, one a party */
  GPtrArray            *deals;     /* of ParleyNaiveDeal: all, in file order */
} ParleySample;

/* Scenarios with an odd @seed are seen from their draft, with even ones whole. */
ParleySample *parley_sample_new  (guint32 seed);
void          parley_sample_free (ParleySample *self);

/* The same of @loaded, which it takes: seen from its draft or whole. */
ParleySample *parley_sample_take (ParleyLoaded *loaded, gboolean from_draft);

const ParleyNaiveDeal *parley_sample_deal    (const ParleySample *self, guint index);
const ParleyUtility   *parley_sample_utility (const ParleySample *self, guint slot);

/* @points in the steps of a party. */
ParleyScore parley_sample_steps (const ParleySample *self, guint slot, mpq_srcptr points);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleySample, parley_sample_free)

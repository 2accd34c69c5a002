/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/score.h"
#include "space/extent.h"

/**
 * ParleyIssueTrial:
 *
 * A draft as it is but for one issue, on which every term is tried. Options are those of the
 * issue's axis in the space of all deals.
 */
typedef struct
{
  const ParleyScenario   *scenario; /* borrowed, all of these */
  const ParleyDraftScore *score;
  const ParleySpace      *whole; /* of all deals */
  guint                   axis;  /* the same in all spaces, as no issue loses its axis */
  ParleySpace            *space; /* of the draft with this issue free */
  GPtrArray              *utilities;
  GPtrArray              *endings; /* what the terms do to each party */
} ParleyIssueTrial;

/* @whole: of all deals. Returns: FALSE with PARLEY_ERROR_LIMIT when an outline is too wide; it is
 * to be cleared then as well. Cost: that of an outline (outline.h) for each party. */
gboolean parley_issue_trial_init  (ParleyIssueTrial       *self,
                                  const ParleyDraftScore *score,
                                  const ParleySpace *whole,
                                  guint axis,
                                  GError **error);
void     parley_issue_trial_clear (ParleyIssueTrial *self);

/* The axis with all options. */
static inline const ParleyAxis *
parley_issue_trial_axis (const ParleyIssueTrial *self)
{
  return &self->whole->domain->axes[self->axis];
}

/* Whether the draft itself allows the option. */
gboolean parley_issue_trial_allows (const ParleyIssueTrial *self, guint option);

/* What @party can get with the option. Returns: FALSE when no completion is left. */
gboolean parley_issue_trial_extent (const ParleyIssueTrial *self,
                                    guint                   party,
                                    guint                   option,
                                    ParleyExtent           *extent);

/* What the option brings @party instead of each that the draft allows, all else the same. Returns:
 * FALSE when it always takes other changes too. */
gboolean parley_issue_trial_gain (const ParleyIssueTrial *self,
                                  guint                   party,
                                  guint                   option,
                                  ParleyScore            *low,
                                  ParleyScore            *high);

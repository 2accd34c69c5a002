/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/diagram.h"

/**
 * ParleyOutline:
 *
 * What a party's verdict follows from, without numbers: a diagram of all feasible deals
 * whose outcomes are the party's adjustments, the derived issues that it weights, and
 * whether any of its red lines is crossed. Whatever the party's weights, values and points
 * are, the outline is the same, so that an input is moved without building it anew.
 */
typedef struct
{
  ParleyView    *view;
  ParleyDiagram *diagram;
} ParleyOutline;

/* Cost, and errors: those of a diagram (diagram.h). */
ParleyOutline *parley_outline_new (const ParleySpace *space, guint party, GError **error);

/* The same with @axis chosen last of all, so that each node before it stands for deals that
 * differ only there; of at most @max_arcs. */
ParleyOutline *parley_outline_new_ending_with (const ParleySpace *space,
                                               guint              party,
                                               guint              axis,
                                               gsize              max_arcs,
                                               GError           **error);

/* Of the feasible deals that cross none of the party's red lines, but for that of the coupling
 * @spared (or PARLEY_NONE_SPARED). */
#define PARLEY_NONE_SPARED (-1)
ParleyOutline *parley_outline_new_clean (const ParleySpace *space,
                                         guint              party,
                                         int                spared,
                                         GError           **error);

/* Of the feasible deals that match none of the couplings that @barred says so of. */
ParleyOutline *parley_outline_new_without (const ParleySpace *space,
                                           guint              party,
                                           const gboolean    *barred,
                                           GError           **error);

void parley_outline_free (ParleyOutline *self);

static inline gboolean
parley_outline_is_feasible (const ParleyOutline *self)
{
  return !self->diagram->empty;
}

/* What a choice brings a party. */
typedef struct
{
  ParleyScore score;
  ParleyScore verdict; /* the score, less PARLEY_SCORE_CROSSED where that becomes certain */
} ParleyGain;

/**
 * ParleyGains:
 *
 * What the arcs of an outline bring under one utility. A path's verdict score, the sum of
 * all, reaches the reservation if and only if the party accepts the deal: a crossing is
 * told once on a path, and is more than all scores together.
 */
typedef struct
{
  const ParleyOutline *outline; /* borrowed */
  const ParleyUtility *utility; /* borrowed; of the outline's party */
  ParleyGain           start;   /* before anything is chosen */
  ParleyGain         **settled; /* [layer][settlement] */
} ParleyGains;

/* Cost: O(settlements). */
ParleyGains *parley_gains_new  (const ParleyOutline *outline, const ParleyUtility *utility);
void         parley_gains_free (ParleyGains *self);

/* Of an arc that leads on. */
static inline ParleyGain
parley_gains_at (const ParleyGains *self, guint layer, guint node, guint option)
{
  const ParleyLayer *arcs = &self->outline->diagram->layers[layer];
  const ParleyScore *table = self->utility->axes[arcs->axis];
  ParleyScore own = table == NULL ? 0 : table[option];
  ParleyGain gain = self->settled[layer][arcs->settles[(gsize) node * arcs->n_options + option]];

  gain.score += own;
  gain.verdict += own;
  return gain;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyOutline, parley_outline_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyGains, parley_gains_free)

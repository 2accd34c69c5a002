/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/fronts.h"

/* From a place to one of the next layer, by number. */
typedef struct
{
  guint from;
  guint option;
  guint to;
} ParleyStep;

/**
 * ParleyTrace:
 *
 * Deals that are alike, such as those on one point of the whole, as the paths that lead
 * there: for each layer the places passed on the way, and the options between them. There can
 * be astronomically many such deals; the places that they pass are few.
 */
typedef struct
{
  const ParleyFronts *fronts; /* borrowed */
  GPtrArray          *places; /* [layer] of ParleyIntern: places passed */
  GPtrArray          *steps;  /* [layer] of GArray of ParleyStep to the next */
} ParleyTrace;

/* Without any place. @size: of what tells places apart, in bytes. */
ParleyTrace *parley_trace_new_empty (const ParleyFronts *fronts, gsize size);

/* The deals on one point of the whole. @objectives: those of the point; when no deal has them the
 * trace has no paths. Cost: O(points passed * options * log points). */
ParleyTrace *parley_trace_new  (const ParleyFronts *fronts, const ParleyScore *objectives);
void         parley_trace_free (ParleyTrace *self);

/* The first @n_most deals in file order, in whichever order the layers stand. Cost:
 * O(n_most * options * steps), of which with every option chosen fewer are left. Returns: (transfer
 * full) (element-type guint*). */
GPtrArray *parley_trace_list (const ParleyTrace *self, guint n_most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyTrace, parley_trace_free)

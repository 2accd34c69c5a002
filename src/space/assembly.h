/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/fronts.h"
#include "space/package.h"

/**
 * ParleyAssembly:
 *
 * Packages of all blocks, one of each, put together: a diagram with one node between two blocks,
 * whose arcs are packages, and the fronts on it. The first dimension is the cost, negated: changes,
 * and what is settled as far as changes are equal. Behind it come the concerns.
 */
typedef struct
{
  const ParleyConcerns *concerns; /* borrowed */
  GPtrArray            *packages; /* borrowed, of ParleyPackages: one a block */
  guint                *first;    /* [block]: of its packages, the one that option 0 stands for */
  ParleyView           *view;
  ParleyDiagram        *diagram;
  ParleyFronts         *fronts;
} ParleyAssembly;

/* What can be put together so that all accept, with at most @most_changes. For each cost the most
 * that the first concern can come to is on the fronts.
 * Errors: PARLEY_ERROR_LIMIT when there are more than @max_points. */
ParleyAssembly *parley_assembly_new (const ParleyConcerns *concerns,
                                     GPtrArray            *packages,
                                     guint                 most_changes,
                                     gsize                 max_points,
                                     GError              **error);

/* The same of packages of one pattern each ([block]), and with all concerns to be large. */
ParleyAssembly *parley_assembly_new_of_patterns (const ParleyConcerns *concerns,
                                                 GPtrArray            *packages,
                                                 const guint          *patterns,
                                                 gsize                 max_points,
                                                 GError              **error);

void parley_assembly_free (ParleyAssembly *self);

/* Changes first, then what is settled. */
ParleyScore parley_assembly_cost (const ParleyConcerns *concerns, guint n_changed, guint n_settled);

/* What a package brings, in all dimensions. */
void parley_assembly_gain (const ParleyConcerns *concerns,
                           const ParleyPackage  *package,
                           ParleyScore          *gain);

/* What counts first. */
typedef enum
{
  PARLEY_PREFER_FEW_SETTLED, /* then the most for the first concern */
  PARLEY_PREFER_MOST_KEPT    /* for the first concern, then the fewest settled */
} ParleyPreference;

/* What to do with exactly @n_changed changes, by @preference, and with all concerns to be large
 * then the most for the next, and so on. Of what ties, that which comes first in the packages.
 * Returns: (transfer full) (array) (nullable): of packages, one a block; NULL when there is
 * nothing, or less cost brings as much. */
guint *parley_assembly_best (const ParleyAssembly *self,
                             guint                 n_changed,
                             ParleyPreference      preference);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyAssembly, parley_assembly_free)

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/diagram.h"

/**
 * ParleyGrid:
 *
 * The deals of a diagram by a few sums of small whole numbers: every gain moves the sums by
 * so much. As many cells as there are sums are kept for each node of a layer, so the cost does
 * not depend on the number of deals.
 *
 * Cells hold shares in doubles: deals divided by a power of two, 2^scale.
 */
typedef struct
{
  const ParleyDiagram *diagram; /* borrowed; not empty */
  guint                n_dims;
  gint32             **moves; /* [layer][gain * n_dims + dim] */
  gint32              *least; /* [dim]: deals whose sum is below are left out */
  gint32              *most;  /* [dim]: sums above count as this much */
  gint32              *low;   /* [layer * n_dims + dim]: set by parley_grid_fit () */
  gint32              *width; /* likewise, in cells; that of layer n_layers is the table's */
} ParleyGrid;

/* With moves, least and most of zeros. */
ParleyGrid *parley_grid_new  (const ParleyDiagram *diagram, guint n_dims);
void        parley_grid_free (ParleyGrid *self);

/* The range of all sums in @dim. */
void parley_grid_range (const ParleyGrid *self, guint dim, gint64 *low, gint64 *high);

/**
 * parley_grid_fit:
 * @memory: (out): in bytes
 * @work: (out): additions
 *
 * Finds what sums can occur in each layer and still matter; after all else is set. In
 * doubles, as these may be beyond any integer.
 */
void parley_grid_fit (ParleyGrid *self, double *memory, double *work);

/* log2 of what shares are of. */
glong parley_grid_scale (const ParleyGrid *self);

/**
 * parley_grid_walk:
 *
 * The share of the deals on each cell of the last layer: cell number i in @dim stands for a
 * sum of low + i. Sums of doubles of one sign: each is within @work / 2^52 of itself, and what
 * is lost below the smallest double is less than 1e-300.
 *
 * Returns: (transfer full) (array).
 */
double *parley_grid_walk (const ParleyGrid *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyGrid, parley_grid_free)

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/builder.h"

/**
 * ParleyRelaxation:
 *
 * A diagram of a view in which every deal of the view is a path that brings no less in any
 * dimension, and which is never wider than it may be. Where it would be, conditions are
 * forgotten (builder.h): those first that tell most apart, for longest, and bring least. So
 * what it has no path for, no deal does; and nothing beats the best of its paths.
 *
 * Source: relaxed decision diagrams, of D. Bergman, A. Cire, W.-J. van Hoeve and J. Hooker,
 * "Decision Diagrams for Optimization", Springer 2016.
 */
typedef struct
{
  ParleyDiagram *diagram;
  ParleyBuilder *builder; /* knows what is forgotten where */
  ParleyIntern **keys;    /* [layer]: of its nodes, dead ends included */
  guint32      **nodes;   /* [layer][number of the key]: NO_NODE for a dead end */
} ParleyRelaxation;

/**
 * parley_relaxation_new:
 * @order: (array): all axes
 * @width: the most nodes of a layer, at least 1
 * @crew: (nullable): is told how far it is
 *
 * Cost: O(layers * width * options * conditions). Errors: PARLEY_ERROR_LIMIT, see watch.h.
 */
ParleyRelaxation *parley_relaxation_new (const ParleyView *view,
                                         const guint      *order,
                                         guint             width,
                                         const ParleyCrew *crew,
                                         GError          **error);

void parley_relaxation_free (ParleyRelaxation *self);

/**
 * parley_relaxation_find:
 * @key: of a node of another diagram of the view in the same order
 * @hope: (out) (array): [dim]: what is forgotten about it can still bring
 *
 * Whatever can follow the node brings no more than @hope and what can follow the node
 * here that is found. Returns: PARLEY_NO_NODE when nothing can follow.
 */
guint32 parley_relaxation_find (const ParleyRelaxation *self,
                                guint                   layer,
                                const guint64          *key,
                                ParleyScore            *hope);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyRelaxation, parley_relaxation_free)

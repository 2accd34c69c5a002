/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/parallel.h"
#include "space/automaton.h"
#include "space/view.h"

#define PARLEY_NO_NODE G_MAXUINT32

/* The nodes before one axis is chosen, and where its options lead. */
typedef struct
{
  guint        axis;
  guint        n_options;
  guint        n_nodes;
  guint32     *children; /* [node * n_options + option]: a node of the next layer, or NO_NODE */
  guint32     *gains;    /* likewise: which gain the option brings */
  guint        n_gains;
  ParleyScore *gain_scores; /* [gain * n_dims + dim] */
  guint        n_outcomes;  /* those of the view that can become certain here */
  guint       *outcomes;
  guint32     *settles; /* [node * n_options + option]: which settlement the option makes */
  guint        n_settlements;
  guint32     *settlements; /* [settlement * n_outcomes + i]: 1 + what outcomes[i] comes to; 0
                         * where it stays open or was certain before */
} ParleyLayer;

/**
 * ParleyDiagram:
 *
 * The deals of a view as paths through layers of nodes, one layer an axis. A node stands
 * for all choices so far that leave the same conditions open, so what may follow, and what
 * it brings, depends on the node alone. A path's scores are the sum of its gains; each
 * outcome of the view becomes certain once on it. There is one node at the start and one
 * at the end, and every node is on the way from one to the other. A multi-valued decision diagram
 * (A. Srinivasan and others, "Algorithms for discrete function manipulation", ICCAD 1990) with
 * scores on its arcs.
 *
 * Its size follows the conditions that are open at the same time, not the number of deals.
 */
typedef struct
{
  guint        n_dims;
  guint        n_layers;
  ParleyLayer *layers;
  gboolean     empty;   /* no deal meets the demands; then layers are not set */
  gint32      *certain; /* [outcome]: what is known before any choice, or PARLEY_UNDECIDED */
} ParleyDiagram;

/**
 * parley_diagram_new:
 * @order: (array): all axes, in the order in which they are to be chosen
 * @max_arcs: above how many the view is too wide
 *
 * Cost: O(arcs * open conditions). Errors: PARLEY_ERROR_LIMIT when it is too wide, naming
 * the issues and conditions that hang together.
 */
ParleyDiagram *parley_diagram_new (const ParleyView *view,
                                   const guint      *order,
                                   gsize             max_arcs,
                                   GError          **error);

/* The same, and tells @crew (nullable) how far it is. */
ParleyDiagram *parley_diagram_new_told (const ParleyView *view,
                                        const guint      *order,
                                        gsize             max_arcs,
                                        const ParleyCrew *crew,
                                        GError          **error);

void parley_diagram_free (ParleyDiagram *self);

/* Removes nodes from which no path leads to the end, the last layer first. @renumbering
 * (nullable): [layer] gets (transfer full) what became of each node, NO_NODE where it is
 * gone. Returns: whether the first node is left. */
gboolean parley_diagram_remove_dead_ends (ParleyDiagram *self, guint32 **renumbering);

/* Frees what a layer holds, so that it can be filled again. */
void parley_layer_clear (ParleyLayer *self);

/* Of a diagram that is not empty; at n_layers there is the end. */
static inline guint
parley_diagram_n_nodes (const ParleyDiagram *self, guint layer)
{
  return layer == self->n_layers ? 1 : self->layers[layer].n_nodes;
}

/* All together; what of them leads nowhere included. */
gsize parley_diagram_n_arcs (const ParleyDiagram *self);

static inline guint32
parley_layer_child (const ParleyLayer *self, guint node, guint option)
{
  return self->children[(gsize) node * self->n_options + option];
}

/* What choosing @option adds to each dimension of the view. */
static inline const ParleyScore *
parley_layer_gain (const ParleyLayer *self, guint n_dims, guint node, guint option)
{
  return self->gain_scores + (gsize) self->gains[(gsize) node * self->n_options + option] * n_dims;
}

/* What choosing @option settles, for each of the layer's outcomes. */
static inline const guint32 *
parley_layer_settlement (const ParleyLayer *self, guint node, guint option)
{
  return self->settlements
         + (gsize) self->settles[(gsize) node * self->n_options + option] * self->n_outcomes;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyDiagram, parley_diagram_free)

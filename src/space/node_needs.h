/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/diagram.h"
#include "space/pareto.h"

/**
 * ParleyNodeNeeds:
 *
 * What a point of each node of a diagram must bring, given what can come before it: by the lowest
 * and the highest sums of the paths that lead to the node.
 */
typedef struct
{
  const ParleyView    *view;       /* borrowed */
  const ParleyDiagram *diagram;    /* borrowed; not empty */
  gsize               *first_node; /* [layer]: nodes of the layers before */
  ParleyScore         *least;      /* [first_node[layer] + node][dim] */
  ParleyScore         *enough;     /* likewise */
  ParleyScore         *cut_least;  /* [first_node[layer] + node]; NULL without a cut */
} ParleyNodeNeeds;

/* Cost: O(arcs). */
ParleyNodeNeeds *parley_node_needs_new  (const ParleyView *view, const ParleyDiagram *diagram);
void             parley_node_needs_free (ParleyNodeNeeds *self);

/* Valid as long as @self. */
static inline ParleyNeeds
parley_node_needs_at (const ParleyNodeNeeds *self, guint layer, guint node)
{
  gsize number = self->first_node[layer] + node;
  gsize at = number * self->diagram->n_dims;
  ParleyNeeds needs = { .n_dims = self->diagram->n_dims,
                        .n_objectives = self->view->n_objectives,
                        .least = self->least + at,
                        .enough = self->enough + at,
                        .one_deal = self->view->one_deal };

  if (self->view->cut != NULL)
    {
      needs.cut = self->view->cut->weights;
      needs.cut_least = self->cut_least[number];
    }
  return needs;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyNodeNeeds, parley_node_needs_free)

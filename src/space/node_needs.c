/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/node_needs.h"

static gsize
count_nodes (const ParleyNodeNeeds *self)
{
  return self->first_node[self->diagram->n_layers] + 1;
}

static gsize
index_of (const ParleyNodeNeeds *self, guint layer, guint node)
{
  return (self->first_node[layer] + node) * self->diagram->n_dims;
}

/* The lowest and highest sums of the paths that lead to each node, in place of needs. */
static void
reach_nodes (const ParleyNodeNeeds *self, ParleyScore *low, ParleyScore *high)
{
  const ParleyDiagram *diagram = self->diagram;
  guint n_dims = diagram->n_dims;

  for (guint d = 0; d < n_dims; d++)
    low[d] = high[d] = 0;
  for (guint l = 0; l < diagram->n_layers; l++)
    {
      const ParleyLayer *layer = &diagram->layers[l];

      for (guint node = 0; node < layer->n_nodes; node++)
        for (guint o = 0; o < layer->n_options; o++)
          {
            guint32 child = parley_layer_child (layer, node, o);
            const ParleyScore *gain = NULL;
            gsize from = index_of (self, l, node);
            gsize to = 0;

            if (child == PARLEY_NO_NODE)
              continue;
            gain = parley_layer_gain (layer, n_dims, node, o);
            to = index_of (self, l + 1, child);
            for (guint d = 0; d < n_dims; d++)
              {
                low[to + d] = MIN (low[to + d], low[from + d] + gain[d]);
                high[to + d] = MAX (high[to + d], high[from + d] + gain[d]);
              }
          }
    }
}

/* From the floors. */
static void
set_needs (ParleyNodeNeeds *self)
{
  guint n_dims = self->diagram->n_dims;
  gsize n_all = count_nodes (self);

  self->least = g_new0 (ParleyScore, MAX (1, n_all * n_dims));
  self->enough = g_new0 (ParleyScore, MAX (1, n_all * n_dims));
  for (gsize i = 0; i < n_all * n_dims; i++)
    {
      self->enough[i] = PARLEY_SCORE_FAR;
      self->least[i] = -PARLEY_SCORE_FAR;
    }
  reach_nodes (self, self->enough, self->least);
  for (gsize node = 0; node < n_all; node++)
    for (guint d = 0; d < n_dims; d++)
      {
        const ParleyDim *dim = parley_view_dim (self->view, d);
        ParleyScore *enough = &self->enough[node * n_dims + d];
        ParleyScore *least = &self->least[node * n_dims + d];

        *enough = dim->has_floor ? dim->floor - *enough : PARLEY_SCORE_FAR;
        *least = dim->has_floor ? dim->floor - *least : -PARLEY_SCORE_FAR;
      }
}

/* What the sum that the cut is made in gains. */
static ParleyScore
sum_of (const ParleyNodeNeeds *self, const ParleyScore *gain)
{
  ParleyScore sum = 0;

  for (guint d = 0; d < self->view->n_objectives; d++)
    sum += self->view->cut->weights[d] * gain[d];
  return sum;
}

/* From the cut, given the most of its sum that can come before each node. */
static void
set_cut (ParleyNodeNeeds *self)
{
  const ParleyDiagram *diagram = self->diagram;
  gsize n_all = count_nodes (self);
  ParleyScore *most = g_new (ParleyScore, n_all);

  for (gsize i = 0; i < n_all; i++)
    most[i] = i == 0 ? 0 : -PARLEY_SCORE_FAR;
  for (guint l = 0; l < diagram->n_layers; l++)
    for (guint node = 0; node < diagram->layers[l].n_nodes; node++)
      for (guint o = 0; o < diagram->layers[l].n_options; o++)
        {
          const ParleyLayer *layer = &diagram->layers[l];
          guint32 child = parley_layer_child (layer, node, o);
          gsize from = self->first_node[l] + node;

          if (child != PARLEY_NO_NODE)
            most[self->first_node[l + 1] + child] = MAX (
                most[self->first_node[l + 1] + child],
                most[from] + sum_of (self, parley_layer_gain (layer, diagram->n_dims, node, o)));
        }
  for (gsize i = 0; i < n_all; i++)
    most[i] = self->view->cut->floor - most[i];
  self->cut_least = most;
}

ParleyNodeNeeds *
parley_node_needs_new (const ParleyView *view, const ParleyDiagram *diagram)
{
  ParleyNodeNeeds *self = g_new0 (ParleyNodeNeeds, 1);

  self->view = view;
  self->diagram = diagram;
  self->first_node = g_new0 (gsize, diagram->n_layers + 1);
  for (guint l = 0; l < diagram->n_layers; l++)
    self->first_node[l + 1] = self->first_node[l] + diagram->layers[l].n_nodes;
  set_needs (self);
  if (view->cut != NULL)
    set_cut (self);
  return self;
}

void
parley_node_needs_free (ParleyNodeNeeds *self)
{
  if (self == NULL)
    return;
  g_free (self->first_node);
  g_free (self->least);
  g_free (self->enough);
  g_free (self->cut_least);
  g_free (self);
}

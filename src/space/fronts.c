/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/fronts.h"

#include "base/error.h"

/* Beyond the scores of any path, and far from overflow. */
#define FAR ((ParleyScore) 1 << 124)

static gsize
index_of (const ParleyFronts *self, guint layer, guint node)
{
  return (self->first_node[layer] + node) * self->diagram->n_dims;
}

/* The lowest and highest sums of the paths that lead to each node, in place of needs. */
static void
reach_nodes (ParleyFronts *self, ParleyScore *low, ParleyScore *high)
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

/* What a point of each node must bring, given what can come before it. */
static void
set_needs (ParleyFronts *self)
{
  guint n_dims = self->diagram->n_dims;
  gsize n_all = self->first_node[self->diagram->n_layers] + 1;

  self->least = g_new0 (ParleyScore, MAX (1, n_all * n_dims));
  self->enough = g_new0 (ParleyScore, MAX (1, n_all * n_dims));
  for (gsize i = 0; i < n_all * n_dims; i++)
    {
      self->enough[i] = FAR;
      self->least[i] = -FAR;
    }
  reach_nodes (self, self->enough, self->least);
  for (gsize node = 0; node < n_all; node++)
    for (guint d = 0; d < n_dims; d++)
      {
        const ParleyDim *dim = parley_view_dim (self->view, d);
        ParleyScore *enough = &self->enough[node * n_dims + d];
        ParleyScore *least = &self->least[node * n_dims + d];

        *enough = dim->has_floor ? dim->floor - *enough : FAR;
        *least = dim->has_floor ? dim->floor - *least : -FAR;
      }
}

static ParleyNeeds
needs_at (const ParleyFronts *self, guint layer, guint node)
{
  gsize at = index_of (self, layer, node);

  return (ParleyNeeds){ self->diagram->n_dims, self->view->n_objectives, self->least + at,
                        self->enough + at };
}

/* Returns: NULL when it would be joined from more than @max_points. */
static ParleyFront *
front_of_node (const ParleyFronts *self,
               guint l,
               guint node,
               ParleyShifted *steps,
               gsize max_points)
{
  const ParleyLayer *layer = &self->diagram->layers[l];
  ParleyNeeds needs = needs_at (self, l, node);
  gsize n_points = 0;
  guint n = 0;

  for (guint o = 0; o < layer->n_options; o++)
    {
      guint32 child = parley_layer_child (layer, node, o);

      if (child == PARLEY_NO_NODE)
        continue;
      n_points += parley_fronts_at (self, l + 1, child)->n;
      steps[n++] = (ParleyShifted){ parley_fronts_at (self, l + 1, child),
                                    parley_layer_gain (layer, self->diagram->n_dims, node, o) };
    }
  return n_points > max_points ? NULL : parley_front_join (steps, n, &needs);
}

/* Returns: FALSE when there are too many points. */
static gboolean
fill (ParleyFronts *self, gsize max_points)
{
  const ParleyDiagram *diagram = self->diagram;
  gsize n_points = 0;

  self->fronts[diagram->n_layers] = g_new (ParleyFront *, 1);
  self->fronts[diagram->n_layers][0] = parley_front_new_origin (diagram->n_dims);
  for (guint l = diagram->n_layers; l-- > 0;)
    {
      g_autofree ParleyShifted *steps = g_new (ParleyShifted, diagram->layers[l].n_options);

      self->fronts[l] = g_new0 (ParleyFront *, diagram->layers[l].n_nodes);
      for (guint node = 0; node < diagram->layers[l].n_nodes; node++)
        {
          self->fronts[l][node] = front_of_node (self, l, node, steps, max_points);
          if (self->fronts[l][node] == NULL)
            return FALSE;
          n_points += self->fronts[l][node]->n;
          if (n_points > max_points)
            return FALSE;
        }
    }
  return TRUE;
}

/* A view without a deal: an end and no way to it. */
static void
fill_empty (ParleyFronts *self)
{
  ParleyNeeds nothing = { self->diagram->n_dims, 0, NULL, NULL };

  self->fronts[0] = g_new (ParleyFront *, 1);
  self->fronts[0][0] = parley_front_join (NULL, 0, &nothing);
}

ParleyFronts *
parley_fronts_new (const ParleyView    *view,
                   const ParleyDiagram *diagram,
                   gsize                max_points,
                   GError             **error)
{
  g_autoptr(ParleyFronts) self = g_new0 (ParleyFronts, 1);

  self->view = view;
  self->diagram = diagram;
  self->fronts = g_new0 (ParleyFront **, diagram->n_layers + 1);
  if (diagram->empty)
    {
      fill_empty (self);
      return g_steal_pointer (&self);
    }
  self->first_node = g_new0 (gsize, diagram->n_layers + 1);
  for (guint l = 0; l < diagram->n_layers; l++)
    self->first_node[l + 1] = self->first_node[l] + diagram->layers[l].n_nodes;
  set_needs (self);
  if (fill (self, max_points))
    return g_steal_pointer (&self);
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
               "the frontier has too many points; filters (--where) or fewer terms (--among) make "
               "it smaller");
  return NULL;
}

void
parley_fronts_free (ParleyFronts *self)
{
  if (self == NULL)
    return;
  for (guint l = 0; l <= self->diagram->n_layers; l++)
    {
      for (guint node = 0;
           self->fronts[l] != NULL
           && node < (self->diagram->empty ? 1 : parley_diagram_n_nodes (self->diagram, l));
           node++)
        parley_front_free (self->fronts[l][node]);
      g_free (self->fronts[l]);
    }
  g_free (self->fronts);
  g_free (self->least);
  g_free (self->enough);
  g_free (self->first_node);
  g_free (self);
}

/* Whether @place's point can come about by way of @option: sets @first and @end to the
 * candidates among the child's points. They have the right objectives, and the right
 * constraints up to the first that was cut at what is enough. */
static gboolean
look_up (const ParleyFronts *self, const ParleyPlace *place, guint option, gsize *first, gsize *end)
{
  const ParleyLayer *layer = &self->diagram->layers[place->layer];
  guint n_dims = self->diagram->n_dims;
  ParleyNeeds needs = needs_at (self, place->layer, place->node);
  guint32 child = parley_layer_child (layer, place->node, option);
  const ParleyScore *mine
      = parley_front_point (parley_fronts_at (self, place->layer, place->node), place->point);
  g_autofree ParleyScore *wanted = NULL;
  const ParleyScore *gain = NULL;
  guint n = 0;

  if (child == PARLEY_NO_NODE)
    return FALSE;
  gain = parley_layer_gain (layer, n_dims, place->node, option);
  wanted = g_new (ParleyScore, MAX (1, n_dims));
  for (; n < n_dims && (n < needs.n_objectives || mine[n] < needs.enough[n]); n++)
    wanted[n] = mine[n] - gain[n];
  parley_front_find (parley_fronts_at (self, place->layer + 1, child), wanted, n, first, end);
  return *first < *end;
}

/* Whether a candidate's constraints come out as those of @place's point. */
static gboolean
comes_out (const ParleyFronts *self,
           const ParleyPlace *place,
           guint option,
           const ParleyPlace *next)
{
  const ParleyLayer *layer = &self->diagram->layers[place->layer];
  guint n_dims = self->diagram->n_dims;
  ParleyNeeds needs = needs_at (self, place->layer, place->node);
  const ParleyScore *gain = parley_layer_gain (layer, n_dims, place->node, option);
  const ParleyScore *mine
      = parley_front_point (parley_fronts_at (self, place->layer, place->node), place->point);
  const ParleyScore *theirs
      = parley_front_point (parley_fronts_at (self, next->layer, next->node), next->point);

  for (guint d = self->view->n_objectives; d < n_dims; d++)
    if (MIN (theirs[d] + gain[d], needs.enough[d]) != mine[d])
      return FALSE;
  return TRUE;
}

void
parley_fronts_follow (const ParleyFronts *self,
                      const ParleyPlace  *place,
                      guint               option,
                      GArray             *next)
{
  const ParleyLayer *layer = &self->diagram->layers[place->layer];
  gsize first = 0, end = 0;

  if (!look_up (self, place, option, &first, &end))
    return;
  for (; first < end; first++)
    {
      ParleyPlace candidate
          = { place->layer + 1, parley_layer_child (layer, place->node, option), first };

      if (comes_out (self, place, option, &candidate))
        g_array_append_val (next, first);
    }
}

typedef struct
{
  const ParleyFronts *fronts;
  guint              *options; /* one an axis */
  GPtrArray          *found;
  guint               n_most;
} Listing;

/* Lists the deals that go on from one of @points (of gsize) of a node. They are looked at
 * together, so that deals come in order also where they differ in constraints. */
static void
list_from (Listing *listing, guint l, guint node, const GArray *points)
{
  const ParleyDiagram *diagram = listing->fronts->diagram;
  const ParleyLayer *layer = &diagram->layers[l];
  g_autoptr(GArray) next = NULL;

  if (l == diagram->n_layers)
    {
      g_ptr_array_add (listing->found,
                       g_memdup2 (listing->options, diagram->n_layers * sizeof (guint)));
      return;
    }
  next = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (guint o = 0; o < layer->n_options && listing->found->len < listing->n_most; o++)
    {
      g_array_set_size (next, 0);
      for (guint i = 0; i < points->len; i++)
        parley_fronts_follow (listing->fronts,
                              &(ParleyPlace){ l, node, g_array_index (points, gsize, i) }, o, next);
      if (next->len == 0)
        continue;
      listing->options[layer->axis] = o;
      list_from (listing, l + 1, parley_layer_child (layer, node, o), next);
    }
}

GPtrArray *
parley_fronts_list (const ParleyFronts *self, const ParleyScore *objectives, guint n_most)
{
  const ParleyFront *whole = parley_fronts_whole (self);
  g_autofree guint *options = g_new0 (guint, self->diagram->n_layers);
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (gsize));
  Listing listing = { self, options, g_ptr_array_new_with_free_func (g_free), n_most };
  gsize first = 0, end = 0;

  parley_front_find (whole, objectives, self->view->n_objectives, &first, &end);
  for (; first < end; first++)
    g_array_append_val (points, first);
  if (points->len > 0)
    list_from (&listing, 0, 0, points);
  return listing.found;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/fronts.h"

#include "base/error.h"

/* With up to five scores an exact search takes some fifteen seconds at most with the usual memory.
 */
#define BURDEN_OF_A_POINT 30

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

static ParleyScore
cut_of (const ParleyFronts *self, const ParleyScore *gain)
{
  ParleyScore sum = 0;

  for (guint d = 0; d < self->view->n_objectives; d++)
    sum += self->view->cut->weights[d] * gain[d];
  return sum;
}

/* What the cut asks of a point of each node, given the most of its sum that can come before it. */
static void
set_cut (ParleyFronts *self)
{
  const ParleyDiagram *diagram = self->diagram;
  gsize n_all = self->first_node[diagram->n_layers] + 1;
  ParleyScore *most = g_new (ParleyScore, n_all);

  for (gsize i = 0; i < n_all; i++)
    most[i] = i == 0 ? 0 : -FAR;
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
                most[from] + cut_of (self, parley_layer_gain (layer, diagram->n_dims, node, o)));
        }
  for (gsize i = 0; i < n_all; i++)
    most[i] = self->view->cut->floor - most[i];
  self->cut_least = most;
}

static ParleyNeeds
needs_at (const ParleyFronts *self, guint layer, guint node)
{
  gsize at = index_of (self, layer, node);

  ParleyNeeds needs = { .n_dims = self->diagram->n_dims,
                        .n_objectives = self->view->n_objectives,
                        .least = self->least + at,
                        .enough = self->enough + at,
                        .one_deal = self->view->one_deal };

  if (self->view->cut != NULL)
    {
      needs.cut = self->view->cut->weights;
      needs.cut_least = self->cut_least[self->first_node[layer] + node];
    }
  return needs;
}

/* What is done about many points. */
typedef struct
{
  gsize          most_in_all; /* beyond: given up */
  gsize          most_burden; /* likewise, of all points that are joined (budget.h) */
  gsize          most_each;   /* beyond: made thinner */
  ParleyThinning thinning;
} Measures;

/* Returns: NULL when it would be joined from more than there may be. @burden: so far. */
static ParleyFront *
front_of_node (const ParleyFronts *self,
               guint l,
               guint node,
               ParleyShifted *steps,
               const Measures *measures,
               gsize *burden)
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
  *burden += n_points * parley_budget_burden (self->diagram->n_dims);
  return n_points > measures->most_in_all || *burden > measures->most_burden
             ? NULL
             : parley_front_join (steps, n, &needs);
}

/* From the end to @first_layer. Returns: FALSE when there are too many points. */
static gboolean
fill (ParleyFronts *self, guint first_layer, const Measures *measures, const ParleyCrew *crew)
{
  const ParleyDiagram *diagram = self->diagram;
  gsize burden = 0;

  self->fronts[diagram->n_layers] = g_new (ParleyFront *, 1);
  self->fronts[diagram->n_layers][0] = parley_front_new_origin (diagram->n_dims);
  for (guint l = diagram->n_layers; l-- > first_layer;)
    {
      g_autofree ParleyShifted *steps = g_new (ParleyShifted, diagram->layers[l].n_options);

      parley_crew_tell (crew, "joining what can follow, issues", diagram->n_layers - 1 - l,
                        diagram->n_layers);
      self->fronts[l] = g_new0 (ParleyFront *, diagram->layers[l].n_nodes);
      for (guint node = 0; node < diagram->layers[l].n_nodes; node++)
        {
          self->fronts[l][node] = front_of_node (self, l, node, steps, measures, &burden);
          if (self->fronts[l][node] == NULL)
            return FALSE;
          /* Nothing is joined from the first, so it may have them all. */
          if (l > 0)
            parley_front_thin (self->fronts[l][node], measures->thinning, measures->most_each);
          self->n_points += self->fronts[l][node]->n;
          if (self->n_points > measures->most_in_all)
            return FALSE;
        }
    }
  return TRUE;
}

/* A view without a deal: an end and no way to it. */
static void
fill_empty (ParleyFronts *self)
{
  ParleyNeeds nothing = { .n_dims = self->diagram->n_dims };

  self->fronts[0] = g_new (ParleyFront *, 1);
  self->fronts[0][0] = parley_front_join (NULL, 0, &nothing);
}

/* Returns: (nullable): NULL when there are too many points. */
static ParleyFronts *
fronts_new (const ParleyView *view,
            const ParleyDiagram *diagram,
            guint first_layer,
            const Measures *measures,
            const ParleyCrew *crew)
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
  if (view->cut != NULL)
    set_cut (self);
  return fill (self, first_layer, measures, crew) ? g_steal_pointer (&self) : NULL;
}

static ParleyFronts *
new_within (const ParleyView *view,
            const ParleyDiagram *diagram,
            guint first_layer,
            gsize max_points,
            const ParleyCrew *crew,
            GError **error)
{
  Measures measures
      = { max_points, BURDEN_OF_A_POINT * max_points, G_MAXSIZE, PARLEY_THIN_TO_SOME };
  ParleyFronts *self = fronts_new (view, diagram, first_layer, &measures, crew);

  if (self == NULL)
    g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
                 "the frontier has too many points%s; fewer terms or more memory help, with those "
                 "of --among, --where and --memory that the command takes",
                 parley_budget_burden (diagram->n_dims) > 0 ? " to be compared by so many scores"
                                                            : "");
  return self;
}

ParleyFronts *
parley_fronts_new (const ParleyView    *view,
                   const ParleyDiagram *diagram,
                   gsize                max_points,
                   GError             **error)
{
  return new_within (view, diagram, 0, max_points, NULL, error);
}

ParleyFronts *
parley_fronts_new_told (const ParleyView    *view,
                        const ParleyDiagram *diagram,
                        gsize                max_points,
                        const ParleyCrew    *crew,
                        GError             **error)
{
  return new_within (view, diagram, 0, max_points, crew, error);
}

ParleyFronts *
parley_fronts_new_behind (const ParleyView    *view,
                          const ParleyDiagram *diagram,
                          guint                n_layers,
                          gsize                max_points,
                          GError             **error)
{
  return new_within (view, diagram, n_layers, max_points, NULL, error);
}

ParleyFronts *
parley_fronts_new_thin (const ParleyView    *view,
                        const ParleyDiagram *diagram,
                        ParleyThinning       thinning,
                        gsize                most,
                        const ParleyCrew    *crew)
{
  Measures measures = { G_MAXSIZE, G_MAXSIZE, most, thinning };

  return fronts_new (view, diagram, 0, &measures, crew);
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
  g_free (self->cut_least);
  g_free (self->first_node);
  g_free (self);
}

gboolean
parley_fronts_come_from (const ParleyFronts *self,
                         guint               layer,
                         guint               node,
                         guint               option,
                         gsize               from,
                         gsize              *point)
{
  const ParleyLayer *here = &self->diagram->layers[layer];
  guint n_dims = self->diagram->n_dims;
  guint32 child = parley_layer_child (here, node, option);
  const ParleyScore *gain = parley_layer_gain (here, n_dims, node, option);
  const ParleyScore *scores = parley_front_point (parley_fronts_at (self, layer + 1, child), from);
  ParleyNeeds needs = needs_at (self, layer, node);
  /* cppcheck-suppress allocaCalled; a few scores, in an inner loop */
  ParleyScore *sum = g_newa (ParleyScore, MAX (1, n_dims));
  gsize end = 0;

  for (guint d = 0; d < n_dims; d++)
    {
      sum[d] = scores[d] + gain[d];
      if (d >= needs.n_objectives)
        sum[d] = MIN (sum[d], needs.enough[d]);
    }
  parley_front_find (parley_fronts_at (self, layer, node), sum, n_dims, point, &end);
  return *point < end;
}

void
parley_fronts_candidates (const ParleyFronts *self,
                          guint               layer,
                          guint               node,
                          guint               option,
                          gsize               point,
                          gsize              *first,
                          gsize              *end)
{
  const ParleyLayer *here = &self->diagram->layers[layer];
  const ParleyScore *scores = parley_front_point (parley_fronts_at (self, layer, node), point);
  const ParleyScore *gain = parley_layer_gain (here, self->diagram->n_dims, node, option);
  guint n = self->view->n_objectives;
  /* cppcheck-suppress allocaCalled; a few scores, in an inner loop */
  ParleyScore *wanted = g_newa (ParleyScore, MAX (1, n));

  for (guint d = 0; d < n; d++)
    wanted[d] = scores[d] - gain[d];
  parley_front_find (parley_fronts_at (self, layer + 1, parley_layer_child (here, node, option)),
                     wanted, n, first, end);
}

typedef struct
{
  const ParleyFronts *fronts;
  guint              *options; /* one an axis */
  ParleyScore       **missing; /* [layer][dim]: what is to follow, at least in constraints */
  GPtrArray          *found;
  guint               n_most;
} Listing;

/* Whether some point of a node brings what is missing there. */
static gboolean
is_possible (const Listing *listing, guint l, guint node)
{
  const ParleyFront *front = parley_fronts_at (listing->fronts, l, node);
  guint n_objectives = listing->fronts->view->n_objectives;
  const ParleyScore *missing = listing->missing[l];
  gsize first = 0, end = 0;

  for (parley_front_find (front, missing, n_objectives, &first, &end); first < end; first++)
    {
      const ParleyScore *scores = parley_front_point (front, first);
      guint d = n_objectives;

      while (d < front->n_dims && scores[d] >= missing[d])
        d++;
      if (d == front->n_dims)
        return TRUE;
    }
  return FALSE;
}

/* Lists the deals that go on from a node from which some do. */
static void
list_from (Listing *listing, guint l, guint node)
{
  const ParleyDiagram *diagram = listing->fronts->diagram;
  const ParleyLayer *layer = &diagram->layers[l];

  if (l == diagram->n_layers)
    {
      g_ptr_array_add (listing->found,
                       g_memdup2 (listing->options, diagram->n_layers * sizeof (guint)));
      return;
    }
  for (guint o = 0; o < layer->n_options && listing->found->len < listing->n_most; o++)
    {
      guint32 child = parley_layer_child (layer, node, o);

      if (child == PARLEY_NO_NODE)
        continue;
      for (guint d = 0; d < diagram->n_dims; d++)
        listing->missing[l + 1][d]
            = listing->missing[l][d] - parley_layer_gain (layer, diagram->n_dims, node, o)[d];
      listing->options[layer->axis] = o;
      if (is_possible (listing, l + 1, child))
        list_from (listing, l + 1, child);
    }
}

/* What a whole deal with @objectives must bring. */
static void
set_missing (const Listing *listing, const ParleyScore *objectives)
{
  const ParleyView *view = listing->fronts->view;

  for (guint d = 0; d < view->dims->len; d++)
    listing->missing[0][d]
        = d < view->n_objectives ? objectives[d] : parley_view_dim (view, d)->floor;
}

GPtrArray *
parley_fronts_list (const ParleyFronts *self, const ParleyScore *objectives, guint n_most)
{
  guint n_layers = self->diagram->n_layers;
  g_autofree guint *options = g_new0 (guint, n_layers);
  g_autofree ParleyScore **missing = g_new (ParleyScore *, (gsize) n_layers + 1);
  Listing listing = { self, options, missing, g_ptr_array_new_with_free_func (g_free), n_most };

  if (self->diagram->empty)
    return listing.found;
  for (guint l = 0; l <= n_layers; l++)
    missing[l] = g_new0 (ParleyScore, MAX (1, self->diagram->n_dims));
  set_missing (&listing, objectives);
  if (is_possible (&listing, 0, 0))
    list_from (&listing, 0, 0);
  for (guint l = 0; l <= n_layers; l++)
    g_free (missing[l]);
  return listing.found;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/fronts.h"

#include "base/error.h"

/* With up to five scores an exact search takes some fifteen seconds at most with the usual memory.
 */
#define BURDEN_OF_A_POINT 30

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
  ParleyNeeds needs = parley_node_needs_at (self->needs, l, node);
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
  self->needs = parley_node_needs_new (view, diagram);
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
  parley_node_needs_free (self->needs);
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
  ParleyNeeds needs = parley_node_needs_at (self->needs, layer, node);
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

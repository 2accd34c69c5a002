/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/assembly.h"

/* More than can be settled. */
static ParleyScore
change_cost (const ParleyConcerns *concerns)
{
  return (ParleyScore) concerns->space->domain->n_axes + 1;
}

ParleyScore
parley_assembly_cost (const ParleyConcerns *concerns, guint n_changed, guint n_settled)
{
  return n_changed * change_cost (concerns) + n_settled;
}

void
parley_assembly_gain (const ParleyConcerns *concerns,
                      const ParleyPackage *package,
                      ParleyScore *gain)
{
  gain[0] = -parley_assembly_cost (concerns, package->n_changed, package->n_settled);
  for (guint d = 0; d < concerns->n; d++)
    gain[1 + d] = package->gains[d];
}

static ParleyView *
view_new (const ParleyConcerns *concerns, ParleyScore most_cost, gboolean all_large)
{
  ParleyView *view = parley_view_new (concerns->space, NULL);
  ParleyDim cost = { .has_floor = TRUE, .floor = -most_cost };

  g_array_append_val (view->dims, cost);
  for (guint d = 0; d < concerns->n; d++)
    {
      const ParleyConcern *concern = &concerns->all[d];
      ParleyDim dim = { .has_floor = concern->has_floor, .floor = concern->floor };

      g_array_append_val (view->dims, dim);
    }
  view->n_objectives = all_large ? view->dims->len : 2;
  view->one_deal = TRUE;
  return view;
}

/* Fills a layer of one node with packages [first, end) of a block. */
static void
fill_layer (const ParleyConcerns  *concerns,
            const ParleyPackages *packages,
            guint                first,
            guint                end,
            ParleyLayer         *layer)
{
  guint n_dims = concerns->n + 1;

  layer->n_nodes = 1;
  layer->n_options = layer->n_gains = end - first;
  layer->children = g_new0 (guint32, MAX (1, layer->n_options));
  layer->gains = g_new (guint32, MAX (1, layer->n_options));
  layer->gain_scores = g_new (ParleyScore, MAX (1, (gsize) layer->n_options * n_dims));
  for (guint o = 0; o < layer->n_options; o++)
    {
      layer->gains[o] = o;
      parley_assembly_gain (concerns, parley_package_at (packages, first + o),
                            layer->gain_scores + (gsize) o * n_dims);
    }
}

/* @patterns: (nullable): [block] the one that is allowed. */
static ParleyDiagram *
diagram_new (const ParleyAssembly *self, const guint *patterns)
{
  ParleyDiagram *diagram = g_new0 (ParleyDiagram, 1);

  diagram->n_dims = self->concerns->n + 1;
  diagram->n_layers = self->packages->len;
  diagram->layers = g_new0 (ParleyLayer, MAX (1, diagram->n_layers));
  for (guint b = 0; b < diagram->n_layers; b++)
    {
      const ParleyPackages *packages = g_ptr_array_index (self->packages, b);
      guint end = patterns == NULL ? packages->packages->len : packages->first[patterns[b] + 1];

      self->first[b] = patterns == NULL ? 0 : packages->first[patterns[b]];
      diagram->layers[b].axis = b;
      fill_layer (self->concerns, packages, self->first[b], end, &diagram->layers[b]);
      diagram->empty |= end == self->first[b];
    }
  return diagram;
}

static ParleyAssembly *
assembly_new (const ParleyConcerns *concerns,
              GPtrArray          *packages,
              const guint        *patterns,
              ParleyScore         most_cost,
              gsize               max_points,
              GError            **error)
{
  g_autoptr(ParleyAssembly) self = g_new0 (ParleyAssembly, 1);

  self->concerns = concerns;
  self->packages = packages;
  self->first = g_new0 (guint, MAX (1, packages->len));
  self->view = view_new (concerns, most_cost, patterns != NULL);
  self->diagram = diagram_new (self, patterns);
  self->fronts = parley_fronts_new (self->view, self->diagram, max_points, error);
  return self->fronts == NULL ? NULL : g_steal_pointer (&self);
}

ParleyAssembly *
parley_assembly_new (const ParleyConcerns *concerns,
                     GPtrArray          *packages,
                     guint               most_changes,
                     gsize               max_points,
                     GError            **error)
{
  return assembly_new (concerns, packages, NULL,
                       parley_assembly_cost (concerns, most_changes,
                                             concerns->space->domain->n_axes),
                       max_points, error);
}

ParleyAssembly *
parley_assembly_new_of_patterns (const ParleyConcerns *concerns,
                                 GPtrArray          *packages,
                                 const guint        *patterns,
                                 gsize               max_points,
                                 GError            **error)
{
  guint n = concerns->space->domain->n_axes;

  return assembly_new (concerns, packages, patterns, parley_assembly_cost (concerns, n, n),
                       max_points, error);
}

void
parley_assembly_free (ParleyAssembly *self)
{
  if (self == NULL)
    return;
  parley_fronts_free (self->fronts);
  parley_diagram_free (self->diagram);
  parley_view_free (self->view);
  g_free (self->first);
  g_free (self);
}

/* Points stand with the lowest cost first, then with the most for the first concern, and so on.
 * Returns: FALSE when none is of so many changes. */
static gboolean
find_point (const ParleyAssembly *self, guint n_changed, ParleyPreference preference, gsize *best)
{
  const ParleyFront *front = parley_fronts_whole (self->fronts);
  ParleyScore least = parley_assembly_cost (self->concerns, n_changed, 0);
  ParleyScore most = parley_assembly_cost (self->concerns, n_changed + 1, 0);
  gboolean found = FALSE;

  for (gsize i = 0; i < front->n; i++)
    {
      const ParleyScore *point = parley_front_point (front, i);

      if (-point[0] < least || -point[0] >= most)
        continue;
      if (!found
          || (preference == PARLEY_PREFER_MOST_KEPT
              && point[1] > parley_front_point (front, *best)[1]))
        *best = i;
      found = TRUE;
    }
  return found;
}

guint *
parley_assembly_best (const ParleyAssembly *self, guint n_changed, ParleyPreference preference)
{
  gsize point = 0;
  guint *chosen = NULL;
  g_autoptr(GPtrArray) found = NULL;

  if (!find_point (self, n_changed, preference, &point))
    return NULL;
  found = parley_fronts_list (self->fronts,
                              parley_front_point (parley_fronts_whole (self->fronts), point), 1);
  chosen = g_ptr_array_steal_index (found, 0);
  for (guint b = 0; b < self->packages->len; b++)
    chosen[b] += self->first[b];
  return chosen;
}

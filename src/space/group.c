/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/group.h"

#include "space/beam.h"
#include "space/best.h"
#include "space/plan.h"
#include "space/tied.h"

/* Passed by deals that tie: a second's work. */
#define MAX_PLACES 50000

/* How many times as long a search in part may take in many dimensions. */
#define LONGER_IN_PART 4

/* Fills @self from scratch. Returns: FALSE with PARLEY_ERROR_LIMIT when that is too much. */
static gboolean
search_exactly (ParleyGroup *self,
                const ParleyBudget *budget,
                const ParleyCrew *crew,
                GError **error)
{
  ParleyBudget rest = { 0 };

  self->diagram = parley_plan_diagram_within (self->view, budget->most_arcs, crew,
                                              &self->in_file_order, error);
  if (self->diagram == NULL)
    return FALSE;
  rest = parley_budget_beside (budget, parley_diagram_n_arcs (self->diagram), 0);
  self->fronts = parley_fronts_new_told (self->view, self->diagram, rest.most_points, crew, error);
  return self->fronts != NULL;
}

static gboolean
reaches_floors (const ParleyView *view, const ParleyScore *scores)
{
  for (guint d = 0; d < view->dims->len; d++)
    if (parley_view_dim (view, d)->has_floor && scores[d] < parley_view_dim (view, d)->floor)
      return FALSE;
  return TRUE;
}

/* One point that has the most of everything. */
static ParleyFront *
cover_of_most (const ParleyView *view, const ParleyRelaxation *relaxation)
{
  g_autofree ParleyScore *most = NULL;
  ParleyFront *cover = parley_front_new_origin (view->n_objectives);

  if (!relaxation->diagram->empty)
    most = parley_relaxation_most (relaxation);
  cover->n = most != NULL && reaches_floors (view, most) ? 1 : 0;
  for (guint d = 0; d < view->n_objectives && cover->n > 0; d++)
    cover->scores[d] = most[d];
  return cover;
}

/* Joining the fronts of @diagram is not to take more points than the budget has, nor some times as
 * long as in few dimensions. */
static gsize
points_each (const ParleyDiagram *diagram, const ParleyBudget *budget)
{
  gsize slower = MAX (1, parley_budget_burden (diagram->n_dims) / LONGER_IN_PART);

  return MAX (2, budget->part_points / slower / MAX (1, parley_diagram_n_arcs (diagram)));
}

/* The frontier of what is possible at best. */
static ParleyFront *
find_cover (const ParleyView *view,
            const ParleyRelaxation *relaxation,
            const ParleyBudget *budget,
            const ParleyCrew *crew)
{
  g_autoptr(ParleyFront) most = cover_of_most (view, relaxation);
  g_autoptr(ParleyFronts) fronts = NULL;

  if (most->n == 0)
    return g_steal_pointer (&most);
  fronts = parley_fronts_new_thin (view, relaxation->diagram, PARLEY_THIN_TO_COVER,
                                   points_each (relaxation->diagram, budget), crew);
  return parley_front_new_objectives (parley_fronts_whole (fronts), view->n_objectives);
}

/* The most nodes of a layer. */
static guint
width_within (const ParleyDomain *domain, const ParleyBudget *budget)
{
  gsize n_options = 0;

  for (guint a = 0; a < domain->n_axes; a++)
    n_options += domain->axes[a].n_options;
  return (guint) CLAMP (budget->part_arcs / MAX (1, n_options), 1, budget->beam);
}

/* Finds some of the best, and how good the others can be. */
static gboolean
search_in_part (ParleyGroup *self,
                const ParleyBudget *budget,
                const ParleyCrew *crew,
                GError **error)
{
  g_autofree guint *order = g_new (guint, self->view->space->domain->n_axes);
  g_autoptr(ParleyRelaxation) relaxation = NULL;

  g_clear_pointer (&self->diagram, parley_diagram_free);
  self->in_file_order = FALSE;
  self->width = width_within (self->view->space->domain, budget);
  parley_plan_narrow_order (self->view, order);
  relaxation = parley_relaxation_new (self->view, order, self->width, crew, error);
  if (relaxation == NULL)
    return FALSE;
  self->cover = find_cover (self->view, relaxation, budget, crew);
  self->diagram = parley_beam_new (relaxation, self->width, crew, error);
  if (self->diagram == NULL)
    return FALSE;
  self->fronts = parley_fronts_new_thin (self->view, self->diagram, PARLEY_THIN_TO_SOME,
                                         points_each (self->diagram, budget), crew);
  return TRUE;
}

ParleyGroup *
parley_group_new_within_take (ParleyView         *view,
                              const ParleyBudget *budget,
                              const ParleyCrew   *crew,
                              GError            **error)
{
  g_autoptr(ParleyGroup) self = g_new0 (ParleyGroup, 1);
  GError *why = NULL;

  self->view = view;
  if (search_exactly (self, budget, crew, &why))
    return g_steal_pointer (&self);
  if (budget->beam == 0 || !search_in_part (self, budget, crew, NULL))
    {
      g_propagate_error (error, why);
      return NULL;
    }
  self->why = g_strdup (why->message);
  g_error_free (why);
  return g_steal_pointer (&self);
}

ParleyGroup *
parley_group_new_take (ParleyView *view, GError **error)
{
  ParleyBudget exact = parley_budget_exact (view->memory);

  return parley_group_new_within_take (view, &exact, NULL, error);
}

void
parley_group_free (ParleyGroup *self)
{
  if (self == NULL)
    return;
  parley_fronts_free (self->fronts);
  parley_front_free (self->cover);
  g_free (self->why);
  parley_diagram_free (self->diagram);
  parley_view_free (self->view);
  g_free (self);
}

GPtrArray *
parley_group_list (const ParleyGroup *self, const ParleyScore *objectives, guint n_most)
{
  g_autoptr(ParleyTrace) trace = NULL;

  if (self->in_file_order)
    return parley_fronts_list (self->fronts, objectives, n_most);
  trace = parley_trace_new (self->fronts, objectives);
  return parley_trace_list (trace, n_most);
}

/* The scores of the deal of @options, one a dimension. */
static ParleyScore *
scores_of (const ParleyGroup *self, const guint *options)
{
  const ParleyDiagram *diagram = self->diagram;
  ParleyScore *scores = g_new0 (ParleyScore, MAX (1, diagram->n_dims));
  guint node = 0;

  for (guint l = 0; l < diagram->n_layers; l++)
    {
      const ParleyLayer *layer = &diagram->layers[l];
      guint option = options[layer->axis];
      const ParleyScore *gain = parley_layer_gain (layer, diagram->n_dims, node, option);

      for (guint d = 0; d < diagram->n_dims; d++)
        scores[d] += gain[d];
      node = parley_layer_child (layer, node, option);
    }
  return scores;
}

/* How many of @found are better than @scores. */
static guint
count_better (const ParleyGroup *self,
              const ParleyOrder *order,
              GPtrArray *found,
              const ParleyScore *scores)
{
  guint n = found->len;

  for (; n > 0; n--)
    {
      g_autofree ParleyScore *own = scores_of (self, g_ptr_array_index (found, n - 1));

      if (parley_order_compare (order, own, scores) > 0)
        break;
    }
  return n;
}

/* Puts in place of the deals that tie with the last of @found those that are first in file
 * order, so that there are @n_most in all. */
static void
settle_ties (const ParleyGroup *self, const ParleyOrder *order, GPtrArray *found, guint n_most)
{
  g_autofree ParleyScore *scores = scores_of (self, g_ptr_array_index (found, found->len - 1));
  guint n_better = count_better (self, order, found, scores);
  g_autoptr(ParleyTrace) trace = NULL;

  if (n_better < n_most)
    trace = parley_trace_new_tied (self->fronts, order, scores, MAX_PLACES);
  g_ptr_array_set_size (found, (int) (trace == NULL ? n_most : n_better));
  if (trace != NULL)
    g_ptr_array_extend_and_steal (found, parley_trace_list (trace, n_most - n_better));
}

GPtrArray *
parley_group_best (const ParleyGroup *self, const ParleyOrder *order, guint n_most)
{
  GPtrArray *found = parley_best (self->fronts, order, self->in_file_order ? n_most : n_most + 1);

  if (found->len > n_most)
    settle_ties (self, order, found, n_most);
  return found;
}

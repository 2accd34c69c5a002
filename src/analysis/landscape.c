/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/landscape.h"

static const ParleyOrderKind orders[PARLEY_N_SOLUTIONS] = {
  [PARLEY_NASH] = PARLEY_ORDER_NASH,
  [PARLEY_KALAI_SMORODINSKY] = PARLEY_ORDER_KALAI_SMORODINSKY,
  [PARLEY_EGALITARIAN] = PARLEY_ORDER_EGALITARIAN,
  [PARLEY_UTILITARIAN] = PARLEY_ORDER_UTILITARIAN,
};

ParleyOrderKind
parley_solution_order (ParleySolution solution)
{
  return orders[solution];
}

static void
landmark_free (ParleyLandmark *self)
{
  g_ptr_array_unref (self->deals);
  g_free (self);
}

static ParleyLandmark *
landmark_new (const ParleyFrontier *frontier, const ParleyPoint *point, guint n_ties)
{
  ParleyLandmark *self = g_new (ParleyLandmark, 1);

  self->point = point;
  self->deals = parley_frontier_list (frontier, point, n_ties);
  return self;
}

static gint
compare_landmarks (gconstpointer a, gconstpointer b, gpointer n_axes)
{
  const ParleyLandmark *x = *(ParleyLandmark *const *) a;
  const ParleyLandmark *y = *(ParleyLandmark *const *) b;

  return parley_options_compare (g_ptr_array_index (x->deals, 0), g_ptr_array_index (y->deals, 0),
                                 GPOINTER_TO_UINT (n_axes));
}

GPtrArray *
parley_solution_points (ParleySolution        solution,
                        const ParleyFrontier *frontier,
                        GPtrArray            *utilities,
                        const ParleyScore    *ideal)
{
  g_autoptr(ParleyOrder) order
      = parley_order_new (orders[solution], utilities, frontier->slots, frontier->n_slots);

  if (solution == PARLEY_KALAI_SMORODINSKY)
    parley_order_set_ideal (order, ideal);
  return parley_frontier_best (frontier, order);
}

GPtrArray *
parley_landmarks_new (const ParleyFrontier *frontier, const GPtrArray *points, guint n_ties)
{
  GPtrArray *landmarks = g_ptr_array_new_with_free_func ((GDestroyNotify) landmark_free);

  for (guint i = 0; i < MIN (points->len, MAX (n_ties, PARLEY_MOST_TIED)); i++)
    g_ptr_array_add (landmarks, landmark_new (frontier, g_ptr_array_index (points, i), n_ties));
  g_ptr_array_sort_with_data (landmarks, compare_landmarks, GUINT_TO_POINTER (frontier->n_axes));
  return landmarks;
}

/* Keeps that @points are those of @solution. */
static void
mark_picked (ParleyLandscape *self, const GPtrArray *points, guint solution)
{
  self->n_tied[solution] = points->len;
  for (guint i = 0; i < points->len; i++)
    {
      gpointer point = g_ptr_array_index (points, i);
      guint bits = GPOINTER_TO_UINT (g_hash_table_lookup (self->picked, point));

      g_hash_table_insert (self->picked, point, GUINT_TO_POINTER (bits | 1u << solution));
    }
}

gboolean
parley_landscape_picks (const ParleyLandscape *self,
                        ParleySolution         solution,
                        const ParleyPoint     *point)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->picked, point)) >> solution & 1;
}

static void
solve (ParleyLandscape *self, guint n_ties)
{
  const ParleyFrontier *frontier = self->findings->frontier;

  self->picked = g_hash_table_new (NULL, NULL);
  self->ideal = g_new0 (ParleyScore, self->utilities->len);
  self->nadir = g_new0 (ParleyScore, self->utilities->len);
  if (frontier->points->len > 0)
    {
      parley_frontier_ideal (frontier, self->ideal);
      parley_frontier_nadir (frontier, self->nadir);
    }
  for (guint i = 0; i < PARLEY_N_SOLUTIONS; i++)
    {
      g_autoptr(GPtrArray) points
          = parley_solution_points (i, frontier, self->utilities, self->ideal);

      mark_picked (self, points, i);
      self->solutions[i] = parley_landmarks_new (frontier, points, n_ties);
    }
}

void
parley_landscape_free (ParleyLandscape *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < PARLEY_N_SOLUTIONS; i++)
    g_clear_pointer (&self->solutions[i], g_ptr_array_unref);
  g_clear_pointer (&self->picked, g_hash_table_unref);
  parley_gap_free (self->gap);
  parley_findings_free (self->findings);
  if (self->utilities != NULL)
    g_ptr_array_unref (self->utilities);
  parley_space_free (self->space);
  g_free (self->ideal);
  g_free (self->nadir);
  mpz_clear (self->n_deals);
  g_free (self);
}

static ParleyOrder *
list_order (const ParleyDealsRequest *request, const ParleySpace *space, GPtrArray *utilities)
{
  g_autofree guint *slots = g_new (guint, utilities->len);
  guint n_slots = parley_negotiating_slots (space, utilities, slots);

  if (request->by == PARLEY_ORDER_PARTY)
    return parley_order_new (request->by, utilities, &request->by_party, 1);
  return parley_order_new (request->by, utilities, slots, n_slots);
}

ParleyLandscape *
parley_landscape_new (const ParleyScenario     *scenario,
                      const ParleyDealsRequest *request,
                      ParleyAmong               among,
                      GError                  **error)
{
  g_autoptr(ParleyLandscape) self = g_new0 (ParleyLandscape, 1);
  g_autoptr(ParleyOrder) order = NULL;
  g_autoptr(GArray) bounds = NULL;
  ParleyDomain *domain = parley_domain_new_among (scenario, among, request->among_party);
  ParleyQuery query = { .n_top = request->n_top,
                        .efficient = request->efficient,
                        .count = request->count,
                        .crew = request->crew,
                        .memory = request->memory,
                        .budget = request->budget };

  mpz_init (self->n_deals);
  parley_domain_count (domain, self->n_deals);
  self->space = parley_space_new (
      scenario, domain, NULL, request->filter == NULL ? NULL : request->filter->conditions, error);
  if (self->space == NULL)
    return NULL;

  self->utilities = parley_utilities_new (self->space, scenario->as_of);
  order = list_order (request, self->space, self->utilities);
  bounds = parley_filter_bounds (request->filter, self->utilities);
  query.order = order;
  query.bounds = bounds;
  self->findings = parley_search (self->space, self->utilities, &query, error);
  if (self->findings == NULL)
    return NULL;
  solve (self, MAX (1, request->n_ties));
  if (!parley_findings_is_exact (self->findings))
    self->gap = parley_gap_new (self->findings->frontier, self->utilities);
  return g_steal_pointer (&self);
}

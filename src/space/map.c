/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/map.h"

#include "base/error.h"
#include "space/fronts.h"
#include "space/meeting.h"
#include "space/plan.h"
#include "space/prospect.h"

typedef struct
{
  ParleyMap         *map;
  const ParleyOrder *order; /* compact */
  const guint       *axes;  /* in order of choosing */
} Filling;

ParleyMap *
parley_map_new_empty (const ParleySpace *space, guint first_axis, guint second_axis, guint n_slots)
{
  ParleyMap *self = g_new0 (ParleyMap, 1);
  gsize n_cells = 0;

  self->axes[0] = first_axis;
  self->axes[1] = second_axis;
  self->n_slots = n_slots;
  for (guint i = 0; i < 2; i++)
    self->n_options[i] = space->domain->axes[self->axes[i]].n_options;
  n_cells = (gsize) self->n_options[0] * self->n_options[1];
  self->cells = g_new0 (ParleyMapCell, n_cells);
  for (gsize i = 0; i < n_cells; i++)
    mpz_init (self->cells[i].n_deals);
  return self;
}

void
parley_map_free (ParleyMap *self)
{
  if (self == NULL)
    return;
  for (gsize i = 0; i < (gsize) self->n_options[0] * self->n_options[1]; i++)
    {
      mpz_clear (self->cells[i].n_deals);
      g_free (self->cells[i].best);
    }
  g_free (self->cells);
  g_free (self);
}

void
parley_map_count_deals (const ParleyMap *self, mpz_ptr sum)
{
  mpz_set_ui (sum, 0);
  for (gsize i = 0; i < (gsize) self->n_options[0] * self->n_options[1]; i++)
    mpz_add (sum, sum, self->cells[i].n_deals);
}

/* Every way through the first two layers: what it brings, and where it leads. */
typedef void (*Visit) (const Filling *filling,
                       ParleyMapCell *cell,
                       guint node,
                       const ParleyScore *scores,
                       gpointer data);

static void
visit_cells (const Filling *filling, const ParleyDiagram *diagram, Visit visit, gpointer data)
{
  const ParleyLayer *layers = diagram->layers;
  g_autofree ParleyScore *scores = g_new0 (ParleyScore, MAX (1, diagram->n_dims));

  for (guint a = 0; a < layers[0].n_options; a++)
    for (guint b = 0; b < layers[1].n_options; b++)
      {
        guint32 middle = parley_layer_child (&layers[0], 0, a);
        guint32 node = middle == PARLEY_NO_NODE ? PARLEY_NO_NODE
                                                : parley_layer_child (&layers[1], middle, b);

        if (node == PARLEY_NO_NODE)
          continue;
        for (guint d = 0; d < diagram->n_dims; d++)
          scores[d] = parley_layer_gain (&layers[0], diagram->n_dims, 0, a)[d]
                      + parley_layer_gain (&layers[1], diagram->n_dims, middle, b)[d];
        visit (filling, parley_map_cell_at (filling->map, a, b), node, scores, data);
      }
}

typedef struct
{
  const ParleyFronts *fronts;
  ParleyProspects    *prospects;
} Best;

static void
keep_best (const Filling *filling,
           ParleyMapCell *cell,
           guint node,
           const ParleyScore *scores,
           gpointer data)
{
  const Best *best = data;
  guint n_dims = best->fronts->diagram->n_dims;
  g_autofree ParleyScore *sum = g_new0 (ParleyScore, MAX (1, n_dims));
  const ParleyScore *rest = NULL;
  ParleyProspect prospect;

  if (!parley_prospects_best (best->prospects, 2, node, scores, &prospect))
    return;
  rest = parley_front_point (parley_fronts_at (best->fronts, 2, node), prospect.point);
  for (guint d = 0; d < n_dims; d++)
    sum[d] = scores[d] + rest[d];
  if (cell->best != NULL && parley_order_compare (filling->order, sum, cell->best) <= 0)
    return;
  g_free (cell->best);
  cell->best = g_memdup2 (sum, MAX (1, filling->map->n_slots) * sizeof *sum);
}

static gboolean
find_best (const Filling *filling, const ParleyView *view, GError **error)
{
  g_autoptr(ParleyDiagram) diagram
      = parley_diagram_new (view, filling->axes, parley_budget_arcs (view->memory), error);
  g_autoptr(ParleyFronts) fronts = NULL;
  g_autoptr(ParleyProspects) prospects = NULL;

  if (diagram == NULL)
    return FALSE;
  if (diagram->empty)
    return TRUE;
  fronts = parley_fronts_new_behind (view, diagram, 2, parley_budget_points (view->memory), error);
  if (fronts == NULL)
    return FALSE;
  prospects = parley_prospects_new (fronts, filling->order);
  visit_cells (filling, diagram, keep_best, &(Best){ fronts, prospects });
  return TRUE;
}

/* Ways in stand in the order of their options for each node, so those of one cell are
 * found by walking on from it in step with the lists. */
typedef struct
{
  const ParleyMeeting *meeting;
  const guint64       *counts;
  gsize               *next; /* [node at the cut] */
} Adding;

static void
add_count (const Filling *filling,
           ParleyMapCell *cell,
           guint node,
           const ParleyScore *scores,
           gpointer data)
{
  const Adding *adding = data;
  const ParleyMeeting *meeting = adding->meeting;

  (void) filling;
  (void) scores;
  mpz_add_ui (cell->n_deals, cell->n_deals,
              parley_ways_add_up (meeting->diagram, 2, node, meeting->cut, adding->next,
                                  adding->counts, NULL, NULL));
}

static gboolean
count (const Filling *filling, const ParleyView *view, GError **error)
{
  g_autoptr(ParleyView) floors = parley_view_new_floors (view);
  g_autoptr(ParleyDiagram) diagram
      = parley_diagram_new (floors, filling->axes, parley_budget_arcs (view->memory), error);
  g_autoptr(ParleyMeeting) meeting = NULL;
  g_autofree guint64 *counts = NULL;
  g_autofree gsize *next = NULL;
  Adding adding;

  if (diagram == NULL)
    return FALSE;
  if (diagram->empty)
    return TRUE;
  meeting = parley_meeting_new_behind (floors, diagram, 2);
  if (meeting == NULL)
    {
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT, "more deals than can be mapped");
      return FALSE;
    }
  counts = parley_meeting_count_ways (meeting);
  next = g_memdup2 (meeting->ways_in, meeting->n_nodes * sizeof *next);
  adding = (Adding){ meeting, counts, next };
  visit_cells (filling, diagram, add_count, &adding);
  return TRUE;
}

gboolean
parley_map_find_best (ParleyMap              *self,
                      const ParleyAcceptance *acceptance,
                      const ParleyOrder      *compact,
                      const guint            *slots,
                      GError                **error)
{
  guint n_groups = parley_acceptance_n_groups (acceptance, error);
  g_autofree guint *axes = g_new (guint, acceptance->space->domain->n_axes);
  Filling filling = { self, compact, axes };

  for (guint g = 0; g < n_groups; g++)
    {
      g_autoptr(ParleyView) view = parley_acceptance_view (acceptance, g, slots, self->n_slots);

      parley_plan_order_from (view, self->axes, 2, axes);
      if (!find_best (&filling, view, error))
        return FALSE;
    }
  return n_groups > 0;
}

static gboolean
count_deals (ParleyMap *self, const ParleyAcceptance *acceptance, GError **error)
{
  guint n_groups = parley_acceptance_n_groups (acceptance, error);
  g_autofree guint *axes = g_new (guint, acceptance->space->domain->n_axes);
  Filling filling = { self, NULL, axes };

  for (guint g = 0; g < n_groups; g++)
    {
      g_autoptr(ParleyView) view = parley_acceptance_view (acceptance, g, NULL, 0);

      parley_plan_order_from (view, self->axes, 2, axes);
      if (!count (&filling, view, error))
        return FALSE;
    }
  return n_groups > 0;
}

ParleyMap *
parley_map_new (const ParleyAcceptance *acceptance,
                const ParleyOrder      *order,
                const guint            *slots,
                guint                   n_slots,
                guint                   first_axis,
                guint                   second_axis,
                GError                **error)
{
  g_autoptr(ParleyMap) self
      = parley_map_new_empty (acceptance->space, first_axis, second_axis, n_slots);
  g_autoptr(ParleyOrder) compact = parley_order_new_compact (order);

  if (!parley_map_find_best (self, acceptance, compact, slots, error)
      || !count_deals (self, acceptance, error))
    return NULL;
  return g_steal_pointer (&self);
}

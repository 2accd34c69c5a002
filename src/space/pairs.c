/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/pairs.h"

#include "base/error.h"
#include "space/meeting.h"
#include "space/pairs_plan.h"
#include "space/plan.h"

/* Maps in the making. */
typedef struct
{
  const ParleyAcceptance *acceptance;
  GPtrArray              *maps;
  const guint            *slots;
  const ParleyOrder      *compact;
  const ParleyView       *floors; /* of the group that is counted */
  const ParleyPairsPlan  *plan;   /* likewise */
  GError                **errors; /* [task] */
} Pairs;

/* Of two axes, the first first. */
static gsize
index_of_pair (guint n_axes, guint first, guint second)
{
  return (gsize) first * n_axes - (gsize) first * (first + 1) / 2 + (second - first - 1);
}

static gboolean
can_be_kept (const ParleyDomain *domain, GError **error)
{
  gsize n_cells = 0;

  for (guint a = 0; a < domain->n_axes; a++)
    for (guint b = a + 1; b < domain->n_axes; b++)
      n_cells += (gsize) domain->axes[a].n_options * domain->axes[b].n_options;
  if (n_cells <= PARLEY_PAIRS_MOST_CELLS)
    return TRUE;
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
               "the issues have %" G_GSIZE_FORMAT " pairs of options, and at most %d can be mapped "
               "at a time",
               n_cells, PARLEY_PAIRS_MOST_CELLS);
  return FALSE;
}

static GPtrArray *
maps_new (const ParleySpace *space, guint n_slots)
{
  GPtrArray *maps = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_map_free);

  for (guint a = 0; a < space->domain->n_axes; a++)
    for (guint b = a + 1; b < space->domain->n_axes; b++)
      g_ptr_array_add (maps, parley_map_new_empty (space, a, b, n_slots));
  return maps;
}

/* The counts of one split, by pairs of layers. */
typedef struct
{
  const ParleyDiagram *diagram;
  guint64            **tables; /* [layer * n_layers + later layer][option * n_options + later
                     * option]; NULL when another split has the pair */
} Adding;

static void
add_pairs (guint first, guint layer, const guint *path, guint64 found, gpointer data)
{
  const Adding *adding = data;
  const ParleyLayer *layers = adding->diagram->layers;

  for (guint l = first; l < layer; l++)
    {
      guint64 *table = adding->tables[(gsize) l * adding->diagram->n_layers + layer];

      if (table != NULL)
        table[(gsize) path[l] * layers[layer].n_options + path[layer]] += found;
    }
}

static void
adding_init (Adding *self, const ParleyDiagram *diagram, const ParleyPairsPlan *plan, guint split)
{
  guint n = diagram->n_layers;

  self->diagram = diagram;
  self->tables = g_new0 (guint64 *, (gsize) n * n);
  for (guint l = 0; l < n; l++)
    for (guint m = l + 1; m < n; m++)
      {
        const ParleyLayer *one = &diagram->layers[l];
        const ParleyLayer *other = &diagram->layers[m];

        if (plan->split_of[(gsize) one->axis * n + other->axis] == split + 1)
          self->tables[(gsize) l * n + m]
              = g_new0 (guint64, (gsize) one->n_options * other->n_options);
      }
}

static void
adding_clear (Adding *self)
{
  gsize n = self->diagram->n_layers;

  for (gsize i = 0; i < n * n; i++)
    g_free (self->tables[i]);
  g_free (self->tables);
}

static void
add_table (ParleyMap *map, const ParleyLayer *one, const ParleyLayer *other, const guint64 *table)
{
  gboolean turned = one->axis != map->axes[0];

  for (guint a = 0; a < one->n_options; a++)
    for (guint b = 0; b < other->n_options; b++)
      {
        ParleyMapCell *cell = parley_map_cell_at (map, turned ? b : a, turned ? a : b);

        mpz_add_ui (cell->n_deals, cell->n_deals, table[(gsize) a * other->n_options + b]);
      }
}

static void
take_tables (const Adding *adding, GPtrArray *maps)
{
  guint n = adding->diagram->n_layers;

  for (guint l = 0; l < n; l++)
    for (guint m = l + 1; m < n; m++)
      {
        const ParleyLayer *one = &adding->diagram->layers[l];
        const ParleyLayer *other = &adding->diagram->layers[m];
        const guint64 *table = adding->tables[(gsize) l * n + m];
        gsize pair = index_of_pair (n, MIN (one->axis, other->axis), MAX (one->axis, other->axis));

        if (table != NULL)
          add_table (g_ptr_array_index (maps, pair), one, other, table);
      }
}

/* A pair is in one split only, so no two tasks write to the same map. */
static void
count_split (gsize index, gpointer data)
{
  const Pairs *pairs = data;
  const ParleySplit *split = parley_pairs_plan_split (pairs->plan, (guint) index);
  g_auto(ParleyLease) lease = { 0 };
  g_autoptr(ParleyDiagram) diagram
      = parley_plan_shared_diagram (pairs->floors, split->order, &lease, &pairs->errors[index]);
  g_autoptr(ParleyMeeting) meeting = NULL;
  Adding adding = { 0 };

  if (diagram == NULL)
    return;
  meeting = parley_meeting_new_behind (pairs->floors, diagram, split->n_before);
  g_return_if_fail (meeting != NULL); /* the plan has had it */
  parley_lease_take (&lease, pairs->floors->room, parley_meeting_bytes (meeting));
  adding_init (&adding, diagram, pairs->plan, (guint) index);
  parley_meeting_add_up (meeting, add_pairs, &adding);
  take_tables (&adding, pairs->maps);
  adding_clear (&adding);
}

/* One map of them. */
typedef struct
{
  const Pairs *pairs;
  ParleyMap   *map;
} OneMap;

static gboolean
find_best_of (const ParleyAcceptance *acceptance, gpointer data, GError **error)
{
  const OneMap *one = data;

  return parley_map_find_best (one->map, acceptance, one->pairs->compact, one->pairs->slots, error);
}

static void
find_best (gsize index, gpointer data)
{
  const Pairs *pairs = data;
  OneMap one = { pairs, g_ptr_array_index (pairs->maps, index) };

  parley_acceptance_share (pairs->acceptance, find_best_of, &one, &pairs->errors[index]);
}

/* Does all tasks. Returns: FALSE with @error set to what the first that failed says. */
static gboolean
do_tasks (Pairs *pairs, const char *what, guint n_tasks, ParleyTask task, GError **error)
{
  GError *first = NULL;

  pairs->errors = g_new0 (GError *, MAX (1, n_tasks));
  parley_crew_do (pairs->acceptance->crew, what, n_tasks, task, pairs);
  for (guint i = 0; i < n_tasks; i++)
    {
      if (first == NULL)
        first = g_steal_pointer (&pairs->errors[i]);
      g_clear_error (&pairs->errors[i]);
    }
  g_clear_pointer (&pairs->errors, g_free);
  if (first == NULL)
    return TRUE;
  g_propagate_error (error, first);
  return FALSE;
}

static gboolean
count_group (Pairs *pairs, guint group, GError **error)
{
  g_autoptr(ParleyView) view = parley_acceptance_view (pairs->acceptance, group, NULL, 0);
  g_autoptr(ParleyView) floors = parley_view_new_floors (view);
  g_autoptr(ParleyPairsPlan) plan = parley_pairs_plan_new (floors, error);

  if (plan == NULL)
    return FALSE;
  pairs->floors = floors;
  pairs->plan = plan;
  return do_tasks (pairs, "counting pairs of terms", plan->splits->len, count_split, error);
}

GPtrArray *
parley_pairs_new (const ParleyAcceptance *acceptance,
                  const ParleyOrder      *order,
                  const guint            *slots,
                  guint                   n_slots,
                  GError                **error)
{
  guint n_groups = parley_acceptance_n_groups (acceptance, error);
  g_autoptr(ParleyOrder) compact = order == NULL ? NULL : parley_order_new_compact (order);
  g_autoptr(GPtrArray) maps = NULL;
  Pairs pairs = { .acceptance = acceptance, .slots = slots, .compact = compact };

  if (n_groups == 0 || !can_be_kept (acceptance->space->domain, error))
    return NULL;
  maps = maps_new (acceptance->space, n_slots);
  pairs.maps = maps;
  for (guint g = 0; g < n_groups; g++)
    if (!count_group (&pairs, g, error))
      return NULL;
  if (order != NULL
      && !do_tasks (&pairs, "finding the best of pairs of terms", maps->len, find_best, error))
    return NULL;
  return g_steal_pointer (&maps);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/association.h"
#include "report/figures.h"
#include "report/space_json.h"

static ParleyJson *
cell_to_json (const ParleyDeals *deals,
              const ParleyMap *map,
              guint first,
              guint second,
              gboolean exact)
{
  const ParleyMapCell *cell = parley_map_cell (map, first, second);
  ParleyJson *object = json_object_new_object ();
  ParleyJson *options = json_object_new_array ();
  mpq_t surplus;

  mpq_init (surplus);
  if (cell->best != NULL)
    parley_deals_smallest_surplus (deals, cell->best, surplus);
  json_object_array_add (options,
                         parley_figure_option (deals->landscape->space, map->axes[0], first));
  json_object_array_add (options,
                         parley_figure_option (deals->landscape->space, map->axes[1], second));
  json_object_object_add (object, "options", options);
  json_object_object_add (object, "count", parley_json_count (cell->n_deals));
  parley_figure_add (object, "smallest_surplus", cell->best != NULL ? surplus : NULL, exact);
  mpq_clear (surplus);
  return object;
}

static ParleyJson *
issues_to_json (const ParleySpace *space, const ParleyMap *map)
{
  ParleyJson *issues = json_object_new_array ();

  for (guint i = 0; i < 2; i++)
    {
      guint issue = space->domain->axes[map->axes[i]].issue;

      json_object_array_add (
          issues, parley_json_string (parley_scenario_issue (space->scenario, issue)->id));
    }
  return issues;
}

static ParleyJson *
one_to_json (const ParleyDeals *deals, const ParleyMap *map, gboolean exact)
{
  g_autoptr(ParleyAssociation) association = parley_association_new (map);
  ParleyJson *object = json_object_new_object ();
  ParleyJson *cells = json_object_new_array ();

  for (guint a = 0; a < map->n_options[0]; a++)
    for (guint b = 0; b < map->n_options[1]; b++)
      json_object_array_add (cells, cell_to_json (deals, map, a, b, exact));
  json_object_object_add (object, "issues", issues_to_json (deals->landscape->space, map));
  json_object_object_add (
      object, "cramers_v",
      association->has_v ? parley_json_double (parley_association_v (association)) : NULL);
  json_object_object_add (object, "cells", cells);
  return object;
}

ParleyJson *
parley_map_to_json (const ParleyDeals *deals, gboolean exact)
{
  return deals->map == NULL ? NULL : one_to_json (deals, deals->map, exact);
}

ParleyJson *
parley_maps_to_json (const ParleyDeals *deals, gboolean exact)
{
  ParleyJson *list = NULL;

  if (deals->maps == NULL)
    return NULL;
  list = json_object_new_array ();
  for (guint i = 0; i < deals->maps->len; i++)
    json_object_array_add (list, one_to_json (deals, g_ptr_array_index (deals->maps, i), exact));
  return list;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "web/frontier_json.h"

#include "report/figures.h"

static ParleyJson *
point_to_json (const ParleyScenario *scenario,
               const ParleyLandscape *landscape,
               const ParleyPoint *point)
{
  const ParleyFrontier *frontier = landscape->findings->frontier;
  g_autoptr(GPtrArray) deals = parley_frontier_list (frontier, point, 1);
  ParleyJson *object = json_object_new_object ();

  parley_figure_add_map (object, "scores", scenario, landscape->utilities, frontier->slots,
                         frontier->n_slots, point->scores, parley_figure_score, FALSE);
  json_object_object_add (object, "count", parley_json_count (point->n_deals));
  json_object_object_add (object, "terms",
                          parley_figure_terms (landscape->space, g_ptr_array_index (deals, 0)));
  return object;
}

ParleyJson *
parley_frontier_to_json (const ParleyScenario *scenario, const ParleyLandscape *landscape)
{
  const GPtrArray *points = landscape->findings->frontier->points;
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; i < MIN (points->len, PARLEY_MOST_TOLD); i++)
    json_object_array_add (list,
                           point_to_json (scenario, landscape, g_ptr_array_index (points, i)));
  return list;
}

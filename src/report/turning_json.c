/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/turning_json.h"

#include "report/figures.h"

void
parley_input_add_path (ParleyJson           *object,
                       const ParleyScenario *scenario,
                       const ParleyInput    *input,
                       gboolean              exact)
{
  const ParleyParty *party = parley_scenario_party (scenario, input->party);
  const ParleyValueFunction *function
      = parley_input_moves_values (input) ? party->values[input->item] : NULL;
  g_autofree char *path = parley_input_path (scenario, input);

  json_object_object_add (object, "path", parley_json_string (path));
  if (function != NULL
      && (function->kind == PARLEY_VALUE_LINEAR || function->kind == PARLEY_VALUE_SMOOTH))
    parley_figure_add (object, "x", g_ptr_array_index (function->x, input->part), exact);
}

ParleyJson *
parley_influences_to_json (const ParleyParty *party, const GArray *influences, gboolean red_lines)
{
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; influences != NULL && i < influences->len; i++)
    {
      const ParleyInfluence *one = &g_array_index (influences, ParleyInfluence, i);
      ParleyJson *object = json_object_new_object ();
      const char *id
          = red_lines
                ? ((const ParleyRedLine *) g_ptr_array_index (party->red_lines, one->item))->id
                : ((const ParleyAdjustment *) g_ptr_array_index (party->adjustments, one->item))
                      ->id;

      json_object_object_add (object, "id", parley_json_string (id));
      json_object_object_add (object, red_lines ? "crossed" : "applies",
                              parley_json_string (one->applies == PARLEY_ALL ? "all" : "some"));
      json_object_object_add (object, "verdict_without",
                              parley_json_string (parley_verdict_to_string (one->without)));
      json_object_array_add (list, object);
    }
  return list;
}

ParleyJson *
parley_turning_to_json (const ParleyTurning *turning, gboolean exact)
{
  ParleyJson *object = NULL; /* null */

  if (!turning->turns)
    return object;
  object = json_object_new_object ();
  parley_figure_add (object, "at", turning->at, exact);
  json_object_object_add (object, "inclusive", json_object_new_boolean (turning->at_once));
  json_object_object_add (object, "verdict",
                          parley_json_string (parley_verdict_to_string (turning->verdict)));
  return object;
}

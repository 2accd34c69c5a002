/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/amend.h"
#include "report/explain.h"
#include "report/figures.h"
#include "report/score.h"
#include "report/turning_json.h"

static ParleyJson *
turners_to_json (const ParleyExplanation *self, const ParleyReasons *reasons, gboolean exact)
{
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; i < reasons->turners->len; i++)
    {
      const ParleyTurner *turner = g_ptr_array_index (reasons->turners, i);
      const ParleyNumber *number = turner->input.number;
      ParleyJson *object = json_object_new_object ();

      parley_input_add_path (object, self->scenario, &turner->input, exact);
      parley_figure_add (object, "value", number->value, exact);
      parley_figure_add (object, "low", number->low, exact);
      parley_figure_add (object, "high", number->high, exact);
      json_object_object_add (object, "within_range", json_object_new_boolean (turner->believed));
      json_object_object_add (object, "below", parley_turning_to_json (&turner->at.below, exact));
      json_object_object_add (object, "above", parley_turning_to_json (&turner->at.above, exact));
      json_object_array_add (list, object);
    }
  return list;
}

static ParleyJson *
reasons_to_json (const ParleyExplanation *self, guint party, gboolean exact)
{
  const ParleyReasons *reasons = g_ptr_array_index (self->reasons, party);
  const ParleyParty *model = parley_scenario_party (self->scenario, party);
  ParleyJson *object = json_object_new_object ();

  json_object_object_add (object, "red_lines",
                          parley_influences_to_json (model, reasons->red_lines, TRUE));
  json_object_object_add (object, "adjustments",
                          parley_influences_to_json (model, reasons->adjustments, FALSE));
  parley_figure_add (object, "best_if_red_lines_are_mended",
                     reasons->is_mendable ? reasons->mended : NULL, exact);
  json_object_object_add (object, "turned_by", turners_to_json (self, reasons, exact));
  json_object_object_add (object, "turned_by_heeds_red_lines",
                          json_object_new_boolean (!reasons->bare));
  json_object_object_add (object, "numbers_tried", json_object_new_int64 (reasons->n_inputs));
  json_object_object_add (object, "numbers_not_tried", json_object_new_int64 (reasons->n_bends));
  return object;
}

static ParleyJson *
after_to_json (const ParleyExplanation *self, const ParleyClause *clause, gboolean exact)
{
  ParleyJson *parties = json_object_new_object ();

  for (guint p = 0; p < clause->n_parties; p++)
    {
      const ParleyAfter *after = &clause->after[p];
      ParleyJson *object = json_object_new_object ();

      json_object_object_add (
          object, "gain",
          clause->alone ? parley_figure_span (after->gain_low, after->gain_high, exact) : NULL);
      json_object_object_add (object, "verdict",
                              parley_json_string (parley_verdict_to_string (after->verdict)));
      json_object_object_add (parties, parley_scenario_party (self->scenario, p)->id, object);
    }
  return parties;
}

static ParleyJson *
clauses_to_json (const ParleyExplanation *self, gboolean exact)
{
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; self->clauses != NULL && i < self->clauses->clauses->len; i++)
    {
      const ParleyClause *clause = g_ptr_array_index (self->clauses->clauses, i);
      guint issue = self->clauses->space->domain->axes[clause->axis].issue;
      ParleyJson *object = json_object_new_object ();

      json_object_object_add (
          object, "issue", parley_json_string (parley_scenario_issue (self->scenario, issue)->id));
      json_object_object_add (object, "option",
                              parley_figure_option (self->clauses->space, clause->axis,
                                                    clause->option));
      json_object_object_add (object, "settles", json_object_new_boolean (clause->settles));
      json_object_object_add (object, "feasible", json_object_new_boolean (clause->feasible));
      json_object_object_add (object, "takes_other_changes",
                              json_object_new_boolean (clause->feasible && !clause->alone));
      json_object_object_add (object, "still_crosses",
                              json_object_new_boolean (clause->stays_across != 0));
      json_object_object_add (object, "parties",
                              clause->feasible ? after_to_json (self, clause, exact) : NULL);
      json_object_array_add (list, object);
    }
  return list;
}

ParleyJson *
parley_explain_to_json (const ParleyExplanation *self, gboolean exact)
{
  ParleyJson *root = json_object_new_object ();
  ParleyJson *parties = json_object_new_object ();

  json_object_object_add (root, "format", parley_json_string ("parley-explain/1"));
  json_object_object_add (root, "title", parley_json_string (self->scenario->title));
  json_object_object_add (root, "as_of", parley_json_string (self->scenario->as_of));
  json_object_object_add (root, "rounded", json_object_new_boolean (self->score->rounded));
  json_object_object_add (root, "draft",
                          parley_score_draft_to_json (self->scenario, self->score, exact));
  for (guint p = 0; p < self->reasons->len; p++)
    json_object_object_add (parties, parley_scenario_party (self->scenario, p)->id,
                            reasons_to_json (self, p, exact));
  json_object_object_add (root, "reasons", parties);
  json_object_object_add (root, "single_changes", clauses_to_json (self, exact));
  json_object_object_add (root, "amend",
                          self->amend == NULL ? NULL : parley_amend_to_json (self->amend, exact));
  return root;
}

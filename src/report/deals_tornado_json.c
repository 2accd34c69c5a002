/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/figures.h"
#include "report/sensitivity_part.h"
#include "report/turning_json.h"

static ParleyJson *
end_to_json (const ParleyDealsTornado *self, const ParleyDealsEnd *end, gboolean exact)
{
  ParleyJson *object = json_object_new_object ();
  ParleyJson *nash = end->agreed ? json_object_new_object () : NULL;

  json_object_object_add (object, "deal",
                          parley_json_string (parley_existence_to_string (end->exists)));
  json_object_object_add (object, "acceptable",
                          end->counted ? parley_json_count (end->n_acceptable) : NULL);
  for (guint s = 0; nash != NULL && s < self->base->n_slots; s++)
    parley_figure_add (nash, parley_scenario_party (self->scenario, self->base->slots[s])->id,
                       end->scores[self->base->slots[s]], exact);
  json_object_object_add (object, "nash", nash);
  json_object_object_add (object, "same_nash_deal", json_object_new_boolean (end->same));
  json_object_object_add (object, "exact_search", json_object_new_boolean (end->exact));
  return object;
}

static ParleyJson *
bar_to_json (const ParleyDealsTornado *self, const ParleyDealsBar *bar, gboolean exact)
{
  const ParleyNumber *number = bar->input.number;
  ParleyJson *object = json_object_new_object ();
  ParleyJson *ends = json_object_new_object ();
  mpz_t swing;

  mpz_init (swing);
  json_object_object_add (
      object, "party",
      parley_json_string (parley_scenario_party (self->scenario, bar->input.party)->id));
  parley_input_add_path (object, self->scenario, &bar->input, exact);
  parley_figure_add (object, "low", number->low, exact);
  parley_figure_add (object, "base", number->value, exact);
  parley_figure_add (object, "high", number->high, exact);
  json_object_object_add (object, "swing",
                          parley_deals_bar_swing (self, bar, swing) ? parley_json_count (swing)
                                                                    : NULL);
  parley_figure_add (object, "break_even", bar->has_limit ? bar->limit : NULL, exact);
  json_object_object_add (ends, "low", end_to_json (self, &bar->ends[PARLEY_BAR_LOW], exact));
  json_object_object_add (ends, "high", end_to_json (self, &bar->ends[PARLEY_BAR_HIGH], exact));
  json_object_object_add (object, "deals", ends);
  mpz_clear (swing);
  return object;
}

static ParleyJson *
doubt_to_json (const ParleyDealsTornado *self, const ParleyDraftDoubt *doubt, gboolean exact)
{
  ParleyJson *object = json_object_new_object ();
  ParleyJson *list = json_object_new_array ();

  json_object_object_add (
      object, "draft",
      parley_json_string (parley_scenario_draft (self->scenario, doubt->draft)->id));
  json_object_object_add (
      object, "party",
      parley_json_string (parley_scenario_party (self->scenario, doubt->party)->id));
  json_object_object_add (object, "verdict",
                          parley_json_string (parley_verdict_to_string (doubt->tornado->verdict)));
  json_object_object_add (object, "heeds_red_lines",
                          json_object_new_boolean (!doubt->tornado->bare));
  for (guint i = 0; i < doubt->tornado->bars->len; i++)
    {
      const ParleyBar *bar = parley_tornado_bar (doubt->tornado, i);
      ParleyJson *turner = NULL;

      if (!bar->believed)
        continue;
      turner = json_object_new_object ();
      parley_input_add_path (turner, self->scenario, &bar->input, exact);
      parley_bar_add_turnings (turner, bar, exact);
      json_object_array_add (list, turner);
    }
  json_object_object_add (object, "turned_by", list);
  return object;
}

ParleyJson *
parley_deals_tornado_to_json (const ParleyDealsTornado *self, gboolean exact)
{
  ParleyJson *root = json_object_new_object ();
  ParleyJson *inputs = json_object_new_array ();
  ParleyJson *verdicts = json_object_new_array ();

  json_object_object_add (root, "format", parley_json_string ("parley-sensitivity/1"));
  json_object_object_add (root, "title", parley_json_string (self->scenario->title));
  json_object_object_add (root, "as_of", parley_json_string (self->scenario->as_of));
  json_object_object_add (root, "rounded", json_object_new_boolean (self->rounded));
  json_object_object_add (root, "draft", NULL);
  json_object_object_add (root, "base", end_to_json (self, &self->as_written, exact));
  for (guint i = 0; i < self->bars->len; i++)
    json_object_array_add (inputs, bar_to_json (self, parley_deals_tornado_bar (self, i), exact));
  json_object_object_add (root, "inputs", inputs);
  for (guint i = 0; i < self->doubts->len; i++)
    json_object_array_add (verdicts,
                           doubt_to_json (self, g_ptr_array_index (self->doubts, i), exact));
  json_object_object_add (root, "verdicts", verdicts);
  json_object_object_add (root, "sobol", json_object_new_array ());
  return root;
}

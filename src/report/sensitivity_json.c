/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/figures.h"
#include "report/sensitivity_part.h"
#include "report/turning_json.h"

void
parley_bar_add_turnings (ParleyJson *object, const ParleyBar *bar, gboolean exact)
{
  const ParleyTurning *nearest = parley_bar_nearest (bar);

  parley_figure_add (object, "break_even", nearest == NULL ? NULL : nearest->at, exact);
  json_object_object_add (object, "below", parley_turning_to_json (&bar->at.below, exact));
  json_object_object_add (object, "above", parley_turning_to_json (&bar->at.above, exact));
  json_object_object_add (object, "within_range", json_object_new_boolean (bar->believed));
}

/* { "low": …, "base": …, "high": … } of the ends of @bar. */
static ParleyJson *
verdicts_to_json (const ParleyBar *bar)
{
  static const char *const names[] = { "low", "base", "high" };
  ParleyJson *object = json_object_new_object ();

  for (guint e = 0; e < PARLEY_N_BARS; e++)
    json_object_object_add (object, names[e],
                            parley_json_string (parley_verdict_to_string (bar->verdicts[e])));
  return object;
}

/* { "low": { "low": …, "high": … }, "base": …, "high": … }: what is had at each end. */
static ParleyJson *
surplus_to_json (const ParleyBar *bar, gboolean exact)
{
  static const char *const names[] = { "low", "base", "high" };
  ParleyJson *object = json_object_new_object ();

  for (guint e = 0; e < PARLEY_N_BARS; e++)
    json_object_object_add (object, names[e],
                            parley_figure_span (bar->low[e], bar->high[e], exact));
  return object;
}

static void
add_inputs (ParleyJson *list,
            const ParleySensitivity *self,
            const ParleyTornado *tornado,
            gboolean exact)
{
  const char *id = parley_scenario_party (self->scenario, tornado->party)->id;

  for (guint i = 0; i < tornado->bars->len; i++)
    {
      const ParleyBar *bar = parley_tornado_bar (tornado, i);
      ParleyJson *object = json_object_new_object ();

      json_object_object_add (object, "party", parley_json_string (id));
      parley_input_add_path (object, self->scenario, &bar->input, exact);
      parley_figure_add (object, "low", bar->input.number->low, exact);
      parley_figure_add (object, "base", bar->input.number->value, exact);
      parley_figure_add (object, "high", bar->input.number->high, exact);
      json_object_object_add (object, "has_range",
                              json_object_new_boolean (bar->input.number->has_range));
      parley_figure_add (object, "swing", bar->swing, exact);
      json_object_object_add (object, "surplus", surplus_to_json (bar, exact));
      json_object_object_add (object, "verdicts", verdicts_to_json (bar));
      parley_bar_add_turnings (object, bar, exact);
      json_object_array_add (list, object);
    }
}

static ParleyJson *
shares_to_json (const ParleyScenario *scenario, const ParleyReweighing *reweighing, gboolean exact)
{
  ParleyJson *shares = json_object_new_object ();

  for (guint i = 0; i < reweighing->n_issues; i++)
    if (!mpq_equal (reweighing->before[i], reweighing->after[i]))
      {
        ParleyJson *share = json_object_new_object ();

        parley_figure_add (share, "before", reweighing->before[i], exact);
        parley_figure_add (share, "after", reweighing->after[i], exact);
        json_object_object_add (shares, parley_scenario_issue (scenario, i)->id, share);
      }
  return shares;
}

static ParleyJson *
reweighing_to_json (const ParleyScenario *scenario,
                    const ParleyReweighing *reweighing,
                    gboolean exact)
{
  static const char *const outcomes[] = { "possible", "impossible", "unknown" };
  ParleyJson *object = NULL; /* null */
  mpq_t distance;

  if (reweighing == NULL)
    return object;
  object = json_object_new_object ();
  json_object_object_add (object, "outcome", parley_json_string (outcomes[reweighing->outcome]));
  if (reweighing->outcome != PARLEY_REWEIGH_POSSIBLE)
    return object;
  mpq_init (distance);
  mpq_add (distance, reweighing->moved, reweighing->moved);
  parley_figure_add (object, "distance", distance, exact);
  mpq_clear (distance);
  json_object_object_add (object, "inclusive", json_object_new_boolean (reweighing->at_once));
  json_object_object_add (object, "verdict",
                          parley_json_string (parley_verdict_to_string (reweighing->verdict)));
  json_object_object_add (object, "shares", shares_to_json (scenario, reweighing, exact));
  json_object_object_add (object, "within_belief",
                          json_object_new_boolean (parley_reweighing_is_believed (reweighing)));
  parley_figure_add (object, "range_factor", reweighing->stretches ? reweighing->stretch : NULL,
                     exact);
  return object;
}

static ParleyJson *
part_to_json (const ParleySensitivity *self, const ParleySensitivityPart *part, gboolean exact)
{
  const ParleyTornado *tornado = part->tornado;
  const ParleyStanding *standing = g_ptr_array_index (self->score->standings, part->party);
  ParleyJson *object = json_object_new_object ();

  json_object_object_add (object, "verdict",
                          parley_json_string (parley_verdict_to_string (standing->verdict)));
  json_object_object_add (object, "heeds_red_lines", json_object_new_boolean (!tornado->bare));
  json_object_object_add (object, "surplus",
                          parley_figure_span (tornado->low, tornado->high, exact));
  json_object_object_add (object, "has_reservation",
                          json_object_new_boolean (tornado->has_reservation));
  json_object_object_add (object, "decided_by",
                          parley_json_string (tornado->highest_decides ? "highest" : "lowest"));
  json_object_object_add (object, "numbers_with_range", json_object_new_int64 (tornado->n_ranged));
  json_object_object_add (object, "numbers_without_range",
                          json_object_new_int64 (tornado->n_unranged));
  json_object_object_add (object, "least_reweighing",
                          reweighing_to_json (self->scenario, part->reweighing, exact));
  json_object_object_add (
      object, "red_lines",
      parley_influences_to_json (parley_scenario_party (self->scenario, part->party),
                                 tornado->red_lines, TRUE));
  return object;
}

/* Adds where the input is that varies. */
static void
add_varied (ParleyJson           *object,
            const ParleyScenario *scenario,
            guint                 party,
            const ParleyVaried    *doubt,
            gboolean              exact)
{
  g_autofree char *path = parley_varied_path (scenario, party, doubt);

  if (doubt->is_ranking)
    json_object_object_add (object, "path", parley_json_string (path));
  else
    parley_input_add_path (object, scenario, &doubt->input, exact);
}

static void
add_sobol (ParleyJson                  *list,
           const ParleySensitivity     *self,
           const ParleySensitivityPart *part,
           gboolean                     exact)
{
  const ParleyImportance *importance = part->importance;
  const char *id = parley_scenario_party (self->scenario, part->party)->id;

  for (guint o = 0; importance != NULL && o < importance->sobol->n_outputs; o++)
    for (guint i = 0; i < importance->doubts->len; i++)
      {
        const ParleySobolIndex *index = parley_sobol_index (importance->sobol, o, i);
        ParleyJson *object = json_object_new_object ();

        json_object_object_add (object, "party", parley_json_string (id));
        json_object_object_add (object, "completion",
                                parley_json_string (importance->sobol->n_outputs == 1 ? "only"
                                                    : o == 0                          ? "lowest"
                                                                                      : "highest"));
        add_varied (object, self->scenario, part->party,
                    &g_array_index (importance->doubts, ParleyVaried, i), exact);
        json_object_object_add (object, "first", parley_json_double (index->first));
        json_object_object_add (object, "first_error", parley_json_double (index->first_error));
        json_object_object_add (object, "total", parley_json_double (index->total));
        json_object_object_add (object, "total_error", parley_json_double (index->total_error));
        json_object_array_add (list, object);
      }
}

/* How the shares of the variance were sampled; null when there is none. */
static ParleyJson *
sampling_to_json (const ParleySensitivity *self)
{
  gsize n_points = 0, n_evaluations = 0;
  ParleyJson *object = NULL; /* null */

  for (guint i = 0; i < self->parts->len; i++)
    {
      const ParleyImportance *importance = parley_sensitivity_part (self, i)->importance;

      if (importance == NULL)
        continue;
      n_points = importance->sobol->n_points;
      n_evaluations += importance->sobol->n_evaluations;
    }
  if (n_points == 0)
    return object;
  object = json_object_new_object ();
  json_object_object_add (object, "distribution",
                          parley_json_string (parley_spread_to_string (self->spread)));
  json_object_object_add (object, "seed", json_object_new_int64 ((gint64) self->seed));
  json_object_object_add (object, "points", json_object_new_int64 ((gint64) n_points));
  json_object_object_add (object, "evaluations", json_object_new_int64 ((gint64) n_evaluations));
  return object;
}

ParleyJson *
parley_sensitivity_to_json (const ParleySensitivity *self, gboolean exact)
{
  ParleyJson *root = json_object_new_object ();
  ParleyJson *parties = json_object_new_object ();
  ParleyJson *inputs = json_object_new_array ();
  ParleyJson *sobol = json_object_new_array ();

  json_object_object_add (root, "format", parley_json_string ("parley-sensitivity/1"));
  json_object_object_add (root, "title", parley_json_string (self->scenario->title));
  json_object_object_add (root, "as_of", parley_json_string (self->scenario->as_of));
  json_object_object_add (root, "rounded", json_object_new_boolean (self->rounded));
  json_object_object_add (root, "draft", parley_json_string (self->score->draft->id));
  json_object_object_add (root, "feasible", json_object_new_boolean (self->score->reach->feasible));
  for (guint i = 0; i < self->parts->len; i++)
    {
      const ParleySensitivityPart *part = parley_sensitivity_part (self, i);

      json_object_object_add (parties, parley_scenario_party (self->scenario, part->party)->id,
                              part_to_json (self, part, exact));
      add_inputs (inputs, self, part->tornado, exact);
      add_sobol (sobol, self, part, exact);
    }
  json_object_object_add (root, "parties", parties);
  json_object_object_add (root, "inputs", inputs);
  json_object_object_add (root, "sobol", sobol);
  json_object_object_add (root, "sampling", sampling_to_json (self));
  return root;
}

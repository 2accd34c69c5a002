/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/space_json.h"

#include "report/figures.h"

static const char *
issue_id (const ParleySpace *space, guint axis)
{
  return parley_scenario_issue (space->scenario, space->domain->axes[axis].issue)->id;
}

static void
add_option (ParleyJson *list, const ParleyLandscape *landscape, guint axis, guint option)
{
  const ParleyCounts *counts = landscape->findings->counts;
  ParleyJson *object = json_object_new_object ();

  json_object_object_add (object, "option", parley_figure_option (landscape->space, axis, option));
  json_object_object_add (object, "count", parley_json_count (counts->by_option[axis][option].all));
  json_object_array_add (list, object);
}

/* The lowest and highest number with an acceptable deal: null without one. */
static ParleyJson *
span_to_json (const ParleyLandscape *landscape, guint axis)
{
  const ParleyTally *options = landscape->findings->counts->by_option[axis];
  guint n = landscape->space->domain->axes[axis].n_options;
  ParleyJson *span = NULL;
  guint low = 0, high = n;

  while (low < n && mpz_sgn (options[low].all) == 0)
    low++;
  while (high > low && mpz_sgn (options[high - 1].all) == 0)
    high--;
  if (low == high)
    return NULL;
  span = json_object_new_array ();
  json_object_array_add (span, parley_figure_option (landscape->space, axis, low));
  json_object_array_add (span, parley_figure_option (landscape->space, axis, high - 1));
  return span;
}

ParleyJson *
parley_common_to_json (const ParleyDeals *deals)
{
  const ParleyLandscape *landscape = deals->landscape;
  const ParleyCounts *counts = landscape->findings->counts;
  ParleyJson *list = NULL;

  if (counts == NULL || counts->by_option == NULL)
    return NULL;
  list = json_object_new_array ();
  for (guint a = 0; a < counts->n_axes; a++)
    {
      ParleyJson *object = json_object_new_object ();
      ParleyJson *options = json_object_new_array ();

      json_object_object_add (object, "issue", parley_json_string (issue_id (landscape->space, a)));
      for (guint o = 0; o < counts->n_options[a]; o++)
        add_option (options, landscape, a, o);
      json_object_object_add (object, "options", options);
      if (landscape->space->domain->axes[a].numbers != NULL)
        json_object_object_add (object, "span", span_to_json (landscape, a));
      json_object_array_add (list, object);
    }
  return list;
}

ParleyJson *
parley_limits_to_json (const ParleyDeals *deals, gboolean fractions)
{
  const ParleyScenario *scenario = deals->scenario;
  ParleyJson *object = NULL;
  mpq_t points;

  if (deals->obstacles == NULL)
    return NULL;
  object = json_object_new_object ();
  mpq_init (points);
  for (guint i = 0; i < deals->obstacles->reservations->len; i++)
    {
      const ParleyReservationLimit *limit
          = &g_array_index (deals->obstacles->reservations, ParleyReservationLimit, i);
      const ParleyUtility *utility = g_ptr_array_index (deals->landscape->utilities, limit->party);
      const char *id = parley_scenario_party (scenario, limit->party)->id;

      parley_score_to_exact (limit->limit.score, utility->denominator, points);
      json_object_object_add (object, id,
                              limit->limit.kind != PARLEY_LIMIT_SCORE ? NULL
                              : fractions ? parley_json_fraction (points)
                                          : parley_json_exact (points));
    }
  mpq_clear (points);
  return object;
}

ParleyJson *
parley_red_lines_to_json (const ParleyDeals *deals, gboolean exact)
{
  ParleyJson *list = NULL;

  if (deals->obstacles == NULL)
    return NULL;
  list = json_object_new_array ();
  for (guint i = 0; i < deals->obstacles->red_lines->len; i++)
    {
      const ParleyRedLineCost *cost = g_ptr_array_index (deals->obstacles->red_lines, i);
      const ParleyParty *party = parley_scenario_party (deals->scenario, cost->party);
      const ParleyRedLine *line = g_ptr_array_index (party->red_lines, cost->item);
      ParleyJson *object = json_object_new_object ();

      json_object_object_add (object, "party", parley_json_string (party->id));
      json_object_object_add (object, "red_line", parley_json_string (line->id));
      json_object_object_add (object, "acceptable_without", parley_json_count (cost->n_deals));
      parley_figure_add (object, "smallest_surplus_without",
                         cost->has_surplus ? cost->surplus : NULL, exact);
      json_object_array_add (list, object);
    }
  return list;
}

static ParleyJson *
share_to_json (const ParleyEstimate *estimate, const ParleyBracket *bracket, guint n)
{
  ParleyJson *object = json_object_new_object ();

  json_object_object_add (object, "share",
                          parley_json_double (parley_estimate_share (estimate, n)));
  json_object_object_add (object, "se", parley_json_double (parley_estimate_error (estimate, n)));
  json_object_object_add (object, "low", parley_json_double (bracket->low));
  json_object_object_add (object, "high", parley_json_double (bracket->high));
  return object;
}

/* For each issue, how many of the draws that all accept have each option. */
static ParleyJson *
drawn_to_json (const ParleyEstimate *estimate, const ParleySpace *space)
{
  ParleyJson *list = json_object_new_array ();

  for (guint a = 0; a < estimate->n_axes && estimate->n_all > 0; a++)
    {
      ParleyJson *object = json_object_new_object ();
      ParleyJson *options = json_object_new_array ();

      json_object_object_add (object, "issue", parley_json_string (issue_id (space, a)));
      for (guint o = 0; o < space->domain->axes[a].n_options; o++)
        {
          ParleyJson *option = json_object_new_object ();
          guint n = estimate->by_option[a][o];

          json_object_object_add (option, "option", parley_figure_option (space, a, o));
          json_object_object_add (option, "share",
                                  parley_json_double (parley_estimate_share_of_all (estimate, n)));
          json_object_object_add (option, "se",
                                  parley_json_double (parley_estimate_error_of_all (estimate, n)));
          json_object_array_add (options, option);
        }
      json_object_object_add (object, "options", options);
      json_object_array_add (list, object);
    }
  return list;
}

ParleyJson *
parley_estimate_to_json (const ParleyDeals *deals)
{
  const ParleyEstimate *estimate = deals->estimate;
  ParleyJson *object = NULL;
  ParleyJson *parties = NULL;

  if (estimate == NULL)
    return NULL;
  object = json_object_new_object ();
  parties = json_object_new_object ();
  json_object_object_add (object, "draws", json_object_new_int64 (estimate->n_draws));
  json_object_object_add (object, "seed", json_object_new_int64 ((gint64) estimate->seed));
  json_object_object_add (object, "feasible", parley_json_count (estimate->n_feasible));
  json_object_object_add (object, "all", share_to_json (estimate, &estimate->all, estimate->n_all));
  for (guint p = 0; p < deals->scenario->parties->len; p++)
    if (parley_party_decides (parley_scenario_party (deals->scenario, p)))
      json_object_object_add (parties, parley_scenario_party (deals->scenario, p)->id,
                              share_to_json (estimate, &estimate->accepting[p],
                                             estimate->n_accepting[p]));
  json_object_object_add (object, "by_party", parties);
  json_object_object_add (object, "common", drawn_to_json (estimate, deals->landscape->space));
  return object;
}

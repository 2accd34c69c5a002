/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/space_json.h"

#include "report/figures.h"

static const char *
issue_id (const ParleyRefined *refined, guint axis)
{
  const ParleySpace *space = refined->space;

  return parley_scenario_issue (space->scenario, space->domain->axes[axis].issue)->id;
}

/* The numbers that range issues have, as fractions. */
static ParleyJson *
fractions_to_json (const ParleyRefined *refined)
{
  const ParleyDomain *domain = refined->space->domain;
  ParleyJson *object = json_object_new_object ();

  for (guint a = 0; a < domain->n_axes; a++)
    if (domain->axes[a].numbers != NULL)
      json_object_object_add (
          object, issue_id (refined, a),
          parley_json_fraction (domain->axes[a].numbers[refined->best->options[a]]));
  return object;
}

static ParleyJson *
moved_to_json (const ParleyRefined *refined)
{
  ParleyJson *list = json_object_new_array ();

  for (guint a = 0; a < refined->space->domain->n_axes; a++)
    if (parley_refined_moved (refined, a))
      json_object_array_add (list, parley_json_string (issue_id (refined, a)));
  return list;
}

static void
add_map (ParleyJson *object,
         const char *key,
         const ParleyRefined *refined,
         ParleyFigure figure,
         gboolean exact)
{
  g_autofree guint *everyone = g_new (guint, refined->utilities->len);

  for (guint s = 0; s < refined->utilities->len; s++)
    everyone[s] = s;
  parley_figure_add_map (object, key, refined->space->scenario, refined->utilities, everyone,
                         refined->utilities->len, refined->best->scores, figure, exact);
}

static void
add_gain (ParleyJson *object, const ParleyRefined *refined, gboolean exact)
{
  static const char *const measures[] = {
    [PARLEY_GAIN_POSITIVE] = "positive_surpluses",
    [PARLEY_GAIN_PRODUCT] = "product",
    [PARLEY_GAIN_SMALLEST] = "smallest",
    [PARLEY_GAIN_SUM] = "sum",
  };
  gboolean ranked = refined->kind == PARLEY_GAIN_SMALLEST;

  json_object_object_add (object, "measure", parley_json_string (measures[refined->kind]));
  json_object_object_add (object, "rank",
                          ranked ? json_object_new_int64 (refined->place + 1) : NULL);
  parley_figure_add (object, "before", refined->before, exact);
  parley_figure_add (object, "after", refined->after, exact);
}

static ParleyJson *
one_to_json (const ParleyRefined *refined, gboolean exact)
{
  ParleyJson *object = NULL;

  if (refined == NULL)
    return NULL;
  object = json_object_new_object ();
  json_object_object_add (object, "improves", json_object_new_boolean (refined->improves));
  json_object_object_add (object, "moved", moved_to_json (refined));
  json_object_object_add (object, "terms",
                          parley_figure_terms (refined->space, refined->best->options));
  if (exact)
    json_object_object_add (object, "terms_exact", fractions_to_json (refined));
  add_map (object, "scores", refined, parley_figure_score, exact);
  add_map (object, "surplus", refined, parley_figure_surplus, exact);
  add_gain (object, refined, exact);
  return object;
}

ParleyJson *
parley_refined_to_json (const ParleyDeals *deals, gboolean exact)
{
  ParleyJson *object = NULL;

  if (!deals->request.refine)
    return NULL;
  object = json_object_new_object ();
  for (guint i = 0; i < PARLEY_N_SOLUTIONS; i++)
    json_object_object_add (object, parley_solution_key (i),
                            one_to_json (deals->refined[i], exact));
  return object;
}

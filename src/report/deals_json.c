/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/deals.h"
#include "report/figures.h"

static const char *const solution_keys[PARLEY_N_SOLUTIONS] = {
  [PARLEY_NASH] = "nash",
  [PARLEY_KALAI_SMORODINSKY] = "kalai_smorodinsky",
  [PARLEY_EGALITARIAN] = "egalitarian",
  [PARLEY_UTILITARIAN] = "utilitarian",
};

/* What every part of the document needs. */
typedef struct
{
  const ParleyScenario  *scenario;
  const ParleyLandscape *landscape;
  guint                  n_ties;
  gboolean               exact;
} Context;

static void
add_map (const Context *context,
         ParleyJson *object,
         const char *key,
         gboolean negotiating,
         const ParleyScore *scores,
         ParleyFigure figure)
{
  guint n = context->landscape->utilities->len;
  const ParleyFrontier *frontier = context->landscape->findings->frontier;
  g_autofree guint *everyone = g_new (guint, n);

  for (guint s = 0; s < n; s++)
    everyone[s] = s;
  parley_figure_add_map (object, key, context->scenario, context->landscape->utilities,
                         negotiating ? frontier->slots : everyone,
                         negotiating ? frontier->n_slots : n, scores, figure, context->exact);
}

static ParleyJson *
deal_to_json (const Context *context, const ParleyDeal *deal)
{
  ParleyJson *object = json_object_new_object ();

  json_object_object_add (object, "terms",
                          parley_figure_terms (context->landscape->space, deal->options));
  add_map (context, object, "scores", FALSE, deal->scores, parley_figure_score);
  add_map (context, object, "surplus", FALSE, deal->scores, parley_figure_surplus);
  return object;
}

static ParleyJson *
point_to_json (const Context *context, const ParleyPoint *point)
{
  ParleyJson *object = json_object_new_object ();
  ParleyJson *deals = json_object_new_array ();

  add_map (context, object, "scores", TRUE, point->scores, parley_figure_score);
  add_map (context, object, "surplus", TRUE, point->scores, parley_figure_surplus);
  json_object_object_add (object, "count", parley_figure_count (point->n_deals));
  for (guint d = 0; d < MIN (point->deals->len, context->n_ties); d++)
    {
      ParleyJson *deal = json_object_new_object ();

      json_object_object_add (deal, "terms",
                              parley_figure_terms (context->landscape->space,
                                                   g_ptr_array_index (point->deals, d)));
      json_object_array_add (deals, deal);
    }
  json_object_object_add (object, "deals", deals);
  return object;
}

static ParleyJson *
acceptance_to_json (const Context *context,
                    guint64 all,
                    const guint64 *by_party,
                    gboolean say_exact)
{
  ParleyJson *object = json_object_new_object ();
  ParleyJson *parties = json_object_new_object ();

  json_object_object_add (object, "count", parley_figure_count (all));
  if (say_exact)
    json_object_object_add (object, "exact", json_object_new_boolean (TRUE));
  for (guint p = 0; p < context->scenario->parties->len; p++)
    if (parley_party_decides (parley_scenario_party (context->scenario, p)))
      json_object_object_add (parties, parley_scenario_party (context->scenario, p)->id,
                              parley_figure_count (by_party[p]));
  json_object_object_add (object, "by_party", parties);
  return object;
}

static ParleyJson *
solutions_to_json (const Context *context)
{
  ParleyJson *object = json_object_new_object ();

  for (guint i = 0; i < PARLEY_N_SOLUTIONS; i++)
    {
      GPtrArray *points = context->landscape->solutions[i];
      ParleyJson *list = json_object_new_array ();

      for (guint k = 0; k < points->len; k++)
        json_object_array_add (list, point_to_json (context, g_ptr_array_index (points, k)));
      json_object_object_add (object, solution_keys[i], list);
    }
  return object;
}

/* "ideal" or "nadir": empty when nothing is acceptable. */
static void
add_end (const Context *context, ParleyJson *object, const char *key, const ParleyScore *scores)
{
  if (context->landscape->findings->n_acceptable > 0)
    add_map (context, object, key, TRUE, scores, parley_figure_score);
  else
    json_object_object_add (object, key, json_object_new_object ());
}

static void
add_landscape (const Context *context, ParleyJson *object)
{
  const ParleyLandscape *landscape = context->landscape;
  const ParleyFindings *findings = landscape->findings;
  ParleyJson *space = json_object_new_object ();
  ParleyJson *frontier = json_object_new_object ();

  json_object_object_add (space, "deals", parley_json_count (landscape->n_deals));
  json_object_object_add (space, "feasible", parley_figure_count (findings->n_feasible));
  json_object_object_add (object, "space", space);
  json_object_object_add (object, "acceptable",
                          acceptance_to_json (context, findings->n_acceptable, findings->by_party,
                                              TRUE));
  json_object_object_add (object, "without_red_lines",
                          acceptance_to_json (context, findings->n_bare, findings->bare_by_party,
                                              FALSE));
  json_object_object_add (frontier, "points",
                          parley_figure_count (findings->frontier->points->len));
  json_object_object_add (frontier, "deals",
                          parley_figure_count (parley_frontier_count_deals (findings->frontier)));
  json_object_object_add (object, "frontier", frontier);
  add_end (context, object, "ideal", landscape->ideal);
  add_end (context, object, "nadir", landscape->nadir);
  json_object_object_add (object, "solutions", solutions_to_json (context));
}

static ParleyJson *
nearest_to_json (const Context *context)
{
  const ParleyLandscape *landscape = context->landscape;
  const ParleyDeal *nearest = landscape->findings->nearest;
  g_autofree ParleyScore *scores = g_new (ParleyScore, landscape->utilities->len);
  ParleyJson *object = NULL;
  ParleyJson *blockers = NULL;
  ParleyTuple tuple = { 0 };

  if (nearest == NULL)
    return NULL;
  object = deal_to_json (context, nearest);
  blockers = json_object_new_array ();
  tuple = parley_evaluate (landscape->space, landscape->utilities, nearest->options, scores);
  for (guint s = 0; s < landscape->utilities->len; s++)
    if (parley_tuple_blocks (landscape->space, landscape->utilities, &tuple, s))
      json_object_array_add (blockers,
                             parley_json_string (parley_scenario_party (context->scenario, s)->id));
  json_object_object_add (object, "blocked_by", blockers);
  return object;
}

static ParleyJson *
texts_to_json (GPtrArray *texts)
{
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; texts != NULL && i < texts->len; i++)
    json_object_array_add (list, parley_json_string (g_ptr_array_index (texts, i)));
  return list;
}

static const char *
among_name (const ParleyDeals *deals)
{
  switch (deals->request.among)
    {
    case PARLEY_AMONG_TABLED:
      return "tabled";
    case PARLEY_AMONG_PARTY:
      return parley_scenario_party (deals->scenario, deals->request.among_party)->id;
    case PARLEY_AMONG_ALL:
    default:
      return "all";
    }
}

static void
add_request (const ParleyDeals *deals, ParleyJson *root)
{
  const ParleyFilter *filter = deals->request.filter;

  json_object_object_add (root, "format", parley_json_string ("parley-deals/1"));
  json_object_object_add (root, "title", parley_json_string (deals->scenario->title));
  json_object_object_add (root, "as_of", parley_json_string (deals->scenario->as_of));
  json_object_object_add (root, "rounded", json_object_new_boolean (deals->rounded));
  json_object_object_add (root, "among", parley_json_string (among_name (deals)));
  json_object_object_add (root, "where", texts_to_json (filter == NULL ? NULL : filter->texts));
  json_object_object_add (root, "by", parley_json_string (parley_deals_order_name (deals)));
}

ParleyJson *
parley_deals_to_json (const ParleyDeals *deals, gboolean exact)
{
  Context context = { deals->scenario, deals->landscape, deals->request.n_ties, exact };
  ParleyJson *root = json_object_new_object ();
  ParleyJson *list = json_object_new_array ();
  ParleyJson *tabled = NULL;
  GPtrArray *top = deals->landscape->findings->top;

  add_request (deals, root);
  add_landscape (&context, root);
  json_object_object_add (root, "nearest_miss", nearest_to_json (&context));
  for (guint i = 0; i < top->len; i++)
    json_object_array_add (list, deal_to_json (&context, g_ptr_array_index (top, i)));
  json_object_object_add (root, "deals", list);
  if (deals->tabled != NULL)
    {
      context.landscape = deals->tabled;
      tabled = json_object_new_object ();
      add_landscape (&context, tabled);
    }
  json_object_object_add (root, "tabled", tabled);
  return root;
}

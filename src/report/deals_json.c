/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/deals.h"
#include "report/figures.h"
#include "report/space_json.h"
#include "report/words.h"

const char *
parley_solution_key (ParleySolution solution)
{
  static const char *const keys[PARLEY_N_SOLUTIONS] = {
    [PARLEY_NASH] = "nash",
    [PARLEY_KALAI_SMORODINSKY] = "kalai_smorodinsky",
    [PARLEY_EGALITARIAN] = "egalitarian",
    [PARLEY_UTILITARIAN] = "utilitarian",
  };

  return keys[solution];
}

/* What every part of the document needs. */
typedef struct
{
  const ParleyDeals     *deals;
  const ParleyScenario  *scenario;
  const ParleyLandscape *landscape;
  guint                  n_ties;
  gboolean               exact;
  gboolean               frontier; /* list its points */
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
landmark_to_json (const Context *context, const ParleyLandmark *landmark)
{
  const ParleyPoint *point = landmark->point;
  ParleyJson *object = json_object_new_object ();
  ParleyJson *deals = json_object_new_array ();

  add_map (context, object, "scores", TRUE, point->scores, parley_figure_score);
  add_map (context, object, "surplus", TRUE, point->scores, parley_figure_surplus);
  json_object_object_add (object, "count", parley_json_count (point->n_deals));
  for (guint d = 0; d < MIN (landmark->deals->len, context->n_ties); d++)
    {
      ParleyJson *deal = json_object_new_object ();

      json_object_object_add (deal, "terms",
                              parley_figure_terms (context->landscape->space,
                                                   g_ptr_array_index (landmark->deals, d)));
      json_object_array_add (deals, deal);
    }
  json_object_object_add (object, "deals", deals);
  return object;
}

static ParleyJson *
acceptance_to_json (const Context *context, const ParleyTally *tally, gboolean say_exact)
{
  ParleyJson *object = json_object_new_object ();
  ParleyJson *parties = json_object_new_object ();

  json_object_object_add (object, "count", parley_json_count (tally->all));
  if (say_exact)
    json_object_object_add (object, "exact", json_object_new_boolean (TRUE));
  for (guint p = 0; p < context->scenario->parties->len; p++)
    if (parley_party_decides (parley_scenario_party (context->scenario, p)))
      json_object_object_add (parties, parley_scenario_party (context->scenario, p)->id,
                              parley_json_count (tally->by_party[p]));
  json_object_object_add (object, "by_party", parties);
  return object;
}

/* Every point of the frontier. */
static ParleyJson *
points_to_json (const Context *context)
{
  GPtrArray *points = context->landscape->findings->frontier->points;
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; i < points->len; i++)
    {
      const ParleyPoint *point = g_ptr_array_index (points, i);
      ParleyJson *object = json_object_new_object ();

      add_map (context, object, "scores", TRUE, point->scores, parley_figure_score);
      add_map (context, object, "surplus", TRUE, point->scores, parley_figure_surplus);
      json_object_object_add (object, "count", parley_json_count (point->n_deals));
      json_object_array_add (list, object);
    }
  return list;
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
        json_object_array_add (list, landmark_to_json (context, g_ptr_array_index (points, k)));
      json_object_object_add (object, parley_solution_key (i), list);
    }
  return object;
}

static ParleyJson *
ties_to_json (const Context *context)
{
  ParleyJson *object = json_object_new_object ();

  for (guint i = 0; i < PARLEY_N_SOLUTIONS; i++)
    json_object_object_add (object, parley_solution_key (i),
                            parley_json_size (context->landscape->n_tied[i]));
  return object;
}

/* "ideal" or "nadir": empty when nothing is acceptable. */
static void
add_end (const Context *context, ParleyJson *object, const char *key, const ParleyScore *scores)
{
  if (parley_findings_has_deal (context->landscape->findings))
    add_map (context, object, key, TRUE, scores, parley_figure_score);
  else
    json_object_object_add (object, key, json_object_new_object ());
}

/* What was not counted is null. */
static void
add_counts (const Context *context, ParleyJson *object)
{
  const ParleyLandscape *landscape = context->landscape;
  const ParleyFindings *findings = landscape->findings;
  gboolean counted = findings->counts != NULL;
  ParleyJson *space = json_object_new_object ();

  json_object_object_add (space, "deals", parley_json_count (landscape->n_deals));
  json_object_object_add (space, "feasible",
                          counted ? parley_json_count (findings->counts->total.feasible) : NULL);
  json_object_object_add (object, "space", space);
  json_object_object_add (object, "acceptable",
                          counted ? acceptance_to_json (context, &findings->counts->total, TRUE)
                                  : NULL);
  json_object_object_add (
      object, "without_red_lines",
      counted ? acceptance_to_json (context, parley_findings_bare (findings), FALSE) : NULL);
}

static void
add_landscape (const Context *context, ParleyJson *object)
{
  const ParleyLandscape *landscape = context->landscape;
  const ParleyFindings *findings = landscape->findings;
  ParleyJson *frontier = json_object_new_object ();
  mpz_t n_efficient;

  mpz_init (n_efficient);
  parley_frontier_count_deals (findings->frontier, n_efficient);
  add_counts (context, object);
  parley_gap_add_json (object, context->deals, landscape, context->exact);
  json_object_object_add (frontier, "points", parley_json_size (findings->frontier->points->len));
  json_object_object_add (frontier, "deals", parley_json_count (n_efficient));
  if (context->frontier)
    json_object_object_add (frontier, "list", points_to_json (context));
  json_object_object_add (object, "frontier", frontier);
  mpz_clear (n_efficient);
  add_end (context, object, "ideal", landscape->ideal);
  add_end (context, object, "nadir", landscape->nadir);
  json_object_object_add (object, "solutions", solutions_to_json (context));
  json_object_object_add (object, "tied", ties_to_json (context));
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

static void
add_request (const ParleyDeals *deals, ParleyJson *root)
{
  const ParleyFilter *filter = deals->request.filter;

  json_object_object_add (root, "format", parley_json_string ("parley-deals/1"));
  json_object_object_add (root, "title", parley_json_string (deals->scenario->title));
  json_object_object_add (root, "as_of", parley_json_string (deals->scenario->as_of));
  json_object_object_add (root, "rounded", json_object_new_boolean (deals->rounded));
  json_object_object_add (root, "among",
                          parley_json_string (parley_words_among (
                              deals->scenario, deals->request.among, deals->request.among_party)));
  json_object_object_add (root, "where", texts_to_json (filter == NULL ? NULL : filter->texts));
  json_object_object_add (root, "by", parley_json_string (parley_deals_order_name (deals)));
}

/* { "opposition" }, null where it was not worked out. */
static ParleyJson *
measures_to_json (const ParleyDeals *deals)
{
  ParleyJson *object = NULL;

  if (!deals->has_opposition)
    return NULL;
  object = json_object_new_object ();
  json_object_object_add (object, "opposition", parley_json_double (deals->opposition));
  return object;
}

/* { "seed", "deals" }, null when nothing was drawn. */
static ParleyJson *
sample_to_json (const Context *context, const ParleyDeals *deals)
{
  ParleyJson *object = NULL;
  ParleyJson *list = NULL;

  if (deals->sample == NULL)
    return NULL;
  object = json_object_new_object ();
  list = json_object_new_array ();
  for (guint i = 0; i < deals->sample->len; i++)
    json_object_array_add (list, deal_to_json (context, g_ptr_array_index (deals->sample, i)));
  json_object_object_add (object, "seed", json_object_new_int64 ((gint64) deals->request.seed));
  json_object_object_add (object, "deals", list);
  return object;
}

ParleyJson *
parley_deals_to_json (const ParleyDeals *deals, gboolean exact)
{
  Context context = { deals, deals->scenario,        deals->landscape, deals->request.n_ties,
                      exact, deals->request.frontier };
  ParleyJson *root = json_object_new_object ();
  ParleyJson *list = json_object_new_array ();
  ParleyJson *tabled = NULL;
  GPtrArray *top = deals->landscape->findings->top;

  add_request (deals, root);
  add_landscape (&context, root);
  json_object_object_add (root, "nearest_miss", nearest_to_json (&context));
  json_object_object_add (root, "common", parley_common_to_json (deals));
  json_object_object_add (root, "limits", parley_limits_to_json (deals, FALSE));
  if (exact)
    json_object_object_add (root, "limits_exact", parley_limits_to_json (deals, TRUE));
  json_object_object_add (root, "red_lines", parley_red_lines_to_json (deals, exact));
  json_object_object_add (root, "measures", measures_to_json (deals));
  json_object_object_add (root, "estimate", parley_estimate_to_json (deals));
  json_object_object_add (root, "refined", parley_refined_to_json (deals, exact));
  json_object_object_add (root, "map", parley_map_to_json (deals, exact));
  json_object_object_add (root, "maps", parley_maps_to_json (deals, exact));
  for (guint i = 0; i < top->len; i++)
    json_object_array_add (list, deal_to_json (&context, g_ptr_array_index (top, i)));
  json_object_object_add (root, "deals", list);
  json_object_object_add (root, "sample", sample_to_json (&context, deals));
  if (deals->tabled != NULL)
    {
      context.landscape = deals->tabled;
      tabled = json_object_new_object ();
      add_landscape (&context, tabled);
    }
  json_object_object_add (root, "tabled", tabled);
  return root;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/plot_charts.h"

#include "base/error.h"
#include "cli/choose.h"
#include "cli/progress.h"
#include "cli/sweep_points.h"

/* Bars of a tornado. */
#define MOST_BARS 15

/* Those that are named, or all. */
static ParleyScores *
score_drafts (const ParleyPlotRequest *request, ParleyScoreDepth depth, GError **error)
{
  const ParleyScenario *scenario = request->loaded->scenario;
  g_autoptr(GArray) drafts = parley_choose_drafts (scenario, request->drafts, error);

  if (drafts == NULL)
    return NULL;
  return parley_scores_new (scenario, (const guint *) (gpointer) drafts->data, drafts->len, depth,
                            error);
}

static ParleyDeals *
find_deals (const ParleyPlotRequest *plot, ParleyDealsRequest request, GError **error)
{
  ParleyProgressLine line = parley_progress_line (plot->options);
  ParleyCrew crew = parley_progress_crew (&line, plot->options);
  ParleyBudget budget = parley_budget_usual (plot->options->memory);
  ParleyDeals *deals = NULL;

  request.n_ties = 1;
  request.memory = plot->options->memory;
  request.budget = &budget;
  request.crew = &crew;
  deals = parley_deals_find (plot->loaded->scenario, &request, error);
  parley_progress_end (&line);
  return deals;
}

ParleyChart *
parley_plot_make_space (const ParleyPlotRequest *request, GError **error)
{
  ParleyDealsRequest wanted = { 0 };
  g_autoptr(ParleyScores) scores = NULL;
  g_autoptr(ParleyDeals) deals = NULL;
  g_autoptr(ParleyPortrait) portrait = NULL;
  guint pair[2] = { 0, 0 };

  if (!parley_choose_pair (request->loaded->scenario, "--between", request->between, pair, error))
    return NULL;
  scores = score_drafts (request, PARLEY_SCORE_PLAIN, error);
  if (scores != NULL)
    deals = find_deals (request, wanted, error);
  if (deals != NULL)
    portrait = parley_portrait_new (deals, pair, request->seed, error);
  return portrait == NULL ? NULL : parley_plot_space (portrait, scores, NULL, 0);
}

ParleyChart *
parley_plot_make_history (const ParleyPlotRequest *request, GError **error)
{
  const ParleyScenario *scenario = request->loaded->scenario;
  g_autoptr(ParleyHistory) history = NULL;
  guint pair[2] = { 0, 0 };

  if (parley_choose_pair (scenario, "--between", request->between, pair, error))
    history = parley_history_new (scenario, pair, error);
  return history == NULL ? NULL : parley_plot_history (history);
}

ParleyChart *
parley_plot_make_weights (const ParleyPlotRequest *request, G_GNUC_UNUSED GError **error)
{
  return parley_plot_weights (request->loaded->scenario);
}

static gboolean
has_completion (const ParleyDraftScore *score, GError **error)
{
  if (score->verdict != PARLEY_VERDICT_INFEASIBLE)
    return TRUE;
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
               "no completion of the draft \"%s\" is feasible, so it has no scores",
               score->draft->id);
  return FALSE;
}

ParleyChart *
parley_plot_make_contributions (const ParleyPlotRequest *request, GError **error)
{
  g_autoptr(ParleyScores) scores = score_drafts (request, PARLEY_SCORE_VERDICTS, error);
  const ParleyDraftScore *score = NULL;

  if (scores == NULL)
    return NULL;
  score = g_ptr_array_index (scores->drafts, 0);
  return has_completion (score, error)
             ? parley_plot_contributions (request->loaded->scenario, score)
             : NULL;
}

/* The party of --for, or the only one that has a score. */
static gboolean
choose_party (const ParleyPlotRequest *request, guint *party, GError **error)
{
  const ParleyScenario *scenario = request->loaded->scenario;
  g_autoptr(GString) ids = g_string_new (NULL);
  guint n = 0;

  if (request->for_party != NULL)
    return parley_choose_scored (scenario, "--for", request->for_party, party, error);
  for (guint p = 0; p < scenario->parties->len; p++)
    {
      const ParleyParty *candidate = parley_scenario_party (scenario, p);

      if (!parley_party_is_scored (candidate))
        continue;
      *party = p;
      g_string_append_printf (ids, "%s%s", n++ == 0 ? "" : ", ", candidate->id);
    }
  if (n != 1)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 "say whose numbers are to be moved: --for takes one of %s", ids->str);
  return n == 1;
}

ParleyChart *
parley_plot_make_tornado (const ParleyPlotRequest *request, GError **error)
{
  const ParleyScenario *scenario = request->loaded->scenario;
  g_autoptr(ParleyScores) scores = NULL;
  g_autoptr(ParleyTornado) tornado = NULL;
  const ParleyDraftScore *score = NULL;
  guint party = 0;

  if (choose_party (request, &party, error))
    scores = score_drafts (request, PARLEY_SCORE_VERDICTS, error);
  if (scores == NULL)
    return NULL;
  score = g_ptr_array_index (scores->drafts, 0);
  if (has_completion (score, error))
    tornado = parley_tornado_new (score, party, error);
  return tornado == NULL ? NULL : parley_plot_tornado (scenario, score, tornado, MOST_BARS);
}

ParleyChart *
parley_plot_make_map (const ParleyPlotRequest *request, GError **error)
{
  const ParleyScenario *scenario = request->loaded->scenario;
  ParleyDealsRequest wanted = { .map = PARLEY_MAP_PAIR };
  g_auto(GStrv) ids = g_strsplit (request->issues == NULL ? "" : request->issues, ",", -1);
  g_autoptr(ParleyDeals) deals = NULL;

  if (g_strv_length (ids) != 2 || g_str_equal (ids[0], ids[1]))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   "a map is of two different issues: --issues ISSUE,ISSUE");
      return NULL;
    }
  if (!parley_choose_issue (scenario, "--issues", ids[0], &wanted.map_issues[0], error)
      || !parley_choose_issue (scenario, "--issues", ids[1], &wanted.map_issues[1], error))
    return NULL;
  deals = find_deals (request, wanted, error);
  return deals == NULL ? NULL : parley_plot_map (deals);
}

static gboolean
run_sweep (const ParleyPlotRequest *request, ParleySweep *sweep, GError **error)
{
  ParleySweepPoints points = { request->options, request->path, request->loaded, sweep->grid };
  ParleySweepSource source = { parley_sweep_points_open, parley_sweep_points_close, NULL, &points };
  ParleyProgressLine line = parley_progress_line (request->options);
  ParleyCrew crew = parley_progress_crew (&line, request->options);
  ParleyBudget budget = parley_budget_usual (request->options->memory);
  ParleyAgreementRequest wanted
      = { request->count, &crew, request->options->memory, &budget, NULL };
  gboolean fine = parley_sweep_run (sweep, &source, &wanted, error);

  parley_progress_end (&line);
  return fine;
}

ParleyChart *
parley_plot_make_sweep (const ParleyPlotRequest *request, GError **error)
{
  const ParleyScenario *scenario = request->loaded->scenario;
  g_autoptr(ParleySweepGrid) grid = NULL;
  g_autoptr(ParleySweep) sweep = NULL;
  GPtrArray *columns = NULL;

  if (request->vary == NULL || request->vary[1] != NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   "a sweep is drawn along one input: --vary PATH=FROM:TO:STEP or PATH=A,B,C");
      return NULL;
    }
  grid = parley_sweep_grid_new ((const char *const *) request->vary, error);
  if (grid == NULL)
    {
      (void) parley_choose_refuse (error);
      return NULL;
    }
  columns = parley_sweep_columns_new (scenario, grid, request->count);
  sweep = parley_sweep_new (g_steal_pointer (&grid), columns);
  return run_sweep (request, sweep, error) ? parley_plot_sweep (sweep, scenario, request->count)
                                           : NULL;
}

ParleyChart *
parley_plot_make_likelihood (const ParleyPlotRequest *request, GError **error)
{
  const ParleyScenario *scenario = request->loaded->scenario;
  g_autoptr(GArray) drafts = parley_choose_drafts (scenario, request->drafts, error);
  ParleyRobustRequest wanted = { .n_draws = request->n_draws, .draws = { .seed = request->seed } };
  ParleyProgressLine line = parley_progress_line (request->options);
  ParleyCrew crew = parley_progress_crew (&line, request->options);
  g_autoptr(ParleyRobust) robust = NULL;
  gboolean done = FALSE;

  if (drafts == NULL)
    return NULL;
  wanted.drafts = (const guint *) (gpointer) drafts->data;
  wanted.n_drafts = drafts->len;
  robust = parley_robust_new (scenario, &wanted, error);
  done = robust != NULL && parley_robust_run (robust, NULL, &crew, error);
  parley_progress_end (&line);
  return done ? parley_plot_likelihood (robust) : NULL;
}

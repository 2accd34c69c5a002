/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/choose.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/progress.h"
#include "cli/render.h"
#include "report/sensitivity.h"

#define FEWEST_POINTS 64
#define MOST_POINTS   1048576

static char *for_party;
static char *distribution;
static int n_points = 8192;
static gint64 seed = 1;
static gboolean no_count;
static gboolean show_all;

static const GOptionEntry entries[] = {
  { "for", 0, 0, G_OPTION_ARG_STRING, &for_party, "look at the numbers of this party alone",
    "PARTY" },
  { "no-count", 0, 0, G_OPTION_ARG_NONE, &no_count,
    "without a draft: leave out how many deals are acceptable", NULL },
  { "distribution", 0, 0, G_OPTION_ARG_STRING, &distribution,
    "with a draft: how likely the values within a range are (triangular)",
    "triangular|uniform|beta" },
  { "points", 0, 0, G_OPTION_ARG_INT, &n_points,
    "with a draft: from how many points the shares of the uncertainty come (8192)", "N" },
  { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, "what the points start from (1)", "S" },
  { "all", 'a', 0, G_OPTION_ARG_NONE, &show_all, "show every row of every table", NULL },
  { NULL },
};

static gboolean
read_request (ParleyImportanceRequest *request, GError **error)
{
  if (!parley_choose_whole ("--points", n_points, FEWEST_POINTS, MOST_POINTS, error)
      || !parley_choose_seed (seed, error))
    return FALSE;
  request->n_points = (gsize) n_points;
  request->seed = (guint64) seed;
  return parley_choose_spread (distribution, &request->spread, error);
}

static void
render_draft (const ParleyOptions *options, const ParleySensitivity *sensitivity, GString *result)
{
  if (options->format == PARLEY_FORMAT_JSON)
    parley_render_json (parley_sensitivity_to_json (sensitivity, options->exact), result);
  else if (options->format == PARLEY_FORMAT_CSV)
    parley_render_csv (parley_sensitivity_to_table (sensitivity), result);
  else
    parley_render_document (options, parley_sensitivity_to_document (sensitivity, show_all),
                            result);
}

static void
render_deals (const ParleyOptions *options, const ParleyDealsTornado *tornado, GString *result)
{
  if (options->format == PARLEY_FORMAT_JSON)
    parley_render_json (parley_deals_tornado_to_json (tornado, options->exact), result);
  else if (options->format == PARLEY_FORMAT_CSV)
    parley_render_csv (parley_deals_tornado_to_table (tornado), result);
  else
    parley_render_document (options, parley_deals_tornado_to_document (tornado, show_all), result);
}

static gboolean
look_at_draft (const ParleyOptions  *options,
               const ParleyScenario *scenario,
               const ParleyCrew     *crew,
               GString              *result,
               GError              **error)
{
  ParleyImportanceRequest request = { .crew = crew };
  g_autoptr(ParleySensitivity) sensitivity = NULL;
  guint draft = 0;
  int party = -1;

  if (parley_choose_draft (scenario, options->arguments[1], &draft, error)
      && parley_choose_scored_or_none (scenario, "--for", for_party, &party, error)
      && read_request (&request, error))
    sensitivity = parley_sensitivity_new (scenario, draft, party, &request, error);
  if (sensitivity == NULL)
    return FALSE;
  render_draft (options, sensitivity, result);
  return TRUE;
}

static gboolean
look_at_deals (const ParleyOptions  *options,
               const ParleyScenario *scenario,
               const ParleyCrew     *crew,
               GString              *result,
               GError              **error)
{
  ParleyBudget budget = parley_budget_usual (options->memory);
  ParleyAgreementRequest request = { !no_count, crew, options->memory, &budget, NULL };
  ParleyImportanceRequest unused;
  g_autoptr(ParleyDealsTornado) tornado = NULL;
  int party = -1;

  if (parley_choose_scored_or_none (scenario, "--for", for_party, &party, error)
      && read_request (&unused, error))
    tornado = parley_deals_tornado_new (scenario, party, &request, error);
  if (tornado == NULL)
    return FALSE;
  render_deals (options, tornado, result);
  return TRUE;
}

static ParleyExit
run (const ParleyOptions *options, GString *result)
{
  ParleyExit status = PARLEY_EXIT_DONE;
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyLoaded) loaded = parley_input_load (options, options->arguments[0], &status);
  ParleyProgressLine line = parley_progress_line (options);
  ParleyCrew crew = parley_progress_crew (&line, options);
  gboolean fine = FALSE;

  if (loaded == NULL)
    return status;
  fine = options->arguments[1] != NULL
             ? look_at_draft (options, loaded->scenario, &crew, result, &error)
             : look_at_deals (options, loaded->scenario, &crew, result, &error);
  parley_progress_end (&line);
  return fine ? PARLEY_EXIT_DONE : parley_input_fail (error);
}

static const char details[]
    = "With a draft: what each number that is given with a range does to what the draft is worth to\n"
      "its party, where it would turn the verdict, the least change of weights that would, and what\n"
      "the uncertainty comes from (Sobol's indices). Without: what each does to the deals: whether\n"
      "there is one, which the Nash solution picks, and which verdicts on drafts it turns.";

const ParleyCommand parley_cmd_sensitivity = {
  .name = "sensitivity",
  .arguments = "FILE [DRAFT]",
  .summary = "say which numbers a conclusion hangs on, and what would turn it",
  .details = details,
  .min_arguments = 1,
  .max_arguments = 2,
  .takes = PARLEY_TAKES_FORMAT | PARLEY_TAKES_OUTPUT | PARLEY_TAKES_CHANGES | PARLEY_TAKES_QUIET
           | PARLEY_TAKES_EXACT | PARLEY_TAKES_THREADS | PARLEY_TAKES_MEMORY,
  .entries = entries,
  .run = run,
};

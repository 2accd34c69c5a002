/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/choose.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/render.h"
#include "report/trades.h"

static void
render_document (const ParleyOptions *options,
                 const ParleyScenario *scenario,
                 const ParleyTrades *trades,
                 const guint *draft,
                 GString *result)
{
  g_autoptr(ParleyScores) scores = NULL;

  if (draft != NULL)
    scores = parley_scores_new (scenario, draft, 1, PARLEY_SCORE_VERDICTS, NULL);
  parley_render_document (options,
                          parley_trades_to_document (
                              trades, scores == NULL ? NULL : g_ptr_array_index (scores->drafts, 0),
                              options->top),
                          result);
}

static ParleyExit
run_on (const ParleyOptions *options, const ParleyScenario *scenario, GString *result)
{
  const char *id = options->arguments[1];
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyTrades) trades = NULL;
  guint draft = 0;

  if (id == NULL || parley_choose_draft (scenario, id, &draft, &error))
    trades = parley_trades_new (
        scenario, id == NULL ? NULL : parley_scenario_draft (scenario, draft), &error);
  if (trades == NULL)
    return parley_input_fail (error);
  if (options->format == PARLEY_FORMAT_JSON)
    parley_render_json (parley_trades_to_json (trades, options->top, options->exact), result);
  else if (options->format == PARLEY_FORMAT_CSV)
    parley_render_csv (parley_trades_to_table (trades, options->top), result);
  else
    render_document (options, scenario, trades, id == NULL ? NULL : &draft, result);
  return id == NULL || parley_trades_has_some (trades) ? PARLEY_EXIT_DONE : PARLEY_EXIT_NO;
}

static ParleyExit
run (const ParleyOptions *options, GString *result)
{
  ParleyExit status = PARLEY_EXIT_DONE;
  g_autoptr(ParleyLoaded) loaded = parley_input_load (options, options->arguments[0], &status);

  return loaded == NULL ? status : run_on (options, loaded->scenario, result);
}

static const char details[]
    = "Shows from which changes of two or three terms of a draft both sides gain, though each\n"
      "gives on one of them, and how many points of one side stand against those of the other on\n"
      "each issue; without a draft only that. The exit status is 1 when a draft allows no trade.";

const ParleyCommand parley_cmd_trades = {
  .name = "trades",
  .arguments = "FILE [DRAFT]",
  .summary = "find what the sides can trade for each other",
  .details = details,
  .min_arguments = 1,
  .max_arguments = 2,
  .takes = PARLEY_TAKES_FORMAT | PARLEY_TAKES_OUTPUT | PARLEY_TAKES_CHANGES | PARLEY_TAKES_QUIET
           | PARLEY_TAKES_EXACT | PARLEY_TAKES_TOP,
  .run = run,
};

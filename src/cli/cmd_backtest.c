/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/choose.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/progress.h"
#include "cli/record_options.h"
#include "cli/render.h"
#include "report/backtest.h"

static char **party_ids;
static char **rules;

static const GOptionEntry entries[] = {
  { "party", 0, 0, G_OPTION_ARG_STRING_ARRAY, &party_ids,
    "look at what this party did (all parties); may be repeated", "PARTY" },
  { "rule", 0, 0, G_OPTION_ARG_STRING_ARRAY, &rules,
    "compare with the simple rule that a party accepts unless this holds, such as "
    "\"past_aid=debt\"; may be repeated",
    "FILTER" },
  { NULL },
};

/* Sets which parties are looked at; none to NULL, which means all. */
static gboolean
read_parties (const ParleyScenario *scenario, gboolean **parties, GError **error)
{
  for (guint i = 0; party_ids != NULL && party_ids[i] != NULL; i++)
    {
      guint party = 0;

      if (!parley_choose_party (scenario, "--party", party_ids[i], &party, error))
        return FALSE;
      if (*parties == NULL)
        *parties = g_new0 (gboolean, scenario->parties->len);
      (*parties)[party] = TRUE;
    }
  return TRUE;
}

static gboolean
read_rules (const ParleyScenario *scenario, GPtrArray *list, GError **error)
{
  for (guint i = 0; rules != NULL && rules[i] != NULL; i++)
    {
      ParleySimpleRule *rule = parley_simple_rule_new (scenario, rules[i], error);

      if (rule == NULL)
        {
          g_prefix_error (error, "--rule: ");
          return parley_choose_refuse (error);
        }
      g_ptr_array_add (list, rule);
    }
  return TRUE;
}

static ParleyBacktest *
work (const ParleyOptions  *options,
      const ParleyScenario *scenario,
      ParleyBacktestRequest *request,
      GError              **error)
{
  ParleyProgressLine line = parley_progress_line (options);
  ParleyCrew crew = parley_progress_crew (&line, options);
  ParleyBacktest *backtest = NULL;

  request->likely.crew = &crew;
  backtest = parley_backtest_new (scenario, request, error);
  request->likely.crew = NULL;
  parley_progress_end (&line);
  return backtest;
}

static void
render (const ParleyOptions *options, const ParleyBacktest *backtest, GString *result)
{
  if (options->format == PARLEY_FORMAT_JSON)
    parley_render_json (parley_backtest_to_json (backtest), result);
  else if (options->format == PARLEY_FORMAT_CSV)
    parley_render_csv (parley_backtest_to_table (backtest), result);
  else
    parley_render_document (options, parley_backtest_to_document (backtest), result);
}

static ParleyExit
run (const ParleyOptions *options, GString *result)
{
  ParleyExit status = PARLEY_EXIT_DONE;
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyLoaded) loaded = parley_input_load (options, options->arguments[0], &status);
  g_autoptr(GPtrArray) list
      = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_simple_rule_free);
  g_autofree gboolean *parties = NULL;
  g_autoptr(ParleyBacktest) backtest = NULL;
  ParleyRecordOptions record;
  ParleyBacktestRequest request = { .rules = list };

  if (loaded == NULL)
    return status;
  if (!parley_record_options_read (&record, &error)
      || !read_parties (loaded->scenario, &parties, &error)
      || !read_rules (loaded->scenario, list, &error))
    return parley_input_fail (error);
  request.parties = parties;
  request.clues = record.revealed.clues;
  request.likely = record.likely;
  backtest = work (options, loaded->scenario, &request, &error);
  if (backtest == NULL)
    return parley_input_fail (error);
  render (options, backtest, result);
  return PARLEY_EXIT_DONE;
}

static const char details[]
    = "For each decision about a draft of others: what the numbers say, how likely acceptance is\n"
      "as they are believed to lie, and when they fit what was done before, against simple rules.\n"
      "Says how often each is right, and whether the record is large enough to prove anything.";

const ParleyCommand parley_cmd_backtest = {
  .name = "backtest",
  .arguments = "FILE",
  .summary = "say how often the model would have foretold what each side did",
  .details = details,
  .min_arguments = 1,
  .max_arguments = 1,
  .takes = PARLEY_TAKES_FORMAT | PARLEY_TAKES_OUTPUT | PARLEY_TAKES_CHANGES | PARLEY_TAKES_QUIET
           | PARLEY_TAKES_THREADS,
  .entries = entries,
  .shared = parley_record_entries,
  .run = run,
};

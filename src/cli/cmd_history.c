/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/choose.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/render.h"
#include "report/history.h"

static char *between;
static gboolean show_all;

static const GOptionEntry entries[] = {
  { "between", 'b', 0, G_OPTION_ARG_STRING, &between,
    "of these two parties, when more than two negotiate", "PARTY,PARTY" },
  { "all", 'a', 0, G_OPTION_ARG_NONE, &show_all, "show every issue that moved", NULL },
  { NULL },
};

static void
render (const ParleyOptions *options, const ParleyHistory *history, GString *result)
{
  if (options->format == PARLEY_FORMAT_JSON)
    parley_render_json (parley_history_to_json (history, options->exact), result);
  else if (options->format == PARLEY_FORMAT_CSV)
    parley_render_csv (parley_history_to_table (history), result);
  else
    parley_render_document (options, parley_history_to_document (history, show_all), result);
}

static ParleyExit
run (const ParleyOptions *options, GString *result)
{
  ParleyExit status = PARLEY_EXIT_DONE;
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyLoaded) loaded = parley_input_load (options, options->arguments[0], &status);
  g_autoptr(ParleyHistory) history = NULL;
  guint pair[2] = { 0, 0 };

  if (loaded == NULL)
    return status;
  if (parley_choose_pair (loaded->scenario, "--between", between, pair, &error))
    history = parley_history_new (loaded->scenario, pair, &error);
  if (history == NULL)
    return parley_input_fail (error);
  render (options, history, result);
  return PARLEY_EXIT_DONE;
}

static const char details[]
    = "Shows the drafts in time with what came of them, and how two sides moved: each step of a side\n"
      "from the draft that it tabled or accepted before, of what kind it is by what it does to the\n"
      "points of both, and on which issues it gave or took.";

const ParleyCommand parley_cmd_history = {
  .name = "history",
  .arguments = "FILE",
  .summary = "show the drafts in time, and who moved how far",
  .details = details,
  .min_arguments = 1,
  .max_arguments = 1,
  .takes = PARLEY_TAKES_FORMAT | PARLEY_TAKES_OUTPUT | PARLEY_TAKES_CHANGES | PARLEY_TAKES_QUIET
           | PARLEY_TAKES_EXACT,
  .entries = entries,
  .run = run,
};

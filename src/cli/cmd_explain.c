/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/choose.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/render.h"
#include "report/explain.h"

static gboolean show_all;

static const GOptionEntry entries[] = {
  { "all", 'a', 0, G_OPTION_ARG_NONE, &show_all, "show every row of every table", NULL },
  { NULL },
};

static void
render (const ParleyOptions *options, const ParleyExplanation *explanation, GString *result)
{
  if (options->format == PARLEY_FORMAT_JSON)
    parley_render_json (parley_explain_to_json (explanation, options->exact), result);
  else if (options->format == PARLEY_FORMAT_CSV)
    parley_render_csv (parley_explain_to_table (explanation), result);
  else
    parley_render_document (options, parley_explain_to_document (explanation, show_all), result);
}

static ParleyExit
run (const ParleyOptions *options, GString *result)
{
  ParleyExit status = PARLEY_EXIT_DONE;
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyLoaded) loaded = parley_input_load (options, options->arguments[0], &status);
  g_autoptr(ParleyExplanation) explanation = NULL;
  guint draft = 0;

  if (loaded == NULL)
    return status;
  if (parley_choose_draft (loaded->scenario, options->arguments[1], &draft, &error))
    explanation = parley_explain (loaded->scenario, draft, &error);
  if (explanation == NULL)
    return parley_input_fail (error);
  render (options, explanation, result);
  return PARLEY_EXIT_DONE;
}

static const char details[]
    = "Says who accepts the draft and who does not, on which terms and by how many points, what red\n"
      "lines and open terms do, at which value each number of the model would turn the verdict, and\n"
      "what changing one term would do. The exit status is 0 whatever the verdict is.";

const ParleyCommand parley_cmd_explain = {
  .name = "explain",
  .arguments = "FILE DRAFT",
  .summary = "say why a draft is accepted or not, and what would turn it",
  .details = details,
  .min_arguments = 2,
  .max_arguments = 2,
  .takes = PARLEY_TAKES_FORMAT | PARLEY_TAKES_OUTPUT | PARLEY_TAKES_CHANGES | PARLEY_TAKES_QUIET
           | PARLEY_TAKES_EXACT,
  .entries = entries,
  .run = run,
};

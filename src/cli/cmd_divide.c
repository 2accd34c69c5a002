/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/choose.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/render.h"
#include "report/divide.h"

static char *between;

static const GOptionEntry entries[] = {
  { "between", 'b', 0, G_OPTION_ARG_STRING, &between,
    "divide between these two parties, when more than two negotiate", "PARTY,PARTY" },
  { NULL },
};

static void
render (const ParleyOptions *options, const ParleyDivision *division, GString *result)
{
  if (options->format == PARLEY_FORMAT_JSON)
    parley_render_json (parley_divide_to_json (division, options->exact), result);
  else if (options->format == PARLEY_FORMAT_CSV)
    parley_render_csv (parley_divide_to_table (division), result);
  else
    parley_render_document (options, parley_divide_to_document (division), result);
}

static ParleyExit
run (const ParleyOptions *options, GString *result)
{
  ParleyExit status = PARLEY_EXIT_DONE;
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyLoaded) loaded = parley_input_load (options, options->arguments[0], &status);
  g_autoptr(ParleyDivision) division = NULL;
  guint parties[2] = { 0, 0 };

  if (loaded == NULL)
    return status;
  if (parley_choose_pair (loaded->scenario, "--between", between, parties, &error))
    division = parley_division_new (loaded->scenario, parties, &error);
  if (division == NULL)
    return parley_input_fail (error);
  render (options, division, result);
  return PARLEY_EXIT_DONE;
}

static const char details[]
    = "Divides the issues in dispute between two parties by adjusted winner: each gets what it\n"
      "wants more than the other does, and at most one issue is split, so that both get the same\n"
      "share of their points. Checks that neither envies the other and that nothing is wasted.";

const ParleyCommand parley_cmd_divide = {
  .name = "divide",
  .arguments = "FILE",
  .summary = "divide the issues fairly between two parties",
  .details = details,
  .min_arguments = 1,
  .max_arguments = 1,
  .takes = PARLEY_TAKES_FORMAT | PARLEY_TAKES_OUTPUT | PARLEY_TAKES_CHANGES | PARLEY_TAKES_QUIET
           | PARLEY_TAKES_EXACT,
  .entries = entries,
  .run = run,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/choose.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/render.h"
#include "report/concede.h"

static char *for_party;
static char *among;

static const GOptionEntry entries[] = {
  { "for", 0, 0, G_OPTION_ARG_STRING, &for_party, "whose concessions these are", "PARTY" },
  { "among", 0, 0, G_OPTION_ARG_STRING, &among,
    "look at all terms (the default), at those tabled in some draft, or at those that a party has "
    "tabled or accepted",
    "all|tabled|PARTY" },
  { NULL },
};

static ParleyConcessions *
find (const ParleyScenario *scenario, const char *id, GError **error)
{
  guint draft = 0;
  guint party = 0;
  guint among_party = 0;
  ParleyAmong word = PARLEY_AMONG_ALL;

  if (for_party == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   "--for PARTY is missing: whose concessions?");
      return NULL;
    }
  if (!parley_choose_draft (scenario, id, &draft, error)
      || !parley_choose_negotiator (scenario, "--for", for_party, &party, error)
      || !parley_choose_among (scenario, among, &word, &among_party, error))
    return NULL;
  return parley_concessions_new (scenario, parley_scenario_draft (scenario, draft), party, word,
                                 among_party, error);
}

static void
render (const ParleyOptions *options, const ParleyConcessions *concessions, GString *result)
{
  if (options->format == PARLEY_FORMAT_JSON)
    parley_render_json (parley_concede_to_json (concessions, options->exact), result);
  else if (options->format == PARLEY_FORMAT_CSV)
    parley_render_csv (parley_concede_to_table (concessions), result);
  else
    parley_render_document (options, parley_concede_to_document (concessions), result);
}

static ParleyExit
run (const ParleyOptions *options, GString *result)
{
  ParleyExit status = PARLEY_EXIT_DONE;
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyLoaded) loaded = parley_input_load (options, options->arguments[0], &status);
  g_autoptr(ParleyConcessions) concessions = NULL;

  if (loaded == NULL)
    return status;
  concessions = find (loaded->scenario, options->arguments[1], &error);
  if (concessions == NULL)
    return parley_input_fail (error);
  render (options, concessions, result);
  return concessions->possible ? PARLEY_EXIT_DONE : PARLEY_EXIT_NO;
}

static const char details[]
    = "Plans concessions from a draft to the acceptable deal that costs a party least: what to give,\n"
      "clause by clause, what it costs, what the other side gains, and where to stop. The exit\n"
      "status is 1 when no deal is acceptable to all.";

const ParleyCommand parley_cmd_concede = {
  .name = "concede",
  .arguments = "FILE DRAFT",
  .summary = "plan concessions from a draft to a deal that all accept",
  .details = details,
  .min_arguments = 2,
  .max_arguments = 2,
  .takes = PARLEY_TAKES_FORMAT | PARLEY_TAKES_OUTPUT | PARLEY_TAKES_CHANGES | PARLEY_TAKES_QUIET
           | PARLEY_TAKES_EXACT,
  .entries = entries,
  .run = run,
};

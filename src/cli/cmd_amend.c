/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/choose.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/render.h"
#include "report/amend.h"

#define NOT_SAID G_MININT

static char *for_party;
static char **keep;
static char **only;
static char *among;
static int most_changes = NOT_SAID;
static gboolean improve;

static const GOptionEntry entries[] = {
  { "for", 0, 0, G_OPTION_ARG_STRING, &for_party,
    "choose what leaves most to this party (the one that tabled the draft)", "PARTY" },
  { "keep", 'k', 0, G_OPTION_ARG_STRING_ARRAY, &keep,
    "leave this issue as the draft has it; may be repeated", "ISSUE" },
  { "only", 0, 0, G_OPTION_ARG_STRING_ARRAY, &only,
    "leave all issues but this one as the draft has them; may be repeated", "ISSUE" },
  { "among", 0, 0, G_OPTION_ARG_STRING, &among,
    "put in place of the draft's any terms (the default), those tabled in some draft, or those that a "
    "party has tabled or accepted",
    "all|tabled|PARTY" },
  { "max", 'm', 0, G_OPTION_ARG_INT, &most_changes, "change at most K issues", "K" },
  { "improve", 0, 0, G_OPTION_ARG_NONE, &improve,
    "of a draft that all accept, list the deals that are better for one side and worse for none, the "
    "fewest changes first",
    NULL },
  { NULL },
};

/* Which issues keep the draft's terms. */
static gboolean
read_fixed (const ParleyScenario *scenario, gboolean *fixed, GError **error)
{
  guint issue = 0;

  for (guint i = 0; only != NULL && i < scenario->issues->len; i++)
    fixed[i] = TRUE;
  for (guint i = 0; only != NULL && only[i] != NULL; i++)
    {
      if (!parley_choose_issue (scenario, "--only", only[i], &issue, error))
        return FALSE;
      fixed[issue] = FALSE;
    }
  for (guint i = 0; keep != NULL && keep[i] != NULL; i++)
    {
      if (!parley_choose_issue (scenario, "--keep", keep[i], &issue, error))
        return FALSE;
      fixed[issue] = TRUE;
    }
  return TRUE;
}

static gboolean
read_most (ParleyAmendRequest *request, GError **error)
{
  request->most_changes = most_changes < 0 ? PARLEY_ANY_CHANGES : (guint) most_changes;
  if (most_changes >= 0 || most_changes == NOT_SAID)
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "--max must be 0 or more, not %d",
               most_changes);
  return FALSE;
}

static ParleyAmend *
find (const ParleyOptions *options, const ParleyScenario *scenario, gboolean *fixed, GError **error)
{
  ParleyAmendRequest request = { .limits = { .fixed = fixed },
                                 .n_top = options->top,
                                 .improve = improve,
                                 .memory = options->memory };
  guint draft = 0;

  if (!parley_choose_draft (scenario, options->arguments[1], &draft, error)
      || !parley_choose_scored_or_none (scenario, "--for", for_party, &request.party, error)
      || !read_fixed (scenario, fixed, error)
      || !parley_choose_among (scenario, among, &request.limits.among, &request.limits.among_party,
                               error)
      || !read_most (&request, error))
    return NULL;
  return parley_amend_find (scenario, parley_scenario_draft (scenario, draft), &request, error);
}

static void
render (const ParleyOptions *options, const ParleyAmend *amend, GString *result)
{
  if (options->format == PARLEY_FORMAT_JSON)
    parley_render_json (parley_amend_to_json (amend, options->exact), result);
  else if (options->format == PARLEY_FORMAT_CSV)
    parley_render_csv (parley_amend_to_table (amend), result);
  else
    parley_render_document (options, parley_amend_to_document (amend), result);
}

static ParleyExit
run (const ParleyOptions *options, GString *result)
{
  ParleyExit status = PARLEY_EXIT_DONE;
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyLoaded) loaded = parley_input_load (options, options->arguments[0], &status);
  g_autofree gboolean *fixed = NULL;
  g_autoptr(ParleyAmend) amend = NULL;

  if (loaded == NULL)
    return status;
  fixed = g_new0 (gboolean, loaded->scenario->issues->len);
  amend = find (options, loaded->scenario, fixed, &error);
  if (amend == NULL)
    return parley_input_fail (error);
  render (options, amend, result);
  return amend->possible ? PARLEY_EXIT_DONE : PARLEY_EXIT_NO;
}

static const char details[]
    = "Finds the fewest issues of a draft that have to change so that all accept it, every way to do\n"
      "so, and what one, two more changes would leave to the party that tabled it. The exit status is\n"
      "1 when no change will do; then the demands are named that no deal meets together.";

const ParleyCommand parley_cmd_amend = {
  .name = "amend",
  .arguments = "FILE DRAFT",
  .summary = "find the fewest changes that make a draft acceptable to all",
  .details = details,
  .min_arguments = 2,
  .max_arguments = 2,
  .takes = PARLEY_TAKES_FORMAT | PARLEY_TAKES_OUTPUT | PARLEY_TAKES_CHANGES | PARLEY_TAKES_QUIET
           | PARLEY_TAKES_EXACT | PARLEY_TAKES_TOP | PARLEY_TAKES_MEMORY,
  .entries = entries,
  .run = run,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/case_set.h"
#include "cli/choose.h"
#include "cli/input.h"
#include "cli/progress.h"
#include "cli/render.h"
#include "report/whatif.h"

static char *against;
static gboolean no_count;
static gboolean show_all;

static const GOptionEntry entries[] = {
  { "against", 0, 0, G_OPTION_ARG_STRING, &against,
    "compare each case with the scenario as it stands (the default), or with the case before it",
    "base|previous" },
  { "no-count", 0, 0, G_OPTION_ARG_NONE, &no_count,
    "do not count deals and completions: verdicts and solutions alone are much faster", NULL },
  { "all", 'a', 0, G_OPTION_ARG_NONE, &show_all,
    "show the drafts that stay as they are, too, and every value that is changed", NULL },
  { NULL },
};

static gboolean
read_against (gboolean *previous, GError **error)
{
  static const char *const words[] = { "base", "previous", NULL };
  guint choice = 0;

  if (against != NULL && !parley_choose_word ("--against", against, words, &choice, error))
    return FALSE;
  *previous = choice == 1;
  return TRUE;
}

static ParleyWhatIf *
work_out (const ParleyCaseSet *set, const ParleyOptions *options, GError **error)
{
  ParleyProgressLine line = parley_progress_line (options);
  ParleyCrew crew = parley_progress_crew (&line, options);
  g_auto(ParleyRoom) room = { 0 };
  ParleyBudget budget = parley_budget_usual (options->memory);
  ParleyWhatIfRequest request = { .against_previous = set->against_previous,
                                  .count = !no_count,
                                  .crew = &crew,
                                  .memory = options->memory,
                                  .budget = &budget };
  ParleyWhatIf *what_if = NULL;

  parley_room_init (&room, options->memory);
  crew.room = &room;
  what_if = parley_what_if_new ((const ParleyWhatIfCase *) (gpointer) set->cases->data,
                                set->cases->len, &request, error);
  parley_progress_end (&line);
  return what_if;
}

static void
render (const ParleyOptions *options, const ParleyWhatIf *what_if, GString *result)
{
  if (options->format == PARLEY_FORMAT_JSON)
    parley_render_json (parley_what_if_to_json (what_if, options->exact), result);
  else if (options->format == PARLEY_FORMAT_CSV)
    parley_render_csv (parley_what_if_to_table (what_if), result);
  else
    parley_render_document (options, parley_what_if_to_document (what_if, show_all), result);
}

static ParleyExit
run (const ParleyOptions *options, GString *result)
{
  ParleyExit status = PARLEY_EXIT_DONE;
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyCaseSet) set = NULL;
  g_autoptr(ParleyWhatIf) what_if = NULL;
  gboolean previous = FALSE;

  if (!read_against (&previous, &error))
    return parley_input_fail (error);
  set = parley_case_set_new (options, previous, &status);
  if (set == NULL)
    return status;
  what_if = work_out (set, options, &error);
  if (what_if == NULL)
    return parley_input_fail (error);
  render (options, what_if, result);
  return PARLEY_EXIT_DONE;
}

static const char details[]
    = "Shows for each case what it changes, which drafts fare otherwise, how many deals are\n"
      "acceptable before and after, and whether the solutions move. Each --case is compared by\n"
      "itself; all --set, --overlay and --use together are one more case. Without any of them all\n"
      "cases of the scenario are compared.";

const ParleyCommand parley_cmd_whatif = {
  .name = "whatif",
  .arguments = "FILE",
  .summary = "compare cases with the scenario as it stands",
  .details = details,
  .min_arguments = 1,
  .max_arguments = 1,
  .takes = PARLEY_TAKES_FORMAT | PARLEY_TAKES_OUTPUT | PARLEY_TAKES_CHANGES | PARLEY_TAKES_QUIET
           | PARLEY_TAKES_EXACT | PARLEY_TAKES_THREADS | PARLEY_TAKES_MEMORY,
  .entries = entries,
  .run = run,
};

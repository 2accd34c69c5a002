/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/answer.h"
#include "cli/choose.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/render.h"
#include "report/score.h"

static char **draft_ids;
static gboolean show_all;

static const GOptionEntry entries[] = {
  { "draft", 'd', 0, G_OPTION_ARG_STRING_ARRAY, &draft_ids,
    "score this draft and show where its points come from; may be repeated", "DRAFT" },
  { "all", 'a', 0, G_OPTION_ARG_NONE, &show_all, "show every row of every table", NULL },
  { NULL },
};

/* The drafts asked for, in the order of the command line; without any, all. */
static gboolean
choose_drafts (const ParleyScenario *scenario, GArray *drafts, GError **error)
{
  for (guint i = 0; draft_ids != NULL && draft_ids[i] != NULL; i++)
    {
      guint draft = 0;

      if (!parley_choose_draft (scenario, draft_ids[i], &draft, error))
        return FALSE;
      g_array_append_val (drafts, draft);
    }
  for (guint d = 0; draft_ids == NULL && d < scenario->drafts->len; d++)
    g_array_append_val (drafts, d);
  return TRUE;
}

/* For people. */
static gboolean
render_document (const ParleyOptions *options,
                 const ParleyScores  *scores,
                 GString             *result,
                 GError             **error)
{
  ParleyScoreDetail detail = { draft_ids != NULL, show_all || draft_ids != NULL };
  g_autoptr(GArray) answers = parley_answers_new (scores->scenario, PARLEY_RECORD_OF_ALL, error);

  if (answers == NULL)
    return FALSE;
  parley_render_document (options, parley_score_to_document (scores, answers, &detail), result);
  return TRUE;
}

static gboolean
render (const ParleyOptions *options, const ParleyScores *scores, GString *result, GError **error)
{
  if (options->format == PARLEY_FORMAT_JSON)
    parley_render_json (parley_score_to_json (scores, options->exact), result);
  else if (options->format == PARLEY_FORMAT_CSV)
    parley_render_csv (parley_score_to_table (scores), result);
  else
    return render_document (options, scores, result, error);
  return TRUE;
}

static ParleyExit
run (const ParleyOptions *options, GString *result)
{
  ParleyExit status = PARLEY_EXIT_DONE;
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyLoaded) loaded = parley_input_load (options, options->arguments[0], &status);
  g_autoptr(GArray) drafts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(ParleyScores) scores = NULL;

  if (loaded == NULL)
    return status;
  if (choose_drafts (loaded->scenario, drafts, &error))
    scores = parley_scores_new (loaded->scenario, (const guint *) (gpointer) drafts->data,
                                drafts->len, PARLEY_SCORE_COUNTS, &error);
  if (scores == NULL || !render (options, scores, result, &error))
    return parley_input_fail (error);
  return PARLEY_EXIT_DONE;
}

static const char details[]
    = "Shows each draft's score and verdict for each party, what red lines and open terms do,\n"
      "and where the points come from. The exit status is 0 whatever the verdicts are.";

const ParleyCommand parley_cmd_score = {
  .name = "score",
  .arguments = "FILE",
  .summary = "score the drafts for every party",
  .details = details,
  .min_arguments = 1,
  .max_arguments = 1,
  .takes = PARLEY_TAKES_FORMAT | PARLEY_TAKES_OUTPUT | PARLEY_TAKES_CHANGES | PARLEY_TAKES_QUIET
           | PARLEY_TAKES_EXACT,
  .entries = entries,
  .run = run,
};

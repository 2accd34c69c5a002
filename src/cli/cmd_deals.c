/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/suggest.h"
#include "cli/choose.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/message.h"
#include "cli/progress.h"
#include "cli/render.h"
#include "report/deals.h"

#define MOST_SAMPLED 10000

static char *by;
static char *among;
static char **where;
static gboolean efficient;
static gboolean frontier;
static gboolean no_count;
static int n_sample;
static gint64 seed = 1;
static char *map;
static gboolean refine;

static const GOptionEntry entries[] = {
  { "by", 'b', 0, G_OPTION_ARG_STRING, &by,
    "which deals are listed first: those with the most of this (nash)",
    "nash|egalitarian|utilitarian|PARTY" },
  { "where", 'w', 0, G_OPTION_ARG_STRING_ARRAY, &where,
    "look only at deals such that, for example 'security>=pledge' or 'score.us>=60'; may be repeated",
    "FILTER" },
  { "among", 0, 0, G_OPTION_ARG_STRING, &among,
    "look at all terms (the default), at those tabled in some draft, or at those that a party has "
    "tabled or accepted",
    "all|tabled|PARTY" },
  { "efficient", 'e', 0, G_OPTION_ARG_NONE, &efficient,
    "list only deals that no other acceptable deal improves on for one side without loss to another",
    NULL },
  { "frontier", 0, 0, G_OPTION_ARG_NONE, &frontier, "show every point of the frontier", NULL },
  { "no-count", 0, 0, G_OPTION_ARG_NONE, &no_count,
    "do not count deals: frontier, solutions and best deals alone are much faster", NULL },
  { "map", 'm', 0, G_OPTION_ARG_STRING, &map,
    "show for every pair of options of two issues how many acceptable deals have both, and the best; "
    "all: which terms of any two issues go together",
    "ISSUE,ISSUE|all" },
  { "refine", 0, 0, G_OPTION_ARG_NONE, &refine,
    "look for better values of range issues between those of the grid, near each solution", NULL },
  { "sample", 0, 0, G_OPTION_ARG_INT, &n_sample,
    "draw N acceptable deals at random, each as likely as any other, and list these", "N" },
  { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, "what the draw starts from (1)", "S" },
  { NULL },
};

static gboolean
read_order (const ParleyScenario *scenario, ParleyDealsRequest *request, GError **error)
{
  static const char *const words[] = { "nash", "egalitarian", "utilitarian", NULL };
  static const ParleyOrderKind orders[] = { PARLEY_ORDER_NASH, PARLEY_ORDER_EGALITARIAN,
                                            PARLEY_ORDER_UTILITARIAN, PARLEY_ORDER_PARTY };
  guint choice = 0;

  if (by != NULL
      && !parley_choose_word_or_party (scenario, "--by", by, words, &choice, &request->by_party,
                                       error))
    return FALSE;
  request->by = orders[choice];
  return request->by != PARLEY_ORDER_PARTY
         || parley_choose_scored (scenario, "--by", by, &request->by_party, error);
}

static gboolean
read_filter (const ParleyScenario *scenario, ParleyFilter *filter, GError **error)
{
  for (guint i = 0; where != NULL && where[i] != NULL; i++)
    if (!parley_filter_add (filter, scenario, where[i], error))
      return parley_choose_refuse (error);
  return TRUE;
}

static gboolean
read_sample (ParleyDealsRequest *request, GError **error)
{
  if (!parley_choose_whole ("--sample", n_sample, 0, MOST_SAMPLED, error)
      || !parley_choose_seed (seed, error))
    return FALSE;
  request->n_sample = (guint) n_sample;
  request->seed = (guint64) seed;
  return TRUE;
}

static gboolean
read_map (const ParleyScenario *scenario, ParleyDealsRequest *request, GError **error)
{
  static const char *const words[] = { "all", NULL };
  g_auto(GStrv) ids = map == NULL ? NULL : g_strsplit (map, ",", -1);
  g_autofree char *hint = map == NULL ? NULL : parley_suggest_phrase (map, words);

  if (map == NULL)
    return TRUE;
  if (g_str_equal (map, "all"))
    {
      request->map = PARLEY_MAP_ALL;
      return TRUE;
    }
  if (g_strv_length (ids) != 2 || g_str_equal (ids[0], ids[1]))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   "--map takes two different issues with a comma between them, or \"all\", not "
                   "\"%s\"%s",
                   map, hint);
      return FALSE;
    }
  request->map = PARLEY_MAP_PAIR;
  return parley_choose_issue (scenario, "--map", ids[0], &request->map_issues[0], error)
         && parley_choose_issue (scenario, "--map", ids[1], &request->map_issues[1], error);
}

static ParleyDeals *
find (const ParleyOptions *options,
      const ParleyScenario *scenario,
      ParleyFilter *filter,
      GError **error)
{
  ParleyProgressLine line = parley_progress_line (options);
  ParleyCrew crew = parley_progress_crew (&line, options);
  g_auto(ParleyRoom) room = { 0 };
  ParleyBudget budget = parley_budget_usual (options->memory);
  ParleyDealsRequest request = { .filter = filter,
                                 .efficient = efficient,
                                 .frontier = frontier,
                                 .n_top = options->top,
                                 .n_ties = options->ties,
                                 .count = !no_count,
                                 .best_of_maps = options->format == PARLEY_FORMAT_JSON
                                                 || options->format == PARLEY_FORMAT_CSV,
                                 .refine = refine,
                                 .memory = options->memory,
                                 .budget = &budget,
                                 .crew = &crew };
  ParleyDeals *deals = NULL;

  parley_room_init (&room, options->memory);
  crew.room = &room;
  if (!read_order (scenario, &request, error)
      || !parley_choose_among (scenario, among, &request.among, &request.among_party, error)
      || !read_filter (scenario, filter, error) || !read_sample (&request, error)
      || !read_map (scenario, &request, error))
    return NULL;
  deals = parley_deals_find (scenario, &request, error);
  parley_progress_end (&line);
  return deals;
}

/* How the drafts fare is said beside the deals, unless that is too much to work out. */
static ParleyScores *
score_drafts (const ParleyScenario *scenario)
{
  g_autofree guint *drafts = g_new (guint, scenario->drafts->len);

  for (guint d = 0; d < scenario->drafts->len; d++)
    drafts[d] = d;
  return parley_scores_new (scenario, drafts, scenario->drafts->len, PARLEY_SCORE_VERDICTS, NULL);
}

/* A table has no room to say it. */
static void
warn_of_gap (const ParleyGap *gap)
{
  if (gap != NULL)
    parley_message_print ("parley: these deals are the best found, not proven best: %s", gap->why);
}

static void
render (const ParleyOptions *options, const ParleyDeals *deals, GString *result)
{
  g_autoptr(ParleyScores) scores = NULL;

  if (options->format == PARLEY_FORMAT_JSON)
    parley_render_json (parley_deals_to_json (deals, options->exact), result);
  else if (options->format == PARLEY_FORMAT_CSV)
    {
      warn_of_gap (deals->landscape->gap);
      parley_render_csv (parley_deals_to_table (deals), result);
    }
  else
    {
      scores = score_drafts (deals->scenario);
      parley_render_document (options, parley_deals_to_document (deals, scores), result);
    }
}

static ParleyExit
run (const ParleyOptions *options, GString *result)
{
  ParleyExit status = PARLEY_EXIT_DONE;
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyLoaded) loaded = parley_input_load (options, options->arguments[0], &status);
  g_autoptr(ParleyFilter) filter = parley_filter_new ();
  g_autoptr(ParleyDeals) deals = NULL;

  if (loaded == NULL)
    return status;
  deals = find (options, loaded->scenario, filter, &error);
  if (deals == NULL)
    return parley_input_fail (error);
  render (options, deals, result);
  return parley_findings_has_deal (deals->landscape->findings) ? PARLEY_EXIT_DONE : PARLEY_EXIT_NO;
}

static const char details[]
    = "Counts the deals that each side and all sides accept, shows the frontier and the four\n"
      "solutions, and lists the acceptable deals, best first. The exit status is 1 when no deal\n"
      "is acceptable to all; then the nearest miss is shown.";

const ParleyCommand parley_cmd_deals = {
  .name = "deals",
  .arguments = "FILE",
  .summary = "list the deals acceptable to all",
  .details = details,
  .min_arguments = 1,
  .max_arguments = 1,
  .takes = PARLEY_TAKES_FORMAT | PARLEY_TAKES_OUTPUT | PARLEY_TAKES_CHANGES | PARLEY_TAKES_QUIET
           | PARLEY_TAKES_EXACT | PARLEY_TAKES_TIES | PARLEY_TAKES_TOP | PARLEY_TAKES_THREADS
           | PARLEY_TAKES_MEMORY,
  .entries = entries,
  .run = run,
};

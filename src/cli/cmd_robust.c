/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/choose.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/progress.h"
#include "cli/render.h"
#include "cli/robust_store.h"
#include "report/robust.h"
#include "store/run_store.h"

/* How many draws there may be. */
#define MOST_DRAWS 100000000

static gint64 n_draws = 10000;
static gint64 seed = 1;
static char *distribution;
static char *weights;
static char **constrain;
static gboolean no_deals;
static gboolean show_all;

static const GOptionEntry entries[] = {
  { "draws", 'n', 0, G_OPTION_ARG_INT64, &n_draws, "how many draws (10000)", "N" },
  { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, "which draws: the same seed, the same draws (1)",
    "N" },
  { "distribution", 0, 0, G_OPTION_ARG_STRING, &distribution,
    "how values lie in a range: most at the value (the default), all alike, or hardly any at the "
    "ends",
    "triangular|uniform|beta" },
  { "weights", 0, 0, G_OPTION_ARG_STRING, &weights,
    "draw weights each in its range (the default), as any shares that ranges and rankings allow, or "
    "as shares around those written: the more, the closer (50)",
    "ranges|simplex|dirichlet[:CONCENTRATION]" },
  { "constrain", 0, 0, G_OPTION_ARG_STRING_ARRAY, &constrain,
    "with --weights simplex: what else is known of the shares, such as \"us: take >= 2 scope\"; may "
    "be repeated",
    "PARTY: SUM <=|>=|= SUM" },
  { "no-deals", 0, 0, G_OPTION_ARG_NONE, &no_deals,
    "leave out whether a deal exists and which is the Nash deal, which takes most of the time",
    NULL },
  { "all", 'a', 0, G_OPTION_ARG_NONE, &show_all,
    "show how any two drafts compare and the weights under which each is best, too", NULL },
  { NULL },
};

#define DEFAULT_CONCENTRATION 50

static gboolean
read_weights (ParleyDrawRequest *request, GError **error)
{
  static const char *const words[] = { "ranges", "simplex", "dirichlet", NULL };
  g_auto(GStrv) parts = g_strsplit (weights == NULL ? "ranges" : weights, ":", 2);
  guint choice = 0;
  mpq_t number;

  if (!parley_choose_word ("--weights", parts[0], words, &choice, error))
    return FALSE;
  request->weights = (ParleyWeightDraw) choice;
  request->concentration = DEFAULT_CONCENTRATION;
  if (parts[1] == NULL)
    return TRUE;
  mpq_init (number);
  if (request->weights == PARLEY_WEIGHTS_DIRICHLET && parley_exact_parse (parts[1], number)
      && mpq_sgn (number) > 0)
    request->concentration = parley_exact_to_double (number);
  else
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 "--weights takes a concentration above 0 behind dirichlet alone, not \"%s\"",
                 weights);
  mpq_clear (number);
  return error == NULL || *error == NULL;
}

static gboolean
read_request (ParleyRobustRequest *request, GError **error)
{
  if (!parley_choose_whole ("--draws", n_draws, 1, MOST_DRAWS, error))
    return FALSE;
  if (seed < 0)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   "--seed must be 0 or more, not %" G_GINT64_FORMAT, seed);
      return FALSE;
    }
  request->n_draws = (guint64) n_draws;
  request->deals = !no_deals;
  request->draws.seed = (guint64) seed;
  return parley_choose_spread (distribution, &request->draws.spread, error)
         && read_weights (&request->draws, error);
}

/* What --constrain says. Shares are drawn of rankings as well, but then only of these. */
static GPtrArray *
read_rules (const ParleyScenario *scenario, const ParleyDrawRequest *request, GError **error)
{
  g_autoptr(GPtrArray) rules = parley_share_rules_new ();

  for (guint i = 0; constrain != NULL && constrain[i] != NULL; i++)
    if (!parley_share_rules_parse (scenario, constrain[i], rules, error))
      {
        g_prefix_error (error, "--constrain ");
        (void) parley_choose_refuse (error);
        return NULL;
      }
  if (rules->len > 0 && request->weights != PARLEY_WEIGHTS_SIMPLEX)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   "--constrain is about shares that --weights simplex draws");
      return NULL;
    }
  return g_steal_pointer (&rules);
}

static ParleyRobust *
prepare (const ParleyOptions *options, const ParleyScenario *scenario, GError **error)
{
  ParleyRobustRequest request = { 0 };
  g_autoptr(GArray) drafts = parley_choose_drafts (scenario, options->arguments + 1, error);
  g_autoptr(GPtrArray) rules = NULL;

  if (drafts == NULL || !read_request (&request, error))
    return NULL;
  rules = read_rules (scenario, &request.draws, error);
  if (rules == NULL)
    return NULL;
  request.draws.rules = rules;
  request.drafts = (const guint *) drafts->data;
  request.n_drafts = drafts->len;
  return parley_robust_new (scenario, &request, error);
}

/* Of several processes the first keeps chunks. */
static gboolean
is_keeper (const ParleyOptions *options)
{
  return parley_run_store_is_named (options->output)
         && (options->fleet == NULL || options->fleet->rank == 0);
}

static gboolean
work (const ParleyOptions *options,
      const ParleyLoaded *loaded,
      ParleyRobust *robust,
      GError **error)
{
  ParleyProgressLine line = parley_progress_line (options);
  ParleyCrew crew = parley_progress_crew (&line, options);
  g_autoptr(ParleyRobustFile) file = NULL;
  ParleyRobustStore store = { 0 };
  g_autofree char *rules = constrain == NULL ? g_strdup ("none") : g_strjoinv ("; ", constrain);
  gboolean done = FALSE;

  if (is_keeper (options))
    {
      file = parley_robust_file_open (options, loaded, robust, rules, error);
      if (file == NULL)
        return FALSE;
      store = parley_robust_file_store (file);
    }
  done = parley_robust_run (robust, file == NULL ? NULL : &store, &crew, error);
  parley_progress_end (&line);
  return done;
}

static void
render (const ParleyOptions *options, const ParleyRobust *robust, GString *result)
{
  if (options->format == PARLEY_FORMAT_JSON)
    parley_render_json (parley_robust_to_json (robust), result);
  else if (options->format == PARLEY_FORMAT_CSV)
    parley_render_csv (parley_robust_to_table (robust), result);
  else
    parley_render_document (options, parley_robust_to_document (robust, show_all), result);
}

static ParleyExit
run (const ParleyOptions *options, GString *result)
{
  ParleyExit status = PARLEY_EXIT_DONE;
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyLoaded) loaded = parley_input_load (options, options->arguments[0], &status);
  g_autoptr(ParleyRobust) robust = NULL;

  if (loaded == NULL)
    return status;
  robust = prepare (options, loaded->scenario, &error);
  if (robust == NULL || !work (options, loaded, robust, &error))
    return parley_input_fail (error);
  render (options, robust, result);
  return PARLEY_EXIT_DONE;
}

static const char details[]
    = "Draws every number that carries a range, and red lines that hold with a probability, many\n"
      "times over, and says how often each party and all accept each draft, how often there is a\n"
      "deal, which is the Nash deal, how the drafts rank, and what doubtful answers hang on.\n"
      "With --output FILE.sqlite what is done goes to a database; a run that was broken off goes on\n"
      "from there when it is asked for again.";

const ParleyCommand parley_cmd_robust = {
  .name = "robust",
  .arguments = "FILE [DRAFT...]",
  .summary = "draw what is uncertain, and say how conclusions hold up",
  .details = details,
  .min_arguments = 1,
  .max_arguments = G_MAXUINT,
  .takes = PARLEY_TAKES_FORMAT | PARLEY_TAKES_OUTPUT | PARLEY_TAKES_CHANGES | PARLEY_TAKES_QUIET
           | PARLEY_TAKES_THREADS,
  .entries = entries,
  .divides = TRUE,
  .writes_output = parley_run_store_is_named,
  .run = run,
};

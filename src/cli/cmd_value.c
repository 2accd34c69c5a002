/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "cli/choose.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/progress.h"
#include "cli/render.h"
#include "report/value.h"

#define USUAL_DRAWS 2000
#define MOST_DRAWS  1000000

static char *chooser;
static int n_draws = USUAL_DRAWS;
static gint64 seed = 1;
static char *accuracy;
static char *risk_tolerance;
static gboolean show_all;

static const GOptionEntry entries[] = {
  { "for", 0, 0, G_OPTION_ARG_STRING, &chooser,
    "who chooses what to back (the first party that negotiates)", "PARTY" },
  { "draws", 'n', 0, G_OPTION_ARG_INT, &n_draws, "draw every uncertain input N times (2000)", "N" },
  { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, "what the draws start from (1)", "S" },
  { "accuracy", 0, 0, G_OPTION_ARG_STRING, &accuracy,
    "how likely a study is right, from 0 to 1 (0.8)", "Q" },
  { "risk-tolerance", 0, 0, G_OPTION_ARG_STRING, &risk_tolerance,
    "what no deal is worth to parties that avoid risk, in points", "R" },
  { "all", 'a', 0, G_OPTION_ARG_NONE, &show_all,
    "list the inputs, too, that are worth nothing to know", NULL },
  { NULL },
};

/* Which drafts can be backed. */
typedef struct
{
  guint *indices;
  guint  n;
} Drafts;

static gboolean
read_drafts (const ParleyScenario *scenario, char **words, Drafts *drafts, GError **error)
{
  GArray *chosen = parley_choose_drafts (scenario, words, error);

  if (chosen == NULL)
    return FALSE;
  drafts->n = chosen->len;
  drafts->indices = (guint *) g_array_free (chosen, FALSE);
  return TRUE;
}

/* Who can choose knows what no deal brings. */
static gboolean
has_no_deal (const ParleyScenario *scenario, guint party)
{
  const ParleyParty *self = parley_scenario_party (scenario, party);

  return parley_party_reservation_at (self, scenario->as_of) != NULL
         || (self->batna != NULL && self->batna->lottery->len > 0);
}

static gboolean
read_chooser (const ParleyScenario *scenario, guint *party, GError **error)
{
  if (chooser == NULL)
    {
      for (*party = 0; *party < scenario->parties->len; (*party)++)
        if (parley_scenario_party (scenario, *party)->role == PARLEY_ROLE_PARTY
            && parley_party_is_scored (parley_scenario_party (scenario, *party))
            && has_no_deal (scenario, *party))
          return TRUE;
      g_set_error (
          error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
          "no party that negotiates has both a score and a reservation or a lottery for no "
          "deal: nobody can choose");
      return FALSE;
    }
  if (!parley_choose_negotiator (scenario, "--for", chooser, party, error))
    return FALSE;
  if (has_no_deal (scenario, *party))
    return TRUE;
  g_set_error (
      error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
      "--for \"%s\" cannot be used: this party has neither a reservation nor a lottery, so "
      "that nothing says what no deal brings",
      chooser);
  return FALSE;
}

/* Options */

/* Sets @number to what @text, given to @option, spells. */
static gboolean
read_number (const char *option,
             const char *text,
             const char *expected,
             mpq_ptr number,
             GError **error)
{
  if (parley_exact_parse (text, number) && mpq_sgn (number) >= 0)
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "%s must be %s, not \"%s\"", option,
               expected, text);
  return FALSE;
}

static gboolean
read_accuracy (mpq_ptr number, GError **error)
{
  static const char expected[] = "a probability from 0 to 1";

  if (!read_number ("--accuracy", accuracy == NULL ? "0.8" : accuracy, expected, number, error))
    return FALSE;
  if (mpq_cmp_ui (number, 1, 1) <= 0)
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "--accuracy must be %s, not \"%s\"",
               expected, accuracy);
  return FALSE;
}

/* Tolerances below a thousandth of a point are the worst case, and above a million the average, to
 * all the digits that are shown. */
static gboolean
read_tolerance (double *tolerance, GError **error)
{
  static const char expected[] = "from 0.001 to 1,000,000 points";
  gboolean good = FALSE;
  mpq_t number;

  if (risk_tolerance == NULL)
    return TRUE;
  mpq_init (number);
  good = read_number ("--risk-tolerance", risk_tolerance, expected, number, error);
  *tolerance = parley_exact_to_double (number);
  mpq_clear (number);
  if (!good || (*tolerance >= 0.001 && *tolerance <= 1e6))
    return good;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               "--risk-tolerance must be %s, not \"%s\"", expected, risk_tolerance);
  return FALSE;
}

static gboolean
read_request (ParleyDecisionRequest *request, GError **error)
{
  if (!parley_choose_whole ("--draws", n_draws, PARLEY_N_BATCHES, MOST_DRAWS, error)
      || !parley_choose_seed (seed, error))
    return FALSE;
  request->n_draws = (guint) n_draws;
  request->seed = (guint64) seed;
  return read_accuracy (request->accuracy, error);
}

/* What is done */

static void
render (const ParleyOptions *options, const ParleyValueReport *report, GString *result)
{
  if (options->format == PARLEY_FORMAT_JSON)
    parley_render_json (parley_value_to_json (report, options->exact), result);
  else if (options->format == PARLEY_FORMAT_CSV)
    parley_render_csv (parley_value_to_table (report), result);
  else
    parley_render_document (options, parley_value_to_document (report, show_all), result);
}

static ParleyDecision *
decide (const ParleyOptions         *options,
        const ParleyValueReport     *report,
        const Drafts                *drafts,
        const ParleyDecisionRequest *request,
        GError                     **error)
{
  ParleyProgressLine line = parley_progress_line (options);
  ParleyCrew crew = parley_progress_crew (&line, options);
  ParleyDecision *decision
      = parley_decision_new (report->scenario, report->party, drafts->indices, drafts->n, request,
                             options->memory, &crew, error);

  parley_progress_end (&line);
  return decision;
}

static gboolean
work_out (const ParleyOptions   *options,
          ParleyValueReport     *report,
          const Drafts          *drafts,
          ParleyDecisionRequest *request,
          GString               *result,
          GError               **error)
{
  g_autoptr(ParleyDecision) decision = NULL;
  g_autoptr(GPtrArray) no_deals = NULL;

  if (!read_request (request, error) || !read_tolerance (&report->risk_tolerance, error)
      || !read_chooser (report->scenario, &report->party, error))
    return FALSE;
  report->accuracy = parley_exact_to_double (request->accuracy);
  no_deals = parley_no_deals_new (report->scenario, drafts->indices, drafts->n, error);
  if (no_deals == NULL)
    return FALSE;
  report->no_deals = no_deals;
  if (drafts->n > 0)
    decision = decide (options, report, drafts, request, error);
  report->decision = decision;
  if (drafts->n > 0 && decision == NULL)
    return FALSE;
  render (options, report, result);
  return TRUE;
}

static ParleyExit
run (const ParleyOptions *options, GString *result)
{
  ParleyExit status = PARLEY_EXIT_DONE;
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyLoaded) loaded = parley_input_load (options, options->arguments[0], &status);
  ParleyValueReport report = { .party = 0 };
  ParleyDecisionRequest request = { .seed = 1 };
  Drafts drafts = { NULL, 0 };
  gboolean done = FALSE;

  if (loaded == NULL)
    return status;
  report.scenario = loaded->scenario;
  mpq_init (request.accuracy);
  done = read_drafts (loaded->scenario, options->arguments + 1, &drafts, &error)
         && work_out (options, &report, &drafts, &request, result, &error);
  mpq_clear (request.accuracy);
  g_free (drafts.indices);
  return done ? PARLEY_EXIT_DONE : parley_input_fail (error);
}

static const char details[]
    = "A party backs a draft, of those named or of all, or none. Where all others accept, the draft\n"
      "brings its score, else what no deal brings. Says which choice is best on average when every\n"
      "number with a range is drawn, and what it would be worth to know one of them first; and what\n"
      "no deal is worth where a party's model has a lottery for it.";

const ParleyCommand parley_cmd_value = {
  .name = "value",
  .arguments = "FILE [DRAFT...]",
  .summary = "say what is worth finding out first, and what no deal is worth",
  .details = details,
  .min_arguments = 1,
  .max_arguments = 1001,
  .takes = PARLEY_TAKES_FORMAT | PARLEY_TAKES_OUTPUT | PARLEY_TAKES_CHANGES | PARLEY_TAKES_QUIET
           | PARLEY_TAKES_EXACT | PARLEY_TAKES_THREADS | PARLEY_TAKES_MEMORY,
  .entries = entries,
  .run = run,
};

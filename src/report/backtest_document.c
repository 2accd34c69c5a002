/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/backtest_part.h"
#include "report/backtest_words.h"
#include "report/words.h"

/* The answer */

static void
add_title (ParleyDocument *document, const ParleyBacktest *backtest)
{
  const ParleyPosteriorRequest *request = &backtest->request->likely;
  g_autofree char *draws = parley_words_counted (request->n_draws, "draw", "draws");
  g_autofree char *slip = NULL;

  if (request->slip > 0)
    slip = g_strdup_printf (" A decision is other than the numbers say with a chance of %g %%.",
                            100 * request->slip);
  parley_document_heading (document, 1, "%s", backtest->scenario->title);
  parley_document_paragraph (
      document,
      "What the model, and simpler ways, would have said beforehand of each decision about a draft of "
      "others. Verdicts are exact; chances are sampled: %s, seed %" G_GUINT64_FORMAT ".%s%s%s",
      draws, request->seed,
      backtest->request->clues.no_red_lines ? " The model is looked at as though there were no red "
                                              "lines."
                                            : "",
      request->belief == PARLEY_BELIEF_NOTHING ? " Any weights are believed to be possible." : "",
      slip == NULL ? "" : slip);
}

/* "are right about 7 of the 8 decisions on record". */
static char *
count_right (const ParleyTrack *track)
{
  if (track->n == 1)
    return g_strdup_printf ("%s the one decision on record", track->n_right > 0     ? "are right about"
                                                             : track->n_neither > 0
                                                                 ? "say neither yes "
                                                                   "nor no of"
                                                                 : "are wrong about");
  if (track->n_right == track->n)
    return g_strdup_printf ("are right about all %u decisions on record", track->n);
  if (track->n_right == 0)
    return g_strdup_printf ("are right about none of the %u decisions on record", track->n);
  return g_strdup_printf ("are right about %u of the %u decisions on record", track->n_right,
                          track->n);
}

/* What the rule does beside the numbers. */
static char *
beside (const ParleyBacktest *backtest, const ParleyProof *proof, const ParleyTrack *model)
{
  ParleyTrack rule = parley_backtest_track (backtest, proof->best_rule, PARLEY_RECORD_OF_ALL);
  g_autofree char *title = parley_backtest_way_title (backtest, proof->best_rule);

  title[0] = g_ascii_tolower (title[0]);
  if (rule.n_right > model->n_right)
    return g_strdup_printf ("The simple rule \"%s\" does better: it is right about %u.", title,
                            rule.n_right);
  if (rule.n_right == model->n_right)
    return g_strdup_printf ("The simple rule \"%s\" is right about as many.", title);
  return g_strdup_printf ("The best simple rule, \"%s\", is right about %u.", title, rule.n_right);
}

static void
add_answer (ParleyDocument *document, const ParleyBacktest *backtest, const ParleyProof *proof)
{
  ParleyTrack model = parley_backtest_track (backtest, PARLEY_WAY_WRITTEN, PARLEY_RECORD_OF_ALL);
  g_autofree char *right = count_right (&model);
  g_autofree char *rule = beside (backtest, proof, &model);
  g_autofree char *neither = NULL;

  if (model.n_neither > 0 && model.n > 1)
    neither = g_strdup_printf ("; of %u more they say neither yes nor no", model.n_neither);
  parley_document_lead (document, "The numbers as written %s%s. %s", right,
                        neither == NULL ? "" : neither, rule);
}

/* Whether red lines alone say the same as all numbers together. */
static void
add_red_lines (ParleyDocument *document, const ParleyBacktest *backtest)
{
  for (guint i = 0; i < backtest->trials->len; i++)
    {
      const ParleyPrediction *predictions = parley_backtest_trial (backtest, i)->predictions;
      const ParleyPrediction *written = &predictions[PARLEY_WAY_WRITTEN];
      const ParleyPrediction *lines = &predictions[PARLEY_WAY_RED_LINES];

      if (written->low != lines->low || written->high != lines->high)
        return;
    }
  parley_document_paragraph (
      document, "Of each decision red lines alone say the same as all the numbers together: "
                "this record cannot show that weights, values and reservations add "
                "anything.");
}

/* Whether more decisions would not help, all else as it is. */
static gboolean
are_enough (const ParleyProof *proof, const ParleyTrack *model)
{
  return proof->n_needed == 0 ? proof->beats_coin : model->n >= proof->n_needed;
}

/* Why the numbers are not shown to do better than the rule. */
static char *
doubt_words (const ParleyProof *proof, const ParleyTrack *model)
{
  g_autofree char *decisions = parley_words_counted (model->n, "decision is", "decisions are");

  if (proof->worse)
    return g_strdup ("A coin would do better");
  if (are_enough (proof, model))
    return g_strdup_printf ("That does not show that the numbers do better than %s",
                            proof->beats_coin ? "that rule" : "a coin");
  return g_strdup_printf ("%s too few to %s", decisions,
                          proof->beats_coin ? "tell the numbers from that rule" : "prove anything");
}

/* What it would take, where that is not there. */
static char *
needed_words (const ParleyProof *proof, const ParleyTrack *model)
{
  if (proof->n_needed == 0)
    return g_strdup (" No number of decisions could show that they do better than a rule that is "
                     "always right.");
  if (proof->worse || are_enough (proof, model))
    return g_strdup ("");
  return g_strdup_printf (" Even if they were right every time, it would take %u decisions to show "
                          "that they do better than that rule.",
                          proof->n_needed);
}

static void
add_proof (ParleyDocument *document, const ParleyBacktest *backtest, const ParleyProof *proof)
{
  ParleyTrack model = parley_backtest_track (backtest, PARLEY_WAY_WRITTEN, PARLEY_RECORD_OF_ALL);
  g_autofree char *interval = parley_backtest_interval (&model);
  g_autofree char *doubt = doubt_words (proof, &model);
  g_autofree char *needed = needed_words (proof, &model);

  if (proof->better)
    parley_document_paragraph (document,
                               "That is more than chance and simple rules explain: in the long run "
                               "the numbers are right about %s of such decisions (95 %% interval).",
                               interval);
  else
    parley_document_note (document,
                          "%s: in the long run the numbers may be right about %s of such decisions "
                          "(95 %% interval), a coin about half.%s",
                          doubt, interval, needed);
}

static void
add_known (ParleyDocument *document, const ParleyBacktest *backtest, const ParleyProof *proof)
{
  const ParleyScenario *scenario = backtest->scenario;
  g_autofree char *day = parley_words_day (scenario->as_of, NULL);
  g_autofree char *known = parley_words_counted (proof->n_known, "decision", "decisions");

  if (scenario->as_of == NULL)
    parley_document_note (document, "The scenario does not say on which day it stands: its numbers "
                                    "may have been chosen to fit these decisions.");
  else if (proof->n_known == backtest->trials->len)
    parley_document_note (
        document,
        "All that was known on %s, the day that the scenario stands at: its numbers "
        "may have been chosen to fit. Where they do, that is no test of them.",
        day);
  else if (proof->n_known > 0)
    parley_document_note (document,
                          "%s of %u were known on %s, the day that the scenario stands at: its "
                          "numbers may have been chosen to fit them.",
                          known, backtest->trials->len, day);
}

/* How the numbers did about all decisions of one kind. */
static ParleyTrack
track_act (const ParleyBacktest *backtest, ParleyAct act)
{
  ParleyTrack track = { 0 };

  for (guint i = 0; i < backtest->trials->len; i++)
    {
      const ParleyTrial *trial = parley_backtest_trial (backtest, i);
      const ParleyPrediction *written = &trial->predictions[PARLEY_WAY_WRITTEN];

      if (trial->answer.move.act == act)
        parley_track_add (&track, written->low, written->high, trial->answer.yes);
    }
  return track;
}

/* By what was done, since to sign is more than to accept a text. */
static void
add_acts (ParleyDocument *document, const ParleyBacktest *backtest)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint act = 0; act < PARLEY_N_ACTS; act++)
    {
      ParleyTrack track = track_act (backtest, (ParleyAct) act);

      if (track.n == 0)
        continue;
      g_string_append_printf (text, "%s%s %u of %u", text->len == 0 ? "" : "; ",
                              parley_words_act ((ParleyAct) act), track.n_right, track.n);
      if (track.n_neither > 0)
        g_string_append_printf (text, " (of %u more neither)", track.n_neither);
    }
  parley_document_paragraph (
      document, "How often the numbers as written are right, by what was done: %s.", text->str);
}

static void
add_left_out (ParleyDocument *document, const ParleyBacktest *backtest)
{
  g_autofree char *times = parley_words_counted (backtest->n_own, "time", "times");

  if (backtest->n_own > 0)
    parley_document_paragraph (
        document,
        "Left out: what was done about drafts of one's own (%s), which takes "
        "no model to say.%s",
        times,
        backtest->trials->len == 0 ? ""
                                   : " A decision that says the same again counts once, with those "
                                     "that repeat it.");
}

ParleyDocument *
parley_backtest_to_document (const ParleyBacktest *backtest)
{
  ParleyDocument *document = parley_document_new ();
  ParleyProof proof;

  add_title (document, backtest);
  if (backtest->trials->len == 0)
    {
      parley_document_lead (document, "There is nothing to say beforehand: no side has accepted or "
                                      "rejected a draft of others.");
      add_left_out (document, backtest);
      return document;
    }
  proof = parley_backtest_proof (backtest);
  add_answer (document, backtest, &proof);
  add_red_lines (document, backtest);
  add_proof (document, backtest, &proof);
  add_known (document, backtest, &proof);
  parley_backtest_add_decisions (document, backtest);
  add_acts (document, backtest);
  parley_backtest_add_ways (document, backtest);
  add_left_out (document, backtest);
  return document;
}

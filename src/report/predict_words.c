/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/predict_words.h"

#include <math.h>

#include "report/number.h"
#include "report/words.h"

static const ParleyParty *
party_of (const ParleyPredict *self, guint outlook)
{
  return parley_scenario_party (self->scenario, parley_predict_outlook (self, outlook)->party);
}

const char *
parley_predict_party (const ParleyPredict *self, guint outlook)
{
  return party_of (self, outlook)->title;
}

char *
parley_predict_unsaid (const ParleyPredict *self)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->outlooks->len; i++)
    if (parley_predict_outlook (self, i)->kind > PARLEY_OUTLOOK_WAIVED)
      g_ptr_array_add (names, (gpointer) parley_predict_party (self, i));
  for (guint i = 0; i < names->len; i++)
    parley_words_join (text, i, names->len, g_ptr_array_index (names, i));
  return g_string_free (text, FALSE);
}

char *
parley_predict_odds (const ParleyOdds *odds)
{
  g_autofree char *low = parley_words_chance (odds->low);
  g_autofree char *high = parley_words_chance (odds->high);
  g_autofree char *from = parley_number_decimal (100 * odds->low, 0);

  if (g_str_equal (low, high))
    return g_steal_pointer (&low);
  if ((odds->low > 0 && odds->low < 0.01) || odds->low > 0.99)
    return g_strdup_printf ("%s to %s", low, high);
  return g_strdup_printf ("%s%s%s", from, odds->high > 0.99 && odds->high < 1 ? " to " : "-", high);
}

/* Questions */

static char *
red_line_question (const ParleyParty *party, guint line)
{
  const ParleyRedLine *model = g_ptr_array_index (party->red_lines, line);

  return g_strdup_printf ("Does its red line \"%s\" hold?",
                          parley_words_title (model->title, model->id));
}

char *
parley_predict_question (const ParleyPredict *self, guint outlook, const ParleyQuestion *question)
{
  const ParleyScenario *scenario = self->scenario;
  g_autofree char *text = NULL;

  switch (question->kind)
    {
    case PARLEY_QUESTION_HEAVIER:
      return g_strdup_printf ("Is %s heavier for it than %s?",
                              parley_scenario_issue (scenario, question->first)->title,
                              parley_scenario_issue (scenario, question->second)->title);
    case PARLEY_QUESTION_RESERVATION:
      text = parley_number_decimal (question->above, 0);
      return g_strdup_printf ("Is its reservation above %s?", text);
    case PARLEY_QUESTION_DRAFT:
      text
          = parley_words_draft (parley_scenario_draft (scenario, question->first), scenario->as_of);
      return g_strdup_printf ("Would it accept \"%s\"?", text);
    case PARLEY_QUESTION_RED_LINE:
    default:
      return red_line_question (party_of (self, outlook), question->first);
    }
}

const char *
parley_predict_kind (const ParleyQuestion *question)
{
  static const char *const words[] = { [PARLEY_QUESTION_HEAVIER] = "heavier",
                                       [PARLEY_QUESTION_RESERVATION] = "reservation",
                                       [PARLEY_QUESTION_DRAFT] = "draft",
                                       [PARLEY_QUESTION_RED_LINE] = "red-line" };

  return words[question->kind];
}

double
parley_predict_part (double bits, double chance)
{
  double whole = parley_bits (chance);

  return whole <= 0 ? 0 : fmin (bits / whole, 1);
}

/* The record */

/* "6 decisions, of which 1 says nothing of weights". */
static char *
decisions_words (const ParleyOutlook *outlook)
{
  g_autofree char *decisions = parley_words_counted (outlook->n_decisions, "decision", "decisions");
  g_autofree char *judged = parley_words_counted (outlook->n_judged, "judgement", "judgements");
  guint n = outlook->n_decisions + outlook->n_judged - outlook->n_taught;
  GString *text = g_string_new (decisions);

  if (outlook->n_judged > 0)
    g_string_append_printf (text, " and %s of drafts", judged);
  if (n > 0)
    g_string_append_printf (text, ", of which %u %s nothing of weights and reservation", n,
                            n == 1 ? "says" : "say");
  return g_string_free (text, FALSE);
}

/* "The chance rises: 60 % before, 72 % with it." */
static void
say_change (GString *text, const ParleyOutlook *outlook)
{
  g_autofree char *before = parley_predict_odds (&outlook->believed);
  g_autofree char *after = parley_predict_odds (&outlook->after);

  if (g_str_equal (before, after))
    g_string_append_printf (text, " The chance stays at %s.", after);
  else
    g_string_append_printf (text, " The chance %s: %s before, %s with it.",
                            outlook->after.chance > outlook->believed.chance ? "rises" : "falls",
                            before, after);
}

static void
say_learned (GString *text, const ParleyPredictReport *report, const ParleyOutlook *outlook)
{
  g_autofree char *decisions = decisions_words (outlook);
  g_autofree char *left = parley_words_chance (outlook->left);

  g_string_append_printf (text, "Its record has %s", decisions);
  if (report->likely.slip > 0)
    g_string_append (text, ", each of which may be a slip.");
  else if (outlook->left >= 1)
    g_string_append (text, "; all that was believed fits, so it teaches nothing.");
  else
    g_string_append_printf (text, "; of what was believed it leaves %s.", left);
  say_change (text, outlook);
}

/* What is said of an outlook without numbers; NULL of others. */
static const char *
plain_lesson (const ParleyOutlook *outlook)
{
  switch (outlook->kind)
    {
    case PARLEY_OUTLOOK_SILENT:
      return outlook->n_decisions + outlook->n_judged == 0
                 ? "Nothing that it did before is on record, so there is nothing but what is "
                   "believed."
                 : "Its record teaches nothing of weights and reservation, so that what is believed "
                   "stays.";
    case PARLEY_OUTLOOK_RED_LINES:
      return "It has no score: only its red lines can make it reject.";
    case PARLEY_OUTLOOK_WAIVED:
      return "Its consent is not needed for this draft.";
    case PARLEY_OUTLOOK_UNSCORED:
      return "It has no weights or no reservation, so that nothing says how likely it accepts.";
    default:
      return NULL;
    }
}

char *
parley_predict_lesson (const ParleyPredictReport *report, guint index)
{
  const ParleyOutlook *outlook = parley_predict_outlook (report->predict, index);
  g_autofree char *decisions = decisions_words (outlook);
  GString *text = g_string_new (plain_lesson (outlook));

  if (outlook->kind == PARLEY_OUTLOOK_LEARNED)
    say_learned (text, report, outlook);
  else if (outlook->kind == PARLEY_OUTLOOK_NOTHING)
    g_string_append_printf (text,
                            "Its record has %s, and nothing that is believed fits it: parley infer "
                            "says which decisions contradict each other. With --slip decisions may "
                            "be wrong.",
                            decisions);
  else if (outlook->kind == PARLEY_OUTLOOK_TOO_LITTLE)
    g_string_append_printf (text, "Its record has %s, but %s.", decisions, outlook->problem);
  else if (outlook->kind == PARLEY_OUTLOOK_TOO_MUCH)
    g_string_append_printf (text, "Nothing can be said of it: %s.", outlook->problem);
  if (outlook->waived && outlook->kind != PARLEY_OUTLOOK_WAIVED)
    g_string_append (text, " For some completions its consent is not needed, but it counts here.");
  return g_string_free (text, FALSE);
}

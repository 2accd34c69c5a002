/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/title.h"
#include "report/value_no_deal.h"
#include "report/value_words.h"
#include "report/words.h"

/* What is worth less shows as 0.0. */
#define LEAST_WORTH 0.05

/* Of draws that are judged in doubles (analysis/backing.h). */
static const char on_the_reservation[]
    = "A score within 1e-9 points of a reservation counts as on it, and so as accepted.";

static const char *
chooser (const ParleyValueReport *report)
{
  return parley_scenario_party (report->scenario, report->party)->title;
}

/* Two standard errors. */
static char *
give_or_take (double error)
{
  return parley_words_double (2 * error, 1);
}

/* The answer */

static void
add_title (ParleyDocument *document, const ParleyValueReport *report)
{
  g_autofree char *draws = NULL;
  g_autofree char *inputs = NULL;

  parley_document_heading (document, 1, "%s", report->scenario->title);
  if (report->decision == NULL)
    {
      parley_document_paragraph (document, "What no deal is worth.");
      return;
    }
  draws = parley_words_counted (report->decision->backing->n_draws, "draw", "draws");
  inputs = parley_words_counted (report->decision->backing->n_inputs, "uncertain input",
                                 "uncertain inputs");
  if (report->decision->backing->n_inputs == 0)
    parley_document_paragraph (document, "Which draft %s does best to back. %s", chooser (report),
                               on_the_reservation);
  else
    parley_document_paragraph (
        document,
        "Which draft %s does best to back, and what it should find out first. Sampled: %s of %s, "
        "seed %" G_GUINT64_FORMAT ". %s",
        chooser (report), draws, inputs, report->decision->backing->seed, on_the_reservation);
}

/* Whether it shows at all, and is more than chance makes of nothing. */
static gboolean
is_told (const ParleyLesson *lesson)
{
  return lesson->perfect >= LEAST_WORTH && lesson->perfect > 2 * lesson->error;
}

/* What is worth most to know; NULL when nothing is worth telling. */
static const ParleyLesson *
first_lesson (const ParleyDecision *decision)
{
  for (guint i = 0; i < decision->lessons->len; i++)
    if (is_told (parley_decision_lesson (decision, i)))
      return parley_decision_lesson (decision, i);
  return NULL;
}

static void
add_nothing (ParleyDocument *document, const ParleyValueReport *report)
{
  const ParleyDecision *decision = report->decision;
  g_autofree char *choice = parley_value_choice (report, decision->best);
  g_autofree char *everything = parley_words_double (decision->everything, 1);

  if (decision->backing->n_inputs == 0)
    parley_document_lead (
        document,
        "%s does best with %s: nothing is uncertain, as no number that counts has a "
        "range.",
        chooser (report), choice);
  else if (decision->everything < LEAST_WORTH)
    parley_document_lead (document,
                          "Nothing is worth finding out: %s does best with %s, and to know "
                          "everything would bring less than 0.05 points.",
                          chooser (report), choice);
  else
    parley_document_lead (
        document,
        "No single thing is worth finding out first: whatever any one of the inputs and answers turns "
        "out to be, %s does best with %s. To know all of them at once would bring %s points.",
        chooser (report), choice, everything);
}

static void
add_answer (ParleyDocument *document, const ParleyValueReport *report)
{
  const ParleyDecision *decision = report->decision;
  const ParleyLesson *first = first_lesson (decision);
  g_autofree char *what = NULL;
  g_autofree char *worth = NULL;
  g_autofree char *everything = parley_words_double (decision->everything, 1);

  if (first == NULL)
    {
      add_nothing (document, report);
      return;
    }
  what = parley_value_doubt_phrase (report, first->doubt);
  worth = parley_words_double (first->perfect, 1);
  parley_document_lead (
      document,
      "Find out first %s: to know it is worth %s points to %s, of %s that knowing "
      "everything would bring.",
      what, worth, chooser (report), everything);
}

static gboolean
has_red_lines (const ParleyValueReport *report)
{
  return parley_scenario_party (report->scenario, report->party)->red_lines->len > 0;
}

static void
add_best (ParleyDocument *document, const ParleyValueReport *report)
{
  const ParleyPaying *best = parley_decision_choice (report->decision, report->decision->best);
  g_autofree char *choice = parley_value_choice (report, report->decision->best);
  g_autofree char *points = parley_words_double (best->expected, 1);
  g_autofree char *chance = parley_words_chance (best->accepted);
  g_autofree char *own = NULL;

  if (has_red_lines (report))
    own = g_strdup_printf (", and it crosses no red line of %s,", chooser (report));
  if (best->draft < 0)
    parley_document_paragraph (document,
                               "Until then it does best with no deal, which brings %s points on "
                               "average.",
                               points);
  else
    parley_document_paragraph (
        document,
        "Until then it does best with %s, which brings %s points on average; "
        "all others accept it%s in %s of the draws.",
        choice, points, own == NULL ? "" : own, chance);
}

/* What each draft brings */

static int
compare_expected (const ParleyPaying *a, const ParleyPaying *b)
{
  if (a->expected > b->expected || a->expected < b->expected)
    return a->expected > b->expected ? -1 : 1;
  return 0;
}

/* Choices, what brings most first; of equals the first in the file. Returns: (transfer container).
 */
static guint *
sort_choices (const ParleyDecision *decision)
{
  guint n = decision->choices->len;
  guint *order = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    {
      guint place = i;

      for (; place > 0
             && compare_expected (parley_decision_choice (decision, i),
                                  parley_decision_choice (decision, order[place - 1]))
                    < 0;
           place--)
        order[place] = order[place - 1];
      order[place] = i;
    }
  return order;
}

static void
add_choice (ParleyTable *table, const ParleyValueReport *report, guint choice)
{
  const ParleyPaying *paying = parley_decision_choice (report->decision, choice);

  parley_table_row (table);
  parley_table_take_cell (table, paying->draft < 0 ? g_strdup ("No deal")
                                                   : parley_value_choice (report, choice));
  parley_table_take_cell (table, paying->draft < 0 ? NULL : parley_words_chance (paying->accepted));
  parley_table_take_cell (table, parley_words_double (paying->expected, 1));
  parley_table_take_cell (table, give_or_take (paying->error));
}

static void
add_left_out (ParleyTable *table, const ParleyValueReport *report)
{
  const GArray *left_out = report->decision->backing->left_out;

  for (guint i = 0; i < left_out->len; i++)
    {
      g_autofree char *draft = parley_words_draft (
          parley_scenario_draft (report->scenario, g_array_index (left_out, guint, i)),
          report->scenario->as_of);

      parley_table_note (table, "Left out: %s, which the rules do not allow.", draft);
    }
}

static void
add_choices (ParleyDocument *document, const ParleyValueReport *report)
{
  g_autofree guint *order = sort_choices (report->decision);
  ParleyTable *table = NULL;

  parley_document_heading (document, 2, "What backing each draft brings %s", chooser (report));
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  parley_table_column (table, "Back", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "Works in", PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "Brings", PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "±", PARLEY_COLUMN_RIGHT);
  for (guint i = 0; i < report->decision->choices->len; i++)
    add_choice (table, report, order[i]);
  parley_table_note (table,
                     "Works in: the share of draws in which all others accept it and it crosses no "
                     "red line of %s: "
                     "how far our guesses agree, not how likely anybody is to sign.",
                     chooser (report));
  parley_table_note (table,
                     "Brings: points on average: where it works its score, else what no deal "
                     "brings%s. ±: two standard errors.",
                     report->decision->backing->no_deal >= 0 ? " by the lottery"
                                                             : ", the reservation");
  add_left_out (table, report);
}

/* What it is worth to know */

static void
add_lesson (ParleyTable *table, const ParleyValueReport *report, const ParleyLesson *lesson)
{
  parley_table_row (table);
  parley_table_take_cell (table, parley_value_doubt (report, lesson->doubt));
  parley_table_take_cell (table, parley_value_belief (lesson));
  parley_table_take_cell (table, parley_words_double (lesson->perfect, 1));
  parley_table_take_cell (table, give_or_take (lesson->error));
  parley_table_take_cell (table, parley_words_double (lesson->sample, 1));
  parley_table_take_cell (table, parley_value_then (report, lesson));
}

static void
add_lesson_columns (ParleyTable *table)
{
  parley_table_column (table, "To find out", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "Believed", PARLEY_COLUMN_LABEL);
  parley_table_group (table, "Worth", 3);
  parley_table_column (table, "known", PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "±", PARLEY_COLUMN_RIGHT);
  parley_table_column (table, "studied", PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "Then back", PARLEY_COLUMN_TEXT);
}

/* Two that bring nearly the same: which is better, and what it is worth to know more, hangs on the
 * draws. */
static void
add_rival (ParleyTable *table, const ParleyValueReport *report)
{
  const ParleyDecision *decision = report->decision;
  const ParleyPaying *best = parley_decision_choice (decision, decision->best);

  for (guint c = 0; c < decision->choices->len; c++)
    {
      const ParleyPaying *other = parley_decision_choice (decision, c);
      double apart = best->expected - other->expected;
      g_autofree char *name = NULL;
      g_autofree char *best_name = NULL;

      if (apart <= 0 || apart > 2 * (best->error + other->error))
        continue;
      name = parley_value_choice (report, c);
      best_name = parley_value_choice (report, decision->best);
      parley_table_note (table,
                         "What is known may be worth more or less than ± says: of %s and %s these "
                         "draws do not tell for sure which brings more. Draw more (--draws).",
                         best_name, name);
      return;
    }
}

static void
add_lesson_notes (ParleyTable *table, const ParleyValueReport *report, guint n_left)
{
  g_autofree char *accuracy = parley_words_chance (report->accuracy);
  g_autofree char *left = parley_words_counted (n_left, "other thing is", "other things are");

  parley_table_note (table, "Known: what it adds on average to know it before choosing. Not more "
                            "than this is worth paying for it.");
  parley_table_note (
      table,
      "Studied: the same for a study that is right in %s of all cases: whether a number "
      "is above the middle of its range, or which case holds.",
      accuracy);
  add_rival (table, report);
  if (n_left > 0)
    parley_table_note (table, "%s worth less than 0.05 each, or than two standard errors (--all).",
                       left);
}

static void
add_lessons (ParleyDocument *document, const ParleyValueReport *report, gboolean all)
{
  const ParleyDecision *decision = report->decision;
  ParleyTable *table = NULL;
  guint n_left = 0;

  if (decision->lessons->len == 0 || (!all && first_lesson (decision) == NULL))
    return;
  parley_document_heading (document, 2, "What it is worth to find out");
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  add_lesson_columns (table);
  for (guint i = 0; i < decision->lessons->len; i++)
    {
      const ParleyLesson *lesson = parley_decision_lesson (decision, i);

      if (all || is_told (lesson))
        add_lesson (table, report, lesson);
      else
        n_left++;
    }
  add_lesson_notes (table, report, n_left);
}

ParleyDocument *
parley_value_to_document (const ParleyValueReport *report, gboolean all)
{
  ParleyDocument *document = parley_document_new ();

  add_title (document, report);
  if (report->decision != NULL)
    {
      add_answer (document, report);
      if (first_lesson (report->decision) != NULL)
        add_best (document, report);
      add_choices (document, report);
      add_lessons (document, report, all);
    }
  parley_value_add_no_deals (document, report);
  return document;
}

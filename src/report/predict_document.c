/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/number.h"
#include "report/predict_words.h"
#include "report/value_words.h"
#include "report/words.h"

/* Answers that take away less of the doubt are not worth a question. */
#define LEAST_PART 0.01

/* A range of chances as wide as that says little. */
#define MUCH_OPEN 0.2

/* Where an answer is as certain as that, a few draws would say what to ask. */
#define LEAST_DOUBT 0.01

/* Of questions which of two issues is heavier, which there are many of, one in so many is shown. */
#define HEAVIER_IN 3

static char *
draft_name (const ParleyPredict *self)
{
  return parley_words_draft (parley_scenario_draft (self->scenario, self->draft),
                             self->scenario->as_of);
}

static const ParleyQuestion *
question_at (const ParleyOutlook *outlook, guint index)
{
  return &g_array_index (outlook->questions, ParleyQuestion, index);
}

/* The answer */

/* "Parliament and EU": those of which nothing can be said; "" for none. */
static char *
unsaid (const ParleyPredict *self)
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

/* "both sides"; of those whose consent is needed. */
static char *
everyone_asked (const ParleyPredict *self)
{
  for (guint i = 0; i < self->outlooks->len; i++)
    if (parley_predict_outlook (self, i)->kind == PARLEY_OUTLOOK_WAIVED)
      return g_strdup ("all whose consent it needs");
  return parley_words_everyone (self->scenario);
}

/* "All sides accept with a chance of 60 %, by what fits their records; by what is believed alone of
 * 66 %." */
static void
say_all (GString *text, const ParleyPredict *self)
{
  g_autofree char *believed = parley_predict_odds (&self->believed);
  g_autofree char *after = parley_predict_odds (&self->after);
  g_autofree char *without = unsaid (self);
  g_autofree char *everyone = everyone_asked (self);

  if (*without != '\0')
    g_string_append_printf (text, "Without %s, of which nothing can be said: ", without);
  everyone[0] = (char) (*without != '\0' ? everyone[0] : g_ascii_toupper (everyone[0]));
  g_string_append_printf (text, "%s accept%s with a chance of ",
                          *without != '\0' ? "all others" : everyone,
                          *without == '\0' && self->outlooks->len == 1 ? "s" : "");
  if (self->after_whole && g_str_equal (after, believed))
    g_string_append_printf (text, "%s; the record does not change that.", after);
  else if (self->after_whole)
    g_string_append_printf (
        text, "%s, by what fits their records; by what is believed alone of %s.", after, believed);
  else
    g_string_append_printf (
        text,
        "%s by what is believed; by the records no chance can be given, for the reason below.",
        believed);
}

static void
say_best (GString *text, const ParleyPredict *self)
{
  const ParleyOutlook *outlook = NULL;
  g_autofree char *question = NULL;
  g_autofree char *part = NULL;

  if (self->after.high - self->after.low > MUCH_OPEN)
    g_string_append (text, " Most of that hangs on open terms: settle these first.");
  if (self->best_outlook < 0 || self->after.chance < LEAST_DOUBT
      || self->after.chance > 1 - LEAST_DOUBT
      || parley_predict_part (self->best_bits, self->after.chance) < LEAST_PART)
    return;
  outlook = parley_predict_outlook (self, (guint) self->best_outlook);
  question = parley_predict_question (self, (guint) self->best_outlook,
                                      question_at (outlook, self->best));
  part = parley_words_chance (parley_predict_part (self->best_bits, self->after.chance));
  g_string_append_printf (text,
                          " To learn most about that, find out of %s: %s The answer takes away "
                          "%s of the doubt, on average.",
                          parley_predict_party (self, (guint) self->best_outlook), question, part);
}

static void
add_answer (ParleyDocument *document, const ParleyPredict *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  say_all (text, self);
  say_best (text, self);
  parley_document_lead (document, "%s", text->str);
}

/* How it was worked out */

static void
add_method (ParleyDocument *document, const ParleyPredictReport *report)
{
  const ParleyPredict *self = report->predict;
  g_autofree char *day = parley_words_day (self->day, self->scenario->as_of);
  g_autofree char *draws = parley_words_counted (report->likely.n_draws, "draw", "draws");
  g_autoptr(GString) text = g_string_new (NULL);

  if (self->day != NULL)
    g_string_append_printf (text, "The record is what was done before %s about other drafts. ",
                            day);
  else
    g_string_append (text, "The record is all that was done about other drafts. ");
  g_string_append_printf (text,
                          "By %s, seed %" G_GUINT64_FORMAT
                          ": weights and reservations as drawn, values and adjustments as "
                          "written, %s.",
                          draws, report->likely.seed,
                          report->revealed.clues.no_red_lines ? "no red lines"
                                                              : "red lines as likely as they hold");
  if (report->likely.slip > 0)
    {
      g_autofree char *slip = parley_number_decimal (100 * report->likely.slip, 1);

      g_string_append_printf (text, " An answer may be a slip in %s %% of cases, this one as well.",
                              slip);
    }
  if (self->open)
    g_string_append (text,
                     " A range of chances hangs on open terms: at least, whatever they turn out "
                     "to be, and at most.");
  if (self->outlooks->len > 1)
    g_string_append (text, " Sides are taken to decide independently of each other, so chances "
                           "multiply.");
  parley_document_paragraph (document, "%s", text->str);
}

/* The parties */

static gboolean
some_barred (const ParleyPredict *self)
{
  for (guint i = 0; i < self->outlooks->len; i++)
    if (parley_predict_outlook (self, i)->crossed > 0)
      return TRUE;
  return FALSE;
}

static void
add_parties (ParleyDocument *document, const ParleyPredict *self)
{
  gboolean barred = some_barred (self);
  g_autofree char *without = unsaid (self);
  ParleyTable *table = parley_document_table (document, PARLEY_TABLE_RULED);

  parley_table_column (table, "Accepts with", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "believed", PARLEY_COLUMN_RIGHT);
  parley_table_column (table, "fits the record", PARLEY_COLUMN_RIGHT);
  if (barred)
    parley_table_column (table, "red lines bar it", PARLEY_COLUMN_RIGHT);
  for (guint i = 0; i < self->outlooks->len; i++)
    {
      const ParleyOutlook *outlook = parley_predict_outlook (self, i);
      gboolean believed = parley_outlook_has_believed (outlook);
      gboolean after = parley_outlook_has_after (outlook);

      parley_table_row (table);
      parley_table_cell_text (table, parley_predict_party (self, i));
      parley_table_take_cell (table, believed ? parley_predict_odds (&outlook->believed) : NULL);
      parley_table_take_cell (table, after ? parley_predict_odds (&outlook->after) : NULL);
      if (barred)
        parley_table_take_cell (table, believed ? parley_words_chance (outlook->crossed) : NULL);
    }
  if (self->outlooks->len < 2)
    return;
  parley_table_total (table);
  parley_table_cell_text (table, *without != '\0'            ? "All others"
                                 : self->outlooks->len == 2 ? "Both"
                                                            : "All");
  parley_table_take_cell (table, parley_predict_odds (&self->believed));
  parley_table_take_cell (table, self->after_whole ? parley_predict_odds (&self->after) : NULL);
}

static void
add_lessons (ParleyDocument *document, const ParleyPredictReport *report)
{
  for (guint i = 0; i < report->predict->outlooks->len; i++)
    {
      g_autofree char *lesson = parley_predict_lesson (report, i);

      parley_document_entry (document, parley_predict_party (report->predict, i), "%s", lesson);
    }
}

/* Questions */

static void
add_question_row (ParleyTable          *table,
                  const ParleyPredict  *self,
                  guint                 outlook,
                  const ParleyQuestion *question)
{
  double chance = parley_predict_outlook (self, outlook)->after.chance;

  parley_table_row (table);
  parley_table_take_cell (table, parley_predict_question (self, outlook, question));
  parley_table_take_cell (table, parley_words_chance (question->yes));
  parley_table_take_cell (table, parley_words_chance (question->if_yes));
  parley_table_take_cell (table, parley_words_chance (question->if_no));
  parley_table_take_cell (table,
                          parley_words_chance (parley_predict_part (question->bits, chance)));
}

/* Returns: whether there is a table. */
static gboolean
add_questions_of (ParleyDocument *document, const ParleyPredictReport *report, guint index)
{
  const ParleyPredict *self = report->predict;
  const ParleyOutlook *outlook = parley_predict_outlook (self, index);
  double chance = outlook->after.chance;
  ParleyTable *table = NULL;
  guint n_shown = 0;
  guint n_heavier = 0;

  if (outlook->questions == NULL)
    return FALSE;
  if (chance < LEAST_DOUBT || chance > 1 - LEAST_DOUBT)
    {
      parley_document_paragraph (document, "%s: %s to learn, it %s in %s draw.",
                                 parley_predict_party (self, index),
                                 chance <= 0 || chance >= 1 ? "nothing" : "hardly anything",
                                 chance < LEAST_DOUBT ? "rejects" : "accepts",
                                 chance <= 0 || chance >= 1 ? "every" : "nearly every");
      return FALSE;
    }
  if (outlook->questions->len == 0
      || parley_predict_part (question_at (outlook, 0)->bits, chance) < LEAST_PART)
    {
      parley_document_paragraph (document, "%s: no question takes away even 1 %% of the doubt.",
                                 parley_predict_party (self, index));
      return FALSE;
    }
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  parley_table_caption (table, "%s", parley_predict_party (self, index));
  parley_table_column (table, "Question", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "yes", PARLEY_COLUMN_RIGHT);
  parley_table_group (table, "Accepts then", 2);
  parley_table_column (table, "if yes", PARLEY_COLUMN_RIGHT);
  parley_table_column (table, "if no", PARLEY_COLUMN_RIGHT);
  parley_table_column (table, "doubt less", PARLEY_COLUMN_RIGHT);
  for (guint q = 0; q < outlook->questions->len && n_shown < report->n_top; q++)
    {
      const ParleyQuestion *question = question_at (outlook, q);
      gboolean heavier = question->kind == PARLEY_QUESTION_HEAVIER;

      if (parley_predict_part (question->bits, chance) < LEAST_PART
          || (heavier && n_heavier * HEAVIER_IN >= report->n_top))
        continue;
      add_question_row (table, self, index, question);
      n_heavier += heavier ? 1 : 0;
      n_shown++;
    }
  return TRUE;
}

static gboolean
some_questions (const ParleyPredict *self)
{
  for (guint i = 0; i < self->outlooks->len; i++)
    if (parley_predict_outlook (self, i)->questions != NULL)
      return TRUE;
  return FALSE;
}

static void
add_questions (ParleyDocument *document, const ParleyPredictReport *report)
{
  gboolean shown = FALSE;

  if (!some_questions (report->predict) || report->n_top == 0)
    return;
  parley_document_heading (document, 2, "What to ask next");
  for (guint i = 0; i < report->predict->outlooks->len; i++)
    shown |= add_questions_of (document, report, i);
  if (!shown)
    return;
  parley_document_paragraph (
      document,
      "Yes: how likely that is the answer. Doubt less: by how much of itself the doubt about "
      "this side's answer to the draft shrinks on average once the question is answered; "
      "100 %% would make it certain. Answers are taken to be true.");
}

ParleyDocument *
parley_predict_to_document (const ParleyPredictReport *report)
{
  ParleyDocument *document = parley_document_new ();
  g_autofree char *name = draft_name (report->predict);

  parley_document_heading (document, 1, "Who will accept \"%s\"?", name);
  parley_document_paragraph (document, "%s.", report->predict->scenario->title);
  add_answer (document, report->predict);
  add_parties (document, report->predict);
  add_lessons (document, report);
  add_method (document, report);
  add_questions (document, report);
  return document;
}

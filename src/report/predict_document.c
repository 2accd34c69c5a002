/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/number.h"
#include "report/predict_part.h"
#include "report/words.h"

static char *
draft_name (const ParleyPredict *self)
{
  return parley_words_draft (parley_scenario_draft (self->scenario, self->draft),
                             self->scenario->as_of);
}

/* How it was worked out */

/* What one should know of the chances. */
static void
say_limits (GString *text, const ParleyPredictReport *report)
{
  if (report->likely.slip > 0)
    {
      g_autofree char *slip = parley_number_decimal (100 * report->likely.slip, 1);

      g_string_append_printf (text, " An answer may be a slip in %s %% of cases, this one as well.",
                              slip);
    }
  if (report->predict->open)
    g_string_append (text,
                     " A range of chances hangs on open terms: at least, whatever they turn out "
                     "to be, and at most.");
  if (report->predict->outlooks->len > 1)
    g_string_append (text, " Sides are taken to decide independently of each other, so chances "
                           "multiply.");
}

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
  say_limits (text, report);
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
  g_autofree char *without = parley_predict_unsaid (self);
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

/* The whole */

ParleyDocument *
parley_predict_to_document (const ParleyPredictReport *report)
{
  ParleyDocument *document = parley_document_new ();
  g_autofree char *name = draft_name (report->predict);

  parley_document_heading (document, 1, "Who will accept \"%s\"?", name);
  parley_document_paragraph (document, "%s.", report->predict->scenario->title);
  parley_predict_add_answer (document, report->predict);
  add_parties (document, report->predict);
  add_lessons (document, report);
  add_method (document, report);
  parley_predict_add_questions (document, report);
  return document;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/predict_part.h"

#include "report/number_words.h"

/* Of questions which of two issues is heavier, which there are many of, one in so many is shown. */
#define HEAVIER_IN 3

static const ParleyQuestion *
question_at (const ParleyOutlook *outlook, guint index)
{
  return &g_array_index (outlook->questions, ParleyQuestion, index);
}

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

/* Says why there is no table of questions. Returns: FALSE where there can be one. */
static gboolean
say_needless (ParleyDocument *document, const ParleyPredict *self, guint index)
{
  const ParleyOutlook *outlook = parley_predict_outlook (self, index);
  double chance = outlook->after.chance;
  gboolean certain = chance <= 0 || chance >= 1;

  if (chance < PARLEY_PREDICT_LEAST_DOUBT || chance > 1 - PARLEY_PREDICT_LEAST_DOUBT)
    {
      parley_document_paragraph (document, "%s: %s to learn, it %s in %s draw.",
                                 parley_predict_party (self, index),
                                 certain ? "nothing" : "hardly anything",
                                 chance < PARLEY_PREDICT_LEAST_DOUBT ? "rejects" : "accepts",
                                 certain ? "every" : "nearly every");
      return TRUE;
    }
  if (outlook->questions->len > 0
      && parley_predict_part (question_at (outlook, 0)->bits, chance) >= PARLEY_PREDICT_LEAST_PART)
    return FALSE;
  parley_document_paragraph (document, "%s: no question takes away even 1 %% of the doubt.",
                             parley_predict_party (self, index));
  return TRUE;
}

static ParleyTable *
table_of (ParleyDocument *document, const char *party)
{
  ParleyTable *table = parley_document_table (document, PARLEY_TABLE_RULED);

  parley_table_caption (table, "%s", party);
  parley_table_column (table, "Question", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "yes", PARLEY_COLUMN_RIGHT);
  parley_table_group (table, "Accepts then", 2);
  parley_table_column (table, "if yes", PARLEY_COLUMN_RIGHT);
  parley_table_column (table, "if no", PARLEY_COLUMN_RIGHT);
  parley_table_column (table, "doubt less", PARLEY_COLUMN_RIGHT);
  return table;
}

/* Those worth most, as many as asked for. */
static void
add_rows (ParleyTable *table, const ParleyPredictReport *report, guint index)
{
  const ParleyOutlook *outlook = parley_predict_outlook (report->predict, index);
  guint n_shown = 0;
  guint n_heavier = 0;

  for (guint q = 0; q < outlook->questions->len && n_shown < report->n_top; q++)
    {
      const ParleyQuestion *question = question_at (outlook, q);
      gboolean heavier = question->kind == PARLEY_QUESTION_HEAVIER;

      if (parley_predict_part (question->bits, outlook->after.chance) < PARLEY_PREDICT_LEAST_PART
          || (heavier && n_heavier * HEAVIER_IN >= report->n_top))
        continue;
      add_question_row (table, report->predict, index, question);
      n_heavier += heavier ? 1 : 0;
      n_shown++;
    }
}

/* Returns: whether there is a table. */
static gboolean
add_questions_of (ParleyDocument *document, const ParleyPredictReport *report, guint index)
{
  const ParleyPredict *self = report->predict;

  if (parley_predict_outlook (self, index)->questions == NULL
      || say_needless (document, self, index))
    return FALSE;
  add_rows (table_of (document, parley_predict_party (self, index)), report, index);
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

void
parley_predict_add_questions (ParleyDocument *document, const ParleyPredictReport *report)
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

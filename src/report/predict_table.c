/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/predict_words.h"

static void
take_double (ParleyTable *table, double number, gboolean known)
{
  parley_table_take_cell (table, known ? parley_double_to_text (number) : NULL);
}

static void
add_outlook (ParleyTable *table, const ParleyPredict *self, const ParleyOutlook *outlook)
{
  gboolean believed = parley_outlook_has_believed (outlook);
  gboolean after = parley_outlook_has_after (outlook);

  parley_table_row (table);
  parley_table_cell_text (table, parley_scenario_party (self->scenario, outlook->party)->id);
  parley_table_cell_text (table, NULL);
  parley_table_cell_text (table, NULL);
  take_double (table, outlook->believed.chance, believed);
  take_double (table, outlook->after.chance, after);
}

static void
add_question (ParleyTable *table, const ParleyPredict *self, guint index, guint q)
{
  const ParleyOutlook *outlook = parley_predict_outlook (self, index);
  const ParleyQuestion *question = &g_array_index (outlook->questions, ParleyQuestion, q);

  parley_table_row (table);
  parley_table_cell_text (table, parley_scenario_party (self->scenario, outlook->party)->id);
  parley_table_cell_text (table, parley_predict_kind (question));
  parley_table_take_cell (table, parley_predict_question (self, index, question));
  parley_table_cell_text (table, NULL);
  parley_table_cell_text (table, NULL);
  take_double (table, question->yes, TRUE);
  take_double (table, question->if_yes, TRUE);
  take_double (table, question->if_no, TRUE);
  take_double (table, question->bits, TRUE);
}

ParleyTable *
parley_predict_to_table (const ParleyPredictReport *report)
{
  static const char *const titles[] = { "party", "kind",   "question", "believed", "fits_record",
                                        "yes",   "if_yes", "if_no",    "bits" };
  const ParleyPredict *self = report->predict;
  ParleyTable *table = parley_table_new (PARLEY_TABLE_RULED);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    parley_table_column (table, titles[i], PARLEY_COLUMN_LABEL);
  for (guint i = 0; i < self->outlooks->len; i++)
    {
      const ParleyOutlook *outlook = parley_predict_outlook (self, i);

      add_outlook (table, self, outlook);
      for (guint q = 0;
           outlook->questions != NULL && q < MIN (report->n_top, outlook->questions->len); q++)
        add_question (table, self, i, q);
    }
  return table;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/value_words.h"
#include "report/words.h"

static void
add_range (ParleyTable *table, const ParleyDoubt *doubt)
{
  if (doubt->kind != PARLEY_DOUBT_NUMBER)
    {
      for (guint i = 0; i < 3; i++)
        parley_table_cell_text (table, NULL);
      return;
    }
  parley_table_take_cell (table, parley_words_figure (doubt->input.number->low));
  parley_table_take_cell (table, parley_words_figure (doubt->input.number->value));
  parley_table_take_cell (table, parley_words_figure (doubt->input.number->high));
}

ParleyTable *
parley_value_to_table (const ParleyValueReport *report)
{
  static const char *const columns[]
      = { "input", "kind", "low", "base", "high", "evpi", "error", "evsi", "changes_choice" };
  ParleyTable *table = parley_table_new (PARLEY_TABLE_RULED);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    parley_table_column (table, columns[i], PARLEY_COLUMN_LABEL);
  for (guint i = 0; report->decision != NULL && i < report->decision->lessons->len; i++)
    {
      const ParleyLesson *lesson = parley_decision_lesson (report->decision, i);

      parley_table_row (table);
      parley_table_take_cell (table, parley_value_path (report, lesson->doubt));
      parley_table_cell_text (table, parley_value_kind (lesson->doubt));
      add_range (table, lesson->doubt);
      parley_table_take_cell (table, parley_double_to_text (lesson->perfect));
      parley_table_take_cell (table, parley_double_to_text (lesson->error));
      parley_table_take_cell (table, parley_double_to_text (lesson->sample));
      parley_table_cell_text (table, parley_lesson_matters (lesson) ? "yes" : "no");
    }
  return table;
}

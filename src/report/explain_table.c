/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/explain.h"
#include "report/input_words.h"
#include "report/words.h"

static void
add_figure (ParleyTable *table, mpq_srcptr number)
{
  parley_table_take_cell (table, parley_words_figure (number));
}

static void
add_row (ParleyTable             *table,
         const ParleyExplanation *explanation,
         const ParleyReasons     *reasons,
         const ParleyTurner      *turner,
         gboolean                 above)
{
  const ParleyTurning *turning = above ? &turner->at.above : &turner->at.below;
  const ParleyNumber *number = turner->input.number;

  if (!turning->turns)
    return;
  parley_table_row (table);
  parley_table_cell_text (table, parley_scenario_party (explanation->scenario, reasons->party)->id);
  parley_table_take_cell (table, parley_input_path (explanation->scenario, &turner->input));
  parley_table_take_cell (table, parley_words_input_name (explanation->scenario, &turner->input));
  add_figure (table, number->value);
  add_figure (table, number->low);
  add_figure (table, number->high);
  parley_table_cell_text (table, above ? "above" : "below");
  add_figure (table, turning->at);
  parley_table_cell_text (table, turning->at_once ? "yes" : "no");
  parley_table_cell_text (table, parley_verdict_to_string (turning->verdict));
  parley_table_cell_text (table, reasons->bare ? "no" : "yes");
}

ParleyTable *
parley_explain_to_table (const ParleyExplanation *explanation)
{
  static const char *const titles[]
      = { "party",     "path", "number",    "value",   "low",      "high",
          "direction", "at",   "inclusive", "verdict", "red_lines" };
  ParleyTable *table = parley_table_new (PARLEY_TABLE_RULED);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    parley_table_column (table, titles[i], PARLEY_COLUMN_LABEL);
  for (guint p = 0; p < explanation->reasons->len; p++)
    {
      const ParleyReasons *reasons = g_ptr_array_index (explanation->reasons, p);

      for (guint i = 0; i < reasons->turners->len; i++)
        {
          add_row (table, explanation, reasons, g_ptr_array_index (reasons->turners, i), FALSE);
          add_row (table, explanation, reasons, g_ptr_array_index (reasons->turners, i), TRUE);
        }
    }
  return table;
}

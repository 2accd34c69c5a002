/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/input_words.h"
#include "report/sensitivity_part.h"
#include "report/words.h"

static void
add_figure (ParleyTable *table, mpq_srcptr number)
{
  parley_table_take_cell (table, number == NULL ? NULL : parley_words_figure (number));
}

/* The indices of what moves with @bar, empty when it does not vary. */
static void
add_indices (ParleyTable *table, const ParleySensitivityPart *part, const ParleyBar *bar)
{
  const ParleyImportance *importance = part->importance;

  for (guint i = 0; importance != NULL && i < importance->doubts->len; i++)
    {
      const ParleyVaried *doubt = &g_array_index (importance->doubts, ParleyVaried, i);
      const ParleySobolIndex *index = parley_sobol_index (
          importance->sobol, parley_importance_deciding (importance, part->tornado), i);

      if (doubt->is_ranking || doubt->input.number != bar->input.number)
        continue;
      parley_table_take_cell (table, parley_double_to_text (index->first));
      parley_table_take_cell (table, parley_double_to_text (index->total));
    }
}

static void
add_row (ParleyTable *table,
         const ParleySensitivity *self,
         const ParleySensitivityPart *part,
         const ParleyBar *bar)
{
  const ParleyNumber *number = bar->input.number;
  const ParleyTurning *nearest = parley_bar_nearest (bar);

  parley_table_row (table);
  parley_table_cell_text (table, parley_scenario_party (self->scenario, part->party)->id);
  parley_table_take_cell (table, parley_input_path (self->scenario, &bar->input));
  parley_table_take_cell (table, parley_words_input_name (self->scenario, &bar->input));
  add_figure (table, number->low);
  add_figure (table, number->value);
  add_figure (table, number->high);
  for (guint e = 0; e < PARLEY_N_BARS; e++)
    add_figure (table, parley_bar_surplus (part->tornado, bar, e));
  add_figure (table, bar->swing);
  for (guint e = 0; e < PARLEY_N_BARS; e++)
    parley_table_cell_text (table, parley_verdict_to_string (bar->verdicts[e]));
  add_figure (table, nearest == NULL ? NULL : nearest->at);
  parley_table_cell_text (table, bar->believed ? "yes" : "no");
  add_indices (table, part, bar);
}

ParleyTable *
parley_sensitivity_to_table (const ParleySensitivity *self)
{
  static const char *const titles[]
      = { "party",        "path",         "number",       "low",         "base",  "high",
          "surplus_low",  "surplus_base", "surplus_high", "swing", "verdict_low", "verdict_base",
          "verdict_high", "break_even",   "within_range", "first", "total" };
  ParleyTable *table = parley_table_new (PARLEY_TABLE_RULED);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    parley_table_column (table, titles[i], PARLEY_COLUMN_LABEL);
  for (guint p = 0; p < self->parts->len; p++)
    {
      const ParleySensitivityPart *part = parley_sensitivity_part (self, p);

      for (guint i = 0; i < part->tornado->bars->len; i++)
        add_row (table, self, part, parley_tornado_bar (part->tornado, i));
    }
  return table;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/infer_part.h"
#include "report/number_words.h"

static void
take_double (ParleyTable *table, double number)
{
  parley_table_take_cell (table, parley_double_to_text (number));
}

static void
take_exact (ParleyTable *table, mpq_srcptr number)
{
  parley_table_take_cell (table, parley_words_figure (number));
}

static void
take_likely (ParleyTable *table, const ParleyLikely *likely, guint number)
{
  if (likely == NULL)
    {
      for (guint i = 0; i < 3; i++)
        parley_table_cell_text (table, NULL);
      return;
    }
  take_double (table, likely[number].mean);
  take_double (table, likely[number].low);
  take_double (table, likely[number].high);
}

/* What fits nothing has no limits. */
static void
take_limits (ParleyTable *table, const ParleyInference *self, guint number)
{
  const ParleySpan *left = &self->revealed->left[number];

  take_exact (table, self->revealed->believed[number].low);
  take_exact (table, self->revealed->believed[number].high);
  if (self->revealed->fits)
    {
      take_exact (table, left->low);
      take_exact (table, left->high);
      return;
    }
  parley_table_cell_text (table, NULL);
  parley_table_cell_text (table, NULL);
}

static void
add_row (ParleyTable *table, const ParleyInference *self, guint number)
{
  const ParleyRevealed *revealed = self->revealed;
  gboolean is_weight = number < revealed->n_shares;
  mpq_t written;

  mpq_init (written);
  parley_infer_written (self, number, written);
  parley_table_row (table);
  parley_table_cell_text (table, parley_infer_party (self)->id);
  parley_table_cell_text (table, is_weight ? "weight" : "reservation");
  parley_table_cell_text (
      table, is_weight ? parley_scenario_issue (self->scenario, revealed->issues[number])->id
                       : parley_infer_reservation_from (self, number - revealed->n_shares));
  take_exact (table, written);
  take_likely (table, self->likely == NULL ? NULL : self->likely->before, number);
  take_likely (table, self->likely == NULL ? NULL : self->likely->after, number);
  take_limits (table, self, number);
  mpq_clear (written);
}

ParleyTable *
parley_infer_to_table (const ParleyInferReport *report)
{
  static const char *const columns[]
      = { "party",       "number",      "of",           "written",      "believed_mean",
          "believed_low", "believed_high", "mean",       "low",          "high",
          "believed_from", "believed_to", "left_from",  "left_to" };
  ParleyTable *table = parley_table_new (PARLEY_TABLE_RULED);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    parley_table_column (table, columns[i], PARLEY_COLUMN_LABEL);
  for (guint p = 0; p < report->parties->len; p++)
    {
      const ParleyInference *self = g_ptr_array_index (report->parties, p);

      for (guint i = 0; i < self->revealed->n_shares + self->revealed->reservations->len; i++)
        add_row (table, self, i);
    }
  return table;
}

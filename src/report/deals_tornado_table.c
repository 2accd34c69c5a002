/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/input_words.h"
#include "report/sensitivity_part.h"
#include "report/words.h"

static void
add_end (ParleyTable *table, const ParleyDealsTornado *self, const ParleyDealsEnd *end)
{
  parley_table_cell_text (table, parley_existence_to_string (end->exists));
  parley_table_take_cell (table, end->counted ? parley_count_to_text (end->n_acceptable) : NULL);
  for (guint s = 0; s < self->base->n_slots; s++)
    parley_table_take_cell (
        table, end->agreed ? parley_words_figure (end->scores[self->base->slots[s]]) : NULL);
}

static void
add_row (ParleyTable *table, const ParleyDealsTornado *self, const ParleyDealsBar *bar)
{
  const ParleyNumber *number = bar->input.number;
  mpz_t swing;

  mpz_init (swing);
  parley_table_row (table);
  parley_table_cell_text (table, parley_scenario_party (self->scenario, bar->input.party)->id);
  parley_table_take_cell (table, parley_input_path (self->scenario, &bar->input));
  parley_table_take_cell (table, parley_words_input_name (self->scenario, &bar->input));
  parley_table_take_cell (table, parley_words_figure (number->low));
  parley_table_take_cell (table, parley_words_figure (number->value));
  parley_table_take_cell (table, parley_words_figure (number->high));
  parley_table_take_cell (
      table, parley_deals_bar_swing (self, bar, swing) ? parley_count_to_text (swing) : NULL);
  parley_table_take_cell (table, bar->has_limit ? parley_words_figure (bar->limit) : NULL);
  parley_table_cell_text (table, parley_deals_bar_moves_nash (bar) ? "yes" : "no");
  add_end (table, self, &bar->ends[PARLEY_BAR_LOW]);
  add_end (table, self, &self->as_written);
  add_end (table, self, &bar->ends[PARLEY_BAR_HIGH]);
  mpz_clear (swing);
}

static void
add_end_columns (ParleyTable *table, const ParleyDealsTornado *self, const char *end)
{
  g_autofree char *exists = g_strdup_printf ("deal_%s", end);
  g_autofree char *count = g_strdup_printf ("acceptable_%s", end);

  parley_table_column (table, exists, PARLEY_COLUMN_LABEL);
  parley_table_column (table, count, PARLEY_COLUMN_LABEL);
  for (guint s = 0; s < self->base->n_slots; s++)
    {
      g_autofree char *nash = g_strdup_printf (
          "nash_%s_%s", parley_scenario_party (self->scenario, self->base->slots[s])->id, end);

      parley_table_column (table, nash, PARLEY_COLUMN_LABEL);
    }
}

ParleyTable *
parley_deals_tornado_to_table (const ParleyDealsTornado *self)
{
  static const char *const titles[]
      = { "party", "path", "number", "low", "base", "high", "swing", "break_even", "moves_nash" };
  static const char *const ends[] = { "low", "base", "high" };
  ParleyTable *table = parley_table_new (PARLEY_TABLE_RULED);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    parley_table_column (table, titles[i], PARLEY_COLUMN_LABEL);
  for (guint e = 0; e < G_N_ELEMENTS (ends); e++)
    add_end_columns (table, self, ends[e]);
  for (guint i = 0; i < self->bars->len; i++)
    add_row (table, self, parley_deals_tornado_bar (self, i));
  return table;
}

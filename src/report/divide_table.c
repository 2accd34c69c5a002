/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/divide.h"
#include "report/stakes.h"
#include "report/words.h"

static void
add_column (ParleyTable *table, const ParleyDivision *self, const char *what, guint side)
{
  g_autofree char *title = g_strconcat (
      what, ".", parley_scenario_party (self->scenario, self->parties[side])->id, NULL);

  parley_table_column (table, title, PARLEY_COLUMN_LABEL);
}

static void
add_figure (ParleyTable *table, mpq_srcptr number)
{
  parley_table_take_cell (table, parley_words_figure (number));
}

static void
add_row (ParleyTable *table, const ParleyDivision *self, const ParleyLot *lot)
{
  int winner = parley_lot_winner (lot);
  mpq_t points;

  parley_table_row (table);
  parley_table_cell_text (table, parley_scenario_issue (self->scenario, lot->stake->issue)->id);
  for (guint s = 0; s < 2; s++)
    add_figure (table, lot->points[s]);
  for (guint s = 0; s < 2; s++)
    add_figure (table, lot->part[s]);
  mpq_init (points);
  for (guint s = 0; s < 2; s++)
    {
      parley_lot_gain (lot, s, points);
      add_figure (table, points);
    }
  mpq_clear (points);
  parley_table_take_cell (table, winner < 0 ? NULL
                                            : parley_stake_id (lot->stake, self->space,
                                                               lot->stake->wish[winner]));
}

ParleyTable *
parley_divide_to_table (const ParleyDivision *self)
{
  static const char *const columns[] = { "points", "part", "gets" };
  ParleyTable *table = parley_table_new (PARLEY_TABLE_RULED);

  parley_table_column (table, "issue", PARLEY_COLUMN_LABEL);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    for (guint s = 0; s < 2; s++)
      add_column (table, self, columns[i], s);
  parley_table_column (table, "term", PARLEY_COLUMN_LABEL);
  for (guint i = 0; i < self->lots->len; i++)
    add_row (table, self, g_ptr_array_index (self->lots, i));
  return table;
}

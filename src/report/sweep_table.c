/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/sweep.h"

ParleyTable *
parley_sweep_to_table (const ParleySweep *sweep)
{
  ParleyTable *table = parley_table_new (PARLEY_TABLE_RULED);

  for (guint c = 0; c < sweep->columns->len; c++)
    parley_table_column (table, parley_sweep_column (sweep->columns, c)->name, PARLEY_COLUMN_LABEL);
  for (guint point = 0; point < sweep->rows->len; point++)
    {
      parley_table_row (table);
      for (guint c = 0; c < sweep->columns->len; c++)
        parley_table_cell_text (table, parley_sweep_get (sweep, point, c));
    }
  return table;
}

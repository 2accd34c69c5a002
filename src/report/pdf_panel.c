/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/pdf_part.h"

/* Columns that stay together: a group, or one alone. */
static guint
unit_at (const ParleyTable *table, guint column)
{
  for (guint i = 0; i < table->groups->len; i++)
    {
      const ParleyColumnGroup *group = g_ptr_array_index (table->groups, i);

      if (column >= group->first && column - group->first < group->n_columns)
        return MIN (group->first + group->n_columns, table->columns->len) - column;
    }
  return 1;
}

static void
copy_columns (ParleyTable *panel, const ParleyTable *table, guint first, guint end)
{
  for (guint column = first; column < end; column++)
    {
      const ParleyColumn *described = parley_table_get_column (table, column);

      for (guint i = 0; i < table->groups->len; i++)
        {
          const ParleyColumnGroup *group = g_ptr_array_index (table->groups, i);

          if (group->first == column)
            parley_table_group (panel, group->title, group->n_columns);
        }
      parley_table_column (panel, described->title, described->kind);
    }
}

static void
copy_row (ParleyTable *panel, const ParleyRow *row, guint first, guint end)
{
  switch (row->kind)
    {
    case PARLEY_ROW_RULE:
      parley_table_rule (panel);
      return;
    case PARLEY_ROW_SECTION:
      parley_table_section (panel, "%s", parley_row_get_cell (row, 0));
      return;
    case PARLEY_ROW_TOTAL:
      parley_table_total (panel);
      break;
    case PARLEY_ROW_CELLS:
      parley_table_row (panel);
      break;
    }
  parley_table_cell_text (panel, parley_row_get_cell (row, 0));
  for (guint column = first; column < end; column++)
    parley_table_cell_text (panel, parley_row_get_cell (row, column));
}

/* The first column and those from @first to @end; the caption stands above the first panel, notes
 * below the last. */
static ParleyTable *
make_panel (const ParleyTable *table, guint first, guint end)
{
  ParleyTable *panel = parley_table_new (table->style);

  if (first == 1 && table->caption != NULL)
    parley_table_caption (panel, "%s", table->caption);
  copy_columns (panel, table, 0, 1);
  copy_columns (panel, table, first, end);
  for (guint i = 0; i < table->rows->len; i++)
    copy_row (panel, g_ptr_array_index (table->rows, i), first, end);
  for (guint i = 0; i < table->notes->len && end == table->columns->len; i++)
    parley_table_note (panel, "%s", (const char *) g_ptr_array_index (table->notes, i));
  return panel;
}

GPtrArray *
parley_pdf_panels (const ParleyTable *table, const ParleyPdfColumns *columns, double measure)
{
  GPtrArray *panels = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_table_free);
  guint first = 1;
  double width = columns->least[0];

  for (guint column = 1; column < columns->n_columns;)
    {
      guint unit = unit_at (table, column);
      double more = 0;

      for (guint i = 0; i < unit; i++)
        more += columns->gap + columns->least[column + i];
      if (column > first && width + more > measure)
        {
          g_ptr_array_add (panels, make_panel (table, first, column));
          first = column;
          width = columns->least[0];
        }
      width += more;
      column += unit;
    }
  g_ptr_array_add (panels, make_panel (table, first, columns->n_columns));
  return panels;
}

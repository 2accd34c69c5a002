/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "report/number.h"
#include "report/xlsx_parts.h"

/* From nothing to all; text stays legible on both. */
#define PALE 0xffffff
#define DEEP 0x7fb2d9

static const ParleyDatum *
find_cell (const ParleyChart *chart, guint x, guint y)
{
  for (guint s = 0; s < chart->series->len; s++)
    {
      const ParleySeries *series = parley_chart_get_series (chart, s);

      for (guint i = 0; i < series->data->len; i++)
        {
          const ParleyDatum *datum = parley_series_get (series, i);

          if (datum->x == x && datum->y == y)
            return datum;
        }
    }
  return NULL;
}

/* What the label says, or else the share that the cell is of the whole. */
static void
add_cell (ParleyTable *table, const ParleyDatum *datum)
{
  if (datum == NULL || !isfinite (datum->value))
    parley_table_cell_text (table, datum == NULL ? NULL : datum->label);
  else if (datum->label != NULL)
    parley_table_cell_text (table, datum->label);
  else
    parley_table_take_number (table, parley_number_decimal (datum->value, 2), datum->value);
}

ParleyTable *
parley_sheet_matrix (const ParleyChart *chart)
{
  ParleyTable *table = NULL;

  if (chart->form != PARLEY_CHART_MATRIX)
    return NULL;
  table = parley_table_new (PARLEY_TABLE_RULED);
  parley_table_caption (table, "%s", chart->title != NULL ? chart->title : "");
  parley_table_column (table, chart->y.title, PARLEY_COLUMN_TEXT);
  if (chart->x.title != NULL && chart->x.categories->len > 0)
    parley_table_group (table, chart->x.title, chart->x.categories->len);
  for (guint x = 0; x < chart->x.categories->len; x++)
    parley_table_column (table, parley_scale_name (&chart->x, x), PARLEY_COLUMN_NUMBER);
  for (guint y = 0; y < chart->y.categories->len; y++)
    {
      parley_table_row (table);
      parley_table_cell_text (table, parley_scale_name (&chart->y, y));
      for (guint x = 0; x < chart->x.categories->len; x++)
        add_cell (table, find_cell (chart, x, y));
    }
  return table;
}

void
parley_sheet_color_matrix (ParleySheet *self, const ParleyTable *matrix)
{
  lxw_conditional_format scale
      = { .type = LXW_CONDITIONAL_2_COLOR_SCALE, .min_color = PALE, .max_color = DEEP };

  if (matrix->rows->len > 0 && matrix->columns->len > 1)
    parley_book_note (self->book, worksheet_conditional_format_range (
                                      self->sheet, self->row - matrix->rows->len, 1, self->row - 1,
                                      (lxw_col_t) (matrix->columns->len - 1), &scale));
}

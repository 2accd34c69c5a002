/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "report/number.h"
#include "report/xlsx_parts.h"

/* Tables of so many rows have a header that stays in sight, and can be filtered. */
#define ROWS_TO_FREEZE 10
#define ROWS_TO_FILTER 20

/* Not below so many points of other rows, which would stay in sight with it. */
#define MOST_ABOVE 220

/* Numbers */

/* Shows numbers with the digits of @numeral: "#,##0", "+0.0;-0.0;0.0", "0.0 %". */
static void
set_number_format (ParleyCellLook *look, const ParleyNumeral *numeral)
{
  char digits[24];

  g_snprintf (digits, sizeof digits, "%s%s%.*s%s", numeral->has_thousands ? "#,##0" : "0",
              numeral->decimals > 0 ? "." : "", (int) MIN (numeral->decimals, 9), "000000000",
              numeral->is_percentage ? " %" : "");
  if (numeral->has_plus)
    g_snprintf (look->number, sizeof look->number, "+%s;-%s;%s", digits, digits, digits);
  else
    g_strlcpy (look->number, digits, sizeof look->number);
}

/* Cells */

/* A text that is no number stays text: "47.6-48.2", "over 99 %". */
static void
add_cell (ParleySheet *self,
          const ParleyTable *table,
          const ParleyRow *row,
          guint column,
          ParleyCellLook look)
{
  const char *text = parley_row_get_cell (row, column);
  double number = parley_row_get_number (row, column);
  ParleyNumeral numeral;

  look.right = parley_column_is_right (parley_table_get_column (table, column));
  if ((isfinite (number) || look.right) && parley_number_read (text, &numeral))
    {
      set_number_format (&look, &numeral);
      parley_sheet_write_number (self, column, isfinite (number) ? number : numeral.value, &look);
    }
  else
    parley_sheet_write_across (self, column, parley_sheet_column_span (self, table, column), text,
                               &look);
}

static void
add_row (ParleySheet *self, const ParleyTable *table, const ParleyRow *row, gboolean ruled)
{
  ParleyStyle style = row->kind == PARLEY_ROW_TOTAL ? PARLEY_STYLE_TOTAL : PARLEY_STYLE_CELL;
  const ParleyCellLook look = { .style = style, .ruled = ruled };

  if (row->kind == PARLEY_ROW_SECTION)
    {
      parley_sheet_line (self, parley_row_get_cell (row, 0), parley_sheet_table_span (self, table),
                         PARLEY_STYLE_SECTION);
      return;
    }
  for (guint c = 0; c < table->columns->len; c++)
    add_cell (self, table, row, c, look);
  parley_sheet_end_row (self);
}

static void
add_rows (ParleySheet *self, const ParleyTable *table)
{
  gboolean ruled = FALSE;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const ParleyRow *row = g_ptr_array_index (table->rows, i);

      if (row->kind != PARLEY_ROW_RULE)
        add_row (self, table, row, ruled);
      ruled = row->kind == PARLEY_ROW_RULE;
    }
}

/* Headers */

static void
add_groups (ParleySheet *self, const ParleyTable *table)
{
  const ParleyCellLook look = { .style = PARLEY_STYLE_GROUP };
  guint next = 0;

  for (guint i = 0; i < table->groups->len; i++)
    {
      const ParleyColumnGroup *group = g_ptr_array_index (table->groups, i);
      guint n = MIN (group->n_columns, table->columns->len - group->first);

      n += parley_sheet_column_span (self, table, group->first + n - 1) - 1;

      for (; next < group->first; next++)
        parley_sheet_write (self, next, "", &look);
      parley_sheet_write_across (self, group->first, n, group->title, &look);
      next = group->first + n;
    }
  for (; next < parley_sheet_table_span (self, table); next++)
    parley_sheet_write (self, next, "", &look);
  parley_sheet_end_row (self);
}

static void
add_titles (ParleySheet *self, const ParleyTable *table)
{
  for (guint c = 0; c < table->columns->len; c++)
    {
      const ParleyColumn *column = parley_table_get_column (table, c);
      const ParleyCellLook look
          = { .style = PARLEY_STYLE_HEADER, .right = parley_column_is_right (column) };

      parley_sheet_write_across (self, c, parley_sheet_column_span (self, table, c),
                                 column->title != NULL ? column->title : "", &look);
    }
  parley_sheet_end_row (self);
}

/* Returns: whether there is one. */
static gboolean
add_header (ParleySheet *self, const ParleyTable *table)
{
  if (!parley_table_has_header (table))
    return FALSE;
  if (table->groups->len > 0)
    add_groups (self, table);
  add_titles (self, table);
  return TRUE;
}

static gboolean
is_uniform (const ParleyTable *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    if (((const ParleyRow *) g_ptr_array_index (table->rows, i))->kind != PARLEY_ROW_CELLS)
      return FALSE;
  return TRUE;
}

/* What helps with a table that fills its sheet; its header stands in the rows from @top to before
 * @first. */
static void
help_reading (ParleySheet *self,
              const ParleyTable *table,
              lxw_row_t top,
              lxw_row_t first,
              double above)
{
  ParleyBook *book = self->book;

  parley_book_note (book, worksheet_repeat_rows (self->sheet, top, first - 1));
  if (table->rows->len >= ROWS_TO_FREEZE && above <= MOST_ABOVE)
    worksheet_freeze_panes (self->sheet, first, 0);
  if (table->rows->len >= ROWS_TO_FILTER && is_uniform (table))
    parley_book_note (book, worksheet_autofilter (self->sheet, first - 1, 0, self->row - 1,
                                                  (lxw_col_t) (table->columns->len - 1)));
}

void
parley_sheet_add_table (ParleySheet *self, const ParleyTable *table, gboolean is_only)
{
  double above = self->height;
  lxw_row_t top = 0;
  lxw_row_t first = 0;
  gboolean has_header = FALSE;

  if (table->columns->len == 0)
    return;
  if (table->caption != NULL)
    parley_sheet_line (self, table->caption, MAX (self->n_across, 1), PARLEY_STYLE_CAPTION);
  top = self->row;
  has_header = add_header (self, table);
  first = self->row;
  add_rows (self, table);
  if (is_only && has_header && table->rows->len > 0)
    help_reading (self, table, top, first, above);
  for (guint i = 0; i < table->notes->len; i++)
    parley_sheet_line (self, g_ptr_array_index (table->notes, i), self->n_across,
                       PARLEY_STYLE_REMARK);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/table.h"

#include <math.h>

#include "report/clean.h"

static void
column_free (gpointer data)
{
  ParleyColumn *self = data;

  g_free (self->title);
  g_free (self);
}

static void
group_free (gpointer data)
{
  ParleyColumnGroup *self = data;

  g_free (self->title);
  g_free (self);
}

static void
row_free (gpointer data)
{
  ParleyRow *self = data;

  g_ptr_array_unref (self->cells);
  g_array_unref (self->numbers);
  g_free (self);
}

ParleyTable *
parley_table_new (ParleyTableStyle style)
{
  ParleyTable *self = g_new0 (ParleyTable, 1);

  self->style = style;
  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
parley_table_free (ParleyTable *self)
{
  if (self == NULL)
    return;
  g_free (self->caption);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

void
parley_table_caption (ParleyTable *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_free (self->caption);
  self->caption = parley_clean_take (g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

void
parley_table_note (ParleyTable *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (self->notes, parley_clean_take (g_strdup_vprintf (format, arguments)));
  va_end (arguments);
}

void
parley_table_column (ParleyTable *self, const char *title, ParleyColumnKind kind)
{
  ParleyColumn *column = g_new0 (ParleyColumn, 1);

  g_return_if_fail (self->rows->len == 0);

  column->title = parley_clean_take (g_strdup (title));
  column->kind = kind;
  g_ptr_array_add (self->columns, column);
}

void
parley_table_group (ParleyTable *self, const char *title, guint n_columns)
{
  ParleyColumnGroup *group = NULL;

  g_return_if_fail (title != NULL && n_columns > 0);

  group = g_new0 (ParleyColumnGroup, 1);
  group->title = parley_clean_take (g_strdup (title));
  group->first = self->columns->len;
  group->n_columns = n_columns;
  g_ptr_array_add (self->groups, group);
}

static ParleyRow *
add_row (ParleyTable *self, ParleyRowKind kind)
{
  ParleyRow *row = g_new0 (ParleyRow, 1);

  row->kind = kind;
  row->cells = g_ptr_array_new_with_free_func (g_free);
  row->numbers = g_array_new (FALSE, FALSE, sizeof (double));
  g_ptr_array_add (self->rows, row);
  return row;
}

void
parley_table_row (ParleyTable *self)
{
  add_row (self, PARLEY_ROW_CELLS);
}

void
parley_table_total (ParleyTable *self)
{
  add_row (self, PARLEY_ROW_TOTAL);
}

void
parley_table_rule (ParleyTable *self)
{
  add_row (self, PARLEY_ROW_RULE);
}

void
parley_table_section (ParleyTable *self, const char *format, ...)
{
  ParleyRow *row = add_row (self, PARLEY_ROW_SECTION);
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (row->cells, parley_clean_take (g_strdup_vprintf (format, arguments)));
  va_end (arguments);
}

void
parley_table_take_cell (ParleyTable *self, char *text)
{
  parley_table_take_number (self, text, NAN);
}

void
parley_table_take_number (ParleyTable *self, char *text, double number)
{
  g_autofree char *clean = parley_clean_take (text);
  ParleyRow *row = NULL;

  g_return_if_fail (self->rows->len > 0);
  row = g_ptr_array_index (self->rows, self->rows->len - 1);
  g_return_if_fail (row->kind == PARLEY_ROW_CELLS || row->kind == PARLEY_ROW_TOTAL);
  g_return_if_fail (row->cells->len < self->columns->len);

  g_ptr_array_add (row->cells, g_steal_pointer (&clean));
  g_array_append_val (row->numbers, number);
}

void
parley_table_cell (ParleyTable *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  parley_table_take_cell (self, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

void
parley_table_cell_text (ParleyTable *self, const char *text)
{
  parley_table_take_cell (self, g_strdup (text));
}

const ParleyColumn *
parley_table_get_column (const ParleyTable *self, guint column)
{
  g_return_val_if_fail (column < self->columns->len, NULL);

  return g_ptr_array_index (self->columns, column);
}

gboolean
parley_column_is_right (const ParleyColumn *self)
{
  return self->kind == PARLEY_COLUMN_RIGHT || self->kind == PARLEY_COLUMN_NUMBER;
}

gboolean
parley_table_has_header (const ParleyTable *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (parley_table_get_column (self, i)->title != NULL)
      return TRUE;
  return self->groups->len > 0;
}

const char *
parley_row_get_cell (const ParleyRow *row, guint column)
{
  const char *cell = column < row->cells->len ? g_ptr_array_index (row->cells, column) : NULL;

  return cell != NULL ? cell : "";
}

GPtrArray *
parley_table_read_column (const ParleyTable *self, guint column)
{
  GPtrArray *cells = g_ptr_array_new_full (self->rows->len, g_free);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const ParleyRow *row = g_ptr_array_index (self->rows, i);
      gboolean has_cells = row->kind == PARLEY_ROW_CELLS || row->kind == PARLEY_ROW_TOTAL;

      g_ptr_array_add (cells, g_strdup (has_cells ? parley_row_get_cell (row, column) : ""));
    }
  return cells;
}

double
parley_row_get_number (const ParleyRow *row, guint column)
{
  return column < row->numbers->len ? g_array_index (row->numbers, double, column) : NAN;
}

static const char *
group_title_of (const ParleyTable *self, guint column)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      const ParleyColumnGroup *group = g_ptr_array_index (self->groups, i);

      if (column >= group->first && column - group->first < group->n_columns)
        return group->title;
    }
  return NULL;
}

char *
parley_table_full_title (const ParleyTable *self, guint column)
{
  const char *title = parley_table_get_column (self, column)->title;
  const char *group = group_title_of (self, column);

  if (group == NULL || title == NULL)
    return g_strdup (group != NULL ? group : title != NULL ? title : "");
  return g_strdup_printf ("%s %s", group, title);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/layout.h"

#include "report/number.h"
#include "report/width.h"

enum
{
  GAP = 2, /* between columns */
  PLAIN_INDENT = 2
};

static GPtrArray *
read_cells (const ParleyTable *table, guint column)
{
  g_autoptr(GPtrArray) cells = parley_table_read_column (table, column);

  if (parley_table_get_column (table, column)->kind == PARLEY_COLUMN_NUMBER)
    return parley_number_align (cells);
  return g_steal_pointer (&cells);
}

guint
parley_layout_span (const ParleyLayout *self, guint first, guint n_columns)
{
  guint end = MIN (first + n_columns, self->n_columns);
  guint span = 0;

  for (guint i = first; i < end; i++)
    span += self->widths[i] + (i > first ? GAP : 0);
  return span;
}

guint
parley_layout_start (const ParleyLayout *self, guint column)
{
  guint before = parley_layout_span (self, 0, column);

  return self->indent + before + (column > 0 ? GAP : 0);
}

static guint
whole_width (const char *text)
{
  return parley_width (text, -1);
}

/* The greatest measure of the cells of @column. */
static guint
measure_cells (const ParleyLayout *self, guint column, guint (*measure) (const char *))
{
  GPtrArray *cells = g_ptr_array_index (self->cells, column);
  guint greatest = 0;

  for (guint i = 0; i < cells->len; i++)
    greatest = MAX (greatest, measure (g_ptr_array_index (cells, i)));
  return greatest;
}

static guint
measure_title (const ParleyColumn *column, guint (*measure) (const char *))
{
  return column->title != NULL ? measure (column->title) : 0;
}

/* The width that @column needs at least, when its title may wrap or not. */
static guint
measure_floor (const ParleyLayout *self,
               const ParleyTable  *table,
               guint               column,
               gboolean            wrap_title)
{
  const ParleyColumn *described = parley_table_get_column (table, column);
  gboolean wraps = described->kind == PARLEY_COLUMN_TEXT;
  guint cells = measure_cells (self, column, wraps ? parley_width_longest_word : whole_width);
  guint title
      = measure_title (described, wraps || wrap_title ? parley_width_longest_word : whole_width);

  return MAX (cells, title);
}

/* The widest column that is above its floor, or the number of columns. */
static guint
find_widest (const ParleyLayout *self, const guint *floors)
{
  guint widest = self->n_columns;

  for (guint i = 0; i < self->n_columns; i++)
    if (self->widths[i] > floors[i]
        && (widest == self->n_columns || self->widths[i] > self->widths[widest]))
      widest = i;
  return widest;
}

static void
shrink (ParleyLayout *self, const ParleyTable *table, guint width, gboolean wrap_titles)
{
  g_autofree guint *floors = g_new (guint, self->n_columns);
  guint widest = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      floors[i] = measure_floor (self, table, i, wrap_titles);
      /* Not needed for the result, but titles can be very long. */
      self->widths[i] = MIN (self->widths[i], MAX (floors[i], width));
    }
  while (self->indent + parley_layout_span (self, 0, self->n_columns) > width
         && (widest = find_widest (self, floors)) < self->n_columns)
    self->widths[widest]--;
}

/* Makes room for the titles of groups in the last column of each. */
static void
widen_for_groups (ParleyLayout *self, const ParleyTable *table, guint (*measure) (const char *))
{
  for (guint i = 0; i < table->groups->len; i++)
    {
      const ParleyColumnGroup *group = g_ptr_array_index (table->groups, i);
      guint last = MIN (group->first + group->n_columns, self->n_columns) - 1;
      guint span = parley_layout_span (self, group->first, group->n_columns);
      guint needed = measure (group->title);

      if (span > 0 && needed > span)
        self->widths[last] += needed - span;
    }
}

ParleyLayout *
parley_layout_new (const ParleyTable *table, guint width)
{
  ParleyLayout *self = g_new0 (ParleyLayout, 1);

  self->indent = table->style == PARLEY_TABLE_PLAIN ? PLAIN_INDENT : 0;
  self->n_columns = table->columns->len;
  self->widths = g_new0 (guint, self->n_columns);
  self->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < self->n_columns; i++)
    {
      guint title = measure_title (parley_table_get_column (table, i), whole_width);

      g_ptr_array_add (self->cells, read_cells (table, i));
      self->widths[i] = MAX (title, measure_cells (self, i, whole_width));
    }
  widen_for_groups (self, table, whole_width);
  shrink (self, table, width, FALSE);
  shrink (self, table, width, TRUE);
  widen_for_groups (self, table, parley_width_longest_word);
  return self;
}

void
parley_layout_free (ParleyLayout *self)
{
  if (self == NULL)
    return;
  g_free (self->widths);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

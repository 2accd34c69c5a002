/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/grid.h"

#include "report/layout.h"
#include "report/width.h"

/* A text with its place in a row of the page. */
typedef struct
{
  guint      start;
  guint      width;
  gboolean   to_right;
  GPtrArray *lines; /* of char * */
} Slot;

static void
slot_clear (gpointer data)
{
  Slot *slot = data;

  g_ptr_array_unref (slot->lines);
}

static GArray *
slots_new (void)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (Slot));

  g_array_set_clear_func (slots, slot_clear);
  return slots;
}

static void
add_slot (GArray *slots, guint start, guint width, gboolean to_right, const char *text)
{
  Slot slot = { start, width, to_right, parley_width_wrap (text, width) };

  g_array_append_val (slots, slot);
}

static guint
count_lines (GArray *slots)
{
  guint n_lines = 0;

  for (guint i = 0; i < slots->len; i++)
    n_lines = MAX (n_lines, g_array_index (slots, Slot, i).lines->len);
  return n_lines;
}

/* Appends @text at its place in the line that @out ends with, and of which @taken cells are
 * written. Returns: the cells that are written then. */
static guint
append_slot_line (GString *out, const Slot *slot, const char *text, guint taken)
{
  if (slot->start > taken)
    parley_width_append_spaces (out, slot->start - taken);
  if (slot->to_right)
    parley_width_append_right (out, text, slot->width);
  else
    parley_width_append_left (out, text, slot->width);
  return MAX (slot->start, taken) + MAX (slot->width, parley_width (text, -1));
}

/* The text of @slot in @line of @n_lines, NULL when it has none there. */
static const char *
slot_text (const Slot *slot, guint line, guint n_lines, gboolean at_bottom)
{
  guint skipped = at_bottom ? n_lines - slot->lines->len : 0;

  if (line < skipped || line - skipped >= slot->lines->len)
    return NULL;
  return g_ptr_array_index (slot->lines, line - skipped);
}

/* Appends texts side by side. Shorter ones begin with the first line, or with @at_bottom end
 * with the last. */
static void
append_slots (GString *out, GArray *slots, gboolean at_bottom)
{
  guint n_lines = count_lines (slots);

  for (guint line = 0; line < n_lines; line++)
    {
      guint taken = 0;

      for (guint i = 0; i < slots->len; i++)
        {
          const Slot *slot = &g_array_index (slots, Slot, i);
          const char *text = slot_text (slot, line, n_lines, at_bottom);

          if (text != NULL)
            taken = append_slot_line (out, slot, text, taken);
        }
      parley_width_end_line (out);
    }
}

static void
append_groups (GString *out, const ParleyTable *table, const ParleyLayout *layout)
{
  g_autoptr(GArray) slots = slots_new ();

  for (guint i = 0; i < table->groups->len; i++)
    {
      const ParleyColumnGroup *group = g_ptr_array_index (table->groups, i);
      const ParleyColumn *first = parley_table_get_column (table, group->first);

      add_slot (slots, parley_layout_start (layout, group->first),
                parley_layout_span (layout, group->first, group->n_columns),
                group->n_columns == 1 && parley_column_is_right (first), group->title);
    }
  append_slots (out, slots, TRUE);
}

static void
append_titles (GString *out, const ParleyTable *table, const ParleyLayout *layout)
{
  g_autoptr(GArray) slots = slots_new ();

  for (guint i = 0; i < layout->n_columns; i++)
    {
      const ParleyColumn *column = parley_table_get_column (table, i);
      /* Without a caption the first title serves as one. */
      guint outdent = i == 0 && table->caption == NULL ? layout->indent : 0;

      add_slot (slots, parley_layout_start (layout, i) - outdent, layout->widths[i] + outdent,
                parley_column_is_right (column), column->title != NULL ? column->title : "");
    }
  append_slots (out, slots, TRUE);
}

static void
append_cells (GString *out, const ParleyTable *table, const ParleyLayout *layout, guint row)
{
  g_autoptr(GArray) slots = slots_new ();

  for (guint i = 0; i < layout->n_columns; i++)
    {
      GPtrArray *cells = g_ptr_array_index (layout->cells, i);

      add_slot (slots, parley_layout_start (layout, i), layout->widths[i],
                parley_column_is_right (parley_table_get_column (table, i)),
                g_ptr_array_index (cells, row));
    }
  append_slots (out, slots, FALSE);
}

static void
append_rule (GString *out, const ParleyLayout *layout)
{
  guint width = parley_layout_span (layout, 0, layout->n_columns);

  parley_width_append_spaces (out, layout->indent);
  for (guint i = 0; i < width; i++)
    g_string_append_c (out, '-');
  parley_width_end_line (out);
}

static void
append_header (GString *out, const ParleyTable *table, const ParleyLayout *layout)
{
  if (!parley_table_has_header (table))
    return;
  append_groups (out, table, layout);
  append_titles (out, table, layout);
  if (table->style == PARLEY_TABLE_RULED)
    append_rule (out, layout);
}

static gboolean
follows_rule (const ParleyTable *table, guint row)
{
  const ParleyRow *above = row > 0 ? g_ptr_array_index (table->rows, row - 1) : NULL;

  return above != NULL && above->kind == PARLEY_ROW_RULE;
}

static void
append_row (GString            *out,
            const ParleyTable  *table,
            const ParleyLayout *layout,
            guint               index,
            guint               width)
{
  const ParleyRow *row = g_ptr_array_index (table->rows, index);

  switch (row->kind)
    {
    case PARLEY_ROW_RULE:
      append_rule (out, layout);
      break;
    case PARLEY_ROW_SECTION:
      if (index > 0 && !follows_rule (table, index))
        g_string_append_c (out, '\n');
      parley_width_append_lines (out, "", parley_row_get_cell (row, 0), width);
      break;
    case PARLEY_ROW_TOTAL:
      if (index > 0 && !follows_rule (table, index))
        append_rule (out, layout);
      append_cells (out, table, layout, index);
      break;
    case PARLEY_ROW_CELLS:
      append_cells (out, table, layout, index);
      break;
    }
}

void
parley_grid_append (GString *out, const ParleyTable *table, guint width)
{
  g_autoptr(ParleyLayout) layout = parley_layout_new (table, width);

  if (table->caption != NULL)
    parley_width_append_lines (out, "", table->caption, width);
  append_header (out, table, layout);
  for (guint i = 0; i < table->rows->len; i++)
    append_row (out, table, layout, i, width);
  for (guint i = 0; i < table->notes->len; i++)
    parley_width_append_lines (out, "", g_ptr_array_index (table->notes, i), width);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/html_part.h"

#include "report/language.h"
#include "report/layout.h"
#include "report/number.h"
#include "report/width.h"

/* A table that cannot be made narrower than this, in letters, may be too wide for a telephone. */
#define TELEPHONE 34

/* A column with longer cells needs some room. */
#define LONG 30

/* In letters. */
#define LONGEST_WORD 30

static GPtrArray *
read_column (const ParleyTable *table, guint column)
{
  g_autoptr(GPtrArray) cells = parley_table_read_column (table, column);

  if (parley_table_get_column (table, column)->kind == PARLEY_COLUMN_NUMBER)
    return parley_number_align_type (cells);
  return g_steal_pointer (&cells);
}

GPtrArray *
parley_html_read_cells (const ParleyTable *table)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < table->columns->len; i++)
    g_ptr_array_add (columns, read_column (table, i));
  return columns;
}

static gboolean
may_be_wide (const ParleyTable *table)
{
  g_autoptr(ParleyLayout) layout = parley_layout_new (table, 0);

  return parley_layout_span (layout, 0, layout->n_columns) > TELEPHONE;
}

static gboolean
is_long (GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    if (parley_width (g_ptr_array_index (cells, i), -1) > LONG)
      return TRUE;
  return FALSE;
}

/* How the cells of a column look, by its kind and what is in them; NULL: as any. */
static const char *
class_of (const ParleyTable *table, GPtrArray *columns, guint column)
{
  switch (parley_table_get_column (table, column)->kind)
    {
    case PARLEY_COLUMN_TEXT:
      return is_long (g_ptr_array_index (columns, column)) ? "long" : NULL;
    case PARLEY_COLUMN_LABEL: /* is not broken within reason */
      return is_long (g_ptr_array_index (columns, column)) ? NULL : "label";
    case PARLEY_COLUMN_RIGHT:
    case PARLEY_COLUMN_NUMBER:
    default:
      return "number";
    }
}

/* A table while it is written. */
typedef struct
{
  const ParleyTable *table;
  GPtrArray *columns;   /* of GPtrArray of texts */
  const char **classes; /* of the columns */
} Sheet;

/* The first column says what its row speaks of. */
static gboolean
heads_row (const ParleyTable *table, guint column, const char *text)
{
  return column == 0 && table->columns->len > 1 && *text != '\0'
         && !parley_column_is_right (parley_table_get_column (table, 0));
}

/* Appends @text with places where to break words that make tables wider than paper. */
static void
append_cell_text (GString *out, const char *text)
{
  const char *from = text;
  guint n = 0; /* letters since the last place */

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (n >= LONGEST_WORD && *p != ' ' && !g_unichar_iszerowidth (g_utf8_get_char (p)))
        {
          g_autofree char *part = g_strndup (from, (gsize) (p - from));

          parley_html_append_text (out, part);
          g_string_append (out, "<wbr>");
          from = p;
          n = 0;
        }
      n = *p == ' ' ? 0 : n + 1;
    }
  parley_html_append_text (out, from);
}

static void
append_group (GString *out, const ParleyColumnGroup *group)
{
  g_string_append (out, "<th scope=\"colgroup\" class=\"group\"");
  if (group->n_columns > 1)
    g_string_append_printf (out, " colspan=\"%u\"", group->n_columns);
  g_string_append_c (out, '>');
  append_cell_text (out, group->title);
  g_string_append (out, "</th>");
}

static const ParleyColumnGroup *
group_at (const ParleyTable *table, guint column)
{
  for (guint i = 0; i < table->groups->len; i++)
    {
      const ParleyColumnGroup *group = g_ptr_array_index (table->groups, i);

      if (group->first == column)
        return group;
    }
  return NULL;
}

/* Says which columns belong together; ungrouped ones stand alone. */
static void
append_column_groups (GString *out, const ParleyTable *table)
{
  for (guint i = 0; i < table->columns->len;)
    {
      const ParleyColumnGroup *group = group_at (table, i);
      guint span = group != NULL ? group->n_columns : 1;

      if (span > 1)
        g_string_append_printf (out, "<colgroup span=\"%u\"></colgroup>", span);
      else
        g_string_append (out, "<colgroup></colgroup>");
      i += span;
    }
  g_string_append_c (out, '\n');
}

static void
append_groups (GString *out, const ParleyTable *table)
{
  g_string_append (out, "<tr>");
  for (guint i = 0; i < table->columns->len;)
    {
      const ParleyColumnGroup *group = group_at (table, i);

      if (group != NULL)
        append_group (out, group);
      else
        g_string_append (out, "<td></td>");
      i += group != NULL ? group->n_columns : 1;
    }
  g_string_append (out, "</tr>\n");
}

static void
append_title (GString *out, const Sheet *sheet, guint column)
{
  const char *title = parley_table_get_column (sheet->table, column)->title;

  if (title == NULL)
    {
      g_string_append (out, "<td></td>");
      return;
    }
  g_string_append (out, "<th scope=\"col\"");
  parley_html_append_attribute (out, "class", sheet->classes[column]);
  g_string_append_c (out, '>');
  append_cell_text (out, title);
  g_string_append (out, "</th>");
}

static void
append_header (GString *out, const Sheet *sheet)
{
  const ParleyTable *table = sheet->table;

  if (!parley_table_has_header (table))
    return;
  if (table->groups->len > 0)
    append_column_groups (out, table);
  g_string_append (out, "<thead>\n");
  if (table->groups->len > 0)
    append_groups (out, table);
  g_string_append (out, "<tr>");
  for (guint i = 0; i < table->columns->len; i++)
    append_title (out, sheet, i);
  g_string_append (out, "</tr>\n</thead>\n");
}

static void
append_cell (GString *out, const Sheet *sheet, guint column, const char *text)
{
  gboolean is_head = heads_row (sheet->table, column, text);

  g_string_append (out, is_head ? "<th scope=\"row\"" : "<td");
  parley_html_append_attribute (out, "class", sheet->classes[column]);
  g_string_append_c (out, '>');
  append_cell_text (out, text);
  g_string_append (out, is_head ? "</th>" : "</td>");
}

static void
append_section (GString *out, const ParleyTable *table, const ParleyRow *row)
{
  g_string_append_printf (out, "<tr class=\"section\"><th scope=\"rowgroup\" colspan=\"%u\">",
                          MAX (table->columns->len, 1));
  append_cell_text (out, parley_row_get_cell (row, 0));
  g_string_append (out, "</th></tr>\n");
}

static void
append_row (GString *out, const Sheet *sheet, guint index, gboolean ruled)
{
  const ParleyRow *row = g_ptr_array_index (sheet->table->rows, index);
  gboolean is_total = row->kind == PARLEY_ROW_TOTAL;

  g_string_append (out, is_total ? "<tr class=\"total\">"
                        : ruled  ? "<tr class=\"ruled\">"
                                 : "<tr>");
  for (guint i = 0; i < sheet->columns->len; i++)
    {
      GPtrArray *cells = g_ptr_array_index (sheet->columns, i);

      append_cell (out, sheet, i, g_ptr_array_index (cells, index));
    }
  g_string_append (out, "</tr>\n");
}

/* A section begins a group of rows of its own. */
static void
append_rows (GString *out, const Sheet *sheet)
{
  const ParleyTable *table = sheet->table;
  gboolean ruled = FALSE;

  g_string_append (out, "<tbody>\n");
  for (guint i = 0; i < table->rows->len; i++)
    {
      const ParleyRow *row = g_ptr_array_index (table->rows, i);

      if (row->kind == PARLEY_ROW_SECTION)
        {
          if (i > 0)
            g_string_append (out, "</tbody>\n<tbody>\n");
          append_section (out, table, row);
        }
      else if (row->kind != PARLEY_ROW_RULE)
        append_row (out, sheet, i, ruled);
      ruled = row->kind == PARLEY_ROW_RULE;
    }
  g_string_append (out, "</tbody>\n");
}

/* What is too wide moves sideways in a box of its own, which a keyboard must reach. */
static void
append_box (GString *out, const ParleyTable *table, guint number)
{
  g_autofree char *name
      = table->caption != NULL
            /* a table that scrolls, as it is read aloud: its number and its caption */
            ? g_strdup_printf (_ ("Table %u: %s"), number, table->caption)
            : g_strdup_printf (_ ("Table %u"), number);

  g_string_append (out, "<div class=\"box\" role=\"region\" tabindex=\"0\"");
  parley_html_append_attribute (out, "aria-label", name);
  g_string_append (out, ">\n");
}

void
parley_html_append_table (GString *out, const ParleyTable *table, guint number)
{
  gboolean is_wide = may_be_wide (table);
  g_autoptr(GPtrArray) columns = parley_html_read_cells (table);
  g_autofree const char **classes = g_new0 (const char *, columns->len);
  Sheet sheet = { table, columns, classes };

  for (guint i = 0; i < columns->len; i++)
    classes[i] = class_of (table, columns, i);
  if (is_wide)
    append_box (out, table, number);
  g_string_append (out,
                   table->style == PARLEY_TABLE_PLAIN ? "<table class=\"plain\">\n" : "<table>\n");
  if (table->caption != NULL)
    parley_html_append_element (out, "caption", table->caption);
  append_header (out, &sheet);
  append_rows (out, &sheet);
  g_string_append (out, is_wide ? "</table>\n</div>\n" : "</table>\n");
  for (guint i = 0; i < table->notes->len; i++)
    {
      g_string_append (out, "<p class=\"below\">");
      parley_html_append_text (out, g_ptr_array_index (table->notes, i));
      g_string_append (out, "</p>\n");
    }
}

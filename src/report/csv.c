/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/csv.h"

#include <string.h>

#include "report/number.h"

static gboolean
is_number (const char *text)
{
  gsize whole = 0;
  gsize length = parley_number_scan (text, &whole);

  return length > 0 && text[length] == '\0';
}

/* TRUE when a spreadsheet would compute @text. Figures alone ("-4.5..0", "+13 %") can call
 * nothing. */
static gboolean
is_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@", *text) != NULL
         && text[strspn (text, "+-0123456789., %")] != '\0';
}

static void
append_quoted (GString *out, const char *text)
{
  gboolean formula = is_formula (text);
  gboolean quote = strpbrk (text, ",\"") != NULL;

  g_string_append (out, quote ? "\"" : "");
  g_string_append (out, formula ? "'" : "");
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append (out, quote ? "\"" : "");
}

static void
append_without_commas (GString *out, const char *number)
{
  for (const char *p = number; *p != '\0'; p++)
    if (*p != ',')
      g_string_append_c (out, *p);
}

static void
append_header (GString *out, const ParleyTable *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autofree char *title = parley_table_full_title (self, i);

      g_string_append (out, i > 0 ? "," : "");
      append_quoted (out, title);
    }
  g_string_append (out, "\r\n");
}

static void
append_row (GString *out, const ParleyTable *self, const ParleyRow *row)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const char *cell = parley_row_get_cell (row, i);
      const ParleyColumn *column = parley_table_get_column (self, i);

      g_string_append (out, i > 0 ? "," : "");
      if (parley_column_is_right (column) && is_number (cell))
        append_without_commas (out, cell);
      else
        append_quoted (out, cell);
    }
  g_string_append (out, "\r\n");
}

char *
parley_table_to_csv (const ParleyTable *self)
{
  GString *out = g_string_new (NULL);

  if (parley_table_has_header (self))
    append_header (out, self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const ParleyRow *row = g_ptr_array_index (self->rows, i);

      if (row->kind != PARLEY_ROW_RULE)
        append_row (out, self, row);
    }
  return g_string_free (out, FALSE);
}

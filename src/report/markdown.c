/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/markdown.h"

#include <string.h>

/* TRUE when the character at @p would be markup wherever it stands. */
static gboolean
is_markup (const char *text, const char *p)
{
  char before = p > text ? p[-1] : ' ';

  switch (*p)
    {
    case '_': /* inside a word it means itself: ids stay readable */
      return !g_ascii_isalnum (before) || !g_ascii_isalnum (p[1]);
    case '#': /* at the start and at the end of headings */
      return before == ' ';
    case '&':
      return g_ascii_isalpha (p[1]) || p[1] == '#';
    default: /* what stands between "$" is a formula to forges */
      return strchr ("\\`*[]<|~$", *p) != NULL;
    }
}

static void
append_escaped (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (is_markup (text, p))
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p);
    }
}

/* The same at the start of a block, where "- ", "> " and "1. " are markup too. */
static void
append_block_text (GString *out, const char *text)
{
  gsize digits = strspn (text, "0123456789");
  const char *markers = digits > 0 ? ".)" : "-+>";

  g_string_append_len (out, text, (gssize) digits);
  if (text[digits] != '\0' && strchr (markers, text[digits]) != NULL)
    g_string_append_c (out, '\\');
  append_escaped (out, text + digits);
}

static void
append_bold (GString *out, const char *text)
{
  if (*text == '\0')
    return;
  g_string_append (out, "**");
  append_escaped (out, text);
  g_string_append (out, "**");
}

static void
append_heading (GString *out, const ParleyBlock *block)
{
  for (guint i = 0; i < MIN (block->level, 6); i++)
    g_string_append_c (out, '#');
  g_string_append_c (out, ' ');
  append_escaped (out, block->text);
  g_string_append_c (out, '\n');
}

/* An address between "<" and ">", which stand for themselves nowhere in one. */
static void
append_address (GString *out, const char *link)
{
  g_string_append_c (out, '<');
  for (const char *p = link; *p != '\0'; p++)
    if (strchr ("<>\\", *p) != NULL)
      g_string_append_printf (out, "%%%02X", (guint) *p);
    else
      g_string_append_printf (out, "%s%c", *p == '&' && is_markup (link, p) ? "\\" : "", *p);
  g_string_append_c (out, '>');
}

/* The text of @item, which leads to its link if it has one. */
static void
append_item (GString *out, const ParleyItem *item)
{
  if (item->link != NULL)
    g_string_append_c (out, '[');
  if (item->label == NULL && item->link == NULL)
    append_block_text (out, item->text);
  else
    append_escaped (out, item->text);
  if (item->link == NULL)
    return;
  g_string_append (out, "](");
  append_address (out, item->link);
  g_string_append_c (out, ')');
}

static void
append_list (GString *out, const ParleyBlock *block)
{
  for (guint i = 0; i < block->items->len; i++)
    {
      const ParleyItem *item = g_ptr_array_index (block->items, i);

      /* Another mark begins another list, even right below the first. */
      if (item->label == NULL)
        {
          g_string_append (out, "- ");
          append_item (out, item);
        }
      else
        {
          g_string_append (out, "* ");
          append_bold (out, item->label);
          g_string_append (out, ": ");
          append_item (out, item);
        }
      g_string_append_c (out, '\n');
    }
}

static void
append_header (GString *out, const ParleyTable *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      g_autofree char *title = parley_table_full_title (table, i);

      g_string_append (out, "| ");
      append_escaped (out, title);
      g_string_append (out, *title != '\0' ? " " : "");
    }
  g_string_append (out, "|\n");
  for (guint i = 0; i < table->columns->len; i++)
    {
      const ParleyColumn *column = parley_table_get_column (table, i);

      g_string_append (out, parley_column_is_right (column) ? "| ---: " : "| --- ");
    }
  g_string_append (out, "|\n");
}

static void
append_row (GString *out, const ParleyTable *table, const ParleyRow *row)
{
  if (row->kind == PARLEY_ROW_RULE)
    return;
  for (guint i = 0; i < table->columns->len; i++)
    {
      const char *cell = parley_row_get_cell (row, i);

      g_string_append (out, "| ");
      if (row->kind == PARLEY_ROW_CELLS)
        append_escaped (out, cell);
      else
        append_bold (out, cell);
      g_string_append (out, *cell != '\0' ? " " : "");
    }
  g_string_append (out, "|\n");
}

static void
append_table (GString *out, const ParleyTable *table)
{
  if (table->caption != NULL)
    {
      append_bold (out, table->caption);
      g_string_append (out, "\n\n");
    }
  if (table->columns->len > 0)
    append_header (out, table);
  for (guint i = 0; i < table->rows->len; i++)
    append_row (out, table, g_ptr_array_index (table->rows, i));
  for (guint i = 0; i < table->notes->len; i++)
    {
      g_string_append_c (out, '\n');
      append_block_text (out, g_ptr_array_index (table->notes, i));
      g_string_append_c (out, '\n');
    }
}

static void
append_paragraph (GString *out, const ParleyBlock *block)
{
  switch (block->kind)
    {
    case PARLEY_BLOCK_LEAD:
      append_bold (out, block->text);
      break;
    case PARLEY_BLOCK_NOTE:
      g_string_append (out, "> **Note:** ");
      append_escaped (out, block->text);
      break;
    default:
      append_block_text (out, block->text);
      break;
    }
  g_string_append_c (out, '\n');
}

/* What it shows, in words: forges show no picture that stands in the text itself. */
static void
append_chart (GString *out, const ParleyChart *chart)
{
  g_string_append (out, "> ");
  append_bold (out, chart->title != NULL ? chart->title : "");
  if (chart->description != NULL)
    {
      g_string_append (out, chart->title != NULL ? ": " : "");
      append_escaped (out, chart->description);
    }
  g_string_append_c (out, '\n');
}

static void
append_block (GString *out, const ParleyBlock *block)
{
  switch (block->kind)
    {
    case PARLEY_BLOCK_HEADING:
      append_heading (out, block);
      break;
    case PARLEY_BLOCK_LEAD:
    case PARLEY_BLOCK_PARAGRAPH:
    case PARLEY_BLOCK_NOTE:
      append_paragraph (out, block);
      break;
    case PARLEY_BLOCK_BULLETS:
    case PARLEY_BLOCK_ENTRIES:
      append_list (out, block);
      break;
    case PARLEY_BLOCK_TABLE:
      append_table (out, block->table);
      break;
    case PARLEY_BLOCK_CHART:
      append_chart (out, block->chart);
      break;
    case PARLEY_BLOCK_PAGE:
      g_string_append (out, "---\n");
      break;
    }
}

/* How the document is classified, in a paragraph of its own. */
static void
append_marking (GString *out, const ParleyDocument *document)
{
  if (document->imprint.marking == NULL)
    return;
  g_string_append (out, out->len > 0 ? "\n" : "");
  append_bold (out, document->imprint.marking);
  g_string_append_c (out, '\n');
}

char *
parley_document_to_markdown (const ParleyDocument *self)
{
  GString *out = g_string_new (NULL);

  append_marking (out, self);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const ParleyBlock *block = g_ptr_array_index (self->blocks, i);

      if (i == 0 && block->kind == PARLEY_BLOCK_PAGE)
        continue;
      g_string_append (out, out->len > 0 ? "\n" : "");
      append_block (out, block);
    }
  append_marking (out, self);
  return g_string_free (out, FALSE);
}

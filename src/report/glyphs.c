/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/glyphs.h"

#include <string.h>

#include "report/paint.h"

/* As many are named: one that lacks many lacks a script. */
#define NAMED 5

typedef struct
{
  GHashTable *seen; /* of characters */
  GString *text;    /* each of them once */
} Collector;

static void
collect (Collector *self, const char *text)
{
  if (text == NULL)
    return;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (character >= 0x80 && g_hash_table_add (self->seen, GUINT_TO_POINTER (character)))
        g_string_append_unichar (self->text, character);
    }
}

static void
collect_items (Collector *self, GPtrArray *items)
{
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const ParleyItem *item = g_ptr_array_index (items, i);

      collect (self, item->label);
      collect (self, item->text);
    }
}

static void
collect_table (Collector *self, const ParleyTable *table)
{
  collect (self, table->caption);
  for (guint i = 0; i < table->columns->len; i++)
    collect (self, parley_table_get_column (table, i)->title);
  for (guint i = 0; i < table->groups->len; i++)
    collect (self, ((const ParleyColumnGroup *) g_ptr_array_index (table->groups, i))->title);
  for (guint i = 0; i < table->rows->len; i++)
    for (guint column = 0; column < MAX (table->columns->len, 1); column++)
      collect (self, parley_row_get_cell (g_ptr_array_index (table->rows, i), column));
  for (guint i = 0; i < table->notes->len; i++)
    collect (self, g_ptr_array_index (table->notes, i));
}

static void
collect_scale (Collector *self, const ParleyAxisScale *scale)
{
  collect (self, scale->title);
  for (guint i = 0; i < scale->categories->len; i++)
    collect (self, parley_scale_name (scale, i));
}

static void
collect_chart (Collector *self, const ParleyChart *chart)
{
  collect (self, chart->title);
  collect_scale (self, &chart->x);
  collect_scale (self, &chart->y);
  for (guint i = 0; i < chart->series->len; i++)
    {
      const ParleySeries *series = parley_chart_get_series (chart, i);

      collect (self, series->name);
      for (guint d = 0; d < series->data->len; d++)
        collect (self, parley_series_get (series, d)->label);
    }
}

static void
collect_document (Collector *self, const ParleyDocument *document)
{
  collect (self, document->imprint.marking);
  for (guint i = 0; i < document->blocks->len; i++)
    {
      const ParleyBlock *block = g_ptr_array_index (document->blocks, i);

      collect (self, block->text);
      collect_items (self, block->items);
      if (block->table != NULL)
        collect_table (self, block->table);
      if (block->chart != NULL)
        collect_chart (self, block->chart);
    }
  collect (self, document->imprint.foot);
}

/* Takes @character out of @text, in which it occurs once. */
static void
take_out (GString *text, gunichar character)
{
  char bytes[7] = { 0 };
  int length = g_unichar_to_utf8 (character, bytes);
  const char *place = strstr (text->str, bytes);

  g_string_erase (text, place - text->str, length);
}

/* Those of @text that no font has. Returns: (nullable). */
static char *
name_missing (GString *text)
{
  GString *names = g_string_new (NULL);
  gunichar character = parley_paint_missing (text->str);
  guint n = 0;

  for (; character != 0 && n < NAMED; n++)
    {
      g_string_append (names, n > 0 ? ", " : "");
      g_string_append_unichar (names, character);
      g_string_append_printf (names, " (U+%04X)", character);
      take_out (text, character);
      character = parley_paint_missing (text->str);
    }
  if (character != 0)
    g_string_append (names, " and others");
  return g_string_free (names, n == 0);
}

char *
parley_glyphs_missing (const ParleyDocument *document)
{
  Collector collector = { g_hash_table_new (NULL, NULL), g_string_new (NULL) };
  char *names = NULL;

  collect_document (&collector, document);
  names = name_missing (collector.text);
  g_hash_table_unref (collector.seen);
  g_string_free (collector.text, TRUE);
  return names;
}

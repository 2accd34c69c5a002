/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/text.h"

#include "report/grid.h"
#include "report/width.h"

static gboolean
is_list (const ParleyBlock *block)
{
  return block->kind == PARLEY_BLOCK_BULLETS || block->kind == PARLEY_BLOCK_ENTRIES;
}

/* TRUE when no empty line goes between the two. */
static gboolean
stand_together (const ParleyBlock *above, const ParleyBlock *below)
{
  switch (above->kind)
    {
    case PARLEY_BLOCK_HEADING:
    case PARLEY_BLOCK_PAGE:
      return TRUE;
    case PARLEY_BLOCK_LEAD:
    case PARLEY_BLOCK_PARAGRAPH:
      return is_list (below);
    case PARLEY_BLOCK_NOTE:
      return below->kind == PARLEY_BLOCK_NOTE;
    default:
      return FALSE;
    }
}

static void
append_heading (GString *out, const ParleyBlock *block, guint width)
{
  static const char underlines[] = { '=', '-', '~' };
  char underline = underlines[MIN (block->level, G_N_ELEMENTS (underlines)) - 1];
  guint length = MIN (parley_width (block->text, -1), width);

  parley_width_append_lines (out, "", block->text, width);
  for (guint i = 0; i < length; i++)
    g_string_append_c (out, underline);
  parley_width_end_line (out);
}

/* With the address that it leads to, if any. Returns: (transfer full). */
static char *
text_of (const ParleyItem *item)
{
  return item->link != NULL ? g_strdup_printf ("%s <%s>", item->text, item->link)
                            : g_strdup (item->text);
}

static void
append_bullets (GString *out, const ParleyBlock *block, guint width)
{
  for (guint i = 0; i < block->items->len; i++)
    {
      g_autofree char *text = text_of (g_ptr_array_index (block->items, i));

      parley_width_append_lines (out, "  - ", text, width);
    }
}

/* The widest label, those aside that would leave too little room for the texts. */
static guint
measure_labels (const ParleyBlock *block, guint width)
{
  guint widest = 0;

  for (guint i = 0; i < block->items->len; i++)
    {
      const ParleyItem *item = g_ptr_array_index (block->items, i);
      guint label = parley_width (item->label, -1);

      if (label <= width / 3)
        widest = MAX (widest, label);
    }
  return widest;
}

static void
append_entry (GString *out, const ParleyItem *item, guint label_width, guint width)
{
  gboolean own_line = parley_width (item->label, -1) > label_width;
  GString *prefix = g_string_new ("  ");
  g_autofree char *text = text_of (item);

  if (own_line)
    parley_width_append_lines (out, "  ", item->label, width);
  parley_width_append_left (prefix, own_line ? "" : item->label, label_width);
  g_string_append (prefix, "  ");
  parley_width_append_lines (out, prefix->str, text, width);
  g_string_free (prefix, TRUE);
}

static void
append_entries (GString *out, const ParleyBlock *block, guint width)
{
  guint label_width = measure_labels (block, width);

  for (guint i = 0; i < block->items->len; i++)
    append_entry (out, g_ptr_array_index (block->items, i), label_width, width);
}

/* What it shows, in words. */
static void
append_chart (GString *out, const ParleyChart *chart, guint width)
{
  g_autofree char *title = g_strdup_printf ("[%s]", chart->title != NULL ? chart->title : "");

  parley_width_append_lines (out, "", title, width);
  if (chart->description != NULL)
    parley_width_append_lines (out, "  ", chart->description, width);
}

static void
append_block (GString *out, const ParleyBlock *block, guint width)
{
  switch (block->kind)
    {
    case PARLEY_BLOCK_HEADING:
      append_heading (out, block, width);
      break;
    case PARLEY_BLOCK_LEAD:
    case PARLEY_BLOCK_PARAGRAPH:
      parley_width_append_lines (out, "", block->text, width);
      break;
    case PARLEY_BLOCK_NOTE:
      parley_width_append_lines (out, "! ", block->text, width);
      break;
    case PARLEY_BLOCK_BULLETS:
      append_bullets (out, block, width);
      break;
    case PARLEY_BLOCK_ENTRIES:
      append_entries (out, block, width);
      break;
    case PARLEY_BLOCK_TABLE:
      parley_grid_append (out, block->table, width);
      break;
    case PARLEY_BLOCK_CHART:
      append_chart (out, block->chart, width);
      break;
    case PARLEY_BLOCK_PAGE:
      break;
    }
}

/* How the document is classified, in a line of its own. */
static void
append_marking (GString *out, const ParleyDocument *document, const char *before, guint width)
{
  if (document->imprint.marking == NULL)
    return;
  g_string_append (out, before);
  parley_width_append_lines (out, "", document->imprint.marking, width);
}

char *
parley_document_to_text (const ParleyDocument *self, guint width)
{
  GString *out = g_string_new (NULL);

  append_marking (out, self, "", width);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const ParleyBlock *block = g_ptr_array_index (self->blocks, i);

      if (i > 0 && !stand_together (g_ptr_array_index (self->blocks, i - 1), block))
        g_string_append_c (out, '\n');
      append_block (out, block, width);
    }
  append_marking (out, self, "\n", width);
  return g_string_free (out, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/document.h"

#include "report/clean.h"

static ParleyBlock *add_text (ParleyDocument  *self,
                              ParleyBlockKind  kind,
                              const char      *format,
                              va_list          arguments) G_GNUC_PRINTF (3, 0);

static void add_item (ParleyBlock *list, const char *label, const char *format, va_list arguments)
    G_GNUC_PRINTF (3, 0);

static void
item_free (gpointer data)
{
  ParleyItem *self = data;

  g_free (self->label);
  g_free (self->text);
  g_free (self->link);
  g_free (self);
}

static void
block_free (gpointer data)
{
  ParleyBlock *self = data;

  g_free (self->text);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  parley_table_free (self->table);
  parley_chart_free (self->chart);
  g_free (self);
}

ParleyDocument *
parley_document_new (void)
{
  ParleyDocument *self = g_new0 (ParleyDocument, 1);

  self->blocks = g_ptr_array_new_with_free_func (block_free);
  return self;
}

static void
imprint_clear (ParleyImprint *self)
{
  g_free (self->title);
  g_free (self->author);
  g_free (self->marking);
  g_free (self->foot);
  g_free (self->language);
}

void
parley_document_free (ParleyDocument *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->blocks);
  imprint_clear (&self->imprint);
  g_free (self);
}

void
parley_imprint_set (char **field, const char *text)
{
  g_free (*field);
  *field = parley_clean_take (g_strdup (text));
}

static ParleyBlock *
add_block (ParleyDocument *self, ParleyBlockKind kind)
{
  ParleyBlock *block = g_new0 (ParleyBlock, 1);

  block->kind = kind;
  g_ptr_array_add (self->blocks, block);
  return block;
}

static ParleyBlock *
add_text (ParleyDocument *self, ParleyBlockKind kind, const char *format, va_list arguments)
{
  ParleyBlock *block = add_block (self, kind);

  block->text = parley_clean_take (g_strdup_vprintf (format, arguments));
  return block;
}

void
parley_document_heading (ParleyDocument *self, guint level, const char *format, ...)
{
  va_list arguments;

  g_return_if_fail (level >= 1);

  va_start (arguments, format);
  add_text (self, PARLEY_BLOCK_HEADING, format, arguments)->level = level;
  va_end (arguments);
}

void
parley_document_lead (ParleyDocument *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  add_text (self, PARLEY_BLOCK_LEAD, format, arguments);
  va_end (arguments);
}

void
parley_document_paragraph (ParleyDocument *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  add_text (self, PARLEY_BLOCK_PARAGRAPH, format, arguments);
  va_end (arguments);
}

void
parley_document_note (ParleyDocument *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  add_text (self, PARLEY_BLOCK_NOTE, format, arguments);
  va_end (arguments);
}

/* The list of @kind that the document ends with; a new one when it ends otherwise. */
static ParleyBlock *
open_list (ParleyDocument *self, ParleyBlockKind kind)
{
  guint n_blocks = self->blocks->len;
  ParleyBlock *block = n_blocks > 0 ? g_ptr_array_index (self->blocks, n_blocks - 1) : NULL;

  if (block != NULL && block->kind == kind)
    return block;
  block = add_block (self, kind);
  block->items = g_ptr_array_new_with_free_func (item_free);
  return block;
}

static void
add_item (ParleyBlock *list, const char *label, const char *format, va_list arguments)
{
  ParleyItem *item = g_new0 (ParleyItem, 1);

  item->label = parley_clean_take (g_strdup (label));
  item->text = parley_clean_take (g_strdup_vprintf (format, arguments));
  g_ptr_array_add (list->items, item);
}

void
parley_document_bullet (ParleyDocument *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  add_item (open_list (self, PARLEY_BLOCK_BULLETS), NULL, format, arguments);
  va_end (arguments);
}

void
parley_document_entry (ParleyDocument *self, const char *label, const char *format, ...)
{
  va_list arguments;

  g_return_if_fail (label != NULL);

  va_start (arguments, format);
  add_item (open_list (self, PARLEY_BLOCK_ENTRIES), label, format, arguments);
  va_end (arguments);
}

static gboolean
is_web_address (const char *link)
{
  return link != NULL
         && (g_str_has_prefix (link, "https://") || g_str_has_prefix (link, "http://"));
}

void
parley_document_link (ParleyDocument *self, const char *link)
{
  const ParleyBlock *block = NULL;

  g_return_if_fail (self->blocks->len > 0);
  block = g_ptr_array_index (self->blocks, self->blocks->len - 1);
  g_return_if_fail (block->items != NULL);

  if (is_web_address (link))
    {
      ParleyItem *item = g_ptr_array_index (block->items, block->items->len - 1);

      g_free (item->link);
      item->link = parley_clean_take (g_strdup (link));
    }
}

void
parley_document_page (ParleyDocument *self, ParleyPageKind kind, const char *name)
{
  ParleyBlock *block = add_block (self, PARLEY_BLOCK_PAGE);

  block->page = kind;
  block->text = parley_clean_take (g_strdup (name));
}

void
parley_document_take_chart (ParleyDocument *self, ParleyChart *chart)
{
  add_block (self, PARLEY_BLOCK_CHART)->chart = chart;
}

ParleyTable *
parley_document_table (ParleyDocument *self, ParleyTableStyle style)
{
  ParleyBlock *block = add_block (self, PARLEY_BLOCK_TABLE);

  block->table = parley_table_new (style);
  return block->table;
}

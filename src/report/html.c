/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/html.h"

#include "report/html_part.h"
#include "report/html_style.h"
#include "report/language.h"
#include "report/svg.h"

#define DEEPEST_HEADING 6

typedef struct
{
  const ParleyDocument *document;
  GString *out;
  guint n_pages;
  guint n_tables;
  guint level; /* of the heading above, 0 before the first */
} Page;

/* The first text of a kind, NULL when there is none. */
static const char *
find_text (const ParleyDocument *document, ParleyBlockKind kind)
{
  for (guint i = 0; i < document->blocks->len; i++)
    {
      const ParleyBlock *block = g_ptr_array_index (document->blocks, i);

      if (block->kind == kind)
        return block->text;
    }
  return NULL;
}

static const char *
title_of (const ParleyDocument *document)
{
  const char *heading = find_text (document, PARLEY_BLOCK_HEADING);

  return document->imprint.title != NULL ? document->imprint.title
         : heading != NULL               ? heading
                                         : "Parley";
}

static void
append_head (Page *page)
{
  const ParleyImprint *imprint = &page->document->imprint;
  const char *language = imprint->language != NULL ? imprint->language : "en";
  g_autofree char *style = parley_html_style (page->document);
  g_autofree char *policy = parley_html_policy (style);

  g_string_append (page->out, "<!DOCTYPE html>\n<html");
  parley_html_append_attribute (page->out, "lang", language);
  g_string_append (page->out, ">\n<head>\n<meta charset=\"utf-8\">\n"
                              "<meta http-equiv=\"Content-Security-Policy\"");
  parley_html_append_attribute (page->out, "content", policy);
  g_string_append (page->out, ">\n");
  parley_html_append_meta (page->out, "viewport", "width=device-width, initial-scale=1");
  parley_html_append_meta (page->out, "color-scheme", "light dark");
  parley_html_append_meta (page->out, "author", imprint->author);
  parley_html_append_meta (page->out, "description", find_text (page->document, PARLEY_BLOCK_LEAD));
  parley_html_append_element (page->out, "title", title_of (page->document));
  g_string_append_printf (page->out, "<style>%s</style>\n</head>\n", style);
}

/* Levels follow each other without a gap, as those need who hear where they are. */
static void
append_heading (Page *page, const ParleyBlock *block)
{
  guint level = MIN (MIN (block->level, page->level + 1), DEEPEST_HEADING);
  g_autofree char *element = g_strdup_printf ("h%u", level);

  page->level = level;
  parley_html_append_element (page->out, element, block->text);
}

static void
append_note (GString *out, const ParleyBlock *block)
{
  g_string_append (out, "<p class=\"note\"><strong>");
  parley_html_append_text (out, _ ("Note:"));
  g_string_append (out, "</strong> ");
  parley_html_append_text (out, block->text);
  g_string_append (out, "</p>\n");
}

static gboolean
is_lead (const ParleyDocument *document, guint index)
{
  const ParleyBlock *block
      = index < document->blocks->len ? g_ptr_array_index (document->blocks, index) : NULL;

  return block != NULL && block->kind == PARLEY_BLOCK_LEAD;
}

/* Neighbours share a box. */
static void
append_lead (Page *page, const ParleyBlock *block, guint index)
{
  if (index == 0 || !is_lead (page->document, index - 1))
    g_string_append (page->out, "<div class=\"lead\">\n");
  parley_html_append_element (page->out, "p", block->text);
  if (!is_lead (page->document, index + 1))
    g_string_append (page->out, "</div>\n");
}

static void
append_bullets (GString *out, const ParleyBlock *block)
{
  g_string_append (out, "<ul>\n");
  for (guint i = 0; i < block->items->len; i++)
    {
      g_string_append (out, "<li>");
      parley_html_append_item (out, g_ptr_array_index (block->items, i));
      g_string_append (out, "</li>\n");
    }
  g_string_append (out, "</ul>\n");
}

static void
append_entries (GString *out, const ParleyBlock *block)
{
  g_string_append (out, "<dl>\n");
  for (guint i = 0; i < block->items->len; i++)
    {
      const ParleyItem *item = g_ptr_array_index (block->items, i);

      g_string_append (out, "<div><dt>");
      parley_html_append_text (out, item->label);
      g_string_append (out, "</dt><dd>");
      parley_html_append_item (out, item);
      g_string_append (out, "</dd></div>\n");
    }
  g_string_append (out, "</dl>\n");
}

static void
append_chart (GString *out, const ParleyChart *chart)
{
  g_autofree char *svg = parley_chart_to_svg (chart, PARLEY_SVG_INLINE);

  g_string_append_printf (out, "<figure>\n%s</figure>\n", svg);
}

static void
begin_page (Page *page, ParleyPageKind kind)
{
  if (page->n_pages > 0)
    g_string_append (page->out, "</section>\n");
  g_string_append_printf (page->out, "<section id=\"page-%u\"%s>\n", ++page->n_pages,
                          kind == PARLEY_PAGE_FITS ? " class=\"fits\"" : "");
}

static void
append_block (Page *page, guint index)
{
  const ParleyBlock *block = g_ptr_array_index (page->document->blocks, index);

  switch (block->kind)
    {
    case PARLEY_BLOCK_HEADING:
      append_heading (page, block);
      break;
    case PARLEY_BLOCK_LEAD:
      append_lead (page, block, index);
      break;
    case PARLEY_BLOCK_PARAGRAPH:
      parley_html_append_element (page->out, "p", block->text);
      break;
    case PARLEY_BLOCK_NOTE:
      append_note (page->out, block);
      break;
    case PARLEY_BLOCK_BULLETS:
      append_bullets (page->out, block);
      break;
    case PARLEY_BLOCK_ENTRIES:
      append_entries (page->out, block);
      break;
    case PARLEY_BLOCK_TABLE:
      parley_html_append_table (page->out, block->table, ++page->n_tables);
      break;
    case PARLEY_BLOCK_CHART:
      append_chart (page->out, block->chart);
      break;
    case PARLEY_BLOCK_PAGE:
      begin_page (page, block->page);
      break;
    }
}

/* Pages by their names; what stands before the first one needs no name: it is at the top. */
static void
append_contents (GString *out, const ParleyDocument *document)
{
  g_autoptr(GString) list = g_string_new (NULL);
  guint n_pages = 0;
  guint n_names = 0;

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const ParleyBlock *block = g_ptr_array_index (document->blocks, i);

      if (i == 0 || block->kind == PARLEY_BLOCK_PAGE)
        n_pages++;
      if (block->kind != PARLEY_BLOCK_PAGE || *block->text == '\0')
        continue;
      n_names++;
      g_string_append_printf (list, "<li><a href=\"#page-%u\">", n_pages);
      parley_html_append_text (list, block->text);
      g_string_append (list, "</a></li>\n");
    }
  if (n_names < 2)
    return;
  g_string_append (out, "<nav");
  parley_html_append_attribute (out, "aria-label", _ ("Contents"));
  g_string_append_printf (out, ">\n<ol>\n%s</ol>\n</nav>\n", list->str);
}

static void
append_marking (GString *out, const ParleyImprint *imprint)
{
  if (imprint->marking == NULL || *imprint->marking == '\0')
    return;
  g_string_append (out, "<p class=\"marking\">");
  parley_html_append_text (out, imprint->marking);
  g_string_append (out, "</p>\n");
}

static void
append_blocks (Page *page)
{
  const ParleyDocument *document = page->document;

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const ParleyBlock *block = g_ptr_array_index (document->blocks, i);

      if (i == 0 && block->kind != PARLEY_BLOCK_PAGE)
        begin_page (page, PARLEY_PAGE_FLOWS);
      append_block (page, i);
    }
  if (page->n_pages > 0)
    g_string_append (page->out, "</section>\n");
}

static void
append_body (Page *page)
{
  const ParleyDocument *document = page->document;
  GString *out = page->out;

  g_string_append (out, "<body>\n<header>\n");
  append_marking (out, &document->imprint);
  append_contents (out, document);
  g_string_append (out, "</header>\n<main>\n");
  append_blocks (page);
  g_string_append (out, "</main>\n<footer>\n");
  if (document->imprint.foot != NULL)
    parley_html_append_element (out, "p", document->imprint.foot);
  append_marking (out, &document->imprint);
  g_string_append (out, "</footer>\n</body>\n</html>\n");
}

char *
parley_document_to_html (const ParleyDocument *self)
{
  Page page = { self, g_string_new (NULL), 0, 0, 0 };

  append_head (&page);
  append_body (&page);
  return g_string_free (page.out, FALSE);
}

char *
parley_document_to_fragment (const ParleyDocument *self)
{
  Page page = { self, g_string_new (NULL), 0, 0, 0 };

  append_blocks (&page);
  return g_string_free (page.out, FALSE);
}

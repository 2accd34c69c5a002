/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/docx.h"

#include "report/docx_part.h"

#include "report/chart_layout.h"
#include "report/html_part.h"
#include "report/language.h"
#include "report/paint_cairo.h"
#include "report/pdf_part.h"

/* In points: as wide as the text of a page. */
#define MEASURE 504
#define GUTTER 8.5 /* to the left and the right of what cells hold, together */
#define BODY 9     /* the size of the body in docx_styles.xml */
#define CHART_SCALE 2
#define CHART_DEEP 0.85    /* of the measure */
#define CHART_SMALLER 0.8 /* their lettering, to stand beside text */
#define CHART_HIGHEST 640

/* Pandoc leaves out empty paragraphs, but not this space. */
#define NOTHING "&#160;"

/* Between a label and its text. */
#define GAP "&#8195;"

typedef struct
{
  const ParleyDocument *document;
  GString *out;
  const ParleyBlock *title; /* the heading that is the title; NULL when none is */
  ParleyType type;
  GPtrArray *pictures; /* of GBytes */
  guint first;         /* the number of the first of them */
  gboolean raises;          /* the others by one level, as it is the only one of the first */
} Writer;

/* Finds the first heading, if it is of the first level: the title; and whether it is the only one.
 */
static void
find_title (Writer *writer)
{
  const ParleyDocument *document = writer->document;
  const ParleyBlock *first = NULL;
  guint n_highest = 0;

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const ParleyBlock *block = g_ptr_array_index (document->blocks, i);

      if (block->kind != PARLEY_BLOCK_HEADING)
        continue;
      first = first == NULL ? block : first;
      n_highest += block->level == 1 ? 1 : 0;
    }
  writer->title = first != NULL && first->level == 1 ? first : NULL;
  writer->raises = writer->title != NULL && n_highest == 1;
}

static void
append_head (Writer *writer)
{
  const ParleyImprint *imprint = &writer->document->imprint;
  const char *title = writer->title != NULL ? writer->title->text : imprint->title;

  g_string_append (writer->out, "<!DOCTYPE html>\n<html");
  parley_html_append_attribute (writer->out, "lang",
                                imprint->language != NULL ? imprint->language : "en");
  g_string_append (writer->out, ">\n<head>\n<meta charset=\"utf-8\">\n");
  parley_html_append_meta (writer->out, "author", imprint->author);
  parley_html_append_meta (writer->out, "description", imprint->foot);
  if (title != NULL)
    parley_html_append_element (writer->out, "title", title);
  g_string_append (writer->out, "</head>\n<body>\n");
}

/* A paragraph in a style of docx_styles.xml. */
static void
append_styled (GString *out, const char *style, const char *label, const char *text)
{
  g_string_append_printf (out, "<div custom-style=\"%s\"><p>", style);
  if (label != NULL)
    {
      g_string_append (out, "<strong>");
      parley_html_append_text (out, label);
      g_string_append (out, "</strong> ");
    }
  parley_html_append_text (out, text);
  g_string_append (out, "</p></div>\n");
}

static void
append_heading (Writer *writer, const ParleyBlock *block)
{
  guint level = MIN (block->level, 6);
  g_autofree char *element = NULL;

  if (block == writer->title)
    return;
  element = g_strdup_printf ("h%u", writer->raises ? level - 1 : level);
  parley_html_append_element (writer->out, element, block->text);
}

static void
append_bullets (GString *out, const ParleyBlock *block)
{
  g_string_append (out, "<ul>\n");
  for (guint i = 0; i < block->items->len; i++)
    {
      g_string_append (out, "<li><p>");
      parley_html_append_item (out, g_ptr_array_index (block->items, i));
      g_string_append (out, "</p></li>\n");
    }
  g_string_append (out, "</ul>\n");
}

static void
append_entries (GString *out, const ParleyBlock *block)
{
  for (guint i = 0; i < block->items->len; i++)
    {
      const ParleyItem *item = g_ptr_array_index (block->items, i);

      g_string_append (out, "<div custom-style=\"Entry\"><p><strong>");
      parley_html_append_text (out, item->label);
      g_string_append (out, "</strong>" GAP);
      parley_html_append_item (out, item);
      g_string_append (out, "</p></div>\n");
    }
}

/* Columns as in a PDF; pandoc takes them as parts of the page. */
static void
append_widths (Writer *writer, const ParleyTable *table)
{
  ParleyPdfColumns *columns
      = parley_pdf_columns_new (&writer->type, table, GUTTER, MEASURE - GUTTER);

  if (parley_pdf_columns_total (columns) > MEASURE - GUTTER)
    parley_pdf_columns_squeeze (columns, MEASURE - GUTTER);
  g_string_append (writer->out, "<colgroup>");
  for (guint i = 0; i < columns->n_columns; i++)
    {
      guint share = (guint) (1000 * (columns->widths[i] + GUTTER) / MEASURE);

      g_string_append_printf (writer->out, "<col style=\"width:%u.%u%%\">", share / 10, share % 10);
    }
  g_string_append (writer->out, "</colgroup>\n");
  parley_pdf_columns_free (columns);
}

static void
append_cell (GString *out, const ParleyTable *table, guint column, const char *text, gboolean bold)
{
  gboolean is_right = parley_column_is_right (parley_table_get_column (table, column));

  g_string_append_printf (out, "<td style=\"text-align:%s\">", is_right ? "right" : "left");
  g_string_append (out, bold && *text != '\0' ? "<strong>" : "");
  parley_html_append_text (out, text);
  g_string_append (out, bold && *text != '\0' ? "</strong></td>" : "</td>");
}

static void
append_across (GString *out, guint n_columns, const char *text, const char *side)
{
  g_string_append_printf (out, "<td colspan=\"%u\" style=\"text-align:%s\">", n_columns, side);
  if (*text != '\0')
    parley_html_append_element (out, "strong", text);
  g_string_append (out, "</td>");
}

static void
append_groups (GString *out, const ParleyTable *table)
{
  guint done = 0;

  g_string_append (out, "<tr>");
  for (guint i = 0; i < table->groups->len; i++)
    {
      const ParleyColumnGroup *group = g_ptr_array_index (table->groups, i);

      for (; done < group->first; done++)
        g_string_append (out, "<td></td>");
      append_across (out, group->n_columns, group->title, "center");
      done += group->n_columns;
    }
  for (; done < table->columns->len; done++)
    g_string_append (out, "<td></td>");
  g_string_append (out, "</tr>\n");
}

static void
append_header (GString *out, const ParleyTable *table)
{
  if (!parley_table_has_header (table))
    return;
  g_string_append (out, "<thead>\n");
  if (table->groups->len > 0)
    append_groups (out, table);
  g_string_append (out, "<tr>");
  for (guint i = 0; i < table->columns->len; i++)
    {
      const char *title = parley_table_get_column (table, i)->title;

      append_cell (out, table, i, title != NULL ? title : "", TRUE);
    }
  g_string_append (out, "</tr>\n</thead>\n");
}

static void
append_row (GString *out, const ParleyTable *table, GPtrArray *columns, guint index)
{
  const ParleyRow *row = g_ptr_array_index (table->rows, index);

  if (row->kind == PARLEY_ROW_RULE)
    return;
  g_string_append (out, "<tr>");
  if (row->kind == PARLEY_ROW_SECTION)
    append_across (out, MAX (table->columns->len, 1), parley_row_get_cell (row, 0), "left");
  for (guint i = 0; row->kind != PARLEY_ROW_SECTION && i < columns->len; i++)
    {
      GPtrArray *cells = g_ptr_array_index (columns, i);

      append_cell (out, table, i, g_ptr_array_index (cells, index), row->kind == PARLEY_ROW_TOTAL);
    }
  g_string_append (out, "</tr>\n");
}

static void
append_table (Writer *writer, const ParleyTable *table)
{
  GString *out = writer->out;
  g_autoptr(GPtrArray) columns = parley_html_read_cells (table);

  g_string_append (out, "<table>\n");
  if (table->caption != NULL)
    parley_html_append_element (out, "caption", table->caption);
  append_widths (writer, table);
  append_header (out, table);
  g_string_append (out, "<tbody>\n");
  for (guint i = 0; i < table->rows->len; i++)
    append_row (out, table, columns, i);
  g_string_append (out, "</tbody>\n</table>\n");
  for (guint i = 0; i < table->notes->len; i++)
    append_styled (out, "Table Note", NULL, g_ptr_array_index (table->notes, i));
}

/* As wide as asked for, or so wide that it is no higher than a page with a heading. */
static guint
shown_width (const ParleyChart *chart, double width)
{
  double height = CHART_SMALLER * parley_chart_height (chart, width / CHART_SMALLER);

  return (guint) (width * MIN (1, CHART_HIGHEST / height));
}

static gboolean
append_chart (Writer *writer, const ParleyChart *chart, GError **error)
{
  gboolean is_deep = chart->form == PARLEY_CHART_XY || chart->form == PARLEY_CHART_MATRIX;
  double width = is_deep ? CHART_DEEP * MEASURE : MEASURE;
  GString *png = g_string_new (NULL);

  if (!parley_painter_chart_to_png (chart, width / CHART_SMALLER, CHART_SCALE * CHART_SMALLER, png,
                                    error))
    {
      g_string_free (png, TRUE);
      return FALSE;
    }
  g_string_append_printf (writer->out, "<p><img src=\"/dev/fd/%u\" style=\"width:%upt\"",
                          writer->first + writer->pictures->len, shown_width (chart, width));
  parley_html_append_attribute (writer->out, "alt",
                                chart->description != NULL ? chart->description : chart->title);
  g_string_append (writer->out, "></p>\n");
  g_ptr_array_add (writer->pictures, g_string_free_to_bytes (png));
  return TRUE;
}

static gboolean
append_block (Writer *writer, guint index, GError **error)
{
  const ParleyBlock *block = g_ptr_array_index (writer->document->blocks, index);

  switch (block->kind)
    {
    case PARLEY_BLOCK_HEADING:
      append_heading (writer, block);
      return TRUE;
    case PARLEY_BLOCK_LEAD:
      append_styled (writer->out, "Lead", NULL, block->text);
      return TRUE;
    case PARLEY_BLOCK_PARAGRAPH:
      parley_html_append_element (writer->out, "p", block->text);
      return TRUE;
    case PARLEY_BLOCK_NOTE:
      append_styled (writer->out, "Note", _ ("Note:"), block->text);
      return TRUE;
    case PARLEY_BLOCK_BULLETS:
      append_bullets (writer->out, block);
      return TRUE;
    case PARLEY_BLOCK_ENTRIES:
      append_entries (writer->out, block);
      return TRUE;
    case PARLEY_BLOCK_TABLE:
      append_table (writer, block->table);
      return TRUE;
    case PARLEY_BLOCK_CHART:
      return append_chart (writer, block->chart, error);
    case PARLEY_BLOCK_PAGE:
      if (index > 0)
        g_string_append (writer->out,
                         "<div custom-style=\"Page Start\"><p>" NOTHING "</p></div>\n");
      return TRUE;
    }
  return TRUE;
}

char *
parley_painter_document_to_pandoc (const ParleyDocument *self,
                                   guint                 first,
                                   GPtrArray            *pictures,
                                   GError              **error)
{
  Writer writer = { .document = self, .out = g_string_new (NULL), .pictures = pictures };
  gboolean is_done = TRUE;

  if (!parley_painter_has_font (error))
    {
      g_string_free (writer.out, TRUE);
      return NULL;
    }
  writer.first = first;
  writer.type = (ParleyType){ parley_type_context_new (&self->imprint), BODY, 1, 1 };
  find_title (&writer);
  append_head (&writer);
  for (guint i = 0; i < self->blocks->len && is_done; i++)
    is_done = append_block (&writer, i, error);
  g_object_unref (writer.type.context);
  g_string_append (writer.out, "</body>\n</html>\n");
  return g_string_free (writer.out, !is_done);
}

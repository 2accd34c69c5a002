/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/xlsx_sheet.h"

#include <math.h>
#include <string.h>

#include "report/layout.h"
#include "report/width.h"
#include "report/xlsx_parts.h"

/* In figures, the measure of spreadsheets: what tables are laid out for, what the frame of a cell
 * takes, how long lines of text are, and how wide columns are when nothing is said. */
#define TABLE_WIDTH   108
#define MOST_OF_COLUMN 60 /* words of a sheet are broken where they do not fit */
#define CELL_FRAME    1.5
#define LINE_WIDTH    92
#define MOST_ACROSS   125
#define DEFAULT_WIDTH 8.43

/* How wide usual letters are, those of ASCII and others; columns have some room to spare. */
#define LATIN_LETTER  0.84
#define OTHER_LETTER  0.94
#define COLUMN_LETTER 0.92

/* Excel's, in points and in bytes. */
#define USUAL_ROW    15
#define MOST_OF_ROW  409
#define MOST_OF_LINK 2079
#define MOST_OF_RICH 16000 /* all parts together may have a few more */

static double
width_of (const ParleySheet *self, guint column)
{
  return column < self->widths->len ? g_array_index (self->widths, double, column) : DEFAULT_WIDTH;
}

double
parley_sheet_span (const ParleySheet *self, guint first, guint n)
{
  double span = 0;

  for (guint i = 0; i < n; i++)
    span += width_of (self, first + i);
  return span;
}

static void
widen (ParleySheet *self, guint column, double needed)
{
  while (column >= self->widths->len)
    g_array_append_val (self->widths, needed);
  if (needed > width_of (self, column))
    g_array_index (self->widths, double, column) = needed;
}

/* Whether the last column may go across several. */
static gboolean
can_spread (const ParleyTable *table)
{
  guint n = table->columns->len;

  return n > 0 && parley_table_get_column (table, n - 1)->kind == PARLEY_COLUMN_TEXT;
}

/* What a column of the layout takes of the sheet. */
static double
needed_by (const ParleyLayout *layout, const ParleyTable *table, guint column)
{
  gboolean is_right = parley_column_is_right (parley_table_get_column (table, column));

  return fmin (layout->widths[column], MOST_OF_COLUMN) * (is_right ? 1 : COLUMN_LETTER)
         + CELL_FRAME;
}

/* Makes columns wide enough for those of @table that take one. */
static void
make_room (ParleySheet *self, const ParleyTable *table)
{
  g_autoptr(ParleyLayout) layout = parley_layout_new (table, TABLE_WIDTH);
  guint n = table->columns->len - can_spread (table);

  for (guint i = 0; i < n; i++)
    widen (self, i, needed_by (layout, table, i));
}

/* Lets the last column go across as many as it needs; makes the last of them wider when all of them
 * are not enough. */
static void
spread (ParleySheet *self, const ParleyTable *table)
{
  g_autoptr(ParleyLayout) layout = parley_layout_new (table, TABLE_WIDTH);
  guint last = table->columns->len - 1;
  double needed = needed_by (layout, table, last);
  guint span = 1;

  while (last + span < self->widths->len && parley_sheet_span (self, last, span) < needed)
    span++;
  widen (self, last + span - 1, needed - parley_sheet_span (self, last, span - 1));
  g_hash_table_insert (self->spans, (gpointer) table, GUINT_TO_POINTER (span));
}

guint
parley_sheet_column_span (const ParleySheet *self, const ParleyTable *table, guint column)
{
  guint span = GPOINTER_TO_UINT (g_hash_table_lookup (self->spans, table));

  return column + 1 == table->columns->len ? MAX (span, 1) : 1;
}

guint
parley_sheet_table_span (const ParleySheet *self, const ParleyTable *table)
{
  guint last = table->columns->len - 1;

  return last + parley_sheet_column_span (self, table, last);
}

static void
make_room_for_chart (ParleySheet *self, const ParleyChart *chart)
{
  g_autoptr(ParleyTable) matrix = parley_sheet_matrix (chart);

  if (matrix != NULL)
    make_room (self, matrix);
}

static void
measure (ParleySheet *self, guint first, guint end)
{
  GPtrArray *blocks = self->book->document->blocks;

  for (guint i = first; i < end; i++)
    {
      const ParleyBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == PARLEY_BLOCK_TABLE)
        make_room (self, block->table);
      else if (block->kind == PARLEY_BLOCK_CHART)
        make_room_for_chart (self, block->chart);
    }
  for (guint i = first; i < end; i++)
    {
      const ParleyBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == PARLEY_BLOCK_TABLE && can_spread (block->table))
        spread (self, block->table);
    }
  if (self->widths->len == 0)
    widen (self, 0, LINE_WIDTH);
  self->n_across = self->widths->len;
  while (parley_sheet_span (self, 0, self->n_across) < LINE_WIDTH)
    self->n_across++;
  while (self->n_across > 1 && parley_sheet_span (self, 0, self->n_across) > MOST_ACROSS)
    self->n_across--;
}

ParleySheet *
parley_sheet_new (ParleyBook *book, lxw_worksheet *sheet, guint first, guint end)
{
  ParleySheet *self = g_new0 (ParleySheet, 1);

  self->book = book;
  self->sheet = sheet;
  self->widths = g_array_new (FALSE, FALSE, sizeof (double));
  self->spans = g_hash_table_new (NULL, NULL);
  measure (self, first, end);
  for (guint i = 0; i < self->widths->len; i++)
    parley_book_note (book, worksheet_set_column (sheet, (lxw_col_t) i, (lxw_col_t) i,
                                                  width_of (self, i), NULL));
  return self;
}

void
parley_sheet_free (ParleySheet *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->widths);
  g_hash_table_unref (self->spans);
  g_free (self);
}

/* How wide the letters of @text are on the whole. */
static double
letter_width (const char *text)
{
  gsize n = (gsize) g_utf8_strlen (text, -1);
  gsize n_ascii = 0;

  for (const char *p = text; *p != '\0'; p++)
    n_ascii += g_ascii_isprint (*p) ? 1 : 0;
  return n == 0 ? 1 : OTHER_LETTER + (LATIN_LETTER - OTHER_LETTER) * (double) n_ascii / (double) n;
}

/* Makes the current row high enough for @text in @width. */
static void
fit_row (ParleySheet *self, const char *text, double width, ParleyStyle style)
{
  double size = parley_style_size (style);
  double letter = letter_width (text) * size / parley_style_size (PARLEY_STYLE_TEXT);
  g_autoptr(GPtrArray) lines
      = parley_width_wrap (text, (guint) fmax (1, (width - CELL_FRAME / 2) / letter));
  double height = ceil (size * 1.36) * lines->len + parley_style_space (style);

  self->needed = fmin (MOST_OF_ROW, fmax (self->needed, height));
}

void
parley_sheet_end_row (ParleySheet *self)
{
  if (self->needed > USUAL_ROW)
    parley_book_note (self->book, worksheet_set_row (self->sheet, self->row, self->needed, NULL));
  self->height += fmax (USUAL_ROW, self->needed);
  self->needed = 0;
  self->row++;
}

static void
write_text (ParleySheet *self, guint column, const char *text, const ParleyCellLook *look)
{
  g_autofree char *safe = parley_book_text (text);
  lxw_format *format = parley_book_format (self->book, look);
  lxw_col_t at = (lxw_col_t) column;

  /* An empty text would be no cell, and without its lines. */
  parley_book_note (self->book,
                    *safe == '\0'
                        ? worksheet_write_blank (self->sheet, self->row, at, format)
                        : worksheet_write_string (self->sheet, self->row, at, safe, format));
}

void
parley_sheet_write (ParleySheet *self, guint column, const char *text, const ParleyCellLook *look)
{
  write_text (self, column, text, look);
  fit_row (self, text, width_of (self, column), look->style);
}

void
parley_sheet_write_number (ParleySheet          *self,
                           guint                 column,
                           double                number,
                           const ParleyCellLook *look)
{
  g_return_if_fail (isfinite (number)); /* what is not would break the file */

  parley_book_note (self->book,
                    worksheet_write_number (self->sheet, self->row, (lxw_col_t) column, number,
                                            parley_book_format (self->book, look)));
}

void
parley_sheet_write_across (ParleySheet          *self,
                           guint                 column,
                           guint                 n_columns,
                           const char           *text,
                           const ParleyCellLook *look)
{
  /* What the library calls a range has two cells at least. */
  if (n_columns > 1)
    parley_book_note (self->book,
                      worksheet_merge_range (self->sheet, self->row, (lxw_col_t) column, self->row,
                                             (lxw_col_t) (column + n_columns - 1), "",
                                             parley_book_format (self->book, look)));
  write_text (self, column, text, look);
  fit_row (self, text, parley_sheet_span (self, column, n_columns), look->style);
}

void
parley_sheet_line (ParleySheet *self, const char *text, guint n_columns, ParleyStyle style)
{
  ParleyCellLook look = { .style = style };

  parley_sheet_write_across (self, 0, n_columns, text, &look);
  parley_sheet_end_row (self);
}

/* "Label: text" with the label in bold. */
static void
write_labelled (ParleySheet *self, const ParleyItem *item)
{
  const ParleyCellLook bold = { .style = PARLEY_STYLE_LABEL };
  const ParleyCellLook look = { .style = PARLEY_STYLE_ITEM };
  g_autofree char *label = parley_book_text (item->label);
  g_autofree char *rest = g_strconcat (": ", item->text, NULL);
  g_autofree char *safe = parley_book_text (rest);
  lxw_rich_string_tuple first = { parley_book_format (self->book, &bold), label };
  lxw_rich_string_tuple second = { NULL, safe };
  lxw_rich_string_tuple *parts[] = { &first, &second, NULL };

  parley_book_note (self->book,
                    worksheet_write_rich_string (self->sheet, self->row, 0, parts,
                                                 parley_book_format (self->book, &look)));
}

static void
write_link (ParleySheet *self, const char *link, const char *text)
{
  const ParleyCellLook look = { .style = PARLEY_STYLE_LINK };
  g_autofree char *safe = parley_book_text (text);

  parley_book_note (self->book,
                    worksheet_write_url_opt (self->sheet, self->row, 0, link,
                                             parley_book_format (self->book, &look), safe, NULL));
}

void
parley_sheet_item (ParleySheet *self, const ParleyItem *item)
{
  const ParleyCellLook look = { .style = PARLEY_STYLE_ITEM };
  g_autofree char *text = item->label == NULL ? g_strconcat ("• ", item->text, NULL)
                                              : g_strconcat (item->label, ": ", item->text, NULL);

  parley_sheet_write_across (self, 0, self->n_across, text, &look);
  if (item->link != NULL && strlen (item->link) <= MOST_OF_LINK)
    write_link (self, item->link, text);
  else if (item->label != NULL && *item->label != '\0' && strlen (text) <= MOST_OF_RICH)
    write_labelled (self, item);
  parley_sheet_end_row (self);
}

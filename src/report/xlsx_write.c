/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/xlsx_parts.h"

#include <unistd.h>

#include "base/error.h"
#include "base/scratch.h"

/* Blocks on sheets */

static void
add_list (ParleySheet *sheet, const ParleyBlock *block)
{
  for (guint i = 0; i < block->items->len; i++)
    parley_sheet_item (sheet, g_ptr_array_index (block->items, i));
}

static void
add_block (ParleySheet *sheet, const ParleyBlock *block, gboolean only_table)
{
  static const ParleyStyle headings[]
      = { PARLEY_STYLE_TITLE, PARLEY_STYLE_HEADING, PARLEY_STYLE_SUBHEADING };
  g_autofree char *note = NULL;

  switch (block->kind)
    {
    case PARLEY_BLOCK_HEADING:
      parley_sheet_line (sheet, block->text, sheet->n_across,
                         headings[MIN (block->level, G_N_ELEMENTS (headings)) - 1]);
      break;
    case PARLEY_BLOCK_LEAD:
      parley_sheet_line (sheet, block->text, sheet->n_across, PARLEY_STYLE_LEAD);
      break;
    case PARLEY_BLOCK_PARAGRAPH:
      parley_sheet_line (sheet, block->text, sheet->n_across, PARLEY_STYLE_TEXT);
      break;
    case PARLEY_BLOCK_NOTE:
      note = g_strconcat ("! ", block->text, NULL);
      parley_sheet_line (sheet, note, sheet->n_across, PARLEY_STYLE_NOTE);
      break;
    case PARLEY_BLOCK_BULLETS:
    case PARLEY_BLOCK_ENTRIES:
      add_list (sheet, block);
      break;
    case PARLEY_BLOCK_TABLE:
      parley_sheet_add_table (sheet, block->table, only_table);
      break;
    case PARLEY_BLOCK_CHART:
      parley_sheet_add_chart (sheet, block->chart);
      break;
    case PARLEY_BLOCK_PAGE:
    default:
      break;
    }
}

/* TRUE when an empty row goes between the two. */
static gboolean
stand_apart (const ParleyBlock *above, const ParleyBlock *below)
{
  if (above->kind == PARLEY_BLOCK_HEADING || above->kind == PARLEY_BLOCK_PAGE)
    return FALSE;
  if (above->kind == PARLEY_BLOCK_PARAGRAPH && below->items != NULL)
    return FALSE;
  return above->kind != PARLEY_BLOCK_NOTE || below->kind != PARLEY_BLOCK_NOTE;
}

static const ParleyBlock *
block_at (const ParleyBook *book, guint index)
{
  return g_ptr_array_index (book->document->blocks, index);
}

static guint
count_tables (const ParleyBook *book, guint first, guint end)
{
  guint n = 0;

  for (guint i = first; i < end; i++)
    n += block_at (book, i)->kind == PARLEY_BLOCK_TABLE;
  return n;
}

/* Of the blocks from @first to before @end. What stands before the first page is called by the
 * title of the document. */
static void
add_sheet (ParleyBook *book, guint first, guint end)
{
  const ParleyBlock *page = first > 0 ? block_at (book, first - 1) : NULL;
  g_autofree char *given = NULL;
  lxw_worksheet *worksheet
      = parley_book_add_sheet (book, page != NULL ? page->text : book->document->imprint.title,
                               page != NULL ? page->page : PARLEY_PAGE_FLOWS, &given);
  gboolean one_table = count_tables (book, first, end) == 1;
  g_autoptr(ParleySheet) sheet = NULL;

  if (worksheet == NULL)
    return;
  sheet = parley_sheet_new (book, worksheet, first, end);
  for (guint i = first; i < end && book->error == LXW_NO_ERROR; i++)
    {
      if (i > first && stand_apart (block_at (book, i - 1), block_at (book, i)))
        sheet->row++;
      add_block (sheet, block_at (book, i), one_table);
    }
}

static void
fill (ParleyBook *book)
{
  guint n_blocks = book->document->blocks->len;
  guint first = 0;

  for (guint i = 0; i < n_blocks; i++)
    if (block_at (book, i)->kind == PARLEY_BLOCK_PAGE)
      {
        if (i > 0)
          add_sheet (book, first, i);
        first = i + 1;
      }
  add_sheet (book, first, n_blocks);
  parley_book_finish_charts (book);
}

/* The file */

static void
set_properties (ParleyBook *book)
{
  const ParleyImprint *imprint = &book->document->imprint;
  lxw_doc_properties properties = {
    .title = imprint->title,
    .author = imprint->author,
    .category = imprint->marking,
    .comments = imprint->foot,
    /* 0 would be the time that it is now. */
    .created = (time_t) MAX (imprint->time, 1),
  };

  parley_book_note (book, workbook_set_properties (book->workbook, &properties));
}

static gboolean
refuse (lxw_error code, GError **error)
{
  switch (code)
    {
    case LXW_NO_ERROR:
      return TRUE;
    case LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE:
      g_set_error (
          error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
          "a table is larger than a sheet of a workbook, which has 1,048,576 rows and 16,384 "
          "columns");
      return FALSE;
    case LXW_ERROR_MEMORY_MALLOC_FAILED:
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_MEMORY,
                   "there is not enough memory for the workbook");
      return FALSE;
    default:
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_IO, "the workbook cannot be written: %s",
                   lxw_strerror (code));
      return FALSE;
    }
}

/* Writes the workbook as the file @path. */
static gboolean
write_file (const ParleyDocument *document, const char *path, GError **error)
{
  g_autofree char *folder = g_strdup (g_get_tmp_dir ()); /* for other files on the way */
  lxw_workbook_options options = { .tmpdir = folder };
  ParleyBook book;

  parley_book_init (&book, document, workbook_new_opt (path, &options));
  set_properties (&book);
  fill (&book);
  parley_book_note (&book, workbook_close (book.workbook));
  parley_book_clear (&book);
  return refuse (book.error, error);
}

gboolean
parley_workbook_write (const ParleyDocument *self, GString *out, GError **error)
{
  int file = parley_scratch_open ("", 0, error);
  g_autofree char *path = g_strdup_printf ("/dev/fd/%d", file);
  gboolean done
      = file >= 0 && write_file (self, path, error) && parley_scratch_read (file, out, error);

  if (file >= 0)
    close (file);
  return done;
}

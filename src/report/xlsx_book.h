/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <xlsxwriter.h>

#include "report/document.h"

/*
 * What the writer of workbooks (report/xlsx.h) is made of: a book with its formats, sheets that are
 * filled from top to bottom, and the blocks, tables and charts that fill them.
 */

typedef enum
{
  PARLEY_STYLE_TITLE,
  PARLEY_STYLE_HEADING,
  PARLEY_STYLE_SUBHEADING,
  PARLEY_STYLE_LEAD,
  PARLEY_STYLE_TEXT,
  PARLEY_STYLE_NOTE, /* a warning */
  PARLEY_STYLE_ITEM, /* of a list */
  PARLEY_STYLE_LINK,
  PARLEY_STYLE_LABEL, /* within another text */
  PARLEY_STYLE_CAPTION,
  PARLEY_STYLE_GROUP,
  PARLEY_STYLE_HEADER,
  PARLEY_STYLE_SECTION,
  PARLEY_STYLE_CELL,
  PARLEY_STYLE_TOTAL,
  PARLEY_STYLE_REMARK, /* below a table */
  PARLEY_N_STYLES
} ParleyStyle;

typedef struct
{
  ParleyStyle style;
  gboolean    right; /* set to the right */
  gboolean    ruled; /* with a line above it */
  char        number[64]; /* how numbers are shown; "" for text */
} ParleyCellLook;

/* A chart that is to be put on a sheet when all sheets are filled. */
typedef struct
{
  const ParleyChart *chart;
  lxw_worksheet     *sheet;
  lxw_row_t          row;
  guint              width; /* in pixels */
  guint              height;
} ParleyPlacedChart;

typedef struct
{
  const ParleyDocument *document;
  lxw_workbook         *workbook;
  GHashTable           *formats; /* of lxw_format, by what they look like */
  GHashTable           *names;   /* of sheets, in small letters */
  GArray               *charts;  /* of ParleyPlacedChart */
  lxw_error             error;   /* the first */
} ParleyBook;

void        parley_book_init  (ParleyBook *self, const ParleyDocument *document, lxw_workbook *workbook);
void        parley_book_clear (ParleyBook *self);
lxw_format *parley_book_format (ParleyBook *self, const ParleyCellLook *look);

/* Of the letters of a style, and what its rows have above them and below, in points. */
double parley_style_size  (ParleyStyle style);
double parley_style_space (ParleyStyle style);

/* Keeps @error, if it is one. */
void parley_book_note (ParleyBook *self, lxw_error error);

/* A sheet with a name that Excel takes and that is as near to @name as can be, set up for printing;
 * @name_out: (out) (transfer full): its name. */
lxw_worksheet *parley_book_add_sheet (ParleyBook     *self,
                                      const char     *name,
                                      ParleyPageKind  kind,
                                      char          **name_out);

/* @text as a cell takes it: no more than it holds, and nothing that is read as something else.
 * Returns: (transfer full). */
char *parley_book_text (const char *text);

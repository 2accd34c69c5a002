/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/xlsx_book.h"

/*
 * A sheet that is filled from top to bottom. All tables stand in the same columns, one a column;
 * the last column of a table goes across several where texts stand in it and other tables have more
 * columns. Other text goes across as many as make a readable line.
 */
typedef struct
{
  ParleyBook    *book;
  lxw_worksheet *sheet;
  lxw_row_t      row;      /* the current */
  double         needed;   /* how high it is to be, in points */
  double         height;   /* of the rows above it that were ended */
  GArray        *widths;   /* of double: those of the columns, in characters */
  guint          n_across; /* columns that a text goes across */
  GHashTable    *spans;    /* across how many the last column of a table goes */
} ParleySheet;

/* Of the blocks from @first to before @end, whose tables say how wide columns are. */
ParleySheet *parley_sheet_new  (ParleyBook *book, lxw_worksheet *sheet, guint first, guint end);
void         parley_sheet_free (ParleySheet *self);

/* How wide @n columns from @first are, in characters. */
double parley_sheet_span (const ParleySheet *self, guint first, guint n);

/* Across how many columns of the sheet @column of @table goes, and all columns together. */
guint parley_sheet_column_span (const ParleySheet *self, const ParleyTable *table, guint column);
guint parley_sheet_table_span  (const ParleySheet *self, const ParleyTable *table);

/* A cell of the current row: as text, whatever it begins with; as a number, which is finite. */
void parley_sheet_write (ParleySheet *self,
                         guint column,
                         const char *text,
                         const ParleyCellLook *look);
void parley_sheet_write_number (ParleySheet *self,
                                guint column,
                                double number,
                                const ParleyCellLook *look);

/* @text across @n_columns from @column on, in the current row. */
void parley_sheet_write_across (ParleySheet          *self,
                                guint                 column,
                                guint                 n_columns,
                                const char           *text,
                                const ParleyCellLook *look);

/* Goes on to the next row. What wraps in the current one is to be seen: spreadsheets fit rows to
 * their cells, but not to merged ones, and not all of them do. */
void parley_sheet_end_row (ParleySheet *self);

/* A whole row with @text across @n_columns; with a text of a list, and its link. */
void parley_sheet_line (ParleySheet *self, const char *text, guint n_columns, ParleyStyle style);
void parley_sheet_item (ParleySheet *self, const ParleyItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleySheet, parley_sheet_free)

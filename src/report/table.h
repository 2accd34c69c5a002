/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

typedef enum
{
  PARLEY_COLUMN_TEXT,  /* to the left; wraps at words when the page is narrow */
  PARLEY_COLUMN_LABEL, /* to the left; never wraps */
  PARLEY_COLUMN_RIGHT, /* to the right; never wraps */
  PARLEY_COLUMN_NUMBER /* numbers ("-5.6", "52.3 %") and ranges ("82.9-87.7", "-4.5..0"): their
                        * points stand under each other; other text goes to the right */
} ParleyColumnKind;

typedef enum
{
  PARLEY_TABLE_RULED, /* a rule below the header */
  PARLEY_TABLE_PLAIN  /* no rule; rows stand a little to the right of the caption, or of the
                       * first column's title when there is no caption */
} ParleyTableStyle;

typedef enum
{
  PARLEY_ROW_CELLS,
  PARLEY_ROW_TOTAL,   /* set off from the rows above */
  PARLEY_ROW_SECTION, /* one text across the whole table, above the rows it speaks of */
  PARLEY_ROW_RULE
} ParleyRowKind;

typedef struct
{
  char             *title; /* NULL for none */
  ParleyColumnKind  kind;
} ParleyColumn;

/* A title above several columns. */
typedef struct
{
  char  *title;
  guint  first;
  guint  n_columns;
} ParleyColumnGroup;

typedef struct
{
  ParleyRowKind  kind;
  GPtrArray     *cells;   /* of char *, NULL for an empty one; at most one a column */
  GArray        *numbers; /* of double, one a cell: what it says, before it was rounded; NAN where
                     * that is not one number, or not known */
} ParleyRow;

/**
 * ParleyTable:
 *
 * Columns, then rows filled cell by cell from the left. Cells that a row leaves
 * out are empty. All text is made safe to print on its way in (report/clean.h).
 * Writers read the fields; reports call the functions.
 */
typedef struct
{
  ParleyTableStyle  style;
  char             *caption; /* NULL for none */
  GPtrArray        *columns; /* of ParleyColumn */
  GPtrArray        *groups;  /* of ParleyColumnGroup, from left to right */
  GPtrArray        *rows;    /* of ParleyRow */
  GPtrArray        *notes;   /* of char *: what stands below the table */
} ParleyTable;

ParleyTable *parley_table_new  (ParleyTableStyle style);
void         parley_table_free (ParleyTable *self);

void parley_table_caption (ParleyTable *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void parley_table_note    (ParleyTable *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Adds a column; @title may be NULL. */
void parley_table_column (ParleyTable *self, const char *title, ParleyColumnKind kind);

/* Puts @title above the next @n_columns columns to be added. */
void parley_table_group (ParleyTable *self, const char *title, guint n_columns);

/* Each starts the row that the next cells go into. */
void parley_table_row   (ParleyTable *self);
void parley_table_total (ParleyTable *self);

/* The next cell, from a format, from a text (NULL: an empty cell), or from a text that
 * the table takes over: parley_table_take_cell (table, parley_exact_format (score, 1)). */
void parley_table_cell      (ParleyTable *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void parley_table_cell_text (ParleyTable *self, const char *text);
void parley_table_take_cell (ParleyTable *self, char *text);

/* The same with the number that the text stands for, for spreadsheets; of "25 %"
 * it is 0.25. */
void parley_table_take_number (ParleyTable *self, char *text, double number);

void parley_table_section (ParleyTable *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void parley_table_rule    (ParleyTable *self);

/* For writers. */

gboolean parley_table_has_header (const ParleyTable *self);

const ParleyColumn *parley_table_get_column (const ParleyTable *self, guint column);

/* TRUE when the kind of the column sets it to the right. */
gboolean parley_column_is_right (const ParleyColumn *self);

/* The text of a cell of @row, "" when it is empty or left out.
 * Returns: (transfer none). */
const char *parley_row_get_cell (const ParleyRow *row, guint column);

/* The texts of @column, one a row; "" in rows without cells. Returns: (transfer full) (element-type
 * utf8). */
GPtrArray *parley_table_read_column (const ParleyTable *self, guint column);

/* The number of a cell of @row, NAN when it has none. */
double parley_row_get_number (const ParleyRow *row, guint column);

/* The title of @column behind that of its group, for formats in which a title cannot
 * span columns: "United States score". Returns: (transfer full). */
char *parley_table_full_title (const ParleyTable *self, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyTable, parley_table_free)

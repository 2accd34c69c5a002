/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/pdf_part.h"

#include <math.h>
#include <string.h>

/* As many rows say how wide columns should be, evenly spread, where there are more. */
#define SAMPLE 80

/* What rounding may take from a width that just does. */
#define SLACK 0.4

/* What the first column has at least if it needs it, as a part of the measure. */
#define NAMES_LEAST 0.16

#define GROUP_LINES 2.2
#define GROUP_LEAST 0.2 /* of the measure */

typedef struct
{
  ParleyPdfColumns *columns;
  const ParleyType *type;
  const ParleyTable *table;
  double *needs; /* how wide texts, and last the title, are in one line, column by column */
  guint n_rows;  /* that are measured */
} Measure;

static double *
need_of (const Measure *measure, guint column, guint row)
{
  return &measure->needs[column * (measure->n_rows + 1) + row];
}

static const ParleyRow *
row_at (const Measure *measure, guint index)
{
  guint n_all = measure->table->rows->len;

  return g_ptr_array_index (measure->table->rows, index * n_all / MAX (measure->n_rows, 1));
}

ParleyTypeStyle
parley_pdf_row_style (const ParleyRow *row)
{
  return row->kind == PARLEY_ROW_TOTAL ? PARLEY_TYPE_CELL_BOLD : PARLEY_TYPE_CELL;
}

static gboolean
has_cells (const ParleyRow *row)
{
  return row->kind == PARLEY_ROW_CELLS || row->kind == PARLEY_ROW_TOTAL;
}

static void
measure_numbers (Measure *measure, guint column)
{
  ParleyPdfNumbers *numbers = &measure->columns->numbers[column];

  for (guint i = 0; i < measure->table->rows->len; i++)
    {
      const ParleyRow *row = g_ptr_array_index (measure->table->rows, i);

      if (has_cells (row))
        parley_pdf_numbers_take_in (numbers, measure->type, parley_pdf_row_style (row),
                                    parley_row_get_cell (row, column));
    }
  measure->columns->least[column] = parley_pdf_numbers_width (numbers);
}

/* What never wraps is as wide as its widest cell. */
static void
measure_whole (Measure *measure, guint column)
{
  double widest = 0;

  for (guint i = 0; i < measure->table->rows->len; i++)
    {
      const ParleyRow *row = g_ptr_array_index (measure->table->rows, i);

      if (has_cells (row))
        widest = fmax (widest, parley_type_width (measure->type, parley_pdf_row_style (row),
                                                  parley_row_get_cell (row, column)));
    }
  measure->columns->least[column] = widest;
}

static void
measure_texts (Measure *measure, guint column)
{
  ParleyPdfColumns *columns = measure->columns;

  for (guint i = 0; i < measure->n_rows; i++)
    {
      const ParleyRow *row = row_at (measure, i);
      ParleyTypeStyle style = parley_pdf_row_style (row);
      const char *text = has_cells (row) ? parley_row_get_cell (row, column) : "";
      double width = parley_type_width (measure->type, style, text);

      columns->most[column] = MAX (columns->most[column], width);
      columns->least[column]
          = fmax (columns->least[column], parley_type_longest_word (measure->type, style, text));
      *need_of (measure, column, i) = width;
    }
}

/* The first column names its rows: it is not for it to give way to many others. */
static void
measure_names (Measure *measure)
{
  ParleyPdfColumns *columns = measure->columns;
  double some = fmin (columns->most[0], NAMES_LEAST * PARLEY_PDF_MEASURE);

  columns->least[0] = fmax (columns->least[0], some);
}

static void
measure_title (Measure *measure, guint column)
{
  ParleyPdfColumns *columns = measure->columns;
  const char *title = parley_table_get_column (measure->table, column)->title;
  double whole = 0;
  double word = 0;

  if (title != NULL)
    {
      whole = parley_type_width (measure->type, PARLEY_TYPE_CELL_BOLD, title);
      word = parley_type_longest_word (measure->type, PARLEY_TYPE_CELL_BOLD, title);
    }
  *need_of (measure, column, measure->n_rows) = whole;
  columns->least[column] = MAX (columns->least[column], word) + SLACK;
  columns->most[column] = MAX (columns->least[column], MAX (columns->most[column], whole) + SLACK);
}

static void
measure_column (Measure *measure, guint column)
{
  switch (parley_table_get_column (measure->table, column)->kind)
    {
    case PARLEY_COLUMN_TEXT:
      measure_texts (measure, column);
      if (column == 0)
        measure_names (measure);
      break;
    case PARLEY_COLUMN_NUMBER:
      measure_numbers (measure, column);
      break;
    case PARLEY_COLUMN_LABEL:
    case PARLEY_COLUMN_RIGHT:
      measure_whole (measure, column);
      break;
    }
  measure_title (measure, column);
}

/* What the title of a group needs to be of few lines, within reason, and in any case its words. */
static double
measure_group (const Measure *measure, const ParleyColumnGroup *group)
{
  const ParleyType *type = measure->type;
  double word = parley_type_longest_word (type, PARLEY_TYPE_CELL_BOLD, group->title);
  double whole = parley_type_width (type, PARLEY_TYPE_CELL_BOLD, group->title);
  double few = fmin (whole / GROUP_LINES, GROUP_LEAST * PARLEY_PDF_MEASURE);

  return fmax (word, few) + SLACK;
}

/* The columns of a group share what is missing. */
static void
make_room_for_groups (Measure *measure)
{
  ParleyPdfColumns *columns = measure->columns;

  for (guint i = 0; i < measure->table->groups->len; i++)
    {
      const ParleyColumnGroup *group = g_ptr_array_index (measure->table->groups, i);
      guint end = MIN (group->first + group->n_columns, columns->n_columns);
      double missing = measure_group (measure, group) - (end - group->first - 1) * columns->gap;

      for (guint column = group->first; column < end; column++)
        missing -= columns->least[column];
      for (guint column = group->first; column < end; column++)
        {
          columns->least[column] += fmax (missing, 0) / (end - group->first);
          columns->most[column] = fmax (columns->most[column], columns->least[column]);
        }
    }
}

static double
sum (const ParleyPdfColumns *self, const double *widths)
{
  double total = self->n_columns > 0 ? (self->n_columns - 1) * self->gap : 0;

  for (guint i = 0; i < self->n_columns; i++)
    total += widths[i];
  return total;
}

double
parley_pdf_columns_total (const ParleyPdfColumns *self)
{
  return sum (self, self->widths);
}

double
parley_pdf_columns_span (const ParleyPdfColumns *self, guint first, guint n_columns)
{
  guint end = MIN (first + n_columns, self->n_columns);
  double span = 0;

  for (guint i = first; i < end; i++)
    span += self->widths[i] + (i > first ? self->gap : 0);
  return span;
}

double
parley_pdf_columns_start (const ParleyPdfColumns *self, guint column)
{
  return column > 0 ? parley_pdf_columns_span (self, 0, column) + self->gap : 0;
}

static ParleyPdfColumns *
columns_new (guint n_columns, double gap)
{
  ParleyPdfColumns *self = g_new0 (ParleyPdfColumns, 1);

  self->n_columns = n_columns;
  self->gap = gap;
  self->widths = g_new0 (double, n_columns);
  self->least = g_new0 (double, n_columns);
  self->most = g_new0 (double, n_columns);
  self->numbers = g_new0 (ParleyPdfNumbers, n_columns);
  return self;
}

/* Between the least and the most, as far as @width goes. */
static void
choose_widths (ParleyPdfColumns *self, const Measure *measure, double width)
{
  ParleyPdfShares shares = { self->n_columns, measure->n_rows + 1, measure->needs,
                             self->most,      self->least,         self->widths };
  gboolean is_ample = sum (self, self->most) <= width;

  for (guint i = 0; i < self->n_columns; i++)
    self->widths[i] = is_ample ? self->most[i] : self->least[i];
  if (sum (self, self->widths) < width && !is_ample)
    parley_pdf_share_out (&shares, width - sum (self, self->widths));
}

ParleyPdfColumns *
parley_pdf_columns_new (const ParleyType *type,
                        const ParleyTable *table,
                        double gap,
                        double measure)
{
  ParleyPdfColumns *self = columns_new (table->columns->len, gap);
  Measure work = { self, type, table, NULL, MIN (table->rows->len, SAMPLE) };
  g_autofree double *needs = g_new0 (double, (gsize) self->n_columns *(work.n_rows + 1));

  work.needs = needs;
  for (guint column = 0; column < self->n_columns; column++)
    measure_column (&work, column);
  make_room_for_groups (&work);
  choose_widths (self, &work, measure);
  return self;
}

/* As wide as columns may be for all of them to take @room. */
static double
find_most (const ParleyPdfColumns *self, double room)
{
  double most = 0;

  for (guint round = 0; round < self->n_columns; round++)
    {
      double narrow = 0;
      guint n_wide = 0;

      for (guint i = 0; i < self->n_columns; i++)
        if (self->widths[i] > most)
          n_wide++;
        else
          narrow += self->widths[i];
      if (n_wide == 0)
        break;
      most = (room - narrow) / n_wide;
    }
  return most;
}

void
parley_pdf_columns_squeeze (ParleyPdfColumns *self, double measure)
{
  double most = find_most (self, measure - (self->n_columns - 1) * self->gap);

  for (guint i = 0; i < self->n_columns; i++)
    self->widths[i] = fmin (self->widths[i], most);
}

void
parley_pdf_columns_free (ParleyPdfColumns *self)
{
  if (self == NULL)
    return;
  g_free (self->widths);
  g_free (self->least);
  g_free (self->most);
  g_free (self->numbers);
  g_free (self);
}

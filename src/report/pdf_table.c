/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/pdf_part.h"

#include <math.h>

#include "report/language.h"

/* As parts of the size of the body. */
#define GAP 1.1       /* between columns */
#define SPACE 0.9     /* above a table */
#define PAD 0.17      /* above and below the lines of a row */
#define INDENT 1.2    /* of plain tables */
#define HAIR 0.35     /* rules, in points */
#define STRONG 0.9

/* Tables that are too wide are set in type as small as this part of what it is elsewhere. */
#define SMALLEST 0.75
#define SMALLER 0.0625

#define ROWS_TOGETHER 3 /* at either end of a sheet, at least */

#define TOLERANCE 0.01 /* of sums of widths */

typedef struct
{
  ParleyFlow *flow;
  ParleyType type;
  const ParleyTable *table;
  ParleyPdfColumns *columns;
  double indent;
} Setter;

static double
pad_of (const Setter *setter)
{
  return parley_type_space (&setter->type, PAD) * setter->type.cell;
}

static double
start_of (const Setter *setter, guint column)
{
  return setter->indent + parley_pdf_columns_start (setter->columns, column);
}

static double
right_of (const Setter *setter)
{
  return setter->indent + parley_pdf_columns_total (setter->columns);
}

static void
rule (const Setter *setter, ParleyBox *box, double y, double thickness, ParleyPdfTone tone)
{
  parley_box_fill (box, tone, setter->indent, y, right_of (setter) - setter->indent, thickness);
}

static PangoLayout *
set_column (const Setter *setter, guint column, ParleyTypeStyle style, const char *text)
{
  PangoLayout *layout
      = parley_type_set (&setter->type, style, text, setter->columns->widths[column]);

  if (parley_column_is_right (parley_table_get_column (setter->table, column)))
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  return layout;
}

/* Titles stand on the rule below them. */
static void
drop (const Setter *setter, GArray *cells)
{
  double height = parley_cells_height (&setter->type, cells);

  for (guint i = 0; i < cells->len; i++)
    {
      ParleyCellText *cell = &g_array_index (cells, ParleyCellText, i);
      g_autoptr(GArray) alone = parley_cells_new ();

      parley_cells_take (alone, g_object_ref (cell->layout), 0, cell->tone);
      cell->drop = height - parley_cells_height (&setter->type, alone);
    }
}

static void
add_groups (Setter *setter)
{
  g_autoptr(GArray) cells = parley_cells_new ();
  ParleyBox *box = NULL;

  for (guint i = 0; i < setter->table->groups->len; i++)
    {
      const ParleyColumnGroup *group = g_ptr_array_index (setter->table->groups, i);
      double span = parley_pdf_columns_span (setter->columns, group->first, group->n_columns);
      PangoLayout *layout
          = parley_type_set (&setter->type, PARLEY_TYPE_CELL_BOLD, group->title, span);

      pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
      parley_cells_take (cells, layout, start_of (setter, group->first), PARLEY_TONE_INK);
    }
  drop (setter, cells);
  parley_flow_add_row (setter->flow, cells, 0, pad_of (setter), FALSE);
  box = parley_flow_last (setter->flow, 0);
  for (guint i = 0; i < setter->table->groups->len; i++)
    {
      const ParleyColumnGroup *group = g_ptr_array_index (setter->table->groups, i);

      parley_box_fill (box, PARLEY_TONE_RULE, start_of (setter, group->first), box->height - HAIR,
                       parley_pdf_columns_span (setter->columns, group->first, group->n_columns),
                       HAIR);
    }
}

static void
add_titles (Setter *setter)
{
  g_autoptr(GArray) cells = parley_cells_new ();
  ParleyBox *box = NULL;

  for (guint i = 0; i < setter->table->columns->len; i++)
    {
      const char *title = parley_table_get_column (setter->table, i)->title;

      if (title != NULL)
        parley_cells_take (cells, set_column (setter, i, PARLEY_TYPE_CELL_BOLD, title),
                           start_of (setter, i), PARLEY_TONE_SOFT);
    }
  if (cells->len > 0)
    {
      drop (setter, cells);
      parley_flow_add_row (setter->flow, cells, 0, pad_of (setter), FALSE);
    }
  box = parley_flow_last (setter->flow, 0);
  if (setter->table->style == PARLEY_TABLE_RULED)
    {
      rule (setter, box, box->height, STRONG, PARLEY_TONE_RULE);
      box->height += STRONG;
    }
}

static void
keep_from (ParleyFlow *flow, guint first)
{
  for (guint i = first; i < flow->boxes->len; i++)
    ((ParleyBox *) g_ptr_array_index (flow->boxes, i))->keep = TRUE;
}

/* Returns: (transfer full) (nullable): the boxes of the header. */
static GPtrArray *
add_header (Setter *setter)
{
  GPtrArray *boxes = setter->flow->boxes;
  guint first = boxes->len;
  GPtrArray *head = NULL;

  if (!parley_table_has_header (setter->table))
    return NULL;
  if (setter->table->groups->len > 0)
    add_groups (setter);
  add_titles (setter);
  keep_from (setter->flow, first);
  head = g_ptr_array_new ();
  for (guint i = first; i < boxes->len; i++)
    g_ptr_array_add (head, g_ptr_array_index (boxes, i));
  return head;
}

static void
add_cells (Setter *setter, GArray *cells, const ParleyRow *row, guint column)
{
  const ParleyPdfColumns *columns = setter->columns;
  const char *text = parley_row_get_cell (row, column);
  ParleyTypeStyle style = parley_pdf_row_style (row);
  double start = start_of (setter, column);
  gboolean fits = columns->widths[column] >= parley_pdf_numbers_width (&columns->numbers[column]);

  if (*text == '\0')
    return;
  if (parley_table_get_column (setter->table, column)->kind == PARLEY_COLUMN_NUMBER && fits)
    parley_pdf_numbers_set (&columns->numbers[column], cells, &setter->type, style, text,
                            start + columns->widths[column]);
  else
    parley_cells_take (cells, set_column (setter, column, style, text), start, PARLEY_TONE_INK);
}

static void
add_cells_row (Setter *setter, const ParleyRow *row)
{
  g_autoptr(GArray) cells = parley_cells_new ();

  for (guint i = 0; i < setter->table->columns->len; i++)
    add_cells (setter, cells, row, i);
  /* An empty row is as high as others. */
  if (cells->len == 0)
    parley_cells_take (cells, parley_type_set (&setter->type, PARLEY_TYPE_CELL, " ", -1), 0,
                       PARLEY_TONE_INK);
  parley_flow_add_row (setter->flow, cells, 0, pad_of (setter), FALSE);
}

static void
add_section (Setter *setter, const ParleyRow *row)
{
  g_autoptr(GArray) cells = parley_cells_new ();
  guint first = setter->flow->boxes->len;
  double width = fmax (right_of (setter), PARLEY_PDF_MEASURE / 2);

  parley_cells_take (cells,
                     parley_type_set (&setter->type, PARLEY_TYPE_CELL_BOLD,
                                      parley_row_get_cell (row, 0), width),
                     0, PARLEY_TONE_INK);
  parley_flow_add_row (setter->flow, cells, 3 * pad_of (setter), pad_of (setter), FALSE);
  keep_from (setter->flow, first);
}

static const ParleyRow *
row_above (const ParleyTable *table, guint index)
{
  return index > 0 ? g_ptr_array_index (table->rows, index - 1) : NULL;
}

/* The rule above a row: strong where the report or a total asks for it. */
static void
rule_above (Setter *setter, guint index, ParleyBox *box)
{
  const ParleyRow *row = g_ptr_array_index (setter->table->rows, index);
  const ParleyRow *above = row_above (setter->table, index);
  gboolean is_ruled = above != NULL && above->kind == PARLEY_ROW_RULE;

  if (is_ruled || row->kind == PARLEY_ROW_TOTAL)
    rule (setter, box, 0, STRONG, PARLEY_TONE_RULE);
  else if (above != NULL && setter->table->style == PARLEY_TABLE_RULED
           && row->kind == PARLEY_ROW_CELLS)
    rule (setter, box, 0, HAIR, PARLEY_TONE_FAINT);
}

static void
add_row (Setter *setter, guint index, GPtrArray *head)
{
  const ParleyRow *row = g_ptr_array_index (setter->table->rows, index);
  GPtrArray *boxes = setter->flow->boxes;
  guint first = boxes->len;

  if (row->kind == PARLEY_ROW_RULE)
    return;
  if (row->kind == PARLEY_ROW_SECTION)
    add_section (setter, row);
  else
    add_cells_row (setter, row);
  rule_above (setter, index, g_ptr_array_index (boxes, first));
  for (guint i = first; head != NULL && i < boxes->len; i++)
    ((ParleyBox *) g_ptr_array_index (boxes, i))->head = g_ptr_array_ref (head);
}

static void
add_caption (Setter *setter)
{
  g_autoptr(GArray) cells = parley_cells_new ();
  guint first = setter->flow->boxes->len;

  if (setter->table->caption == NULL)
    return;
  parley_cells_take (cells,
                     parley_type_set (&setter->flow->type, PARLEY_TYPE_BOLD, setter->table->caption,
                                      PARLEY_PDF_MEASURE),
                     0, PARLEY_TONE_INK);
  parley_flow_add_row (setter->flow, cells, 0, pad_of (setter), FALSE);
  keep_from (setter->flow, first);
}

static void
add_notes (Setter *setter, guint first)
{
  for (guint i = 0; i < setter->table->notes->len; i++)
    {
      g_autoptr(GArray) cells = parley_cells_new ();

      if (setter->flow->boxes->len > first)
        parley_flow_last (setter->flow, 0)->keep = TRUE;
      parley_cells_take (cells,
                         parley_type_set (&setter->flow->type, PARLEY_TYPE_BELOW,
                                          g_ptr_array_index (setter->table->notes, i),
                                          PARLEY_PDF_MEASURE),
                         0, PARLEY_TONE_SOFT);
      parley_flow_add_row (setter->flow, cells, pad_of (setter), 0, TRUE);
    }
}

/* Neither the first rows nor the last ones stand alone. */
static void
keep_ends (Setter *setter, guint first)
{
  GPtrArray *boxes = setter->flow->boxes;

  for (guint i = first; i + 1 < boxes->len; i++)
    if (i - first + 1 < ROWS_TOGETHER || boxes->len - i <= ROWS_TOGETHER)
      ((ParleyBox *) g_ptr_array_index (boxes, i))->keep = TRUE;
}

static void
set_table (Setter *setter)
{
  guint first = setter->flow->boxes->len;
  guint first_row = 0;
  g_autoptr(GPtrArray) head = NULL;

  add_caption (setter);
  head = add_header (setter);
  first_row = setter->flow->boxes->len;
  for (guint i = 0; i < setter->table->rows->len; i++)
    add_row (setter, i, head);
  keep_ends (setter, first_row);
  add_notes (setter, first_row);
  if (setter->flow->boxes->len > first)
    ((ParleyBox *) g_ptr_array_index (setter->flow->boxes, first))->space
        = parley_type_space (&setter->type, SPACE);
}

static gboolean
is_too_wide (const Setter *setter)
{
  return parley_pdf_columns_total (setter->columns)
         > PARLEY_PDF_MEASURE - setter->indent + TOLERANCE;
}

/* Smaller type, in which the columns have room; where none does, the smallest. */
static void
choose_type (Setter *setter)
{
  for (setter->type.cell = 1; TRUE; setter->type.cell -= SMALLER)
    {
      double gap = GAP * setter->type.body * setter->type.cell;

      g_clear_pointer (&setter->columns, parley_pdf_columns_free);
      setter->columns = parley_pdf_columns_new (&setter->type, setter->table, gap,
                                                PARLEY_PDF_MEASURE - setter->indent);
      if (!is_too_wide (setter) || setter->type.cell - SMALLER < SMALLEST)
        return;
    }
}

/* Returns: FALSE when the table has no narrower parts. */
static gboolean
add_panels (const Setter *setter)
{
  g_autoptr(GPtrArray) panels = NULL;

  if (setter->table->columns->len < 3)
    return FALSE;
  panels = parley_pdf_panels (setter->table, setter->columns, PARLEY_PDF_MEASURE - setter->indent);
  for (guint i = 0; i < panels->len && panels->len > 1; i++)
    parley_flow_add_table (setter->flow, g_ptr_array_index (panels, i));
  return panels->len > 1;
}

void
parley_flow_add_table (ParleyFlow *self, const ParleyTable *table)
{
  Setter setter = { .flow = self, .type = self->type, .table = table };

  setter.indent = table->style == PARLEY_TABLE_PLAIN ? INDENT * self->type.body : 0;
  choose_type (&setter);
  if (!is_too_wide (&setter) || !add_panels (&setter))
    {
      if (is_too_wide (&setter))
        parley_pdf_columns_squeeze (setter.columns, PARLEY_PDF_MEASURE - setter.indent);
      set_table (&setter);
    }
  parley_pdf_columns_free (setter.columns);
}

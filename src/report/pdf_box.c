/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/pdf_part.h"

#include <math.h>

/* What is higher, as a part of the sheet, may be broken between lines. */
#define TALL 0.5

static void
mark_clear (gpointer data)
{
  ParleyMark *mark = data;

  g_clear_pointer (&mark->line, pango_layout_line_unref);
  g_clear_object (&mark->layout);
}

ParleyBox *
parley_box_new (double space, double height)
{
  ParleyBox *self = g_new0 (ParleyBox, 1);

  self->space = space;
  self->height = height;
  self->marks = g_array_new (FALSE, FALSE, sizeof (ParleyMark));
  g_array_set_clear_func (self->marks, mark_clear);
  return self;
}

void
parley_box_free (ParleyBox *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->marks);
  g_clear_pointer (&self->head, g_ptr_array_unref);
  g_free (self);
}

ParleyFlow *
parley_flow_new (const ParleyType *type)
{
  ParleyFlow *self = g_new0 (ParleyFlow, 1);

  self->type = *type;
  self->boxes = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_box_free);
  return self;
}

void
parley_flow_free (ParleyFlow *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->boxes);
  g_free (self);
}

ParleyBox *
parley_flow_last (ParleyFlow *self, guint back)
{
  g_return_val_if_fail (back < self->boxes->len, NULL);

  return g_ptr_array_index (self->boxes, self->boxes->len - 1 - back);
}

double
parley_flow_height (const ParleyFlow *self)
{
  double height = 0;

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const ParleyBox *box = g_ptr_array_index (self->boxes, i);

      height += box->height + (i > 0 ? box->space : 0);
    }
  return height;
}

void
parley_box_fill (ParleyBox     *self,
                 ParleyPdfTone  tone,
                 double         x,
                 double         y,
                 double         width,
                 double         height)
{
  ParleyMark mark = { .kind = PARLEY_MARK_FILL, .tone = tone, .x = x, .y = y };

  mark.width = width;
  mark.height = height;
  g_array_append_val (self->marks, mark);
}

static void
cell_clear (gpointer data)
{
  ParleyCellText *cell = data;

  g_clear_object (&cell->layout);
}

GArray *
parley_cells_new (void)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (ParleyCellText));

  g_array_set_clear_func (cells, cell_clear);
  return cells;
}

ParleyCellText *
parley_cells_take (GArray *cells, PangoLayout *layout, double x, ParleyPdfTone tone)
{
  ParleyCellText cell = { .layout = layout, .x = x, .tone = tone };

  g_array_append_val (cells, cell);
  return &g_array_index (cells, ParleyCellText, cells->len - 1);
}

double
parley_cells_height (const ParleyType *type, GArray *cells)
{
  int height = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      int is = 0;

      pango_layout_get_size (g_array_index (cells, ParleyCellText, i).layout, NULL, &is);
      height = MAX (height, is);
    }
  return parley_type_leading (type) * pango_units_to_double (height);
}

/* The lines of @cell: y is the base of each, from its own top. */
static GArray *
read_lines (const ParleyType *type, const ParleyCellText *cell)
{
  double leading = parley_type_leading (type);
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (ParleyMark));
  PangoLayoutIter *lines = pango_layout_get_iter (cell->layout);

  do
    {
      ParleyMark mark = { .kind = PARLEY_MARK_LINE, .tone = cell->tone, .link = cell->link };
      PangoRectangle extents;
      int base = pango_layout_iter_get_baseline (lines);

      pango_layout_iter_get_line_extents (lines, NULL, &extents);
      mark.height = leading * pango_units_to_double (extents.height);
      mark.width = pango_units_to_double (extents.width);
      mark.x = cell->x + pango_units_to_double (extents.x);
      mark.y = pango_units_to_double (base - extents.y) + (1 - 1 / leading) / 2 * mark.height;
      mark.layout = g_object_ref (cell->layout);
      mark.line = pango_layout_line_ref (pango_layout_iter_get_line_readonly (lines));
      g_array_append_val (marks, mark);
    }
  while (pango_layout_iter_next_line (lines));
  pango_layout_iter_free (lines);
  return marks;
}

/* Adds the lines @first to @end of @marks below @top. Returns: where they end. */
static double
add_lines (ParleyBox *box, GArray *marks, guint first, guint end, double top)
{
  for (guint i = first; i < MIN (end, marks->len); i++)
    {
      ParleyMark mark = g_array_index (marks, ParleyMark, i);

      mark.y += top;
      top += mark.height;
      g_array_append_val (box->marks, mark);
    }
  return top;
}

/* Adds a box with the lines @first to @end of all cells. */
static ParleyBox *
add_slice (ParleyFlow *self, GPtrArray *texts, GArray *cells, guint first, guint end, double pad)
{
  ParleyBox *box = parley_box_new (0, pad);

  for (guint i = 0; i < cells->len; i++)
    {
      double drop = end - first > 1 ? g_array_index (cells, ParleyCellText, i).drop : 0;

      box->height = fmax (box->height,
                          add_lines (box, g_ptr_array_index (texts, i), first, end, pad + drop));
    }
  g_ptr_array_add (self->boxes, box);
  return box;
}

static GPtrArray *
read_all_lines (const ParleyType *type, GArray *cells, guint *n_lines)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < cells->len; i++)
    {
      GArray *marks = read_lines (type, &g_array_index (cells, ParleyCellText, i));

      *n_lines = MAX (*n_lines, marks->len);
      g_ptr_array_add (texts, marks);
    }
  return texts;
}

guint
parley_flow_add_row (ParleyFlow *self, GArray *cells, double space, double pad, gboolean breaks)
{
  guint n_lines = 0;
  g_autoptr(GPtrArray) texts = read_all_lines (&self->type, cells, &n_lines);
  gboolean splits = breaks || parley_cells_height (&self->type, cells) > TALL * PARLEY_PDF_DEPTH;
  guint step = splits ? 1 : n_lines;
  guint n_boxes = 0;

  for (guint line = 0; line < n_lines; line += step, n_boxes++)
    {
      ParleyBox *box = add_slice (self, texts, cells, line, line + step, line == 0 ? pad : 0);
      guint next = line + step;

      box->space = line == 0 ? space : 0;
      /* No line stands alone, neither the first nor the last. */
      box->keep = next < n_lines && (line == 0 || next + 1 == n_lines);
    }
  parley_flow_last (self, 0)->height += pad;
  return n_boxes;
}

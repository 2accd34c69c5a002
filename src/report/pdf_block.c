/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/pdf_part.h"

#include <math.h>
#include <string.h>

#include "report/language.h"
#include "report/chart_layout.h"

/* As parts of the size of the body. */
#define SPACE 0.55         /* between paragraphs */
#define SPACE_HEADING 1.25 /* above a heading */
#define SPACE_BELOW 0.45   /* below it */
#define SPACE_ITEM 0.22
#define SPACE_CHART 0.8
#define PAD_LEAD 0.4
#define PAD_NOTE 0.3
#define INDENT_LEAD 1.1
#define BAR 0.3 /* to the left of what stands out */
#define BULLET 0.35
#define INDENT_BULLET 1.3
#define GAP_LABEL 1.2
#define CHART_LETTERING 9.5 /* the size of the body with which they are as they are */
#define CHART_WIDTH 0.85 /* of deep ones, of the measure */
#define CHART_MOST 0.9 /* of the depth of a page */
#define LABEL_MOST 0.27 /* of the measure */

static gboolean
is_lead (const ParleyDocument *document, guint index)
{
  const ParleyBlock *block
      = index < document->blocks->len ? g_ptr_array_index (document->blocks, index) : NULL;

  return block != NULL && block->kind == PARLEY_BLOCK_LEAD;
}

/* Adds one text from @x to the right margin. Returns: the number of boxes. */
static guint
add_text (ParleyFlow     *self,
          ParleyTypeStyle style,
          const char     *text,
          double          x,
          double          space,
          double          pad,
          gboolean        breaks)
{
  g_autoptr(GArray) cells = parley_cells_new ();

  parley_cells_take (cells, parley_type_set (&self->type, style, text, PARLEY_PDF_MEASURE - x), x,
                     PARLEY_TONE_INK);
  return parley_flow_add_row (self, cells, parley_type_space (&self->type, space),
                              parley_type_space (&self->type, pad), breaks);
}

/* Fills the last @n_boxes from side to side, with a bar at the left. Boxes lap, so that no seam
 * shows between them. */
static void
stand_out (ParleyFlow *self, guint n_boxes, ParleyPdfTone ground, ParleyPdfTone bar)
{
  for (guint i = 0; i < n_boxes; i++)
    {
      ParleyBox *box = parley_flow_last (self, i);
      double height = box->height + (i > 0 ? 0.3 : 0);

      parley_box_fill (box, ground, 0, 0, PARLEY_PDF_MEASURE, height);
      parley_box_fill (box, bar, 0, 0, BAR * self->type.body, height);
    }
}

static void
add_heading (ParleyFlow *self, const ParleyBlock *block)
{
  static const ParleyTypeStyle styles[]
      = { PARLEY_TYPE_HEADING_1, PARLEY_TYPE_HEADING_2, PARLEY_TYPE_HEADING_3 };
  guint level = CLAMP (block->level, 1, G_N_ELEMENTS (styles));
  guint first = self->boxes->len;

  add_text (self, styles[level - 1], block->text, 0, SPACE_HEADING, 0, FALSE);
  for (guint i = first; i < self->boxes->len; i++)
    {
      ParleyBox *box = g_ptr_array_index (self->boxes, i);

      box->keep = TRUE;
      for (guint m = 0; m < box->marks->len && level == 2; m++)
        g_array_index (box->marks, ParleyMark, m).tone = PARLEY_TONE_HEAD;
      box->name = i == first ? block->text : NULL;
      box->level = block->level;
    }
}

static void
add_lead (ParleyFlow *self, const ParleyDocument *document, guint index)
{
  const ParleyBlock *block = g_ptr_array_index (document->blocks, index);
  gboolean goes_on = index > 0 && is_lead (document, index - 1);
  guint n_boxes = add_text (self, PARLEY_TYPE_LEAD, block->text, INDENT_LEAD * self->type.body,
                            goes_on ? 0 : SPACE, PAD_LEAD, FALSE);

  stand_out (self, n_boxes, PARLEY_TONE_TINT, PARLEY_TONE_HEAD);
  if (goes_on)
    parley_flow_last (self, n_boxes)->keep = TRUE;
}

static void
add_note (ParleyFlow *self, const ParleyBlock *block)
{
  g_autoptr(GArray) cells = parley_cells_new ();
  const char *label = _ ("Note:");
  g_autofree char *text = g_strdup_printf ("%s %s", label, block->text);
  double x = INDENT_LEAD * self->type.body;
  PangoLayout *layout
      = parley_type_set (&self->type, PARLEY_TYPE_BODY, text, PARLEY_PDF_MEASURE - x);
  guint n_boxes = 0;

  parley_type_embolden (layout, strlen (label));
  parley_cells_take (cells, layout, x, PARLEY_TONE_INK);
  n_boxes = parley_flow_add_row (self, cells, parley_type_space (&self->type, SPACE),
                                 parley_type_space (&self->type, PAD_NOTE), FALSE);
  stand_out (self, n_boxes, PARLEY_TONE_WARN_TINT, PARLEY_TONE_WARN);
}

static void
take_item (GArray *cells, ParleyFlow *self, const ParleyItem *item, double x)
{
  PangoLayout *layout
      = parley_type_set (&self->type, PARLEY_TYPE_BODY, item->text, PARLEY_PDF_MEASURE - x);
  ParleyPdfTone tone = item->link != NULL ? PARLEY_TONE_HEAD : PARLEY_TONE_INK;

  parley_cells_take (cells, layout, x, tone)->link = item->link;
}

/* Neither the first item of a list nor the last stands alone: what is about to follow stays with
 * what is there. */
static void
keep_item (ParleyFlow *self, const ParleyBlock *block, guint index)
{
  if (index > 0 && (index == 1 || index + 1 == block->items->len))
    parley_flow_last (self, 0)->keep = TRUE;
}

static void
add_bullets (ParleyFlow *self, const ParleyBlock *block)
{
  for (guint i = 0; i < block->items->len; i++)
    {
      g_autoptr(GArray) cells = parley_cells_new ();

      keep_item (self, block, i);
      parley_cells_take (cells, parley_type_set (&self->type, PARLEY_TYPE_BODY, "•", -1),
                         BULLET * self->type.body, PARLEY_TONE_SOFT);
      take_item (cells, self, g_ptr_array_index (block->items, i), INDENT_BULLET * self->type.body);
      parley_flow_add_row (self, cells, parley_type_space (&self->type, i > 0 ? SPACE_ITEM : SPACE),
                           0, TRUE);
    }
}

/* As wide as the widest label, within reason. */
static double
measure_labels (const ParleyFlow *self, const ParleyBlock *block)
{
  double most = LABEL_MOST * PARLEY_PDF_MEASURE;
  double width = 0;

  for (guint i = 0; i < block->items->len; i++)
    {
      const ParleyItem *item = g_ptr_array_index (block->items, i);

      width = fmax (width, parley_type_width (&self->type, PARLEY_TYPE_BOLD, item->label));
    }
  return MIN (width + 0.5, most);
}

static void
add_entries (ParleyFlow *self, const ParleyBlock *block)
{
  double labels = measure_labels (self, block);

  for (guint i = 0; i < block->items->len; i++)
    {
      const ParleyItem *item = g_ptr_array_index (block->items, i);
      g_autoptr(GArray) cells = parley_cells_new ();

      keep_item (self, block, i);
      parley_cells_take (cells,
                         parley_type_set (&self->type, PARLEY_TYPE_BOLD, item->label, labels), 0,
                         PARLEY_TONE_INK);
      take_item (cells, self, item, labels + GAP_LABEL * self->type.body);
      parley_flow_add_row (self, cells, parley_type_space (&self->type, i > 0 ? SPACE_ITEM : SPACE),
                           0, TRUE);
    }
}

/* With lettering of the size of the body, so that in smaller type charts are smaller too. */
static void
add_chart (ParleyFlow *self, const ParleyChart *chart)
{
  gboolean is_deep = chart->form == PARLEY_CHART_XY || chart->form == PARLEY_CHART_MATRIX;
  double scale = self->type.body / CHART_LETTERING;
  double width = (is_deep ? CHART_WIDTH : 1) * PARLEY_PDF_MEASURE;
  double fitted = width * fmin (self->type.body / PARLEY_PDF_USUAL, 1);
  double whole = scale * parley_chart_height (chart, fitted / scale);
  double height = fmin (whole, CHART_MOST * PARLEY_PDF_DEPTH);
  ParleyBox *box = parley_box_new (parley_type_space (&self->type, SPACE_CHART), height);
  ParleyMark mark = { .kind = PARLEY_MARK_CHART, .chart = chart };

  mark.width = fitted;
  mark.height = height;
  mark.scale = scale;
  g_array_append_val (box->marks, mark);
  g_ptr_array_add (self->boxes, box);
}

static void
add_block (ParleyFlow *self, const ParleyDocument *document, guint index)
{
  const ParleyBlock *block = g_ptr_array_index (document->blocks, index);

  switch (block->kind)
    {
    case PARLEY_BLOCK_HEADING:
      add_heading (self, block);
      break;
    case PARLEY_BLOCK_LEAD:
      add_lead (self, document, index);
      break;
    case PARLEY_BLOCK_PARAGRAPH:
      add_text (self, PARLEY_TYPE_BODY, block->text, 0, SPACE, 0, TRUE);
      break;
    case PARLEY_BLOCK_NOTE:
      add_note (self, block);
      break;
    case PARLEY_BLOCK_BULLETS:
      add_bullets (self, block);
      break;
    case PARLEY_BLOCK_ENTRIES:
      add_entries (self, block);
      break;
    case PARLEY_BLOCK_TABLE:
      parley_flow_add_table (self, block->table);
      break;
    case PARLEY_BLOCK_CHART:
      add_chart (self, block->chart);
      break;
    case PARLEY_BLOCK_PAGE:
      break;
    }
}

/* A paragraph between a heading and what it announces stays with both. */
static gboolean
introduces (const ParleyBlock *above, const ParleyBlock *block, const ParleyBlock *below)
{
  return above != NULL && above->kind == PARLEY_BLOCK_HEADING
         && block->kind == PARLEY_BLOCK_PARAGRAPH && below != NULL
         && (below->table != NULL || below->items != NULL);
}

void
parley_flow_add_blocks (ParleyFlow *self, const ParleyDocument *document, guint first, guint end)
{
  GPtrArray *blocks = document->blocks;

  for (guint i = first; i < end; i++)
    {
      const ParleyBlock *above = i > first ? g_ptr_array_index (blocks, i - 1) : NULL;
      const ParleyBlock *below = i + 1 < end ? g_ptr_array_index (blocks, i + 1) : NULL;
      guint n_boxes = self->boxes->len;

      add_block (self, document, i);
      if (introduces (above, g_ptr_array_index (blocks, i), below))
        parley_flow_last (self, 0)->keep = TRUE;
      if (above != NULL && above->kind == PARLEY_BLOCK_HEADING && self->boxes->len > n_boxes)
        {
          ParleyBox *box = g_ptr_array_index (self->boxes, n_boxes);

          box->space = fmin (box->space, parley_type_space (&self->type, SPACE_BELOW));
        }
    }
}

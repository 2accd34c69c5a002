/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/pdf_part.h"

/* A head that takes a greater part of a sheet is not repeated. */
#define HEAD_MOST 0.3

typedef struct
{
  GPtrArray *sheets;
  GArray *sheet; /* the last of them */
  double y;      /* how far it is filled */
} Pen;

static void
begin_sheet (Pen *pen)
{
  pen->sheet = g_array_new (FALSE, FALSE, sizeof (ParleyPlaced));
  g_ptr_array_add (pen->sheets, pen->sheet);
  pen->y = 0;
}

static void
put (Pen *pen, const ParleyBox *box)
{
  ParleyPlaced placed = { box, 0 };

  if (pen->sheet->len > 0)
    pen->y += box->space;
  placed.y = pen->y;
  g_array_append_val (pen->sheet, placed);
  pen->y += box->height;
}

static double
height_of (GPtrArray *boxes, guint first, guint end)
{
  double height = 0;

  for (guint i = first; i < end; i++)
    {
      const ParleyBox *box = g_ptr_array_index (boxes, i);

      height += box->height + (i > first ? box->space : 0);
    }
  return height;
}

static void
put_head (Pen *pen, GPtrArray *head)
{
  if (head == NULL || height_of (head, 0, head->len) > HEAD_MOST * PARLEY_PDF_DEPTH)
    return;
  for (guint i = 0; i < head->len; i++)
    put (pen, g_ptr_array_index (head, i));
}

static gboolean
has_room (const Pen *pen, const ParleyBox *box, double height)
{
  double space = pen->sheet->len > 0 ? box->space : 0;

  return pen->y + space + height <= PARLEY_PDF_DEPTH;
}

/* What is kept together but higher than a sheet is broken where the sheet ends. */
static void
put_chain (Pen *pen, GPtrArray *boxes, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    {
      const ParleyBox *box = g_ptr_array_index (boxes, i);
      double height = i == first ? height_of (boxes, first, end) : box->height;

      if (pen->sheet->len > 0 && !has_room (pen, box, height))
        {
          begin_sheet (pen);
          put_head (pen, box->head);
        }
      put (pen, box);
    }
}

void
parley_pdf_place (const ParleyFlow *flow, GPtrArray *sheets)
{
  GPtrArray *boxes = flow->boxes;
  Pen pen = { .sheets = sheets };
  guint end = 0;

  begin_sheet (&pen);
  for (guint first = 0; first < boxes->len; first = end)
    {
      end = first + 1;
      while (end < boxes->len && ((const ParleyBox *) g_ptr_array_index (boxes, end - 1))->keep)
        end++;
      put_chain (&pen, boxes, first, end);
    }
}

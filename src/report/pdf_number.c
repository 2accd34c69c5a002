/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/pdf_part.h"

#include <math.h>

#include "report/number.h"

static double
part_width (const ParleyType        *type,
            ParleyTypeStyle          style,
            const ParleyNumberParts *parts,
            guint                    first,
            guint                    end)
{
  g_autofree char *text
      = g_strndup (parts->ends[first], (gsize) (parts->ends[end] - parts->ends[first]));
  g_autoptr(PangoLayout) layout = NULL;
  int width = 0;

  if (*text == '\0')
    return 0;
  layout = parley_type_set_number (type, style, text);
  pango_layout_get_size (layout, &width, NULL);
  return pango_units_to_double (width);
}

void
parley_pdf_numbers_take_in (ParleyPdfNumbers *self,
                            const ParleyType *type,
                            ParleyTypeStyle   style,
                            const char       *text)
{
  ParleyNumberParts parts;

  if (!parley_number_split (text, &parts))
    {
      self->whole = fmax (self->whole, parley_type_width (type, style, text));
      return;
    }
  for (guint i = 0; i < PARLEY_NUMBER_PARTS; i++)
    self->parts[i] = fmax (self->parts[i], part_width (type, style, &parts, i, i + 1));
}

static double
sum (const ParleyPdfNumbers *self, guint first)
{
  double width = 0;

  for (guint i = first; i < PARLEY_NUMBER_PARTS; i++)
    width += self->parts[i];
  return width;
}

double
parley_pdf_numbers_width (const ParleyPdfNumbers *self)
{
  return fmax (self->whole, sum (self, 0));
}

/* The text from part @first to part @end, whose whole part ends where that of the others does. */
static void
place_end (const ParleyPdfNumbers  *self,
           GArray                  *cells,
           const ParleyType        *type,
           ParleyTypeStyle          style,
           const ParleyNumberParts *parts,
           guint                    first,
           guint                    end,
           double                   right)
{
  gsize length = (gsize) (parts->ends[end] - parts->ends[first]);
  g_autofree char *text = g_strndup (parts->ends[first], length);
  double point = right - sum (self, first + 1);
  double x = point - part_width (type, style, parts, first, first + 1);

  if (length > 0)
    parley_cells_take (cells, parley_type_set_number (type, style, text), x, PARLEY_TONE_INK);
}

void
parley_pdf_numbers_set (const ParleyPdfNumbers *self,
                        GArray                 *cells,
                        const ParleyType       *type,
                        ParleyTypeStyle         style,
                        const char             *text,
                        double                  right)
{
  ParleyNumberParts parts;

  if (!parley_number_split (text, &parts))
    {
      parley_cells_take (cells, parley_type_set (type, style, text, -1),
                         right - parley_type_width (type, style, text), PARLEY_TONE_INK);
      return;
    }
  place_end (self, cells, type, style, &parts, PARLEY_NUMBER_LOW_WHOLE, PARLEY_NUMBER_HIGH_WHOLE,
             right);
  place_end (self, cells, type, style, &parts, PARLEY_NUMBER_HIGH_WHOLE, PARLEY_NUMBER_PARTS,
             right);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/pdf_part.h"

#include <math.h>

#include "report/number.h"

static double
width_of (PangoLayout *layout)
{
  int width = 0;

  pango_layout_get_size (layout, &width, NULL);
  return pango_units_to_double (width);
}

/* How wide @text is before its last decimal point, or the end of its digits, and behind it.
 * Returns: FALSE when it is no number; then all of it is before. */
static gboolean
measure (const ParleyType *type,
         ParleyTypeStyle style,
         const char *text,
         double *before,
         double *behind)
{
  g_autoptr(PangoLayout) whole = parley_type_set_number (type, style, text);
  g_autoptr(PangoLayout) tail = NULL;
  ParleyNumberParts parts;

  *before = width_of (whole);
  *behind = 0;
  if (!parley_number_split (text, &parts))
    return FALSE;
  tail = parley_type_set_number (type, style, parts.ends[PARLEY_NUMBER_HIGH_BEHIND]);
  *behind = width_of (tail);
  *before -= *behind;
  return TRUE;
}

void
parley_pdf_numbers_take_in (ParleyPdfNumbers *self,
                            const ParleyType *type,
                            ParleyTypeStyle   style,
                            const char       *text)
{
  double before = 0;
  double behind = 0;

  if (measure (type, style, text, &before, &behind))
    {
      self->before = fmax (self->before, before);
      self->behind = fmax (self->behind, behind);
    }
  else
    self->whole = fmax (self->whole, before);
}

double
parley_pdf_numbers_width (const ParleyPdfNumbers *self)
{
  return fmax (self->whole, self->before + self->behind);
}

void
parley_pdf_numbers_set (const ParleyPdfNumbers *self,
                        GArray                 *cells,
                        const ParleyType       *type,
                        ParleyTypeStyle         style,
                        const char             *text,
                        double                  right)
{
  double before = 0;
  double behind = 0;
  gboolean is_number = measure (type, style, text, &before, &behind);
  double point = is_number ? right - self->behind : right;

  parley_cells_take (cells, parley_type_set_number (type, style, text), point - before,
                     PARLEY_TONE_INK);
}

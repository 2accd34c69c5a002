/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "report/chart.h"

/*
 * The painter of charts (report/painter.h) by cairo. Sizes are in points (1/72 inch).
 */

/* Paints @chart, as large as it can be, into the upper left corner of @width times @height. */
void parley_chart_paint (const ParleyChart *chart, cairo_t *cr, double width, double height);

gboolean parley_painter_has_font     (GError **error);
gunichar parley_painter_find_missing (const char *text);
gboolean parley_painter_chart_to_png (const ParleyChart *chart,
                                      double             width,
                                      double             scale,
                                      GString           *out,
                                      GError           **error);
gboolean parley_painter_chart_to_pdf (const ParleyChart *chart,
                                      double             width,
                                      GString           *out,
                                      GError           **error);

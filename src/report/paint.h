/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/chart.h"

/*
 * Charts by cairo, with text by pango in DejaVu Sans, or what the system has in its place. Sizes
 * are in points (1/72 inch). The painter is a module (report/painter.h): where it is not installed
 * all that can fail fails with PARLEY_ERROR_IO.
 */

/* Whether there is any font at all; without one all text would be boxes, so PARLEY_ERROR_IO says
 * so. */
gboolean parley_paint_has_font (GError **error);

/* The first character of @text that no font has. Returns: 0 when there is none, or no painter. */
gunichar parley_paint_missing (const char *text);

/* A text of @chart that has such a character, which @missing is set to. Returns: (transfer none)
 * (nullable): NULL when fonts have all. */
const char *parley_chart_find_missing (const ParleyChart *chart, gunichar *missing);

/* Appends a PNG with @scale pixels a point, or a PDF of one page with the chart's title and without
 * a time. Returns: FALSE with PARLEY_ERROR_MEMORY. */
gboolean parley_chart_to_png (const ParleyChart *chart,
                              double             width,
                              double             scale,
                              GString           *out,
                              GError           **error);
gboolean parley_chart_to_pdf (const ParleyChart *chart, double width, GString *out, GError **error);

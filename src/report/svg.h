/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/chart.h"

typedef enum
{
  PARLEY_SVG_ALONE, /* a file of its own, on white ground */
  PARLEY_SVG_INLINE /* within HTML: without a ground, and with classes for a style sheet; without
                     * one in the colours for white paper */
} ParleySvgKind;

/* How wide charts are in SVG, in points, which for SVG are 1/72 inch too. */
#define PARLEY_CHART_WIDTH 480

/* @chart as SVG: real text, with title and description for who cannot see it. The same bytes
 * everywhere; no fonts are needed. Returns: (transfer full). */
char *parley_chart_to_svg (const ParleyChart *chart, ParleySvgKind kind);

/* The same as wide as asked for, and alone. */
char *parley_chart_to_svg_file (const ParleyChart *chart, double width);

/* The rules of a style sheet that give inline charts their colours on white paper or on a @dark
 * ground, one a line. Returns: (transfer full). */
char *parley_svg_style (gboolean dark);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/gauge.h"
#include "report/picture.h"

/*
 * What the files share that lay charts out.
 */

#define PARLEY_CHART_MARGIN 6.0
#define PARLEY_CHART_TITLE  10.0 /* sizes of letters */
#define PARLEY_CHART_TEXT   8.0
#define PARLEY_CHART_TICK   7.5
#define PARLEY_CHART_MARK   3.2 /* the radius of a point */

/* A chart that is being laid out, from the top to the bottom. */
typedef struct
{
  const ParleyChart *chart;
  ParleyPicture     *picture;
  double             y; /* where the next thing begins */
} ParleyEasel;

/* What stands above the chart, below its title. */
void parley_easel_key (ParleyEasel *self);

/* The chart itself, by its form. */
void parley_easel_bars   (ParleyEasel *self);
void parley_easel_xy     (ParleyEasel *self);
void parley_easel_matrix (ParleyEasel *self);

/* Names what an XY chart shows within @frame: beside it, or where there is no room for that by
 * numbers, with a list below. */
void parley_easel_labels (ParleyEasel           *self,
                          const ParleyRectangle *frame,
                          const ParleyGauge     *x,
                          const ParleyGauge     *y);

/* A list of @names (element-type utf8), numbered from 1. */
void parley_easel_list (ParleyEasel *self, const GPtrArray *names);

/* Lines of text, the first of which begins at @y. Returns: where the next would. */
double parley_draw_lines (ParleyPicture   *picture,
                          guint            tone,
                          double           size,
                          ParleyAnchor     anchor,
                          double           x,
                          double           y,
                          const GPtrArray *lines);

/* The widest of @lines. */
double parley_lines_width (const GPtrArray *lines, double size, gboolean bold);

/* The gauge of a scale with numbers. */
ParleyGauge parley_chart_gauge (const ParleyChart *chart, gboolean along_x, guint most_ticks);

/* Numbers below @frame, with lines up through it, and the title below them. Returns: where that
 * ends. */
double parley_draw_x_axis (ParleyPicture         *picture,
                           const ParleyGauge     *gauge,
                           const char            *title,
                           const ParleyRectangle *frame);

/* The title (nullable) alone, below @y. Returns: where it ends. */
double parley_draw_x_title (ParleyPicture         *picture,
                            const char            *title,
                            const ParleyRectangle *frame,
                            double                 y);

/* Names of columns, of which the middles are @slot apart from @x on: below @y, or @above it.
 * Returns: how high they are. */
double parley_draw_columns (ParleyPicture         *picture,
                            const ParleyAxisScale *scale,
                            double                 x,
                            double                 slot,
                            double                 y,
                            gboolean               above);

/* How high that will be. */
double parley_columns_height (const ParleyAxisScale *scale, double slot);

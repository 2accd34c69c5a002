/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/xlsx_sheet.h"

/*
 * Charts of the spreadsheet. Each draws what stands in cells of one sheet, its names and labels
 * too: a name that were given as such and began with "=" would be a formula.
 */

/* How the numbers of charts are shown, which have all their digits. */
#define PARLEY_DRAWN_NUMBER "0.0##"

/* The sheet that charts draw. */
typedef struct
{
  ParleySheet *sheet;
  char        *name;
} ParleyChartData;

/* A chart that is being made. Its title and those of its scales stand at the head of its data. */
typedef struct
{
  ParleyChartData   *data;
  const ParleyChart *chart;
  lxw_chart         *native;
  GArray            *unnamed; /* of int16_t: the series that are not in the key */
  guint              n_series;
} ParleyDrawnChart;

/* A series that draws what stands in column @values from row @first on to before the current row,
 * for the categories or on the scale of the first column. Its name stands above the numbers;
 * @in_key: and in the key. */
lxw_chart_series *parley_drawn_series (ParleyDrawnChart *self,
                                       lxw_row_t         first,
                                       guint             values,
                                       gboolean          in_key);

/* Writes the data of the chart and makes its series: of bars; of points and lines. */
void parley_drawn_bars (ParleyDrawnChart *self);
void parley_drawn_xy   (ParleyDrawnChart *self);

/* Whether the latter has anything to draw. */
gboolean parley_drawn_has_points (const ParleyChart *chart);

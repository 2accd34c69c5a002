/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/xlsx_chart.h"

#include "report/language.h"
#include "report/xlsx_bars.h"
#include "report/xlsx_parts.h"

/* In pixels: of a character of a column, of a row, and of charts. */
#define CHARACTER    7
#define ROW          20
#define BAR          20
#define AROUND_BARS  150
#define LEAST_HEIGHT 280
#define MOST_HEIGHT  900 /* on one page of A4 */
#define XY_HEIGHT    500

/* Of the columns of data, in figures. */
#define FIRST_DATA_WIDTH 36
#define DATA_COLUMNS     60
#define DATA_WIDTH       18

static guint
height_of_bars (const ParleyBars *bars)
{
  guint n_bars = bars->n_rows * (bars->stacked ? 1 : bars->columns->len);

  return CLAMP (AROUND_BARS + BAR * n_bars, LEAST_HEIGHT, MOST_HEIGHT);
}

/* 0: there is nothing to draw. */
static guint
height_of (const ParleyChart *chart)
{
  g_autoptr(ParleyBars) bars = NULL;

  if (chart->form == PARLEY_CHART_XY)
    return parley_drawn_has_points (chart) ? XY_HEIGHT : 0;
  bars = parley_bars_new (chart);
  return bars->n_rows > 0 && bars->columns->len > 0 ? height_of_bars (bars) : 0;
}

static void
add_matrix (ParleySheet *self, const ParleyTable *matrix)
{
  parley_sheet_add_table (self, matrix, FALSE);
  parley_sheet_color_matrix (self, matrix);
}

/* What it would show, in words. */
static void
add_words (ParleySheet *self, const ParleyChart *chart)
{
  if (chart->title != NULL)
    parley_sheet_line (self, chart->title, self->n_across, PARLEY_STYLE_CAPTION);
  if (chart->description != NULL)
    parley_sheet_line (self, chart->description, self->n_across, PARLEY_STYLE_TEXT);
}

static void
place (ParleySheet *self, const ParleyChart *chart, guint height)
{
  ParleyPlacedChart placed = { chart, self->sheet, self->row, 0, height };

  placed.width = (guint) (CHARACTER * parley_sheet_span (self, 0, self->n_across));
  g_array_append_val (self->book->charts, placed);
  self->row += height / ROW + 1;
}

void
parley_sheet_add_chart (ParleySheet *self, const ParleyChart *chart)
{
  g_autoptr(ParleyTable) matrix = parley_sheet_matrix (chart);
  guint height = matrix != NULL ? 0 : height_of (chart);

  if (matrix != NULL)
    add_matrix (self, matrix);
  else if (height == 0)
    add_words (self, chart);
  else
    place (self, chart, height);
}

lxw_chart_series *
parley_drawn_series (ParleyDrawnChart *self, lxw_row_t first, guint values, gboolean in_key)
{
  const char *sheet = self->data->name;
  lxw_row_t last = self->data->sheet->row - 1;
  lxw_chart_series *series = chart_add_series (self->native, NULL, NULL);
  int16_t number = (int16_t) self->n_series++;

  chart_series_set_categories (series, sheet, first, 0, last, 0);
  chart_series_set_values (series, sheet, first, (lxw_col_t) values, last, (lxw_col_t) values);
  chart_series_set_name_range (series, sheet, first - 1, (lxw_col_t) values);
  if (!in_key)
    g_array_append_val (self->unnamed, number);
  return series;
}

/* Axes */

static void
set_up_axis (ParleyDrawnChart *self,
             lxw_chart_axis *axis,
             const ParleyAxisScale *scale,
             guint column,
             lxw_row_t row)
{
  lxw_chart_font font = { .bold = LXW_EXPLICIT_FALSE, .size = 9 };
  lxw_chart_line line = { .color = 0xd5dade, .width = 0.5 };

  if (scale->title != NULL)
    chart_axis_set_name_range (axis, self->data->name, row, (lxw_col_t) column);
  chart_axis_set_name_font (axis, &font);
  chart_axis_set_num_font (axis, &font);
  chart_axis_major_gridlines_set_line (axis, &line);
  if (scale->categories->len > 0)
    {
      /* The first at the top, and the numbers at the foot all the same. */
      chart_axis_set_reverse (axis);
      chart_axis_set_crossing_max (axis);
      chart_axis_set_interval_unit (axis, 1);
    }
  else if (scale->is_fixed)
    {
      chart_axis_set_min (axis, scale->low);
      chart_axis_set_max (axis, scale->high);
    }
  /* At the edge, and not where numbers below 0 begin. */
  if (self->chart->form == PARLEY_CHART_XY || scale->categories->len > 0)
    chart_axis_set_label_position (axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
}

static void
set_up_key (ParleyDrawnChart *self)
{
  const int16_t end = -1;
  lxw_chart_font font = { .size = 9 };
  guint n_named = self->n_series - self->unnamed->len;

  chart_legend_set_position (self->native,
                             n_named > 0 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
  chart_legend_set_font (self->native, &font);
  g_array_append_val (self->unnamed, end);
  chart_legend_delete_series (self->native, (int16_t *) (gpointer) self->unnamed->data);
}

/* The title of the chart and those of its scales, in the row above its data. */
static void
set_up_titles (ParleyDrawnChart *self)
{
  const ParleyCellLook caption = { .style = PARLEY_STYLE_CAPTION };
  const ParleyCellLook remark = { .style = PARLEY_STYLE_REMARK };
  lxw_chart_font font = { .bold = LXW_TRUE, .size = 11 };
  ParleySheet *sheet = self->data->sheet;
  const ParleyChart *chart = self->chart;

  if (chart->title != NULL)
    {
      parley_sheet_write (sheet, 0, chart->title, &caption);
      chart_title_set_name_range (self->native, self->data->name, sheet->row, 0);
      chart_title_set_name_font (self->native, &font);
    }
  parley_sheet_write (sheet, 1, chart->x.title != NULL ? chart->x.title : "", &remark);
  parley_sheet_write (sheet, 2, chart->y.title != NULL ? chart->y.title : "", &remark);
  set_up_axis (self, self->native->x_axis, &chart->x, 1, sheet->row);
  set_up_axis (self, self->native->y_axis, &chart->y, 2, sheet->row);
  sheet->row++;
}

static lxw_chart_type
type_of (const ParleyChart *chart)
{
  g_autoptr(ParleyBars) bars = NULL;

  if (chart->form == PARLEY_CHART_XY)
    return LXW_CHART_SCATTER;
  bars = parley_bars_new (chart);
  return bars->stacked ? LXW_CHART_BAR_STACKED : LXW_CHART_BAR;
}

static void
put (ParleyBook *book, const ParleyPlacedChart *placed, lxw_chart *native)
{
  /* What libxlsxwriter takes charts to be, in pixels, unless they are scaled. */
  const double width = 480;
  const double height = 288;
  lxw_chart_options options = {
    .x_scale = placed->width / width,
    .y_scale = placed->height / height,
    .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
    .description = placed->chart->description,
  };

  parley_book_note (book,
                    worksheet_insert_chart_opt (placed->sheet, placed->row, 0, native, &options));
}

static void
draw (ParleyBook *book, ParleyChartData *data, const ParleyPlacedChart *placed)
{
  g_autoptr(GArray) unnamed = g_array_new (FALSE, FALSE, sizeof (int16_t));
  ParleyDrawnChart drawn = { data, placed->chart, NULL, unnamed, 0 };

  drawn.native = workbook_add_chart (book->workbook, type_of (placed->chart));
  set_up_titles (&drawn);
  if (placed->chart->form == PARLEY_CHART_XY)
    parley_drawn_xy (&drawn);
  else
    parley_drawn_bars (&drawn);
  set_up_key (&drawn);
  put (book, placed, drawn.native);
  data->sheet->row++;
}

void
parley_book_finish_charts (ParleyBook *self)
{
  g_autofree char *name = NULL;
  g_autoptr(ParleySheet) sheet = NULL;
  ParleyChartData data = { NULL, NULL };
  lxw_worksheet *worksheet = NULL;

  if (self->charts->len == 0 || self->error != LXW_NO_ERROR)
    return;
  worksheet = parley_book_add_sheet (self, _ ("Chart data"), PARLEY_PAGE_FLOWS, &name);
  if (worksheet == NULL)
    return;
  sheet = parley_sheet_new (self, worksheet, 0, 0);
  parley_book_note (self, worksheet_set_column (worksheet, 0, 0, FIRST_DATA_WIDTH, NULL));
  parley_book_note (self, worksheet_set_column (worksheet, 1, DATA_COLUMNS, DATA_WIDTH, NULL));
  data = (ParleyChartData){ sheet, name };
  for (guint i = 0; i < self->charts->len && self->error == LXW_NO_ERROR; i++)
    draw (self, &data, &g_array_index (self->charts, ParleyPlacedChart, i));
}

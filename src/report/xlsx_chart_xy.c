/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "report/tone.h"
#include "report/xlsx_chart.h"

/* Where along a rule its label stands. */
#define LABEL_OF_UPRIGHT 0.96
#define LABEL_OF_LEVEL   0.12

/* The columns of data. */
enum
{
  AT_X,
  AT_Y,
  AT_LABEL
};

/* A series that is being written. */
typedef struct
{
  ParleyDrawnChart   *drawn;
  const ParleySeries *series;
  lxw_row_t           first;  /* of its data */
  GPtrArray          *labels; /* of char *, one a row: NULL where there is none */
} Writing;

/* @label: (nullable): of the point in the row. */
static void
end_row (Writing *self, const char *label)
{
  char *text = NULL;

  /* What begins with "=" would be a formula. */
  if (label != NULL)
    text = g_strconcat (*label == '=' ? " " : "", label, NULL);
  g_ptr_array_add (self->labels, text);
  self->drawn->data->sheet->row++;
}

static void
write_point (Writing *self, double x, double y, const char *label)
{
  const ParleyCellLook look
      = { .style = PARLEY_STYLE_CELL, .right = TRUE, .number = PARLEY_DRAWN_NUMBER };
  const ParleyCellLook left = { .style = PARLEY_STYLE_CELL };
  ParleySheet *sheet = self->drawn->data->sheet;

  parley_sheet_write_number (sheet, AT_X, x, &look);
  parley_sheet_write_number (sheet, AT_Y, y, &look);
  if (label != NULL)
    parley_sheet_write (sheet, AT_LABEL, label, &left);
  end_row (self, label);
}

/* An empty row after it keeps it from the next one. */
static void
write_box (Writing *self, const ParleyDatum *datum)
{
  write_point (self, datum->x, datum->y, NULL);
  write_point (self, datum->x2, datum->y, NULL);
  write_point (self, datum->x2, datum->y2, datum->label);
  write_point (self, datum->x, datum->y2, NULL);
  write_point (self, datum->x, datum->y, NULL);
  end_row (self, NULL);
}

/* How far a scale goes: where it is not fixed, as far as the data do. */
static void
find_ends (const ParleyChart *chart, gboolean across, double *low, double *high)
{
  const ParleyAxisScale *scale = across ? &chart->x : &chart->y;

  *low = scale->is_fixed ? scale->low : INFINITY;
  *high = scale->is_fixed ? scale->high : -INFINITY;
  for (guint s = 0; !scale->is_fixed && s < chart->series->len; s++)
    {
      const ParleySeries *series = parley_chart_get_series (chart, s);

      for (guint i = 0; i < series->data->len; i++)
        {
          const ParleyDatum *datum = parley_series_get (series, i);

          /* fmin() and fmax() pass over what is no number. */
          *low = fmin (*low, across ? fmin (datum->x, datum->x2) : fmin (datum->y, datum->y2));
          *high = fmax (*high, across ? fmax (datum->x, datum->x2) : fmax (datum->y, datum->y2));
        }
    }
}

static gboolean
is_upright (const ParleyDatum *rule)
{
  return isfinite (rule->x);
}

/* With a point for its label within the chart. */
static void
write_rule (Writing *self, const ParleyDatum *datum)
{
  gboolean upright = is_upright (datum);
  double low = 0;
  double high = 0;
  double at = 0;

  find_ends (self->drawn->chart, !upright, &low, &high);
  if (low > high)
    return;
  at = low + (high - low) * (upright ? LABEL_OF_UPRIGHT : LABEL_OF_LEVEL);
  write_point (self, upright ? datum->x : low, upright ? low : datum->y, NULL);
  write_point (self, upright ? datum->x : at, upright ? at : datum->y, datum->label);
  write_point (self, upright ? datum->x : high, upright ? high : datum->y, NULL);
  end_row (self, NULL);
}

static void
write_datum (Writing *self, const ParleyDatum *datum)
{
  switch (self->series->kind)
    {
    case PARLEY_SERIES_BOXES:
    case PARLEY_SERIES_AREA:
      write_box (self, datum);
      break;
    case PARLEY_SERIES_RULE:
      write_rule (self, datum);
      break;
    case PARLEY_SERIES_POINTS:
    case PARLEY_SERIES_LINE:
    default:
      write_point (self, datum->x, datum->y, datum->label);
    }
}

static void
write_header (Writing *self)
{
  const ParleyCellLook look = { .style = PARLEY_STYLE_HEADER, .right = TRUE };
  const ParleyCellLook left = { .style = PARLEY_STYLE_HEADER };
  ParleySheet *sheet = self->drawn->data->sheet;

  parley_sheet_write (sheet, AT_X, "x", &look);
  parley_sheet_write (sheet, AT_Y, self->series->name != NULL ? self->series->name : "y", &look);
  parley_sheet_write (sheet, AT_LABEL, "", &left);
  sheet->row++;
}

/* Where labels of the series stand. */
static lxw_chart_label_position
side_of_labels (const ParleySeries *series)
{
  gboolean level
      = series->kind == PARLEY_SERIES_RULE && !is_upright (parley_series_get (series, 0));

  return level ? LXW_CHART_LABEL_POSITION_ABOVE : LXW_CHART_LABEL_POSITION_RIGHT;
}

static void
set_labels (const Writing *self, lxw_chart_series *drawn)
{
  guint n = self->labels->len;
  lxw_chart_font font = { .size = 8 };
  g_autofree lxw_chart_data_label *labels = g_new0 (lxw_chart_data_label, n);
  g_autofree lxw_chart_data_label **list = g_new0 (lxw_chart_data_label *, n + 1);
  gboolean any = FALSE;

  for (guint i = 0; i < n; i++)
    {
      list[i] = &labels[i];
      labels[i].value = g_ptr_array_index (self->labels, i);
      labels[i].hide = labels[i].value == NULL;
      any |= labels[i].value != NULL;
    }
  if (!any)
    return;
  chart_series_set_labels (drawn);
  chart_series_set_labels_position (drawn, side_of_labels (self->series));
  chart_series_set_labels_font (drawn, &font);
  chart_series_set_labels_custom (drawn, list);
}

/* Looks */

static void
set_mark (lxw_chart_series *drawn, const ParleySeries *series)
{
  static const lxw_chart_marker_type types[] = {
    [PARLEY_SHAPE_DISC] = LXW_CHART_MARKER_CIRCLE,
    [PARLEY_SHAPE_RING] = LXW_CHART_MARKER_CIRCLE,
    [PARLEY_SHAPE_SQUARE] = LXW_CHART_MARKER_SQUARE,
    [PARLEY_SHAPE_DIAMOND] = LXW_CHART_MARKER_DIAMOND,
    [PARLEY_SHAPE_TRIANGLE] = LXW_CHART_MARKER_TRIANGLE,
    [PARLEY_SHAPE_STAR] = LXW_CHART_MARKER_STAR,
  };
  lxw_chart_line line = { .color = parley_tone_light (series->ink), .width = 1 };
  lxw_chart_fill fill = { .color = line.color };

  if (series->shape == PARLEY_SHAPE_RING)
    fill = (lxw_chart_fill){ .color = LXW_COLOR_WHITE };
  chart_series_set_marker_type (drawn, types[series->shape]);
  chart_series_set_marker_size (drawn, 7);
  chart_series_set_marker_line (drawn, &line);
  chart_series_set_marker_fill (drawn, &fill);
}

static void
set_line (lxw_chart_series *drawn, const ParleySeries *series)
{
  lxw_chart_line line = { .color = parley_tone_light (series->ink), .width = 1.5 };

  if (series->kind == PARLEY_SERIES_RULE)
    line.dash_type = LXW_CHART_LINE_DASH_DASH;
  if (series->kind == PARLEY_SERIES_AREA)
    line.dash_type = LXW_CHART_LINE_DASH_ROUND_DOT;
  chart_series_set_line (drawn, &line);
  chart_series_set_marker_type (drawn, LXW_CHART_MARKER_NONE);
}

static void
draw_series (const Writing *self)
{
  lxw_chart_series *drawn
      = parley_drawn_series (self->drawn, self->first, AT_Y, self->series->name != NULL);

  if (self->series->kind == PARLEY_SERIES_POINTS)
    set_mark (drawn, self->series);
  else
    set_line (drawn, self->series);
  set_labels (self, drawn);
}

/* Spreadsheets have nothing to show a density with. */
static gboolean
is_drawn (const ParleySeries *series)
{
  return series->data->len > 0 && series->kind != PARLEY_SERIES_CELLS;
}

gboolean
parley_drawn_has_points (const ParleyChart *chart)
{
  for (guint s = 0; s < chart->series->len; s++)
    if (is_drawn (parley_chart_get_series (chart, s)))
      return TRUE;
  return FALSE;
}

void
parley_drawn_xy (ParleyDrawnChart *self)
{
  ParleySheet *sheet = self->data->sheet;

  for (guint s = 0; s < self->chart->series->len; s++)
    {
      g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
      Writing writing = { self, parley_chart_get_series (self->chart, s), sheet->row + 1, labels };

      if (!is_drawn (writing.series))
        continue;
      write_header (&writing);
      for (guint i = 0; i < writing.series->data->len; i++)
        write_datum (&writing, parley_series_get (writing.series, i));
      if (labels->len > 0)
        draw_series (&writing);
    }
}

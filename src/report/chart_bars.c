/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "report/chart_look.h"
#include "report/chart_part.h"
#include "report/lettering.h"

#define LANE       8.0 /* the height of a bar with what is about it */
#define BAR        6.6
#define LEAST_ROW  14.0
#define NAME_SHARE 0.4 /* of the width, for names at the left, at most */
#define NAME_LINES 3

/* Where bars go. */
typedef struct
{
  ParleyEasel    *easel;
  ParleyGauge     x;
  ParleyRectangle frame;
  guint           n_lanes;
  guint           inks[PARLEY_INK_ACCENT + 1]; /* [lane] */
  double         *rows; /* the middle of each category */
  double         *ends; /* [category * n_lanes + lane]: how far to the right something is drawn */
} Bars;

static gboolean
is_in_rows (const ParleySeries *series)
{
  return series->kind == PARLEY_SERIES_BARS || series->kind == PARLEY_SERIES_WHISKERS;
}

static guint
lane_of (const Bars *self, guint ink)
{
  for (guint lane = 0; lane < self->n_lanes; lane++)
    if (self->inks[lane] == ink)
      return lane;
  return 0;
}

/* A lane for each ink, in the order of series; bars that stand end to end share one, as do
 * those about a base. */
static void
find_lanes (Bars *self, const ParleyChart *chart)
{
  for (guint s = 0; s < chart->series->len; s++)
    {
      const ParleySeries *series = parley_chart_get_series (chart, s);
      gboolean known = self->n_lanes > 0 && self->inks[lane_of (self, series->ink)] == series->ink;

      if (is_in_rows (series) && !known && (self->n_lanes == 0 || chart->form == PARLEY_CHART_BARS))
        self->inks[self->n_lanes++] = series->ink;
    }
  self->n_lanes = MAX (self->n_lanes, 1);
}

/* The room at the right that labels of data need. */
static double
label_room (const ParleyChart *chart)
{
  double widest = 0;

  for (guint s = 0; s < chart->series->len; s++)
    {
      const ParleySeries *series = parley_chart_get_series (chart, s);

      for (guint d = 0; d < series->data->len && is_in_rows (series); d++)
        if (parley_series_get (series, d)->label != NULL)
          widest = fmax (widest, 5
                                     + parley_lettering_width (parley_series_get (series, d)->label,
                                                               PARLEY_CHART_TICK, FALSE));
    }
  return widest;
}

static double
name_width (const ParleyChart *chart, double most)
{
  double widest = 0;

  for (guint c = 0; c < chart->y.categories->len; c++)
    {
      g_autoptr(GPtrArray) lines = parley_lettering_wrap (
          parley_scale_name (&chart->y, c), PARLEY_CHART_TEXT, FALSE, most, NAME_LINES, NULL);

      widest = fmax (widest, parley_lines_width (lines, PARLEY_CHART_TEXT, FALSE));
    }
  return widest;
}

/* Sets where each category stands. Returns: the bottom. */
static double
place_rows (Bars *self, double names, double y)
{
  const ParleyAxisScale *scale = &self->easel->chart->y;

  for (guint c = 0; c < scale->categories->len; c++)
    {
      g_autoptr(GPtrArray) lines = parley_lettering_wrap (
          parley_scale_name (scale, c), PARLEY_CHART_TEXT, FALSE, names, NAME_LINES, NULL);
      double height = fmax (self->n_lanes * LANE + 5,
                            lines->len * PARLEY_CHART_TEXT * PARLEY_LETTERING_LINE + 3);

      self->rows[c] = y + fmax (height, LEAST_ROW) / 2;
      y += fmax (height, LEAST_ROW);
    }
  return y;
}

static void
draw_names (const Bars *self, double names)
{
  const ParleyAxisScale *scale = &self->easel->chart->y;

  for (guint c = 0; c < scale->categories->len; c++)
    {
      g_autoptr(GPtrArray) lines = parley_lettering_wrap (
          parley_scale_name (scale, c), PARLEY_CHART_TEXT, FALSE, names, NAME_LINES, NULL);
      double height = lines->len * PARLEY_CHART_TEXT * PARLEY_LETTERING_LINE;

      parley_draw_lines (self->easel->picture, PARLEY_INK_PLAIN, PARLEY_CHART_TEXT,
                         PARLEY_ANCHOR_END, self->frame.x - 5, self->rows[c] - height / 2, lines);
    }
}

/* The middle of a datum's bar; sets its category, FALSE when there is no such. */
static gboolean
find_row (const Bars *self,
          const ParleySeries *series,
          const ParleyDatum *datum,
          guint *index,
          double *y)
{
  guint n = self->easel->chart->y.categories->len;
  guint lane = lane_of (self, series->ink);

  if (!(datum->y >= 0 && datum->y < n))
    return FALSE;
  *index = (guint) datum->y;
  *y = self->rows[*index] + (lane - (self->n_lanes - 1) / 2.0) * LANE;
  *index = *index * self->n_lanes + lane;
  return TRUE;
}

/* Draws from one value to the other. */
static void
draw_datum (Bars *self, const ParleySeries *series, double from, double to, double y, guint index)
{
  double left = parley_gauge_at (&self->x, fmin (from, to));
  double right = parley_gauge_at (&self->x, fmax (from, to));

  left = fmax (left, self->frame.x);
  right = fmin (right, self->frame.x + self->frame.width);
  if (series->kind == PARLEY_SERIES_WHISKERS)
    parley_draw_whisker (self->easel->picture, series->ink, left, right, y);
  else if (right > left)
    {
      ParleyRectangle at = { left, y - BAR / 2, right - left, BAR };

      parley_draw_bar (self->easel->picture, series, &at);
    }
  self->ends[index] = fmax (self->ends[index], right);
}

/* Where a bar begins and ends; those that stand end to end add up in @sums. */
static void
span_of (const Bars *self, const ParleyDatum *datum, double *sum, double *from, double *to)
{
  *from = datum->x == datum->x2 ? 0 : datum->x;
  *to = datum->x2;
  if (self->easel->chart->form != PARLEY_CHART_STACKS)
    return;
  *to = *sum + *to - *from;
  *from = *sum;
  *sum = *to;
}

static void
draw_bars (Bars *self)
{
  const ParleyChart *chart = self->easel->chart;
  g_autofree double *sums = g_new0 (double, chart->y.categories->len * self->n_lanes);

  for (guint s = 0; s < chart->series->len; s++)
    {
      const ParleySeries *series = parley_chart_get_series (chart, s);

      for (guint d = 0; d < series->data->len && is_in_rows (series); d++)
        {
          const ParleyDatum *datum = parley_series_get (series, d);
          double y = 0;
          double from = 0;
          double to = 0;
          guint index = 0;

          if (!find_row (self, series, datum, &index, &y))
            continue;
          span_of (self, datum, &sums[index], &from, &to);
          draw_datum (self, series, from, to, y, index);
        }
    }
}

/* Behind all that is drawn in the lane, as far as there is room. */
static void
draw_bar_label (Bars *self, const char *label, guint index, double y)
{
  double x = self->ends[index] + 4;
  double room = self->frame.x + self->frame.width + PARLEY_CHART_MARGIN - x;
  g_autoptr(GPtrArray) lines = NULL;

  if (room < PARLEY_CHART_TICK)
    return;
  lines = parley_lettering_wrap (label, PARLEY_CHART_TICK, FALSE, room, 1, NULL);
  parley_picture_text (self->easel->picture, PARLEY_INK_PLAIN, PARLEY_CHART_TICK,
                       PARLEY_ANCHOR_START, x, y + PARLEY_CHART_TICK * PARLEY_LETTERING_MIDDLE,
                       g_ptr_array_index (lines, 0));
  self->ends[index] = x + parley_lines_width (lines, PARLEY_CHART_TICK, FALSE) + 4;
}

static void
draw_bar_labels (Bars *self)
{
  const ParleyChart *chart = self->easel->chart;

  for (guint s = 0; s < chart->series->len; s++)
    {
      const ParleySeries *series = parley_chart_get_series (chart, s);

      for (guint d = 0; d < series->data->len && is_in_rows (series); d++)
        {
          const ParleyDatum *datum = parley_series_get (series, d);
          double y = 0;
          guint index = 0;

          if (datum->label == NULL || !find_row (self, series, datum, &index, &y))
            continue;
          draw_bar_label (self, datum->label, index, y);
        }
    }
}

static void
draw_upright_rule (const Bars *self, ParleyLook look, double value)
{
  double x = parley_gauge_at (&self->x, value);

  if (value >= self->x.low && value <= self->x.high)
    parley_picture_line (self->easel->picture, look, x, self->frame.y, x,
                         self->frame.y + self->frame.height);
}

/* Rules, and a line at 0 where there is none of them. */
static void
draw_rules (const Bars *self)
{
  const ParleyChart *chart = self->easel->chart;
  gboolean at_zero = FALSE;

  for (guint s = 0; s < chart->series->len; s++)
    {
      const ParleySeries *series = parley_chart_get_series (chart, s);

      for (guint d = 0; d < series->data->len && series->kind == PARLEY_SERIES_RULE; d++)
        {
          draw_upright_rule (self, parley_look_of_line (series), parley_series_get (series, d)->x);
          at_zero |= parley_series_get (series, d)->x == 0;
        }
    }
  if (!at_zero)
    draw_upright_rule (self, (ParleyLook){ PARLEY_INK_MUTED, 0, 0.8, PARLEY_DASH_NONE }, 0);
}

void
parley_easel_bars (ParleyEasel *self)
{
  const ParleyChart *chart = self->chart;
  double room = self->picture->width - 3 * PARLEY_CHART_MARGIN;
  double names = name_width (chart, room * NAME_SHARE);
  Bars bars = { .easel = self };
  double bottom = 0;

  find_lanes (&bars, chart);
  bars.rows = g_new0 (double, chart->y.categories->len);
  bars.ends = g_new0 (double, chart->y.categories->len *bars.n_lanes);
  bars.frame.x = PARLEY_CHART_MARGIN + names + 5;
  bars.frame.y = self->y + 2;
  bars.frame.width = self->picture->width - bars.frame.x - 2 * PARLEY_CHART_MARGIN;
  bars.x = parley_chart_gauge (chart, TRUE, 6);
  bars.x.from = bars.frame.x;
  bars.x.to = bars.frame.x + bars.frame.width - fmin (label_room (chart), bars.frame.width / 2);
  bottom = place_rows (&bars, room * NAME_SHARE, bars.frame.y);
  bars.frame.height = bottom - bars.frame.y;
  self->y = parley_draw_x_axis (self->picture, &bars.x, chart->x.title, &bars.frame);
  draw_names (&bars, room * NAME_SHARE);
  draw_bars (&bars);
  draw_rules (&bars);
  draw_bar_labels (&bars);
  g_free (bars.rows);
  g_free (bars.ends);
}

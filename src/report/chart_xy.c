/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "report/chart_look.h"
#include "report/chart_part.h"
#include "report/lettering.h"

/* The height of the frame by its width. */
#define SHAPE        0.64
#define LEAST_HEIGHT 120.0

/* Lines with more corners show none of them. */
#define MOST_DOTS 40

/* Shades of density; and how opaque each lies on the one before it. */
#define N_SHADES 5
#define SHADE    0.16

/* The room that numbers and the title take at the left. */
static double
left_room (const ParleyGauge *gauge, gboolean has_title)
{
  double widest = 0;

  for (guint t = 0; t < gauge->n_ticks; t++)
    {
      g_autofree char *text = parley_gauge_text (gauge, t);

      widest = fmax (widest, parley_lettering_width (text, PARLEY_CHART_TICK, FALSE));
    }
  return widest + 5 + (has_title ? PARLEY_CHART_TEXT * PARLEY_LETTERING_LINE + 3 : 0);
}

static void
draw_y_axis (ParleyPicture         *picture,
             const ParleyGauge     *gauge,
             const char            *title,
             const ParleyRectangle *frame)
{
  ParleyLook grid = { PARLEY_TONE_GRID, 0, 0.6, PARLEY_DASH_NONE };
  g_autoptr(GPtrArray) lines = NULL;

  for (guint t = 0; t < gauge->n_ticks; t++)
    {
      double y = parley_gauge_at (gauge, parley_gauge_tick (gauge, t));
      g_autofree char *text = parley_gauge_text (gauge, t);

      parley_picture_line (picture, grid, frame->x, y, frame->x + frame->width, y);
      parley_picture_text (picture, PARLEY_INK_MUTED, PARLEY_CHART_TICK, PARLEY_ANCHOR_END,
                           frame->x - 4, y + PARLEY_CHART_TICK * PARLEY_LETTERING_MIDDLE, text);
    }
  if (title == NULL)
    return;
  lines = parley_lettering_wrap (title, PARLEY_CHART_TEXT, FALSE, frame->height, 1, NULL);
  parley_picture_text (picture, PARLEY_INK_PLAIN, PARLEY_CHART_TEXT, PARLEY_ANCHOR_MIDDLE,
                       PARLEY_CHART_MARGIN + PARLEY_CHART_TEXT, frame->y + frame->height / 2,
                       g_ptr_array_index (lines, 0))
      ->upright
      = TRUE;
}

static ParleyRectangle
rectangle_of (const ParleyDatum *datum, const ParleyGauge *x, const ParleyGauge *y)
{
  double left = parley_gauge_at (x, fmin (datum->x, datum->x2));
  double right = parley_gauge_at (x, fmax (datum->x, datum->x2));
  double upper = parley_gauge_at (y, fmax (datum->y, datum->y2));
  double lower = parley_gauge_at (y, fmin (datum->y, datum->y2));

  return (ParleyRectangle){ left, upper, right - left, lower - upper };
}

/* The part of @at within @frame. Returns: FALSE when there is none. */
static gboolean
clip_to (ParleyRectangle *at, const ParleyRectangle *frame)
{
  double right = fmin (at->x + at->width, frame->x + frame->width);
  double lower = fmin (at->y + at->height, frame->y + frame->height);

  at->x = fmax (at->x, frame->x);
  at->y = fmax (at->y, frame->y);
  at->width = right - at->x;
  at->height = lower - at->y;
  return at->width >= 0 && at->height >= 0;
}

static void
draw_surfaces (ParleyPicture         *picture,
               const ParleySeries    *series,
               const ParleyGauge     *x,
               const ParleyGauge     *y,
               const ParleyRectangle *frame)
{
  for (guint d = 0; d < series->data->len; d++)
    {
      ParleyRectangle at = rectangle_of (parley_series_get (series, d), x, y);

      if (!clip_to (&at, frame))
        continue;
      if (series->kind == PARLEY_SERIES_AREA)
        parley_draw_area (picture, series, &at);
      else
        parley_draw_box (picture, series, &at);
    }
}

/* Each shade lies on the ones before, so that there are no seams between them. */
static void
draw_density (ParleyPicture         *picture,
              const ParleySeries    *series,
              const ParleyGauge     *x,
              const ParleyGauge     *y,
              const ParleyRectangle *frame)
{
  for (guint shade = 0; shade < N_SHADES; shade++)
    {
      ParleyLook look = { series->ink, SHADE, 0, PARLEY_DASH_NONE };
      ParleyFigure *path = parley_picture_path (picture, look, TRUE);

      for (guint d = 0; d < series->data->len; d++)
        {
          const ParleyDatum *datum = parley_series_get (series, d);
          ParleyRectangle at = rectangle_of (datum, x, y);

          if (datum->value > (double) shade / N_SHADES && clip_to (&at, frame))
            parley_figure_rectangle (path, &at);
        }
    }
}

/* An arrow along the way from one place to another, beyond its middle, so that of two ways that go
 * forth and back both are seen; none where there is no room for it. */
static void
draw_arrow (ParleyPicture *picture, ParleyInk ink, double x, double y, double x2, double y2)
{
  const double length = 7;
  const double half = 2.8;
  const double place = 0.62;
  double way = hypot (x2 - x, y2 - y);
  double ux = (x2 - x) / way;
  double uy = (y2 - y) / way;
  double tip_x = x + place * (x2 - x) + ux * length / 2;
  double tip_y = y + place * (y2 - y) + uy * length / 2;
  ParleyFigure *path = NULL;

  if (way < 3 * length)
    return;
  path = parley_picture_path (picture, (ParleyLook){ ink, 1, 0, PARLEY_DASH_NONE }, TRUE);
  parley_figure_begin (path, tip_x, tip_y);
  parley_figure_go_on (path, tip_x - ux * length - uy * half, tip_y - uy * length + ux * half);
  parley_figure_go_on (path, tip_x - ux * length + uy * half, tip_y - uy * length - ux * half);
}

static void
draw_line (ParleyPicture      *picture,
           const ParleySeries *series,
           const ParleyGauge  *x,
           const ParleyGauge  *y)
{
  ParleyFigure *path = parley_picture_path (picture, parley_look_of_line (series), FALSE);
  ParleyLook dot = { series->ink, 1, 0, PARLEY_DASH_NONE };
  double before_x = 0;
  double before_y = 0;

  for (guint d = 0; d < series->data->len; d++)
    {
      const ParleyDatum *datum = parley_series_get (series, d);
      double at_x = parley_gauge_at (x, datum->x);
      double at_y = parley_gauge_at (y, datum->y);

      if (d == 0)
        parley_figure_begin (path, at_x, at_y);
      else
        parley_figure_go_on (path, at_x, at_y);
      if (series->leads && d > 0)
        draw_arrow (picture, series->ink, before_x, before_y, at_x, at_y);
      before_x = at_x;
      before_y = at_y;
      if (series->data->len <= MOST_DOTS)
        parley_picture_disc (picture, dot, at_x, at_y, 1.6);
    }
}

static void
draw_rules (ParleyPicture         *picture,
            const ParleySeries    *series,
            const ParleyGauge     *x,
            const ParleyGauge     *y,
            const ParleyRectangle *frame)
{
  ParleyLook look = parley_look_of_line (series);

  for (guint d = 0; d < series->data->len; d++)
    {
      const ParleyDatum *datum = parley_series_get (series, d);

      if (isnan (datum->y))
        parley_picture_line (picture, look, parley_gauge_at (x, datum->x), frame->y,
                             parley_gauge_at (x, datum->x), frame->y + frame->height);
      else
        parley_picture_line (picture, look, frame->x, parley_gauge_at (y, datum->y),
                             frame->x + frame->width, parley_gauge_at (y, datum->y));
    }
}

static void
draw_points (ParleyPicture      *picture,
             const ParleySeries *series,
             const ParleyGauge  *x,
             const ParleyGauge  *y)
{
  for (guint d = 0; d < series->data->len; d++)
    {
      const ParleyDatum *datum = parley_series_get (series, d);

      parley_draw_mark (picture, series->shape, series->ink, parley_gauge_at (x, datum->x),
                        parley_gauge_at (y, datum->y), PARLEY_CHART_MARK);
    }
}

static void
draw_series (ParleyPicture         *picture,
             const ParleySeries    *series,
             const ParleyGauge     *x,
             const ParleyGauge     *y,
             const ParleyRectangle *frame)
{
  if (series->kind == PARLEY_SERIES_CELLS)
    draw_density (picture, series, x, y, frame);
  else if (series->kind == PARLEY_SERIES_LINE)
    draw_line (picture, series, x, y);
  else if (series->kind == PARLEY_SERIES_RULE)
    draw_rules (picture, series, x, y, frame);
  else if (series->kind == PARLEY_SERIES_POINTS)
    draw_points (picture, series, x, y);
  else
    draw_surfaces (picture, series, x, y, frame);
}

/* What lies before what, from the rear to the front. */
static const ParleySeriesKind depths[]
    = { PARLEY_SERIES_CELLS, PARLEY_SERIES_AREA,  PARLEY_SERIES_RULE,
        PARLEY_SERIES_LINE,  PARLEY_SERIES_BOXES, PARLEY_SERIES_POINTS };

static void
draw_all_series (ParleyEasel           *self,
                 const ParleyGauge     *x,
                 const ParleyGauge     *y,
                 const ParleyRectangle *frame)
{
  for (guint depth = 0; depth < G_N_ELEMENTS (depths); depth++)
    for (guint s = 0; s < self->chart->series->len; s++)
      {
        const ParleySeries *series = parley_chart_get_series (self->chart, s);

        if (series->kind == depths[depth])
          draw_series (self->picture, series, x, y, frame);
      }
}

static void
draw_frame (ParleyPicture *picture, const ParleyRectangle *frame)
{
  ParleyLook look = { PARLEY_INK_MUTED, 0, 0.8, PARLEY_DASH_NONE };
  ParleyFigure *path = parley_picture_path (picture, look, FALSE);

  parley_figure_begin (path, frame->x, frame->y);
  parley_figure_go_on (path, frame->x, frame->y + frame->height);
  parley_figure_go_on (path, frame->x + frame->width, frame->y + frame->height);
}

/* Numbers, or names, below the frame. */
static void
draw_x_side (ParleyEasel *self, ParleyGauge *x, const ParleyRectangle *frame)
{
  const ParleyAxisScale *scale = &self->chart->x;
  double bottom = frame->y + frame->height;

  if (scale->categories->len == 0)
    {
      self->y = parley_draw_x_axis (self->picture, x, scale->title, frame);
      return;
    }
  self->y = bottom
            + parley_draw_columns (self->picture, scale, parley_gauge_at (x, 0),
                                   frame->width / scale->categories->len, bottom, FALSE);
  self->y = parley_draw_x_title (self->picture, scale->title, frame, self->y);
}

static ParleyGauge
x_gauge (const ParleyChart *chart)
{
  if (chart->x.categories->len > 0)
    return parley_gauge (-0.5, chart->x.categories->len - 0.5, TRUE, 1);
  return parley_chart_gauge (chart, TRUE, 9);
}

void
parley_easel_xy (ParleyEasel *self)
{
  const ParleyChart *chart = self->chart;
  ParleyGauge x = x_gauge (chart);
  ParleyGauge y = parley_chart_gauge (chart, FALSE, 7);
  g_autofree char *title = parley_gauge_title (&y, chart->y.title);
  double left = PARLEY_CHART_MARGIN + left_room (&y, title != NULL);
  double width = self->picture->width - left - 2 * PARLEY_CHART_MARGIN;
  ParleyRectangle frame = { left, self->y + 4, width, fmax (width * SHAPE, LEAST_HEIGHT) };

  x.from = frame.x;
  x.to = frame.x + frame.width;
  y.from = frame.y + frame.height;
  y.to = frame.y;
  draw_x_side (self, &x, &frame);
  draw_y_axis (self->picture, &y, title, &frame);
  draw_all_series (self, &x, &y, &frame);
  draw_frame (self->picture, &frame);
  parley_easel_labels (self, &frame, &x, &y);
}

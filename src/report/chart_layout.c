/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/chart_layout.h"

#include <math.h>

#include "report/chart_part.h"
#include "report/language.h"
#include "report/lettering.h"

/* Narrower than this there is no room for anything. */
#define LEAST_WIDTH 160

#define MOST_TITLE_LINES 3
#define MOST_WORDS       6 /* lines, in place of a chart */

double
parley_draw_lines (ParleyPicture   *picture,
                   guint            tone,
                   double           size,
                   ParleyAnchor     anchor,
                   double           x,
                   double           y,
                   const GPtrArray *lines)
{
  for (guint l = 0; l < lines->len; l++)
    {
      double middle = y + size * PARLEY_LETTERING_LINE / 2;

      parley_picture_text (picture, tone, size, anchor, x, middle + size * PARLEY_LETTERING_MIDDLE,
                           g_ptr_array_index (lines, l));
      y += size * PARLEY_LETTERING_LINE;
    }
  return y;
}

double
parley_lines_width (const GPtrArray *lines, double size, gboolean bold)
{
  double widest = 0;

  for (guint l = 0; l < lines->len; l++)
    widest = fmax (widest, parley_lettering_width (g_ptr_array_index (lines, l), size, bold));
  return widest;
}

static void
include (double value, double *low, double *high)
{
  if (!isfinite (value))
    return;
  *low = fmin (*low, value);
  *high = fmax (*high, value);
}

/* The lowest and the highest of what series have along x, or along y; rules and reasons to show 0
 * included. Returns: FALSE when there is nothing. */
static gboolean
find_extent (const ParleyChart *chart, gboolean along_x, double *low, double *high)
{
  *low = INFINITY;
  *high = -INFINITY;
  for (guint s = 0; s < chart->series->len; s++)
    {
      const ParleySeries *series = parley_chart_get_series (chart, s);

      for (guint d = 0; d < series->data->len; d++)
        {
          const ParleyDatum *datum = parley_series_get (series, d);

          include (along_x ? datum->x : datum->y, low, high);
          include (along_x ? datum->x2 : datum->y2, low, high);
          if (series->kind == PARLEY_SERIES_BARS && datum->x == datum->x2)
            include (0, low, high);
        }
    }
  return *low <= *high;
}

ParleyGauge
parley_chart_gauge (const ParleyChart *chart, gboolean along_x, guint most_ticks)
{
  const ParleyAxisScale *scale = along_x ? &chart->x : &chart->y;
  double low = 0;
  double high = 0;

  if (scale->is_fixed)
    return parley_gauge (scale->low, scale->high, TRUE, most_ticks);
  if (!find_extent (chart, along_x, &low, &high))
    high = low = 0;
  return parley_gauge (low, high, FALSE, most_ticks);
}

static void
draw_title (ParleyEasel *self)
{
  ParleyPicture *picture = self->picture;
  g_autoptr(GPtrArray) lines = NULL;

  if (self->chart->title == NULL)
    return;
  lines = parley_lettering_wrap (self->chart->title, PARLEY_CHART_TITLE, TRUE,
                                 picture->width - 2 * PARLEY_CHART_MARGIN, MOST_TITLE_LINES, NULL);
  for (guint l = 0; l < lines->len; l++)
    {
      self->y += PARLEY_CHART_TITLE * PARLEY_LETTERING_LINE;
      parley_picture_text (picture, PARLEY_INK_PLAIN, PARLEY_CHART_TITLE, PARLEY_ANCHOR_START,
                           PARLEY_CHART_MARGIN, self->y - 3, g_ptr_array_index (lines, l))
          ->bold
          = TRUE;
    }
  self->y += 4;
}

static gboolean
has_data (const ParleyChart *chart)
{
  for (guint s = 0; s < chart->series->len; s++)
    if (parley_chart_get_series (chart, s)->data->len > 0)
      return TRUE;
  return FALSE;
}

/* That there is nothing, and what there would be. */
static void
draw_nothing (ParleyEasel *self)
{
  const char *description = self->chart->description;
  g_autofree char *text
      = description == NULL ? g_strdup (_ ("There is nothing to show."))
                            : g_strconcat (_ ("There is nothing to show."), " ", description, NULL);
  g_autoptr(GPtrArray) lines
      = parley_lettering_wrap (text, PARLEY_CHART_TEXT, FALSE,
                               self->picture->width - 2 * PARLEY_CHART_MARGIN, MOST_WORDS, NULL);

  self->y = parley_draw_lines (self->picture, PARLEY_INK_MUTED, PARLEY_CHART_TEXT,
                               PARLEY_ANCHOR_START, PARLEY_CHART_MARGIN, self->y, lines);
}

ParleyPicture *
parley_chart_lay_out (const ParleyChart *chart, double width)
{
  ParleyPicture *picture = parley_picture_new (fmax (width, LEAST_WIDTH));
  ParleyEasel self = { chart, picture, PARLEY_CHART_MARGIN };

  draw_title (&self);
  if (!has_data (chart))
    draw_nothing (&self);
  else
    {
      parley_easel_key (&self);
      if (chart->form == PARLEY_CHART_XY)
        parley_easel_xy (&self);
      else if (chart->form == PARLEY_CHART_MATRIX)
        parley_easel_matrix (&self);
      else
        parley_easel_bars (&self);
    }
  picture->height = ceil (self.y + PARLEY_CHART_MARGIN);
  return picture;
}

double
parley_chart_height (const ParleyChart *chart, double width)
{
  g_autoptr(ParleyPicture) picture = parley_chart_lay_out (chart, width);

  return picture->height;
}

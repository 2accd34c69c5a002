/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/chart_look.h"

#include <math.h>

#define HATCH_LINE 0.7

typedef enum
{
  HATCH_NONE,
  HATCH_RISING,
  HATCH_LEVEL,
  HATCH_UPRIGHT,
  HATCH_FALLING
} Hatch;

typedef struct
{
  double     fill;
  Hatch      hatch;
  ParleyDash dash; /* of lines */
} Style;

static const Style styles[] = {
  [PARLEY_INK_PLAIN] = { 0.75, HATCH_NONE, PARLEY_DASH_NONE },
  [PARLEY_INK_MUTED] = { 0.4, HATCH_NONE, PARLEY_DASH_NONE },
  [PARLEY_INK_FIRST] = { 1, HATCH_NONE, PARLEY_DASH_NONE },
  [PARLEY_INK_SECOND] = { 0.25, HATCH_RISING, PARLEY_DASH_LONG },
  [PARLEY_INK_THIRD] = { 0.25, HATCH_LEVEL, PARLEY_DASH_DOTS },
  [PARLEY_INK_FOURTH] = { 0.25, HATCH_UPRIGHT, PARLEY_DASH_MIXED },
  [PARLEY_INK_GOOD] = { 0.8, HATCH_NONE, PARLEY_DASH_NONE },
  [PARLEY_INK_BAD] = { 0.2, HATCH_FALLING, PARLEY_DASH_LONG },
  [PARLEY_INK_ACCENT] = { 1, HATCH_NONE, PARLEY_DASH_NONE },
};

ParleyLook
parley_look_of_line (const ParleySeries *series)
{
  double width = series->kind == PARLEY_SERIES_RULE ? 1 : 1.4;

  return (ParleyLook){ series->ink, 0, width, styles[series->ink].dash };
}

double
parley_look_of_cell (double value)
{
  /* Half at most, so that letters can be read on every cell. */
  return 0.03 + 0.47 * parley_within (value, 0, 1);
}

/* The multiple of @gap that comes next above @value, and so on. */
static double
multiple_above (double value, double gap, guint index)
{
  return (floor (value / gap) + 1 + index) * gap;
}

/* Slanted lines within a rectangle: where @sign * x + y is a multiple of the gap. */
static void
add_slanted (ParleyFigure *path, const ParleyRectangle *at, int sign)
{
  const double gap = 4;
  double right = at->x + at->width;
  double bottom = at->y + at->height;
  double low = sign > 0 ? at->x + at->y : at->y - right;
  double high = sign > 0 ? right + bottom : bottom - at->x;

  for (guint i = 0; multiple_above (low, gap, i) < high; i++)
    {
      double sum = multiple_above (low, gap, i);
      double upper = fmax (at->y, sign > 0 ? sum - right : sum + at->x);
      double lower = fmin (bottom, sign > 0 ? sum - at->x : sum + right);

      parley_figure_begin (path, sign * (sum - upper), upper);
      parley_figure_go_on (path, sign * (sum - lower), lower);
    }
}

static void
add_straight (ParleyFigure *path, const ParleyRectangle *at, gboolean upright)
{
  const double gap = 2.5;
  double start = upright ? at->x : at->y;
  double end = start + (upright ? at->width : at->height);

  for (guint i = 0; multiple_above (start, gap, i) < end; i++)
    {
      double place = multiple_above (start, gap, i);

      parley_figure_begin (path, upright ? place : at->x, upright ? at->y : place);
      parley_figure_go_on (path, upright ? place : at->x + at->width,
                           upright ? at->y + at->height : place);
    }
}

static void
draw_hatch (ParleyPicture *picture, guint tone, Hatch hatch, const ParleyRectangle *at)
{
  ParleyFigure *path = NULL;

  if (hatch == HATCH_NONE)
    return;
  path
      = parley_picture_path (picture, (ParleyLook){ tone, 0, HATCH_LINE, PARLEY_DASH_NONE }, FALSE);
  if (hatch == HATCH_RISING || hatch == HATCH_FALLING)
    add_slanted (path, at, hatch == HATCH_RISING ? 1 : -1);
  else
    add_straight (path, at, hatch == HATCH_UPRIGHT);
}

void
parley_draw_bar (ParleyPicture *picture, const ParleySeries *series, const ParleyRectangle *at)
{
  const Style *style = &styles[series->ink];
  ParleyLook look = { series->ink, style->fill, 0.7, PARLEY_DASH_NONE };

  if (series->fill == PARLEY_FILL_LIGHT)
    look.fill = 0.12;
  if (series->fill == PARLEY_FILL_HOLLOW)
    look.fill = 0;
  parley_picture_rectangle (picture, look, at);
  if (series->fill == PARLEY_FILL_SOLID)
    draw_hatch (picture, series->ink, style->hatch, at);
}

void
parley_draw_whisker (ParleyPicture *picture, guint tone, double x, double x2, double y)
{
  const double half = 2.5;
  ParleyLook ground = { PARLEY_TONE_PAPER, 0, 2, PARLEY_DASH_NONE };
  ParleyLook look = { tone, 0, 0.9, PARLEY_DASH_NONE };

  /* Light about it, to be seen on the bar as well. */
  parley_picture_line (picture, ground, x, y, x2, y);
  parley_picture_line (picture, look, x, y, x2, y);
  parley_picture_line (picture, look, x, y - half, x, y + half);
  parley_picture_line (picture, look, x2, y - half, x2, y + half);
}

void
parley_draw_box (ParleyPicture *picture, const ParleySeries *series, const ParleyRectangle *at)
{
  ParleyLook look = { series->ink, 0.07, 0.9, styles[series->ink].dash };

  parley_picture_rectangle (picture, look, at);
}

void
parley_draw_area (ParleyPicture *picture, const ParleySeries *series, const ParleyRectangle *at)
{
  ParleyLook look = { series->ink, 0.1, 0, PARLEY_DASH_NONE };
  ParleyLook edge = { series->ink, 0, 0.5, styles[series->ink].dash };

  parley_picture_rectangle (picture, look, at);
  parley_picture_rectangle (picture, edge, at);
}

/* Outlines of shapes, in their radius. */
static const struct
{
  guint  n;
  double corners[10][2];
} shapes[] = {
  [PARLEY_SHAPE_SQUARE]
  = { 4, { { -0.85, -0.85 }, { 0.85, -0.85 }, { 0.85, 0.85 }, { -0.85, 0.85 } } },
  [PARLEY_SHAPE_DIAMOND] = { 4, { { 0, -1.45 }, { 1.45, 0 }, { 0, 1.45 }, { -1.45, 0 } } },
  [PARLEY_SHAPE_TRIANGLE] = { 3, { { 0, -1.15 }, { 1.1, 0.8 }, { -1.1, 0.8 } } },
  [PARLEY_SHAPE_STAR] = { 10,
                          { { 0, -1.5 },
                            { 0.3527, -0.4854 },
                            { 1.4266, -0.4635 },
                            { 0.5706, 0.1854 },
                            { 0.8817, 1.2135 },
                            { 0, 0.6 },
                            { -0.8817, 1.2135 },
                            { -0.5706, 0.1854 },
                            { -1.4266, -0.4635 },
                            { -0.3527, -0.4854 } } },
};

static void
draw_outlined (ParleyPicture  *picture,
               ParleyMarkShape shape,
               ParleyLook      look,
               double          x,
               double          y,
               double          radius)
{
  ParleyFigure *path = parley_picture_path (picture, look, TRUE);

  for (guint c = 0; c < shapes[shape].n; c++)
    {
      double corner_x = x + shapes[shape].corners[c][0] * radius;
      double corner_y = y + shapes[shape].corners[c][1] * radius;

      if (c == 0)
        parley_figure_begin (path, corner_x, corner_y);
      else
        parley_figure_go_on (path, corner_x, corner_y);
    }
}

void
parley_draw_mark (ParleyPicture  *picture,
                  ParleyMarkShape shape,
                  guint           tone,
                  double          x,
                  double          y,
                  double          radius)
{
  ParleyLook ground = { PARLEY_TONE_PAPER, 1, 1.2, PARLEY_DASH_NONE };
  ParleyLook full = { tone, 1, 0, PARLEY_DASH_NONE };
  ParleyLook ring = { tone, 0, 1.4, PARLEY_DASH_NONE };

  if (shape == PARLEY_SHAPE_DISC || shape == PARLEY_SHAPE_RING)
    {
      parley_picture_disc (picture, ground, x, y, radius);
      parley_picture_disc (picture, shape == PARLEY_SHAPE_DISC ? full : ring, x, y, radius);
    }
  else
    {
      draw_outlined (picture, shape, ground, x, y, radius);
      draw_outlined (picture, shape, full, x, y, radius);
    }
}

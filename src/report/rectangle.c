/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/rectangle.h"

gboolean
parley_rectangles_overlap (const ParleyRectangle *a, const ParleyRectangle *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

gboolean
parley_rectangle_is_inside (const ParleyRectangle *inner, const ParleyRectangle *outer)
{
  return inner->x >= outer->x && inner->y >= outer->y
         && inner->x + inner->width <= outer->x + outer->width
         && inner->y + inner->height <= outer->y + outer->height;
}

/* Cuts the segment of parameters [@from, @to] down to where start + t * delta is within [low,
 * high]. Returns: FALSE when nothing is left. */
static gboolean
clip (double start, double delta, double low, double high, double *from, double *to)
{
  double a = 0;
  double b = 0;

  if (delta == 0)
    return start > low && start < high;
  a = (low - start) / delta;
  b = (high - start) / delta;
  *from = fmax (*from, fmin (a, b));
  *to = fmin (*to, fmax (a, b));
  return *from < *to;
}

gboolean
parley_segment_crosses (const ParleySegment *segment, const ParleyRectangle *at)
{
  double from = 0;
  double to = 1;

  return clip (segment->x, segment->x2 - segment->x, at->x, at->x + at->width, &from, &to)
         && clip (segment->y, segment->y2 - segment->y, at->y, at->y + at->height, &from, &to);
}

double
parley_rectangle_gap_across (const ParleyRectangle *a, const ParleyRectangle *b)
{
  return fmax (a->x - (b->x + b->width), b->x - (a->x + a->width));
}

double
parley_rectangle_gap_down (const ParleyRectangle *a, const ParleyRectangle *b)
{
  return fmax (a->y - (b->y + b->height), b->y - (a->y + a->height));
}

double
parley_rectangle_gap (const ParleyRectangle *a, const ParleyRectangle *b)
{
  return hypot (fmax (parley_rectangle_gap_across (a, b), 0),
                fmax (parley_rectangle_gap_down (a, b), 0));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <math.h>

/* Where things stand in a picture (report/picture.h), and whether they are in each other's way. */

typedef struct
{
  double x; /* of the upper left corner */
  double y;
  double width;
  double height;
} ParleyRectangle;

/* A piece of a straight line. */
typedef struct
{
  double x;
  double y;
  double x2;
  double y2;
} ParleySegment;

/* Edges may touch. */
gboolean parley_rectangles_overlap  (const ParleyRectangle *a, const ParleyRectangle *b);
gboolean parley_rectangle_is_inside (const ParleyRectangle *inner, const ParleyRectangle *outer);

gboolean parley_segment_crosses (const ParleySegment *segment, const ParleyRectangle *at);

/* How far they are from each other across, and down: below 0 where one is above, or beside, the
 * other. Then how far by the straight way. */
double parley_rectangle_gap_across (const ParleyRectangle *a, const ParleyRectangle *b);
double parley_rectangle_gap_down   (const ParleyRectangle *a, const ParleyRectangle *b);
double parley_rectangle_gap        (const ParleyRectangle *a, const ParleyRectangle *b);

/* The number from @low to @high that is nearest to @value. */
static inline double
parley_within (double value, double low, double high)
{
  return fmin (fmax (value, low), high);
}

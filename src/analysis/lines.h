/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/input.h"
#include "space/extent.h"

/* The lowest of all lines, or the highest. */
typedef enum
{
  PARLEY_EDGE_LOWEST,
  PARLEY_EDGE_HIGHEST
} ParleyEdge;

/**
 * ParleyLines:
 *
 * The margins of a draft's completions over one input of a party: score less reservation, times the
 * sum of weights where the input is a weight. Each is a line, so the lowest of all is concave and
 * the highest convex. The party accepts where the lowest is 0 or more, and rejects where the
 * highest is below 0; with red lines a completion across one has no line.
 */
typedef struct
{
  const ParleyOutline *outline; /* all borrowed */
  const ParleyValues  *values;
  const char          *date;
  const ParleyInput   *input;
  gboolean             red_lines; /* whether they count */
  gboolean             rounded;   /* set when a score was rounded (utility.h) */
  guint               *options;   /* [axis]: of the completion at hand; scratch */
} ParleyLines;

/* The party's utility with the input at @x. Returns: (transfer full). */
ParleyUtility *parley_lines_utility (ParleyLines *self, mpq_srcptr x);

/* Sets @at to where @edge stops to hold (the lowest being 0 or more, the highest being below) on
 * the way from @start, where it holds, to @end. Returns: FALSE when it holds all the way. */
gboolean parley_lines_find_leave (ParleyLines *self,
                                  ParleyEdge   edge,
                                  mpq_srcptr   start,
                                  mpq_srcptr   end,
                                  mpq_ptr      at);

/* Sets @at to where @edge begins to hold on the way from @start, where it does not, to @end: the
 * lowest at that value, the highest right behind it. Returns: FALSE when it never does. */
gboolean parley_lines_find_entry (ParleyLines *self,
                                  ParleyEdge   edge,
                                  mpq_srcptr   start,
                                  mpq_srcptr   end,
                                  mpq_ptr      at);

/* Sets @x right beyond @at, on the way to @end: 2^-40 of the way. */
void parley_lines_set_beyond (mpq_ptr x, mpq_srcptr at, mpq_srcptr end);

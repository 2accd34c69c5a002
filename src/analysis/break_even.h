/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/input.h"
#include "analysis/verdict.h"

/* The largest share of all weight that a weight is tried at: 1 - 10^-6. */
#define PARLEY_BREAK_EVEN_MOST_WEIGHT 999999

/* Where a verdict turns as one input moves away from its value in one direction. */
typedef struct
{
  gboolean      turns;   /* FALSE: nowhere */
  mpq_t         at;      /* the nearest such value */
  gboolean      at_once; /* the new verdict holds at this value; else only beyond it */
  ParleyVerdict verdict; /* the new one, at the value or just beyond it */
} ParleyTurning;

/* The two directions of an input. */
typedef struct
{
  ParleyTurning below;
  ParleyTurning above;
  gboolean      rounded; /* some score was rounded (utility.h), and the values with it */
} ParleyBreakEven;

/**
 * parley_break_even_init:
 * @outline: of the input's party over the draft's completions, of which there is one at least
 * @utility: the party's, as written, with a reservation
 * @values: likewise
 * @red_lines: whether the party's red lines count
 *
 * Finds the values of @input, of any kind but BEND, at which the verdict of its party turns, all
 * else as it is. Values are looked for from 0 to 100, weights from 0 to so much that the share is
 * 99.9999 % of all (to 1 where they are used as they are; both to the end of their range, if that
 * is more), reservations and points of adjustments everywhere. A weight that is the only one turns
 * nothing.
 *
 * Exact: the margin of one completion, multiplied by the sum of weights, is linear in the input, so
 * the least margin is concave and the greatest convex, and Newton's method on the completion at the
 * end ends at the root itself after some steps (W. Dinkelbach, "On nonlinear fractional
 * programming", Management Science 13, 1967). Cost: some extents (extent.h) for each direction, and
 * nothing where a cheap bound shows that the input cannot matter.
 */
void parley_break_even_init (ParleyBreakEven     *self,
                             const ParleyOutline *outline,
                             const ParleyUtility *utility,
                             const ParleyValues  *values,
                             const char          *date,
                             const ParleyInput   *input,
                             gboolean             red_lines);

void parley_break_even_clear (ParleyBreakEven *self);

/* Whether the verdict turns at a value within the range that @number, the input's, is believed to
 * lie in. */
gboolean parley_break_even_is_believed (const ParleyBreakEven *self, const ParleyNumber *number);

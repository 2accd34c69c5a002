/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/outline.h"

/**
 * ParleyExtent:
 *
 * How low and how high one party's score can be over the feasible deals of a
 * space: the score itself, red lines aside; and the verdict score (outline.h), which
 * reaches the reservation if and only if the party likes the deal. Of a verdict score
 * across a red line only that it is below every reservation counts.
 */
typedef struct
{
  ParleyScore low;
  ParleyScore high;
  ParleyScore verdict_low;
  ParleyScore verdict_high;
} ParleyExtent;

static inline ParleyExtent
parley_extent_shift (ParleyExtent extent, ParleyGain gain)
{
  return (ParleyExtent){ extent.low + gain.score, extent.high + gain.score,
                         extent.verdict_low + gain.verdict, extent.verdict_high + gain.verdict };
}

static inline ParleyExtent
parley_extent_join (ParleyExtent a, ParleyExtent b)
{
  return (ParleyExtent){ MIN (a.low, b.low), MAX (a.high, b.high),
                         MIN (a.verdict_low, b.verdict_low), MAX (a.verdict_high, b.verdict_high) };
}

/* The extent under @utility; zeros when no deal is feasible. Exact. Cost: O(arcs). */
ParleyExtent parley_extent (const ParleyOutline *outline, const ParleyUtility *utility);

/**
 * parley_extreme_deal:
 * @red_lines: whether the verdict score counts, or the score itself
 * @most: the highest, or the lowest
 * @options: (out): one an axis: the first deal of that score in the order of the outline's layers
 *
 * Of an outline that has a deal. Returns: its score. Cost: O(arcs).
 */
ParleyScore parley_extreme_deal (const ParleyOutline *outline,
                                 const ParleyUtility *utility,
                                 gboolean             red_lines,
                                 gboolean             most,
                                 guint               *options);

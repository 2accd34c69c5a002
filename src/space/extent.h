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

/* The extent under @utility; zeros when no deal is feasible. Exact. Cost: O(arcs). */
ParleyExtent parley_extent (const ParleyOutline *outline, const ParleyUtility *utility);

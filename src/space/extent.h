/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/walk.h"

/**
 * ParleyExtent:
 *
 * How low and how high one party's score can be over the feasible deals of a
 * space: the score itself, red lines aside; and the verdict score (walk.h), which
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

/**
 * parley_extent:
 * @extents: (array) (out caller-allocates): one a utility
 * @feasible: (out): whether there is a feasible deal; else @extents are zero
 *
 * Exact: scores add over blocks, so each block is searched alone.
 * Cost: O(sum of block sizes). Errors: PARLEY_ERROR_LIMIT when a block has more
 * than 10^8 combinations.
 */
gboolean parley_extent (const ParleySpace *space,
                        GPtrArray         *utilities,
                        ParleyExtent      *extents,
                        gboolean          *feasible,
                        GError           **error);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/cloud.h"

/* How many points there may be, and words of a bit for each. */
#define PARLEY_DOMINANCE_N_WORDS 16
#define PARLEY_DOMINANCE_N_BITS  ((gsize) 64 * PARLEY_DOMINANCE_N_WORDS)

/* Words for one dimension's table. */
#define PARLEY_DOMINANCE_TABLE_SIZE ((PARLEY_DOMINANCE_N_BITS + 1) * PARLEY_DOMINANCE_N_WORDS)

/**
 * parley_dominance_count_bits:
 * @points: at most PARLEY_DOMINANCE_N_BITS, ordered by dimension 0
 * @floors: ordered by dimension 0
 * @tables: room for a table of each dimension but the first
 *
 * Adds to the counts of the floors' entries. For each dimension but the first there is a
 * table with a row for each rank: the set of the points that reach it. The points that
 * reach a floor are then the intersection of one row a dimension.
 *
 * Ranks of the points are below their number, and no floor is above their number.
 *
 * Cost: O(words · dimensions) for each point and each floor; with weights O(1) more for
 * each pair of a floor and a point that reaches it.
 */
void parley_dominance_count_bits (const ParleyCloud *points,
                                  const ParleyCloud *floors,
                                  guint64           *tables,
                                  guint64           *counts);

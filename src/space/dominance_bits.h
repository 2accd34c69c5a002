/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/bit_counts.h"
#include "space/cloud.h"

/* Words in the table of a dimension. */
#define PARLEY_DOMINANCE_TABLE_SIZE ((PARLEY_BITS + 1) * PARLEY_BIT_WORDS)

/**
 * parley_dominance_count_bits:
 * @points: at most PARLEY_BITS, ordered by dimension 0
 * @floors: ordered by dimension 0
 * @tables: room for a table for each dimension but the first
 * @of_floors: [entry of a floor]: gets the points that reach it added
 * @of_points: (nullable): [entry of a point]: gets the floors that it reaches added
 *
 * There is a bit for each point. A table has a row for each rank, the set of the points that
 * reach it; so the points that reach a floor are the intersection of one row a dimension. But for
 * the first dimension, where the order does for a table, the ranks of points must be below the
 * number of points, and those of floors not above it.
 *
 * Cost: O(words · dimensions) for each point and each floor.
 */
void parley_dominance_count_bits (const ParleyCloud *points,
                                  const ParleyCloud *floors,
                                  guint64           *tables,
                                  guint64           *of_floors,
                                  guint64           *of_points);

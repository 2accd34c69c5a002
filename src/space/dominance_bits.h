/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/cloud.h"

/* A bit for each point, so that there may be as many points; and the words that it takes. */
#define PARLEY_DOMINANCE_N_WORDS 16
#define PARLEY_DOMINANCE_N_BITS  ((gsize) 64 * PARLEY_DOMINANCE_N_WORDS)

/* Words in the table of a dimension. */
#define PARLEY_DOMINANCE_TABLE_SIZE ((PARLEY_DOMINANCE_N_BITS + 1) * PARLEY_DOMINANCE_N_WORDS)

/**
 * parley_dominance_count_bits:
 * @points: at most PARLEY_DOMINANCE_N_BITS, ordered by dimension 0
 * @floors: ordered by dimension 0
 * @tables: room for a table for each dimension but the first
 *
 * Adds to the counts of the floors' entries. A table has a row for each rank, the set of
 * the points that reach it; so the points that reach a floor are the intersection of one
 * row a dimension. But for the first dimension, where the order does for a table, the ranks
 * of points must be below the number of points, and those of floors not above it.
 *
 * Cost: O(words · dimensions) for each point and each floor; with weights O(1) more for
 * each pair of a floor and a point that reaches it.
 */
void parley_dominance_count_bits (const ParleyCloud *points,
                                  const ParleyCloud *floors,
                                  guint64           *tables,
                                  guint64           *counts);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/ranking.h"

/* One party seen from the half that asks; the other half answers. */
typedef struct
{
  const ParleyRanking *mine;
  const ParleyRanking *theirs;
  ParleyScore         reservation;
} ParleyDimension;

/**
 * parley_sweep:
 * @counts: (array length=mine->n) (out caller-allocates)
 *
 * For each of my entries, how many of theirs take every party's sum to its
 * reservation. Cost, with n entries on either side: O(n log n) for one party and
 * for two, for more O(n²).
 *
 * Two parties: one is swept in order of score, while a Fenwick tree over the ranks
 * of the other answers (P. Fenwick, "A new data structure for cumulative frequency
 * tables", Software: Practice and Experience 24, 1994).
 */
void parley_sweep (const ParleyDimension *dimensions, guint n_dimensions, guint64 *counts);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/score.h"

/**
 * parley_rank:
 * @points: (array length=n_points): any scores, in any order
 * @floors: (array length=n_floors): likewise
 * @point_ranks: (array length=n_points) (out caller-allocates)
 * @floor_ranks: (array length=n_floors) (out caller-allocates)
 *
 * Replaces scores by ranks that compare alike: a point reaches a floor (is not
 * below it) if and only if its rank reaches the floor's. A rank says how often, from
 * the lowest score to this one, points are followed by a floor above them. So a floor
 * that all points reach has rank 0, and no rank is above the number of different
 * points or of different floors.
 *
 * @n_points + @n_floors must stay below 2^32. Cost, with n for that sum: O(n) for each
 * 12 bits between the lowest score and the highest; memory: 16 n bytes.
 */
void parley_rank (const ParleyScore *points,
                  gsize              n_points,
                  const ParleyScore *floors,
                  gsize              n_floors,
                  guint32           *point_ranks,
                  guint32           *floor_ranks);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * parley_dominance_count:
 * @point_ranks: (array length=n_dims): for each dimension a column of @n_points ranks
 * @weights: (array length=n_points) (nullable): what the points count; NULL: 1 each
 * @floor_ranks: (array length=n_dims): for each dimension a column of @n_floors ranks
 * @counts: (array length=n_floors) (out caller-allocates)
 *
 * For each floor, the weight of the points that reach it (are not below it) in every
 * dimension. All weights together must fit into 64 bits. Ranks are those of
 * parley_rank(): any others that compare alike give the same counts, but memory grows
 * with the highest.
 *
 * Two dimensions: the points are added to a tree over one dimension's ranks in the order
 * of the other's. More: divide and conquer. Split by the last dimension, the upper points
 * reach all lower floors there, which leaves a problem of one dimension less; lower
 * points reach no upper floor; and the upper against the upper and the lower against the
 * lower are two smaller problems (J. L. Bentley, "Multidimensional divide-and-conquer",
 * Communications of the ACM 23, 1980). Where few points are left, a bit stands for each.
 *
 * Cost, with n points and floors: O(n) in one dimension, O(n log^(d - 1) n) in d.
 * Memory, beside the arguments: about 25 n bytes in two dimensions, FIXME.
 */
void parley_dominance_count (const guint32 *const *point_ranks,
                             const guint64        *weights,
                             gsize                 n_points,
                             const guint32 *const *floor_ranks,
                             gsize                 n_floors,
                             guint                 n_dims,
                             guint64              *counts);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * parley_dominance_count:
 * @point_ranks: (array length=n_dims): for each dimension a column of @n_points ranks
 * @weights: (array length=n_points) (nullable): what each point counts; NULL: 1
 * @floor_ranks: (array length=n_dims): for each dimension a column of @n_floors ranks
 * @counts: (array length=n_floors) (out caller-allocates)
 *
 * For each floor, the weight of all points that reach it (are not below it) in every
 * dimension. All weights together must fit into 64 bits. The ranks are those of
 * parley_rank(); any others below 2^31 do as well, but memory grows with the highest.
 *
 * In two dimensions points and floors are gone through from the top of one dimension, and
 * a tree keeps the ranks in the other. In more dimensions divide and conquer: split by the
 * last, all upper points reach all lower floors there, which leaves a problem of one
 * dimension less; no lower point reaches an upper floor; upper with upper and lower with
 * lower are two smaller problems of the same kind (J. L. Bentley, "Multidimensional
 * divide-and-conquer", Communications of the ACM 23, 1980). When few points are left,
 * sets of bits are intersected (dominance_bits.h).
 *
 * Cost, for n points and n floors: O(n) in one dimension, O(n log^(d - 1) n) in d, also
 * when many tie. Memory, beside the arguments: 40 n bytes in two dimensions, 70 n in four,
 * and 17 n more with weights.
 */
void parley_dominance_count (const guint32 *const *point_ranks,
                             const guint64        *weights,
                             gsize                 n_points,
                             const guint32 *const *floor_ranks,
                             gsize                 n_floors,
                             guint                 n_dims,
                             guint64              *counts);

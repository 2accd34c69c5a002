/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * parley_dominance_count:
 * @point_ranks: (array length=n_dims): for each dimension a column of @n_points ranks
 * @floor_ranks: (array length=n_dims): for each dimension a column of @n_floors ranks
 * @of_floors: (array length=n_floors) (out caller-allocates): how many points reach each floor
 * (are not below it) in every dimension
 * @of_points: (array length=n_points) (out caller-allocates) (nullable): how many floors each
 * point reaches
 *
 * The ranks are those of parley_rank(); any others below 2^31 do as well, but memory grows with
 * the highest.
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
 * when many tie. Memory, beside the arguments: 40 n bytes in two dimensions, 70 n in four.
 */
void parley_dominance_count (const guint32 *const *point_ranks,
                             gsize                 n_points,
                             const guint32 *const *floor_ranks,
                             gsize                 n_floors,
                             guint                 n_dims,
                             guint64              *of_floors,
                             guint64              *of_points);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * parley_sieve:
 * @ranks: (array length=n_dims): columns of @n ranks, of points in descending order
 * @n_objectives: of the dimensions, the first: points that agree in these never dominate each
 * other (pareto.h)
 * @rows: (array length=n) (out caller-allocates): the points that are left, ascending
 *
 * Drops points that are dominated by one of a few that are held against all: those that have
 * dominated others lately, and of the rest the last. What is left may still be dominated. Where few
 * points dominate nearly all others this is much less work than finding out who dominates whom
 * (S. Börzsönyi, D. Kossmann and K. Stocker, "The skyline operator", ICDE 2001, with a window that
 * organises itself).
 *
 * Cost: O(n * dimensions), with a constant of some hundred at most. Returns: how many are left.
 */
gsize parley_sieve (const guint32 *const *ranks,
                    gsize                 n,
                    guint                 n_dims,
                    guint                 n_objectives,
                    guint32              *rows);

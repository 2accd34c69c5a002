/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * ParleyPoints:
 *
 * Pairs of points of several coordinates from 0 to below 1, more even than random ones: of each
 * point the first 20 coordinates are those of Sobol's sequence (GSL), moved by a random shift (R.
 * Cranley and T. N. L. Patterson, "Randomization of number theoretic methods for multiple
 * integration", SIAM Journal on Numerical Analysis 13, 1976). Others are random: in as many
 * coordinates no sequence is even at some hundred points.
 */
typedef struct _ParleyPoints ParleyPoints;

/* @n: coordinates of a point, 1 or more. @shift: which shift of @seed. @first: which of all random
 * points the first one is: those of other shifts must be others. */
ParleyPoints *parley_points_new  (guint n, guint64 seed, gsize shift, gsize first);
void          parley_points_free (ParleyPoints *self);

/* Sets @a and @b (arrays of n) to the next pair. */
void parley_points_next (ParleyPoints *self, double *a, double *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyPoints, parley_points_free)

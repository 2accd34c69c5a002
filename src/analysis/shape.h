/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/value.h"

/**
 * ParleyShape:
 *
 * A value function of numbers in doubles, for searches that go through very many: close to
 * what parley_value_of_numbers () gives, not exact.
 */
typedef struct _ParleyShape ParleyShape;

/* Not of a table. */
ParleyShape *parley_shape_new  (const ParleyValueFunction *function);
void         parley_shape_free (ParleyShape *self);

/* Moves one number of the function to @y: the value of point @part, or (of an ideal) the ideal,
 * part 0, or the tolerance, part 1. */
void parley_shape_move (ParleyShape *self, guint part, double y);

double parley_shape_value (const ParleyShape *self, double x);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyShape, parley_shape_free)

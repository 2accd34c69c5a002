/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <gmp.h>

/* The most equations. */
#define PARLEY_MOST_EQUATIONS 4

/* Rows of coefficients, with what they come to behind the last of them. */
typedef mpq_t ParleyEquations[PARLEY_MOST_EQUATIONS][PARLEY_MOST_EQUATIONS + 1];

void parley_equations_init  (ParleyEquations self);
void parley_equations_clear (ParleyEquations self);

/* Solves the first @n, of as many unknowns, in place: unknown i then stands at [i][n]. Returns:
 * FALSE when there is not just one answer. */
gboolean parley_equations_solve (ParleyEquations self, guint n);

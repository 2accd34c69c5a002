/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/exact.h"

/**
 * ParleyProgramme:
 *
 * A linear programme in fractions: the least cost of numbers from 0 on under rows
 * "sum of coefficient times number <= limit", where no cost is below 0. It is solved by the dual
 * simplex method (C. E. Lemke, "The dual method of solving the linear programming problem", Naval
 * Research Logistics Quarterly 1, 1954) with the smallest-index rule of R. G. Bland, so it ends and
 * is exact: in whole numbers over one denominator. Rows may be added to a programme that has been
 * solved: it goes on from there.
 */
typedef struct _ParleyProgramme ParleyProgramme;

/* @costs: (array): one a number; copied. @budget: (nullable), must outlive it: what steps may still
 * take, in numbers that they change times their length in words and 2 (some 10 nanoseconds each);
 * once it is 0 no step is taken, and answers are FALSE. */
ParleyProgramme *parley_programme_new  (guint n_numbers, mpq_t *costs, guint64 *budget);
void             parley_programme_free (ParleyProgramme *self);

/* @coefficients: (array): one a number. */
void parley_programme_add_row (ParleyProgramme *self, mpq_t *coefficients, mpq_srcptr limit);

/* Sets @numbers (array) to those of least cost. Returns: FALSE when the rows contradict each
 * other. Cost: O(rows * numbers) fractions a step, mostly some steps a row. */
gboolean parley_programme_solve (ParleyProgramme *self, mpq_t *numbers);

/**
 * parley_programme_raise:
 * @factors: (array): one a number
 * @above_0: whether any sum above 0 will do
 * @numbers: (out caller-allocates)
 *
 * Of a programme whose costs are all 0, which has been solved: the numbers, under its rows, of the
 * greatest sum of factor times number, by the simplex method from the last answer on. Sums asked
 * for one after the other so take few steps each. Returns: FALSE when there is no greatest sum.
 */
gboolean parley_programme_raise (ParleyProgramme *self,
                                 mpq_t           *factors,
                                 gboolean         above_0,
                                 mpq_t           *numbers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyProgramme, parley_programme_free)

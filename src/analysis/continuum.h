/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/variable.h"

/**
 * ParleyContinuum:
 *
 * The deals with the same choices and any numbers that range issues allow, in doubles. What
 * is found in it must be worked out again exactly.
 */
typedef struct _ParleyContinuum ParleyContinuum;

/* @variables: (element-type ParleyVariable): kept by reference. @choices: (array): the option
 * of each issue that is a choice. */
ParleyContinuum *parley_continuum_new  (const ParleyScenario *scenario,
                                       const ParleyFilter *filter,
                                       GPtrArray *variables,
                                       const guint *choices);
void             parley_continuum_free (ParleyContinuum *self);

guint                 parley_continuum_n        (const ParleyContinuum *self);
const ParleyVariable *parley_continuum_variable (const ParleyContinuum *self, guint index);

/**
 * parley_continuum_evaluate:
 * @x: (array): one a variable
 * @surpluses: (array) (out caller-allocates): one a party
 *
 * Returns: how far the deal is from being acceptable to all, and its numbers from what is
 * allowed; 0 when it is.
 */
double parley_continuum_evaluate (const ParleyContinuum *self, const double *x, double *surpluses);

/* The values of variable @index within its scale, all others as in @x, between which every
 * score is smooth. Returns: (transfer full) (element-type double): ascending. */
GArray *parley_continuum_breaks (const ParleyContinuum *self, const double *x, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyContinuum, parley_continuum_free)

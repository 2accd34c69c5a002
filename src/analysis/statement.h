/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/condition.h"

/**
 * ParleyStatement:
 *
 * A condition with its choices settled and its numbers free, in doubles.
 */
typedef struct _ParleyStatement ParleyStatement;

/* @choices: (array): the option of each issue that is a choice. */
ParleyStatement *parley_statement_new  (const ParleyCondition *condition, const guint *choices);
void             parley_statement_free (ParleyStatement *self);

/* @numbers: (array): one an issue; those of choices are not looked at. */
gboolean parley_statement_holds (const ParleyStatement *self, const double *numbers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyStatement, parley_statement_free)

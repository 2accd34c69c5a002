/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stretches.h"
#include "analysis/marks.h"

/**
 * ParleyVariable:
 *
 * A range issue whose term may move between the grid values.
 */
typedef struct
{
  guint            issue;
  ParleyTerms     *allowed;   /* where it may move */
  ParleyStretches *stretches; /* the same in doubles */
  GPtrArray       *marks;     /* of mpq_ptr: marks.h */
  double           step;      /* the least distance of two grid values */
  mpq_t            unit;      /* what is found is rounded to multiples of this power of ten, at
                               * most a thousandth of the step */
} ParleyVariable;

/* One for each range issue of @scenario from which anything can follow, in order. @among
 * (element-type ParleyTerms): what each issue may be, NULL for anything. Returns: (transfer full).
 */
GPtrArray *parley_variables_new (const ParleyScenario *scenario,
                                 const ParleyFilter   *filter,
                                 GPtrArray            *among);

/* Adds to @numbers what @x comes to as people write it, where that is allowed: the multiples
 * of the unit below and above, with @nearest the nearer one alone, and a mark within a unit. */
void parley_variable_round (const ParleyVariable *self,
                            double                x,
                            gboolean              nearest,
                            ParleyTerms          *numbers);

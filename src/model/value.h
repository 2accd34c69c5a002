/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/number.h"

typedef enum
{
  PARLEY_VALUE_TABLE,  /* one number an option */
  PARLEY_VALUE_LINEAR, /* straight lines between points */
  PARLEY_VALUE_SMOOTH, /* a monotone curve through points (Steffen 1990, by GSL) */
  PARLEY_VALUE_IDEAL   /* 100 at the ideal, falling straight to 0 at ± tolerance */
} ParleyValueKind;

/**
 * ParleyValueFunction:
 *
 * How much a party likes what an issue can be: 0 (worst) to 100 (best).
 */
typedef struct
{
  ParleyValueKind  kind;
  GPtrArray       *table;     /* TABLE: ParleyNumber an option */
  GPtrArray       *x;         /* LINEAR, SMOOTH: mpq_ptr, ascending */
  GPtrArray       *y;         /* LINEAR, SMOOTH: ParleyNumber */
  ParleyNumber    *ideal;     /* IDEAL */
  ParleyNumber    *tolerance; /* IDEAL, above 0 */
  ParleyOrigin     origin;
} ParleyValueFunction;

ParleyValueFunction *parley_value_function_new  (ParleyValueKind kind);
void                 parley_value_function_free (ParleyValueFunction *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyValueFunction, parley_value_function_free)

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/exact.h"

/* What makes one list of surpluses better than another (order.h). */
typedef enum
{
  PARLEY_ORDER_NASH,              /* product of surpluses */
  PARLEY_ORDER_KALAI_SMORODINSKY, /* leximin of surplus / (ideal - reservation) */
  PARLEY_ORDER_EGALITARIAN,       /* leximin of surplus */
  PARLEY_ORDER_UTILITARIAN,       /* sum of surpluses */
  PARLEY_ORDER_PARTY              /* one party's score */
} ParleyOrderKind;

/*
 * Surpluses of some parties, as fractions, for deals whose scores have different steps.
 */

void parley_surpluses_free (mpq_t *surpluses, guint n);

/* Above 0 when @a is better than @b, 0 when they tie; leximin sorts both lists, the smallest first.
 */
int parley_surpluses_compare (ParleyOrderKind kind, mpq_t *a, mpq_t *b, guint n);

/* Sets @sum, or @product to that of the positive ones. Returns: how many these are. */
void parley_surpluses_add      (mpq_t *surpluses, guint n, mpq_ptr sum);
int  parley_surpluses_multiply (mpq_t *surpluses, guint n, mpq_ptr product);

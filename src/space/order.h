/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/utility.h"

typedef enum
{
  PARLEY_ORDER_NASH,              /* product of surpluses */
  PARLEY_ORDER_KALAI_SMORODINSKY, /* leximin of surplus / (ideal - reservation) */
  PARLEY_ORDER_EGALITARIAN,       /* leximin of surplus */
  PARLEY_ORDER_UTILITARIAN,       /* sum of surpluses */
  PARLEY_ORDER_PARTY              /* one party's score */
} ParleyOrderKind;

/**
 * ParleyOrder:
 *
 * What makes one deal better than another, decided exactly: doubles settle clear
 * cases, fractions the close ones.
 *
 * Nash (J. Nash, "The bargaining problem", Econometrica 18, 1950) is extended to
 * deals that leave someone no surplus: most parties with a positive one, then
 * their product. Leximin compares the worst-off, then the next, and so on; with it
 * the Kalai–Smorodinsky solution (Econometrica 43, 1975) is defined for deals that
 * cannot be mixed (H. Imai, Econometrica 51, 1983).
 */
typedef struct _ParleyOrder ParleyOrder;

/* @slots: (array length=n_slots): whose surplus counts, as indices into @utilities;
 * for PARTY the first alone. */
ParleyOrder *parley_order_new (ParleyOrderKind kind,
                               GPtrArray      *utilities,
                               const guint    *slots,
                               guint           n_slots);

/* For KALAI_SMORODINSKY: the best score of each utility; parties that cannot gain
 * (their best is their reservation) are left out. */
void parley_order_set_ideal (ParleyOrder *self, const ParleyScore *ideal);

void parley_order_free (ParleyOrder *self);

/* Above 0 when @a is better than @b, 0 when they tie. Scores have one entry a
 * utility. */
int parley_order_compare (const ParleyOrder *self, const ParleyScore *a, const ParleyScore *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyOrder, parley_order_free)

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/surpluses.h"
#include "space/utility.h"

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

ParleyOrderKind parley_order_kind (const ParleyOrder *self);

/* The first of its slots: for PARTY the only one. */
guint parley_order_slot (const ParleyOrder *self);

/* For KALAI_SMORODINSKY: the best score of each utility; parties that cannot gain
 * (their best is their reservation) are left out. */
void parley_order_set_ideal (ParleyOrder *self, const ParleyScore *ideal);

/* The same from exact points, which need not be whole steps. */
void parley_order_set_ideal_points (ParleyOrder *self, mpq_t *ideal);

void parley_order_free (ParleyOrder *self);

/* The same order for lists that hold only the scores of its slots, in their order.
 * Returns: (transfer full). */
ParleyOrder *parley_order_new_compact (const ParleyOrder *order);

/* Above 0 when @a is better than @b, 0 when they tie. Scores have one entry a
 * utility. */
int parley_order_compare (const ParleyOrder *self, const ParleyScore *a, const ParleyScore *b);

/* How many slots count: those that the order was made for, but for what is left out. */
guint parley_order_n_slots (const ParleyOrder *self);

/* The surplus of each slot as the order sees it, in doubles: in points, or for
 * KALAI_SMORODINSKY in shares of what the party could gain. */
void parley_order_surpluses (const ParleyOrder *self, const ParleyScore *scores, double *surpluses);

/* The same exactly, for deals whose scores have different steps. Returns: (transfer full)
 * (array length=parley_order_n_slots): free with parley_surpluses_free (). */
mpq_t *parley_order_exact (const ParleyOrder *self, const ParleyScore *scores);

/**
 * parley_order_rate:
 * @before: [slot]: what has been gained so far
 * @surpluses: [slot * @n + deal]: what each of @n deals adds to it
 * @size: of what was added up, by which errors are measured: those of sums come to some
 *   1e-15 of it
 * @rates: (out): [deal]
 *
 * A quick guess at what deals are worth, to pass over most without exact arithmetic. One
 * whose rate is below another's by more than parley_order_slack() is worse; NAN where
 * surpluses do not tell.
 */
void   parley_order_rate  (const ParleyOrder *self,
                        const double *before,
                        const double *surpluses,
                        gsize n,
                        double size,
                        double *rates);
double parley_order_slack (const ParleyOrder *self, double rate, double size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyOrder, parley_order_free)

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/acceptance.h"
#include "space/group.h"
#include "space/order.h"

/* An efficient point: what it scores, and how many acceptable deals reach it. */
typedef struct
{
  ParleyScore *scores; /* one a utility; only those of the frontier's slots are set */
  mpz_t        n_deals;
} ParleyPoint;

/**
 * ParleyFrontier:
 *
 * The Pareto-efficient points among the acceptable deals, or beyond the budget among those that
 * were found: no other gives one party more and none less. Ascending by the scores of the first
 * party, then the next.
 */
typedef struct
{
  guint      n_slots; /* whose scores count, as indices into the utilities */
  guint     *slots;
  guint      n_axes;
  GPtrArray *points; /* of ParleyPoint */
  GPtrArray *groups; /* of ParleyGroup: the acceptable deals by who is asked */
} ParleyFrontier;

/* Errors: PARLEY_ERROR_LIMIT. Cost: see fronts.h. */
ParleyFrontier *parley_frontier_new (const ParleyAcceptance *acceptance,
                                     const guint            *slots,
                                     guint                   n_slots,
                                     GError                **error);

void parley_frontier_free (ParleyFrontier *self);

/* The first group in which some deals may be missing. Returns: (transfer none) (nullable):
 * NULL where none is; then the frontier is exact. */
const ParleyGroup *parley_frontier_inexact (const ParleyFrontier *self);

/* Points of objectives such that no acceptable deal, found or not, has more of one than
 * some point has without having less of another than that. Without a point there is no
 * acceptable deal. Returns: (transfer full). */
ParleyFront *parley_frontier_cover (const ParleyFrontier *self);

/* The deals on all points. */
void parley_frontier_count_deals (const ParleyFrontier *self, mpz_ptr count);

/* The first @n_most deals on @point, in file order.
 * Returns: (transfer full) (element-type guint*): one option an axis. */
GPtrArray *parley_frontier_list (const ParleyFrontier *self,
                                 const ParleyPoint    *point,
                                 guint                 n_most);

/* The points that none is better than, in the order in which they are; empty when there are none.
 * Returns: (transfer container) (element-type ParleyPoint). */
GPtrArray *parley_frontier_best (const ParleyFrontier *self, const ParleyOrder *order);

/* The best score of one slot's party on the frontier, which is not empty. */
ParleyScore parley_frontier_most (const ParleyFrontier *self, guint slot);

/* The best and worst score of each slot's party on the frontier, at the index of
 * its utility; other entries are left alone. The frontier is not empty. */
void parley_frontier_ideal (const ParleyFrontier *self, ParleyScore *ideal);
void parley_frontier_nadir (const ParleyFrontier *self, ParleyScore *nadir);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyFrontier, parley_frontier_free)

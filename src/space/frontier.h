/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/utility.h"

/* One efficient point: what it scores, how many deals reach it, and the first of
 * them in the order in which they were added. */
typedef struct
{
  ParleyScore *scores; /* one a utility; those outside the frontier are the first deal's */
  guint64      n_deals;
  GPtrArray   *deals; /* of guint *: one option an axis */
} ParleyPoint;

/**
 * ParleyFrontier:
 *
 * The Pareto-efficient points among all deals added: no other gives one party more
 * and none less. With two parties a sorted staircase, O(log points) an addition;
 * with more a list, O(points).
 */
typedef struct
{
  guint        n_slots; /* whose scores count, as indices into the utilities */
  guint       *slots;
  guint        n_utilities;
  guint        n_axes;
  guint        n_kept;  /* deals to keep for each point */
  guint64      n_steps; /* points that additions have looked at, for budgets */
  GPtrArray   *points;  /* of ParleyPoint; with two parties ascending in the first */
} ParleyFrontier;

ParleyFrontier *parley_frontier_new (guint        n_utilities,
                                     const guint *slots,
                                     guint        n_slots,
                                     guint        n_axes,
                                     guint        n_kept);

void parley_frontier_free (ParleyFrontier *self);

/* Adds a deal: @scores one a utility, @options one an axis; both are copied. */
void parley_frontier_add (ParleyFrontier *self, const ParleyScore *scores, const guint *options);

/* Whether @scores are those of a point. */
gboolean parley_frontier_has (const ParleyFrontier *self, const ParleyScore *scores);

/* The deals on all points. */
guint64 parley_frontier_count_deals (const ParleyFrontier *self);

/* The best and worst score of each slot's party on the frontier, at the index of
 * its utility; other entries are left alone. The frontier is not empty. */
void parley_frontier_ideal (const ParleyFrontier *self, ParleyScore *ideal);
void parley_frontier_nadir (const ParleyFrontier *self, ParleyScore *nadir);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyFrontier, parley_frontier_free)

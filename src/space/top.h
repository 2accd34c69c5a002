/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/order.h"

/* A deal with its scores. */
typedef struct
{
  guint       *options; /* one an axis */
  ParleyScore *scores;  /* one a utility */
} ParleyDeal;

ParleyDeal *parley_deal_new (const guint *options,
                             guint n_axes,
                             const ParleyScore *scores,
                             guint n_scores);
void        parley_deal_free (ParleyDeal *self);

/**
 * ParleyTop:
 *
 * The best so many of all deals offered: a heap with the worst on top, so that an
 * offer costs O(log n), and one that is not among them O(1).
 */
typedef struct
{
  const ParleyOrder *order; /* borrowed */
  guint              n_most;
  guint              n_axes;
  guint              n_scores;
  GPtrArray         *heap; /* of ParleyDeal */
} ParleyTop;

ParleyTop *parley_top_new  (const ParleyOrder *order, guint n_most, guint n_axes, guint n_scores);
void       parley_top_free (ParleyTop *self);

/* Copies the deal if it is among the best so far. */
void parley_top_offer (ParleyTop *self, const guint *options, const ParleyScore *scores);

/* The deals, best first, ties in file order; @self is empty afterwards.
 * Returns: (transfer full) (element-type ParleyDeal). */
GPtrArray *parley_top_take (ParleyTop *self);

/* File order: the first issue counts most. Below 0 when @a comes first. */
int parley_options_compare (const guint *a, const guint *b, guint n_axes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyDeal, parley_deal_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyTop, parley_top_free)

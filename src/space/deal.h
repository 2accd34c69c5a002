/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/evaluate.h"
#include "space/order.h"

/* A deal with its scores. */
typedef struct
{
  guint       *options; /* one an axis */
  ParleyScore *scores;  /* one a utility */
} ParleyDeal;

/* Works out what the deal of @options is worth. */
ParleyDeal *parley_deal_new  (const ParleySpace *space, GPtrArray *utilities, const guint *options);
void        parley_deal_free (ParleyDeal *self);

/* Whether all parties that must accept it do. @utilities may have more than theirs behind them. */
gboolean parley_deal_is_acceptable (const ParleySpace *space,
                                    GPtrArray         *utilities,
                                    const ParleyDeal  *deal);

/* File order: the first issue counts most. Below 0 when @a comes first. */
int parley_options_compare (const guint *a, const guint *b, guint n_axes);

/* Sorts @deals (element-type guint*) by it. */
void parley_options_sort (GPtrArray *deals, guint n_axes);

/* Sorts @deals (element-type ParleyDeal), the best by @order first, ties in file order. */
void parley_deals_sort (GPtrArray *deals, const ParleyOrder *order, guint n_axes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyDeal, parley_deal_free)

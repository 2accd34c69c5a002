/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/fronts.h"
#include "space/order.h"

/**
 * ParleyProspects:
 *
 * What scores so far can come to at best, by an order, with what can follow at a node. Most
 * of what can follow is passed over by rates in doubles; what is close is compared exactly.
 */
typedef struct _ParleyProspects ParleyProspects;

/* The best deal that can follow. */
typedef struct
{
  gsize  point; /* of the node's front */
  double rate;  /* see parley_order_rate(): NAN when it does not tell */
  double slack; /* deals differ for certain when their rates do by more than both slacks */
} ParleyProspect;

/* Both are borrowed; @order: of lists that hold the scores of the view's objectives. */
ParleyProspects *parley_prospects_new  (const ParleyFronts *fronts, const ParleyOrder *order);
void             parley_prospects_free (ParleyProspects *self);

/**
 * parley_prospects_best:
 * @scores: (array): what brought @node of @layer about, one a dimension
 *
 * Cost: O(points of the node's front). Returns: FALSE when no deal that follows reaches all
 * floors.
 */
gboolean parley_prospects_best (ParleyProspects   *self,
                                guint              layer,
                                guint              node,
                                const ParleyScore *scores,
                                ParleyProspect    *prospect);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyProspects, parley_prospects_free)

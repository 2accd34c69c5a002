/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/budget.h"
#include "space/deal.h"
#include "space/fronts.h"
#include "space/order.h"

/**
 * ParleyGroup:
 *
 * A view with all that is needed to find its best deals. Where that is too much, the diagram
 * has some of them only, and @cover says how good the others can be.
 */
typedef struct
{
  ParleyView    *view;
  ParleyDiagram *diagram;
  gboolean       in_file_order; /* the diagram's layers stand as the issues in the file */
  ParleyFronts  *fronts;
  ParleyFront   *cover; /* points of objectives; for each deal of the view one that has no less
                       * in any. NULL: the diagram is exact */
  char          *why;   /* it is not exact: what is too much */
  guint          width; /* then: the most nodes of a layer */
} ParleyGroup;

/* Takes @view, also when it fails. Errors: PARLEY_ERROR_LIMIT. */
ParleyGroup *parley_group_new_take (ParleyView *view, GError **error);

/* Within @budget, whose `beam` decides what becomes of a view that is too much. @crew
 * (nullable): is told how far it is. */
ParleyGroup *parley_group_new_within_take (ParleyView         *view,
                                           const ParleyBudget *budget,
                                           const ParleyCrew   *crew,
                                           GError            **error);

void parley_group_free (ParleyGroup *self);

/* The cover, or where the search was exact its own points. Objectives come first. */
static inline const ParleyFront *
parley_group_cover (const ParleyGroup *self)
{
  return self->cover != NULL ? self->cover : parley_fronts_whole (self->fronts);
}

/* The first @n_most deals with @objectives, in file order.
 * Returns: (transfer full) (element-type guint*). */
GPtrArray *parley_group_list (const ParleyGroup *self, const ParleyScore *objectives, guint n_most);

/**
 * parley_group_best:
 * @order: as of parley_best()
 *
 * The best @n_most deals, the best first. Which of the deals that tie with the last are
 * among them file order decides; only where layers stand otherwise and these deals pass more than
 * 50,000 places (tied.h), the order of the layers does.
 * Returns: (transfer full) (element-type guint*).
 */
GPtrArray *parley_group_best (const ParleyGroup *self, const ParleyOrder *order, guint n_most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyGroup, parley_group_free)

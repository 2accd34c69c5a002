/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/deal.h"
#include "space/fronts.h"
#include "space/order.h"

/**
 * ParleyGroup:
 *
 * A view with all that is needed to find its best deals.
 */
typedef struct
{
  ParleyView    *view;
  ParleyDiagram *diagram;
  gboolean       in_file_order; /* the diagram's layers stand as the issues in the file */
  ParleyFronts  *fronts;
} ParleyGroup;

/* Takes @view, also when it fails. Errors: PARLEY_ERROR_LIMIT. */
ParleyGroup *parley_group_new_take (ParleyView *view, GError **error);

void parley_group_free (ParleyGroup *self);

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

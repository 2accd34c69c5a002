/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/acceptance.h"
#include "space/order.h"

/* The acceptable deals with one option of each of two issues. */
typedef struct
{
  mpz_t        n_deals;
  ParleyScore *best; /* [slot of the map]: the best of them; NULL when there is none */
} ParleyMapCell;

/**
 * ParleyMap:
 *
 * Where among the options of two issues there are acceptable deals, how many, and how good
 * the best of them is.
 */
typedef struct
{
  guint          axes[2];
  guint          n_options[2];
  guint          n_slots;
  ParleyMapCell *cells; /* [option of the first * n_options[1] + option of the second] */
} ParleyMap;

/**
 * parley_map_new:
 * @slots: whose scores @order is of
 *
 * Cost: one frontier (fronts.h) and one count (meeting.h), with the two issues chosen first.
 * Errors: PARLEY_ERROR_LIMIT.
 */
ParleyMap *parley_map_new (const ParleyAcceptance *acceptance,
                           const ParleyOrder      *order,
                           const guint            *slots,
                           guint                   n_slots,
                           guint                   first_axis,
                           guint                   second_axis,
                           GError                **error);

/* Without a deal, to be filled. */
ParleyMap *parley_map_new_empty (const ParleySpace *space,
                                 guint              first_axis,
                                 guint              second_axis,
                                 guint              n_slots);

/* Finds the best deal of each cell. @compact: by parley_order_new_compact (). */
gboolean parley_map_find_best (ParleyMap              *self,
                               const ParleyAcceptance *acceptance,
                               const ParleyOrder      *compact,
                               const guint            *slots,
                               GError                **error);

void parley_map_free (ParleyMap *self);

/* Sets @sum to the acceptable deals. */
void parley_map_count_deals (const ParleyMap *self, mpz_ptr sum);

static inline ParleyMapCell *
parley_map_cell_at (ParleyMap *self, guint first, guint second)
{
  return &self->cells[(gsize) first * self->n_options[1] + second];
}

static inline const ParleyMapCell *
parley_map_cell (const ParleyMap *self, guint first, guint second)
{
  return &self->cells[(gsize) first * self->n_options[1] + second];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyMap, parley_map_free)

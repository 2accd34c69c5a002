/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/offers.h"

/* The score of nobody that says how far a deal is from an offer (distance.h). */
static inline guint
parley_offers_distance_slot (const ParleyOffers *self, guint offer)
{
  return self->scenario->parties->len + (self->weights != NULL) + offer;
}

/**
 * parley_offers_reach:
 * @n: in how many terms at least it differs from every offer that there is
 * @reference: (nullable): [slot]: scores
 * @slack: by how many points the smallest surplus of the others may be below that of @reference
 * @best: (inout): freed before; set to (transfer full) scores, or to NULL when there is no such
 * deal
 *
 * What the others can have at most, the worst-off of them first, of such deals that are worth the
 * price to the party. Returns: FALSE with @error set when that is too much to find out.
 */
gboolean parley_offers_reach (const ParleyOffers *self,
                              guint               n,
                              const ParleyScore  *reference,
                              mpq_srcptr          slack,
                              ParleyScore       **best,
                              GError            **error);

/* The first deal that gives them that, @best being the most that they can have. Returns: (transfer
 * full): NULL with @error set. */
guint *parley_offers_find (const ParleyOffers *self,
                           guint               n,
                           const ParleyScore  *best,
                           GError            **error);

/* Sets @most to the most that any deal across no red line is worth to the party, and @none to
 * whether there is no such deal. */
gboolean parley_offers_find_most (const ParleyOffers *self,
                                  ParleyScore        *most,
                                  gboolean           *none,
                                  GError            **error);

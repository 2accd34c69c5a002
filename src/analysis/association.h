/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/map.h"

/**
 * ParleyAssociation:
 *
 * How much two issues depend on each other in the acceptable deals.
 *
 * Cramér's V compares how many deals have two terms with how many would if the issues did not
 * depend on each other: with n deals, of which n_i have the first term, n_j the second and n_ij
 * both, V² = (sum of n_ij² / (n_i n_j), less 1) / (the fewer terms that occur of either issue, less
 * 1). 0: what is chosen in one leaves the shares of the other as they are; 1: it settles it (H.
 * Cramér, Mathematical Methods of Statistics, Princeton 1946, section 21.9).
 */
typedef struct
{
  const ParleyMap *map;        /* borrowed */
  gsize            n_pairs;    /* of options */
  gsize            n_possible; /* of these, with an acceptable deal */
  gboolean         has_v;      /* each issue has two terms at least that occur */
  mpq_t            v_squared;
} ParleyAssociation;

/* Cost: O(pairs of options), on numbers that grow with the number of options. */
ParleyAssociation *parley_association_new  (const ParleyMap *map);
void               parley_association_free (ParleyAssociation *self);

/* Cramér's V, nearest to what it is. */
double parley_association_v (const ParleyAssociation *self);

/* Of all @maps (of ParleyMap), the closest first; those without V last. Ties stay in their
 * order. Returns: (transfer full) (element-type ParleyAssociation). */
GPtrArray *parley_associations_new (GPtrArray *maps);

/* Two options that no acceptable deal has together, although each of them occurs. */
typedef struct
{
  const ParleyMap *map; /* borrowed */
  guint            options[2];
  mpz_t            n_deals[2]; /* with each */
} ParleyExclusion;

/* All of them, first those of which there would be the most deals if the issues did not
 * depend on each other. Ties stay in the order of @maps (of ParleyMap). Returns: (transfer
 * full) (element-type ParleyExclusion). */
GPtrArray *parley_exclusions_new (GPtrArray *maps);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyAssociation, parley_association_free)

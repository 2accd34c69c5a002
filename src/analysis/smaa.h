/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/score.h"

/**
 * ParleySmaa:
 *
 * How several alternatives (drafts, say) rank when weights and values are drawn at random: SMAA-2
 * (R. Lahdelma and P. Salminen, "SMAA-2: Stochastic multicriteria acceptability analysis for group
 * decision making", Operations Research 49, 2001). It is fed with one draw after the other and
 * holds sums only.
 *
 * Alternatives with equal scores share the ranks that they take up together, each having an equal
 * part of each. So the parts of a rank sum to 1 over the alternatives, and an alternative gains
 * nothing from another that is like it. (The paper gives all of them the best of these ranks: then
 * two drafts that say the same would both be first, twice.)
 *
 * Sums of draws in which nothing ties are whole numbers, exact below 2^53. Others are rounded: add
 * the same chunks in the same order, and the bytes are the same for any number of threads.
 */
typedef struct
{
  guint   n_alternatives;
  guint   n_shares;
  gsize   n_cells;
  double *cells; /* the number of draws, and then the sums below, which lie within it */
  double *ranks; /* [alternative][rank]: how often it has the rank */
  double *wins;  /* [alternative][other]: how often it is better, and half of how often they tie */
  double *first; /* [alternative][share]: the sum of shares where it is first */
} ParleySmaa;

/* @n_shares: of the weights; 0 when they are not drawn, or not asked for. Nothing drawn yet. */
ParleySmaa *parley_smaa_new  (guint n_alternatives, guint n_shares);
void        parley_smaa_free (ParleySmaa *self);

/* Adds a draw: what each alternative scores, all in the same steps, and the weight shares by which
 * (nullable when there are none). Cost: O(alternatives^2). */
void parley_smaa_add (ParleySmaa *self, const ParleyScore *scores, const double *shares);

/* Adds the draws of @more, which has as many alternatives and shares. */
void parley_smaa_merge (ParleySmaa *self, const ParleySmaa *more);

/* The share of draws in which @alternative has @rank, 0 being the first. There is a draw. */
double parley_smaa_acceptability (const ParleySmaa *self, guint alternative, guint rank);

/* The share of draws in which @alternative is better than @other; ties count half. */
double parley_smaa_wins (const ParleySmaa *self, guint alternative, guint other);

/**
 * parley_smaa_central:
 * @shares: (out caller-allocates): [share]
 *
 * The central weights: the mean of the weight shares in the draws in which @alternative is first,
 * which are those of who would choose it. Returns: FALSE when it never is.
 */
gboolean parley_smaa_central (const ParleySmaa *self, guint alternative, double *shares);

/* How much of the first rank @alternative has in a draw: 1, 0, or a part when it ties. The mean
 * over draws of all but the weights, which are the central ones of @alternative, is its confidence
 * factor. */
double parley_smaa_first (const ParleyScore *scores, guint n_alternatives, guint alternative);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleySmaa, parley_smaa_free)

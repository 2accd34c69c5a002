/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/exact.h"

/* No issue is as far down a ranking as this: it is not ranked. */
#define PARLEY_UNRANKED G_MAXUINT

/* The shares, each times its factor, must not come to more than @most. */
typedef struct
{
  mpq_srcptr const *factors; /* one a share; NULL entry: 0 */
  mpq_srcptr        most;
  const char       *title; /* for messages: "term at most twice security" */
} ParleyPolytopeRow;

/**
 * ParleyPolytopeSpec:
 *
 * What is known about the shares of a party's weights. They are 0 or more and sum to 1 in any case.
 * Everything is borrowed.
 */
typedef struct
{
  guint                    n_shares;
  const char *const       *titles; /* [share]: for messages */
  mpq_srcptr const        *low;    /* (nullable) [share]; NULL entry: 0 */
  mpq_srcptr const        *high;   /* (nullable) [share]; NULL entry: 1 */
  const guint             *ranks;  /* (nullable) [share]: 0 for those that weigh most, or
                              * PARLEY_UNRANKED. Equal ranks are not told apart: either may be
                              * the heavier, so that on average each has the mean of the
                              * rank-order-centroid weights that they take up together. */
  const ParleyPolytopeRow *rows;
  guint                    n_rows;
} ParleyPolytopeSpec;

/**
 * ParleyPolytope:
 *
 * All weight shares that agree with a specification, to be drawn from with equal probability.
 * Where the specification leaves fewer dimensions than it has shares (it may leave a single point),
 * draws are from what it leaves. Never changes: threads may share it.
 *
 * Draws are by hit-and-run along coordinate directions (R. Smith, "Efficient Monte Carlo procedures
 * for generating points uniformly distributed over bounded regions", Operations Research 32, 1984),
 * in coordinates in which the set is about as wide in all directions (T. Tervonen and others,
 * "Hit-And-Run enables efficient weight generation for simulation-based multiple criteria decision
 * analysis", European Journal of Operational Research 224, 2013).
 */
typedef struct _ParleyPolytope ParleyPolytope;

/**
 * parley_polytope_new:
 *
 * Which inequalities hold with equality throughout, and whether there is anything at all, is
 * decided exactly. Cost: two linear programmes of n_shares variables, or n + 1 when there is
 * nothing.
 *
 * Errors: PARLEY_ERROR_INPUT when no shares agree with @spec: the message names constraints of
 * which none could be left out; PARLEY_ERROR_LIMIT when its numbers have too many digits.
 */
ParleyPolytope *parley_polytope_new  (const ParleyPolytopeSpec *spec, GError **error);
void            parley_polytope_free (ParleyPolytope *self);

/* 0 when there is one point only. */
guint parley_polytope_dimension (const ParleyPolytope *self);

/**
 * parley_polytope_draw:
 * @stream: tells draws apart that must not depend on each other: one for each party
 * @shares: (out caller-allocates): [draw][share]
 *
 * Chunk @chunk of the draws of @seed: the same for any order in which chunks are asked for. A chunk
 * starts anew from the middle of the set, so chunks do not depend on each other. Draws within one
 * do, but hardly: the integrated autocorrelation time of shares came out between 1.0 and 1.2 draws
 * for 3 to 60 shares, ranked or not. Cost: O(dimension^2 · rows) a draw; ten draws more at the
 * start of each chunk.
 */
void parley_polytope_draw (const ParleyPolytope *self,
                           guint64               seed,
                           guint32               stream,
                           guint32               chunk,
                           guint                 n_draws,
                           double               *shares);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyPolytope, parley_polytope_free)

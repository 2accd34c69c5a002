/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/view.h"

/* Between which shares of a number of deals the true one certainly lies. */
typedef struct
{
  double low;
  double high;
} ParleyBracket;

/* Additions for a bracket: some second. */
#define PARLEY_BRACKET_WORK 400000000.0

/**
 * parley_bracket:
 * @total: what the shares are of: the number of feasible deals
 * @work: additions at most for the grid; at most PARLEY_BRACKET_WORK
 *
 * Sets @bracket around the number of deals of @view that reach all floors, for spaces that are
 * too large to be counted. Gains are rounded down to whole steps of a grid, and deals counted
 * by the steps that they come to (grid.h). A deal that reaches a floor in steps certainly does;
 * one that falls short by more than all remainders together certainly does not. Between the
 * two, the deals whose remainders come to so much are counted too, which leaves a margin of
 * the likely sum of remainders and not of the largest.
 *
 * The finer the grid the closer the bounds: the view's memory and @work say how fine it can
 * be. Counting on a grid of scores is the classical pseudo-polynomial
 * programme for the knapsack problem (R. Bellman, "Dynamic Programming", Princeton 1957);
 * rounding it is the idea of O. Ibarra and C. Kim, "Fast approximation algorithms for the
 * knapsack and sum of subset problems", Journal of the ACM 22, 1975.
 *
 * Returns: FALSE when conditions hang together too widely for the coarsest grid.
 */
gboolean parley_bracket (const ParleyView *view,
                         mpz_srcptr        total,
                         double            work,
                         ParleyBracket    *bracket);

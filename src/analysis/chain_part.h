/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/chain.h"

/* How a chain draws numbers anew; of the files chain_*.c alone. */

/* A score is on the reservation when it is nearer than that, in points times weight. */
#define PARLEY_CHAIN_NEAR 1e-9

/* Where clues hold, as the random numbers of one number for which they do: from the first end to
 * the second. */
typedef struct
{
  double from;
  double to;
} ParleyChainStretch;

/* Where the count of clues that do not fit changes, and by how much. */
typedef struct
{
  double at;
  int    by;
} ParleyChainStep;

/* What weights are shares of. */
double parley_chain_whole (const ParleyChain *self);

/* The sum of weights anew, without what rounding has left over. */
void parley_chain_sum_up (ParleyChain *self);

/* Another value of @number, as it is believed to lie. */
double parley_chain_believe (ParleyChain *self, guint number);

/* Draws all numbers from what is believed of them, and keeps them as likely as the first @n_clues
 * make them against those before (W. K. Hastings, "Monte Carlo sampling methods using Markov chains
 * and their applications", Biometrika 57, 1970). Cost: O(numbers · corners), and sorting where
 * weights have places. */
void parley_chain_leap (ParleyChain *self, guint n_clues);

/* Adds where clue @clue holds as @number moves: stretches that do not overlap. */
void parley_chain_find_clue (const ParleyChain *self, guint clue, guint number, GArray *stretches);

/* Where weights that there are, and their places, leave room for @number. */
ParleyChainStretch parley_chain_find_room (const ParleyChain *self, guint number);

/* Another random number that stands for @number, as likely as the first @n_clues make it; @unit: a
 * random number between 0 and 1. */
guint32 parley_chain_choose (ParleyChain *self, guint n_clues, guint number, double unit);

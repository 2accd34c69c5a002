/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/belief.h"
#include "analysis/clue.h"

/* What a chain goes by: weights and reservations as they are believed, and what a record teaches of
 * them. Never changes: threads share it. */
typedef struct
{
  guint           n_weights;
  guint          *issues;       /* [weight] */
  guint           n_numbers;    /* weights, then reservations */
  ParleyQuantile *quantiles;    /* [number] */
  gboolean        as_written;   /* weights are shares of 1, and not of their sum */
  guint          *places; /* (nullable): [weight]: of free weights, none of which is lighter than one
                        * of a later place, not even by a slip */
  guint          *reservations; /* [clue]: which number is the one that counts; @n_numbers: none */
  guint           n_clues;
  GPtrArray     **corners; /* [clue]: of double *: the value of each weight's issue, then points */
  gboolean       *reaches; /* [clue] */
  gboolean       *every;   /* [clue]: all corners must fit, else one */
  gboolean       *paired;  /* [clue]: else both of one pair: the first two, or the next two … */
  double          slip; /* how likely a decision is not what the numbers say; 0: never */
} ParleyChainSpec;

/**
 * ParleyChain:
 *
 * Weights and reservations drawn one after the other, in the long run as likely as what is believed
 * of them and the record together make them: each number in turn is drawn anew from what the others
 * leave it (S. and D. Geman, "Stochastic relaxation, Gibbs distributions, and the Bayesian
 * restoration of images", IEEE Transactions on Pattern Analysis and Machine Intelligence 6, 1984).
 * That is a matter of intervals, since each clue holds from some value on or up to one. Before each
 * such round all numbers are drawn at once and kept as likely as they fit (chain_part.h), so that a
 * chain comes from one region that fits to another. Where less than one in some 10,000 of what is
 * believed fits, that hardly happens, and regions count as often as chains come to begin there.
 */
typedef struct
{
  const ParleyChainSpec *spec; /* borrowed */
  guint64  seed;
  guint64  index;   /* of the chain: chains do not depend on each other */
  guint32  n_taken; /* random numbers */
  double   slip;
  double  *values;  /* [number], and 0 behind the last */
  double   weight_sum;
  double  *sums;      /* [firsts[clue] + corner]: of weight times value, within a round */
  guint   *firsts;    /* [clue] */
  GArray  *stretches; /* what a step works on (chain_part.h) */
  GArray  *steps;     /* likewise */
} ParleyChain;

/* Numbers as they are believed to lie, without any clue. */
ParleyChain *parley_chain_new_believed (const ParleyChainSpec *spec, guint64 seed, guint64 index);

/* Others of that kind, which have nothing to do with those before. */
void parley_chain_start_over (ParleyChain *self);

/* Another random number between 0 and 1. */
double parley_chain_unit (ParleyChain *self);

/* Starts from what is believed alone and comes to agree with the first @n_clues step by step.
 * Returns: (transfer full) (nullable): NULL when no numbers that fit were found, which are rare
 * then. */
ParleyChain *parley_chain_new (const ParleyChainSpec *spec,
                               guint                  n_clues,
                               guint64                seed,
                               guint64                index);

void parley_chain_free (ParleyChain *self);

/* Draws all numbers anew, @n_rounds times, by the first @n_clues. Cost: O(numbers · corners · log
 * corners). */
void parley_chain_go (ParleyChain *self, guint n_clues, guint n_rounds);

/* Of weights, shares. */
double parley_chain_number (const ParleyChain *self, guint number);

/* Whether the numbers fit clue @clue. */
gboolean parley_chain_fits (const ParleyChain *self, guint clue);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyChain, parley_chain_free)

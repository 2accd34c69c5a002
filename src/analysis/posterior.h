/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/guess.h"
#include "analysis/revealed.h"
#include "base/parallel.h"

typedef struct
{
  ParleyBelief      belief;
  ParleySpread      spread;  /* of numbers within their ranges */
  guint64           n_draws;
  guint64           seed;
  double            slip; /* how likely a decision is not what the numbers say, below 1/2 */
  const ParleyCrew *crew; /* (nullable) */
  gboolean          draws_only; /* without chances and what is left, which take most of the time of a
                           * long record */
} ParleyPosteriorRequest;

/* A chance of acceptance once the answer may be other than the numbers say. */
static inline double
parley_slip (double chance, double slip)
{
  return chance * (1 - slip) + (1 - chance) * slip;
}

/* A number over many draws. */
typedef struct
{
  double mean;
  double low;  /* a twentieth of all draws lies below */
  double high; /* and a twentieth above */
} ParleyLikely;

/**
 * ParleyPosterior:
 *
 * How likely weights and reservations are once the record is known, against how they were believed
 * to lie, by draws (chain.h). Values and adjustments are as written.
 */
typedef struct
{
  const ParleyRevealed *revealed; /* borrowed */
  guint64       n_draws;
  guint         n_numbers; /* shares, then reservations, as in @revealed */
  ParleyLikely *before;    /* [number] */
  ParleyLikely *after;
  double       *heavier; /* [first share * n_shares + second]: of how many draws after the record */
  double       *chances; /* [clue]: how likely what was done was by what earlier decisions had
                      * taught; 1 where it teaches nothing. NULL where draws alone are wanted, and
                      * what is left is 0 then */
  double        left; /* all chances together: without a slip, what part of all that is believed fits
                      * the record */
  double        left_error; /* its standard error, at most; where no draw fitted, so that it is 0, what
                      * it is at most, to 95 % */
  double       *draws; /* [draw * n_numbers + number]: after the record */
} ParleyPosterior;

/**
 * parley_posterior_new:
 * @revealed: must outlive it; without a slip, something must fit
 *
 * The same for any number of threads. Errors: PARLEY_ERROR_LIMIT when what fits is so small a part
 * that no draw was found in it. Cost: O(clues · draws · numbers · corners).
 */
ParleyPosterior *parley_posterior_new (const ParleyRevealed         *revealed,
                                       const ParleyPosteriorRequest *request,
                                       GError                      **error);

void parley_posterior_free (ParleyPosterior *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyPosterior, parley_posterior_free)

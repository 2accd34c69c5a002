/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parley/talks.h"

PARLEY_API_BEGIN

/* A deal: its terms as parley_talks_judge_deal () takes them, and what it scores. */
typedef struct
{
  const char *const  *terms;   /* "ISSUE=OPTION", one a negotiated issue, then NULL */
  const ParleyAmount *scores;  /* points, one a party */
  const char         *n_alike; /* acceptable deals on the same point of the frontier; else NULL */
} ParleyZopaDeal;

/* What theory recommends, and how many efficient points tie for it: then @deal is on the first. */
typedef struct
{
  const char           *name; /* "nash", "kalai_smorodinsky", "egalitarian", "utilitarian" */
  size_t                n_tied;
  const ParleyZopaDeal *deal; /* NULL where nothing is acceptable */
} ParleyZopaSolution;

/**
 * ParleyZopa:
 *
 * The zone of possible agreement: the deals that all who decide accept. It is its own, not the
 * talks'.
 *
 * Counts are decimal numbers as text, as they outgrow all types. All but @n_deals are NULL when
 * they were not asked for, or there are too many to be counted. The frontier is where nobody who
 * negotiates can have more unless another has less.
 */
typedef struct
{
  ParleyStatus                     status;  /* DONE: there is a deal; NO: there is none */
  const char                      *message; /* otherwise: why; then there is nothing else */
  bool                             rounded; /* not all is exact: smooth curves, or too fine fractions */
  const char                      *n_deals; /* all combinations */
  const char                      *n_feasible;   /* of these the rules allow */
  const char                      *n_acceptable; /* to all */
  const char *const               *n_accepted;   /* by each party; NULL for one that has no say */
  size_t                           n_frontier;
  const ParleyZopaDeal *const     *frontier; /* the first deal of each point, ascending */
  size_t                           n_solutions;
  const ParleyZopaSolution *const *solutions; /* all four, as above */
  size_t                           n_best;
  const ParleyZopaDeal *const     *best;    /* by the product of surpluses, ties in file order */
  const ParleyZopaDeal            *nearest; /* where nothing is acceptable; else NULL */
} ParleyZopa;

/**
 * parley_talks_find_zopa:
 * @talks: whose status is DONE
 * @n_most: how many of the best deals are listed, a million at most
 * @count: whether deals are counted, which takes most of the time
 *
 * Finds the frontier, the solutions and the best deals, and counts those acceptable to all, exactly
 * and without looking at every deal. Cost: some milliseconds, with counts some ten; where there are
 * 10^12 deals, with counts some seconds for two parties and ten for three; tables of up to 512 MB.
 * Threads may do this with the same @talks.
 *
 * Returns: never NULL; WRONG when it would take more than that. To be freed with
 * parley_zopa_free ().
 */
PARLEY_API ParleyZopa *parley_talks_find_zopa (const ParleyTalks *talks, size_t n_most, bool count);

/* NULL is left alone. */
PARLEY_API void parley_zopa_free (ParleyZopa *zopa);

PARLEY_API_END

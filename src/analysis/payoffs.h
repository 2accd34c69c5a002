/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/backing.h"

/* Draws come in as many batches, by whose differences the error of what they say is judged. */
#define PARLEY_N_BATCHES 20

/**
 * ParleyPayoffs:
 *
 * What each choice pays over a batch of draws. Choices are no deal, and then the drafts of a
 * backing. Sums over the draws: divide by n_draws, or by counts.
 */
typedef struct
{
  guint    n_choices;
  guint    n_draws;
  double  *paid;     /* [choice] */
  double  *accepted; /* [choice]: in how many draws it brings its score; no deal: 0 */
  double   most;     /* the best choice of each draw */
  double **moved;    /* [doubt]: [state][choice]: with the doubt in that state and all else as drawn;
                     * where it is observed, over the draws in which it is in it */
  double **counts;   /* [doubt]: [state]: how many draws that are; NULL but for what is observed */
  guint    n_doubts;
} ParleyPayoffs;

/**
 * parley_payoffs_new:
 *
 * All batches. What they are does not depend on @crew. Cost: O(draws · doubts · states · drafts).
 *
 * Returns: (transfer full) (element-type ParleyPayoffs). Errors: PARLEY_ERROR_LIMIT when the sums
 * would take more than @memory bytes.
 */
GPtrArray *parley_payoffs_new (const ParleyBacking *backing,
                               gsize                memory,
                               const ParleyCrew    *crew,
                               GError             **error);

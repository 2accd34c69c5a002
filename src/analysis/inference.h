/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/posterior.h"

/**
 * ParleyInference:
 *
 * What the record of one party says of its weights and reservation, with what makes it readable.
 */
typedef struct
{
  const ParleyScenario  *scenario; /* borrowed */
  guint                  party;
  ParleyRevealedRequest  revealed_request;
  ParleyPosteriorRequest likely_request;
  ParleyRevealed        *revealed;
  ParleyPosterior       *likely; /* NULL when nothing fits, without a slip, or no draw was found */
  gboolean varies;       /* some weight or reservation is not believed to be what is written */
  GArray **red_lines;    /* [clue]: of guint: those of the party that every completion crosses, or
                            * else some; NULL unless that counts for something */
  guint    n_again;      /* decisions that say no more than earlier ones */
  guint    n_withheld;   /* that say nothing */
  gboolean has_misfit;   /* whether @misfit says something */
  mpq_t    misfit;       /* where nothing fits (misfit.h) */
} ParleyInference;

/* Errors: those of parley_revealed_new () and scores; that no draw is found is none. */
ParleyInference *parley_inference_new (const ParleyScenario         *scenario,
                                       guint                         party,
                                       const ParleyRevealedRequest  *revealed,
                                       const ParleyPosteriorRequest *likely,
                                       GError                      **error);

void parley_inference_free (ParleyInference *self);

/* Whether all that is on record can be: some numbers fit, and nothing was accepted across a red
 * line that is certain. */
gboolean parley_inference_holds (const ParleyInference *self);

/* Of a decision that was yes across red lines: whether one of these is said to hold for certain. */
gboolean parley_inference_breaks_line (const ParleyInference *self, guint clue);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyInference, parley_inference_free)

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/exchange.h"

/**
 * ParleyExchangeBlock:
 *
 * Axes that hang together, and what they bring in each completion of a draft.
 */
typedef struct
{
  const ParleyIssueBlock *axes;        /* borrowed from the space */
  GArray                 *open;        /* of guint: its axes that the draft leaves open */
  GArray                 *factors;     /* of guint: places in the space */
  GArray                 *couplings;   /* of guint: likewise */
  guint                   n_completions;
  GArray                 *completions; /* of guint: [completion * open + i]: the option */
  GArray                 *scores;      /* of ParleyScore: [completion * utilities + slot] */
  GArray                 *matches;     /* of gboolean: [completion * couplings + i] */
} ParleyExchangeBlock;

/* A block without factors, couplings and completions. */
ParleyExchangeBlock *parley_exchange_block_new  (const ParleyExchange   *exchange,
                                                const ParleyIssueBlock *axes);
void                 parley_exchange_block_free (ParleyExchangeBlock *self);

static inline guint
parley_exchange_block_coupling (const ParleyExchangeBlock *self, guint index)
{
  return g_array_index (self->couplings, guint, index);
}

/* Fills in the completions, with the base's options where terms are known. Errors:
 * PARLEY_ERROR_LIMIT. */
gboolean parley_exchange_block_complete (ParleyExchangeBlock *self,
                                         ParleyExchange      *exchange,
                                         GError             **error);

/* Sets the exchange's scores to what the axes and factors of the block bring with its options;
 * adjustments come on top. */
void parley_exchange_block_add_up (const ParleyExchangeBlock *self, ParleyExchange *exchange);

/* Adds the points of the adjustment that the @index-th coupling is. */
void parley_exchange_block_adjust (const ParleyExchangeBlock *self,
                                   ParleyExchange            *exchange,
                                   guint                      index);

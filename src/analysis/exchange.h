/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/utility.h"

/* Another option on one axis. */
typedef struct
{
  guint axis;
  guint option;
} ParleyMove;

#define PARLEY_OPEN_TERM G_MAXUINT

/**
 * ParleyExchange:
 *
 * What it brings each party to change known terms of a draft, whatever the terms turn out to be
 * that the draft leaves open. A known term can become every option; a term that is open, or known
 * in part, stays so.
 *
 * Issues hang together in blocks (space.h), and gains add up across blocks. So only the
 * completions of the blocks that a change touches are looked at.
 */
typedef struct
{
  ParleySpace *space; /* of what terms can become */
  GPtrArray   *utilities;
  guint       *base;    /* [axis]: the option that the draft has, or PARLEY_OPEN_TERM */
  guint       *block;   /* [axis]: which of the blocks it is in */
  GPtrArray   *blocks;  /* of ParleyExchangeBlock (exchange_block.h) */
  guint       *options; /* [axis]: for work */
  ParleyScore *scores;  /* [slot]: likewise */
} ParleyExchange;

/* Errors: PARLEY_ERROR_INPUT when the rules leave no completion, PARLEY_ERROR_LIMIT when too many
 * have to be looked at. Cost: O(completions of each block). */
ParleyExchange *parley_exchange_new  (const ParleyScenario *scenario,
                                     const ParleyDraft *draft,
                                     GError **error);
void            parley_exchange_free (ParleyExchange *self);

/**
 * parley_exchange_try:
 * @moves: of known terms, no axis twice
 * @gains: (array) (out): [slot] what each party gains by all of them together at least, over all
 *   completions
 *
 * Cost: see parley_exchange_work(). Returns: whether the changes are allowed: in every completion
 * they break no rule, and cross no red line of a party that decides that the draft does not cross.
 */
gboolean parley_exchange_try (ParleyExchange   *self,
                              const ParleyMove *moves,
                              guint             n_moves,
                              ParleyScore      *gains);

/* Steps that trying a change takes in the block of @axis. */
gsize parley_exchange_work (const ParleyExchange *self, guint axis);

static inline gboolean
parley_exchange_can_move (const ParleyExchange *self, guint axis)
{
  return self->base[axis] != PARLEY_OPEN_TERM && self->space->domain->axes[axis].n_options > 1;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyExchange, parley_exchange_free)

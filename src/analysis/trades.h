/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/exchange.h"
#include "analysis/stake.h"
#include "analysis/trade_steps.h"

#define PARLEY_TRADE_MOST 3

/* Changes of terms that go together, in the order of the issues. */
typedef struct
{
  guint        n_moves;
  ParleyMove   moves[PARLEY_TRADE_MOST];
  const ParleyScore *alone[PARLEY_TRADE_MOST]; /* [slot]: what each party gains by one of them
                                                * alone; borrowed */
  ParleyScore *gains;                    /* [slot]: by all together, at least (exchange.h) */
} ParleyTrade;

/**
 * ParleyTradeTable:
 *
 * Logrolling between two parties: what each gives on one issue for what it gets on another
 * (J. Buchanan and G. Tullock, "The Calculus of Consent", University of Michigan Press 1962,
 * chapter 10, for the name; H. Raiffa, "The Art and Science of Negotiation", Harvard University
 * Press 1982, chapters 10 and 11, for scores that add up). Better means: the smaller of the two
 * gains is larger, then the larger one.
 */
typedef struct
{
  guint      sides[2];  /* parties */
  GPtrArray *stakes;    /* of ParleyStake: every issue, from end to end, whatever the draft is */
  GPtrArray *rates;     /* of ParleyStake, borrowed: by rate (stake.h) */
  GPtrArray *gifts;     /* of ParleyTrade: a change of one issue that helps a side and hurts neither;
                       * the best of each issue, in file order */
  GPtrArray *pairs;     /* of ParleyTrade: of two issues, both sides gain though each gives on one of
                       * them; the best of any two issues, the best first */
  GPtrArray *triples;   /* of ParleyTrade: of three issues of which no two make a trade; both sides
                       * gain though each gives on another one of them, and without any of the
                       * changes they would not both gain; likewise */
} ParleyTradeTable;

/**
 * ParleyTrades:
 *
 * What each two parties that negotiate can trade, starting from a draft.
 */
typedef struct
{
  const ParleyScenario *scenario; /* borrowed */
  const ParleyDraft    *draft;    /* borrowed; NULL: then there are only rates */
  ParleySpace          *space;    /* of all deals, for the rates */
  GPtrArray            *utilities;
  ParleyExchange       *exchange;   /* from the draft; NULL without */
  ParleySteps          *steps;
  GPtrArray            *tables;     /* of ParleyTradeTable: each two parties, in file order */
  gboolean              no_triples; /* there are too many of them to look at */
  gboolean              rounded;
} ParleyTrades;

/**
 * parley_trades_new:
 * @draft: (nullable)
 *
 * Exact. Cost: O(pairs and triples of options of different issues), times that of trying a change
 * (exchange.h) where issues hang together; triples are left out above some hundred million steps.
 * Errors: PARLEY_ERROR_INPUT when fewer than two parties negotiate and have scores, or when the
 * rules leave no completion of the draft; PARLEY_ERROR_LIMIT when even pairs are too many.
 */
ParleyTrades *parley_trades_new  (const ParleyScenario *scenario,
                                 const ParleyDraft *draft,
                                 GError **error);
void          parley_trades_free (ParleyTrades *self);

/* Whether there is a trade at all. */
gboolean parley_trades_has_some (const ParleyTrades *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyTrades, parley_trades_free)

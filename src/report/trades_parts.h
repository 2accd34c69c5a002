/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/trades.h"

/* What a list of trades is made from. */
typedef struct
{
  const ParleyTrades     *trades;
  const ParleyTradeTable *table;
  const ParleyDraftScore *score; /* (nullable) */
  guint                   n_top;
} ParleyTradeList;

/* Changes of one issue that cost neither side anything; trades of two, and of three issues. */
void parley_trades_add_lists (ParleyDocument *document, const ParleyTradeList *list);

/* What each side gains of an issue against what the other loses. */
void parley_trades_add_rates (ParleyDocument *document, const ParleyTradeList *list);

/* Who should claim and concede what, by the rates: "United States should claim …". NULL when too
 * few issues are in dispute for that. Returns: (transfer full). */
char *parley_trades_advice (const ParleyTradeList *list);

/* The title of the @side-th of the two parties. */
const char *parley_trade_side (const ParleyTradeList *list, guint side);

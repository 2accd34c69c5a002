/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/score.h"
#include "analysis/trades.h"
#include "report/document.h"
#include "report/json.h"

/* What `parley trades` says, for people. @score (nullable): how the draft stands, if there is one;
 * @n_top: how many trades of a kind to list. */
ParleyDocument *parley_trades_to_document (const ParleyTrades     *self,
                                           const ParleyDraftScore *score,
                                           guint                   n_top);

/* One row a trade, or without a draft an issue. */
ParleyTable *parley_trades_to_table (const ParleyTrades *self, guint n_top);

/* parley-trades/1 (docs/output.md). */
ParleyJson *parley_trades_to_json (const ParleyTrades *trades, guint n_top, gboolean exact);

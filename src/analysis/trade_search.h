/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/trades.h"

/* How many steps it takes at most to look at all pairs, or at all triples. */
gsize parley_trade_pairs_work   (const ParleySteps *self);
gsize parley_trade_triples_work (const ParleySteps *self);

/* The trades between the parties of @sides (array fixed-size=2), as a table has them (trades.h).
 * Returns: (transfer full) (element-type ParleyTrade). */
GPtrArray *parley_trade_gifts   (const ParleySteps *steps, const guint *sides);
GPtrArray *parley_trade_pairs   (const ParleySteps *steps, const guint *sides);
GPtrArray *parley_trade_triples (const ParleySteps *steps, const guint *sides, GPtrArray *pairs);

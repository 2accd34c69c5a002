/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/backtest.h"

/* Parts of the document on a backtest. */

/* What was done, and what would have been said of it. */
void parley_backtest_add_decisions (ParleyDocument *document, const ParleyBacktest *backtest);

/* How well each way did. */
void parley_backtest_add_ways (ParleyDocument *document, const ParleyBacktest *backtest);

/* "47-100 %": of how many decisions like these it may be right, rounded outwards. Returns:
 * (transfer full). */
char *parley_backtest_interval (const ParleyTrack *track);

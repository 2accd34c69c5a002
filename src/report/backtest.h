/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/backtest.h"
#include "report/document.h"
#include "report/json.h"

/* Each returns (transfer full). The table has one row a decision and way, JSON is
 * parley-backtest/1 (docs/output.md). */
ParleyDocument *parley_backtest_to_document (const ParleyBacktest *backtest);
ParleyTable    *parley_backtest_to_table    (const ParleyBacktest *backtest);
ParleyJson     *parley_backtest_to_json     (const ParleyBacktest *backtest);

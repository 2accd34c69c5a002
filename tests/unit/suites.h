/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * The one list of unit test suites, from the lowest layer up. A line "X (name)"
 * stands for tests/unit/name.c, which defines
 *
 *   void parley_test_name (void);
 *
 * and adds its CUnit suite (or suites) there. Meson reads this list as well: each
 * line becomes a test of its own.
 */
#define PARLEY_TEST_SUITES(X) \
  X (room) \
  X (module) \
  X (shorten) \
  X (exact) \
  X (random) \
  X (scan) \
  X (merge) \
  X (compose) \
  X (differ) \
  X (read) \
  X (refusals) \
  X (import) \
  X (export) \
  X (curve) \
  X (score_type) \
  X (domain) \
  X (utility) \
  X (evaluate) \
  X (distance) \
  X (extent) \
  X (rank) \
  X (bit_counts) \
  X (dominance) \
  X (lists) \
  X (automaton) \
  X (plan) \
  X (diagram) \
  X (pareto) \
  X (count) \
  X (bracket) \
  X (depend) \
  X (pairs) \
  X (order) \
  X (shortlist) \
  X (pool) \
  X (group) \
  X (beam) \
  X (width) \
  X (search) \
  X (contribution) \
  X (filter) \
  X (association) \
  X (refine) \
  X (shape) \
  X (line) \
  X (guess) \
  X (reading) \
  X (resolver) \
  X (robust) \
  X (share_rule) \
  X (programme) \
  X (utastar) \
  X (sobol) \
  X (tornado) \
  X (importance) \
  X (deals_tornado) \
  X (reweigh) \
  X (break_even) \
  X (explain) \
  X (compare) \
  X (history) \
  X (joint) \
  X (polytope) \
  X (smaa) \
  X (information) \
  X (lottery) \
  X (decision) \
  X (offers) \
  X (divide) \
  X (concede) \
  X (proposal) \
  X (briefing) \
  X (trades) \
  X (conflict) \
  X (amend) \
  X (amend_part) \
  X (improve) \
  X (warnings) \
  X (whatif) \
  X (xlsx_bars) \
  X (run_store) \
  X (sweep) \
  X (language) \
  X (report_width) \
  X (report) \
  X (html) \
  X (report_json) \
  X (portrait) \
  X (plot) \
  X (chart) \
  X (picture) \
  X (pdf) \
  X (api) \
  X (jobs) \
  X (revealed) \
  X (preferences) \
  X (chain) \
  X (forecast) \
  X (inference) \
  X (track) \
  X (answer) \
  X (track) \
  X (predictor) \
  X (backtest) \
  X (question) \
  X (predict) \
  X (coverage)

#define PARLEY_DECLARE_TEST_SUITE(name) void parley_test_##name (void);
PARLEY_TEST_SUITES (PARLEY_DECLARE_TEST_SUITE)
#undef PARLEY_DECLARE_TEST_SUITE

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/backtest.h"

/* How reports on a backtest say things. */

/* "Always accept", "Accept unless past_aid=debt". Returns: (transfer full). */
char *parley_backtest_way_title (const ParleyBacktest *backtest, guint way);

/* For programs: "written", "red-lines"; "rule" for one that was given. */
const char *parley_backtest_way_id (guint way);

/* Such a rule as it was given, else NULL. Returns: (transfer none) (nullable). */
const char *parley_backtest_way_rule (const ParleyBacktest *backtest, guint way);

/* "unscored" and so on; NULL for what is not silent. */
const char *parley_silence_to_string (ParleySilence silence);

typedef enum
{
  PARLEY_HIT_RIGHT,
  PARLEY_HIT_WRONG,
  PARLEY_HIT_NEITHER
} ParleyHit;

ParleyHit parley_backtest_hit (const ParleyTrial *trial, guint way);

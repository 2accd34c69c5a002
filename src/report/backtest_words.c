/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/backtest_words.h"

static const struct
{
  const char *id;
  const char *title;
} ways[] = {
  [PARLEY_WAY_WRITTEN] = { "written", "Numbers as written" },
  [PARLEY_WAY_BELIEVED] = { "believed", "Chances as believed" },
  [PARLEY_WAY_LEARNED] = { "learned", "Chances as learned" },
  [PARLEY_WAY_BASE_RATE] = { "base-rate", "As often as before" },
  [PARLEY_WAY_EVEN] = { "even", "An even chance" },
  [PARLEY_WAY_ACCEPT] = { "accept", "Always accept" },
  [PARLEY_WAY_REJECT] = { "reject", "Always reject" },
  [PARLEY_WAY_RED_LINES] = { "red-lines", "Accept unless a red line is crossed" },
};

const char *
parley_backtest_way_rule (const ParleyBacktest *backtest, guint way)
{
  return way < PARLEY_N_WAYS ? NULL
                             : parley_simple_rule_text (
                                 g_ptr_array_index (backtest->request->rules, way - PARLEY_N_WAYS));
}

char *
parley_backtest_way_title (const ParleyBacktest *backtest, guint way)
{
  return way < PARLEY_N_WAYS
             ? g_strdup (ways[way].title)
             : g_strdup_printf ("Accept unless %s", parley_backtest_way_rule (backtest, way));
}

const char *
parley_backtest_way_id (guint way)
{
  return way < PARLEY_N_WAYS ? ways[way].id : "rule";
}

const char *
parley_silence_to_string (ParleySilence silence)
{
  static const char *const words[] = { [PARLEY_SILENT_NOT] = NULL,
                                       [PARLEY_SILENT_UNSCORED] = "unscored",
                                       [PARLEY_SILENT_INFEASIBLE] = "infeasible",
                                       [PARLEY_SILENT_CONTRADICTED] = "nothing-fits",
                                       [PARLEY_SILENT_TOO_MUCH] = "too-much" };

  return words[silence];
}

ParleyHit
parley_backtest_hit (const ParleyTrial *trial, guint way)
{
  const ParleyPrediction *prediction = &trial->predictions[way];
  ParleyTrack track = { 0 };

  parley_track_add (&track, prediction->low, prediction->high, trial->answer.yes);
  if (track.n_neither > 0)
    return PARLEY_HIT_NEITHER;
  return track.n_right > 0 ? PARLEY_HIT_RIGHT : PARLEY_HIT_WRONG;
}

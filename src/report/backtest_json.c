/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "report/backtest.h"
#include "report/backtest_words.h"

static void
add (ParleyJson *object, const char *key, double number)
{
  json_object_object_add (object, key, isfinite (number) ? parley_json_double (number) : NULL);
}

static void
add_size (ParleyJson *object, const char *key, guint number)
{
  json_object_object_add (object, key, json_object_new_int64 (number));
}

static void
add_text (ParleyJson *object, const char *key, const char *text)
{
  json_object_object_add (object, key, parley_json_string (text));
}

static void
add_way (ParleyJson *object, const ParleyBacktest *backtest, guint way)
{
  add_text (object, "way", parley_backtest_way_id (way));
  add_text (object, "rule", parley_backtest_way_rule (backtest, way));
}

/* What was done */

static const char *
hit_to_string (ParleyHit hit)
{
  static const char *const words[] = {
    [PARLEY_HIT_RIGHT] = "right", [PARLEY_HIT_WRONG] = "wrong", [PARLEY_HIT_NEITHER] = "neither"
  };

  return words[hit];
}

static const char *
verdict_of (const ParleyBacktest *backtest, const ParleyTrial *trial)
{
  return parley_verdict_to_string (
      backtest->request->clues.no_red_lines ? trial->answer.bare_verdict : trial->answer.verdict);
}

static ParleyJson *
prediction_to_json (const ParleyBacktest *backtest, const ParleyTrial *trial, guint way)
{
  const ParleyPrediction *prediction = &trial->predictions[way];
  ParleyJson *object = json_object_new_object ();

  add_way (object, backtest, way);
  add_text (object, "verdict", way == PARLEY_WAY_WRITTEN ? verdict_of (backtest, trial) : NULL);
  add (object, "chance", prediction->chance);
  add (object, "low", prediction->low);
  add (object, "high", prediction->high);
  add (object, "error", prediction->error);
  add_text (object, "silent", parley_silence_to_string (prediction->silence));
  add_text (object, "hit", hit_to_string (parley_backtest_hit (trial, way)));
  return object;
}

static ParleyJson *
repeats_to_json (const ParleyTrial *trial)
{
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; i < trial->repeats->len; i++)
    {
      const ParleyDeed *move = &g_array_index (trial->repeats, ParleyDeed, i);
      ParleyJson *object = json_object_new_object ();

      add_text (object, "act", parley_act_to_string (move->act));
      add_text (object, "date", move->date);
      json_object_array_add (list, object);
    }
  return list;
}

static ParleyJson *
trial_to_json (const ParleyBacktest *backtest, const ParleyTrial *trial)
{
  const ParleyDeed *move = &trial->answer.move;
  ParleyJson *object = json_object_new_object ();
  ParleyJson *predictions = json_object_new_array ();

  for (guint way = 0; way < backtest->n_ways; way++)
    json_object_array_add (predictions, prediction_to_json (backtest, trial, way));
  add_text (object, "party", parley_scenario_party (backtest->scenario, move->party)->id);
  add_text (object, "draft", parley_scenario_draft (backtest->scenario, move->draft)->id);
  add_text (object, "date", move->date);
  add_text (object, "act", parley_act_to_string (move->act));
  json_object_object_add (object, "accepts", json_object_new_boolean (trial->answer.yes));
  json_object_object_add (object, "repeated", repeats_to_json (trial));
  add_size (object, "earlier", trial->n_earlier);
  add_size (object, "clues", trial->n_clues);
  json_object_object_add (object, "predictions", predictions);
  return object;
}

/* How ways did */

static ParleyJson *
track_to_json (const ParleyTrack *track)
{
  ParleyJson *object = json_object_new_object ();
  double low = 0;
  double high = 0;

  parley_track_interval (track->n_right, track->n, &low, &high);
  add_size (object, "decisions", track->n);
  add_size (object, "right", track->n_right);
  add_size (object, "neither", track->n_neither);
  add (object, "low", low);
  add (object, "high", high);
  add (object, "brier", track->brier);
  add (object, "log_score", track->log_score);
  return object;
}

static ParleyJson *
way_to_json (const ParleyBacktest *backtest, guint way)
{
  ParleyTrack all = parley_backtest_track (backtest, way, PARLEY_RECORD_OF_ALL);
  ParleyJson *object = json_object_new_object ();
  ParleyJson *parties = json_object_new_object ();

  for (guint p = 0; p < backtest->scenario->parties->len; p++)
    {
      ParleyTrack track = parley_backtest_track (backtest, way, p);

      if (track.n > 0)
        json_object_object_add (parties, parley_scenario_party (backtest->scenario, p)->id,
                                track_to_json (&track));
    }
  add_way (object, backtest, way);
  json_object_object_add (object, "all", track_to_json (&all));
  json_object_object_add (object, "parties", parties);
  return object;
}

static ParleyJson *
proof_to_json (const ParleyBacktest *backtest)
{
  ParleyProof proof = parley_backtest_proof (backtest);
  ParleyJson *object = json_object_new_object ();

  add_way (object, backtest, proof.best_rule);
  json_object_object_add (object, "beats_coin", json_object_new_boolean (proof.beats_coin));
  json_object_object_add (object, "better", json_object_new_boolean (proof.better));
  json_object_object_add (object, "needed",
                          proof.n_needed == 0 ? NULL : json_object_new_int64 (proof.n_needed));
  add_size (object, "known", proof.n_known);
  return object;
}

static void
add_request (ParleyJson *root, const ParleyBacktestRequest *request)
{
  static const char *const beliefs[]
      = { [PARLEY_BELIEF_RANGES] = "ranges", [PARLEY_BELIEF_NOTHING] = "nothing" };

  json_object_object_add (root, "seed", json_object_new_uint64 (request->likely.seed));
  json_object_object_add (root, "draws", json_object_new_uint64 (request->likely.n_draws));
  add_text (root, "distribution", parley_spread_to_string (request->likely.spread));
  add_text (root, "prior", beliefs[request->likely.belief]);
  add_text (root, "open", request->clues.open == PARLEY_OPEN_ANY ? "any" : "all");
  json_object_object_add (root, "red_lines",
                          json_object_new_boolean (!request->clues.no_red_lines));
  add (root, "slip", request->likely.slip);
}

ParleyJson *
parley_backtest_to_json (const ParleyBacktest *backtest)
{
  ParleyJson *root = json_object_new_object ();
  ParleyJson *trials = json_object_new_array ();
  ParleyJson *ways = json_object_new_array ();

  for (guint i = 0; i < backtest->trials->len; i++)
    json_object_array_add (trials, trial_to_json (backtest, parley_backtest_trial (backtest, i)));
  for (guint way = 0; backtest->trials->len > 0 && way < backtest->n_ways; way++)
    json_object_array_add (ways, way_to_json (backtest, way));
  add_text (root, "format", "parley-backtest/1");
  add_text (root, "title", backtest->scenario->title);
  add_text (root, "as_of", backtest->scenario->as_of);
  add_request (root, backtest->request);
  json_object_object_add (root, "decisions", trials);
  add_size (root, "own", backtest->n_own);
  json_object_object_add (root, "ways", ways);
  json_object_object_add (root, "best_rule",
                          backtest->trials->len == 0 ? NULL : proof_to_json (backtest));
  return root;
}

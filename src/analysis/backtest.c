/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/backtest.h"

#include <math.h>

static void
trial_free (ParleyTrial *self)
{
  g_array_unref (self->repeats);
  g_free (self->predictions);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyTrial, trial_free)

const ParleyTrial *
parley_backtest_trial (const ParleyBacktest *self, guint index)
{
  return g_ptr_array_index (self->trials, index);
}

/* Trials */

/* Ways that need no draws. */
static gboolean
predict_plainly (const ParleyBacktest *self, ParleyTrial *trial, GError **error)
{
  ParleyPrediction *predictions = trial->predictions;
  const ParleyAnswer *answer = &trial->answer;

  predictions[PARLEY_WAY_WRITTEN] = parley_prediction_of_verdict (
      self->request->clues.no_red_lines ? answer->bare_verdict : answer->verdict);
  predictions[PARLEY_WAY_BASE_RATE]
      = parley_prediction_of_rate (trial->n_earlier_yes, trial->n_earlier);
  predictions[PARLEY_WAY_EVEN] = parley_prediction_between (0.5, 0.5);
  predictions[PARLEY_WAY_ACCEPT] = parley_prediction_between (1, 1);
  predictions[PARLEY_WAY_REJECT] = parley_prediction_between (0, 0);
  predictions[PARLEY_WAY_RED_LINES] = parley_prediction_unless (answer->crosses);
  for (guint r = 0; r < self->request->rules->len; r++)
    {
      ParleyShare holds = PARLEY_NONE;

      if (!parley_simple_rule_holds (g_ptr_array_index (self->request->rules, r), self->scenario,
                                     &answer->move, &holds, error))
        return FALSE;
      predictions[PARLEY_N_WAYS + r] = parley_prediction_unless (holds);
    }
  return TRUE;
}

static gboolean
predict (const ParleyBacktest *self, ParleyPredictor *predictor, ParleyTrial *trial, GError **error)
{
  ParleyPrediction *believed = &trial->predictions[PARLEY_WAY_BELIEVED];
  ParleyPrediction *learned = &trial->predictions[PARLEY_WAY_LEARNED];

  if (!predict_plainly (self, trial, error)
      || !parley_predictor_believe (predictor, &trial->answer, believed, error))
    return FALSE;
  *learned = *believed;
  return parley_predictor_learn (predictor, &trial->answer, learned, &trial->n_clues, error);
}

static void
count_earlier (const ParleyBacktest *self, ParleyTrial *trial)
{
  for (guint i = 0; i < self->trials->len; i++)
    {
      const ParleyAnswer *earlier = &parley_backtest_trial (self, i)->answer;

      if (earlier->move.party != trial->answer.move.party
          || g_strcmp0 (earlier->move.date, trial->answer.move.date) >= 0)
        continue;
      trial->n_earlier++;
      trial->n_earlier_yes += earlier->yes != FALSE;
    }
}

static gboolean
add_trial (ParleyBacktest *self, ParleyPredictor *predictor, const ParleyDeed *move, GError **error)
{
  g_autoptr(ParleyTrial) trial = g_new0 (ParleyTrial, 1);

  trial->repeats = g_array_new (FALSE, FALSE, sizeof (ParleyDeed));
  trial->predictions = g_new0 (ParleyPrediction, self->n_ways);
  if (!parley_answer_init (&trial->answer, self->scenario, move, error))
    return FALSE;
  count_earlier (self, trial);
  if (!predict (self, predictor, trial, error))
    return FALSE;
  g_ptr_array_add (self->trials, g_steal_pointer (&trial));
  return TRUE;
}

/* To the answer that @move repeats. */
static void
add_repeat (ParleyBacktest *self, const ParleyDeed *move)
{
  for (guint i = self->trials->len; i-- > 0;)
    {
      ParleyTrial *trial = g_ptr_array_index (self->trials, i);
      const ParleyDeed *first = &trial->answer.move;

      if (first->party != move->party || first->draft != move->draft
          || first->reservation != move->reservation
          || trial->answer.yes != (parley_act_says (move->act) == PARLEY_SAYS_YES))
        continue;
      g_array_append_val (trial->repeats, *move);
      return;
    }
}

ParleyBacktest *
parley_backtest_new (const ParleyScenario        *scenario,
                     const ParleyBacktestRequest *request,
                     GError                     **error)
{
  g_autoptr(GArray) record = parley_record_new (scenario, PARLEY_RECORD_OF_ALL);
  g_autoptr(ParleyPredictor) predictor
      = parley_predictor_new (scenario, &request->clues, &request->likely);
  g_autoptr(ParleyBacktest) self = g_new0 (ParleyBacktest, 1);

  self->scenario = scenario;
  self->request = request;
  self->n_ways = PARLEY_N_WAYS + request->rules->len;
  self->trials = g_ptr_array_new_with_free_func ((GDestroyNotify) trial_free);
  for (guint i = 0; i < record->len; i++)
    {
      const ParleyDeed *move = &g_array_index (record, ParleyDeed, i);

      if (request->parties != NULL && !request->parties[move->party])
        continue;
      if (parley_move_is_answer (move) && !add_trial (self, predictor, move, error))
        return NULL;
      if (move->own)
        self->n_own++;
      else if (move->again)
        add_repeat (self, move);
    }
  return g_steal_pointer (&self);
}

void
parley_backtest_free (ParleyBacktest *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->trials);
  g_free (self);
}

/* How they did */

ParleyTrack
parley_backtest_track (const ParleyBacktest *self, guint way, guint party)
{
  ParleyTrack track = { 0 };

  for (guint i = 0; i < self->trials->len; i++)
    {
      const ParleyTrial *trial = parley_backtest_trial (self, i);
      const ParleyPrediction *prediction = &trial->predictions[way];

      if (party == PARLEY_RECORD_OF_ALL || trial->answer.move.party == party)
        parley_track_add (&track, prediction->low, prediction->high, trial->answer.yes);
    }
  return track;
}

static gboolean
is_simple (guint way)
{
  return way >= PARLEY_WAY_BASE_RATE && way != PARLEY_WAY_EVEN;
}

static guint
find_best_rule (const ParleyBacktest *self)
{
  guint best = PARLEY_WAY_ACCEPT;

  for (guint way = 0; way < self->n_ways; way++)
    if (is_simple (way)
        && parley_backtest_track (self, way, PARLEY_RECORD_OF_ALL).n_right
               > parley_backtest_track (self, best, PARLEY_RECORD_OF_ALL).n_right)
      best = way;
  return best;
}

static guint
count_known (const ParleyBacktest *self)
{
  const char *as_of = self->scenario->as_of;
  guint n = 0;

  for (guint i = 0; i < self->trials->len; i++)
    n += as_of == NULL || g_strcmp0 (parley_backtest_trial (self, i)->answer.move.date, as_of) <= 0;
  return n;
}

ParleyProof
parley_backtest_proof (const ParleyBacktest *self)
{
  guint best = find_best_rule (self);
  ParleyTrack rule = parley_backtest_track (self, best, PARLEY_RECORD_OF_ALL);
  ParleyTrack model = parley_backtest_track (self, PARLEY_WAY_WRITTEN, PARLEY_RECORD_OF_ALL);
  double share = fmax (0.5, (double) rule.n_right / rule.n);
  double low = 0;
  double high = 0;

  parley_track_interval (model.n_right, model.n, &low, &high);
  return (ParleyProof){ .best_rule = best,
                        .beats_coin = low > 0.5,
                        .better = low > share,
                        .worse = high < 0.5,
                        .n_needed = parley_track_needed (share),
                        .n_known = count_known (self) };
}

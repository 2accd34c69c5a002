/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/predictor.h"

#include <math.h>

#include "analysis/forecast_pair.h"
#include "base/error.h"

/* Into as many parts draws are cut, to see how much a chance moves from one to the next: draws of
 * one chain hang together, so that they tell less than as many that do not. */
#define N_BATCHES 20

/* What fits some of a party's record. */
typedef struct
{
  const ParleyNumber *asked; /* (nullable): the reservation that can be asked about */
  ParleyRevealed     *revealed;
  ParleyPosterior    *posterior;
} Knowledge;

struct _ParleyPredictor
{
  const ParleyScenario  *scenario;
  ParleyClueRequest      clues;
  ParleyPosteriorRequest likely;
  Knowledge             *believed; /* [party] */
};

static void
knowledge_clear (Knowledge *self)
{
  g_clear_pointer (&self->posterior, parley_posterior_free);
  g_clear_pointer (&self->revealed, parley_revealed_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Knowledge, knowledge_clear)

ParleyPredictor *
parley_predictor_new (const ParleyScenario         *scenario,
                      const ParleyClueRequest      *clues,
                      const ParleyPosteriorRequest *likely)
{
  ParleyPredictor *self = g_new0 (ParleyPredictor, 1);

  self->scenario = scenario;
  self->clues = *clues;
  self->likely = *likely;
  self->likely.draws_only = TRUE;
  self->believed = g_new0 (Knowledge, scenario->parties->len);
  return self;
}

void
parley_predictor_free (ParleyPredictor *self)
{
  if (self == NULL)
    return;
  for (guint p = 0; p < self->scenario->parties->len; p++)
    knowledge_clear (&self->believed[p]);
  g_free (self->believed);
  g_free (self);
}

/* Chances */

/* The standard error of the mean over both. */
static double
error_of (const ParleyForecastPair *pair)
{
  guint64 size = pair->worst->n_draws / N_BATCHES;
  double mean = 0;
  double squares = 0;

  if (size == 0)
    return NAN;
  for (guint b = 0; b < N_BATCHES; b++)
    {
      double sum = 0;

      for (guint64 d = b * size; d < (b + 1) * size; d++)
        sum += parley_forecast_pair_accepts (pair, d);
      mean += sum / (double) size / N_BATCHES;
      squares += sum / (double) size * (sum / (double) size) / N_BATCHES;
    }
  return sqrt (fmax (0, squares - mean * mean) / (N_BATCHES - 1));
}

/* Where there was too much to look at nothing is said, which is no mistake of the user's. Takes
 * @problem. */
static gboolean
give_up (ParleyPrediction *prediction, GError *problem, GError **error)
{
  if (!parley_error_forgive_limit (problem, NULL, error))
    return FALSE;
  *prediction = parley_prediction_silent (PARLEY_SILENT_TOO_MUCH);
  return TRUE;
}

static gboolean
forecast (const ParleyPredictor *self,
          const Knowledge       *knowledge,
          const ParleyDeed      *move,
          ParleyPrediction      *prediction,
          GError               **error)
{
  double slip = self->likely.slip;
  g_auto(ParleyForecastPair) pair = { 0 };
  GError *problem = NULL;

  if (!parley_forecast_pair_init (&pair, knowledge->posterior, move->draft, move->date,
                                  self->clues.no_red_lines, &problem))
    return give_up (prediction, problem, error);
  *prediction = parley_prediction_between (parley_slip (pair.worst->chance, slip),
                                           parley_slip (pair.best->chance, slip));
  prediction->error = (1 - 2 * slip) * error_of (&pair);
  return TRUE;
}

/* Knowledge */

/* Whether draws say anything of the answer. */
static gboolean
is_drawn (const ParleyPredictor *self, const ParleyAnswer *answer, ParleyPrediction *prediction)
{
  const ParleyParty *party = parley_scenario_party (self->scenario, answer->move.party);

  if (answer->move.reservation == NULL || !parley_party_is_weighted (party))
    *prediction = parley_prediction_silent (PARLEY_SILENT_UNSCORED);
  else if (answer->verdict == PARLEY_VERDICT_INFEASIBLE)
    *prediction = parley_prediction_silent (PARLEY_SILENT_INFEASIBLE);
  else
    return TRUE;
  return FALSE;
}

/* What is known on the day before @before. */
static gboolean
reveal (const ParleyPredictor *self,
        const ParleyDeed      *move,
        const char            *before,
        Knowledge             *knowledge,
        GError               **problem)
{
  const ParleyRevealedRequest request
      = { self->clues, self->likely.belief, before, move->reservation, NULL };

  knowledge->asked = move->reservation;
  knowledge->revealed = parley_revealed_new_brief (self->scenario, move->party, &request, problem);
  return knowledge->revealed != NULL;
}

static gboolean
draw (const ParleyPredictor *self, Knowledge *knowledge, GError **problem)
{
  knowledge->posterior = parley_posterior_new (knowledge->revealed, &self->likely, problem);
  return knowledge->posterior != NULL;
}

gboolean
parley_predictor_believe (ParleyPredictor    *self,
                          const ParleyAnswer *answer,
                          ParleyPrediction   *prediction,
                          GError            **error)
{
  Knowledge *believed = &self->believed[answer->move.party];
  GError *problem = NULL;

  if (!is_drawn (self, answer, prediction))
    return TRUE;
  if (believed->posterior == NULL || believed->asked != answer->move.reservation)
    {
      knowledge_clear (believed);
      if (!reveal (self, &answer->move, "", believed, &problem) || !draw (self, believed, &problem))
        return give_up (prediction, problem, error);
    }
  return forecast (self, believed, &answer->move, prediction, error);
}

static guint
count_clues (const ParleyRevealed *revealed)
{
  guint n = 0;

  for (guint i = 0; i < revealed->clues->len; i++)
    n += parley_revealed_clue (revealed, i)->kind == PARLEY_CLUE_TEACHES;
  return n;
}

gboolean
parley_predictor_learn (ParleyPredictor    *self,
                        const ParleyAnswer *answer,
                        ParleyPrediction   *prediction,
                        guint              *n_clues,
                        GError            **error)
{
  g_auto(Knowledge) learned = { 0 };
  GError *problem = NULL;

  *n_clues = 0;
  if (!is_drawn (self, answer, prediction))
    return TRUE;
  if (!reveal (self, &answer->move, answer->move.date, &learned, &problem))
    return give_up (prediction, problem, error);
  *n_clues = count_clues (learned.revealed);
  if (*n_clues == 0)
    return TRUE;
  if (!learned.revealed->fits && self->likely.slip <= 0)
    {
      *prediction = parley_prediction_silent (PARLEY_SILENT_CONTRADICTED);
      return TRUE;
    }
  if (!draw (self, &learned, &problem))
    return give_up (prediction, problem, error);
  return forecast (self, &learned, &answer->move, prediction, error);
}

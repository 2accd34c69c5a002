/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/answer.h"
#include "analysis/posterior.h"
#include "analysis/prediction.h"

/**
 * ParleyPredictor:
 *
 * Says how likely parties accept drafts, by draws, from what was known on the day before the
 * answer. Keeps what it has drawn for each party.
 */
typedef struct _ParleyPredictor ParleyPredictor;

/* @likely: copied, but for its crew. */
ParleyPredictor *parley_predictor_new (const ParleyScenario         *scenario,
                                       const ParleyClueRequest      *clues,
                                       const ParleyPosteriorRequest *likely);

void parley_predictor_free (ParleyPredictor *self);

/* By weights and the reservation as they are believed to lie. With a slip, an answer may be other
 * than they say. Errors: those of forecasts (forecast.h), but for PARLEY_ERROR_LIMIT, which makes
 * it silent. Cost: that of a posterior (posterior.h), and of two forecasts. */
gboolean parley_predictor_believe (ParleyPredictor    *self,
                                   const ParleyAnswer *answer,
                                   ParleyPrediction   *prediction,
                                   GError            **error);

/**
 * parley_predictor_learn:
 * @prediction: (inout): as believed; left as it is where there was nothing to learn
 * @n_clues: (out): what the party did on earlier days that teaches something
 *
 * By those that fit what the party did on earlier days.
 */
gboolean parley_predictor_learn (ParleyPredictor    *self,
                                 const ParleyAnswer *answer,
                                 ParleyPrediction   *prediction,
                                 guint              *n_clues,
                                 GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyPredictor, parley_predictor_free)

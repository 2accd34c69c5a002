/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/predict_words.h"

/* The parts of the document on a prediction. */

/* Answers that take away less of the doubt are not worth a question. */
#define PARLEY_PREDICT_LEAST_PART 0.01

/* Where an answer is as certain as that, a few draws would say what to ask. */
#define PARLEY_PREDICT_LEAST_DOUBT 0.01

/* How likely all accept, and what to find out first. */
void parley_predict_add_answer (ParleyDocument *document, const ParleyPredict *self);

/* What to ask each side, and what its answer would tell. */
void parley_predict_add_questions (ParleyDocument *document, const ParleyPredictReport *report);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/predict.h"

/* How reports on predictions say things. Every char * is (transfer full). */

const char *parley_predict_party (const ParleyPredict *self, guint outlook);

/* "Parliament and EU": those of which nothing can be said; "" for none. */
char *parley_predict_unsaid (const ParleyPredict *self);

/* "62 %"; where that hangs on open terms "40-80 %". */
char *parley_predict_odds (const ParleyOdds *odds);

/* "Is its reservation above 52?" */
char *parley_predict_question (const ParleyPredict  *self,
                               guint                 outlook,
                               const ParleyQuestion *question);

/* What its record does to what is believed of the party of an outlook, in whole sentences. */
char *parley_predict_lesson (const ParleyPredictReport *report, guint index);

/* How much of the doubt about a chance an answer takes away on average, from 0 to 1. */
double parley_predict_part (double bits, double chance);

/* "heavier", "reservation", "draft" or "red-line". */
const char *parley_predict_kind (const ParleyQuestion *question);

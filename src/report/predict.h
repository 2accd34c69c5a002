/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/predict.h"
#include "report/document.h"
#include "report/json.h"

/* What was predicted, and how. */
typedef struct
{
  const ParleyPredict         *predict;
  ParleyRevealedRequest        revealed;
  ParleyPosteriorRequest       likely;
  guint                        n_top; /* questions that are shown for each party */
} ParleyPredictReport;

/* What `parley predict` says, for people. */
ParleyDocument *parley_predict_to_document (const ParleyPredictReport *report);

/* One row for each party that decides, and one for each question about it. */
ParleyTable *parley_predict_to_table (const ParleyPredictReport *report);

/* parley-predict/1 (docs/output.md). */
ParleyJson *parley_predict_to_json (const ParleyPredictReport *report);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/score.h"

/* Why nothing is said of an answer. */
typedef enum
{
  PARLEY_SILENT_NOT,
  PARLEY_SILENT_UNSCORED,     /* the party has no weights or no reservation */
  PARLEY_SILENT_INFEASIBLE,   /* no completion of the draft is feasible */
  PARLEY_SILENT_CONTRADICTED, /* nothing fits what was done on earlier days */
  PARLEY_SILENT_TOO_MUCH      /* more completions matter than are looked at, or so little fits that
                               * no draw was found in it */
} ParleySilence;

/**
 * ParleyPrediction:
 *
 * What is said beforehand of an answer. Where it hangs on open terms the chance is the middle
 * between what it is if the best completion counts and if the worst does, as a verdict that depends
 * is 1/2.
 */
typedef struct
{
  ParleySilence silence;
  double        chance; /* of a yes; 1/2 where nothing is said */
  double        low;    /* if every completion had to be acceptable */
  double        high;   /* if one is enough */
  double        error;  /* standard, of drawing; NAN where nothing was drawn, or too little */
} ParleyPrediction;

ParleyPrediction parley_prediction_silent  (ParleySilence why);
ParleyPrediction parley_prediction_between (double low, double high);

/* Yes, unless something holds. */
ParleyPrediction parley_prediction_unless (ParleyShare holds);

/* As the verdict has it. */
ParleyPrediction parley_prediction_of_verdict (ParleyVerdict verdict);

/* What was done more often before: (yes + 1) / (answers + 2), which is never sure, however few
 * there were (P. S. Laplace, "Essai philosophique sur les probabilités", 1814). */
ParleyPrediction parley_prediction_of_rate (guint n_yes, guint n);

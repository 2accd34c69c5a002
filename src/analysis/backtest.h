/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/predictor.h"
#include "analysis/simple_rule.h"
#include "analysis/track.h"

/* Ways to say beforehand what a party will do. Further ones, from PARLEY_N_WAYS on, are the rules
 * that were given. */
typedef enum
{
  PARLEY_WAY_WRITTEN,   /* the verdict by the numbers as written */
  PARLEY_WAY_BELIEVED,  /* how likely it accepts by weights and a reservation as believed */
  PARLEY_WAY_LEARNED,   /* the same by those that fit what it did on earlier days */
  PARLEY_WAY_BASE_RATE, /* how often it said yes on earlier days (prediction.h) */
  PARLEY_WAY_EVEN,      /* yes and no alike */
  PARLEY_WAY_ACCEPT,    /* it always accepts */
  PARLEY_WAY_REJECT,
  PARLEY_WAY_RED_LINES  /* it accepts unless one of its red lines is crossed */
} ParleyWay;

#define PARLEY_N_WAYS (PARLEY_WAY_RED_LINES + 1)

typedef struct
{
  ParleyAnswer      answer;
  guint             n_earlier;     /* answers of the party, on earlier days */
  guint             n_earlier_yes; /* of which said yes */
  guint             n_clues;       /* what it did on earlier days that teaches something */
  GArray           *repeats;       /* of ParleyDeed: the same again, later */
  ParleyPrediction *predictions;   /* [way] */
} ParleyTrial;

typedef struct
{
  const gboolean        *parties; /* [party] (nullable): whose answers; NULL: all */
  ParleyClueRequest      clues;
  ParleyPosteriorRequest likely;
  GPtrArray             *rules; /* of ParleySimpleRule */
} ParleyBacktestRequest;

/**
 * ParleyBacktest:
 *
 * What parties did about drafts of others, and what each way would have said of it beforehand.
 */
typedef struct
{
  const ParleyScenario        *scenario; /* borrowed */
  const ParleyBacktestRequest *request;  /* borrowed */
  guint                        n_ways;
  GPtrArray                   *trials; /* of ParleyTrial, the oldest first */
  guint                        n_own;  /* what was done about drafts of one's own, and so left out */
} ParleyBacktest;

/**
 * parley_backtest_new:
 *
 * The same for any number of threads. Errors: PARLEY_ERROR_LIMIT of outlines (outline.h). Cost:
 * that of two posteriors (posterior.h) and four forecasts (forecast.h) for each answer.
 */
ParleyBacktest *parley_backtest_new (const ParleyScenario        *scenario,
                                     const ParleyBacktestRequest *request,
                                     GError                     **error);

void parley_backtest_free (ParleyBacktest *self);

const ParleyTrial *parley_backtest_trial (const ParleyBacktest *self, guint index);

/* How @way did over the answers of @party, or PARLEY_RECORD_OF_ALL. */
ParleyTrack parley_backtest_track (const ParleyBacktest *self, guint way, guint party);

/* Whether the record shows that the numbers as written do better than chance and simple rules. */
typedef struct
{
  guint    best_rule; /* the simple rule, base rate included, that is right most often */
  gboolean beats_coin; /* the low end of the interval (track.h) lies above one half */
  gboolean better;    /* and above what that rule has got right */
  gboolean worse;     /* the high end lies below one half */
  guint    n_needed;  /* answers, all of them right, for that; 0: no number is enough, since the rule
                   * is always right */
  guint    n_known;   /* answers that were known on the day that the scenario stands at, so that its
                   * numbers may have been chosen to fit them; all where it names none */
} ParleyProof;

/* There must be a trial. */
ParleyProof parley_backtest_proof (const ParleyBacktest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyBacktest, parley_backtest_free)

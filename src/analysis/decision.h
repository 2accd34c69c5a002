/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/payoffs.h"

/* What one choice pays on average. Errors are standard errors, judged by batches of draws. */
typedef struct
{
  int    draft; /* of the scenario; -1: no deal */
  double expected;
  double error;
  double accepted; /* the share of draws in which it brings its score */
} ParleyPaying;

/* What it is worth to know one uncertain thing before choosing. */
typedef struct
{
  const ParleyDoubt *doubt;   /* borrowed from the decision */
  double             perfect; /* expected value of perfect information */
  double             error;
  double             sample;  /* of a study that may be wrong */
  guint              usual;   /* the choice when it is not known */
  guint             *best;    /* [state]: the choice then */
  double            *chances; /* [state] */
} ParleyLesson;

typedef struct
{
  guint64 seed;
  guint   n_draws;  /* PARLEY_N_BATCHES at least */
  mpq_t   accuracy; /* of a study, from 0 to 1 */
} ParleyDecisionRequest;

/**
 * ParleyDecision:
 *
 * Which draft a party does best to back (backing.h), and which uncertain thing it should find out
 * first.
 *
 * The value of perfect information about one thing is E[max of E[pay | thing]] - max of E[pay]
 * (information.h). The outer mean is over the thing's states, the inner ones over the same draws of
 * everything else in each state, so that choices are compared under the same conditions. A study
 * tells on which side of the middle of its range a number is, or which state of several holds, and
 * is right with the accuracy asked for.
 */
typedef struct
{
  ParleyBacking *backing;
  GArray        *choices;   /* of ParleyPaying: no deal, then drafts */
  guint          best;      /* which of them */
  double         everything; /* the value of knowing all at once: a bound for all lessons */
  double         everything_error;
  GPtrArray     *lessons;   /* of ParleyLesson: what is worth most first, ties in file order */
} ParleyDecision;

/* Errors: those of parley_backing_new() and parley_payoffs_new(). */
ParleyDecision *parley_decision_new  (const ParleyScenario        *scenario,
                                     guint party,
                                     const guint *drafts,
                                     guint n_drafts,
                                     const ParleyDecisionRequest *request,
                                     gsize memory,
                                     const ParleyCrew *crew,
                                     GError **error);
void            parley_decision_free (ParleyDecision *self);

static inline const ParleyLesson *
parley_decision_lesson (const ParleyDecision *self, guint index)
{
  return g_ptr_array_index (self->lessons, index);
}

static inline const ParleyPaying *
parley_decision_choice (const ParleyDecision *self, guint index)
{
  return &g_array_index (self->choices, ParleyPaying, index);
}

/* Whether what is found out changes the choice at all. */
gboolean parley_lesson_matters (const ParleyLesson *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyDecision, parley_decision_free)

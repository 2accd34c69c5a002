/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/guess.h"
#include "analysis/input.h"
#include "analysis/polytope.h"
#include "analysis/share_rule.h"
#include "space/space.h"

/* How the weights of a party are drawn. */
typedef enum
{
  PARLEY_WEIGHTS_BY_RANGE, /* each by itself within its range, and then divided by their sum */
  PARLEY_WEIGHTS_SIMPLEX,  /* as shares, all that the ranges or the ranking allow alike */
  PARLEY_WEIGHTS_DIRICHLET /* as shares around those that are written */
} ParleyWeightDraw;

typedef struct
{
  ParleySpread     spread;
  ParleyWeightDraw weights;
  double           concentration; /* DIRICHLET: the sum of its parameters; a share s then has the
                         * standard deviation sqrt (s (1 - s) / (concentration + 1)) */
  guint64 seed;
  const GPtrArray *rules; /* (nullable) (element-type ParleyShareRule): of shares in a simplex */
} ParleyDrawRequest;

/* What a party's scores are counted in. */
typedef struct
{
  gint64   weight_units; /* in a weight of 1 */
  gint64   steps;        /* in a point */
  gboolean rounded;      /* some number is no whole number of these */
} ParleyDrawScale;

/* An input that is drawn. */
typedef struct
{
  ParleyInput  input;  /* of a red line's probability, item is which red line */
  ParleyGuess *guess;  /* NULL: a probability that is known */
  guint        random; /* the first of its random numbers */
  gint64       factor;      /* units or steps in a quantum; 0 where these are no whole number */
  double       near_factor; /* about the same; of a red line the quantum, or the probability itself */
} ParleyDrawnInput;

/**
 * ParleyDraws:
 *
 * All numbers of a scenario that carry a range, and how they are drawn: draw number i of a seed is
 * always the same. Whatever is drawn comes to whole numbers of 64 bits, so that scores are exact
 * sums. Never changes: threads may share it.
 */
typedef struct
{
  const ParleyScenario *scenario; /* borrowed */
  ParleyDrawRequest     request;
  GPtrArray            *inputs;   /* of ParleyDrawnInput, by party */
  guint                 n_randoms;
  ParleyDrawScale      *scales; /* [party] */
  ParleyPolytope      **shares; /* [party]: NULL where weights are no shares of a simplex */
  guint                *share_randoms; /* [party]: the first random number of its shares (DIRICHLET) */
} ParleyDraws;

/* Draws come in chunks of so many. */
#define PARLEY_CHUNK 500

/**
 * parley_draws_new:
 * @spaces: (element-type ParleySpace): in which deals will be scored
 *
 * Errors: PARLEY_ERROR_INPUT when no weight shares agree with what is said of them,
 * PARLEY_ERROR_LIMIT when numbers are too large or too small to be drawn.
 * Returns: (transfer full).
 */
ParleyDraws *parley_draws_new (const ParleyScenario    *scenario,
                               GPtrArray               *spaces,
                               const ParleyDrawRequest *request,
                               GError                 **error);

void parley_draws_free (ParleyDraws *self);

/* Whether some value is drawn, so that choices cannot be compared once and for all. */
gboolean parley_draws_move_values (const ParleyDraws *self);

/* @number * @units, to the nearest whole number. */
gint64 parley_draw_whole (mpq_srcptr number, gint64 units);

/* The reservation of @party on @date in this draw: an index into its reservations, or -1. */
int parley_draws_reservation_at (const ParleyDraws *self, guint party, const char *date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyDraws, parley_draws_free)

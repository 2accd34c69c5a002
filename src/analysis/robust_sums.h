/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/reading.h"
#include "analysis/resolver.h"
#include "analysis/smaa.h"

/* What draws are counted for. */
typedef struct
{
  guint  n_drafts;
  guint  n_parties;
  guint  n_inputs;
  guint  n_axes;
  guint *n_shares; /* [party]: how many weights; 0 for parties without a score */
  gboolean *scored; /* [party] */
} ParleyRobustShape;

/* An input's draws fall into thirds: the lowest, the middle and the highest third of all. Of a red
 * line the first are those in which it does not hold, the last those in which it does. */
#define PARLEY_THIRDS 3

/* Which sums there are for each draft and party. */
typedef enum
{
  PARLEY_SUM_ACCEPTS, /* draws in which it accepts every completion */
  PARLEY_SUM_DEPENDS, /* some */
  PARLEY_SUM_REJECTS, /* none */
  PARLEY_SUM_BARE,    /* accepts every one, red lines aside */
  PARLEY_SUM_SCORE,   /* of a completion drawn at random: the sum of its points */
  PARLEY_SUM_SQUARES, /* and of their squares */
  PARLEY_N_SUMS
} ParleyRobustSum;

/* A deal, and in how many draws it is the Nash deal. */
typedef struct
{
  guint *options; /* [axis] */
  double n;
} ParleyNashCount;

/**
 * ParleyRobustSums:
 *
 * What comes of some draws: counts, exact below 2^53, and sums of points. Flat, so that it can be
 * sent and kept.
 */
typedef struct
{
  const ParleyRobustShape *shape; /* borrowed */
  gsize       n_cells;
  double     *cells;  /* all that follows but for the Nash deals and the ranks */
  double     *n_draws;
  double     *exists; /* draws with a deal */
  double     *exists_thirds; /* [input][third][of all, with a deal] */
  double     *all;    /* [draft][every completion is accepted by all, one drawn at random] */
  double     *parts;  /* [draft][party][sum] */
  double     *thirds; /* [draft][input][third][of all, the input's party accepts] */
  GPtrArray  *smaa;   /* [party] of ParleySmaa: NULL without a score */
  GHashTable *nash;   /* of ParleyNashCount, by itself */
} ParleyRobustSums;

ParleyRobustSums *parley_robust_sums_new  (const ParleyRobustShape *shape);
void              parley_robust_sums_free (ParleyRobustSums *self);

void parley_robust_sums_add (ParleyRobustSums *self, const ParleyRobustSums *more);

/* @n draws more in which the deal of @options ([axis]) is the Nash deal. */
void parley_robust_sums_add_nash (ParleyRobustSums *self, const guint *options, double n);

/* Returns: (transfer container) (element-type ParleyNashCount): the most frequent first, ties in
 * file order. */
GPtrArray *parley_robust_sums_nash (const ParleyRobustSums *self);

static inline double *
parley_robust_part (const ParleyRobustSums *self, guint draft, guint party)
{
  return self->parts + ((gsize) draft * self->shape->n_parties + party) * PARLEY_N_SUMS;
}

/* [of all, the input's party accepts] */
static inline double *
parley_robust_third (const ParleyRobustSums *self, guint draft, guint input, guint third)
{
  return self->thirds
         + (((gsize) draft * self->shape->n_inputs + input) * PARLEY_THIRDS + third) * 2;
}

/* The same numbers as bytes, for @shape the same on the same kind of machine. */
GBytes           *parley_robust_sums_to_bytes   (const ParleyRobustSums *self);
ParleyRobustSums *parley_robust_sums_from_bytes (const ParleyRobustShape *shape, GBytes *bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyRobustSums, parley_robust_sums_free)

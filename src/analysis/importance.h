/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/guess.h"
#include "analysis/sobol.h"
#include "analysis/tornado.h"

/* One thing that is not known for sure. */
typedef struct
{
  gboolean    is_ranking; /* the order of the party's issues, which leaves their weights open */
  ParleyInput input;      /* otherwise */
} ParleyVaried;

/**
 * ParleyImportance:
 *
 * How much of the uncertainty about a party's surplus from a draft each of its numbers stands for
 * when all of them vary together.
 */
typedef struct
{
  GArray      *doubts; /* of ParleyVaried: the inputs of @sobol */
  ParleySobol *sobol; /* outputs: the surplus of the lowest completion that counts (tornado.h),
                       * then, where completions differ, that of the highest */
} ParleyImportance;

typedef struct
{
  ParleySpread      spread;
  gsize             n_points;
  guint64           seed;
  const ParleyCrew *crew; /* (nullable) */
} ParleyImportanceRequest;

/**
 * parley_importance_new:
 * @tornado: of the draft and the party
 *
 * Every number with a range is drawn by itself (guess.h) and weights are divided by their sum
 * afterwards. The weights that a ranking leaves open are drawn evenly from all that keep its order:
 * their mean is the rank-order centroid, and issues of one rank share what theirs would have. Cost:
 * that of sobol.h, O(arcs of the outline) an evaluation.
 */
ParleyImportance *parley_importance_new (const ParleyTornado           *tornado,
                                         const char                    *date,
                                         const ParleyImportanceRequest *request);

void parley_importance_free (ParleyImportance *self);

/* Of the surplus that decides (tornado.h). */
guint parley_importance_deciding (const ParleyImportance *self, const ParleyTornado *tornado);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyImportance, parley_importance_free)

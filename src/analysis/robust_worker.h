/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/robust.h"

/* Inside parley_robust_*: what works off draws. */

/* How many chunks are worked off before they are added and kept: the same for all processes. */
guint parley_robust_wave (const ParleyCrew *crew);

/* What a draft without a completion scores. */
#define PARLEY_ROBUST_LOWEST (-((ParleyScore) 1 << 63))

/* What a thread works with. */
typedef struct
{
  const ParleyRobust *robust;
  ParleyDraw         *draw;
  GPtrArray          *readings;  /* its own where values are drawn */
  ParleyResolver     *resolver;  /* likewise */
  ParleyTrail        *trail;
  ParleyRobustSums   *sums;
  guint8             *thirds;    /* [input] */
  guint             **chosen;    /* [draft][block] */
  ParleyScore        *scores;    /* [draft] */
  double             *shares;    /* [weight] */
} ParleyRobustWorker;

/* Where values are drawn it has readings and a resolver of its own. */
void parley_robust_worker_init  (ParleyRobustWorker *self, const ParleyRobust *robust);
void parley_robust_worker_clear (ParleyRobustWorker *self);

/* Draws. */
void parley_robust_worker_take (ParleyRobustWorker *self, guint chunk, guint index);

/* How many draws @chunk has. */
guint parley_robust_n_in_chunk (const ParleyRobust *self, guint chunk);

static inline const ParleyReading *
parley_robust_reading (const ParleyRobustWorker *self, guint draft, guint party)
{
  return (const ParleyReading *) g_ptr_array_index (self->readings,
                                                    draft * self->robust->shape.n_parties + party);
}

/* Says before @error that it is about all deals, and how to do without. */
void parley_robust_blame_deals (GError **error);

/* What the worker's readings and resolver are made of. */
GPtrArray      *parley_robust_readings_new (const ParleyRobust *self);
ParleyResolver *parley_robust_resolver_new (const ParleyRobust *self);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/draft_doubt.h"
#include "analysis/robust_sums.h"
#include "base/parallel.h"

typedef struct
{
  const guint      *drafts; /* indices into the scenario's */
  guint             n_drafts;
  guint64           n_draws;
  gboolean          deals; /* whether a deal exists, and the Nash deal, are looked for as well */
  ParleyDrawRequest draws;
} ParleyRobustRequest;

/**
 * ParleyRobust:
 *
 * How conclusions hold up when every number that carries a range is drawn: how often each party and
 * all accept each draft, how often there is a deal and which is the Nash deal, how drafts rank.
 * Draws are worked off in chunks, by any number of threads or machines; added in their order,
 * chunks come to the same bytes.
 */
typedef struct
{
  const ParleyScenario *scenario; /* borrowed */
  ParleyRobustRequest   request;
  guint                *draft_indices; /* [draft]: those of the request, owned */
  ParleyDraws          *draws;
  GPtrArray            *spaces; /* of ParleySpace: one a draft, of its completions, and last of all deals */
  GPtrArray            *combos;   /* of GPtrArray of ParleyCombos: likewise */
  GPtrArray            *readings; /* of ParleyReading: [draft * n_parties + party]; NULL: values are drawn */
  ParleyResolver       *resolver; /* likewise */
  ParleyRobustShape     shape;
  ParleyRobustSums     *sums; /* of the chunks added so far */
  GPtrArray            *confidence; /* [party] of double[draft]: NULL until known, and for parties
                           * without a score */
  GPtrArray *doubts; /* of ParleyDraftDoubt: what single numbers turn; NULL until it is known */
} ParleyRobust;

/* Makes ready; nothing is drawn yet. Errors: PARLEY_ERROR_INPUT when no weights agree with what is
 * said of them, PARLEY_ERROR_LIMIT when issues hang together too widely. */
ParleyRobust *parley_robust_new (const ParleyScenario      *scenario,
                                 const ParleyRobustRequest *request,
                                 GError                   **error);

void parley_robust_free (ParleyRobust *self);

guint parley_robust_n_chunks (const ParleyRobust *self);

/* Works off one chunk; any thread may. Returns: (transfer full): NULL with @error set. Cost: for
 * each draw some microseconds, and with deals a frontier. */
ParleyRobustSums *parley_robust_work (const ParleyRobust *self, guint chunk, GError **error);

/* Adds a chunk; in the order of chunks. */
void parley_robust_add (ParleyRobust *self, const ParleyRobustSums *chunk);

/* Works out the confidence factors once all chunks have been added: how often a draft is first for
 * a party that has its central weights. */
gboolean parley_robust_confide (ParleyRobust *self, const ParleyCrew *crew, GError **error);

/* Whoever keeps what came of chunks. */
typedef struct
{
  /* Returns: (transfer full) (nullable): NULL when there is nothing of that chunk. */
  GBytes *(*recall) (guint chunk, gpointer data);
  /* Keeps @n chunks from @first on; those that were recalled are among them. */
  gboolean (*keep) (guint first, guint n, GBytes *const *parts, gpointer data, GError **error);
  gpointer data;
} ParleyRobustStore;

/* All of it, by @crew (nullable); @store: (nullable). Errors: PARLEY_ERROR_LIMIT,
 * PARLEY_ERROR_INPUT when what was kept is not of these draws, and those of @store. */
gboolean parley_robust_run (ParleyRobust            *self,
                            const ParleyRobustStore *store,
                            const ParleyCrew        *crew,
                            GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyRobust, parley_robust_free)

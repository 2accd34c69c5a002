/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/score.h"
#include "base/parallel.h"

/**
 * ParleyGround:
 *
 * The deals of a scenario that the places of its drafts are measured against.
 */
typedef struct
{
  const ParleyScenario *scenario; /* borrowed */
  ParleySpace          *space;
  GPtrArray            *utilities; /* as of the scenario's date */
  guint                 n_slots;   /* of the negotiating sides (role `party`) */
  guint                *slots;
  gboolean              has_deal;  /* some deal is acceptable to all */
  mpq_t                 most;      /* then: the greatest sum of surpluses */
  gboolean              counted;
  mpz_t                 acceptable; /* then: how many deals are */
  const ParleyCrew     *crew; /* (nullable) borrowed */
  gsize                 memory;
} ParleyGround;

/* Cost: that of a frontier, and with @count that of counting the acceptable deals. Where counting
 * is too much it is left out. Errors: PARLEY_ERROR_LIMIT. */
ParleyGround *parley_ground_new  (const ParleyScenario *scenario,
                                 gboolean count,
                                 gsize memory,
                                 const ParleyCrew *crew,
                                 GError **error);
void          parley_ground_free (ParleyGround *self);

/**
 * ParleyDraftPlace:
 *
 * Where a draft stands among all deals. Open terms leave it between two ends: what each negotiating
 * side gets at least, and what each gets at most. No completion is worse for all than the one or
 * better for all than the other.
 */
typedef struct
{
  gboolean counted;
  mpz_t    better_least; /* acceptable deals that are better for every negotiating side than what
                       * each gets at most */
  mpz_t    better_most;  /* the same of what each gets at least */
  mpq_t    room_low; /* by how many points every side could gain at once over what each gets at most,
                    * in an acceptable deal; 0 when none is better for every side */
  mpq_t    room_high; /* the same over what each gets at least */
  gboolean has_share;
  mpq_t    share_low; /* the sum of surpluses as a part of the greatest in an acceptable deal */
  mpq_t    share_high;
} ParleyDraftPlace;

/* Returns: NULL with PARLEY_ERROR_LIMIT; also, without an error, when a side has no score or
 * the draft no completion. */
ParleyDraftPlace *parley_draft_place_new  (const ParleyGround     *ground,
                                          const ParleyDraftScore *score,
                                          GError **error);
void         parley_draft_place_free (ParleyDraftPlace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyGround, parley_ground_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyDraftPlace, parley_draft_place_free)

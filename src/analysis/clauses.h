/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/score.h"

/* How a party stands after one change of a draft. */
typedef struct
{
  mpq_t         gain_low; /* at least and at most, all else the same */
  mpq_t         gain_high;
  ParleyVerdict verdict; /* on the draft so changed */
} ParleyAfter;

/* One term of a draft put in place of what it says of one issue. */
typedef struct
{
  guint        axis;   /* in the space of all deals */
  guint        option; /* likewise */
  gboolean     settles; /* the draft leaves this term open, or says that it may be */
  gboolean     feasible; /* FALSE: no completion is left, and the rest is not set */
  gboolean     alone; /* some completion stays feasible when this term is put in place of its own;
                       * FALSE: it takes other changes too, and gains are not set */
  guint        stays_across; /* party + 1 of the first red line about this issue that the draft
                       * crosses in every completion, and still does; 0: none */
  guint        n_parties;
  ParleyAfter *after; /* one a party */
} ParleyClause;

/**
 * ParleyClauses:
 *
 * Every change of a draft in a single term, and how all parties stand after it.
 */
typedef struct
{
  ParleySpace *space;   /* of all deals: what axes and options mean */
  GPtrArray   *clauses; /* of ParleyClause, in file order */
} ParleyClauses;

/* Of a long range the ends, the grid values next to what the draft says, and those at which a
 * verdict turns are listed. Errors: PARLEY_ERROR_LIMIT as for scores. Cost: that of an outline
 * (outline.h) for each party and issue. */
ParleyClauses *parley_clauses_new  (const ParleyScenario   *scenario,
                                   const ParleyDraftScore *score,
                                   GError **error);
void           parley_clauses_free (ParleyClauses *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyClauses, parley_clauses_free)

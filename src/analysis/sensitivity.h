/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/importance.h"
#include "analysis/reweigh.h"

/* How firmly a draft stands with one party. */
typedef struct
{
  guint             party;
  ParleyTornado    *tornado;
  ParleyReweighing *reweighing; /* NULL: the party gives no verdict on points, or weights nothing */
  ParleyImportance *importance; /* NULL: none of its numbers is in doubt */
} ParleySensitivityPart;

/**
 * ParleySensitivity:
 *
 * How far what is said about a draft can be trusted: what each number of the models does to it,
 * which would turn a verdict, and where the uncertainty comes from.
 */
typedef struct
{
  const ParleyScenario   *scenario; /* borrowed */
  ParleyScores           *scores;   /* of the one draft */
  const ParleyDraftScore *score;    /* of @scores */
  GPtrArray              *parts; /* of ParleySensitivityPart: the parties with a score; none when the
                     * draft has no completion */
  int                     party;   /* that is looked at, or -1 */
  ParleySpread            spread;
  guint64                 seed;
  gboolean                rounded;
} ParleySensitivity;

/**
 * parley_sensitivity_new:
 * @party: the one that is looked at, or -1 for all
 *
 * Exact but for the indices of Sobol. Cost: see tornado.h, reweigh.h and importance.h.
 * Errors: PARLEY_ERROR_LIMIT.
 */
ParleySensitivity *parley_sensitivity_new (const ParleyScenario          *scenario,
                                           guint                          draft,
                                           int                            party,
                                           const ParleyImportanceRequest *request,
                                           GError                       **error);

void parley_sensitivity_free (ParleySensitivity *self);

const ParleySensitivityPart *parley_sensitivity_part (const ParleySensitivity *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleySensitivity, parley_sensitivity_free)

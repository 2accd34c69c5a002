/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/tornado.h"

/* Numbers that, each by itself, turn a party's verdict on a draft within their ranges. */
typedef struct
{
  guint          draft; /* of the scenario's */
  guint          party;
  ParleyTornado *tornado; /* its bars that are believed are these */
} ParleyDraftDoubt;

/**
 * parley_draft_doubts_new:
 * @drafts: (array length=n_drafts): indices into the scenario's
 * @party: the one that is looked at, or -1 for all
 *
 * One for each draft that has a completion and each party that gives a verdict by its score. Cost:
 * a tornado each (tornado.h). Errors: PARLEY_ERROR_LIMIT. Returns: (transfer full) (element-type
 * ParleyDraftDoubt).
 */
GPtrArray *parley_draft_doubts_new (const ParleyScenario *scenario,
                                    const guint          *drafts,
                                    guint                 n_drafts,
                                    int                   party,
                                    GError              **error);

/* Whether some number turns the verdict within its range. */
gboolean parley_draft_doubt_is_believed (const ParleyDraftDoubt *self);

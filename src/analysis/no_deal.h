/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/lottery.h"
#include "analysis/score.h"

/* One draft beside what no deal may bring, from the draft's lowest score to its highest. */
typedef struct
{
  guint draft; /* of the scenario */
  mpq_t low;   /* score */
  mpq_t high;
  mpq_t even_low; /* the chance of the best outcome at which no deal is worth as much (lottery.h) */
  mpq_t even_high;
  mpq_t above_low; /* the chance that no deal turns out better */
  mpq_t above_high;
} ParleyAgainst;

/**
 * ParleyNoDeal:
 *
 * What no deal means to a party.
 */
typedef struct
{
  guint               party;
  const ParleyNumber *reservation; /* borrowed; at the scenario's date; NULL when there is none */
  ParleyLottery      *lottery;     /* NULL: nothing is said of how no deal may turn out */
  gboolean            certain;     /* all outcomes that have a chance score the same */
  GPtrArray          *drafts;      /* of ParleyAgainst: those with a reading; empty without lottery */
} ParleyNoDeal;

/* Further than this from what no deal is worth, in points, a reservation without a range is far. */
#define PARLEY_NO_DEAL_FAR 5

/**
 * parley_no_deals_new:
 * @drafts: (array length=n_drafts): indices of drafts
 *
 * Exact. Returns: (transfer full) (element-type ParleyNoDeal): the parties with a score that have a
 * reservation or a lottery. Errors: those of parley_scores_new().
 */
GPtrArray *parley_no_deals_new (const ParleyScenario *scenario,
                                const guint          *drafts,
                                guint                 n_drafts,
                                GError              **error);

/* Whether @worth, what no deal is worth to the party, is outside the range of its reservation, or
 * far from one that has none. */
gboolean parley_no_deal_is_far (const ParleyNoDeal *self, double worth);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/agreement.h"
#include "analysis/draft_doubt.h"

/* What there is to agree on with an input at one end of its range. */
typedef struct
{
  ParleyExistence exists;
  gboolean        exact;   /* FALSE: too much to be exact, and the deal below is the best found */
  gboolean        counted;
  mpz_t           n_acceptable;
  gboolean        same;    /* the Nash deal is, or stays one of, those that tie as written */
  gboolean        agreed;  /* there is a Nash deal, */
  mpq_t          *scores;  /* [party] and this is what it is worth */
} ParleyDealsEnd;

typedef struct
{
  ParleyInput    input;
  ParleyDealsEnd ends[PARLEY_N_BARS]; /* that of BASE is empty: see ParleyDealsTornado */
  gboolean       has_limit; /* of a reservation: there is a deal up to this and none above */
  mpq_t          limit;
} ParleyDealsBar;

/**
 * ParleyDealsTornado:
 *
 * What each number with a range, moved by itself to the ends of it, does to what can be agreed on:
 * whether there is a deal, how many, and which the Nash solution picks; and which verdicts on
 * drafts it turns.
 */
typedef struct
{
  const ParleyScenario *scenario; /* borrowed */
  guint                 n_parties;
  ParleyAgreement      *base;
  ParleyDealsEnd        as_written;
  GPtrArray            *bars; /* of ParleyDealsBar, of all parties that decide; those that leave no deal first,
                    * then by how far the count, or without counts the Nash deal, moves */
  GPtrArray            *doubts;   /* of ParleyDraftDoubt: each draft with each party that gives a verdict */
  gboolean              rounded;
} ParleyDealsTornado;

/**
 * parley_deals_tornado_new:
 * @party: whose numbers are moved, or -1 for all
 * @request: its crew does inputs, one a task
 *
 * Cost: an agreement (agreement.h) for each end of each range, and a tornado for each draft and
 * party. Errors: PARLEY_ERROR_LIMIT.
 */
ParleyDealsTornado *parley_deals_tornado_new (const ParleyScenario         *scenario,
                                              int                           party,
                                              const ParleyAgreementRequest *request,
                                              GError                      **error);

void parley_deals_tornado_free (ParleyDealsTornado *self);

const ParleyDealsBar *parley_deals_tornado_bar (const ParleyDealsTornado *self, guint index);

/* Sets @swing to by how much the number of acceptable deals differs between low, base and high.
 * Returns: FALSE when not all were counted. */
gboolean parley_deals_bar_swing (const ParleyDealsTornado *self,
                                 const ParleyDealsBar     *bar,
                                 mpz_ptr                   swing);

/* Whether the Nash deal as written is not picked at an end of the range. */
gboolean parley_deals_bar_moves_nash (const ParleyDealsBar *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyDealsTornado, parley_deals_tornado_free)

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/count.h"
#include "space/deal.h"

/* Every one more is one more distance to be kept. */
#define PARLEY_OFFERS_MOST 9

/* What to look for; numbers are in points. */
typedef struct
{
  guint       party;  /* whose offers: a party that negotiates and has a score */
  mpq_srcptr  at;     /* what each is to be worth to it; NULL: what it has in the Nash deal */
  mpq_srcptr  within; /* and how much more it may be */
  mpq_srcptr  slack;  /* by how much the others may have less than the best for them */
  guint       n;      /* how many offers */
  ParleyAmong among;
  guint       among_party;
} ParleyOffersRequest;

typedef struct
{
  ParleyDeal *deal;
  gboolean    acceptable; /* to all that must accept */
  GArray     *differs;    /* of guint: in how many terms from each of the offers before */
} ParleyOffer;

/**
 * ParleyOffers:
 *
 * Deals to be put on the table at the same time: worth the same to the party that offers, nearly
 * the best for the others at that price, and as different from each other as possible, so that
 * what the others choose says what they want (V. Medvec and A. Galinsky, "Putting More on the
 * Table", Negotiation 8(4), 2005, describe the practice).
 *
 * They are feasible and cross no red line of a party whose consent is needed. What counts of the
 * others, the parties that negotiate, is the smallest surplus, then the next. The first offer is
 * the best for them. Each other differs in as many terms as possible from that one before it which
 * it is most like; of several it is the best for the others, then the first in file order. Issues
 * that matter to nobody do not count.
 */
typedef struct
{
  const ParleyScenario *scenario; /* borrowed */
  ParleyOffersRequest   request;   /* with numbers of its own */
  mpq_t                 at;
  mpq_t                 within;
  mpq_t                 slack;
  ParleySpace          *space;
  GPtrArray            *utilities; /* of ParleyUtility: the parties; the cut, if there is one
                         * (offer_cut.h); how far deals are from each offer */
  ParleyScore          *weights;   /* of the cut; NULL: none */
  guint                *others;    /* slots of the other parties that negotiate and have scores */
  guint                 n_others;
  ParleyScore           low;       /* what offers are worth to the party: from here */
  ParleyScore           high;      /* to here */
  gboolean              none;      /* every deal crosses a red line */
  ParleyScore           most;      /* else, without offers: the most that one across none is worth */
  GPtrArray            *offers;    /* of ParleyOffer; fewer than asked for where all other deals
                      * are the same in what matters; empty when no deal is worth that */
  gboolean              rounded;
} ParleyOffers;

/**
 * parley_offers_new:
 *
 * Exact. Cost: a frontier (fronts.h) for the Nash deal, one for each offer, and as many more as it
 * takes to find out how different it can be. Errors: PARLEY_ERROR_INPUT when there is no other
 * party, or no Nash deal to take the score from; PARLEY_ERROR_LIMIT.
 */
ParleyOffers *parley_offers_new  (const ParleyScenario      *scenario,
                                 const ParleyOffersRequest *request,
                                 GError **error);
void          parley_offers_free (ParleyOffers *self);

/* Sets @points to what offers are worth to the party at least. */
void parley_offers_price (const ParleyOffers *self, mpq_ptr points);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyOffers, parley_offers_free)

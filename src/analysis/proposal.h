/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/landscape.h"
#include "space/deal.h"

/* What makes a deal the one to propose. */
typedef enum
{
  PARLEY_PROPOSAL_OWN,         /* worth most to the party; of several to the worst-off of the others */
  PARLEY_PROPOSAL_NASH,        /* the greatest product of surpluses */
  PARLEY_PROPOSAL_EGALITARIAN, /* worth most to the worst-off of all */
  PARLEY_PROPOSAL_UTILITARIAN, /* the greatest sum of surpluses */
  PARLEY_PROPOSAL_OTHERS       /* worth most to the worst-off of the others; of several to the party */
} ParleyProposalRule;

#define PARLEY_MOST_PROPOSALS 3

typedef struct
{
  ParleyProposalRule rule;
  ParleyDeal        *deal;
} ParleyProposal;

/**
 * ParleyProposals:
 *
 * The deals that an adviser would name: of a party first the best offer that the others can be
 * expected to take, then what to fall back on; of nobody, as a mediator would, first the Nash deal.
 *
 * All are efficient. They are safe when each party that negotiates would accept them even if its
 * reservation were at the high end of the range in which it is believed to lie; only where no deal
 * is, they are acceptable with the reservations as they are written, and no more.
 */
typedef struct
{
  int        party; /* whose proposals, or -1 */
  gboolean   safe;
  guint      n_points; /* of the frontier, that were chosen from */
  GPtrArray *list; /* of ParleyProposal: the best for the party first; none twice; empty when no
                    * deal is acceptable */
} ParleyProposals;

/**
 * parley_proposals_new:
 * @party: that negotiates and has a score, or -1
 *
 * Cost: O(points) comparisons, and looking up one deal for each proposal. Of the deals of a point
 * the first in file order is taken.
 */
ParleyProposals *parley_proposals_new  (const ParleyLandscape *landscape, int party);
void             parley_proposals_free (ParleyProposals *self);

const ParleyProposal *parley_proposals_get (const ParleyProposals *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyProposals, parley_proposals_free)

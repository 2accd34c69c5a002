/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/party.h"

/**
 * ParleyRanking:
 *
 * The order that a party's ranking puts its issues in, to draw weights from.
 */
typedef struct
{
  guint  n;
  guint *issues; /* [n]: the first rank first */
  guint *ranks;  /* [n_ranks + 1]: where the ranks begin */
  guint  n_ranks;
} ParleyRanking;

/* @party: with a ranking. */
ParleyRanking *parley_ranking_new  (const ParleyParty *party);
void           parley_ranking_free (ParleyRanking *self);

/* Turns @numbers (array), uniform from 0 to below 1, into weights of the issues at the same places
 * that sum to 1: evenly drawn from all that do not rise from rank to rank. Of issues of one rank
 * either may be the heavier, as in draws of shares (polytope.h). */
void parley_ranking_draw (const ParleyRanking *self, double *numbers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyRanking, parley_ranking_free)

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/offers.h"

/* What the cut adds up is below 2^90 on each of its parts. */
#define PARLEY_CUT_BITS 90

/**
 * parley_offers_cut_new:
 * @weights: (out) (transfer full): of each of the others, then of the party
 * @bound: (out) (transfer full) (nullable): [slot]: the most that the others can have, the
 * worst-off first, of what is worth the price to the party or more; NULL with the cut
 *
 * A weighted sum of the scores of the party and the others, as a score of nobody. What bounds the
 * parts from below bounds the sum, so asking for that of it as well changes no answer. But it makes
 * searches many times shorter: near the frontier every good deal has nearly the most that there is
 * of the sum, and choices that lose much of it are given up early. The weights are those for which
 * the price is nearest to the most.
 *
 * Returns: (transfer full) (nullable): NULL where scores are too large to be added up, the frontier
 * is too much to find, or no point of it is worth the price.
 */
ParleyUtility *parley_offers_cut_new (const ParleyOffers *self,
                                      ParleyScore       **weights,
                                      ParleyScore       **bound);

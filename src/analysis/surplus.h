/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/input.h"
#include "space/outline.h"

/**
 * ParleySurplus:
 *
 * A party's surplus (its score without a reservation) on the deals of an outline as a function of
 * some of its numbers, in doubles: for analyses that ask very many times and need no more digits.
 * Immutable, so threads may share it.
 */
typedef struct _ParleySurplus ParleySurplus;

/* @outline: with a deal; borrowed, like the scenario. @inputs: (element-type ParleyInput): the
 * numbers that move, each of the party; borrowed. */
ParleySurplus *parley_surplus_new  (const ParleyOutline *outline,
                                   guint party,
                                   const char *date,
                                   const GArray *inputs);
void           parley_surplus_free (ParleySurplus *self);

/* Sets @low and @high to the surplus of the lowest deal and the highest when the inputs are
 * @numbers. Cost: O(arcs + entries of value tables). */
void parley_surplus_at (const ParleySurplus *self,
                        const double        *numbers,
                        double              *low,
                        double              *high);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleySurplus, parley_surplus_free)

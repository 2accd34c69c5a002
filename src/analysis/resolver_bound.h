/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/resolver.h"

/**
 * ParleyPosed:
 *
 * The deals of one draw as a problem: a diagram of one node between two blocks, whose options are
 * choices. Every dimension has a floor that is a reservation; objectives come first.
 */
typedef struct
{
  ParleyView    *view;
  ParleyDiagram *diagram;
  GPtrArray     *numbers; /* of GArray of guint: [layer] which choices its options are, ascending */
  const guint   *blocks;  /* [layer] which block it is */
} ParleyPosed;

/* What a deal with the greatest product of surpluses must bring. */
typedef struct
{
  ParleyCut    cut;
  ParleyScore *weights;
} ParleyResolverBound;

/**
 * parley_resolver_bound:
 * @posed: gets the cut of @bound, and loses options that no such deal can have
 *
 * Starts from the best deal on @trail, makes it better block by block, and bounds what beats it. No
 * deal with the greatest product is lost, and none of those that tie. Nothing is done when no deal
 * on the trail leaves everybody a surplus. Cost: O(choices) for each time that all blocks are gone
 * through.
 */
void parley_resolver_bound (ParleyPosed *posed,
                            const ParleyTrail *trail,
                            ParleyResolverBound *bound);

void parley_resolver_bound_clear (ParleyResolverBound *self);

/* Remembers a deal: @choices: (array length=n_blocks). */
void parley_trail_add (ParleyTrail *self, const guint *choices, guint n_blocks);

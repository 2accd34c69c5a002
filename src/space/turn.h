/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/outline.h"
#include "space/ranges.h"

/* The sums at @node, where the last choice is made, from which some option of it is accepted
 * and some is not. Empty (not from < to) when there are none. */
ParleyRange parley_turn_window (const ParleyGains *gains, guint node);

/**
 * parley_turn_glance:
 * @turns: (out): whether the last choice turns the verdict of some deal
 *
 * Looks at the lowest and highest sum of each node, and from there for one deal, the options
 * first that stay the farthest from both ends, until some thousand options have been looked at.
 * Windows are wide as a rule, so this finds one where there is one. Cost: O(arcs). Returns: FALSE
 * when it leaves that open.
 */
gboolean parley_turn_glance (const ParleyGains *gains, gboolean *turns);

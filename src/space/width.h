/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/builder.h"

/**
 * parley_width_least:
 *
 * How many nodes the layer after the axis at @place has at least, before dead ends are removed
 * and unless the demands leave none at all; at most G_MAXSIZE.
 *
 * Axes whose options the conditions that are open tell apart, each by itself, can be chosen in any
 * combination, and every combination leaves something else open. So the numbers of options told
 * apart multiply. Axes that a demand reads do not count, since not all of their combinations may
 * be left; nor do conditions of which several axes are chosen, so a layer can be far wider.
 *
 * Nothing must be forgotten. Cost: O(conditions * options).
 */
gsize parley_width_least (const ParleyBuilder *builder, guint place);

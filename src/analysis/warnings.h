/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/scenario.h"

/* An adjustment that no feasible deal can trigger. */
typedef struct
{
  guint                   party;
  const ParleyAdjustment *adjustment; /* borrowed from the scenario */
} ParleyUnreachable;

/**
 * parley_unreachable_adjustments:
 *
 * Adjustments that never apply, because their condition contradicts itself or the
 * rules. Of a scenario whose conditions leave too much open at a time (diagram.h) nothing
 * is said. Deals off the grid are not looked at.
 *
 * Returns: (transfer full) (element-type ParleyUnreachable): in file order; empty when
 * no deal is feasible, since then no adjustment is to blame.
 */
GArray *parley_unreachable_adjustments (const ParleyScenario *scenario);

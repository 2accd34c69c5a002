/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/scenario.h"

typedef enum
{
  PARLEY_WARNING_NO_FEASIBLE_DEAL,       /* rules that leave none */
  PARLEY_WARNING_UNREACHABLE_ADJUSTMENT, /* no feasible deal meets its condition */
  PARLEY_WARNING_RED_LINE_NEVER_CROSSED  /* no feasible deal crosses it */
} ParleyWarningKind;

/* What is hardly meant, and shows only in the deals that it leaves. */
typedef struct
{
  ParleyWarningKind kind;
  ParleyOrigin      origin; /* what it is about; of several rules the last */
  char             *message;
} ParleyWarning;

/**
 * parley_warnings_new:
 *
 * Rules that leave no feasible deal: as few as do so together, those that stand first.
 * Where there are deals: adjustments that never apply and red lines that are never
 * crossed, because their condition contradicts itself or the rules. Of a scenario whose
 * conditions leave too much open at a time (diagram.h) nothing is said. Deals off the grid
 * are not looked at. Cost: that of reach.h, and a diagram for each rule where no deal is
 * left.
 *
 * Returns: (transfer full) (element-type ParleyWarning): party by party.
 */
GPtrArray *parley_warnings_new (const ParleyScenario *scenario);

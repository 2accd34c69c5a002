/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario/load.h"

/* Issues in a chain. */
#define PARLEY_WIDE_ISSUES 60

/**
 * parley_wide_load:
 *
 * A scenario of one block that is too wide to look at each deal, and still can be worked
 * out by hand: issues i0 to i59 with options x and y, and a rule for each two neighbours
 * that not both are x. So at most every other is x, which can be had in 31 ways. Of 2^60
 * combinations some 10^12 are feasible.
 *
 * The only party, p, values each x the same: 30 of them make 50 points. @issues: further
 * issues, each after a comma; @more: what else the party has, likewise. Returns: (transfer
 * full).
 */
ParleyLoaded *parley_wide_load (const char *issues, const char *reservation, const char *more);

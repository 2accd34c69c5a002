/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/acceptance.h"
#include "space/bracket.h"

/* The shares of @n_feasible deals that each party ([utility]) and all who must accept. Where
 * nothing can be said that is 0 to 1. Cost: that of a bracket (bracket.h) for each party, and
 * one more, which the groups of acceptable deals share. */
void parley_brackets (const ParleyAcceptance *acceptance,
                      mpz_srcptr              n_feasible,
                      ParleyBracket          *by_party,
                      ParleyBracket          *all);

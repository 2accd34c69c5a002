/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/format.h"

const char *const parley_reserved_parties[]
    = { "all", "tabled", "nash", "kalai-smorodinsky", "egalitarian", "utilitarian", NULL };

const char *const parley_reserved_issues[] = { "any", "not", NULL };

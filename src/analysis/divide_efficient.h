/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/divide.h"

/* Sets whether the division is efficient, among divisions and among mixtures. Exact. Cost: O(lots^2
 * + options). */
void parley_division_check_efficient (ParleyDivision *self);

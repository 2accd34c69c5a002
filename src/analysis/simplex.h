/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/peaks.h"

/* Adds to @peaks where the simplex of Nelder and Mead (climb.h) ends that starts with @from
 * and, for each variable, with @from moved by that many of its @steps. */
void parley_simplex_search (const ParleyMerit *merit,
                            const double      *from,
                            const double      *steps,
                            ParleyPeaks       *peaks);

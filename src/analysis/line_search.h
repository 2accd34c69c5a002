/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/peaks.h"

/* Adds to @peaks the best place that is found in each piece between the breaks of @variable,
 * all others as in @from. A piece is looked at in some places, at its ends, and a unit
 * inside them, where what begins or ends there does not count yet; from the best of these
 * Brent's method goes on (climb.h). */
void parley_line_search (const ParleyMerit *merit,
                         const double      *from,
                         guint              variable,
                         ParleyPeaks       *peaks);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/concede.h"

/* Fills in the steps from the start to the end. Cost: O(terms^2) looks at deals; where terms hang
 * together, O(terms^4) at most. */
void parley_concede_path (ParleyConcessions *self);

void parley_concession_free (ParleyConcession *self);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parley/talks.h"
#include "model/scenario.h"

/* What others of the API see behind talks. Returns: (transfer none) (nullable): NULL with @error
 * set when their status is not DONE. */
const ParleyScenario *parley_talks_scenario (const ParleyTalks *self, GError **error);

/* What @error comes to. */
ParleyStatus parley_status_of (const GError *error);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parley/talks.h"
#include "model/scenario.h"

/* What others of the API see behind talks. Returns: (transfer none) (nullable): NULL with @error
 * set when their status is not DONE. */
const ParleyScenario *parley_talks_scenario (const ParleyTalks *self, GError **error);

/* What was handed over, as messages quote it: in UTF-8, and of what is long the start and the end.
 * Returns: (transfer full). */
char *parley_quote (const char *text);

/* What @error comes to. */
ParleyStatus parley_status_of (const GError *error);

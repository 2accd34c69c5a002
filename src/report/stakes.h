/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/middle.h"
#include "report/document.h"
#include "report/json.h"

/* What reports on two parties say of the issues between them (analysis/stake.h). */

/* An option as people name it: its title, or its number with the unit. Returns: (transfer full). */
char *parley_stake_words (const ParleyStake *stake, const ParleySpace *space, guint option);

/* The same as files have it: its id, or its number. */
ParleyJson *parley_stake_to_json (const ParleyStake *stake, const ParleySpace *space, guint option);
char       *parley_stake_id      (const ParleyStake *stake, const ParleySpace *space, guint option);

/* Which issues both sides see alike, and what does not follow from single issues, if anything. */
void parley_stakes_add_notes (ParleyDocument       *document,
                              const ParleyScenario *scenario,
                              GPtrArray            *stakes);

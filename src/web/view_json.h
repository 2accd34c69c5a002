/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/scenario.h"
#include "report/json.h"

/*
 * A scenario as a page shows and edits it: what parley-view/1 (docs/api.md) says, number by number
 * with the ranges and sources of each. Returns: (transfer full).
 */

ParleyJson *parley_view_sources (const ParleyScenario *scenario);
ParleyJson *parley_view_issues  (const ParleyScenario *scenario);
ParleyJson *parley_view_drafts  (const ParleyScenario *scenario);
ParleyJson *parley_view_cases   (const ParleyScenario *scenario);

/* All but how its weights were written. */
ParleyJson *parley_view_party (const ParleyScenario *scenario, const ParleyParty *party);

/* { "value", "low", "high", "basis", "source", "note" }; null for NULL. */
ParleyJson *parley_view_number (const ParleyNumber *number);

/* Adds @text, or null, at @key of @object. */
void parley_view_text (ParleyJson *object, const char *key, const char *text);

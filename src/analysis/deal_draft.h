/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/space.h"

/**
 * parley_deal_draft_new:
 * @options: [axis]: the deal, of @space
 * @scenario: that of @space, or one of its cases
 *
 * The deal as a draft of @scenario, so that it can be asked whatever drafts can. It is judged at
 * the date at which @scenario stands.
 *
 * Returns: (transfer full) (nullable): NULL when @scenario has no such issue or option.
 */
ParleyDraft *parley_deal_draft_new (const ParleySpace    *space,
                                    const guint          *options,
                                    const ParleyScenario *scenario,
                                    const char           *id,
                                    const char           *title);

/* @scenario with @drafts behind its own; all else is shared. Valid as long as both; freed by the
 * function below, which frees nothing else. */
ParleyScenario *parley_scenario_with_drafts (const ParleyScenario *scenario, GPtrArray *drafts);
void            parley_scenario_with_drafts_free (ParleyScenario *self);

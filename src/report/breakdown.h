/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/score.h"

/* Where the points of a draft come from: a row an issue, for each scored party what it gets and by
 * how much that is below its best; first what costs whoever does not accept most, or what most is
 * at stake on. Without @all, of many issues the six that come first and the rest summed up.
 * @caption: (nullable). */
void parley_breakdown_add (ParleyDocument         *document,
                           const ParleyScenario   *scenario,
                           const ParleyDraftScore *score,
                           const char             *caption,
                           gboolean                all);

/* "Past aid (14.0), Security (8.0-9.5)": the issues on which most is missing to the best of the
 * party. Returns: (transfer full) (nullable): NULL when nothing is. */
char *parley_breakdown_losses (const ParleyScenario *scenario, const ParleyStanding *standing);

/* How acceptance hangs on the open terms of a draft: the share of completions with each
 * option that each side accepts. Issues that move no share are left out. */
void parley_open_terms_add (ParleyDocument         *document,
                            const ParleyScenario   *scenario,
                            const ParleyDraftScore *score,
                            gboolean                all);

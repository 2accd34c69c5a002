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

/* How acceptance hangs on the open terms of a draft: the share of completions with each
 * option that each side accepts. Issues that move no share are left out. */
void parley_open_terms_add (ParleyDocument         *document,
                            const ParleyScenario   *scenario,
                            const ParleyDraftScore *score,
                            gboolean                all);

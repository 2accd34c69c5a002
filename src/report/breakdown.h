/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/score.h"

/* Where the points of a draft come from: a row an issue, for each scored party what it
 * wins and gives up, the largest loss of whoever rejects first. Without @all, the six
 * that matter most and the rest summed up. */
void parley_breakdown_add (ParleyDocument         *document,
                           const ParleyScenario   *scenario,
                           const ParleyDraftScore *score,
                           gboolean                all);

/* How acceptance hangs on the open terms of a draft: the share of completions with each
 * option that each side accepts. Issues that move no share are left out. */
void parley_open_terms_add (ParleyDocument         *document,
                            const ParleyScenario   *scenario,
                            const ParleyDraftScore *score,
                            gboolean                all);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/draft_doubt.h"
#include "report/document.h"

/* Which verdicts on drafts a single number turns within its range, and where. @doubts:
 * (element-type ParleyDraftDoubt). @to_go_on: which command says more, too. */
void parley_draft_doubts_add (ParleyDocument       *document,
                              const ParleyScenario *scenario,
                              const GPtrArray      *doubts,
                              gboolean to_go_on);

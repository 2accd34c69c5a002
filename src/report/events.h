/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/scenario.h"
#include "report/json.h"

/* What became of a draft: "Ukraine rejected", "both signed, Ukraine ratified"; that it was tabled
 * goes without saying. Returns: (transfer full). */
char *parley_words_events (const ParleyScenario *scenario, const ParleyDraft *draft);

/* Who tabled it: "Ukraine", "United States and Ukraine", "both"; "" when that is not said. Returns:
 * (transfer full). */
char *parley_words_tabled_by (const ParleyScenario *scenario, const ParleyDraft *draft);

/* [ "ukraine", … ]: the ids of those who tabled it. */
ParleyJson *parley_tabled_by_to_json (const ParleyScenario *scenario, const ParleyDraft *draft);

/* [ { "date": …, "party": …, "act": … } ]: all of them. */
ParleyJson *parley_events_to_json (const ParleyScenario *scenario, const ParleyDraft *draft);

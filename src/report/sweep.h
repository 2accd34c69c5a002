/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/sweep.h"
#include "report/document.h"
#include "report/json.h"

/* What `parley sweep` says, for people. @scenario: the one that was swept, with nothing varied.
 * @all: every point and every flip. */
ParleyDocument *parley_sweep_to_document (const ParleySweep    *sweep,
                                          const ParleyScenario *scenario,
                                          gboolean              all);

/* One row a point. */
ParleyTable *parley_sweep_to_table (const ParleySweep *sweep);

/* parley-sweep/1 (docs/output.md). */
ParleyJson *parley_sweep_to_json (const ParleySweep *sweep, const ParleyScenario *scenario);

/* Parts of the document. Where what turns (sweep_flips.c); with @all every line. */
void parley_sweep_add_flips (ParleyDocument       *document,
                             const ParleySweep    *sweep,
                             const ParleyScenario *scenario,
                             gboolean              all);

/* "from 47.55 up", "above 47.55", "between 45 and 50". Returns: (transfer full). */
char *parley_sweep_place_words (const ParleySweep *sweep, const ParleyFlip *flip);

/* How many decide at every point; 0 where what is varied says who does. */
guint parley_sweep_n_deciding (const ParleySweep *sweep, const ParleyScenario *scenario);

/* The last two parts of a path: enough to head a column. Returns: (transfer none). */
const char *parley_sweep_short_path (const char *path);

/* A value for people, of a path the name of the file; that of @input at @point.
 * Returns: (transfer full). */
char *parley_sweep_value_words (const ParleySweepInput *input, const char *value);
char *parley_sweep_value       (const ParleySweep *sweep, guint point, guint input);

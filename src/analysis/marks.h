/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/filter.h"

/*
 * Numbers at which something changes: points of value functions, ends of what conditions
 * name. Between them every score is smooth.
 */

/* The marks of @issue, which may be derived: of all parties' functions and all conditions
 * of the scenario and of @filter (nullable), and the ends of @allowed (nullable).
 * Returns: (transfer full) (element-type mpq_ptr): ascending, each once. */
GPtrArray *parley_marks_new (const ParleyScenario *scenario,
                             const ParleyFilter   *filter,
                             const ParleyTerms    *allowed,
                             guint                 issue);

/* Whether a function or a condition says anything of @issue at all. */
gboolean parley_marks_exist (const ParleyScenario *scenario,
                             const ParleyFilter   *filter,
                             guint                 issue);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/json.h"
#include "scenario/problem.h"

/* All of @problems as a list, but with @quiet no warnings: docs/output.md, "parley-check/1".
 * Returns: (transfer full). */
ParleyJson *parley_problems_to_json (const ParleyProblems *problems, gboolean quiet);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/json.h"
#include "scenario/problem.h"

/* A problem as parley-check/1 has it (docs/output.md). */
ParleyJson *parley_problem_to_json (const ParleyProblem *problem);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/landscape.h"
#include "naive.h"

/* The acceptable deals that @solution picks among @deals (element-type ParleyNaiveDeal), all of
 * those that tie, by comparing each with each in fractions. No reservation has changes. Returns:
 * (transfer full) (element-type guint): indices, ascending. */
GArray *parley_naive_solution (const ParleyScenario *scenario,
                               GPtrArray            *deals,
                               ParleySolution        solution);

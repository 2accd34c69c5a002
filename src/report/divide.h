/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/divide.h"
#include "report/document.h"
#include "report/json.h"

/* What `parley divide` says, for people. */
ParleyDocument *parley_divide_to_document (const ParleyDivision *self);

/* One row an issue in dispute. */
ParleyTable *parley_divide_to_table (const ParleyDivision *self);

/* parley-divide/1 (docs/output.md). */
ParleyJson *parley_divide_to_json (const ParleyDivision *self, gboolean exact);

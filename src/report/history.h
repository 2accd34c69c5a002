/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/history.h"
#include "report/document.h"
#include "report/json.h"

/* What `parley history` says, for people. @all: every issue that moved. */
ParleyDocument *parley_history_to_document (const ParleyHistory *self, gboolean all);

/* One row for each draft that a side stood behind. */
ParleyTable *parley_history_to_table (const ParleyHistory *self);

/* parley-history/1 (docs/output.md). */
ParleyJson *parley_history_to_json (const ParleyHistory *self, gboolean exact);

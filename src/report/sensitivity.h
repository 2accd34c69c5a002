/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/deals_tornado.h"
#include "analysis/sensitivity.h"
#include "report/document.h"
#include "report/json.h"

/* What `parley sensitivity FILE DRAFT` says, for people. @all: every row of every table. */
ParleyDocument *parley_sensitivity_to_document (const ParleySensitivity *self, gboolean all);

/* One row a number of the models. */
ParleyTable *parley_sensitivity_to_table (const ParleySensitivity *self);

/* parley-sensitivity/1 (docs/output.md). */
ParleyJson *parley_sensitivity_to_json (const ParleySensitivity *self, gboolean exact);

/* The same of `parley sensitivity FILE`, which looks at all deals. */
ParleyDocument *parley_deals_tornado_to_document (const ParleyDealsTornado *self, gboolean all);
ParleyTable    *parley_deals_tornado_to_table    (const ParleyDealsTornado *self);
ParleyJson     *parley_deals_tornado_to_json     (const ParleyDealsTornado *self, gboolean exact);

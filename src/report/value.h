/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/decision.h"
#include "analysis/no_deal.h"
#include "report/document.h"
#include "report/json.h"

/* What `parley value` has found. */
typedef struct
{
  const ParleyScenario *scenario;
  guint                 party;          /* who chooses */
  const ParleyDecision *decision;       /* NULL: there is no draft to choose */
  double                accuracy;       /* of a study */
  GPtrArray            *no_deals;       /* of ParleyNoDeal */
  double                risk_tolerance; /* in points; 0: not given */
} ParleyValueReport;

/* @all: with inputs that would not change the choice. Each returns (transfer full). */
ParleyDocument *parley_value_to_document (const ParleyValueReport *report, gboolean all);
ParleyTable    *parley_value_to_table    (const ParleyValueReport *report);
ParleyJson     *parley_value_to_json     (const ParleyValueReport *report, gboolean exact);

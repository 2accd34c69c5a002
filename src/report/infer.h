/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/inference.h"
#include "report/document.h"
#include "report/json.h"

/* What `parley infer` has found. */
typedef struct
{
  const ParleyScenario  *scenario;
  ParleyRevealedRequest  revealed; /* what was asked for */
  ParleyPosteriorRequest likely;
  GPtrArray             *parties;  /* of ParleyInference: those with a record, or those asked for */
  GArray                *unscored; /* of guint: parties with a record and without weights */
  gboolean              *has_swings; /* [party]: its weights are made from swing points */
} ParleyInferReport;

/* Each returns (transfer full). */
ParleyDocument *parley_infer_to_document (const ParleyInferReport *report);
ParleyTable    *parley_infer_to_table    (const ParleyInferReport *report);
ParleyJson     *parley_infer_to_json     (const ParleyInferReport *report, gboolean exact);

/* What fits, as an overlay for the scenario: of those parties whose weights were drawn. Returns:
 * (transfer full) (nullable): NULL when there are none. */
ParleyJson *parley_infer_to_overlay (const ParleyInferReport *report);

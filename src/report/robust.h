/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/robust.h"
#include "report/document.h"
#include "report/json.h"

/* How conclusions hold up when numbers are drawn, as `parley robust` shows it. @everything: the
 * ranks and the central weights too. Returns: (transfer full). */
ParleyDocument *parley_robust_to_document (const ParleyRobust *self, gboolean everything);

/* One row a draft. */
ParleyTable *parley_robust_to_table (const ParleyRobust *self);

ParleyJson *parley_robust_to_json (const ParleyRobust *self);

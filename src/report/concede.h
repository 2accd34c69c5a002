/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/concede.h"
#include "report/document.h"
#include "report/json.h"

/* What `parley concede` says, for people. */
ParleyDocument *parley_concede_to_document (const ParleyConcessions *self);

/* One row a step and term. */
ParleyTable *parley_concede_to_table (const ParleyConcessions *self);

/* parley-concede/1 (docs/output.md). */
ParleyJson *parley_concede_to_json (const ParleyConcessions *self, gboolean exact);

/* What a step changes, "Past aid: Return, no sum -> Credit in the preamble; …". Returns: (transfer
 * full). */
char *parley_words_moves (const ParleyConcessions *self, const ParleyConcession *step);

/* [ { "issue": …, "from": …, "to": … } ]. */
ParleyJson *parley_moves_to_json (const ParleyConcessions *self, const ParleyConcession *step);

/* "free", "ask" or "give", as docs/output.md has them. */
const char *parley_step_kind_to_string (ParleyStepKind kind);

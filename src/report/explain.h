/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/explain.h"
#include "report/document.h"
#include "report/json.h"

/* What `parley explain` says, for people. @all: every row of every table. */
ParleyDocument *parley_explain_to_document (const ParleyExplanation *self, gboolean all);

/* One row for each direction in which a number turns a verdict. */
ParleyTable *parley_explain_to_table (const ParleyExplanation *explanation);

/* parley-explain/1 (docs/output.md). */
ParleyJson *parley_explain_to_json (const ParleyExplanation *self, gboolean exact);

/* Parts of the document. */

/* Why a party gives its verdict. */
void parley_explain_add_party (ParleyDocument          *document,
                               const ParleyExplanation *explanation,
                               guint                    party);

/* Whether the verdict of a party hangs on a number within its range, in one entry. */
void parley_explain_add_doubt (ParleyDocument          *document,
                               const ParleyExplanation *explanation,
                               const ParleyReasons     *reasons);

/* The numbers that turn verdicts. */
void parley_explain_add_turners (ParleyDocument          *document,
                                 const ParleyExplanation *explanation,
                                 gboolean                 all);

/* What changing a single term would do. Of a draft that is accepted, what would lose a side. */
void parley_explain_add_clauses (ParleyDocument          *document,
                                 const ParleyExplanation *explanation,
                                 gboolean                 all);
void parley_explain_add_losses  (ParleyDocument *document, const ParleyExplanation *explanation);

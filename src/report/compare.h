/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/compare.h"
#include "report/document.h"
#include "report/json.h"

/* What `parley compare` says, for people. @all: every row of every table. */
ParleyDocument *parley_compare_to_document (const ParleyComparison *self, gboolean all);

/* One row for each redraft, issue and party. */
ParleyTable *parley_compare_to_table (const ParleyComparison *self);

/* parley-compare/1 (docs/output.md). */
ParleyJson *parley_compare_to_json (const ParleyComparison *self, gboolean exact);

/* Parts of the document. */

/* The terms in which the drafts differ, and the points that each of these moves. */
void parley_compare_add_terms (ParleyDocument         *document,
                               const ParleyComparison *comparison,
                               gboolean                all);

/* Where each draft stands among all deals. */
void parley_compare_add_places (ParleyDocument *document, const ParleyComparison *comparison);

/* "26 Feb, Framework", "26 Feb, Framework (as-stated)". Returns: (transfer full). */
char *parley_compare_name (const ParleyCompared *draft);

/* What a draft says of an issue of the first draft's scenario. Returns: (transfer full). */
char *parley_compare_term (const ParleyComparison *comparison, guint draft, guint issue);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/whatif.h"
#include "report/document.h"
#include "report/json.h"

/* What `parley whatif` says, for people. @all: also the drafts that stay as they are, and every
 * value that is changed. */
ParleyDocument *parley_what_if_to_document (const ParleyWhatIf *what_if, gboolean all);

/* One row a case, draft and party, and one a case, solution and party. */
ParleyTable *parley_what_if_to_table (const ParleyWhatIf *what_if);

/* parley-whatif/1 (docs/output.md). */
ParleyJson *parley_what_if_to_json (const ParleyWhatIf *what_if, gboolean exact);

/* Parts of the document. The overview has a line for each case and explains all marks
 * (whatif_overview.c). The drafts are those of a case that change, with @all every one, with
 * @explain what the marks mean (whatif_drafts.c). */
void parley_what_if_add_overview  (ParleyDocument *document, const ParleyWhatIf *what_if);
void parley_what_if_add_drafts    (ParleyDocument          *document,
                                const ParleyCaseOutcome *outcome,
                                gboolean all,
                                gboolean explain);
void parley_what_if_add_solutions (ParleyDocument *document, const ParleyCaseOutcome *outcome);

/* "12 Feb, US draft: no -> yes; …": the drafts whose verdict turns, the first few. Returns:
 * (transfer full) (nullable): NULL when none does. */
char *parley_what_if_turns (const ParleyCaseOutcome *outcome);

/* "Water Board is gone. " and so on: the parties that come or go, or whose verdict does
 * (whatif_parties.c). Returns: (transfer full) (nullable): NULL when there are none. */
char *parley_what_if_parties (const ParleyCaseOutcome *outcome);

/* How many deals there are, as far as is known: "881,102,288", "some", "none", "not known".
 * Returns: (transfer full). */
char *parley_what_if_deals (const ParleyAgreement *agreement);

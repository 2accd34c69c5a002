/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/amend.h"
#include "report/document.h"
#include "report/json.h"

/* What `parley amend` says, for people. */
ParleyDocument *parley_amend_to_document (const ParleyAmend *amend);

/* One row an amendment: those listed, then those of the costs. */
ParleyTable *parley_amend_to_table (const ParleyAmend *amend);

/* parley-amend/1 (docs/output.md). */
ParleyJson *parley_amend_to_json (const ParleyAmend *amend, gboolean exact);

/* Parts of the document; of other reports too. */

/* What has to change, in one or two sentences. Returns: (transfer full). */
char *parley_amend_answer (const ParleyAmend *amend);

/* The tables of amendments, and of the issues that they change (amend_ways.c). */
void parley_amend_add_costs (ParleyDocument *document, const ParleyAmend *amend);
void parley_amend_add_ways  (ParleyDocument *document, const ParleyAmend *amend);

/* What a payment would have to make good if nothing changed (amend_payment.c). */
void        parley_amend_add_payment     (ParleyDocument *document, const ParleyAmend *amend);
ParleyJson *parley_amend_payment_to_json (const ParleyAmend *amend, gboolean exact);

/* The demands that no deal meets together (conflict.c). */
void        parley_conflict_add     (ParleyDocument *document, const ParleyAmend *amend);
ParleyJson *parley_conflict_to_json (const ParleyAmend *amend);

/* Better deals, and why there are none (amend_improve.c). */
void parley_amend_add_improvements (ParleyDocument *document, const ParleyAmend *amend);

/* The columns of scores, and the cells of a row. @amendment: (nullable): NULL leaves them empty. */
void parley_amend_add_score_columns (ParleyTable *table, const ParleyAmend *amend);
void parley_amend_add_score_cells   (ParleyTable           *table,
                                   const ParleyAmend *amend,
                                   const ParleyAmendment *amendment);

/* "Past aid: No claim; Control of the fund: Equal; settled: New US aid: As US capital". Returns:
 * (transfer full). */
char *parley_amend_words_of_terms (const ParleyAmend *amend, const ParleyAmendment *amendment);

/* What goes below a table of all @amendments (element-type ParleyAmendment). */
void parley_amend_add_notes (ParleyTable *table, const GPtrArray *amendments);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/value.h"

/* How reports on the value of knowing more say things. Every char * is (transfer full). */

/* "30 Apr, Signed", or "no deal": a choice of the decision. */
char *parley_value_choice (const ParleyValueReport *report, guint choice);

/* "Ukraine: reservation", "12 Feb, US draft: Security assurance". */
char *parley_value_doubt (const ParleyValueReport *report, const ParleyDoubt *doubt);

/* The same within a sentence: "the reservation of Ukraine". */
char *parley_value_doubt_phrase (const ParleyValueReport *report, const ParleyDoubt *doubt);

/* What is believed of it: "50 (30-55)", "90 %". */
char *parley_value_belief (const ParleyLesson *lesson);

/* "up to 48.6: 30 Apr, Signed; above: 26 Feb, Framework", "if it holds: …". */
char *parley_value_then (const ParleyValueReport *report, const ParleyLesson *lesson);

/* The space of the draft that an open term is of. Returns: (transfer none). */
const ParleySpace *parley_value_space (const ParleyValueReport *report, const ParleyDoubt *doubt);

/* "parties.ukraine.reservation": where it is written; of a term "drafts.us-12feb.terms.security".
 */
char *parley_value_path (const ParleyValueReport *report, const ParleyDoubt *doubt);

/* "number", "red-line", "term", "no-deal" or "answer". Returns: (transfer none). */
const char *parley_value_kind (const ParleyDoubt *doubt);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/score.h"

/* How reports say terms and options (report/words.h). */

/* A number of a range or derived issue with its unit: "50 %". */
char *parley_words_number (const ParleyIssue *issue, mpq_srcptr number);

/* The option of an axis as people name it: its title, or its number with the unit. */
char *parley_words_option (const ParleySpace *space, guint axis, guint option);

/* An option as files have it: its id, or its number. */
char *parley_option_id (const ParleySpace *space, guint axis, guint option);

/* Whether it is a number at the end of its scale. */
gboolean parley_words_end_of_scale (const ParleySpace *space, guint axis, guint option);

/* What @terms (NULL: anything) allow: "none or statement", "50-100 %", "not known". */
char *parley_words_terms (const ParleyIssue *issue, const ParleyTerms *terms);

/* What a draft says of an issue; of a derived one, the numbers that its completions come to. */
char *parley_words_draft_term (const ParleyDraftScore *score, guint issue);

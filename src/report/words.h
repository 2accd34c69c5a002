/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/score.h"

/*
 * How reports say things: the same words for the same thing everywhere, in the language of
 * report/language.h (examples here are in English). Every char * is (transfer full).
 */

/* Points with one decimal: "82.9". */
char *parley_words_points (mpq_srcptr points);

/* For programs: enough digits to go on computing with, none that a double would not carry. */
char *parley_words_figure (mpq_srcptr number);

/* A score in steps of @utility, or a difference of two, in points. */
char *parley_words_score (const ParleyUtility *utility, ParleyScore score);

/* "82.9", "82.9-87.7", "-4.5..0.0". */
char *parley_words_span (mpq_srcptr low, mpq_srcptr high);

/* What points move by: "+6.3", "-0.2", "0.0", "-2.5..+1.0". */
char *parley_words_shift (mpq_srcptr low, mpq_srcptr high);

/* An input without needless digits: "45", "32.5". */
char *parley_words_input (mpq_srcptr number);

/* Two inputs as the ends of a range: "30-55", "-10..-2". */
char *parley_words_range (mpq_srcptr low, mpq_srcptr high);

/* " (believed 30-55)", "" when no range is stated. */
char *parley_words_belief (const ParleyNumber *number);

/* A share in percent with sensible digits: "15 %", "7.0 %", "under 0.1 %", "none". */
char *parley_words_share (mpz_srcptr part, mpz_srcptr whole);

/* "1,968,933,729"; of more than 21 digits the first four, cut off: "1.099 x 10^52". */
char *parley_words_count (mpz_srcptr count);

/* "12 Feb", with the year when it is not that of @as_of (nullable). "" for NULL. */
char *parley_words_day (const char *date, const char *as_of);

/* A number of a range or derived issue with its unit: "50 %". */
char *parley_words_number (const ParleyIssue *issue, mpq_srcptr number);

/* The option of an axis as people name it: its title, or its number with the unit. */
char *parley_words_option (const ParleySpace *space, guint axis, guint option);

/* Whether it is a number at the end of its scale. */
gboolean parley_words_end_of_scale (const ParleySpace *space, guint axis, guint option);

/* What @terms (NULL: anything) allow: "none or statement", "50-100 %", "not known". */
char *parley_words_terms (const ParleyIssue *issue, const ParleyTerms *terms);

/* What a draft says of an issue; of a derived one, the numbers that its completions come to. */
char *parley_words_draft_term (const ParleyDraftScore *score, guint issue);

/* "12 Feb, US draft", or the title alone when the draft has no date. */
char *parley_words_draft (const ParleyDraft *draft, const char *as_of);

/* What an event says of its party, or of all when all did the same: "signed". */
const char *parley_words_act (ParleyAct act);

/* A red line's or an adjustment's title, or its id when it has none. */
const char *parley_words_title (const char *title, const char *id);

/* How many parties decide, and what they are called together: "both sides", "all 3
 * sides", "the one side that decides". */
guint parley_words_n_deciding (const ParleyScenario *scenario);
char *parley_words_everyone   (const ParleyScenario *scenario);

/* "15 issues", "15 issues and 1 derived from them". */
char *parley_words_issues (const ParleyScenario *scenario);

/* "in every completion", "in some completions". */
const char *parley_words_applies (ParleyShare applies);

/* What --among takes: "all", "tabled" or the id of @party. */
const char *parley_words_among (const ParleyScenario *scenario, ParleyAmong among, guint party);

/* What a reader may rely on. */
const char *parley_words_exactness (gboolean rounded);

/* "1 deal", "3 deals": a count with the noun it counts, in English as it is here. */
char *parley_words_counted       (guint64 count, const char *singular, const char *plural);
char *parley_words_counted_deals (mpz_srcptr count, const char *singular, const char *plural);

/* "Ukraine and Poland": those of @parties. */
char *parley_words_parties (const ParleyScenario *scenario, const guint *parties, guint n);

/* Adds the @index-th of @n things to @list, which reads "a, b and c" in the end. */
void parley_words_join (GString *list, guint index, guint n, const char *item);

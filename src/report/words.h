/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/number_words.h"

/*
 * How reports say things: the same words for the same thing everywhere, in the language of
 * report/language.h (examples here are in English). Numbers are in report/number_words.h, terms in
 * report/term_words.h. Every char * is (transfer full).
 */

/* "12 Feb", with the year when it is not that of @as_of (nullable); a month or a
 * year alone as it is written. "" for NULL. */
char *parley_words_day (const char *date, const char *as_of);

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

/* "Ukraine and Poland": those of @parties. */
char *parley_words_parties (const ParleyScenario *scenario, const guint *parties, guint n);

/* Adds the @index-th of @n things to @list, which reads "a, b and c" in the end. */
void parley_words_join (GString *list, guint index, guint n, const char *item);

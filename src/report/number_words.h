/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/score.h"

/* How reports say numbers and counts (report/words.h). */

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

/* "1 deal", "3 deals": a count with the noun it counts, in English as it is here. */
char *parley_words_counted       (guint64 count, const char *singular, const char *plural);
char *parley_words_counted_deals (mpz_srcptr count, const char *singular, const char *plural);

/* "82.9", "-0.1" never being "-0.0". */
char *parley_words_double (double number, guint digits);

/* "64 %", "under 1 %": a chance. */
char *parley_words_chance (double chance);

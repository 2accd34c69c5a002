/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/robust_reasons.h"

/*
 * How likely something is, as a number and in words: those of Intelligence Community Directive 203,
 * "Analytic Standards" (Office of the Director of National Intelligence, 2015), whose bands end at
 * 5, 20, 45, 55, 80 and 95 %. A share that stands on an end belongs to the band nearer to the
 * middle. A word never stands without its number.
 */

/* "96 %", "0.4 %", "none", "all": of draws. Returns: (transfer full). */
char *parley_likelihood_share (ParleyFrequency frequency);

/* "very likely"; "in no draw" and "in every draw" where nothing else was seen. */
const char *parley_likelihood_word (ParleyFrequency frequency);

/* "0.4", in points of a percent; NULL for none. Returns: (transfer full) (nullable). */
char *parley_likelihood_error (ParleyFrequency frequency);

/* What readers must know about the words. */
const char *parley_likelihood_rule (void);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* The candidate that @word was probably meant to be: the nearest by edits
 * (insert, delete, replace, swap neighbours; letter case, "-" and "_" count
 * little), NULL when none is near enough or two are equally near and far.
 * @candidates is NULL-terminated. Returns: (transfer none) (nullable). */
const char *parley_suggest (const char *word, const char *const *candidates);

/* The same to go behind the refusal of @word: "; did you mean \"deals\"?", or "" when there is
 * nothing to suggest. Returns: (transfer full). */
char *parley_suggest_phrase (const char *word, const char *const *candidates);

/* The same among the ids of @things, structures whose first member is their id. */
char *parley_suggest_among (const char *word, const GPtrArray *things);

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

/* The id of the one of @things that has @word for its title, letter case aside; @word when none
 * has. @things: structures whose first two members are their id and their title (nullable).
 * Returns: (transfer none). */
const char *parley_suggest_titled (const char *word, const GPtrArray *things);

/* The same as the phrase among the ids of such @things, one of which may be named by its title. */
char *parley_suggest_among (const char *word, const GPtrArray *things);

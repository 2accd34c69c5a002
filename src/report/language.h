/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/*
 * The language that reports are written in. Reports name each fixed text in English, as
 * _("Bottom line"); what a scenario says stays in the language of the scenario. The translations
 * lie in po/ and are built into the library, which looks neither at the environment nor at the
 * locale.
 *
 * Each thread has a language of its own, English at first. A document is to be rendered in the
 * language that it was built in, since numbers are lined up by the marks of that language.
 */

#define _(text) parley_translate (text)

/* The same of a word that is short of meaning: C_("share of deals", "none"). */
#define C_(context, text) parley_translate_context (context "\004" text, text)

/* These only mark what is translated where it is used: a text of a table of constants, and the two
 * forms of a noun, parley_words_counted (n, NP_ ("deal", "deals")). */
#define N_(text)        text
#define NP_(one, many) one, many

/* Makes @name, such as "uk", the language of this thread. Returns: FALSE, with the language
 * unchanged and @error set to PARLEY_ERROR_INPUT, when it is not among the names below. */
gboolean parley_language_use (const char *name, GError **error);

/* What this thread uses. */
const char *parley_language_get (void);

/* All of them, ended by NULL. */
const char *const *parley_language_names (void);

/* What stands before the decimals of a number, and between its thousands. */
const char *parley_language_decimal_mark   (void);
const char *parley_language_thousands_mark (void);

/* @text in the language of this thread, or @text itself where that has no words for it.
 * Returns: (transfer none): valid as long as @text. */
const char *parley_translate (const char *text) G_GNUC_FORMAT (1);

/* The same of a text that depends on a number. */
const char *parley_translate_count (const char *one, const char *many, guint64 n) G_GNUC_FORMAT (1)
    G_GNUC_FORMAT (2);

/* For C_ (): @key is @text behind its context. */
const char *parley_translate_context (const char *key, const char *text) G_GNUC_FORMAT (2);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/*
 * The language that reports are written in. Reports name each fixed text in English, as
 * _("Bottom line"); what a scenario says stays in the language of the scenario.
 */

#define _(text) parley_translate (text)

/* Marks a text of a table of constants, which is translated where it is used. */
#define N_(text) text

/* @text in the language of this thread, or @text itself where that has no words for it.
 * Returns: (transfer none): valid for ever. */
const char *parley_translate (const char *text) G_GNUC_FORMAT (1);

/* The same of a text that depends on a number. */
const char *parley_translate_count (const char *one, const char *many, guint64 n) G_GNUC_FORMAT (1)
    G_GNUC_FORMAT (2);

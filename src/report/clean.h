/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Takes @text (may be NULL) and makes it safe to print in one line: valid UTF-8; line breaks
 * and tabs become spaces; control characters, which could drive a terminal, marks that reverse the
 * direction of writing, and what is no character, which would break files, become U+FFFD; spaces
 * at the ends go.
 * Returns: (transfer full): NULL if and only if @text is NULL. */
char *parley_clean_take (char *text);

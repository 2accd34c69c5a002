/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Of @text, valid UTF-8, which it takes, so many bytes at most of its start and of its end with "…"
 * between them, where it is longer than both; no character is cut. Returns: (transfer full). */
char *parley_shorten_take (char *text, gsize start, gsize end);

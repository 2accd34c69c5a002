/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* The value of a JSON string whose escapes were checked: what stands from @start
 * to before @end, between its quotes. What is no character becomes U+FFFD.
 * Returns: (transfer full): UTF-8. */
char *parley_unescape (const char *start, const char *end);

/* The four hexadecimal digits at @digits. */
gunichar parley_unescape_hex (const char *digits);

/* UTF-16 writes a character beyond U+FFFF as a high and a low surrogate. */
static inline gboolean
parley_is_high_surrogate (gunichar code)
{
  return code >= 0xd800 && code < 0xdc00;
}

static inline gboolean
parley_is_low_surrogate (gunichar code)
{
  return code >= 0xdc00 && code < 0xe000;
}

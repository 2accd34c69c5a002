/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/clean.h"

#define REPLACEMENT 0xfffd

/* Embeddings, overrides and isolates: what follows them is shown in another order than it is
 * written, so that a title could pose as something else. */
static gboolean
reverses_text (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
breaks_line (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* Numbers that Unicode gives to no character, ever: XML has none of the last two of its first
 * plane, and PDF none at all. */
static gboolean
is_no_character (gunichar c)
{
  return (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
}

static gunichar
clean_character (gunichar c)
{
  if (breaks_line (c))
    return ' ';
  return g_unichar_iscntrl (c) || reverses_text (c) || is_no_character (c) ? REPLACEMENT : c;
}

/* Nothing but what ASCII shows, as most texts of long tables: there is nothing to clean. */
static gboolean
is_plain (const char *text)
{
  while (*text >= ' ' && *text <= '~')
    text++;
  return *text == '\0';
}

char *
parley_clean_take (char *text)
{
  g_autofree char *owned = text;
  g_autofree char *valid = NULL;
  GString *clean = NULL;

  if (text == NULL)
    return NULL;
  if (is_plain (text))
    return g_strstrip (g_steal_pointer (&owned));
  valid = g_utf8_make_valid (text, -1);
  clean = g_string_new (NULL);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (clean, clean_character (g_utf8_get_char (p)));
  return g_strstrip (g_string_free (clean, FALSE));
}

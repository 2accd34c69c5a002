/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/shorten.h"

#include <string.h>

static gboolean
is_inside_character (const char *text, gsize at)
{
  return ((guchar) text[at] & 0xc0) == 0x80;
}

char *
parley_shorten_take (char *text, gsize start, gsize end)
{
  gsize length = strlen (text);
  gsize from = length - MIN (length, end);
  g_autofree char *whole = text;

  if (length <= start + end)
    return g_steal_pointer (&whole);
  while (start > 0 && is_inside_character (text, start))
    start--;
  while (is_inside_character (text, from))
    from++;
  return g_strdup_printf ("%.*s…%s", (int) start, text, text + from);
}

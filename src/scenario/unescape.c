/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/unescape.h"

#include <string.h>

gunichar
parley_unescape_hex (const char *digits)
{
  gunichar code = 0;

  for (gsize i = 0; i < 4; i++)
    code = code << 4 | (gunichar) g_ascii_xdigit_value (digits[i]);
  return code;
}

/* Appends the character whose escape starts with the "u" at @cursor.
 * Returns: where the escape ends. */
static const char *
append_unicode (GString *value, const char *cursor, const char *end)
{
  gunichar code = parley_unescape_hex (cursor + 1);

  cursor += 5;
  if (parley_is_high_surrogate (code) && end - cursor >= 6 && cursor[0] == '\\' && cursor[1] == 'u')
    {
      code = 0x10000 + ((code - 0xd800) << 10) + (parley_unescape_hex (cursor + 2) - 0xdc00);
      cursor += 6;
    }
  g_string_append_unichar (value, code != 0 && g_unichar_validate (code) ? code : 0xfffd);
  return cursor;
}

char *
parley_unescape (const char *start, const char *end)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char characters[] = "\"\\/\b\f\n\r\t";
  GString *value = g_string_new (NULL);

  for (const char *cursor = start; cursor < end;)
    {
      if (*cursor != '\\')
        {
          g_string_append_c (value, *cursor++);
          continue;
        }
      cursor++;
      if (*cursor == 'u')
        cursor = append_unicode (value, cursor, end);
      else
        g_string_append_c (value, characters[strchr (letters, *cursor++) - letters]);
    }
  return g_string_free (value, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "scenario/scan.h"
#include "scenario/scan_state.h"
#include "scenario/unescape.h"

/* At a byte below U+0020, which may be the end of the text. */
static gboolean
refuse_control (ParleyScan *self, gsize start)
{
  char byte = self->data[self->at];

  if (parley_scan_at_end (self) || byte == '\n' || byte == '\r')
    return parley_scan_refuse (self, start, "a string is not closed on the line where it begins",
                               "\" (a line break inside a string is written \\n)");
  if (byte == '\t')
    return parley_scan_refuse (self, self->at, "a string holds a tab", "\\t");
  return parley_scan_refuse (self, self->at, "a string holds a control character",
                             "an escape such as \\u0007");
}

static gboolean
is_unicode_escape (const char *escape)
{
  if (escape[0] != '\\' || escape[1] != 'u')
    return FALSE;
  for (gsize i = 2; i < 6; i++)
    if (!g_ascii_isxdigit (escape[i]))
      return FALSE;
  return TRUE;
}

/* How many bytes a pair of escapes for one character has, or 0. */
static gsize
pair_length (const char *escape)
{
  gboolean is_pair = parley_is_high_surrogate (parley_unescape_hex (escape + 2))
                     && is_unicode_escape (escape + 6)
                     && parley_is_low_surrogate (parley_unescape_hex (escape + 8));

  return is_pair ? 12 : 0;
}

static gboolean
scan_unicode_escape (ParleyScan *self)
{
  const char *escape = self->data + self->at;
  gunichar code;

  if (!is_unicode_escape (escape))
    return parley_scan_refuse (self, self->at, "an escape is not complete",
                               "four hexadecimal digits behind \\u");
  if (pair_length (escape) > 0)
    {
      self->at += pair_length (escape);
      return TRUE;
    }

  code = parley_unescape_hex (escape + 2);
  if (code == 0)
    parley_scan_note (self, PARLEY_PROBLEM_CHARACTER, self->at, "a string holds \\u0000");
  else if (parley_is_high_surrogate (code) || parley_is_low_surrogate (code))
    parley_scan_note (self, PARLEY_PROBLEM_CHARACTER, self->at,
                      "\\u%.4s is half of a surrogate pair without its other half", escape + 2);
  self->at += 6;
  return TRUE;
}

#define AN_ESCAPE "\\\", \\\\, \\/, \\b, \\f, \\n, \\r, \\t or \\u with four digits"

static gboolean
scan_escape (ParleyScan *self)
{
  char letter = self->data[self->at + 1];

  if (letter == 'u')
    return scan_unicode_escape (self);
  if (letter == '\0' || strchr ("\"\\/bfnrt", letter) == NULL)
    {
      gsize start = self->at++;

      return parley_scan_refuse (self, start, "a backslash begins no escape", AN_ESCAPE);
    }
  self->at += 2;
  return TRUE;
}

static void
note_length (ParleyScan *self, gsize start)
{
  ParleyProblem *problem;

  if (self->at - start <= PARLEY_SCAN_MAX_STRING)
    return;
  problem = parley_scan_note (self, PARLEY_PROBLEM_TEXT_TOO_LONG, start, "a string is too long");
  problem->found = g_strdup_printf ("%" G_GSIZE_FORMAT " bytes", self->at - start);
  problem->expected = g_strdup_printf ("at most %d", PARLEY_SCAN_MAX_STRING);
}

gboolean
parley_scan_string (ParleyScan *self)
{
  gsize start = self->at++;

  for (;;)
    {
      guchar byte = (guchar) self->data[self->at];

      if (byte < 0x20)
        return refuse_control (self, start);
      if (byte == '\\')
        {
          if (!scan_escape (self))
            return FALSE;
          continue;
        }
      self->at++;
      if (byte == '"')
        {
          note_length (self, start);
          return TRUE;
        }
    }
}

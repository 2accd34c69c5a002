/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/suggest.h"
#include "scenario/scan_state.h"

/* Of a word in a message, in bytes. */
#define MAX_FOUND 24

gboolean
parley_scan_at_end (const ParleyScan *self)
{
  return self->at >= self->text->length;
}

gsize
parley_scan_word_length (const ParleyScan *self, gsize at)
{
  gsize n = 0;

  while (g_ascii_isalnum (self->data[at + n])
         || (self->data[at + n] != '\0' && strchr ("_.+-", self->data[at + n]) != NULL))
    n++;
  return n;
}

/* A character for a message; by its number when it cannot be seen. */
static char *
describe_character (gunichar character)
{
  char utf8[6];
  gint n = g_unichar_to_utf8 (character, utf8);

  if (!g_unichar_isgraph (character) && character != ' ')
    return g_strdup_printf ("U+%04X", character);
  return g_strdup_printf ("'%.*s'", n, utf8);
}

/* What stands at @self->at. Returns: (transfer full). */
static char *
describe_found (const ParleyScan *self)
{
  const char *found = self->data + self->at;
  gsize n = parley_scan_word_length (self, self->at);

  if (parley_scan_at_end (self))
    return g_strdup ("the end of the file");
  if (*found == '\n' || *found == '\r')
    return g_strdup ("the end of the line");
  if (n > MAX_FOUND)
    return g_strdup_printf ("'%.*s…'", MAX_FOUND, found);
  if (n > 0)
    return g_strdup_printf ("'%.*s'", (int) n, found);
  return describe_character (g_utf8_get_char (found));
}

ParleyProblem *
parley_scan_note (ParleyScan *self, ParleyProblemCode code, gsize offset, const char *message, ...)
{
  g_autofree char *pointer = NULL;
  ParleyProblem *problem;
  va_list arguments;

  pointer = self->places->len > 0 ? parley_places_pointer (self->places, self->data, self->open)
                                  : g_strdup ("");
  va_start (arguments, message);
  problem = parley_problems_add_va (self->problems, code, self->text, offset, pointer, message,
                                    arguments);
  va_end (arguments);
  self->n_problems++;
  return problem;
}

gboolean
parley_scan_refuse (ParleyScan *self, gsize offset, const char *message, const char *expected)
{
  ParleyProblem *problem = parley_scan_note (self, PARLEY_PROBLEM_SYNTAX, offset, "%s", message);

  problem->found = describe_found (self);
  problem->expected = g_strdup (expected);
  return FALSE;
}

/* At the end of the text. */
static gboolean
refuse_end (ParleyScan *self, const char *message, const char *expected)
{
  const ParleyPlace *place = &g_array_index (self->places, ParleyPlace, self->open);
  g_autofree char *unclosed = NULL;
  guint line;
  guint column;

  if (self->depth == 0)
    return parley_scan_refuse (self, self->at, message, expected);

  /* The value that is being read may be one that has not begun. */
  if (place->offset >= self->at)
    place = &g_array_index (self->places, ParleyPlace, place->parent);
  parley_text_locate (self->text, place->offset, &line, &column);
  unclosed = g_strdup_printf ("the %s that begins in line %u is not closed",
                              self->data[place->offset] == '{' ? "object" : "list", line);
  return parley_scan_refuse (self, self->at, unclosed, expected);
}

static gboolean
is_comment (const char *found)
{
  return *found == '#' || g_str_has_prefix (found, "//") || g_str_has_prefix (found, "/*");
}

/* Word processors put these in place of quotation marks. */
static gboolean
is_foreign_quote (const char *found)
{
  gunichar character = g_utf8_get_char (found);

  return character == '\'' || character == '`' || (character >= 0x2018 && character <= 0x201f)
         || character == 0xab || character == 0xbb;
}

static gboolean
is_not_finite (const ParleyScan *self)
{
  static const char *const words[] = { "nan", "inf", "infinity" };
  const char *found = self->data + self->at;
  gsize n = parley_scan_word_length (self, self->at);
  gsize sign = *found == '-' || *found == '+';

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (n == sign + strlen (words[i])
        && g_ascii_strncasecmp (found + sign, words[i], n - sign) == 0)
      return TRUE;
  return FALSE;
}

gboolean
parley_scan_refuse_here (ParleyScan *self, const char *message, const char *expected)
{
  const char *found = self->data + self->at;

  if (parley_scan_at_end (self))
    return refuse_end (self, message, expected);
  if (is_comment (found))
    message = "JSON has no comments";
  else if (is_foreign_quote (found))
    message = "strings and keys stand in straight double quotes";
  else if (is_not_finite (self))
    message = "JSON has no NaN and no infinities";
  return parley_scan_refuse (self, self->at, message, expected);
}

void
parley_scan_suggest (ParleyScan *self, const char *word)
{
  static const char *const words[] = { "true", "false", "null", NULL };
  GPtrArray *items = self->problems->items;
  ParleyProblem *problem = g_ptr_array_index (items, items->len - 1);

  problem->suggestion = g_strdup (parley_suggest (word, words));
}

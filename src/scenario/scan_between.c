/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "scenario/scan_state.h"

/* Whether a number ends before @self->at, on the same line. */
static gboolean
is_behind_number (const ParleyScan *self)
{
  gsize at = self->at;

  while (at > 0 && strchr (" \t", self->data[at - 1]) != NULL)
    at--;
  return at > 0 && g_ascii_isdigit (self->data[at - 1]);
}

/* 0,5 where 0.5 is meant, or 20,000 where 20000 is. */
static gboolean
is_comma_in_number (const ParleyScan *self)
{
  const char *found = self->data + self->at;

  return g_ascii_isdigit (found[0]) && self->at >= 2 && found[-1] == ','
         && g_ascii_isdigit (found[-2]);
}

/* What opens another value, since a bracket has been forgotten. */
static gboolean
refuse_unclosed (ParleyScan *self)
{
  const ParleyPlace *place = &g_array_index (self->places, ParleyPlace, self->open);
  g_autofree char *message = NULL;
  guint line;
  guint column;

  parley_text_locate (self->text, place->offset, &line, &column);
  message = g_strdup_printf (
      "a key is missing, or a } that closes the object begun in line %u or one in it", line);
  return parley_scan_refuse_here (self, message, "a key in double quotes");
}

gboolean
parley_scan_refuse_key (ParleyScan *self)
{
  char found = self->data[self->at];
  const char *message = "a key is missing";

  if (found == '{' || found == '[')
    return refuse_unclosed (self);
  if (is_comma_in_number (self))
    message = "a number has a point before its decimals, and no comma";
  else if (parley_scan_word_length (self, self->at) > 0)
    message = "keys stand in double quotes";
  return parley_scan_refuse_here (self, message, "a key in double quotes");
}

/* Whether @self->at begins true, false or null. */
static gboolean
is_value_word (const ParleyScan *self)
{
  static const char *const words[] = { "true", "false", "null" };
  gsize n = parley_scan_word_length (self, self->at);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (n == strlen (words[i]) && strncmp (self->data + self->at, words[i], n) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
begins_value (char found)
{
  return g_ascii_isalnum (found) || found == '"' || found == '{' || found == '[' || found == '-';
}

/* Why @self->at is not the end of a value that was read as one. */
static const char *
explain_separator (const ParleyScan *self, char close)
{
  char found = self->data[self->at];

  if (found == '}' || found == ']')
    return "a bracket does not match the one that it closes";
  if (found == ':' && close == ']')
    return "a list has no keys: a ] or a { is missing, or a } too many stands before this";
  if (found == '/' && is_behind_number (self))
    return "a fraction stands in double quotes";
  if ((found == '%' || (g_ascii_isalpha (found) && !is_value_word (self)))
      && is_behind_number (self))
    return "a number has no unit beside it";
  if (self->data[self->at - 1] == '"' && g_ascii_isalnum (found))
    return "a comma is missing, or a quote that closes a string before this, or a quote in it lacks "
           "its \\";
  if (begins_value (found))
    return "a comma is missing before this";
  return "this does not belong here";
}

gboolean
parley_scan_refuse_separator (ParleyScan *self, char close)
{
  g_autofree char *expected = g_strdup_printf (", or %c", close);

  return parley_scan_refuse_here (self, explain_separator (self, close), expected);
}

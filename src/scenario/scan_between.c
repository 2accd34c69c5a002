/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "scenario/scan_state.h"

/* The last character before @self->at that is no space; 0 when there is none. */
static char
character_before (const ParleyScan *self)
{
  gsize at = self->at;

  while (at > 0 && strchr (" \t\n\r", self->data[at - 1]) != NULL)
    at--;
  return at > 0 ? self->data[at - 1] : '\0';
}

/* 0,5 where 0.5 is meant. */
static gboolean
is_decimal_comma (const ParleyScan *self)
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
  if (is_decimal_comma (self))
    message = "a number has a point before its decimals, not a comma";
  else if (parley_scan_word_length (self, self->at) > 0)
    message = "keys stand in double quotes";
  return parley_scan_refuse_here (self, message, "a key in double quotes");
}

/* Why @self->at is not the end of a value that was read as one. */
static const char *
explain_separator (const ParleyScan *self, char close)
{
  char found = self->data[self->at];
  char before = character_before (self);

  if (found == '}' || found == ']')
    return "a bracket does not match the one that it closes";
  if (found == ':' && close == ']')
    return "a list has no keys: a { is missing, or a } too many stands before this";
  if (found == '/' && g_ascii_isdigit (before))
    return "a fraction stands in double quotes";
  if (g_ascii_isdigit (before) && (found == '%' || g_ascii_isalpha (found)))
    return "a number has no unit beside it";
  if (self->data[self->at - 1] == '"' && g_ascii_isalnum (found))
    return "a comma is missing, or a quote that closes a string before this";
  if (strchr ("\"{[-", found) != NULL || g_ascii_isalnum (found))
    return "a comma is missing before this";
  return "this does not belong here";
}

gboolean
parley_scan_refuse_separator (ParleyScan *self, char close)
{
  g_autofree char *expected = g_strdup_printf (", or %c", close);

  return parley_scan_refuse_here (self, explain_separator (self, close), expected);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "scenario/import_part.h"

/* Appends the digits from @cursor on, without leading zeros; "0" when there are none. */
static gboolean
append_whole (GString *json, const char **cursor)
{
  const char *start = *cursor;

  while (g_ascii_isdigit (**cursor))
    (*cursor)++;
  for (; start + 1 < *cursor && *start == '0'; start++)
    ;
  if (start == *cursor)
    g_string_append_c (json, '0');
  g_string_append_len (json, start, *cursor - start);
  return start < *cursor;
}

/* Java lets either side of the point be empty, JSON neither. */
static gboolean
append_fraction (GString *json, const char **cursor)
{
  const char *start = ++*cursor;

  while (g_ascii_isdigit (**cursor))
    (*cursor)++;
  if (start == *cursor)
    return FALSE;
  g_string_append_c (json, '.');
  g_string_append_len (json, start, *cursor - start);
  return TRUE;
}

gboolean
parley_import_decimal (const char *text, mpq_ptr number)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  g_autoptr(GString) json = g_string_new (NULL);
  const char *cursor = trimmed;
  gboolean has_digits = FALSE;

  if (*cursor == '-')
    g_string_append_c (json, '-');
  if (*cursor == '-' || *cursor == '+')
    cursor++;
  has_digits = append_whole (json, &cursor);
  if (*cursor == '.')
    has_digits |= append_fraction (json, &cursor);
  if (!has_digits || strchr (cursor, '/') != NULL)
    return FALSE;
  g_string_append (json, cursor);
  return parley_exact_parse (json->str, number);
}

void
parley_import_to_points (mpq_ptr utility)
{
  mpz_mul_ui (mpq_numref (utility), mpq_numref (utility), 100);
  mpq_canonicalize (utility);
}

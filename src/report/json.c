/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/json.h"

#include <string.h>

#include "base/exact.h"

ParleyJson *
parley_json_double (double number)
{
  g_autofree char *text = parley_double_to_text (number);

  return json_object_new_double_s (number, text);
}

ParleyJson *
parley_json_exact (mpq_srcptr number)
{
  return parley_json_double (parley_exact_to_double (number));
}

ParleyJson *
parley_json_fraction (mpq_srcptr number)
{
  g_autofree char *text = parley_exact_to_fraction (number);

  return json_object_new_string (text);
}

ParleyJson *
parley_json_count (mpz_srcptr count)
{
  g_autofree char *text = parley_count_to_text (count);

  return json_object_new_string (text);
}

ParleyJson *
parley_json_size (guint64 size)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, size);

  return json_object_new_string (text);
}

ParleyJson *
parley_json_string (const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

  return valid != NULL ? json_object_new_string (valid) : NULL;
}

/* json-c's own indented form differs between its versions, hence the writer below. */
static void append_value (GString *out, ParleyJson *value, guint depth);

static void
append_line_break (GString *out, guint depth)
{
  g_string_append_printf (out, "\n%*s", (int) (2 * depth), "");
}

/* Numbers, strings, booleans and null. json-c leaves control characters beyond ASCII's first
 * ones as they are, and terminals obey some of those. */
static void
append_scalar (GString *out, ParleyJson *value)
{
  const char *text = json_object_to_json_string_ext (value, JSON_C_TO_STRING_NOSLASHESCAPE);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iscntrl (c))
        g_string_append_printf (out, "\\u%04x", c);
      else
        g_string_append_unichar (out, c);
    }
}

static void
append_key (GString *out, const char *key)
{
  g_autoptr(ParleyJson) string = json_object_new_string (key);

  append_scalar (out, string);
  g_string_append (out, ": ");
}

static void
append_array (GString *out, ParleyJson *array, guint depth)
{
  gsize length = json_object_array_length (array);

  g_string_append_c (out, '[');
  for (gsize i = 0; i < length; i++)
    {
      g_string_append (out, i > 0 ? "," : "");
      append_line_break (out, depth + 1);
      append_value (out, json_object_array_get_idx (array, i), depth + 1);
    }
  if (length > 0)
    append_line_break (out, depth);
  g_string_append_c (out, ']');
}

static void
append_object (GString *out, ParleyJson *object, guint depth)
{
  struct json_object_iterator member = json_object_iter_begin (object);
  struct json_object_iterator end = json_object_iter_end (object);
  const char *separator = "";

  g_string_append_c (out, '{');
  for (; !json_object_iter_equal (&member, &end); json_object_iter_next (&member))
    {
      g_string_append (out, separator);
      separator = ",";
      append_line_break (out, depth + 1);
      append_key (out, json_object_iter_peek_name (&member));
      append_value (out, json_object_iter_peek_value (&member), depth + 1);
    }
  if (json_object_object_length (object) > 0)
    append_line_break (out, depth);
  g_string_append_c (out, '}');
}

static void
append_value (GString *out, ParleyJson *value, guint depth)
{
  switch (json_object_get_type (value))
    {
    case json_type_object:
      append_object (out, value, depth);
      break;
    case json_type_array:
      append_array (out, value, depth);
      break;
    default:
      append_scalar (out, value);
      break;
    }
}

char *
parley_json_to_text (ParleyJson *value)
{
  GString *out = g_string_new (NULL);

  append_value (out, value, 0);
  g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}

/* Lines */

/* All of @value in one line, spaced as people write it. */
static void
append_in_line (GString *out, ParleyJson *value)
{
  const char *separator = " ";

  if (json_object_is_type (value, json_type_array))
    {
      g_string_append_c (out, '[');
      for (gsize i = 0; i < json_object_array_length (value); i++)
        {
          g_string_append (out, i > 0 ? ", " : "");
          append_in_line (out, json_object_array_get_idx (value, i));
        }
      g_string_append_c (out, ']');
      return;
    }
  if (!json_object_is_type (value, json_type_object))
    {
      append_scalar (out, value);
      return;
    }
  g_string_append_c (out, '{');
  json_object_object_foreach (value, key, member)
  {
    g_string_append (out, separator);
    separator = ", ";
    append_key (out, key);
    append_in_line (out, member);
  }
  g_string_append (out, json_object_object_length (value) > 0 ? " }" : "}");
}

/* Columns, of which the last line of @out and @value in one line would take up. */
static gboolean
fits (const GString *out, ParleyJson *value, guint width)
{
  g_autoptr(GString) line = g_string_new (NULL);
  const char *start = strrchr (out->str, '\n');

  append_in_line (line, value);
  return g_utf8_strlen (start != NULL ? start + 1 : out->str, -1)
             + g_utf8_strlen (line->str, (gssize) line->len)
         < width;
}

static void append_lines (GString *out, ParleyJson *value, guint depth, guint width);

static void
append_array_lines (GString *out, ParleyJson *array, guint depth, guint width)
{
  g_string_append_c (out, '[');
  for (gsize i = 0; i < json_object_array_length (array); i++)
    {
      g_string_append (out, i > 0 ? "," : "");
      append_line_break (out, depth + 1);
      append_lines (out, json_object_array_get_idx (array, i), depth + 1, width);
    }
  append_line_break (out, depth);
  g_string_append_c (out, ']');
}

static void
append_object_lines (GString *out, ParleyJson *object, guint depth, guint width)
{
  const char *separator = "";

  g_string_append_c (out, '{');
  json_object_object_foreach (object, key, member)
  {
    g_string_append (out, separator);
    separator = ",";
    append_line_break (out, depth + 1);
    append_key (out, key);
    append_lines (out, member, depth + 1, width);
  }
  append_line_break (out, depth);
  g_string_append_c (out, '}');
}

/* A document of some size would never fit, so it is not tried in one line. */
static void
append_lines (GString *out, ParleyJson *value, guint depth, guint width)
{
  if (depth > 0 && fits (out, value, width))
    append_in_line (out, value);
  else if (json_object_is_type (value, json_type_array))
    append_array_lines (out, value, depth, width);
  else if (json_object_is_type (value, json_type_object))
    append_object_lines (out, value, depth, width);
  else
    append_scalar (out, value);
}

char *
parley_json_to_lines (ParleyJson *value, guint width)
{
  GString *out = g_string_new (NULL);

  append_lines (out, value, 0, width);
  g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}

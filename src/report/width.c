/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/width.h"

#include <string.h>

/* The first byte of U+0300, where combining marks begin: every character before takes one
 * cell. To ask GLib about each is most of the time that a long table takes. */
#define FIRST_MARK 0xCC

static gboolean
is_mark (const char *p)
{
  return (guchar) *p >= FIRST_MARK && g_unichar_iszerowidth (g_utf8_get_char (p));
}

static gboolean
is_wide (const char *p)
{
  return (guchar) *p >= FIRST_MARK && g_unichar_iswide (g_utf8_get_char (p));
}

static guint
character_width (const char *p)
{
  if (is_mark (p))
    return 0;
  return is_wide (p) ? 2 : 1;
}

guint
parley_width (const char *text, gssize length)
{
  const char *end = length < 0 ? text + strlen (text) : text + length;
  guint width = 0;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    width += character_width (p);
  return width;
}

/* Behind the character at @p and the marks that stand on it. */
static const char *
skip_cluster (const char *p)
{
  do
    p = g_utf8_next_char (p);
  while (*p != '\0' && is_mark (p));
  return p;
}

/* Behind the part at @p that a line cannot break: a word, or one wide character. */
static const char *
skip_part (const char *p)
{
  if (is_wide (p))
    return skip_cluster (p);
  do
    p = skip_cluster (p);
  while (*p != '\0' && *p != ' ' && !is_wide (p));
  return p;
}

GPtrArray *
parley_width_wrap (const char *text, guint width)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  const char *line = text;
  const char *line_end = text;

  for (const char *p = text; *p != '\0';)
    {
      const char *part = p + strspn (p, " ");
      const char *part_end = *part != '\0' ? skip_part (part) : part;

      if (line_end > line && parley_width (line, part_end - line) > width)
        {
          g_ptr_array_add (lines, g_strndup (line, (gsize) (line_end - line)));
          line = part;
        }
      line_end = p = part_end;
    }
  g_ptr_array_add (lines, g_strndup (line, (gsize) (line_end - line)));
  return lines;
}

guint
parley_width_longest_word (const char *text)
{
  guint longest = 0;

  for (const char *p = text + strspn (text, " "); *p != '\0'; p += strspn (p, " "))
    {
      const char *end = skip_part (p);

      longest = MAX (longest, parley_width (p, end - p));
      p = end;
    }
  return longest;
}

void
parley_width_append_spaces (GString *out, guint count)
{
  gsize at = out->len;

  g_string_set_size (out, at + count);
  memset (out->str + at, ' ', count);
}

void
parley_width_append_left (GString *out, const char *text, guint width)
{
  guint taken = parley_width (text, -1);

  g_string_append (out, text);
  if (taken < width)
    parley_width_append_spaces (out, width - taken);
}

void
parley_width_append_right (GString *out, const char *text, guint width)
{
  guint taken = parley_width (text, -1);

  if (taken < width)
    parley_width_append_spaces (out, width - taken);
  g_string_append (out, text);
}

void
parley_width_end_line (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

void
parley_width_append_lines (GString *out, const char *prefix, const char *text, guint width)
{
  guint indent = parley_width (prefix, -1);
  g_autoptr (GPtrArray) lines = parley_width_wrap (text, width > indent ? width - indent : 1);

  for (guint i = 0; i < lines->len; i++)
    {
      parley_width_append_left (out, i == 0 ? prefix : "", indent);
      g_string_append (out, g_ptr_array_index (lines, i));
      parley_width_end_line (out);
    }
}

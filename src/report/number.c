/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/number.h"

#include <string.h>

#include "report/width.h"

#define DIGITS "0123456789"

/* What a number or a range consists of. The high end is the only one of a single number;
 * its behind includes the rest of the text. */
typedef enum
{
  PART_LOW_WHOLE,
  PART_LOW_BEHIND,
  PART_SEPARATOR,
  PART_HIGH_WHOLE,
  PART_HIGH_BEHIND,
  N_PARTS
} Part;

/* Part i reaches from ends[i] to ends[i + 1]. */
typedef struct
{
  const char *ends[N_PARTS + 1];
} Parts;

gsize
parley_number_scan (const char *text, gsize *whole)
{
  gsize sign = *text == '+' || *text == '-' ? 1 : 0;
  gsize length = sign + strspn (text + sign, DIGITS ",");

  if (!g_ascii_isdigit (text[sign]))
    return 0;
  *whole = length;
  if (text[length] == '.' && g_ascii_isdigit (text[length + 1]))
    length += 1 + strspn (text + length + 1, DIGITS);
  return length;
}

static gsize
scan_separator (const char *text)
{
  static const char *const separators[] = { "..", " to ", "-", "–" };

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (g_str_has_prefix (text, separators[i]))
      return strlen (separators[i]);
  return 0;
}

/* Returns: FALSE when @text does not start with a number. */
static gboolean
split (const char *text, Parts *parts)
{
  gsize low_whole = 0;
  gsize high_whole = 0;
  gsize length = parley_number_scan (text, &low_whole);
  const char *separator = text + length;
  gsize gap = scan_separator (separator);
  const char *high = separator + gap;
  const char *end = text + strlen (text);

  if (length == 0)
    return FALSE;
  if (gap > 0 && parley_number_scan (high, &high_whole) > 0)
    *parts = (Parts){ { text, text + low_whole, separator, high, high + high_whole, end } };
  else
    *parts = (Parts){ { text, text, text, text, text + low_whole, end } };
  return TRUE;
}

static void
widen (guint *widths, const char *cell)
{
  Parts parts;

  if (!split (cell, &parts))
    return;
  for (guint i = 0; i < N_PARTS; i++)
    widths[i] = MAX (widths[i], parley_width (parts.ends[i], parts.ends[i + 1] - parts.ends[i]));
}

static char *
pad (const guint *widths, const char *cell)
{
  GString *padded = NULL;
  Parts parts;

  if (!split (cell, &parts))
    return g_strdup (cell);
  padded = g_string_new (NULL);
  for (guint i = 0; i < N_PARTS; i++)
    {
      gsize length = (gsize) (parts.ends[i + 1] - parts.ends[i]);
      g_autofree char *part = g_strndup (parts.ends[i], length);

      if (i == PART_LOW_WHOLE || i == PART_HIGH_WHOLE)
        parley_width_append_right (padded, part, widths[i]);
      else
        parley_width_append_left (padded, part, widths[i]);
    }
  return g_string_free (padded, FALSE);
}

GPtrArray *
parley_number_align (GPtrArray *cells)
{
  GPtrArray *aligned = g_ptr_array_new_full (cells->len, g_free);
  guint widths[N_PARTS] = { 0 };

  for (guint i = 0; i < cells->len; i++)
    widen (widths, g_ptr_array_index (cells, i));
  for (guint i = 0; i < cells->len; i++)
    g_ptr_array_add (aligned, pad (widths, g_ptr_array_index (cells, i)));
  return aligned;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/number.h"

#include <string.h>

#include "report/language.h"
#include "report/width.h"

#define DIGITS "0123456789"
#define FIGURE_SPACE "\u2007"
#define PUNCTUATION_SPACE "\u2008"

/* A double carries any number of so many. */
#define DOUBLE_DIGITS 15

/* The bytes of @mark at @text, 0 unless a digit follows it. */
static gsize
scan_mark (const char *text, const char *mark)
{
  gsize length = strlen (mark);

  return g_str_has_prefix (text, mark) && g_ascii_isdigit (text[length]) ? length : 0;
}

gsize
parley_number_scan (const char *text, gsize *whole)
{
  gsize sign = *text == '+' || *text == '-' ? 1 : 0;
  gsize length = sign + strspn (text + sign, DIGITS);
  gsize mark = 0;

  if (length == sign)
    return 0;
  while ((mark = scan_mark (text + length, parley_language_thousands_mark ())) > 0)
    length += mark + strspn (text + length + mark, DIGITS);
  *whole = length;
  mark = scan_mark (text + length, parley_language_decimal_mark ());
  return mark == 0 ? length : length + mark + strspn (text + length + mark, DIGITS);
}

char *
parley_number_take (char *number)
{
  g_autofree char *english = number;
  GString *text = g_string_new (NULL);

  for (const char *p = english; *p != '\0'; p++)
    if (*p == '.')
      g_string_append (text, parley_language_decimal_mark ());
    else if (*p == ',')
      g_string_append (text, parley_language_thousands_mark ());
    else
      g_string_append_c (text, *p);
  return g_string_free (text, FALSE);
}

char *
parley_number_decimal (double number, guint decimals)
{
  char format[] = "%.0f";
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_val_if_fail (decimals <= 9, NULL);

  format[2] = (char) ('0' + decimals);
  g_ascii_formatd (digits, sizeof digits, format, number);
  /* What is shown as nothing has no sign. */
  return parley_number_take (
      g_strdup (digits[strspn (digits, "-0.")] == '\0' && digits[0] == '-' ? digits + 1 : digits));
}

/* The digits of a number of @length bytes, as programs write them: "-1234.5". */
static char *
plain_digits (const char *text, gsize whole, gsize length)
{
  GString *plain = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    {
      if (i == whole)
        g_string_append_c (plain, '.');
      if (g_ascii_isdigit (text[i]) || text[i] == '-')
        g_string_append_c (plain, text[i]);
    }
  return g_string_free (plain, FALSE);
}

static gboolean
is_percent_sign (const char *text)
{
  return g_str_equal (text, " %") || g_str_equal (text, "\u00a0%") || g_str_equal (text, "%");
}

/* Whether marks leave three digits each behind them: "1,5" is two numbers. */
static gboolean
has_right_marks (const char *text, gsize whole)
{
  gsize n_digits = 0;
  gboolean marked = FALSE;

  for (gsize i = *text == '+' || *text == '-' ? 1 : 0; i < whole; i++)
    if (g_ascii_isdigit (text[i]))
      n_digits++;
    else if (n_digits > 0)
      {
        if (n_digits > 3 || (marked && n_digits < 3))
          return FALSE;
        marked = TRUE;
        n_digits = 0;
      }
  return !marked || n_digits == 3;
}

gboolean
parley_number_read (const char *text, ParleyNumeral *numeral)
{
  gsize sign = *text == '+' || *text == '-' ? 1 : 0;
  gsize whole = 0;
  gsize length = parley_number_scan (text, &whole);
  g_autofree char *digits = NULL;
  g_autofree char *hundredths = NULL;

  if (length == 0 || (text[length] != '\0' && !is_percent_sign (text + length))
      || !has_right_marks (text, whole))
    return FALSE;
  digits = plain_digits (text, whole, length);
  if (strlen (digits + strspn (digits, "-0.")) > DOUBLE_DIGITS)
    return FALSE;
  hundredths = g_strconcat (digits, "e-2", NULL);
  numeral->is_percentage = text[length] != '\0';
  numeral->value = g_ascii_strtod (numeral->is_percentage ? hundredths : digits, NULL);
  numeral->decimals
      = length > whole ? (guint) (length - whole - strlen (parley_language_decimal_mark ())) : 0;
  numeral->has_plus = *text == '+';
  numeral->has_thousands = sign + strcspn (digits + (*digits == '-'), ".") < whole;
  return TRUE;
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

gboolean
parley_number_split (const char *text, ParleyNumberParts *parts)
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
    *parts = (ParleyNumberParts){ { text, text + low_whole, separator, high, high + high_whole,
                                    end } };
  else
    *parts = (ParleyNumberParts){ { text, text, text, text, text + low_whole, end } };
  return TRUE;
}

static void
widen (guint *widths, const char *cell)
{
  ParleyNumberParts parts;

  if (!parley_number_split (cell, &parts))
    return;
  for (guint i = 0; i < PARLEY_NUMBER_PARTS; i++)
    widths[i] = MAX (widths[i], parley_width (parts.ends[i], parts.ends[i + 1] - parts.ends[i]));
}

static gboolean
is_whole (guint part)
{
  return part == PARLEY_NUMBER_LOW_WHOLE || part == PARLEY_NUMBER_HIGH_WHOLE;
}

static void
append_part (GString *out, guint part, const char *text, guint width)
{
  if (is_whole (part))
    parley_width_append_right (out, text, width);
  else
    parley_width_append_left (out, text, width);
}

/* Spaces behind the last part: as wide as digits, the first as wide as a point if that is missing.
 */
static void
append_type_part (GString *out, guint part, const char *text, guint width)
{
  guint is = parley_width (text, -1);
  guint missing = width > is && part == PARLEY_NUMBER_HIGH_BEHIND ? width - is : 0;

  g_string_append (out, text);
  for (guint i = 0; i < missing; i++)
    g_string_append (out, i == 0 && !g_ascii_ispunct (*text) ? PUNCTUATION_SPACE : FIGURE_SPACE);
}

typedef void (*AppendPart) (GString *out, guint part, const char *text, guint width);

static char *
pad (const guint *widths, const char *cell, AppendPart append)
{
  GString *padded = NULL;
  ParleyNumberParts parts;

  if (!parley_number_split (cell, &parts))
    return g_strdup (cell);
  padded = g_string_new (NULL);
  for (guint i = 0; i < PARLEY_NUMBER_PARTS; i++)
    {
      gsize length = (gsize) (parts.ends[i + 1] - parts.ends[i]);
      g_autofree char *part = g_strndup (parts.ends[i], length);

      append (padded, i, part, widths[i]);
    }
  return g_string_free (padded, FALSE);
}

static GPtrArray *
align (GPtrArray *cells, AppendPart append)
{
  GPtrArray *aligned = g_ptr_array_new_full (cells->len, g_free);
  guint widths[PARLEY_NUMBER_PARTS] = { 0 };

  for (guint i = 0; i < cells->len; i++)
    widen (widths, g_ptr_array_index (cells, i));
  for (guint i = 0; i < cells->len; i++)
    g_ptr_array_add (aligned, pad (widths, g_ptr_array_index (cells, i), append));
  return aligned;
}

GPtrArray *
parley_number_align (GPtrArray *cells)
{
  return align (cells, append_part);
}

GPtrArray *
parley_number_align_type (GPtrArray *cells)
{
  return align (cells, append_type_part);
}

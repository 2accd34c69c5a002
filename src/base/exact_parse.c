/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/exact.h"

#include <string.h>

/* Skips digits, at most @limit of them. Returns: how many there were; 0 when
 * there were none or too many. */
static gsize
skip_digits (const char **cursor, gsize limit)
{
  const char *start = *cursor;
  gsize n;

  while (g_ascii_isdigit (**cursor))
    (*cursor)++;
  n = (gsize) (*cursor - start);
  return n <= limit ? n : 0;
}

/* As JSON has it: no sign but "-", no leading zeros. */
static gboolean
skip_integer (const char **cursor)
{
  gboolean leading_zero;
  gsize n;

  if (**cursor == '-')
    (*cursor)++;
  leading_zero = **cursor == '0';
  n = skip_digits (cursor, PARLEY_EXACT_MAX_DIGITS);
  return n == 1 || (n > 1 && !leading_zero);
}

/* Reads what stands behind "e". Leading zeros are allowed here. */
static gboolean
parse_exponent (const char **cursor, glong *exponent)
{
  gboolean negative = **cursor == '-';

  if (**cursor == '-' || **cursor == '+')
    (*cursor)++;
  if (!g_ascii_isdigit (**cursor))
    return FALSE;

  for (*exponent = 0; g_ascii_isdigit (**cursor); (*cursor)++)
    {
      *exponent = *exponent * 10 + g_ascii_digit_value (**cursor);
      if (*exponent > PARLEY_EXACT_MAX_EXPONENT)
        return FALSE;
    }
  if (negative)
    *exponent = -*exponent;
  return TRUE;
}

static void
multiply_by_power_of_ten (mpq_ptr number, glong exponent)
{
  mpz_t power;

  mpz_init (power);
  mpz_ui_pow_ui (power, 10, (gulong) labs (exponent));
  if (exponent >= 0)
    mpz_mul (mpq_numref (number), mpq_numref (number), power);
  else
    mpz_mul (mpq_denref (number), mpq_denref (number), power);
  mpq_canonicalize (number);
  mpz_clear (power);
}

static gboolean
parse_decimal (const char *text, mpq_ptr number)
{
  g_autoptr (GString) digits = NULL;
  const char *cursor = text;
  glong exponent = 0;
  gsize n_behind_point = 0;

  if (!skip_integer (&cursor))
    return FALSE;
  digits = g_string_new_len (text, cursor - text);

  if (*cursor == '.')
    {
      const char *fraction = ++cursor;

      n_behind_point = skip_digits (&cursor, PARLEY_EXACT_MAX_DIGITS);
      if (n_behind_point == 0)
        return FALSE;
      g_string_append_len (digits, fraction, (gssize) n_behind_point);
    }
  if (digits->len - (*text == '-') > PARLEY_EXACT_MAX_DIGITS)
    return FALSE;

  if (g_ascii_tolower (*cursor) == 'e')
    {
      cursor++;
      if (!parse_exponent (&cursor, &exponent))
        return FALSE;
    }
  if (*cursor != '\0')
    return FALSE;

  mpz_set_str (mpq_numref (number), digits->str, 10);
  mpz_set_ui (mpq_denref (number), 1);
  multiply_by_power_of_ten (number, exponent - (glong) n_behind_point);
  return TRUE;
}

static gboolean
parse_fraction (const char *text, mpq_ptr number)
{
  const char *cursor = text;

  if (!skip_integer (&cursor) || *cursor++ != '/')
    return FALSE;
  if (*cursor == '-' || *cursor == '0' || !skip_integer (&cursor) || *cursor != '\0')
    return FALSE;

  mpq_set_str (number, text, 10);
  mpq_canonicalize (number);
  return TRUE;
}

gboolean
parley_exact_parse (const char *text, mpq_ptr number)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return strchr (text, '/') != NULL ? parse_fraction (text, number) : parse_decimal (text, number);
}

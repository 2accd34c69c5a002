/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/exact.h"

#include <float.h>
#include <math.h>
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

/* The largest k for which 2^k <= numerator / denominator, both positive. */
static glong
floor_log2 (mpz_srcptr numerator, mpz_srcptr denominator)
{
  glong guess = (glong) mpz_sizeinbase (numerator, 2) - (glong) mpz_sizeinbase (denominator, 2);
  mpz_t shifted;
  gboolean too_large;

  mpz_init (shifted);
  if (guess >= 0)
    {
      mpz_mul_2exp (shifted, denominator, (gulong) guess);
      too_large = mpz_cmp (numerator, shifted) < 0;
    }
  else
    {
      mpz_mul_2exp (shifted, numerator, (gulong) -guess);
      too_large = mpz_cmp (shifted, denominator) < 0;
    }
  mpz_clear (shifted);
  return too_large ? guess - 1 : guess;
}

/* Halves go to the even neighbour. */
static void
divide_rounding (mpz_ptr quotient, mpz_srcptr numerator, mpz_srcptr denominator)
{
  mpz_t remainder;
  int half;

  mpz_init (remainder);
  mpz_fdiv_qr (quotient, remainder, numerator, denominator);
  mpz_mul_2exp (remainder, remainder, 1);
  half = mpz_cmp (remainder, denominator);
  if (half > 0 || (half == 0 && mpz_odd_p (quotient)))
    mpz_add_ui (quotient, quotient, 1);
  mpz_clear (remainder);
}

double
parley_exact_to_double (mpq_srcptr number)
{
  mpq_t scaled;
  glong scale;
  double result;

  if (mpq_sgn (number) == 0)
    return 0.0;

  /* Rounding happens once, at the last bit that the double has room for: bit 53,
   * or an earlier one where the double is subnormal. */
  mpq_init (scaled);
  mpq_abs (scaled, number);
  scale = DBL_MANT_DIG - 1 - floor_log2 (mpq_numref (scaled), mpq_denref (scaled));
  scale = MIN (scale, DBL_MANT_DIG - DBL_MIN_EXP);
  if (scale >= 0)
    mpq_mul_2exp (scaled, scaled, (gulong) scale);
  else
    mpq_div_2exp (scaled, scaled, (gulong) -scale);

  divide_rounding (mpq_numref (scaled), mpq_numref (scaled), mpq_denref (scaled));
  result = ldexp (mpz_get_d (mpq_numref (scaled)), (int) -scale);
  mpq_clear (scaled);
  return mpq_sgn (number) < 0 ? -result : result;
}

/* @number times 10^@digits, rounded to an integer, halves away from zero. */
static void
scale_and_round (mpz_ptr result, mpq_srcptr number, guint digits)
{
  mpz_t doubled_denominator;

  mpz_init (doubled_denominator);
  mpz_mul_2exp (doubled_denominator, mpq_denref (number), 1);

  mpz_ui_pow_ui (result, 10, digits);
  mpz_mul (result, result, mpq_numref (number));
  mpz_mul_2exp (result, result, 1);
  if (mpq_sgn (number) < 0)
    mpz_sub (result, result, mpq_denref (number));
  else
    mpz_add (result, result, mpq_denref (number));
  mpz_tdiv_q (result, result, doubled_denominator);
  mpz_clear (doubled_denominator);
}

/* Memory from GMP's allocator, as memory for g_free. */
static char *
integer_to_text (mpz_srcptr integer)
{
  char *text = g_malloc (mpz_sizeinbase (integer, 10) + 2);

  return mpz_get_str (text, 10, integer);
}

char *
parley_exact_format (mpq_srcptr number, guint digits)
{
  g_autofree char *plain = NULL;
  GString *text;
  gsize sign;
  mpz_t rounded;

  mpz_init (rounded);
  scale_and_round (rounded, number, digits);
  plain = integer_to_text (rounded);
  mpz_clear (rounded);

  text = g_string_new (plain);
  sign = *plain == '-';
  while (text->len - sign < digits + 1)
    g_string_insert_c (text, (gssize) sign, '0');
  if (digits > 0)
    g_string_insert_c (text, (gssize) (text->len - digits), '.');
  return g_string_free (text, FALSE);
}

/* How many digits behind the point write @number exactly, or G_MAXUINT. */
static guint
count_decimals (mpq_srcptr number)
{
  mpz_t rest;
  mpz_t factor;
  gulong twos;
  gulong fives;
  gboolean finite;

  mpz_init (rest);
  mpz_init_set_ui (factor, 2);
  twos = mpz_remove (rest, mpq_denref (number), factor);
  mpz_set_ui (factor, 5);
  fives = mpz_remove (rest, rest, factor);
  finite = mpz_cmp_ui (rest, 1) == 0;
  mpz_clear (factor);
  mpz_clear (rest);
  return finite ? (guint) MAX (twos, fives) : G_MAXUINT;
}

char *
parley_exact_to_text (mpq_srcptr number, guint max_digits)
{
  guint decimals = count_decimals (number);
  g_autofree char *numerator = NULL;
  g_autofree char *denominator = NULL;

  if (decimals <= max_digits)
    return parley_exact_format (number, decimals);

  numerator = integer_to_text (mpq_numref (number));
  denominator = integer_to_text (mpq_denref (number));
  return g_strconcat (numerator, "/", denominator, NULL);
}

char *
parley_double_to_text (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  /* A normal double keeps any 15 digits, and %g drops the zeros at the end; a
   * subnormal one may need fewer. */
  int digits = isnormal (number) ? DBL_DIG : 1;
  double read = 0;

  g_return_val_if_fail (isfinite (number), NULL);

  if (!(number < 0.0 || number > 0.0))
    return g_strdup ("0");
  for (; digits <= DBL_DECIMAL_DIG; digits++)
    {
      char format[] = "%.00g";

      format[2] = (char) ('0' + digits / 10);
      format[3] = (char) ('0' + digits % 10);
      g_ascii_formatd (buffer, sizeof buffer, format, number);
      read = g_ascii_strtod (buffer, NULL);
      if (!(read < number || read > number))
        break;
    }
  return g_strdup (buffer);
}

char *
parley_exact_to_fraction (mpq_srcptr number)
{
  /* A sign, a stroke and the NUL, as GMP's manual says. */
  gsize size = mpz_sizeinbase (mpq_numref (number), 10) + mpz_sizeinbase (mpq_denref (number), 10);
  char *text = g_malloc (size + 3);

  return mpq_get_str (text, 10, number);
}

char *
parley_count_to_text (mpz_srcptr count)
{
  char *text = g_malloc (mpz_sizeinbase (count, 10) + 2);

  return mpz_get_str (text, 10, count);
}

char *
parley_count_format (mpz_srcptr count)
{
  g_autofree char *plain = integer_to_text (count);
  GString *text = g_string_new (plain);
  gssize first = *plain == '-' ? 1 : 0;

  for (gssize at = (gssize) text->len - 3; at > first; at -= 3)
    g_string_insert_c (text, at, ',');
  return g_string_free (text, FALSE);
}

mpq_ptr
parley_exact_new (mpq_srcptr value)
{
  mpq_ptr number = g_new (__mpq_struct, 1);

  mpq_init (number);
  mpq_set (number, value);
  return number;
}

void
parley_exact_free (mpq_ptr number)
{
  if (number == NULL)
    return;
  mpq_clear (number);
  g_free (number);
}

mpq_t *
parley_exact_array_new (guint n)
{
  mpq_t *numbers = g_new (mpq_t, n);

  for (guint i = 0; i < n; i++)
    mpq_init (numbers[i]);
  return numbers;
}

void
parley_exact_array_free (mpq_t *numbers, guint n)
{
  for (guint i = 0; i < n; i++)
    mpq_clear (numbers[i]);
  g_free (numbers);
}

mpz_t *
parley_exact_wholes_new (gsize n)
{
  mpz_t *numbers = g_new (mpz_t, n);

  for (gsize i = 0; i < n; i++)
    mpz_init (numbers[i]);
  return numbers;
}

void
parley_exact_wholes_free (mpz_t *numbers, gsize n)
{
  for (gsize i = 0; i < n; i++)
    mpz_clear (numbers[i]);
  g_free (numbers);
}

ParleySpan *
parley_spans_new (guint n)
{
  ParleySpan *spans = g_new (ParleySpan, n);

  for (guint i = 0; i < n; i++)
    mpq_inits (spans[i].low, spans[i].high, NULL);
  return spans;
}

void
parley_spans_free (ParleySpan *spans, guint n)
{
  for (guint i = 0; spans != NULL && i < n; i++)
    mpq_clears (spans[i].low, spans[i].high, NULL);
  g_free (spans);
}

void
parley_exact_widen (mpq_ptr low, mpq_ptr high, mpq_srcptr value, gboolean first)
{
  if (first || mpq_cmp (value, low) < 0)
    mpq_set (low, value);
  if (first || mpq_cmp (value, high) > 0)
    mpq_set (high, value);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/exact.h"

#include <float.h>
#include <math.h>

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

/* Not in memory from GMP's allocator, which g_free does not take. */
char *
parley_count_to_text (mpz_srcptr count)
{
  char *text = g_malloc (mpz_sizeinbase (count, 10) + 2);

  return mpz_get_str (text, 10, count);
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
  plain = parley_count_to_text (rounded);
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

  numerator = parley_count_to_text (mpq_numref (number));
  denominator = parley_count_to_text (mpq_denref (number));
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
parley_count_format (mpz_srcptr count)
{
  g_autofree char *plain = parley_count_to_text (count);
  GString *text = g_string_new (plain);
  gssize first = *plain == '-' ? 1 : 0;

  for (gssize at = (gssize) text->len - 3; at > first; at -= 3)
    g_string_insert_c (text, at, ',');
  return g_string_free (text, FALSE);
}

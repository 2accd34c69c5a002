/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/exact.h"

#include <float.h>
#include <math.h>

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
  for (guint i = 0; numbers != NULL && i < n; i++)
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
  for (gsize i = 0; numbers != NULL && i < n; i++)
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

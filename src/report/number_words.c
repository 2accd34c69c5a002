/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/number_words.h"

#include <math.h>
#include <string.h>

#include "report/language.h"
#include "report/number.h"

/* Of a count that is written out. */
#define MOST_DIGITS 21

char *
parley_words_points (mpq_srcptr points)
{
  return parley_number_take (parley_exact_format (points, 1));
}

char *
parley_words_figure (mpq_srcptr number)
{
  return parley_double_to_text (parley_exact_to_double (number));
}

char *
parley_words_score (const ParleyUtility *utility, ParleyScore score)
{
  char *text = NULL;
  mpq_t points;

  mpq_init (points);
  parley_score_to_exact (score, utility->denominator, points);
  text = parley_words_points (points);
  mpq_clear (points);
  return text;
}

char *
parley_words_span (mpq_srcptr low, mpq_srcptr high)
{
  g_autofree char *from = parley_words_points (low);
  g_autofree char *to = parley_words_points (high);

  if (g_str_equal (from, to))
    return g_steal_pointer (&from);
  return g_strconcat (from, mpq_sgn (low) < 0 ? ".." : "-", to, NULL);
}

/* With a sign, unless it is shown as nothing. */
static char *
signed_points (mpq_srcptr points)
{
  g_autofree char *number = parley_exact_format (points, 1);
  gboolean plus = mpq_sgn (points) > 0 && !g_str_equal (number, "0.0");

  return parley_number_take (g_strconcat (plus ? "+" : "", number, NULL));
}

char *
parley_words_shift (mpq_srcptr low, mpq_srcptr high)
{
  g_autofree char *from = signed_points (low);
  g_autofree char *to = signed_points (high);

  return g_str_equal (from, to) ? g_steal_pointer (&from) : g_strconcat (from, "..", to, NULL);
}

char *
parley_words_input (mpq_srcptr number)
{
  return parley_number_take (parley_exact_to_text (number, 4));
}

char *
parley_words_range (mpq_srcptr low, mpq_srcptr high)
{
  g_autofree char *from = parley_words_input (low);
  g_autofree char *to = parley_words_input (high);

  return g_strconcat (from, mpq_sgn (low) < 0 ? ".." : "-", to, NULL);
}

char *
parley_words_belief (const ParleyNumber *number)
{
  g_autofree char *range = NULL;

  if (number == NULL || !number->has_range)
    return g_strdup ("");
  range = parley_words_range (number->low, number->high);
  return g_strdup_printf (_ (" (believed %s)"), range);
}

/* Of a share above nothing and below all. */
static char *
words_of_percentage (mpq_srcptr percentage)
{
  g_autofree char *digits = NULL;
  gboolean fine = mpq_cmp_ui (percentage, 10, 1) < 0 || mpq_cmp_ui (percentage, 99, 1) > 0;

  if (mpq_cmp_ui (percentage, 1, 10) < 0)
    return g_strdup (_ ("under 0.1 %"));
  digits = parley_exact_format (percentage, fine);
  /* Nearly all is not all. */
  if (g_str_equal (digits, "100.0"))
    return g_strdup (_ ("over 99.9 %"));
  return parley_number_take (g_strconcat (digits, " %", NULL));
}

char *
parley_words_share (mpz_srcptr part, mpz_srcptr whole)
{
  char *text = NULL;
  mpq_t percentage;

  if (mpz_sgn (part) == 0 || mpz_sgn (whole) == 0)
    return g_strdup (C_ ("share", "none"));
  if (mpz_cmp (part, whole) == 0)
    return g_strdup (C_ ("share", "all"));

  mpq_init (percentage);
  mpz_mul_ui (mpq_numref (percentage), part, 100);
  mpz_set (mpq_denref (percentage), whole);
  mpq_canonicalize (percentage);
  text = words_of_percentage (percentage);
  mpq_clear (percentage);
  return text;
}

char *
parley_words_count (mpz_srcptr count)
{
  g_autofree char *digits = parley_count_to_text (count);
  gsize n = strlen (digits);

  if (n > MOST_DIGITS)
    return parley_number_take (
        g_strdup_printf ("%c.%.3s x 10^%" G_GSIZE_FORMAT, digits[0], digits + 1, n - 1));
  return parley_number_take (parley_count_format (count));
}

char *
parley_words_counted (guint64 count, const char *singular, const char *plural)
{
  char *text = NULL;
  mpz_t number;

  mpz_init_set_ui (number, count);
  text = parley_words_counted_deals (number, singular, plural);
  mpz_clear (number);
  return text;
}

/* What plurals go by, where a count may have any number of digits: they ask for the last ones, and
 * whether there are more. */
static guint64
number_of_plural (mpz_srcptr count)
{
  guint64 last = mpz_fdiv_ui (count, 1000000);

  return mpz_cmp_ui (count, 1000000) < 0 ? last : last + 1000000;
}

char *
parley_words_counted_deals (mpz_srcptr count, const char *singular, const char *plural)
{
  g_autofree char *number = parley_words_count (count);

  return g_strdup_printf ("%s %s", number,
                          parley_translate_count (singular, plural, number_of_plural (count)));
}

char *
parley_words_double (double number, guint digits)
{
  char format[8];
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_snprintf (format, sizeof format, "%%.%uf", digits);
  /* What rounds to zero has no sign. */
  if (fabs (number) < 0.5 * pow (10, -(double) digits))
    number = 0;
  return g_strdup (g_ascii_formatd (text, sizeof text, format, number));
}

char *
parley_words_chance (double chance)
{
  g_autofree char *percent = parley_words_double (100 * chance, 0);

  if (chance > 0 && chance < 0.01)
    return g_strdup ("under 1 %");
  if (chance < 1 && chance > 0.99)
    return g_strdup ("over 99 %");
  return g_strconcat (percent, " %", NULL);
}

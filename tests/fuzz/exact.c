/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact numbers from text and back, and as decimals and doubles. */
#include "base/exact.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "scenario/import_part.h"

static void
read_back (const char *text, mpq_srcptr number)
{
  mpq_t again;

  mpq_init (again);
  /* The text of a number may be longer than what is read. */
  if (parley_exact_parse (text, again))
    PARLEY_FUZZ_REQUIRE (mpq_equal (number, again));
  else
    PARLEY_FUZZ_REQUIRE (strlen (text) > PARLEY_EXACT_MAX_DIGITS);
  mpq_clear (again);
}

/* No decimal of so many places is nearer. */
static void
check_decimal (mpq_srcptr number, guint digits)
{
  g_autofree char *text = parley_exact_format (number, digits);
  mpq_t again, half;

  mpq_inits (again, half, NULL);
  if (parley_exact_parse (text, again))
    {
      mpz_ui_pow_ui (mpq_denref (half), 10, digits);
      mpz_mul_ui (mpq_denref (half), mpq_denref (half), 2);
      mpz_set_ui (mpq_numref (half), 1);
      mpq_canonicalize (half);
      mpq_sub (again, again, number);
      mpq_abs (again, again);
      PARLEY_FUZZ_REQUIRE (mpq_cmp (again, half) <= 0);
    }
  mpq_clears (again, half, NULL);
}

/* No other double is nearer. */
static void
check_double (mpq_srcptr number)
{
  double nearest = parley_exact_to_double (number);
  const double others[] = { nextafter (nearest, -INFINITY), nextafter (nearest, INFINITY) };
  g_autofree char *text = parley_double_to_text (nearest);
  mpq_t distance, other;

  PARLEY_FUZZ_REQUIRE (isfinite (nearest));
  PARLEY_FUZZ_REQUIRE (g_ascii_strtod (text, NULL) == nearest);
  mpq_inits (distance, other, NULL);
  mpq_set_d (distance, nearest);
  mpq_sub (distance, distance, number);
  mpq_abs (distance, distance);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      mpq_set_d (other, others[i]);
      mpq_sub (other, other, number);
      mpq_abs (other, other);
      PARLEY_FUZZ_REQUIRE (mpq_cmp (distance, other) <= 0);
    }
  mpq_clears (distance, other, NULL);
}

static void
check_number (mpq_srcptr number)
{
  static const guint digits[] = { 0, 1, 3, 40 };

  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    {
      g_autofree char *text = parley_exact_to_text (number, digits[i]);

      read_back (text, number);
      check_decimal (number, digits[i]);
    }
  check_double (number);
}

void
parley_fuzz_exact (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  mpq_t number, imported;
  gboolean is_number;

  mpq_inits (number, imported, NULL);
  is_number = parley_exact_parse (text, number);
  if (is_number)
    check_number (number);
  if (parley_import_decimal (text, imported))
    check_number (imported);
  else if (is_number)
    PARLEY_FUZZ_REQUIRE (strchr (text, '/') != NULL);
  mpq_clears (number, imported, NULL);
}

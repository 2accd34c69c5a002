/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <gmp.h>

/*
 * Exact numbers: GMP rationals, read from and written to text without
 * passing through a double and without looking at the locale.
 */

/* More would let a short text ask for hours of work ("1e999999999"). */
#define PARLEY_EXACT_MAX_DIGITS   100
#define PARLEY_EXACT_MAX_EXPONENT 100

/* Reads a JSON number ("-1.5e3") or a fraction of integers ("190/662").
 * Returns: TRUE and sets @number, which the caller has initialised; FALSE when
 * @text is neither, has more than 100 digits, an exponent beyond ±100, or a
 * zero denominator. */
gboolean parley_exact_parse (const char *text, mpq_ptr number);

/* The nearest double, ties to even (mpq_get_d truncates). */
double parley_exact_to_double (mpq_srcptr number);

/* Correctly rounded to @digits behind the point, halves away from zero; never
 * "-0.0". Returns: (transfer full). */
char *parley_exact_format (mpq_srcptr number, guint digits);

/* The shortest text that reads back exactly: a plain decimal when the number
 * has a finite one of at most @max_digits behind the point, without trailing
 * zeros, else the fraction "n/d". Returns: (transfer full). */
char *parley_exact_to_text (mpq_srcptr number, guint max_digits);

/* "163/2", "81". Returns: (transfer full). */
char *parley_exact_to_fraction (mpq_srcptr number);

/* The shortest decimal that reads back as the same double, as JSON wants it:
 * "0.1", "-3", "1e-09". Returns: (transfer full). */
char *parley_double_to_text (double number);

/* Counts such as 65028096000, with commas between thousands.
 * Returns: (transfer full). */
char *parley_count_format (mpz_srcptr count);

/* The digits alone: "65028096000". Returns: (transfer full). */
char *parley_count_to_text (mpz_srcptr count);

/* mpq_t in containers: initialised with g_new, owned by the holder. */
mpq_ptr parley_exact_new   (mpq_srcptr value);
void    parley_exact_free  (mpq_ptr number);

/* @n of them, each 0: to be freed as many; NULL is none. */
mpq_t *parley_exact_array_new  (guint n);
void   parley_exact_array_free (mpq_t *numbers, guint n);

/* The same of whole numbers. */
mpz_t *parley_exact_wholes_new  (gsize n);
void   parley_exact_wholes_free (mpz_t *numbers, gsize n);

/* From one number to another. */
typedef struct
{
  mpq_t low;
  mpq_t high;
} ParleySpan;

/* @n of them, each from 0 to 0: to be freed as many. */
ParleySpan *parley_spans_new  (guint n);
void        parley_spans_free (ParleySpan *spans, guint n); /* @spans: (nullable) */

/* Takes @value into what lies from @low to @high; @first: which nothing is in yet. */
void parley_exact_widen (mpq_ptr low, mpq_ptr high, mpq_srcptr value, gboolean first);

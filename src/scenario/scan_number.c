/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/exact.h"
#include "scenario/scan_state.h"

static gsize
skip_digits (ParleyScan *self)
{
  gsize start = self->at;

  while (g_ascii_isdigit (self->data[self->at]))
    self->at++;
  return self->at - start;
}

/* Leaves @n_digits as it is when there is no point. */
static gboolean
scan_fraction (ParleyScan *self, gsize *n_digits)
{
  gsize n;

  if (self->data[self->at] != '.')
    return TRUE;
  self->at++;
  n = skip_digits (self);
  *n_digits += n;
  return n > 0 || parley_scan_refuse_here (self, "a number ends with its point", "a digit");
}

/* @exponent stops growing once it is too large. */
static gboolean
scan_exponent (ParleyScan *self, guint *exponent)
{
  if (g_ascii_tolower (self->data[self->at]) != 'e')
    return TRUE;
  self->at++;
  if (self->data[self->at] == '+' || self->data[self->at] == '-')
    self->at++;
  if (!g_ascii_isdigit (self->data[self->at]))
    return parley_scan_refuse_here (self, "the exponent of a number is missing", "a digit");

  for (; g_ascii_isdigit (self->data[self->at]); self->at++)
    if (*exponent <= PARLEY_EXACT_MAX_EXPONENT)
      *exponent = *exponent * 10 + (guint) g_ascii_digit_value (self->data[self->at]);
  return TRUE;
}

static void
note_range (ParleyScan *self, gsize start, gsize n_digits, guint exponent)
{
  ParleyProblem *problem;

  if (n_digits > PARLEY_EXACT_MAX_DIGITS)
    {
      problem = parley_scan_note (self, PARLEY_PROBLEM_NUMBER_TOO_LONG, start,
                                  "a number is longer than what Parley computes with");
      problem->found = g_strdup_printf ("%" G_GSIZE_FORMAT " digits", n_digits);
      problem->expected = g_strdup_printf ("at most %d", PARLEY_EXACT_MAX_DIGITS);
    }
  if (exponent > PARLEY_EXACT_MAX_EXPONENT)
    {
      problem = parley_scan_note (self, PARLEY_PROBLEM_NUMBER_TOO_LONG, start,
                                  "the exponent of a number is outside what Parley computes with");
      problem->expected = g_strdup_printf ("from -%d to %d", PARLEY_EXACT_MAX_EXPONENT,
                                           PARLEY_EXACT_MAX_EXPONENT);
    }
}

gboolean
parley_scan_number (ParleyScan *self)
{
  gsize start = self->at;
  gsize n_digits;
  guint exponent = 0;
  gboolean leading_zero;

  if (self->data[self->at] == '-')
    self->at++;
  if (!g_ascii_isdigit (self->data[self->at]))
    return parley_scan_refuse_here (self, "a minus sign stands before no number", "a digit");

  leading_zero = self->data[self->at] == '0';
  n_digits = skip_digits (self);
  if (leading_zero && n_digits > 1)
    {
      self->at = start;
      return parley_scan_refuse (self, start, "a number begins with a zero too many",
                                 "a number without leading zeros");
    }
  if (!scan_fraction (self, &n_digits) || !scan_exponent (self, &exponent))
    return FALSE;

  if (parley_scan_word_length (self, self->at) > 0)
    {
      self->at = start;
      return parley_scan_refuse (self, start, "this is no number", "a number such as -12.5");
    }
  note_range (self, start, n_digits, exponent);
  return TRUE;
}

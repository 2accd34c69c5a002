/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days of the calendar, against counting them by the rules of the calendar alone. */
#include "base/date.h"

#include <string.h>

#include "fuzz.h"

#define SECONDS_A_DAY 86400

static gboolean
is_written_so (const char *text)
{
  static const char pattern[] = "0000-00-00";

  if (strlen (text) != strlen (pattern))
    return FALSE;
  for (guint i = 0; pattern[i] != '\0'; i++)
    if (pattern[i] == '0' ? !g_ascii_isdigit (text[i]) : text[i] != pattern[i])
      return FALSE;
  return TRUE;
}

static int
number_at (const char *text, guint n_digits)
{
  int number = 0;

  for (guint i = 0; i < n_digits; i++)
    number = 10 * number + g_ascii_digit_value (text[i]);
  return number;
}

static gboolean
is_leap_year (int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int
days_of_month (int year, int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return days[month - 1] + (month == 2 && is_leap_year (year) ? 1 : 0);
}

/* From 1970 on; years before count backwards. */
static gint64
days_before_year (int year)
{
  gint64 days = 0;

  for (int y = 1970; y < year; y++)
    days += is_leap_year (y) ? 366 : 365;
  for (int y = year; y < 1970; y++)
    days -= is_leap_year (y) ? 366 : 365;
  return days;
}

void
parley_fuzz_date (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  gboolean is_written = is_written_so (text);
  int year = is_written ? number_at (text, 4) : 0;
  int month = is_written ? number_at (text + 5, 2) : 0;
  int day = is_written ? number_at (text + 8, 2) : 0;
  gboolean is_day
      = year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= days_of_month (year, month);
  gint64 days = 0;

  PARLEY_FUZZ_REQUIRE (parley_date_is_valid (text) == is_day);
  if (!is_day)
    return;
  days = days_before_year (year) + day - 1;
  for (int m = 1; m < month; m++)
    days += days_of_month (year, m);
  PARLEY_FUZZ_REQUIRE (parley_date_to_seconds (text) == SECONDS_A_DAY * days);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/date.h"

#include <string.h>

#define FIRST_DAY 719163 /* 1970-01-01, as GDate counts days */
#define SECONDS_OF_DAY 86400

static void
read_numbers (const char *text, guint *numbers)
{
  numbers[0] = (guint) g_ascii_strtoull (text, NULL, 10);
  numbers[1] = (guint) g_ascii_strtoull (text + 5, NULL, 10);
  numbers[2] = (guint) g_ascii_strtoull (text + 8, NULL, 10);
}

/* GDate takes other ways of writing too, so the shape is looked at first. */
gboolean
parley_date_is_valid (const char *text)
{
  guint numbers[3];

  if (strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  for (guint i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (text[i]))
      return FALSE;
  read_numbers (text, numbers);
  return g_date_valid_dmy ((GDateDay) numbers[2], (GDateMonth) numbers[1], (GDateYear) numbers[0]);
}

gboolean
parley_date_is_period (const char *text)
{
  gsize n = strlen (text);
  g_autofree char *day = NULL;

  if (n != 4 && n != 7 && n != 10)
    return FALSE;
  day = g_strconcat (text, "0001-01-01" + n, NULL);
  return parley_date_is_valid (day);
}

gint64
parley_date_to_seconds (const char *text)
{
  guint numbers[3];
  GDate date;

  g_return_val_if_fail (parley_date_is_valid (text), 0);

  read_numbers (text, numbers);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) numbers[2], (GDateMonth) numbers[1], (GDateYear) numbers[0]);
  return ((gint64) g_date_get_julian (&date) - FIRST_DAY) * SECONDS_OF_DAY;
}

gint
parley_date_compare (const char *a, const char *b)
{
  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);
  return strcmp (a, b);
}

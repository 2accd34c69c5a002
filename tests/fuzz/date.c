/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days of the calendar, against GLib's. */
#include "base/date.h"

#include <stdio.h>
#include <string.h>

#include "fuzz.h"

#define SECONDS_A_DAY 86400

/* Of 1 January 1970, as GDate counts. */
#define FIRST_DAY 719163

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

void
parley_fuzz_date (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  guint year = 0;
  guint month = 0;
  guint day = 0;
  GDate date;

  if (!is_written_so (text))
    {
      PARLEY_FUZZ_REQUIRE (!parley_date_is_valid (text));
      return;
    }
  PARLEY_FUZZ_REQUIRE (sscanf (text, "%4u-%2u-%2u", &year, &month, &day) == 3);
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    {
      PARLEY_FUZZ_REQUIRE (!parley_date_is_valid (text));
      return;
    }
  PARLEY_FUZZ_REQUIRE (parley_date_is_valid (text));
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  PARLEY_FUZZ_REQUIRE (parley_date_to_seconds (text)
                       == SECONDS_A_DAY * ((gint64) g_date_get_julian (&date) - FIRST_DAY));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Whether @text is a day of the calendar as YYYY-MM-DD, and nothing else. */
gboolean parley_date_is_valid (const char *text);

/* Whether @text is a year, a month of one or a day, as YYYY, YYYY-MM or YYYY-MM-DD. */
gboolean parley_date_is_period (const char *text);

/* Its first second in universal time, in seconds since 1970. @text: a valid day. */
gint64 parley_date_to_seconds (const char *text);

/* For sorting: which of two days, each NULL where it is not known, comes first. What has none comes
 * last, since nobody can say that it was before anything else. */
gint parley_date_compare (const char *a, const char *b);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Whether @text is a day of the calendar as YYYY-MM-DD, and nothing else. */
gboolean parley_date_is_valid (const char *text);

/* Its first second in universal time, in seconds since 1970. @text: a valid day. */
gint64 parley_date_to_seconds (const char *text);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Prints one line on stderr: UTF-8 whatever the locale, and with control characters escaped,
 * as file names and arguments may hold any. @format is a printf format without line break. */
void parley_message_print (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/message.h"

#include <stdio.h>

#include "base/escape.h"
#include "base/shorten.h"

/* Of a message, in bytes: options can be as long as a command line. What it ends with says more
 * than what stands in the middle. */
#define MOST_AT_START 3000
#define MOST_AT_END 1000

void
parley_message_print (const char *format, ...)
{
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  /* g_printerr () would turn letters that the locale does not know into "?". */
  line = parley_shorten_take (parley_escape_controls (text), MOST_AT_START, MOST_AT_END);
  fprintf (stderr, "%s\n", line);
}

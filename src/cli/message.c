/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/message.h"

#include <stdio.h>

#include "base/escape.h"

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
  line = parley_escape_controls (text);
  fprintf (stderr, "%s\n", line);
}

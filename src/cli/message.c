/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/message.h"

#include <stdio.h>
#include <string.h>

#include "base/escape.h"

/* Of a message, in bytes: options can be as long as a command line. What it ends with says more
 * than what stands in the middle. */
#define MOST_BYTES 4000
#define MOST_AT_END 1000

/* The start of the character around @byte. */
static const char *
start_of (const char *text, const char *byte)
{
  while (byte > text && ((guchar) *byte & 0xc0) == 0x80)
    byte--;
  return byte;
}

/* Returns: (transfer full): @text, which it takes, or what is left of it. */
static char *
cut (char *text)
{
  gsize length = strlen (text);
  g_autofree char *whole = text;
  const char *first = NULL;
  const char *last = NULL;

  if (length <= MOST_BYTES)
    return g_steal_pointer (&whole);
  first = start_of (text, text + MOST_BYTES - MOST_AT_END);
  last = start_of (text, text + length - MOST_AT_END);
  return g_strdup_printf ("%.*s…%s", (int) (first - text), text, last);
}

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
  line = cut (parley_escape_controls (text));
  fprintf (stderr, "%s\n", line);
}

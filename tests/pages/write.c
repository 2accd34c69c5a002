/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the document of everything.h to standard output. Usage: write html */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "everything.h"
#include "report/html.h"

int
main (int argc, char **argv)
{
  g_autoptr(ParleyDocument) document = parley_everything_new ();
  const char *format = argc > 1 ? argv[1] : "html";

  if (g_str_equal (format, "html"))
    {
      g_autofree char *text = parley_document_to_html (document);

      fputs (text, stdout);
    }
  return EXIT_SUCCESS;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes one of the documents of everything.h to standard output.
 * Usage: write html|pdf [everything | long ROWS | fits ROWS | wide COLUMNS] */
#include <stdio.h>
#include <stdlib.h>

#include "everything.h"
#include "report/html.h"
#include "report/pdf.h"

static ParleyDocument *
make (const char *name, guint n)
{
  if (g_str_equal (name, "long"))
    return parley_everything_long (n, PARLEY_PAGE_FLOWS);
  if (g_str_equal (name, "fits"))
    return parley_everything_long (n, PARLEY_PAGE_FITS);
  if (g_str_equal (name, "wide"))
    return parley_everything_wide (n);
  return parley_everything_new ();
}

static gboolean
write_pdf (const ParleyDocument *document)
{
  GString *bytes = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  gboolean is_done = parley_document_to_pdf (document, bytes, &error)
                     && fwrite (bytes->str, 1, bytes->len, stdout) == bytes->len;

  if (error != NULL)
    fprintf (stderr, "%s\n", error->message);
  g_string_free (bytes, TRUE);
  return is_done;
}

static gboolean
write_html (const ParleyDocument *document)
{
  g_autofree char *text = parley_document_to_html (document);

  return fputs (text, stdout) >= 0;
}

int
main (int argc, char **argv)
{
  const char *format = argc > 1 ? argv[1] : "html";
  const char *name = argc > 2 ? argv[2] : "everything";
  guint n = argc > 3 ? (guint) g_ascii_strtoull (argv[3], NULL, 10) : 0;
  g_autoptr(ParleyDocument) document = make (name, n);
  gboolean is_done = g_str_equal (format, "pdf") ? write_pdf (document) : write_html (document);

  return is_done && fflush (stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

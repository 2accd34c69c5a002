/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes one of the documents of everything.h to standard output.
 * Usage: write html|pdf|docx|reference [everything | long ROWS | fits ROWS | wide COLUMNS] */
#include <stdio.h>
#include <stdlib.h>

#include "everything.h"
#include "cli/pandoc.h"
#include "report/docx.h"
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

typedef gboolean (*Writer) (const ParleyDocument *document, GString *out, GError **error);

static gboolean
write_bytes (const ParleyDocument *document, Writer writer)
{
  GString *bytes = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  gboolean is_done = writer (document, bytes, &error)
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

/* Writes the file with the styles. */
static gboolean
append_reference (const ParleyDocument *document, GString *out, G_GNUC_UNUSED GError **error)
{
  g_autoptr(GBytes) bytes = parley_docx_reference (&document->imprint);

  g_string_append_len (out, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  return TRUE;
}

static gboolean
write_as (const char *format, const ParleyDocument *document)
{
  if (g_str_equal (format, "pdf"))
    return write_bytes (document, parley_document_to_pdf);
  if (g_str_equal (format, "docx"))
    return write_bytes (document, parley_pandoc_to_docx);
  if (g_str_equal (format, "reference"))
    return write_bytes (document, append_reference);
  return write_html (document);
}

int
main (int argc, char **argv)
{
  const char *format = argc > 1 ? argv[1] : "html";
  const char *name = argc > 2 ? argv[2] : "everything";
  guint n = argc > 3 ? (guint) g_ascii_strtoull (argv[3], NULL, 10) : 0;
  g_autoptr(ParleyDocument) document = make (name, n);
  gboolean is_done = write_as (format, document);

  return is_done && fflush (stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

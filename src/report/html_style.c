/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/html_style.h"

#include <string.h>

#include "base/resource.h"
#include "report/html_part.h"
#include "report/language.h"
#include "report/svg.h"

#define SHA256_LENGTH 32

/* page.css and others, as the build puts them here. */
extern const ParleyResource parley_looks[];

/* As a CSS string, in which nothing but letters, digits and spaces stands for itself. A space ends
 * what stands for another character. */
static void
append_string (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isalnum (*p) || *p == ' ' || (*p & 0x80) != 0)
      g_string_append_c (out, *p);
    else
      g_string_append_printf (out, "\\%x ", (guint) (guchar) *p);
  g_string_append_c (out, '"');
}

static void
append_margin_text (GString *out, const char *place, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append_printf (out, "@%s{content:", place);
  append_string (out, text);
  g_string_append (out, "}\n");
}

/* "page 1 of 2" in any language: the numbers are the browser's. */
static void
append_page_number (GString *out)
{
  g_autofree char *text = g_strdup_printf (_ ("page %s of %s"), "\001", "\001");
  g_auto(GStrv) parts = g_strsplit (text, "\001", 3);

  g_string_append (out, "@bottom-right{content:");
  append_string (out, parts[0]);
  g_string_append (out, " counter(page) ");
  append_string (out, parts[1]);
  g_string_append (out, " counter(pages) ");
  append_string (out, parts[2]);
  g_string_append (out, "}\n");
}

/* The end of the page that begins at @first. */
static guint
find_end (const ParleyDocument *document, guint first)
{
  guint i = first;

  while (i < document->blocks->len
         && ((const ParleyBlock *) g_ptr_array_index (document->blocks, i))->kind
                != PARLEY_BLOCK_PAGE)
    i++;
  return i;
}

/* Pages that are to fit, by the numbers that html.c gives them. */
static void
append_sizes (GString *out, const ParleyDocument *document)
{
  guint n_pages = 0;

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const ParleyBlock *block = g_ptr_array_index (document->blocks, i);
      char size[G_ASCII_DTOSTR_BUF_SIZE];

      if (i == 0 || block->kind == PARLEY_BLOCK_PAGE)
        n_pages++;
      if (block->kind != PARLEY_BLOCK_PAGE || block->page != PARLEY_PAGE_FITS)
        continue;
      g_ascii_formatd (size, sizeof size, "%.2f",
                       parley_html_fit (document, i + 1, find_end (document, i + 1)));
      g_string_append_printf (out, "@media print { #page-%u { font-size: %spt } }\n", n_pages,
                              size);
    }
}

/* The colours of charts. */
static void
append_colours (GString *out)
{
  g_autofree char *light = parley_svg_style (FALSE);
  g_autofree char *dark = parley_svg_style (TRUE);

  g_string_append_printf (out, "%s@media screen and (prefers-color-scheme: dark) {\n%s}\n", light,
                          dark);
}

char *
parley_html_style (const ParleyDocument *document)
{
  const ParleyImprint *imprint = &document->imprint;
  GString *out = g_string_new (parley_resource_text (parley_looks, "page.css"));

  append_colours (out);
  append_sizes (out, document);
  g_string_append (out, "@page{\n");
  append_margin_text (out, "top-center", imprint->marking);
  append_margin_text (out, "bottom-left", imprint->foot);
  append_margin_text (out, "bottom-center", imprint->marking);
  append_page_number (out);
  g_string_append (out, "}\n");
  return g_string_free (out, FALSE);
}

char *
parley_html_policy (const char *style)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[SHA256_LENGTH];
  gsize length = sizeof digest;
  g_autofree char *text = NULL;

  g_checksum_update (checksum, (const guchar *) style, (gssize) strlen (style));
  g_checksum_get_digest (checksum, digest, &length);
  text = g_base64_encode (digest, length);
  return g_strdup_printf ("default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; "
                          "form-action 'none'",
                          text);
}

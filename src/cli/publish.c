/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/publish.h"

#include <string.h>

#include "base/suggest.h"
#include "cli/message.h"
#include "cli/output.h"
#include "cli/pandoc.h"
#include "cli/serving.h"
#include "report/glyphs.h"
#include "report/html.h"
#include "report/markdown.h"
#include "report/pdf.h"
#include "report/text.h"
#include "report/xlsx.h"

/* By ParleyPublishFormat. */
static const char *const endings[] = { "txt", "md", "html", "pdf", "docx", "xlsx", "json", NULL };

static gboolean
read_ending (const char *output, ParleyPublishFormat *format, GError **error)
{
  const char *dot = output == NULL ? NULL : strrchr (output, '.');
  g_autofree char *ending = NULL;
  g_autofree char *hint = NULL;
  g_autofree char *known = NULL;
  g_autofree char *name = NULL;

  ending
      = g_ascii_strdown (dot == NULL || strchr (dot, G_DIR_SEPARATOR) != NULL ? "" : dot + 1, -1);
  for (guint i = 0; endings[i] != NULL; i++)
    if (g_str_equal (ending, endings[i]))
      {
        *format = (ParleyPublishFormat) i;
        return TRUE;
      }
  name = g_filename_display_name (output);
  known = g_strjoinv (", .", (char **) (gpointer) endings);
  hint = parley_suggest_phrase (ending, endings);
  g_set_error (
      error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
      "the ending of --output says how to write it, one of .%s, and that of \"%s\" is none "
      "of them%s",
      known, name, hint);
  return FALSE;
}

gboolean
parley_publish_format (const ParleyOptions *options, ParleyPublishFormat *format, GError **error)
{
  *format = options->serving != NULL ? options->serving->format : PARLEY_PUBLISH_TEXT;
  return options->serving != NULL || options->output == NULL
         || read_ending (options->output, format, error);
}

/* Boxes on paper are told from letters only by who knows what was meant. */
static void
warn_of_glyphs (const ParleyDocument *document)
{
  g_autofree char *missing = parley_glyphs_missing (document);

  if (missing != NULL)
    parley_message_print ("parley: no font here has these characters, which are shown as boxes: %s",
                          missing);
}

gboolean
parley_publish (const ParleyOptions *options,
                const ParleyDocument *document,
                ParleyPublishFormat format,
                GString *result,
                GError **error)
{
  g_autofree char *text = NULL;

  switch (format)
    {
    case PARLEY_PUBLISH_MARKDOWN:
      text = parley_document_to_markdown (document);
      break;
    case PARLEY_PUBLISH_HTML:
      text = parley_document_to_html (document);
      break;
    case PARLEY_PUBLISH_FRAGMENT:
      text = parley_document_to_fragment (document);
      break;
    case PARLEY_PUBLISH_PDF:
      if (!options->quiet)
        warn_of_glyphs (document);
      return parley_document_to_pdf (document, result, error);
    case PARLEY_PUBLISH_DOCX:
      return parley_pandoc_to_docx (document, result, error);
    case PARLEY_PUBLISH_XLSX:
      return parley_document_to_xlsx (document, result, error);
    case PARLEY_PUBLISH_TEXT:
    case PARLEY_PUBLISH_JSON:
    default:
      text = parley_document_to_text (document, parley_output_width (options->output));
      break;
    }
  g_string_append (result, text);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/render.h"

#include "cli/input.h"
#include "cli/output.h"
#include "cli/serving.h"
#include "report/csv.h"
#include "report/markdown.h"
#include "report/text.h"

static void
publish (const ParleyOptions *options, const ParleyDocument *document, GString *result)
{
  g_autoptr(GError) error = NULL;

  if (!parley_publish (options, document, options->serving->format, result, &error))
    (void) parley_input_fail (error);
}

static void
write_document (const ParleyOptions *options, const ParleyDocument *document, GString *result)
{
  g_autofree char *text
      = options->format == PARLEY_FORMAT_MARKDOWN
            ? parley_document_to_markdown (document)
            : parley_document_to_text (document, parley_output_width (options->output));

  g_string_append (result, text);
}

void
parley_render_document (const ParleyOptions *options, ParleyDocument *document, GString *result)
{
  if (options->serving != NULL)
    publish (options, document, result);
  else
    write_document (options, document, result);
  parley_document_free (document);
}

void
parley_render_csv (ParleyTable *table, GString *result)
{
  g_autofree char *text = parley_table_to_csv (table);

  g_string_append (result, text);
  parley_table_free (table);
}

void
parley_render_json (ParleyJson *value, GString *result)
{
  g_autofree char *text = parley_json_to_text (value);

  g_string_append (result, text);
  json_object_put (value);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/options.h"
#include "report/document.h"

/* What a document can be written as. */
typedef enum
{
  PARLEY_PUBLISH_TEXT,
  PARLEY_PUBLISH_MARKDOWN,
  PARLEY_PUBLISH_HTML,
  PARLEY_PUBLISH_PDF,
  PARLEY_PUBLISH_DOCX,
  PARLEY_PUBLISH_XLSX,
  PARLEY_PUBLISH_JSON, /* not of a document, but of what it is made from */
  PARLEY_PUBLISH_FRAGMENT /* HTML to be shown inside a page; no file is written so */
} ParleyPublishFormat;

/* That of the ending of --output; without it, text; the one that a page asks for. Errors:
 * PARLEY_ERROR_INPUT for any other ending. */
gboolean parley_publish_format (const ParleyOptions *options,
                                ParleyPublishFormat *format,
                                GError             **error);

/* Appends @document to @result, which may hold any bytes then. */
gboolean parley_publish (const ParleyOptions  *options,
                         const ParleyDocument *document,
                         ParleyPublishFormat   format,
                         GString              *result,
                         GError              **error);

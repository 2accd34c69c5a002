/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/document.h"

/*
 * What pandoc makes a word processor's file of (cli/pandoc.h): the document as plain HTML with
 * names of styles, and a file with these styles, the page, its head and its foot.
 */

/* The document as HTML for pandoc. The first heading, if it is of the first level, becomes the
 * title. Charts become PNGs in @pictures (of GBytes, empty before), which the HTML calls
 * "/dev/fd/4" and so on from @first: in the text itself they would take pandoc seconds. Returns:
 * (transfer full): NULL with PARLEY_ERROR_IO when there is no font or no painter, with
 * PARLEY_ERROR_MEMORY when a chart cannot be drawn. */
char *parley_document_to_pandoc (const ParleyDocument *self,
                                 guint                 first,
                                 GPtrArray            *pictures,
                                 GError              **error);

/* A DOCX without text, for pandoc's --reference-doc. Returns: (transfer full). */
GBytes *parley_docx_reference (const ParleyImprint *imprint);

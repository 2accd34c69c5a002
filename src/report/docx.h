/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/document.h"

/*
 * What pandoc makes a word processor's file of (cli/pandoc.h): the document as plain HTML with
 * names of styles, and a file with these styles, the page, its head and its foot.
 */

/* The document as HTML for pandoc. A heading of the first level that is the only one and stands
 * above all else becomes the title; charts are pictures inside. Returns: (transfer full): NULL with
 * PARLEY_ERROR_IO when there is no font, with PARLEY_ERROR_MEMORY when a chart cannot be drawn. */
char *parley_document_to_pandoc (const ParleyDocument *self, GError **error);

/* A DOCX without text, for pandoc's --reference-doc. Returns: (transfer full). */
GBytes *parley_docx_reference (const ParleyImprint *imprint);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/document.h"

/**
 * parley_document_to_pdf:
 *
 * Appends the document as a PDF: A4 portrait, with an outline of pages and headings, text that can
 * be selected and searched, fonts embedded, and at the head and foot of each page what the imprint
 * says. A page that is to fit (PARLEY_PAGE_FITS) is set in smaller type until it does, down to
 * 6.5 points; beyond that it flows. Rows of tables are not broken, and their headers are repeated.
 *
 * The same document gives the same bytes with the same fonts; the only time in it is the imprint's.
 * Characters that no font has are shown as boxes: see report/glyphs.h.
 *
 * Returns: FALSE with PARLEY_ERROR_IO when there is no font or no painter, with PARLEY_ERROR_MEMORY
 * when there is too little memory. Cost: some 10 ms a page.
 */
gboolean parley_document_to_pdf (const ParleyDocument *self, GString *out, GError **error);

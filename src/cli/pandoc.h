/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/document.h"

/**
 * parley_pandoc_to_docx:
 *
 * Appends @document as DOCX, made by the program pandoc (2.15 or later). The same bytes for the
 * same pandoc: its only time is the imprint's, and it sees nothing of what the user has set up for
 * it.
 *
 * Returns: FALSE with PARLEY_ERROR_IO when pandoc is not there, fails, or takes more than a minute;
 * as parley_document_to_pandoc () when a chart cannot be drawn.
 */
gboolean parley_pandoc_to_docx (const ParleyDocument *document, GString *out, GError **error);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/document.h"

/* The document as one HTML file that needs nothing else: no network, no script, its style inside
 * (report/page.css), for screens light and dark, telephones and A4 paper. Whatever would be markup
 * in its texts is escaped. Returns: (transfer full). */
char *parley_document_to_html (const ParleyDocument *self);

/* What stands in the document alone, for a page that has a style of its own. Returns: (transfer
 * full). */
char *parley_document_to_fragment (const ParleyDocument *self);

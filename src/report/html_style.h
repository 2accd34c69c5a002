/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/document.h"

/* report/page.css, the sizes of pages that are to fit, and what printed pages carry at their head
 * and foot: the marking, the foot and the number of the page. Returns: (transfer full). */
char *parley_html_style (const ParleyDocument *document);

/* A Content-Security-Policy under which this very @style is all that a page may use.
 * Returns: (transfer full). */
char *parley_html_policy (const char *style);

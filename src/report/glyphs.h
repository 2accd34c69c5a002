/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/document.h"

/* The characters of @document that no font here has, each once and in its order: pages and charts
 * show boxes in their place. Returns: (transfer full) (nullable): NULL when there are none, else
 * "漢 (U+6F22), 字 (U+5B57)", the first few and whether there are others. */
char *parley_glyphs_missing (const ParleyDocument *document);

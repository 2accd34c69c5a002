/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/document.h"

/* Narrower pages cannot hold a useful table, wider ones cannot be read. */
enum
{
  PARLEY_PAGE_NARROWEST = 60,
  PARLEY_PAGE_USUAL = 100,
  PARLEY_PAGE_WIDEST = 160
};

/* The document as plain text of at most @width cells a line, without trailing spaces. Only a
 * word, a number or a table of numbers that cannot be made narrower exceeds the width.
 * Returns: (transfer full). */
char *parley_document_to_text (const ParleyDocument *self, guint width);

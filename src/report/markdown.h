/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/document.h"

/* The document in GitHub Flavored Markdown. Whatever would be markup in its texts is escaped. A
 * group's title stands before those of its columns; rules between rows are left out.
 * Returns: (transfer full). */
char *parley_document_to_markdown (const ParleyDocument *self);

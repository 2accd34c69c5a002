/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/document.h"

/* A document with everything that writers of pages must cope with, in two scripts.
 * Returns: (transfer full). */
ParleyDocument *parley_everything_new (void);

/* One with a table of @n_rows rows alone, on a page of that @kind. Returns: (transfer full). */
ParleyDocument *parley_everything_long (guint n_rows, ParleyPageKind kind);

/* One with a table of @n_columns columns with numbers, in pairs, and what they are for. Returns:
 * (transfer full). */
ParleyDocument *parley_everything_wide (guint n_columns);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/document.h"

/* A document with everything that writers of pages must cope with, in three languages.
 * Returns: (transfer full). */
ParleyDocument *parley_everything_new (void);

/* One with a table of @n_rows rows alone. Returns: (transfer full). */
ParleyDocument *parley_everything_long (guint n_rows);

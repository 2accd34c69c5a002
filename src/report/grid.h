/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/table.h"

/* Appends @table as aligned columns, two spaces apart, at most @width cells wide where its
 * words allow: first columns of texts wrap, then the words of headers; numbers are never
 * broken. Caption and notes are included. */
void parley_grid_append (GString *out, const ParleyTable *table, guint width);

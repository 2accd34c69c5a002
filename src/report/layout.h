/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/table.h"

/**
 * ParleyLayout:
 *
 * Where the columns of a table stand on a page of a given width. Valid as long as
 * the table.
 */
typedef struct
{
  guint      indent;
  guint      n_columns;
  guint     *widths; /* in cells, one a column */
  GPtrArray *cells;  /* of GPtrArray of char *: for each column its text in each row, numbers
                     * aligned; "" in rows without cells */
} ParleyLayout;

/* Texts give way first, the widest before others, down to their longest words; then the titles
 * of columns do. What cannot give way exceeds @width. */
ParleyLayout *parley_layout_new  (const ParleyTable *table, guint width);
void          parley_layout_free (ParleyLayout *self);

/* The first cell of @column on the page. */
guint parley_layout_start (const ParleyLayout *self, guint column);

/* The cells from the first of @n_columns columns to the last, with the gaps between them. */
guint parley_layout_span (const ParleyLayout *self, guint first, guint n_columns);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyLayout, parley_layout_free)

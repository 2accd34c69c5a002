/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/table.h"
#include "space/space.h"

/**
 * ParleyTermTable:
 *
 * The terms of several deals, shown so that what they share is said once: the rest
 * stands in columns, one an issue, or, where these would be too narrow, in one cell.
 */
typedef struct
{
  const ParleySpace *space; /* borrowed: for the issues; deals may come from other domains */
  GPtrArray         *deals; /* of char **: what each deal says, one text an axis */
  guint              width;     /* cells that the terms may take */
  gboolean          *common;    /* one an axis: what all deals share; NULL until asked for */
  gboolean           columns;   /* there is room for a column each of the rest; likewise */
} ParleyTermTable;

ParleyTermTable *parley_term_table_new  (const ParleySpace *space, guint width);
void             parley_term_table_free (ParleyTermTable *self);

/* Adds a deal of @space, whose axes are those of the table. All are added before the
 * first is shown. */
void parley_term_table_add_deal (ParleyTermTable *self,
                                 const ParleySpace *space,
                                 const guint *options);

/* "Security assurance: None; …": what all deals share, NULL when that is nothing or
 * there is one deal only. Returns: (transfer full). */
char *parley_term_table_common (ParleyTermTable *self);

/* Whether two of the deals say the same. */
gboolean parley_term_table_same_deal (const ParleyTermTable *self, guint a, guint b);

/* Adds the columns, and to the current row the cells of deal @index. */
void parley_term_table_columns (ParleyTermTable *self, ParleyTable *table);
void parley_term_table_cells   (ParleyTermTable *self, ParleyTable *table, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyTermTable, parley_term_table_free)

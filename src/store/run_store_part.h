/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "store/run_store.h"

/*
 * What the files of the store share.
 */

struct _ParleyRunStore
{
  const ParleyRunKind *kind;
  sqlite3      *database;
  sqlite3_stmt *insert;
  char         *path;
  guint         n_columns;
  gboolean     *numbers;
};

/* Sets @error to what went wrong with the database last. Returns: FALSE. */
gboolean parley_run_store_fail (const ParleyRunStore *self, GError **error);

gboolean parley_run_store_run (const ParleyRunStore *self, const char *sql, GError **error);

/* Makes the tables in a file that has nothing yet, and checks that any other is that of this
 * run; one that is refused is left as it was, so nothing may be set before. */
gboolean parley_run_store_claim (const ParleyRunStore *self,
                                 const ParleyRunShape *shape,
                                 GError **error);

/* That the file was altered by others: @how. Returns: FALSE. */
gboolean parley_run_store_refuse_altered (const ParleyRunStore *self,
                                          const char *how,
                                          GError **error);

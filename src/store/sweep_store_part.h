/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "store/sweep_store.h"

/*
 * What the files of the store share.
 */

struct _ParleySweepStore
{
  sqlite3      *database;
  sqlite3_stmt *insert;
  char         *path;
  guint         n_columns;
  gboolean     *numbers;
};

/* Sets @error to what went wrong with the database last. Returns: FALSE. */
gboolean parley_sweep_store_fail (const ParleySweepStore *self, GError **error);

gboolean parley_sweep_store_run (const ParleySweepStore *self, const char *sql, GError **error);

/* Makes the tables in a file that has nothing yet, and checks that any other is that of this
 * sweep; one that is refused is left as it was, so nothing may be set before. */
gboolean parley_sweep_store_claim (const ParleySweepStore *self,
                                   const ParleySweepShape *shape,
                                   GError                **error);

/* That the file was altered by others: @how. Returns: FALSE. */
gboolean parley_sweep_store_refuse_altered (const ParleySweepStore *self,
                                            const char             *how,
                                            GError                **error);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * ParleySweepStore:
 *
 * The points of a sweep in an SQLite database, a row each. What was written is there for good when
 * parley_sweep_store_write () returns, and killed at any moment the file holds whole batches: it
 * has a write-ahead log, is synchronised at each commit, and a batch is one transaction.
 *
 * Table "sweep" says which sweep it is, table "points" has the results (docs/output.md).
 */
typedef struct _ParleySweepStore ParleySweepStore;

/* An option on which results depend, and how it stands, in words. */
typedef struct
{
  const char *name;
  const char *value;
} ParleySweepOption;

/* What a sweep is, and what it says of each point. All borrowed. */
typedef struct
{
  const char *fingerprint; /* differs when anything differs that results follow from, but options */
  const char *about;       /* the same for people: what is swept, in one line */
  const ParleySweepOption *options;
  guint                    n_options;
  guint              n_points;
  guint              n_columns;
  const char *const *names;   /* of columns */
  const gboolean    *numbers;  /* which of them hold numbers that are to be stored as such */
  const gboolean    *required; /* which of them have a value at every point */
} ParleySweepShape;

/* Whether the name of @path says that it is a database: it ends with .sqlite, .sqlite3 or .db. */
gboolean parley_sweep_store_is_named (const char *path);

/**
 * parley_sweep_store_open:
 *
 * Opens the file @path, which may hold some points of the same sweep, or makes it. Errors:
 * PARLEY_ERROR_INPUT when it holds something else or was altered, and then it is left as it was,
 * PARLEY_ERROR_LIMIT when there are too many columns, PARLEY_ERROR_IO when it cannot be used.
 */
ParleySweepStore *parley_sweep_store_open (const char             *path,
                                           const ParleySweepShape *shape,
                                           GError                **error);

/* Whoever knows what a row can be. */
typedef struct
{
  gboolean (*fits) (guint point, char *const *row, gpointer data);
  gpointer data;
} ParleySweepChecker;

/* Sets rows->pdata[point] (transfer full: a char ** with a text or NULL for each column) for all
 * points that are there. Errors: PARLEY_ERROR_INPUT at a row that does not fit; then those before
 * it are set. */
gboolean parley_sweep_store_read (ParleySweepStore         *self,
                                  GPtrArray                *rows,
                                  const ParleySweepChecker *checker,
                                  GError                  **error);

/* Writes the @n rows from @first on. What is there already stays. */
gboolean parley_sweep_store_write (ParleySweepStore *self,
                                   guint             first,
                                   guint             n,
                                   const GPtrArray  *rows,
                                   GError          **error);

void parley_sweep_store_close (ParleySweepStore *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleySweepStore, parley_sweep_store_close)

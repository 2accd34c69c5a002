/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * ParleyRunStore:
 *
 * What a long run came to in an SQLite database, a row for each of its parts: the points of a
 * sweep, the chunks of a sampling. What was written is there for good when parley_run_store_write
 * () returns, and killed at any moment the file holds whole batches: it has a write-ahead log, is
 * synchronised at each commit, and a batch is one transaction.
 *
 * One table says which run it is, another has the results (docs/output.md).
 */
typedef struct _ParleyRunStore ParleyRunStore;

/* An option on which results depend, and how it stands, in words. */
typedef struct
{
  const char *name;
  const char *value;
} ParleyRunOption;

/* A kind of runs. */
typedef struct
{
  const char *run;         /* what one is called, as is the table that says which it is */
  const char *rows;        /* the same of its parts */
  const char *row;
  int         application; /* in the header of the file */
} ParleyRunKind;

extern const ParleyRunKind parley_run_sweep;    /* "sweep", of "points" */
extern const ParleyRunKind parley_run_sampling; /* "sampling", of "chunks" */

/* What a run is, and what it says of each part. All borrowed. */
typedef struct
{
  const ParleyRunKind *kind;
  const char *fingerprint; /* differs when anything differs that results follow from, but options */
  const char *about;       /* the same for people: what is swept, in one line */
  const ParleyRunOption *options;
  guint                    n_options;
  guint              n_rows; /* how many parts it has */
  guint              n_columns;
  const char *const *names;   /* of columns */
  const gboolean    *numbers;  /* which of them hold numbers that are to be stored as such */
  const gboolean    *required; /* which of them have a value in every row */
} ParleyRunShape;

/* Whether the name of @path says that it is a database: it ends with .sqlite, .sqlite3 or .db. */
gboolean parley_run_store_is_named (const char *path);

/**
 * parley_run_store_open:
 *
 * Opens the file @path, which may hold some parts of the same run, or makes it. Errors:
 * PARLEY_ERROR_INPUT when it holds something else or was altered, and then it is left as it was,
 * PARLEY_ERROR_LIMIT when there are too many columns, PARLEY_ERROR_IO when it cannot be used.
 */
ParleyRunStore *parley_run_store_open (const char             *path,
                                       const ParleyRunShape *shape,
                                       GError **error);

/* Whoever knows what a row can be. */
typedef struct
{
  gboolean (*fits) (guint row_number, char *const *row, gpointer data);
  gpointer data;
} ParleyRunChecker;

/* Sets rows->pdata[number] (transfer full: a char ** with a text or NULL for each column) for all
 * rows that are there. Errors: PARLEY_ERROR_INPUT at a row that does not fit; then those before
 * it are set. */
gboolean parley_run_store_read (ParleyRunStore         *self,
                                GPtrArray *rows,
                                const ParleyRunChecker *checker,
                                GError **error);

/* Writes the @n rows from @first on. What is there already stays. */
gboolean parley_run_store_write (ParleyRunStore *self,
                                 guint first,
                                 guint n,
                                 const GPtrArray *rows,
                                 GError **error);

void parley_run_store_close (ParleyRunStore *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyRunStore, parley_run_store_close)

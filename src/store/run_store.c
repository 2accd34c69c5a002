/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/run_store.h"

#include "store/run_store_part.h"

#include <math.h>

#include "base/error.h"
#include "base/exact.h"

/* Milliseconds to wait for another process that writes. */
#define PATIENCE 10000

const ParleyRunKind parley_run_sweep = { "sweep", "points", "point", 0x50535750 /* "PSWP" */ };
const ParleyRunKind parley_run_sampling
    = { "sampling", "chunks", "chunk", 0x5053414d /* "PSAM" */ };

gboolean
parley_run_store_is_named (const char *path)
{
  static const char *const ends[] = { ".sqlite", ".sqlite3", ".db" };

  for (guint i = 0; path != NULL && i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (path, ends[i]))
      return TRUE;
  return FALSE;
}

gboolean
parley_run_store_fail (const ParleyRunStore *self, GError **error)
{
  int code = sqlite3_errcode (self->database);
  g_autofree char *name = g_filename_display_name (self->path);

  if (code == SQLITE_NOTADB)
    g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
                 "%s is no database: name another file for the results", name);
  else
    g_set_error (error, PARLEY_ERROR, code == SQLITE_NOMEM ? PARLEY_ERROR_MEMORY : PARLEY_ERROR_IO,
                 "cannot keep results in %s: %s", name, sqlite3_errmsg (self->database));
  return FALSE;
}

gboolean
parley_run_store_run (const ParleyRunStore *self, const char *sql, GError **error)
{
  return sqlite3_exec (self->database, sql, NULL, NULL, NULL) == SQLITE_OK
         || parley_run_store_fail (self, error);
}

static gboolean
prepare (ParleyRunStore *self, GError **error)
{
  g_autoptr(GString) sql = g_string_new ("INSERT INTO ");

  g_string_append_printf (sql, "%s VALUES (?", self->kind->rows);

  for (guint c = 0; c < self->n_columns; c++)
    g_string_append (sql, ",?");
  g_string_append_printf (sql, ") ON CONFLICT (%s) DO NOTHING", self->kind->row);
  return sqlite3_prepare_v2 (self->database, sql->str, -1, &self->insert, NULL) == SQLITE_OK
         || parley_run_store_fail (self, error);
}

static gboolean
has_room (const ParleyRunStore *self, GError **error)
{
  int most = sqlite3_limit (self->database, SQLITE_LIMIT_COLUMN, -1);

  if (self->n_columns < (guint) most)
    return TRUE;
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
               "a database has at most %d columns, and this %s would need %u", most,
               self->kind->run, self->n_columns + 1);
  return FALSE;
}

ParleyRunStore *
parley_run_store_open (const char *path, const ParleyRunShape *shape, GError **error)
{
  g_autoptr(ParleyRunStore) self = g_new0 (ParleyRunStore, 1);

  self->kind = shape->kind;
  self->path = g_strdup (path);
  self->n_columns = shape->n_columns;
  self->numbers = g_memdup2 (shape->numbers, shape->n_columns * sizeof *shape->numbers);
  if (sqlite3_open_v2 (path, &self->database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL)
      != SQLITE_OK)
    {
      parley_run_store_fail (self, error);
      return NULL;
    }
  sqlite3_extended_result_codes (self->database, 0);
  sqlite3_busy_timeout (self->database, PATIENCE);
  if (!has_room (self, error) || !parley_run_store_claim (self, shape, error)
      || !parley_run_store_run (self, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL", error)
      || !prepare (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* A number that is none for us, infinity, stays in SQLite's words. */
static char *
read_cell (const ParleyRunStore *self, sqlite3_stmt *query, guint column)
{
  int at = (int) column + 1;

  if (self->numbers[column] && isfinite (sqlite3_column_double (query, at)))
    return parley_double_to_text (sqlite3_column_double (query, at));
  return g_strdup ((const char *) sqlite3_column_text (query, at));
}

static char **
read_row (const ParleyRunStore *self, sqlite3_stmt *query)
{
  char **row = g_new0 (char *, self->n_columns);

  for (guint c = 0; c < self->n_columns; c++)
    if (sqlite3_column_type (query, (int) c + 1) != SQLITE_NULL)
      row[c] = read_cell (self, query, c);
  return row;
}

static void
row_free (const ParleyRunStore *self, char **row)
{
  for (guint c = 0; c < self->n_columns; c++)
    g_free (row[c]);
  g_free (row);
}

/* Puts the row at which @query stands among @rows. */
static gboolean
take_row (const ParleyRunStore   *self,
          sqlite3_stmt             *query,
          GPtrArray                *rows,
          const ParleyRunChecker *checker,
          GError                  **error)
{
  gint64 number = sqlite3_column_int64 (query, 0);
  char **row = read_row (self, query);
  g_autofree char *how = NULL;

  if (number >= 0 && number < rows->len && rows->pdata[number] == NULL
      && checker->fits ((guint) number, row, checker->data))
    {
      rows->pdata[number] = row;
      return TRUE;
    }
  row_free (self, row);
  how = g_strdup_printf ("the row of \"%s\" with the %s %" G_GINT64_FORMAT
                         " is none that this %s gives",
                         self->kind->rows, self->kind->row, number, self->kind->run);
  return parley_run_store_refuse_altered (self, how, error);
}

gboolean
parley_run_store_read (ParleyRunStore         *self,
                       GPtrArray *rows,
                       const ParleyRunChecker *checker,
                       GError **error)
{
  sqlite3_stmt *query = NULL;
  gboolean fine = TRUE;
  g_autofree char *sql
      = g_strdup_printf ("SELECT * FROM %s ORDER BY %s", self->kind->rows, self->kind->row);
  int code = sqlite3_prepare_v2 (self->database, sql, -1, &query, NULL);

  if (code == SQLITE_OK)
    while (fine && (code = sqlite3_step (query)) == SQLITE_ROW)
      fine = take_row (self, query, rows, checker, error);
  if (fine && code != SQLITE_DONE)
    fine = parley_run_store_fail (self, error);
  sqlite3_finalize (query);
  return fine;
}

static gboolean
write_row (ParleyRunStore *self, guint number, char **row)
{
  gboolean fine = sqlite3_bind_int64 (self->insert, 1, number) == SQLITE_OK;

  for (guint c = 0; c < self->n_columns && fine; c++)
    {
      int at = (int) c + 2;

      if (row[c] == NULL)
        fine = sqlite3_bind_null (self->insert, at) == SQLITE_OK;
      else if (self->numbers[c])
        fine = sqlite3_bind_double (self->insert, at, g_ascii_strtod (row[c], NULL)) == SQLITE_OK;
      else
        fine = sqlite3_bind_text (self->insert, at, row[c], -1, SQLITE_STATIC) == SQLITE_OK;
    }
  fine = fine && sqlite3_step (self->insert) == SQLITE_DONE;
  return sqlite3_reset (self->insert) == SQLITE_OK && fine;
}

gboolean
parley_run_store_write (ParleyRunStore *self,
                        guint first,
                        guint n,
                        const GPtrArray *rows,
                        GError **error)
{
  gboolean fine = parley_run_store_run (self, "BEGIN IMMEDIATE", error);

  if (!fine)
    return FALSE;
  for (guint i = 0; i < n && fine; i++)
    fine = write_row (self, first + i, g_ptr_array_index (rows, first + i));
  if (fine && sqlite3_exec (self->database, "COMMIT", NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  parley_run_store_fail (self, error);
  sqlite3_exec (self->database, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

void
parley_run_store_close (ParleyRunStore *self)
{
  if (self == NULL)
    return;
  sqlite3_finalize (self->insert);
  sqlite3_close (self->database);
  g_free (self->numbers);
  g_free (self->path);
  g_free (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/sweep_store.h"

#include <sqlite3.h>

#include "base/error.h"
#include "base/exact.h"

/* "PSWP", in the header of the file; and the form of its tables. */
#define APPLICATION 0x50535750
#define FORM        1

/* Milliseconds to wait for another process that writes. */
#define PATIENCE 10000

struct _ParleySweepStore
{
  sqlite3      *database;
  sqlite3_stmt *insert;
  char         *path;
  guint         n_columns;
  gboolean     *numbers;
};

gboolean
parley_sweep_store_is_named (const char *path)
{
  static const char *const ends[] = { ".sqlite", ".sqlite3", ".db" };

  for (guint i = 0; path != NULL && i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (path, ends[i]))
      return TRUE;
  return FALSE;
}

static gboolean
fail (const ParleySweepStore *self, GError **error)
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

static gboolean
run (const ParleySweepStore *self, const char *sql, GError **error)
{
  return sqlite3_exec (self->database, sql, NULL, NULL, NULL) == SQLITE_OK || fail (self, error);
}

/* Sets @value to what a query of one number gives. */
static gboolean
ask (const ParleySweepStore *self, const char *sql, gint64 *value, GError **error)
{
  sqlite3_stmt *query = NULL;
  gboolean fine = sqlite3_prepare_v2 (self->database, sql, -1, &query, NULL) == SQLITE_OK
                  && sqlite3_step (query) == SQLITE_ROW;

  if (fine)
    *value = sqlite3_column_int64 (query, 0);
  else
    fail (self, error);
  sqlite3_finalize (query);
  return fine;
}

/* What "sweep" says under @key. Returns: (transfer full) (nullable). */
static char *
look_up (const ParleySweepStore *self, const char *key)
{
  sqlite3_stmt *query = NULL;
  char *value = NULL;

  if (sqlite3_prepare_v2 (self->database, "SELECT value FROM sweep WHERE key = ?", -1, &query, NULL)
          == SQLITE_OK
      && sqlite3_bind_text (query, 1, key, -1, SQLITE_STATIC) == SQLITE_OK
      && sqlite3_step (query) == SQLITE_ROW)
    value = g_strdup ((const char *) sqlite3_column_text (query, 0));
  sqlite3_finalize (query);
  return value;
}

static gboolean
say (const ParleySweepStore *self, const char *key, const char *value, GError **error)
{
  char *sql = sqlite3_mprintf ("INSERT INTO sweep VALUES (%Q, %Q)", key, value);
  gboolean fine = run (self, sql, error);

  sqlite3_free (sql);
  return fine;
}

/* Names of columns are the same to SQLite when only their case differs. */
static char *
definition_of_points (const ParleySweepShape *shape)
{
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GString *sql = g_string_new ("CREATE TABLE points (point INTEGER PRIMARY KEY");

  g_hash_table_add (taken, g_strdup ("point"));
  for (guint c = 0; c < shape->n_columns; c++)
    {
      g_autoptr(GString) name = g_string_new (shape->names[c]);
      char *quoted = NULL;

      while (!g_hash_table_add (taken, g_ascii_strdown (name->str, -1)))
        g_string_append_c (name, '\'');
      quoted = sqlite3_mprintf (", \"%w\" %s", name->str, shape->numbers[c] ? "REAL" : "TEXT");
      g_string_append (sql, quoted);
      sqlite3_free (quoted);
    }
  g_string_append (sql, ") STRICT");
  return g_string_free (sql, FALSE);
}

static gboolean
create (const ParleySweepStore *self, const ParleySweepShape *shape, GError **error)
{
  g_autofree char *points = definition_of_points (shape);
  g_autofree char *n_points = g_strdup_printf ("%u", shape->n_points);
  g_autofree char *marks
      = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d", APPLICATION, FORM);

  return run (self, "CREATE TABLE sweep (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT", error)
         && run (self, points, error) && run (self, marks, error)
         && say (self, "about", shape->about, error)
         && say (self, "fingerprint", shape->fingerprint, error)
         && say (self, "points", n_points, error);
}

/* Whether the file holds this very sweep; sets @error. */
static gboolean
check (const ParleySweepStore *self, const ParleySweepShape *shape, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);
  g_autofree char *fingerprint = NULL;
  g_autofree char *about = NULL;
  gint64 application = 0, form = 0;

  if (!ask (self, "PRAGMA application_id", &application, error)
      || !ask (self, "PRAGMA user_version", &form, error))
    return FALSE;
  fingerprint = look_up (self, "fingerprint");
  about = look_up (self, "about");
  if (application != APPLICATION || form != FORM || fingerprint == NULL || about == NULL)
    {
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
                   "%s is a database of something else: name another file for the results", name);
      return FALSE;
    }
  if (g_str_equal (fingerprint, shape->fingerprint))
    return TRUE;
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
               "%s holds the results of another sweep (%s), or of this one before the scenario or "
               "its models were changed: name another file, or remove it",
               name, about);
  return FALSE;
}

/* A file without tables is new. */
static gboolean
check_or_create (const ParleySweepStore *self, const ParleySweepShape *shape, GError **error)
{
  gint64 n_tables = 0;
  gboolean fine = run (self, "BEGIN IMMEDIATE", error)
                  && ask (self, "SELECT count(*) FROM sqlite_schema", &n_tables, error)
                  && (n_tables == 0 ? create (self, shape, error) : check (self, shape, error))
                  && run (self, "COMMIT", error);

  if (!fine)
    sqlite3_exec (self->database, "ROLLBACK", NULL, NULL, NULL);
  return fine;
}

static gboolean
prepare (ParleySweepStore *self, GError **error)
{
  g_autoptr(GString) sql = g_string_new ("INSERT OR IGNORE INTO points VALUES (?");

  for (guint c = 0; c < self->n_columns; c++)
    g_string_append (sql, ",?");
  g_string_append_c (sql, ')');
  return sqlite3_prepare_v2 (self->database, sql->str, -1, &self->insert, NULL) == SQLITE_OK
         || fail (self, error);
}

static gboolean
has_room (const ParleySweepStore *self, GError **error)
{
  int most = sqlite3_limit (self->database, SQLITE_LIMIT_COLUMN, -1);

  if (self->n_columns < (guint) most)
    return TRUE;
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
               "a database has at most %d columns, and this sweep would need %u", most,
               self->n_columns + 1);
  return FALSE;
}

ParleySweepStore *
parley_sweep_store_open (const char *path, const ParleySweepShape *shape, GError **error)
{
  g_autoptr(ParleySweepStore) self = g_new0 (ParleySweepStore, 1);

  self->path = g_strdup (path);
  self->n_columns = shape->n_columns;
  self->numbers = g_memdup2 (shape->numbers, shape->n_columns * sizeof *shape->numbers);
  if (sqlite3_open_v2 (path, &self->database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL)
      != SQLITE_OK)
    {
      fail (self, error);
      return NULL;
    }
  sqlite3_extended_result_codes (self->database, 0);
  sqlite3_busy_timeout (self->database, PATIENCE);
  if (!has_room (self, error)
      || !run (self, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL", error)
      || !check_or_create (self, shape, error) || !prepare (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

static char **
read_row (const ParleySweepStore *self, sqlite3_stmt *query)
{
  char **row = g_new0 (char *, self->n_columns);

  for (guint c = 0; c < self->n_columns; c++)
    {
      int at = (int) c + 1;

      if (sqlite3_column_type (query, at) == SQLITE_NULL)
        continue;
      row[c] = self->numbers[c] ? parley_double_to_text (sqlite3_column_double (query, at))
                                : g_strdup ((const char *) sqlite3_column_text (query, at));
    }
  return row;
}

gboolean
parley_sweep_store_read (ParleySweepStore *self, GPtrArray *rows, GError **error)
{
  sqlite3_stmt *query = NULL;
  int code = sqlite3_prepare_v2 (self->database, "SELECT * FROM points ORDER BY point", -1, &query,
                                 NULL);

  if (code == SQLITE_OK)
    while ((code = sqlite3_step (query)) == SQLITE_ROW)
      {
        gint64 point = sqlite3_column_int64 (query, 0);

        if (point >= 0 && point < rows->len && rows->pdata[point] == NULL)
          rows->pdata[point] = read_row (self, query);
      }
  if (code != SQLITE_DONE)
    fail (self, error);
  sqlite3_finalize (query);
  return code == SQLITE_DONE;
}

static gboolean
write_row (ParleySweepStore *self, guint point, char **row)
{
  gboolean fine = sqlite3_bind_int64 (self->insert, 1, point) == SQLITE_OK;

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
parley_sweep_store_write (ParleySweepStore *self,
                          guint first,
                          guint n,
                          const GPtrArray *rows,
                          GError **error)
{
  gboolean fine = run (self, "BEGIN IMMEDIATE", error);

  if (!fine)
    return FALSE;
  for (guint i = 0; i < n && fine; i++)
    fine = write_row (self, first + i, g_ptr_array_index (rows, first + i));
  if (fine && sqlite3_exec (self->database, "COMMIT", NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  fail (self, error);
  sqlite3_exec (self->database, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

void
parley_sweep_store_close (ParleySweepStore *self)
{
  if (self == NULL)
    return;
  sqlite3_finalize (self->insert);
  sqlite3_close (self->database);
  g_free (self->numbers);
  g_free (self->path);
  g_free (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/run_store_part.h"

#include "base/error.h"

/* The form of the tables. */
#define FORM 1

/* Sets @value to what a query of one number gives. */
static gboolean
ask (const ParleyRunStore *self, const char *sql, gint64 *value, GError **error)
{
  sqlite3_stmt *query = NULL;
  gboolean fine = sqlite3_prepare_v2 (self->database, sql, -1, &query, NULL) == SQLITE_OK
                  && sqlite3_step (query) == SQLITE_ROW;

  if (fine)
    *value = sqlite3_column_int64 (query, 0);
  else
    parley_run_store_fail (self, error);
  sqlite3_finalize (query);
  return fine;
}

/* The one text that the query @sql gives for @key. Returns: (transfer full) (nullable). */
static char *
look_up (const ParleyRunStore *self, const char *sql, const char *key)
{
  sqlite3_stmt *query = NULL;
  char *value = NULL;

  if (sqlite3_prepare_v2 (self->database, sql, -1, &query, NULL) == SQLITE_OK
      && sqlite3_bind_text (query, 1, key, -1, SQLITE_STATIC) == SQLITE_OK
      && sqlite3_step (query) == SQLITE_ROW)
    value = g_strdup ((const char *) sqlite3_column_text (query, 0));
  sqlite3_finalize (query);
  return value;
}

/* What the run says of itself under @key. Returns: (transfer full) (nullable). */
static char *
said (const ParleyRunStore *self, const char *key)
{
  g_autofree char *sql = g_strdup_printf ("SELECT value FROM %s WHERE key = ?", self->kind->run);

  return look_up (self, sql, key);
}

static gboolean
say (const ParleyRunStore *self, const char *key, const char *value, GError **error)
{
  char *sql = sqlite3_mprintf ("INSERT INTO %s VALUES (%Q, %Q)", self->kind->run, key, value);
  gboolean fine = parley_run_store_run (self, sql, error);

  sqlite3_free (sql);
  return fine;
}

/* Names of columns are the same to SQLite when only their case differs. */
static char *
definition_of_rows (const ParleyRunShape *shape)
{
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "CREATE TABLE %s (%s INTEGER PRIMARY KEY", shape->kind->rows,
                          shape->kind->row);
  g_hash_table_add (taken, g_strdup (shape->kind->row));
  for (guint c = 0; c < shape->n_columns; c++)
    {
      g_autoptr(GString) name = g_string_new (shape->names[c]);
      char *quoted = NULL;

      while (!g_hash_table_add (taken, g_ascii_strdown (name->str, -1)))
        g_string_append_c (name, '\'');
      quoted = sqlite3_mprintf (", \"%w\" %s%s", name->str, shape->numbers[c] ? "REAL" : "TEXT",
                                shape->required[c] ? " NOT NULL" : "");
      g_string_append (sql, quoted);
      sqlite3_free (quoted);
    }
  g_string_append (sql, ") STRICT");
  return g_string_free (sql, FALSE);
}

static gboolean
create (const ParleyRunStore *self, const ParleyRunShape *shape, GError **error)
{
  g_autofree char *rows = definition_of_rows (shape);
  g_autofree char *n_rows = g_strdup_printf ("%u", shape->n_rows);
  g_autofree char *run = g_strdup_printf (
      "CREATE TABLE %s (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT", shape->kind->run);
  g_autofree char *marks = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                                            shape->kind->application, FORM);
  gboolean fine
      = parley_run_store_run (self, run, error) && parley_run_store_run (self, rows, error)
        && parley_run_store_run (self, marks, error) && say (self, "about", shape->about, error)
        && say (self, "fingerprint", shape->fingerprint, error)
        && say (self, shape->kind->rows, n_rows, error);

  for (guint i = 0; i < shape->n_options && fine; i++)
    fine = say (self, shape->options[i].name, shape->options[i].value, error);
  return fine;
}

/* What a database says of itself before any table is looked at. */
typedef struct
{
  gint64 n_tables;
  gint64 application;
  gint64 form;
} Marks;

static gboolean
read_marks (const ParleyRunStore *self, Marks *marks, GError **error)
{
  return ask (self, "SELECT count(*) FROM sqlite_schema", &marks->n_tables, error)
         && ask (self, "PRAGMA application_id", &marks->application, error)
         && ask (self, "PRAGMA user_version", &marks->form, error);
}

/* Nobody has put anything there, not even a mark that it is theirs. */
static gboolean
is_new (const Marks *marks)
{
  return marks->n_tables == 0 && marks->application == 0 && marks->form == 0;
}

/* Whether it is a database of ours at all; sets @error. */
static gboolean
check_marks (const ParleyRunStore *self, const Marks *marks, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);

  if (marks->application == self->kind->application && marks->form == FORM)
    return TRUE;
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
               "%s is a database of something else: name another file for the results", name);
  return FALSE;
}

static gboolean
refuse_table (const ParleyRunStore *self, const char *table, GError **error)
{
  g_autofree char *how = g_strdup_printf ("its table \"%s\" is not what it was", table);

  return parley_run_store_refuse_altered (self, how, error);
}

/* Whether all options stand as they did; sets @error. */
static gboolean
check_options (const ParleyRunStore *self, const ParleyRunShape *shape, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);
  g_autoptr(GString) others = g_string_new (NULL);

  for (guint i = 0; i < shape->n_options; i++)
    {
      const ParleyRunOption *option = &shape->options[i];
      g_autofree char *before = said (self, option->name);

      if (before == NULL)
        return refuse_table (self, self->kind->run, error);
      if (!g_str_equal (before, option->value))
        g_string_append_printf (others, "%s%s was %s and is %s now", others->len == 0 ? "" : ", ",
                                option->name, before, option->value);
    }
  if (others->len == 0)
    return TRUE;
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
               "%s holds the results of this %s with other options (%s): give the same, name "
               "another file, or remove it",
               name, self->kind->run, others->str);
  return FALSE;
}

/* Whether it says that it is this very one; sets @error. */
static gboolean
check_run (const ParleyRunStore *self, const ParleyRunShape *shape, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);
  g_autofree char *fingerprint = said (self, "fingerprint");
  g_autofree char *about = said (self, "about");

  if (fingerprint == NULL || about == NULL)
    return refuse_table (self, self->kind->run, error);
  if (g_str_equal (fingerprint, shape->fingerprint))
    return check_options (self, shape, error);
  if (g_str_equal (about, shape->about))
    g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
                 "%s holds the results of this %s from before the scenario or its models were "
                 "changed: name another file, or remove it",
                 name, self->kind->run);
  else
    g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
                 "%s holds the results of another %s (%s): name another file, or remove it", name,
                 self->kind->run, about);
  return FALSE;
}

/* SQLite keeps the words with which a table was made. Sets @error. */
static gboolean
check_rows (const ParleyRunStore *self, const ParleyRunShape *shape, GError **error)
{
  g_autofree char *wanted = definition_of_rows (shape);
  g_autofree char *found = look_up (
      self, "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?", shape->kind->rows);

  return g_strcmp0 (found, wanted) == 0 || refuse_table (self, self->kind->rows, error);
}

/* Whether the file holds this very run, as it was written; sets @error. */
static gboolean
check (const ParleyRunStore *self, const Marks *marks, const ParleyRunShape *shape, GError **error)
{
  return check_marks (self, marks, error) && check_run (self, shape, error)
         && check_rows (self, shape, error);
}

gboolean
parley_run_store_refuse_altered (const ParleyRunStore *self, const char *how, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);

  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
               "%s was altered: %s; name another file for the results, or remove it", name, how);
  return FALSE;
}

gboolean
parley_run_store_claim (const ParleyRunStore *self, const ParleyRunShape *shape, GError **error)
{
  Marks marks = { 0 };
  gboolean fine
      = parley_run_store_run (self, "BEGIN IMMEDIATE", error) && read_marks (self, &marks, error)
        && (is_new (&marks) ? create (self, shape, error) : check (self, &marks, shape, error))
        && parley_run_store_run (self, "COMMIT", error);

  if (!fine)
    sqlite3_exec (self->database, "ROLLBACK", NULL, NULL, NULL);
  return fine;
}

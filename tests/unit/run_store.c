/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/run_store.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "base/error.h"
#include "expect.h"
#include "suites.h"

static char *folder;

static int
set_up (void)
{
  folder = g_dir_make_tmp ("parley-XXXXXX", NULL);
  return folder == NULL;
}

static void
forget (const char *name)
{
  static const char *const ends[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *file = g_strconcat (name, ends[i], NULL);
      g_autofree char *path = g_build_filename (folder, file, NULL);

      g_remove (path);
    }
}

static int
tear_down (void)
{
  forget ("a.sqlite");
  g_rmdir (folder);
  g_free (folder);
  return 0;
}

static const char *const names[] = { "x", "score.US", "score.us", "po\"int", "point" };
static const gboolean numbers[] = { FALSE, TRUE, TRUE, FALSE, FALSE };
static const gboolean required[] = { FALSE, FALSE, FALSE, TRUE, FALSE };

static ParleyRunStore *
open_with (const char *fingerprint, const char *about, const char *memory, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "a.sqlite", NULL);
  ParleyRunOption options[] = { { "--count", "off" }, { "--memory", memory } };
  ParleyRunShape shape
      = { &parley_run_sweep,    fingerprint, about,   options, G_N_ELEMENTS (options), 5,
          G_N_ELEMENTS (names), names,       numbers, required };

  return parley_run_store_open (path, &shape, error);
}

static ParleyRunStore *
open_store (const char *fingerprint, GError **error)
{
  return open_with (fingerprint, "this sweep", "1G", error);
}

static void
row_free (gpointer data)
{
  char **row = data;

  for (guint c = 0; row != NULL && c < G_N_ELEMENTS (names); c++)
    g_free (row[c]);
  g_free (row);
}

static GPtrArray *
rows_new (guint n)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);

  g_ptr_array_set_size (rows, (int) n);
  return rows;
}

static void
put_row (GPtrArray *rows, guint point, const char *text, const char *number)
{
  char **row = g_new0 (char *, G_N_ELEMENTS (names));

  row[0] = g_strdup (text);
  row[1] = g_strdup (number);
  row[3] = g_strdup ("a; DROP TABLE points --'");
  rows->pdata[point] = row;
}

static gboolean
any_fits (G_GNUC_UNUSED guint point, G_GNUC_UNUSED char *const *row, G_GNUC_UNUSED gpointer data)
{
  return TRUE;
}

static const ParleyRunChecker anything = { any_fits, NULL };

/* All rows, "point: x score" one a line. */
static char *
list (ParleyRunStore *store)
{
  g_autoptr(GPtrArray) rows = rows_new (5);
  GString *text = g_string_new (NULL);

  CU_ASSERT_TRUE (parley_run_store_read (store, rows, &anything, NULL));
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);

      if (row != NULL)
        g_string_append_printf (text, "%u: %s %s %s\n", i, row[0] != NULL ? row[0] : "-",
                                row[1] != NULL ? row[1] : "-", row[3]);
    }
  return g_string_free (text, FALSE);
}

/* What was written is there when the file is opened again, numbers to the last bit. */
static void
test_resumed (void)
{
  g_autoptr(GPtrArray) rows = rows_new (5);
  g_autoptr(ParleyRunStore) store = open_store ("f", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  CU_ASSERT_PTR_NOT_NULL_FATAL (store);
  put_row (rows, 1, "30", "0.1");
  put_row (rows, 2, "1/3", "33.333333333333336");
  CU_ASSERT_TRUE (parley_run_store_write (store, 1, 2, rows, NULL));
  g_clear_pointer (&store, parley_run_store_close);

  store = open_store ("f", NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (store);
  before = list (store);
  PARLEY_EXPECT_TEXT ("read", before,
                      "1: 30 0.1 a; DROP TABLE points --'\n"
                      "2: 1/3 33.333333333333336 a; DROP TABLE points --'\n");

  /* What is there stays; nothing is there twice. */
  row_free (rows->pdata[2]);
  put_row (rows, 2, "other", NULL);
  put_row (rows, 3, NULL, NULL);
  CU_ASSERT_TRUE (parley_run_store_write (store, 2, 2, rows, NULL));
  after = list (store);
  PARLEY_EXPECT_TEXT ("again", after,
                      "1: 30 0.1 a; DROP TABLE points --'\n"
                      "2: 1/3 33.333333333333336 a; DROP TABLE points --'\n"
                      "3: - - a; DROP TABLE points --'\n");
  g_clear_pointer (&store, parley_run_store_close);
  forget ("a.sqlite");
}

/* Two at once do each other no harm. */
static void
test_two (void)
{
  g_autoptr(GPtrArray) rows = rows_new (5);
  g_autoptr(ParleyRunStore) one = open_store ("f", NULL);
  g_autoptr(ParleyRunStore) two = open_store ("f", NULL);
  g_autofree char *all = NULL;

  CU_ASSERT_PTR_NOT_NULL_FATAL (one);
  CU_ASSERT_PTR_NOT_NULL_FATAL (two);
  put_row (rows, 0, "a", "1");
  put_row (rows, 1, "b", "2");
  CU_ASSERT_TRUE (parley_run_store_write (one, 0, 1, rows, NULL));
  CU_ASSERT_TRUE (parley_run_store_write (two, 0, 2, rows, NULL));
  all = list (one);
  PARLEY_EXPECT_TEXT ("both", all,
                      "0: a 1 a; DROP TABLE points --'\n1: b 2 a; DROP TABLE points --'\n");
  g_clear_pointer (&one, parley_run_store_close);
  g_clear_pointer (&two, parley_run_store_close);
  forget ("a.sqlite");
}

/* A row has all that is required, or it is not written. */
static void
test_required (void)
{
  g_autoptr(GPtrArray) rows = rows_new (5);
  g_autoptr(ParleyRunStore) store = open_store ("f", NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *all = NULL;

  CU_ASSERT_PTR_NOT_NULL_FATAL (store);
  put_row (rows, 0, "a", "1");
  g_clear_pointer (&((char **) rows->pdata[0])[3], g_free);
  CU_ASSERT_FALSE (parley_run_store_write (store, 0, 1, rows, &error));
  CU_ASSERT_TRUE (g_error_matches (error, PARLEY_ERROR, PARLEY_ERROR_IO));
  all = list (store);
  PARLEY_EXPECT_TEXT ("nothing", all, "");
  g_clear_pointer (&store, parley_run_store_close);
  forget ("a.sqlite");
}

static gboolean
fits_but_one (guint point, char *const *row, gpointer data)
{
  CU_ASSERT_PTR_NOT_NULL (row);
  return point != *(guint *) data;
}

/* Runs @sql as another program would. */
static void
alter (const char *sql)
{
  g_autofree char *path = g_build_filename (folder, "a.sqlite", NULL);
  sqlite3 *database = NULL;

  CU_ASSERT_EQUAL_FATAL (sqlite3_open (path, &database), SQLITE_OK);
  CU_ASSERT_EQUAL (sqlite3_exec (database, sql, NULL, NULL, NULL), SQLITE_OK);
  sqlite3_close (database);
}

/* Rows that others put there. */
static void
test_altered_rows (void)
{
  g_autoptr(GPtrArray) rows = rows_new (5);
  g_autoptr(GPtrArray) read = rows_new (5);
  g_autoptr(ParleyRunStore) store = open_store ("f", NULL);
  g_autoptr(GError) error = NULL;
  guint wrong = 2;
  ParleyRunChecker checker = { fits_but_one, &wrong };

  for (guint i = 0; i < 4; i++)
    put_row (rows, i, "a", "1");
  CU_ASSERT_TRUE (parley_run_store_write (store, 0, 4, rows, NULL));
  CU_ASSERT_FALSE (parley_run_store_read (store, read, &checker, &error));
  CU_ASSERT_TRUE (g_error_matches (error, PARLEY_ERROR, PARLEY_ERROR_INPUT));
  CU_ASSERT_PTR_NOT_NULL (strstr (error->message,
                                  "a.sqlite was altered: the row of \"points\" with "
                                  "the point 2 is none that this sweep gives"));
  CU_ASSERT_TRUE (read->pdata[1] != NULL && read->pdata[2] == NULL && read->pdata[3] == NULL);

  alter ("UPDATE points SET point = 5 WHERE point = 0");
  g_clear_error (&error);
  wrong = 9;
  g_ptr_array_set_size (read, 0);
  g_ptr_array_set_size (read, 5);
  CU_ASSERT_FALSE (parley_run_store_read (store, read, &checker, &error));
  CU_ASSERT_PTR_NOT_NULL (strstr (error->message, "with the point 5 is none"));
  g_clear_pointer (&store, parley_run_store_close);
  forget ("a.sqlite");
}

/* Takes @store and @error. */
static void
expect_refused (ParleyRunStore *store, GError *error, int code, const char *part)
{
  CU_ASSERT_PTR_NULL_FATAL (store);
  CU_ASSERT_TRUE (g_error_matches (error, PARLEY_ERROR, code));
  PARLEY_EXPECT_TEXT (part, strstr (error->message, part) != NULL ? "said" : error->message,
                      "said");
  g_error_free (error);
}

static void
expect_refusal (const char *fingerprint, int code, const char *part)
{
  GError *error = NULL;
  ParleyRunStore *store = open_store (fingerprint, &error);

  expect_refused (store, error, code, part);
}

/* In what another sweep is another is said. */
static void
test_other_sweeps (void)
{
  ParleyRunStore *store = NULL;
  GError *error = NULL;

  parley_run_store_close (open_store ("f", NULL));
  expect_refusal ("g", PARLEY_ERROR_INPUT,
                  "holds the results of this sweep from before the scenario or its models were");
  store = open_with ("g", "that sweep", "1G", &error);
  expect_refused (store, error, PARLEY_ERROR_INPUT,
                  "holds the results of another sweep (this sweep): ");
  error = NULL;
  store = open_with ("f", "that sweep", "20M", &error);
  expect_refused (store, error, PARLEY_ERROR_INPUT,
                  "holds the results of this sweep with other options (--memory was 1G and is 20M "
                  "now): ");
  forget ("a.sqlite");
}

static void
test_refused (void)
{
  g_autofree char *path = g_build_filename (folder, "a.sqlite", NULL);

  g_file_set_contents (path, "This is a letter, and no database, as can be seen.", -1, NULL);
  expect_refusal ("f", PARLEY_ERROR_INPUT, "is no database");
  forget ("a.sqlite");

  CU_ASSERT_EQUAL (g_mkdir (path, 0700), 0);
  expect_refusal ("f", PARLEY_ERROR_IO, "cannot keep results in");
  g_rmdir (path);
}

/* What belongs to another program is refused, and not a byte of it changes. */
static void
test_of_others (void)
{
  static const char *const databases[] = {
    "CREATE TABLE t (a)", "PRAGMA application_id = 1234", "PRAGMA user_version = 7",
    "PRAGMA application_id = 1347639120; PRAGMA user_version = 2",
    "PRAGMA journal_mode = WAL; CREATE TABLE sweep (key, value); CREATE TABLE points (point)"
  };
  g_autofree char *path = g_build_filename (folder, "a.sqlite", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (databases); i++)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      gsize size = 0, new_size = 0;

      alter (databases[i]);
      CU_ASSERT_TRUE_FATAL (g_file_get_contents (path, &before, &size, NULL));
      expect_refusal ("f", PARLEY_ERROR_INPUT, "is a database of something else");
      CU_ASSERT_TRUE_FATAL (g_file_get_contents (path, &after, &new_size, NULL));
      PARLEY_EXPECT_TEXT (databases[i],
                          size > 0 && size == new_size && memcmp (before, after, size) == 0
                              ? "the same"
                              : "changed",
                          "the same");
      CU_ASSERT_FALSE (g_file_test (log, G_FILE_TEST_EXISTS));
      forget ("a.sqlite");
    }
}

/* Tables that others changed. */
static void
test_altered_tables (void)
{
  static const char *const changes[][2]
      = { { "DROP TABLE points", "\"points\" is not what it was" },
          { "ALTER TABLE points ADD COLUMN more TEXT", "\"points\" is not what it was" },
          { "DROP TABLE points; CREATE TABLE points (point INTEGER PRIMARY KEY, x, \"score.US\", "
            "\"score.us'\", \"po\"\"int\", \"point'\")",
            "\"points\" is not what it was" },
          { "DROP TABLE sweep", "\"sweep\" is not what it was" },
          { "DELETE FROM sweep WHERE key = '--memory'", "\"sweep\" is not what it was" },
          { "DELETE FROM sweep WHERE key = 'about'", "\"sweep\" is not what it was" } };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      parley_run_store_close (open_store ("f", NULL));
      alter (changes[i][0]);
      expect_refusal ("f", PARLEY_ERROR_INPUT, "was altered: its table ");
      expect_refusal ("f", PARLEY_ERROR_INPUT, changes[i][1]);
      forget ("a.sqlite");
    }
}

/* An empty file is as good as none. */
static void
test_empty (void)
{
  g_autofree char *path = g_build_filename (folder, "a.sqlite", NULL);
  g_autoptr(ParleyRunStore) store = NULL;

  g_file_set_contents (path, "", 0, NULL);
  store = open_store ("f", NULL);
  CU_ASSERT_PTR_NOT_NULL (store);
  g_clear_pointer (&store, parley_run_store_close);
  forget ("a.sqlite");
}

static void
test_names (void)
{
  CU_ASSERT_TRUE (parley_run_store_is_named ("a.sqlite"));
  CU_ASSERT_TRUE (parley_run_store_is_named ("b/a.sqlite3"));
  CU_ASSERT_TRUE (parley_run_store_is_named ("a.db"));
  CU_ASSERT_FALSE (parley_run_store_is_named ("a.sqlite.txt"));
  CU_ASSERT_FALSE (parley_run_store_is_named (NULL));
  parley_run_store_close (NULL);
}

void
parley_test_run_store (void)
{
  CU_pSuite suite = CU_add_suite ("run_store", set_up, tear_down);

  CU_ADD_TEST (suite, test_resumed);
  CU_ADD_TEST (suite, test_two);
  CU_ADD_TEST (suite, test_required);
  CU_ADD_TEST (suite, test_altered_rows);
  CU_ADD_TEST (suite, test_altered_tables);
  CU_ADD_TEST (suite, test_of_others);
  CU_ADD_TEST (suite, test_other_sweeps);
  CU_ADD_TEST (suite, test_refused);
  CU_ADD_TEST (suite, test_empty);
  CU_ADD_TEST (suite, test_names);
}

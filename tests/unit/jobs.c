/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "web/jobs.h"

#include <CUnit/CUnit.h>
#include <string.h>
#include <unistd.h>

#include "suites.h"

/* Longer than any test waits. */
#define PATIENCE ((gint64) 20 * G_USEC_PER_SEC)

/* What became of a job. */
typedef struct
{
  guint n_told;
  ParleyJobEnd end;
  char *bytes;
} Told;

static void
ended (ParleyJobEnd end, const GByteArray *bytes, gpointer data)
{
  Told *told = data;

  told->n_told++;
  told->end = end;
  g_free (told->bytes);
  told->bytes
      = bytes->len == 0 ? g_strdup ("") : g_strndup ((const char *) bytes->data, bytes->len);
}

static void
say (G_GNUC_UNUSED gpointer data, GByteArray *bytes)
{
  g_byte_array_append (bytes, (const guint8 *) "done", 4);
}

static void
hang (G_GNUC_UNUSED gpointer data, G_GNUC_UNUSED GByteArray *bytes)
{
  for (;;)
    sleep (60);
}

/* More than an answer may be. */
static void
babble (G_GNUC_UNUSED gpointer data, GByteArray *bytes)
{
  g_byte_array_set_size (bytes, 65 * 1024 * 1024);
  memset (bytes->data, 'a', bytes->len);
}

/* As a program that runs: until @told is told. */
static void
wait_for (ParleyJobs *jobs, const Told *told)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (told->n_told == 0 && g_get_monotonic_time () < end)
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
      parley_jobs_look (jobs);
    }
  CU_ASSERT_EQUAL (told->n_told, 1);
}

/* Each as soon as it has ended, and none for longer than it may. */
static void
test_ends (void)
{
  static const struct
  {
    ParleyChildWork work;
    guint most_seconds;
    ParleyJobEnd end;
    const char *bytes;
  } rows[] = {
    { say, 60, PARLEY_JOB_DONE, "done" },
    { hang, 1, PARLEY_JOB_LATE, "" },
    { babble, 60, PARLEY_JOB_FAILED, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ParleyJobs) jobs = parley_jobs_new (1, 9, rows[i].most_seconds);
      Told told = { 0 };

      CU_ASSERT_PTR_NOT_NULL (parley_jobs_add (jobs, NULL, rows[i].work, ended, &told));
      CU_ASSERT_EQUAL (told.n_told, 0);
      wait_for (jobs, &told);
      CU_ASSERT_EQUAL (told.end, rows[i].end);
      if (rows[i].bytes != NULL)
        CU_ASSERT_TRUE (g_strcmp0 (told.bytes, rows[i].bytes) == 0);
      g_free (told.bytes);
    }
}

/* As many wait as may; one that is cancelled makes room, and nobody is told of it. */
static void
test_line (void)
{
  g_autoptr(ParleyJobs) jobs = parley_jobs_new (1, 2, 60);
  Told first = { 0 };
  Told second = { 0 };
  Told third = { 0 };
  ParleyJob *endless = parley_jobs_add (jobs, NULL, hang, ended, &first);

  g_main_context_iteration (NULL, FALSE);
  CU_ASSERT_PTR_NOT_NULL (parley_jobs_add (jobs, NULL, say, ended, &second));
  CU_ASSERT_PTR_NOT_NULL (parley_jobs_add (jobs, NULL, say, ended, &third));
  CU_ASSERT_PTR_NULL (parley_jobs_add (jobs, NULL, say, ended, &third));
  parley_jobs_cancel (jobs, endless);
  wait_for (jobs, &second);
  wait_for (jobs, &third);
  CU_ASSERT_EQUAL (first.n_told, 0);
  g_free (second.bytes);
  g_free (third.bytes);
}

/* Of one series the newest alone goes on; others are left alone. */
static void
test_series (void)
{
  g_autoptr(ParleyJobs) jobs = parley_jobs_new (2, 9, 60);
  Told older = { 0 };
  Told other = { 0 };
  Told newer = { 0 };

  parley_jobs_add (jobs, "a", hang, ended, &older);
  parley_jobs_add (jobs, "b", say, ended, &other);
  g_main_context_iteration (NULL, FALSE);
  parley_jobs_add (jobs, "a", say, ended, &newer);
  CU_ASSERT_EQUAL (older.n_told, 1);
  CU_ASSERT_EQUAL (older.end, PARLEY_JOB_SUPERSEDED);
  wait_for (jobs, &other);
  wait_for (jobs, &newer);
  CU_ASSERT_EQUAL (other.end, PARLEY_JOB_DONE);
  CU_ASSERT_EQUAL (newer.end, PARLEY_JOB_DONE);
  g_free (older.bytes);
  g_free (other.bytes);
  g_free (newer.bytes);
}

void
parley_test_jobs (void)
{
  CU_pSuite suite = CU_add_suite ("jobs", NULL, NULL);

  CU_add_test (suite, "ends", test_ends);
  CU_add_test (suite, "line", test_line);
  CU_add_test (suite, "series", test_series);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks at inputs that were once found by fuzzing, without a fuzzer: replay FOLDER, in which they
 * are in folders that are called as their targets. */
#include <gsl/gsl_errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "fuzz.h"

static const struct
{
  const char *name;
  void (*look_at) (const guint8 *data, gsize size);
} targets[] = {
#define ROW(name) { #name, parley_fuzz_##name },
  PARLEY_FUZZ_TARGETS (ROW)
#undef ROW
};

static void
replay_file (guint target, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *data = NULL;
  gsize size = 0;

  /* To know which one it was, should it end here. */
  printf ("%s\n", path);
  fflush (stdout);
  if (!g_file_get_contents (path, &data, &size, NULL))
    parley_fuzz_fail (path, 0, "the file can be read");
  targets[target].look_at ((const guint8 *) data, size);
}

/* Returns: how many files there were. */
static guint
replay_target (guint target, const char *found)
{
  g_autofree char *folder = g_build_filename (found, targets[target].name, NULL);
  g_autoptr(GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  targets[target].look_at ((const guint8 *) "", 0);
  while (files != NULL && (name = g_dir_read_name (files)) != NULL)
    {
      replay_file (target, folder, name);
      n++;
    }
  return n;
}

int
main (int argc, char **argv)
{
  guint n = 0;

  setlocale (LC_ALL, "");
  gsl_set_error_handler_off ();
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  for (guint i = 0; argc == 2 && i < G_N_ELEMENTS (targets); i++)
    n += replay_target (i, argv[1]);
  printf ("%u inputs\n", n);
  return n > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

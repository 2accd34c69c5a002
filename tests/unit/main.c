/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the unit tests: all suites, or those that are named. */
#include <CUnit/Basic.h>
#include <CUnit/CUnit.h>
#include <glib.h>
#include <gsl/gsl_errno.h>
#include <locale.h>
#include <stdlib.h>

#include "suites.h"

static const struct
{
  const char *name;
  void (*add) (void);
} suites[] = {
#define ROW(name) { #name, parley_test_##name },
  PARLEY_TEST_SUITES (ROW)
#undef ROW
};

static gboolean
is_wanted (const char *name, char **wanted)
{
  return wanted[0] == NULL || g_strv_contains ((const char *const *) wanted, name);
}

/* CU_basic_run_tests () reports success although tests fail, a suite that could
 * not be set up is no failure to it, and neither is an empty run. */
static gboolean
has_passed (CU_ErrorCode code)
{
  return code == CUE_SUCCESS && CU_get_error () == CUE_SUCCESS && CU_get_number_of_failures () == 0
         && CU_get_number_of_suites_failed () == 0 && CU_get_number_of_asserts () > 0;
}

int
main (G_GNUC_UNUSED int argc, char **argv)
{
  gboolean passed;

  setlocale (LC_ALL, "");
  gsl_set_error_handler_off ();
  /* What the library finds wrong with itself fails a test, whatever the test asserts. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  if (CU_initialize_registry () != CUE_SUCCESS)
    return EXIT_FAILURE;

  for (guint i = 0; i < G_N_ELEMENTS (suites); i++)
    if (is_wanted (suites[i].name, argv + 1))
      suites[i].add ();

  CU_basic_set_mode (CU_BRM_VERBOSE);
  passed = has_passed (CU_basic_run_tests ());
  CU_cleanup_registry ();
  return passed ? EXIT_SUCCESS : EXIT_FAILURE;
}

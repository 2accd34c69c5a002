/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "cli/input.h"

ParleyExit
parley_input_fail (const GError *error)
{
  g_printerr ("parley: %s\n", error->message);

  if (g_error_matches (error, PARLEY_ERROR, PARLEY_ERROR_IO)
      || g_error_matches (error, PARLEY_ERROR, PARLEY_ERROR_MEMORY))
    return PARLEY_EXIT_FAILED;
  return PARLEY_EXIT_USAGE;
}

static char *
count_of (guint n, const char *what)
{
  return g_strdup_printf ("%u %s%s", n, what, n == 1 ? "" : "s");
}

char *
parley_input_summary (guint n_errors, guint n_warnings)
{
  g_autofree char *errors = count_of (n_errors, "error");
  g_autofree char *warnings = count_of (n_warnings, "warning");

  if (n_errors == 0 && n_warnings == 0)
    return g_strdup ("no problems");
  if (n_warnings == 0)
    return g_steal_pointer (&errors);
  if (n_errors == 0)
    return g_steal_pointer (&warnings);
  return g_strconcat (errors, ", ", warnings, NULL);
}

static void
report_errors (const ParleyProblems *problems)
{
  for (guint i = 0; i < problems->items->len; i++)
    {
      const ParleyProblem *problem = parley_problems_get (problems, i);
      g_autofree char *text = parley_problem_to_string (problem);

      if (parley_problem_code_severity (problem->code) == PARLEY_SEVERITY_ERROR)
        g_printerr ("%s\n", text);
    }
}

ParleyLoaded *
parley_input_load (const ParleyOptions *options, const char *path, ParleyExit *status)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyLoaded) loaded = parley_load (path, options->changes, &error);
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *summary = NULL;

  if (loaded == NULL)
    {
      *status = parley_input_fail (error);
      return NULL;
    }

  summary = parley_input_summary (loaded->problems->n_errors, loaded->problems->n_warnings);
  if (loaded->scenario == NULL)
    {
      report_errors (loaded->problems);
      g_printerr ("%s: %s\n", name, summary);
      *status = PARLEY_EXIT_USAGE;
      return NULL;
    }

  if (loaded->is_model)
    {
      g_printerr ("%s: this is the model of one party; it takes a scenario to score deals\n", name);
      *status = PARLEY_EXIT_USAGE;
      return NULL;
    }

  if (loaded->problems->n_warnings > 0 && !options->quiet)
    g_printerr ("%s: %s; parley check lists them\n", name, summary);
  return g_steal_pointer (&loaded);
}

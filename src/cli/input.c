/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/input.h"

#include "base/error.h"
#include "cli/message.h"
#include "cli/output.h"
#include "cli/serving.h"
#include "scenario/value_text.h"

ParleyExit
parley_input_fail (const GError *error)
{
  const char *program = g_get_prgname ();

  if (error->domain == G_OPTION_ERROR && program != NULL)
    parley_message_print ("%s: %s (%s --help)", program, error->message, program);
  else
    parley_message_print ("parley: %s", error->message);

  if (g_error_matches (error, PARLEY_ERROR, PARLEY_ERROR_IO)
      || g_error_matches (error, PARLEY_ERROR, PARLEY_ERROR_MEMORY))
    return PARLEY_EXIT_FAILED;
  return PARLEY_EXIT_USAGE;
}

gboolean
parley_input_is_spared (const char *option, const char *output, const char *input, GError **error)
{
  g_autofree char *name = NULL;

  if (output != NULL && *output == '\0')
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "the file name of %s is empty",
                   option);
      return FALSE;
    }
  if (output == NULL || !parley_output_replaces (output, input))
    return TRUE;
  name = g_filename_display_name (input);
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
               "%s would replace %s, which is read: name another file", option, name);
  return FALSE;
}

gboolean
parley_input_all_spared (const char         *option,
                         const char         *output,
                         const char         *path,
                         const ParleyLoaded *loaded,
                         GError            **error)
{
  gboolean spared = parley_input_is_spared (option, output, path, error);

  for (guint i = 0; i < loaded->files->len && spared; i++)
    spared = parley_input_is_spared (option, output, g_ptr_array_index (loaded->files, i), error);
  return spared;
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

void
parley_input_report (const ParleyOptions *options, ParleyProblems *problems)
{
  parley_problems_sort (problems);
  for (guint i = 0; i < problems->items->len; i++)
    {
      const ParleyProblem *problem = parley_problems_get (problems, i);
      g_autofree char *text = parley_problem_to_string (problem);

      if (!options->quiet || parley_problem_code_severity (problem->code) == PARLEY_SEVERITY_ERROR)
        parley_message_print ("%s", text);
    }
}

static void
report_errors (const ParleyProblems *problems)
{
  for (guint i = 0; i < problems->items->len; i++)
    {
      const ParleyProblem *problem = parley_problems_get (problems, i);
      g_autofree char *text = parley_problem_to_string (problem);

      if (parley_problem_code_severity (problem->code) == PARLEY_SEVERITY_ERROR)
        parley_message_print ("%s", text);
    }
}

/* A model or an overlay that cannot be read is no fault of the scenario. */
static ParleyExit
exit_for (const ParleyProblems *problems)
{
  for (guint i = 0; i < problems->items->len; i++)
    if (parley_problems_get (problems, i)->code == PARLEY_PROBLEM_UNREADABLE)
      return PARLEY_EXIT_FAILED;

  return PARLEY_EXIT_USAGE;
}

ParleyExit
parley_input_refuse (const ParleyProblems *problems, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *summary = parley_input_summary (problems->n_errors, problems->n_warnings);

  report_errors (problems);
  parley_message_print ("%s: %s", name, summary);
  return exit_for (problems);
}

static ParleyLoaded *
read_file (const ParleyOptions *options, const char *path, GPtrArray *changes, GError **error)
{
  if (options->serving != NULL)
    return parley_loaded_with (options->serving->loaded, changes);
  return parley_load (path, changes, error);
}

static ParleyLoaded *
load (const ParleyOptions *options, const char *path, GPtrArray *changes, ParleyExit *status)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyLoaded) loaded = read_file (options, path, changes, &error);
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *summary = NULL;

  if (loaded == NULL
      || !parley_input_all_spared ("--output", options->output, path, loaded, &error))
    {
      *status = parley_input_fail (error);
      return NULL;
    }
  if (loaded->scenario == NULL)
    {
      *status = parley_input_refuse (loaded->problems, path);
      return NULL;
    }
  if (loaded->is_model)
    {
      parley_message_print (
          "%s: this is the model of one party; it takes a scenario to score deals", name);
      *status = PARLEY_EXIT_USAGE;
      return NULL;
    }
  summary = parley_input_summary (loaded->problems->n_errors, loaded->problems->n_warnings);
  if (loaded->problems->n_warnings > 0 && !options->quiet)
    parley_message_print ("%s: %s; parley check lists them", name, summary);
  return g_steal_pointer (&loaded);
}

/* Whether all processes read the same, models and changes included. */
static gboolean
agree (const ParleyOptions *options, const ParleyLoaded *loaded, GError **error)
{
  g_autofree char *tree = options->fleet == NULL ? NULL : parley_node_to_setting (loaded->tree);

  return tree == NULL || parley_fleet_agree (options->fleet, "scenario", tree, error);
}

ParleyLoaded *
parley_input_load (const ParleyOptions *options, const char *path, ParleyExit *status)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyLoaded) loaded = load (options, path, options->changes, status);

  if (loaded == NULL || agree (options, loaded, &error))
    return g_steal_pointer (&loaded);
  *status = parley_input_fail (error);
  return NULL;
}

ParleyLoaded *
parley_input_load_unchanged (const ParleyOptions *options, const char *path, ParleyExit *status)
{
  return load (options, path, NULL, status);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/warnings.h"
#include "base/escape.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/problem_json.h"
#include "cli/render.h"

/* --quiet leaves the warnings out, though not out of the count. */
static gboolean
is_shown (const ParleyOptions *options, const ParleyProblem *problem)
{
  return !options->quiet || parley_problem_code_severity (problem->code) == PARLEY_SEVERITY_ERROR;
}

static void
append_text (const ParleyOptions *options,
             const char *name,
             const ParleyProblems *problems,
             GString *text)
{
  g_autofree char *summary = parley_input_summary (problems->n_errors, problems->n_warnings);
  g_autofree char *shown_name = parley_escape_controls (name);

  for (guint i = 0; i < problems->items->len; i++)
    {
      const ParleyProblem *problem = parley_problems_get (problems, i);
      g_autofree char *line = parley_problem_to_string (problem);

      if (is_shown (options, problem))
        g_string_append_printf (text, "%s\n", line);
    }
  g_string_append_printf (text, "%s: %s\n", shown_name, summary);
}

static ParleyJson *
file_to_json (const ParleyOptions *options, const char *name, const ParleyProblems *problems)
{
  ParleyJson *object = json_object_new_object ();

  json_object_object_add (object, "file", parley_json_string (name));
  json_object_object_add (object, "errors", json_object_new_int64 (problems->n_errors));
  json_object_object_add (object, "warnings", json_object_new_int64 (problems->n_warnings));
  json_object_object_add (object, "problems", parley_problems_to_json (problems, options->quiet));
  return object;
}

/* Takes @files. */
static void
append_json (ParleyJson *files, GString *text)
{
  ParleyJson *root = json_object_new_object ();

  json_object_object_add (root, "format", json_object_new_string ("parley-check/1"));
  json_object_object_add (root, "files", files);
  parley_render_json (root, text);
}

/* What only the engine can see. */
static void
add_warnings (ParleyLoaded *loaded)
{
  static const ParleyProblemCode codes[] = {
    [PARLEY_WARNING_NO_FEASIBLE_DEAL] = PARLEY_PROBLEM_NO_FEASIBLE_DEAL,
    [PARLEY_WARNING_UNREACHABLE_ADJUSTMENT] = PARLEY_PROBLEM_UNREACHABLE_ADJUSTMENT,
    [PARLEY_WARNING_RED_LINE_NEVER_CROSSED] = PARLEY_PROBLEM_RED_LINE_NEVER_CROSSED,
  };
  g_autoptr(GPtrArray) warnings = parley_warnings_new (loaded->scenario);

  for (guint i = 0; i < warnings->len; i++)
    {
      const ParleyWarning *warning = g_ptr_array_index (warnings, i);

      parley_loaded_add_problem (loaded, codes[warning->kind], warning->origin, "%s",
                                 warning->message);
    }
}

static ParleyLoaded *
load (const ParleyOptions *options, const char *path, GError **error)
{
  ParleyLoaded *loaded = parley_load (path, options->changes, error);

  if (loaded == NULL || loaded->scenario == NULL || loaded->is_model)
    return loaded;
  add_warnings (loaded);
  if (options->changes->len == 0)
    parley_loaded_check_cases (loaded);
  return loaded;
}

/* A file that cannot be read does not keep the others from being checked. Returns: FALSE when
 * nothing may be written, as that would replace what was read. */
static gboolean
check_file (const ParleyOptions *options,
            const char *path,
            ParleyJson *files,
            GString *text,
            ParleyExit *worst)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyLoaded) loaded = load (options, path, &error);
  g_autofree char *name = g_filename_display_name (path);

  if (loaded == NULL
      || !parley_input_all_spared ("--output", options->output, path, loaded, &error))
    {
      *worst = MAX (*worst, parley_input_fail (error));
      return loaded == NULL;
    }
  if (options->format == PARLEY_FORMAT_JSON)
    json_object_array_add (files, file_to_json (options, name, loaded->problems));
  else
    append_text (options, name, loaded->problems, text);
  if (loaded->problems->n_errors > 0)
    *worst = MAX (*worst, PARLEY_EXIT_NO);
  return TRUE;
}

static ParleyExit
run (const ParleyOptions *options, GString *result)
{
  g_autoptr(ParleyJson) files = json_object_new_array ();
  ParleyExit worst = PARLEY_EXIT_DONE;

  for (guint i = 0; options->arguments[i] != NULL; i++)
    if (!check_file (options, options->arguments[i], files, result, &worst))
      {
        g_string_truncate (result, 0);
        return worst;
      }

  if (options->format == PARLEY_FORMAT_JSON)
    append_json (g_steal_pointer (&files), result);
  return worst;
}

static const char details[]
    = "Each problem is reported with its place, what was found and what was expected. The exit\n"
      "status is 1 when a file has errors, and 0 when there are none but warnings.";

const ParleyCommand parley_cmd_check = {
  .name = "check",
  .arguments = "FILE...",
  .summary = "find every problem of scenario files",
  .details = details,
  .min_arguments = 1,
  .max_arguments = G_MAXUINT,
  .takes = PARLEY_TAKES_JSON | PARLEY_TAKES_OUTPUT | PARLEY_TAKES_CHANGES | PARLEY_TAKES_QUIET,
  .run = run,
};

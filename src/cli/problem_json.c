/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/problem_json.h"

static void
add_string (ParleyJson *object, const char *key, const char *value)
{
  if (value != NULL)
    json_object_object_add (object, key, parley_json_string (value));
}

static ParleyJson *
problem_to_json (const ParleyProblem *problem)
{
  ParleySeverity severity = parley_problem_code_severity (problem->code);
  ParleyJson *object = json_object_new_object ();

  add_string (object, "file", problem->file);
  json_object_object_add (object, "line", json_object_new_int64 (problem->line));
  json_object_object_add (object, "column", json_object_new_int64 (problem->column));
  add_string (object, "pointer", problem->pointer);
  add_string (object, "severity", severity == PARLEY_SEVERITY_ERROR ? "error" : "warning");
  add_string (object, "code", parley_problem_code_id (problem->code));
  add_string (object, "message", problem->message);
  add_string (object, "found", problem->found);
  add_string (object, "expected", problem->expected);
  add_string (object, "suggestion", problem->suggestion);
  return object;
}

ParleyJson *
parley_problems_to_json (const ParleyProblems *problems, gboolean quiet)
{
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; i < problems->items->len; i++)
    {
      const ParleyProblem *problem = parley_problems_get (problems, i);

      if (!quiet || parley_problem_code_severity (problem->code) == PARLEY_SEVERITY_ERROR)
        json_object_array_add (list, problem_to_json (problem));
    }
  return list;
}

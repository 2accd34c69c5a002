/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/problem_json.h"

static void
add_string (ParleyJson *object, const char *key, const char *value)
{
  if (value != NULL)
    json_object_object_add (object, key, parley_json_string (value));
}

ParleyJson *
parley_problem_to_json (const ParleyProblem *problem)
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "web/answer.h"

#include "cli/problem_json.h"
#include "web/api_part.h"

#define BODY "the body"

/* Returns: (transfer full): NULL when it is no object; then @reply says what it is. */
static ParleyNode *
read_body (GBytes *body, ParleyReply *reply)
{
  gsize length = g_bytes_get_size (body);
  g_autoptr(ParleyText) text = parley_text_new_take (
      BODY, NULL, g_strndup (g_bytes_get_data (body, NULL), length), length);
  g_autoptr(ParleyProblems) problems = parley_problems_new ();
  g_autoptr(ParleyNode) node = parley_node_parse (text, problems);

  if (node != NULL && parley_node_check_object (node, BODY, problems))
    return g_steal_pointer (&node);
  parley_reply_refuse_with (reply, 400, "The body is not a JSON object.",
                            parley_problems_to_json (problems, FALSE));
  return NULL;
}

/* Returns: (transfer none) (nullable): likewise. */
static const ParleySnapshot *
find_version (const ParleySnapshots *snapshots, const ParleyNode *body, ParleyReply *reply)
{
  const ParleyNode *version = parley_node_get (body, "version");
  const ParleySnapshot *snapshot = NULL;

  if (!parley_api_check_text (body, "version", "that of a scenario", reply))
    return NULL;
  snapshot = parley_snapshots_find (snapshots, version == NULL ? NULL : version->string);
  if (snapshot == NULL)
    parley_reply_refuse (reply, 410,
                         "This version of the scenario is not kept any more: reload it.");
  return snapshot;
}

void
parley_answer (const ParleySnapshots *snapshots, const char *name, GBytes *body, ParleyReply *reply)
{
  g_autoptr(ParleyNode) object = read_body (body, reply);
  const ParleySnapshot *snapshot = object == NULL ? NULL : find_version (snapshots, object, reply);

  if (snapshot != NULL)
    {
      const ParleyApiCall call = {
        .name = name,
        .body = object,
        .base = snapshot->loaded,
        .path = parley_snapshots_path (snapshots),
        .version = snapshot->version,
      };

      parley_api_answer (&call, reply);
    }
}

/* Of a file that cannot even be read. */
static ParleyJson *
error_to_json (const char *path, const char *message)
{
  ParleyJson *list = json_object_new_array ();
  ParleyJson *problem = json_object_new_object ();

  json_object_object_add (problem, "file", parley_json_string (path));
  json_object_object_add (problem, "line", json_object_new_int64 (0));
  json_object_object_add (problem, "column", json_object_new_int64 (0));
  json_object_object_add (problem, "severity", json_object_new_string ("error"));
  json_object_object_add (problem, "code",
                          parley_json_string (parley_problem_code_id (PARLEY_PROBLEM_UNREADABLE)));
  json_object_object_add (problem, "message", parley_json_string (message));
  json_object_array_add (list, problem);
  return list;
}

ParleyJson *
parley_answer_status (const ParleySnapshots *snapshots)
{
  const ParleySnapshot *now = parley_snapshots_now (snapshots);
  const char *path = parley_snapshots_path (snapshots);
  g_autofree char *base = g_path_get_basename (path);
  ParleyJson *object = json_object_new_object ();

  json_object_object_add (object, "format", json_object_new_string ("parley-status/1"));
  json_object_object_add (object, "version", parley_json_string (now->version));
  json_object_object_add (object, "file", parley_json_string (base));
  json_object_object_add (object, "readable",
                          json_object_new_boolean (parley_snapshot_is_readable (now)));
  json_object_object_add (object, "problems",
                          now->loaded == NULL
                              ? error_to_json (path, now->error)
                              : parley_problems_to_json (now->loaded->problems, FALSE));
  return object;
}

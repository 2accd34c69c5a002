/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "web/api.h"

#include "cli/problem_json.h"
#include "web/api_part.h"

typedef void (*Answer) (const ParleyApiCall *call, ParleyReply *reply);

static const struct
{
  const char *name;
  Answer answer;
} own[] = {
  { "evaluate", parley_api_evaluate },
  { "scenario", parley_api_view },
  { "cloud", parley_api_cloud },
};

static Answer
find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    if (g_str_equal (name, own[i].name))
      return own[i].answer;
  return parley_api_has_command (name) ? parley_api_command : NULL;
}

gboolean
parley_api_knows (const char *name)
{
  return find (name) != NULL;
}

void
parley_api_answer (const ParleyApiCall *call, ParleyReply *reply)
{
  Answer answer = find (call->name);

  reply->exit = -1;
  if (answer == NULL)
    parley_reply_refuse (reply, 404, "there is nothing called \"%s\" here", call->name);
  else
    answer (call, reply);
}

void
parley_reply_take_json (ParleyReply *reply, ParleyJson *value)
{
  reply->status = 200;
  reply->type = "application/json";
  g_string_assign (reply->body,
                   json_object_to_json_string_ext (value, JSON_C_TO_STRING_PLAIN
                                                              | JSON_C_TO_STRING_NOSLASHESCAPE));
  json_object_put (value);
}

ParleyJson *
parley_api_problems (const ParleyProblems *problems, gboolean errors_only)
{
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; problems != NULL && i < problems->items->len; i++)
    {
      const ParleyProblem *problem = parley_problems_get (problems, i);

      if (!errors_only || parley_problem_code_severity (problem->code) == PARLEY_SEVERITY_ERROR)
        json_object_array_add (list, parley_problem_to_json (problem));
    }
  return list;
}

static void
refuse (ParleyReply *reply, guint status, const ParleyProblems *problems, const char *why)
{
  ParleyJson *object = json_object_new_object ();

  json_object_object_add (object, "error", parley_json_string (why));
  if (problems != NULL)
    json_object_object_add (object, "problems", parley_api_problems (problems, TRUE));
  parley_reply_take_json (reply, object);
  reply->status = status;
}

void
parley_reply_refuse (ParleyReply *reply, guint status, const char *format, ...)
{
  g_autofree char *why = NULL;
  va_list arguments;

  va_start (arguments, format);
  why = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  refuse (reply, status, NULL, why);
}

void
parley_reply_refuse_problems (ParleyReply *reply,
                              guint status,
                              const ParleyProblems *problems,
                              const char *format,
                              ...)
{
  g_autofree char *why = NULL;
  va_list arguments;

  va_start (arguments, format);
  why = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  refuse (reply, status, problems, why);
}

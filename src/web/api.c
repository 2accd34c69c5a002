/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "web/api.h"

#include "base/suggest.h"
#include "web/api_part.h"
#include "web/reply.h"

/* What every body may have. */
#define COMMON_KEYS "version", "case", "overlay", "overlay_name"

typedef struct
{
  const char *name;
  void (*answer) (const ParleyApiCall *call, ParleyReply *reply);
  const char *keys[8]; /* NULL-terminated */
} Question;

static const Question own[] = {
  { "evaluate", parley_api_evaluate, { COMMON_KEYS } },
  { "scenario", parley_api_view, { COMMON_KEYS } },
  { "cloud", parley_api_cloud, { COMMON_KEYS, "between" } },
};

static const Question command
    = { NULL, parley_api_command, { COMMON_KEYS, "arguments", "options", "format" } };

static const Question *
find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    if (g_str_equal (name, own[i].name))
      return &own[i];
  return parley_api_has_command (name) ? &command : NULL;
}

/* Who misspells a key would get the answer to another question. */
static gboolean
check_keys (const Question *question, const ParleyNode *body, ParleyReply *reply)
{
  for (guint i = 0; i < parley_node_size (body); i++)
    {
      const char *key = parley_node_key (body, i);
      g_autofree char *hint = NULL;

      if (g_strv_contains (question->keys, key))
        continue;
      hint = parley_suggest_phrase (key, question->keys);
      parley_reply_refuse (reply, 400, "\"%s\" does not belong there%s", key, hint);
      return FALSE;
    }
  return TRUE;
}

void
parley_api_answer (const ParleyApiCall *call, ParleyReply *reply)
{
  const Question *question = find (call->name);

  if (question == NULL)
    parley_reply_refuse (reply, 404, "There is nothing called \"%s\" here.", call->name);
  else if (check_keys (question, call->body, reply))
    question->answer (call, reply);
}

void
parley_reply_take_json (ParleyReply *reply, ParleyJson *value)
{
  g_string_assign (reply->body,
                   json_object_to_json_string_ext (value, JSON_C_TO_STRING_PLAIN
                                                              | JSON_C_TO_STRING_NOSLASHESCAPE));
  json_object_put (value);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "web/api.h"

#include "web/api_part.h"
#include "web/reply.h"

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

  if (answer == NULL)
    parley_reply_refuse (reply, 404, "There is nothing called \"%s\" here.", call->name);
  else
    answer (call, reply);
}

void
parley_reply_take_json (ParleyReply *reply, ParleyJson *value)
{
  g_string_assign (reply->body,
                   json_object_to_json_string_ext (value, JSON_C_TO_STRING_PLAIN
                                                              | JSON_C_TO_STRING_NOSLASHESCAPE));
  json_object_put (value);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/problem_json.h"
#include "scenario/node.h"
#include "web/api_part.h"
#include "web/view_json.h"

#define FORMAT "parley-view/1"

/* The party @id as it is written, with all changes. */
static const ParleyNode *
find_written (const ParleyNode *tree, const char *id)
{
  const ParleyNode *parties = parley_node_get (tree, "parties");

  for (guint i = 0; parties != NULL && i < parley_node_size (parties); i++)
    {
      const ParleyNode *party = parley_node_child (parties, i);

      if (g_strcmp0 (parley_node_get_string (party, "id"), id) == 0)
        return party;
    }
  return NULL;
}

/* Which of the keys says what matters how much. */
static const char *
weighting_of (const ParleyLoaded *loaded, const ParleyParty *party)
{
  const ParleyNode *written = find_written (loaded->tree, party->id);

  return party->ranked                             ? "ranking"
         : parley_node_get (written, "swing") != NULL ? "swing"
                                                      : "weights";
}

static ParleyJson *
parties_to_json (const ParleyLoaded *loaded)
{
  ParleyJson *list = json_object_new_array ();

  for (guint p = 0; p < loaded->scenario->parties->len; p++)
    {
      const ParleyParty *party = parley_scenario_party (loaded->scenario, p);
      ParleyJson *object = parley_view_party (loaded->scenario, party);

      parley_view_text (object, "weighting", weighting_of (loaded, party));
      json_object_array_add (list, object);
    }
  return list;
}

void
parley_api_view (const ParleyApiCall *call, ParleyReply *reply)
{
  g_autoptr(ParleyLoaded) loaded = parley_api_load (call, reply);
  g_autofree char *base = g_path_get_basename (call->path);
  g_autofree char *file = g_filename_display_name (base);
  ParleyJson *object = NULL;

  if (loaded == NULL)
    return;
  object = json_object_new_object ();
  parley_view_text (object, "format", FORMAT);
  parley_view_text (object, "version", call->version);
  parley_view_text (object, "file", file);
  parley_view_text (object, "title", loaded->scenario->title);
  parley_view_text (object, "as_of", loaded->scenario->as_of);
  parley_view_text (object, "summary", loaded->scenario->summary);
  json_object_object_add (object, "problems", parley_problems_to_json (loaded->problems, FALSE));
  json_object_object_add (object, "sources", parley_view_sources (loaded->scenario));
  json_object_object_add (object, "issues", parley_view_issues (loaded->scenario));
  json_object_object_add (object, "parties", parties_to_json (loaded));
  json_object_object_add (object, "drafts", parley_view_drafts (loaded->scenario));
  json_object_object_add (object, "cases", parley_view_cases (loaded->scenario));
  parley_reply_take_json (reply, object);
}

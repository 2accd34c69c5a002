/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/problem_json.h"
#include "web/api_part.h"
#include "web/reply.h"

/* What messages call an overlay that has no name of its own. */
#define OVERLAY_NAME "the changes"

/* An overlay is an object of the request, or the text of a file that somebody has brought; places
 * in messages are those in that text. */
static void
add_overlay (GPtrArray *changes, const ParleyNode *body, const ParleyNode *overlay)
{
  const char *name = parley_node_get_string (body, "overlay_name");
  g_autofree char *slice
      = overlay->kind == PARLEY_NODE_STRING
            ? g_strdup (overlay->string)
            : g_strndup (overlay->text->data + overlay->offset, overlay->end - overlay->offset);

  g_ptr_array_add (changes, parley_change_new_patch (name != NULL ? name : OVERLAY_NAME, slice));
}

gboolean
parley_api_check_text (const ParleyNode *body,
                       const char *key,
                       const char *expected,
                       ParleyReply *reply)
{
  const ParleyNode *value = parley_node_get (body, key);
  g_autofree char *found = NULL;

  if (value == NULL || value->kind == PARLEY_NODE_STRING)
    return TRUE;
  found = parley_node_describe (value);
  parley_reply_refuse (reply, 400, "\"%s\" is %s, not %s.", key, found, expected);
  return FALSE;
}

static gboolean
check_overlay (const ParleyNode *body, ParleyReply *reply)
{
  const ParleyNode *overlay = parley_node_get (body, "overlay");

  return (overlay != NULL && overlay->kind == PARLEY_NODE_OBJECT)
         || parley_api_check_text (body, "overlay", "an overlay", reply);
}

GPtrArray *
parley_api_changes (const ParleyApiCall *call, ParleyReply *reply)
{
  g_autoptr(GPtrArray) changes
      = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_change_free);
  const ParleyNode *chosen = parley_node_get (call->body, "case");
  const ParleyNode *overlay = parley_node_get (call->body, "overlay");

  if (!parley_api_check_text (call->body, "case", "the id of a case", reply)
      || !check_overlay (call->body, reply)
      || !parley_api_check_text (call->body, "overlay_name", "a text", reply))
    return NULL;
  if (chosen != NULL)
    g_ptr_array_add (changes, parley_change_new (PARLEY_CHANGE_CASE, chosen->string));
  if (overlay != NULL)
    add_overlay (changes, call->body, overlay);
  return g_steal_pointer (&changes);
}

ParleyLoaded *
parley_api_load (const ParleyApiCall *call, ParleyReply *reply)
{
  g_autoptr(GPtrArray) changes = parley_api_changes (call, reply);
  g_autoptr(ParleyLoaded) loaded = NULL;

  if (changes == NULL)
    return NULL;
  loaded = parley_loaded_with (call->base, changes);
  if (loaded->is_model)
    {
      parley_reply_refuse (reply, 422, "With these changes it is the model of one party.");
      return NULL;
    }
  if (loaded->scenario != NULL)
    return g_steal_pointer (&loaded);
  parley_reply_refuse_with (reply, 422, "With these changes the scenario has errors.",
                            parley_problems_to_json (loaded->problems, TRUE));
  return NULL;
}

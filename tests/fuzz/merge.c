/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One JSON value merged onto another, against RFC 7396 as its pseudocode has it. */
#include "scenario/merge.h"

#include <string.h>

#include "fuzz.h"
#include "report/json.h"
#include "scenario/value_text.h"

/* Whether all that @patch says repeats its key as its id: then it is a new list of these. */
static gboolean
is_new_list (const ParleyNode *patch)
{
  for (guint i = 0; i < parley_node_size (patch); i++)
    if (g_strcmp0 (parley_node_get_string (parley_node_child (patch, i), "id"),
                   parley_node_key (patch, i))
        != 0)
      return FALSE;
  return TRUE;
}

/* Whether Parley may do otherwise than the RFC: with "*", lists of things with ids, and objects put
 * onto numbers. */
static gboolean
goes_beyond (const ParleyNode *target, const ParleyNode *patch)
{
  if (patch->kind != PARLEY_NODE_OBJECT)
    return FALSE;
  if (target != NULL && target->kind != PARLEY_NODE_OBJECT && target->kind != PARLEY_NODE_NULL
      && target->kind != PARLEY_NODE_BOOLEAN)
    return TRUE;
  if (parley_node_size (patch) > 0 && is_new_list (patch))
    return TRUE;
  for (guint i = 0; i < parley_node_size (patch); i++)
    if (strcmp (parley_node_key (patch, i), "*") == 0
        || goes_beyond (target == NULL ? NULL
                                       : parley_node_get (target, parley_node_key (patch, i)),
                        parley_node_child (patch, i)))
      return TRUE;
  return FALSE;
}

/* Takes @target (nullable: nothing there). */
static ParleyJson *
merge (ParleyJson *target, ParleyJson *patch)
{
  if (!json_object_is_type (patch, json_type_object))
    {
      json_object_put (target);
      return json_object_get (patch);
    }
  if (!json_object_is_type (target, json_type_object))
    {
      json_object_put (target);
      target = json_object_new_object ();
    }
  json_object_object_foreach (patch, key, value)
  {
    ParleyJson *old = NULL;

    json_object_object_get_ex (target, key, &old);
    if (value == NULL)
      json_object_object_del (target, key);
    else
      json_object_object_add (target, key, merge (json_object_get (old), value));
  }
  return target;
}

/* A setting that is a string stands without quotes. */
static ParleyJson *
to_json (const ParleyNode *node)
{
  g_autofree char *text = parley_node_to_setting (node);
  struct json_tokener *tokener = NULL;
  ParleyJson *value = NULL;

  if (node->kind == PARLEY_NODE_STRING)
    return json_object_new_string (node->string);
  tokener = json_tokener_new_ex (200);
  value = json_tokener_parse_ex (tokener, text, (int) strlen (text) + 1);
  PARLEY_FUZZ_REQUIRE (json_tokener_get_error (tokener) == json_tokener_success);
  json_tokener_free (tokener);
  return value;
}

/* A deep copy, as merging shares what it does not change. */
static ParleyJson *
merge_by_the_rfc (const ParleyNode *target, const ParleyNode *patch)
{
  g_autoptr(ParleyJson) change = to_json (patch);

  return merge (to_json (target), change);
}

static void
merge_both (ParleyNode *target, ParleyNode *patch, ParleyProblems *problems)
{
  g_autoptr(ParleyNode) merged = parley_node_merge (target, patch, problems);
  g_autoptr(ParleyJson) want = NULL;
  g_autoptr(ParleyJson) got = NULL;

  if (goes_beyond (target, patch))
    return;
  want = merge_by_the_rfc (target, patch);
  got = to_json (merged);
  PARLEY_FUZZ_REQUIRE (json_object_equal (want, got));
}

static ParleyNode *
read_part (ParleyFuzzPart *rest, ParleyProblems *problems)
{
  ParleyFuzzPart part = { "", 0 };
  g_autoptr(ParleyText) text = NULL;

  parley_fuzz_next (rest, &part);
  text = parley_fuzz_text ("part", part.data, part.size);
  return parley_node_parse (text, problems);
}

void
parley_fuzz_merge (const guint8 *data, gsize size)
{
  ParleyFuzzPart rest = { size == 0 ? "" : (const char *) data, size };
  g_autoptr(ParleyProblems) problems = parley_problems_new ();
  g_autoptr(ParleyNode) target = read_part (&rest, problems);
  g_autoptr(ParleyNode) patch = read_part (&rest, problems);

  if (target != NULL && patch != NULL)
    merge_both (target, patch, problems);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-c/json.h>

#include "scenario/node.h"
#include "scenario/scan.h"

typedef struct json_object JsonValue;
typedef struct json_tokener JsonTokener;

static void
json_value_free (JsonValue *value)
{
  json_object_put (value);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JsonValue, json_value_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JsonTokener, json_tokener_free)

/*
 * The scan knows where values stand, json-c what they are. Both go through the
 * text from front to back, and the scan has refused duplicate keys, which are the
 * one thing that makes json-c reorder; so the n-th place is the n-th value's.
 */
typedef struct
{
  ParleyText *text;
  GArray     *places;
  guint       next; /* index of the next value's place */
} Join;

static ParleyNode *join_value (Join *self, JsonValue *value);

static void
join_items (Join *self, ParleyNode *array, JsonValue *value)
{
  for (gsize i = 0; i < json_object_array_length (value); i++)
    parley_node_take_child (array, NULL, join_value (self, json_object_array_get_idx (value, i)));
}

static void
join_members (Join *self, ParleyNode *object, JsonValue *value)
{
  struct json_object_iterator member = json_object_iter_begin (value);
  struct json_object_iterator end = json_object_iter_end (value);

  for (; !json_object_iter_equal (&member, &end); json_object_iter_next (&member))
    {
      const ParleyPlace *place = &g_array_index (self->places, ParleyPlace, self->next);
      const char *key = json_object_iter_peek_name (&member);

      parley_node_take_child (object,
                              parley_member_new (key, self->text, place->start, place->key_end),
                              join_value (self, json_object_iter_peek_value (&member)));
    }
}

static ParleyNodeKind
get_kind (JsonValue *value)
{
  switch (json_object_get_type (value))
    {
    case json_type_object:
      return PARLEY_NODE_OBJECT;
    case json_type_array:
      return PARLEY_NODE_ARRAY;
    case json_type_string:
      return PARLEY_NODE_STRING;
    case json_type_boolean:
      return PARLEY_NODE_BOOLEAN;
    case json_type_null:
      return PARLEY_NODE_NULL;
    default:
      return PARLEY_NODE_NUMBER;
    }
}

static ParleyNode *
join_value (Join *self, JsonValue *value)
{
  const ParleyPlace *place = &g_array_index (self->places, ParleyPlace, self->next++);
  ParleyNode *node = parley_node_new (get_kind (value), self->text, place->offset, place->end);

  if (node->kind == PARLEY_NODE_OBJECT)
    join_members (self, node, value);
  else if (node->kind == PARLEY_NODE_ARRAY)
    join_items (self, node, value);
  else if (node->kind == PARLEY_NODE_STRING)
    node->string = g_strdup (json_object_get_string (value));
  else if (node->kind == PARLEY_NODE_NUMBER)
    node->string = g_strndup (self->text->data + place->offset, place->end - place->offset);
  else if (node->kind == PARLEY_NODE_BOOLEAN)
    node->boolean = json_object_get_boolean (value);
  return node;
}

/* Sets @value, to NULL for null. */
static gboolean
read_json (const ParleyText *text, gsize offset, JsonValue **value, ParleyProblems *problems)
{
  /* json-c counts a level more than there are brackets, and one below them. */
  g_autoptr(JsonTokener) tokener = json_tokener_new_ex (PARLEY_SCAN_MAX_DEPTH + 2);
  enum json_tokener_error error;

  json_tokener_set_flags (tokener, JSON_TOKENER_STRICT);
  /* With the final NUL: without it a number at the end might go on. */
  *value = json_tokener_parse_ex (tokener, text->data + offset, (int) (text->length - offset) + 1);
  error = json_tokener_get_error (tokener);
  if (error == json_tokener_success)
    return TRUE;
  parley_problems_add (problems, PARLEY_PROBLEM_SYNTAX, text, offset, "",
                       "json-c cannot read it: %s", json_tokener_error_desc (error));
  return FALSE;
}

ParleyNode *
parley_node_parse_from (ParleyText *text, gsize offset, ParleyProblems *problems)
{
  g_autoptr(GArray) places = parley_scan (text, offset, problems);
  g_autoptr(JsonValue) value = NULL;
  Join join = { text, places, 0 };

  if (places == NULL || !read_json (text, offset, &value, problems))
    return NULL;
  if (text->places == NULL)
    text->places = g_array_ref (places);
  return join_value (&join, value);
}

ParleyNode *
parley_node_parse (ParleyText *text, ParleyProblems *problems)
{
  return parley_node_parse_from (text, 0, problems);
}

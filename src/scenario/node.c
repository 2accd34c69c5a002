/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/node.h"

#include <string.h>

static void
member_free (gpointer data)
{
  ParleyMember *self = data;

  g_free (self->key);
  parley_text_unref (self->text);
  g_free (self);
}

ParleyMember *
parley_member_new (const char *key, ParleyText *text, gsize offset, gsize end)
{
  ParleyMember *self = g_new0 (ParleyMember, 1);

  self->key = g_strdup (key);
  self->text = parley_text_ref (text);
  self->offset = offset;
  self->end = end;
  return self;
}

ParleyMember *
parley_member_copy (const ParleyMember *member)
{
  return parley_member_new (member->key, member->text, member->offset, member->end);
}

ParleyNode *
parley_node_new (ParleyNodeKind kind, ParleyText *text, gsize offset, gsize end)
{
  ParleyNode *self = g_new0 (ParleyNode, 1);

  self->kind = kind;
  self->text = parley_text_ref (text);
  self->offset = offset;
  self->end = end;
  if (kind == PARLEY_NODE_OBJECT || kind == PARLEY_NODE_ARRAY)
    self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_node_unref);
  if (kind == PARLEY_NODE_OBJECT)
    self->members = g_ptr_array_new_with_free_func (member_free);
  g_ref_count_init (&self->refs);
  return self;
}

ParleyNode *
parley_node_new_string (ParleyText *text, gsize offset, gsize end, const char *string)
{
  ParleyNode *self = parley_node_new (PARLEY_NODE_STRING, text, offset, end);

  self->string = g_strdup (string);
  return self;
}

void
parley_node_take_child (ParleyNode *self, ParleyMember *member, ParleyNode *child)
{
  g_return_if_fail ((self->kind == PARLEY_NODE_OBJECT) == (member != NULL));

  g_ptr_array_add (self->children, child);
  if (member != NULL)
    g_ptr_array_add (self->members, member);
}

ParleyNode *
parley_node_move (ParleyNode *self, const ParleyNode *place, const char *without)
{
  ParleyNode *copy = parley_node_new (self->kind, place->text, place->offset, place->end);

  for (guint i = 0; i < parley_node_size (self); i++)
    if (g_strcmp0 (parley_node_key (self, i), without) != 0)
      parley_node_take_child (copy, parley_member_copy (parley_node_member (self, i)),
                              parley_node_ref (parley_node_child (self, i)));
  return copy;
}

ParleyNode *
parley_node_replace_take (ParleyNode *self, const char *key, ParleyNode *child)
{
  ParleyNode *copy = parley_node_move (self, self, NULL);
  gint index = parley_node_find (copy, key);

  g_return_val_if_fail (index >= 0, copy);

  parley_node_unref (parley_node_child (copy, (guint) index));
  g_ptr_array_index (copy->children, index) = child;
  return copy;
}

ParleyNode *
parley_node_ref (ParleyNode *self)
{
  g_ref_count_inc (&self->refs);
  return self;
}

void
parley_node_unref (ParleyNode *self)
{
  if (self == NULL || !g_ref_count_dec (&self->refs))
    return;
  if (self->children != NULL)
    g_ptr_array_unref (self->children);
  if (self->members != NULL)
    g_ptr_array_unref (self->members);
  parley_text_unref (self->text);
  g_free (self->string);
  g_free (self);
}

guint
parley_node_size (const ParleyNode *self)
{
  return self->children != NULL ? self->children->len : 0;
}

ParleyNode *
parley_node_child (const ParleyNode *self, guint index)
{
  return g_ptr_array_index (self->children, index);
}

const ParleyMember *
parley_node_member (const ParleyNode *self, guint index)
{
  return g_ptr_array_index (self->members, index);
}

const char *
parley_node_key (const ParleyNode *self, guint index)
{
  return parley_node_member (self, index)->key;
}

const char *
parley_node_child_name (const ParleyNode *self, guint index)
{
  if (self->kind == PARLEY_NODE_OBJECT)
    return parley_node_key (self, index);
  return parley_node_get_string (parley_node_child (self, index), "id");
}

gboolean
parley_node_is_list_with_ids (const ParleyNode *self)
{
  if (self->kind != PARLEY_NODE_ARRAY)
    return FALSE;
  for (guint i = 0; i < parley_node_size (self); i++)
    if (parley_node_child_name (self, i) == NULL)
      return FALSE;
  return TRUE;
}

gint
parley_node_find (const ParleyNode *self, const char *key)
{
  if (self->kind != PARLEY_NODE_OBJECT)
    return -1;
  for (guint i = 0; i < self->members->len; i++)
    if (strcmp (parley_node_key (self, i), key) == 0)
      return (gint) i;
  return -1;
}

ParleyNode *
parley_node_get (const ParleyNode *self, const char *key)
{
  gint index = parley_node_find (self, key);

  return index >= 0 ? parley_node_child (self, (guint) index) : NULL;
}

const char *
parley_node_get_string (const ParleyNode *self, const char *key)
{
  const ParleyNode *value = parley_node_get (self, key);

  return value != NULL && value->kind == PARLEY_NODE_STRING ? value->string : NULL;
}

/* Enough of @string to recognise it. */
static char *
shorten (const char *string)
{
  const glong most = 40;
  g_autofree char *start = NULL;

  if (g_utf8_strlen (string, -1) <= most)
    return g_strdup (string);
  start = g_utf8_substring (string, 0, most - 1);
  return g_strconcat (start, "…", NULL);
}

char *
parley_node_describe (const ParleyNode *self)
{
  g_autofree char *shown = self->string != NULL ? shorten (self->string) : NULL;

  switch (self->kind)
    {
    case PARLEY_NODE_OBJECT:
      return g_strdup ("an object");
    case PARLEY_NODE_ARRAY:
      return g_strdup ("a list");
    case PARLEY_NODE_STRING:
      return g_strdup_printf ("the string \"%s\"", shown);
    case PARLEY_NODE_NUMBER:
      return g_strdup_printf ("the number %s", shown);
    case PARLEY_NODE_BOOLEAN:
      return g_strdup (self->boolean ? "true" : "false");
    case PARLEY_NODE_NULL:
      return g_strdup ("null");
    default:
      g_return_val_if_reached (NULL);
    }
}

ParleyProblem *
parley_problems_add_at (ParleyProblems    *self,
                        ParleyProblemCode  code,
                        const ParleyNode  *node,
                        const char        *message,
                        ...)
{
  g_autofree char *pointer = parley_text_pointer (node->text, node->offset);
  ParleyProblem *problem;
  va_list arguments;

  va_start (arguments, message);
  problem
      = parley_problems_add_va (self, code, node->text, node->offset, pointer, message, arguments);
  va_end (arguments);
  return problem;
}

ParleyProblem *
parley_problems_add_at_key (ParleyProblems    *self,
                            ParleyProblemCode  code,
                            const ParleyNode  *object,
                            guint              index,
                            const char        *message,
                            ...)
{
  const ParleyMember *member = parley_node_member (object, index);
  g_autofree char *pointer = parley_text_pointer (member->text, member->offset);
  ParleyProblem *problem;
  va_list arguments;

  va_start (arguments, message);
  problem = parley_problems_add_va (self, code, member->text, member->offset, pointer, message,
                                    arguments);
  va_end (arguments);
  return problem;
}

gboolean
parley_node_check_object (const ParleyNode *self, const char *what, ParleyProblems *problems)
{
  ParleyProblem *problem;

  if (self->kind == PARLEY_NODE_OBJECT)
    return TRUE;
  problem = parley_problems_add_at (problems, PARLEY_PROBLEM_NOT_AN_OBJECT, self, "%s is an object",
                                    what);
  problem->found = parley_node_describe (self);
  return FALSE;
}

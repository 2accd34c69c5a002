/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/merge.h"

#include <string.h>

#include "base/suggest.h"
#include "scenario/value_text.h"

/* A key that stands for all children there are. */
#define ALL "*"

/*
 * Under "*" one member of a patch is applied many times, and what it names need
 * not be everywhere: only a member that found nothing anywhere is a mistake. So
 * such members are noted, and reported at the end. Nothing is reported twice.
 */
typedef struct
{
  ParleyProblems *problems;
  GHashTable     *found;    /* of ParleyMember: those that met something */
  GPtrArray      *missed;   /* of Miss: those that did not, somewhere */
  GHashTable     *reported; /* of nodes and members of patches */
} Merge;

typedef struct
{
  const ParleyMember *member;
  ParleyProblemCode   code;
  ParleyNode         *target; /* what has no such child */
} Miss;

static ParleyNode *merge_node (Merge *self, ParleyNode *target, ParleyNode *patch);

static void
miss_free (Miss *self)
{
  parley_node_unref (self->target);
  g_free (self);
}

static void
note_miss (Merge *self, const ParleyMember *member, ParleyProblemCode code, ParleyNode *target)
{
  Miss *miss = g_new0 (Miss, 1);

  miss->member = member;
  miss->code = code;
  miss->target = parley_node_ref (target);
  g_ptr_array_add (self->missed, miss);
}

/* Whether @patch, an object, is a list written by id of which nothing is there
 * yet: objects that repeat their keys as ids are found nowhere else. */
static gboolean
is_new_list (const ParleyNode *patch)
{
  for (guint i = 0; i < parley_node_size (patch); i++)
    if (g_strcmp0 (parley_node_get_string (parley_node_child (patch, i), "id"),
                   parley_node_key (patch, i))
        != 0)
      return FALSE;
  return parley_node_size (patch) > 0;
}

/* Terms and conditions are numbers too, but their objects have no "value": there
 * a patch stands in place of the number. */
static gboolean
is_term (const ParleyNode *patch)
{
  return parley_node_find (patch, "is") >= 0 || parley_node_find (patch, "min") >= 0
         || parley_node_find (patch, "max") >= 0;
}

static ParleyNode *
wrap_number (ParleyNode *number)
{
  ParleyNode *object
      = parley_node_new (PARLEY_NODE_OBJECT, number->text, number->offset, number->end);

  parley_node_take_child (object,
                          parley_member_new ("value", number->text, number->offset, number->end),
                          parley_node_ref (number));
  return object;
}

/* A thing in a list keeps its id: what refers to it would be lost. */
static gboolean
check_id (Merge *self, const ParleyNode *patch, const ParleyMember *member)
{
  const ParleyNode *id = parley_node_get (patch, "id");
  ParleyProblem *problem;

  if (id == NULL || (id->kind == PARLEY_NODE_STRING && strcmp (id->string, member->key) == 0))
    return TRUE;
  if (g_hash_table_add (self->reported, (gpointer) id))
    {
      problem = parley_problems_add_at (self->problems, PARLEY_PROBLEM_PATCH_ID, id,
                                        "what is addressed as \"%s\" cannot be given another id",
                                        member->key);
      problem->found = parley_node_describe (id);
    }
  return FALSE;
}

/* Returns: (transfer full): what the member @index of @patch makes of @child, a
 * child of @parent; NULL when it is removed. */
static ParleyNode *
apply_member (Merge            *self,
              const ParleyNode *parent,
              ParleyNode       *child,
              ParleyNode       *patch,
              guint             index)
{
  const ParleyMember *member = parley_node_member (patch, index);
  ParleyNode *change = parley_node_child (patch, index);

  g_hash_table_add (self->found, (gpointer) member);
  if (change->kind == PARLEY_NODE_NULL)
    return NULL;
  if (parent->kind == PARLEY_NODE_ARRAY && !check_id (self, change, member))
    return parley_node_ref (child);
  return merge_node (self, child, change);
}

/* The same for all that @patch says of the child @name: under its name, and under
 * "*", in the order in which they are written. @indices: of the keys of @patch. */
static ParleyNode *
apply_members (Merge            *self,
               const ParleyNode *parent,
               ParleyNode       *child,
               const char       *name,
               ParleyNode       *patch,
               GHashTable       *indices)
{
  gpointer named;
  gpointer all;
  gboolean is_named = g_hash_table_lookup_extended (indices, name, NULL, &named);
  gboolean is_all
      = strcmp (name, ALL) != 0 && g_hash_table_lookup_extended (indices, ALL, NULL, &all);
  g_autoptr(ParleyNode) result = NULL;

  if (!is_named && !is_all)
    return parley_node_ref (child);
  if (is_named != is_all)
    return apply_member (self, parent, child, patch, GPOINTER_TO_UINT (is_named ? named : all));

  result = apply_member (self, parent, child, patch,
                         MIN (GPOINTER_TO_UINT (named), GPOINTER_TO_UINT (all)));
  if (result == NULL)
    return NULL;
  return apply_member (self, parent, result, patch,
                       MAX (GPOINTER_TO_UINT (named), GPOINTER_TO_UINT (all)));
}

static GHashTable *
index_keys (const ParleyNode *patch)
{
  GHashTable *indices = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < parley_node_size (patch); i++)
    g_hash_table_insert (indices, (gpointer) parley_node_key (patch, i), GUINT_TO_POINTER (i));
  return indices;
}

/* Adds to @result the children of @target as @patch leaves them, and gathers
 * their names in @names. */
static void
add_old_children (Merge      *self,
                  ParleyNode *result,
                  ParleyNode *target,
                  ParleyNode *patch,
                  GHashTable *names)
{
  g_autoptr(GHashTable) indices = index_keys (patch);

  for (guint i = 0; i < parley_node_size (target); i++)
    {
      const char *name = parley_node_child_name (target, i);
      ParleyNode *child
          = apply_members (self, target, parley_node_child (target, i), name, patch, indices);

      g_hash_table_add (names, (gpointer) name);
      if (child != NULL)
        parley_node_take_child (result,
                                target->kind == PARLEY_NODE_OBJECT
                                    ? parley_member_copy (parley_node_member (target, i))
                                    : NULL,
                                child);
    }
}

/* What a member of a patch that names no child of @target amounts to. A problem's
 * code, or PARLEY_N_PROBLEMS for a new child. */
static ParleyProblemCode
judge_new (const ParleyNode *target, const ParleyMember *member, const ParleyNode *change)
{
  if (strcmp (member->key, ALL) == 0)
    return PARLEY_PROBLEM_NOTHING_MATCHES;
  if (target->kind == PARLEY_NODE_ARRAY && parley_node_get (change, "id") == NULL)
    return PARLEY_PROBLEM_UNKNOWN_ID;
  return change->kind == PARLEY_NODE_NULL ? PARLEY_PROBLEM_REMOVES_NOTHING : PARLEY_N_PROBLEMS;
}

static void
add_new_child (Merge *self, ParleyNode *result, ParleyNode *target, ParleyNode *patch, guint index)
{
  const ParleyMember *member = parley_node_member (patch, index);
  ParleyNode *change = parley_node_child (patch, index);
  ParleyProblemCode code = judge_new (target, member, change);

  if (code != PARLEY_N_PROBLEMS)
    note_miss (self, member, code, target);
  else if (target->kind == PARLEY_NODE_OBJECT)
    parley_node_take_child (result, parley_member_copy (member), merge_node (self, NULL, change));
  else if (check_id (self, change, member))
    parley_node_take_child (result, NULL, merge_node (self, NULL, change));
}

/* @target is an object or a list with ids. */
static ParleyNode *
merge_children (Merge *self, ParleyNode *target, ParleyNode *patch)
{
  g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  ParleyNode *result = parley_node_new (target->kind, target->text, target->offset, target->end);

  add_old_children (self, result, target, patch, names);
  for (guint i = 0; i < parley_node_size (patch); i++)
    {
      const char *key = parley_node_key (patch, i);
      gboolean is_met = strcmp (key, ALL) == 0 ? g_hash_table_size (names) > 0
                                               : g_hash_table_contains (names, key);

      if (!is_met)
        add_new_child (self, result, target, patch, i);
    }
  return result;
}

/* Where nothing stood: @patch without what it would remove. */
static ParleyNode *
create (Merge *self, ParleyNode *patch)
{
  ParleyNodeKind kind = is_new_list (patch) ? PARLEY_NODE_ARRAY : PARLEY_NODE_OBJECT;
  g_autoptr(ParleyNode) nothing = parley_node_new (kind, patch->text, patch->offset, patch->end);

  return merge_children (self, nothing, patch);
}

/* A setting reaches into @target, which has no parts. (An object in braces says as
 * a whole what it puts there, and replaces @target as RFC 7396 has it.) */
static ParleyNode *
refuse_path (Merge *self, ParleyNode *target, ParleyNode *patch)
{
  g_autofree char *found = parley_node_describe (target);
  const char *more = target->kind == PARLEY_NODE_ARRAY ? " of things without ids" : "";

  if (g_hash_table_add (self->reported, patch))
    parley_problems_add_at_key (self->problems, PARLEY_PROBLEM_SETTING_PATH, patch, 0,
                                "there can be no \"%s\" in %s%s", parley_node_key (patch, 0), found,
                                more);
  return parley_node_ref (target);
}

/* @target may be NULL: nothing stands there. */
static ParleyNode *
merge_node (Merge *self, ParleyNode *target, ParleyNode *patch)
{
  if (patch->kind != PARLEY_NODE_OBJECT)
    return parley_node_ref (patch);
  if (target == NULL || target->kind == PARLEY_NODE_NULL)
    return create (self, patch);
  if (target->kind == PARLEY_NODE_OBJECT || parley_node_is_list_with_ids (target))
    return merge_children (self, target, patch);
  if (parley_node_is_number (target) && !is_term (patch))
    {
      g_autoptr(ParleyNode) object = wrap_number (target);

      return merge_children (self, object, patch);
    }
  return patch->is_path ? refuse_path (self, target, patch) : create (self, patch);
}

/* The child of @target that @key was probably meant to be. Returns: (transfer full)
 * (nullable). */
static char *
suggest_child (ParleyProblems *problems, const ParleyNode *target, const char *key)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  if (!parley_problems_may_suggest (problems, parley_node_size (target)))
    return NULL;
  for (guint i = 0; i < parley_node_size (target); i++)
    g_ptr_array_add (names, (gpointer) parley_node_child_name (target, i));
  g_ptr_array_add (names, NULL);
  return g_strdup (parley_suggest (key, (const char *const *) names->pdata));
}

static char *
describe_miss (const Miss *miss)
{
  switch (miss->code)
    {
    case PARLEY_PROBLEM_UNKNOWN_ID:
      return g_strdup_printf ("nothing in this list has the id \"%s\"", miss->member->key);
    case PARLEY_PROBLEM_NOTHING_MATCHES:
      return g_strdup ("there is nothing here that \"" ALL "\" could stand for");
    default:
      return g_strdup_printf ("there is no \"%s\" to remove", miss->member->key);
    }
}

static void
report_miss (Merge *self, const Miss *miss)
{
  const ParleyMember *member = miss->member;
  g_autofree char *pointer = parley_text_pointer (member->text, member->offset);
  g_autofree char *message = describe_miss (miss);
  ParleyProblem *problem = parley_problems_add (self->problems, miss->code, member->text,
                                                member->offset, pointer, "%s", message);

  problem->suggestion = suggest_child (self->problems, miss->target, member->key);
  if (miss->code == PARLEY_PROBLEM_UNKNOWN_ID)
    problem->expected = g_strdup ("an id of the list; what is new carries its own \"id\"");
}

ParleyNode *
parley_node_merge (ParleyNode *target, ParleyNode *patch, ParleyProblems *problems)
{
  g_autoptr(GHashTable) found = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) missed = g_ptr_array_new_with_free_func ((GDestroyNotify) miss_free);
  g_autoptr(GHashTable) reported = g_hash_table_new (NULL, NULL);
  Merge self = { problems, found, missed, reported };
  ParleyNode *result = merge_node (&self, target, patch);

  for (guint i = 0; i < missed->len; i++)
    {
      const Miss *miss = g_ptr_array_index (missed, i);

      if (!g_hash_table_contains (found, miss->member)
          && g_hash_table_add (reported, (gpointer) miss->member))
        report_miss (&self, miss);
    }
  return result;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/differ.h"

#include <string.h>

#include "scenario/value_text.h"

/* What says why a value is as it is. */
static const char *const remarks[]
    = { "$schema", "note", "source", "basis", "confidence", "because", "reports", NULL };

/* What an input says of its number. */
static const char *const input_keys[] = { "value", "low", "high", NULL };

static void compare (GPtrArray *differences,
                     const char *path,
                     const ParleyNode *before,
                     const ParleyNode *after);

/* What a draft's term is, without what is said about it; else @node itself. */
static const ParleyNode *
strip_term (const ParleyNode *node)
{
  const ParleyNode *is = parley_node_get (node, "is");

  for (guint i = 0; is != NULL && i < parley_node_size (node); i++)
    if (!g_str_equal (parley_node_key (node, i), "is")
        && !g_strv_contains (remarks, parley_node_key (node, i)))
      return node;
  return is != NULL ? is : node;
}

static gboolean
same_input (const ParleyNode *a, const ParleyNode *b)
{
  gboolean same = TRUE;
  mpq_t x, y;

  mpq_inits (x, y, NULL);
  for (guint i = 0; input_keys[i] != NULL && same; i++)
    {
      parley_node_get_input (a, input_keys[i], x);
      parley_node_get_input (b, input_keys[i], y);
      same = mpq_equal (x, y) != 0;
    }
  mpq_clears (x, y, NULL);
  return same;
}

static gboolean
same_scalar (const ParleyNode *a, const ParleyNode *b)
{
  return a->kind == b->kind && a->boolean == b->boolean && g_strcmp0 (a->string, b->string) == 0;
}

static gboolean
is_remark (const ParleyNode *parent, guint index)
{
  return parent->kind == PARLEY_NODE_OBJECT
         && g_strv_contains (remarks, parley_node_key (parent, index));
}

static void
add (GPtrArray *differences, const char *path, const ParleyNode *before, const ParleyNode *after)
{
  ParleyDifference *difference = g_new0 (ParleyDifference, 1);

  difference->path = g_strdup (path);
  if (before != NULL)
    {
      difference->before = parley_node_to_setting (before);
      difference->before_words = parley_node_to_words (before);
    }
  if (after != NULL)
    {
      difference->after = parley_node_to_setting (after);
      difference->after_words = parley_node_to_words (after);
    }
  g_ptr_array_add (differences, difference);
}

/* The children by name. */
static GHashTable *
index_children (const ParleyNode *node)
{
  GHashTable *children = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < parley_node_size (node); i++)
    g_hash_table_insert (children, (gpointer) parley_node_child_name (node, i),
                         parley_node_child (node, i));
  return children;
}

static char *
join (const char *path, const char *name)
{
  return *path == '\0' ? g_strdup (name) : g_strconcat (path, ".", name, NULL);
}

/* Whether a child is compared by itself: remarks are not, and what @inputs say of their numbers is
 * compared together. */
static gboolean
counts (const ParleyNode *parent, guint index, gboolean inputs)
{
  return !is_remark (parent, index)
         && !(inputs && g_strv_contains (input_keys, parley_node_key (parent, index)));
}

/* The children of @before, each with what has its name in @after (by name). */
static void
compare_old (GPtrArray        *differences,
             const char       *path,
             const ParleyNode *before,
             GHashTable       *after,
             gboolean          inputs)
{
  for (guint i = 0; i < parley_node_size (before); i++)
    {
      const char *name = parley_node_child_name (before, i);
      g_autofree char *inner = join (path, name);

      if (counts (before, i, inputs))
        compare (differences, inner, parley_node_child (before, i),
                 g_hash_table_lookup (after, name));
    }
}

/* The children of @after of which @before (by name) has none. */
static void
add_new (GPtrArray        *differences,
         const char       *path,
         GHashTable       *before,
         const ParleyNode *after,
         gboolean          inputs)
{
  for (guint i = 0; i < parley_node_size (after); i++)
    {
      const char *name = parley_node_child_name (after, i);
      g_autofree char *inner = join (path, name);

      if (counts (after, i, inputs) && !g_hash_table_contains (before, name))
        add (differences, inner, NULL, strip_term (parley_node_child (after, i)));
    }
}

/* Whether the children that both have stand in the same order. */
static gboolean
same_order (const ParleyNode *before, const ParleyNode *after, GHashTable *old, GHashTable *new)
{
  guint b = 0;

  for (guint a = 0; a < parley_node_size (after); a++)
    {
      if (!g_hash_table_contains (old, parley_node_child_name (after, a)))
        continue;
      while (!g_hash_table_contains (new, parley_node_child_name (before, b)))
        b++;
      if (!g_str_equal (parley_node_child_name (before, b++), parley_node_child_name (after, a)))
        return FALSE;
    }
  return TRUE;
}

/* Both are objects, lists of things with ids, or a number and what has parts. */
static void
compare_parts (GPtrArray        *differences,
               const char       *path,
               const ParleyNode *before,
               const ParleyNode *after,
               gboolean          inputs)
{
  g_autoptr(GHashTable) old = index_children (before);
  g_autoptr(GHashTable) new = index_children (after);

  if (before->kind == PARLEY_NODE_ARRAY && !same_order (before, after, old, new))
    {
      add (differences, path, before, after);
      return;
    }
  compare_old (differences, path, before, new, inputs);
  add_new (differences, path, old, after, inputs);
}

static gboolean
have_parts (const ParleyNode *a, const ParleyNode *b)
{
  return (a->kind == PARLEY_NODE_OBJECT && b->kind == PARLEY_NODE_OBJECT)
         || (parley_node_is_list_with_ids (a) && parley_node_is_list_with_ids (b));
}

/* The same values in the same order, remarks aside. */
static gboolean
same_list (const ParleyNode *a, const ParleyNode *b)
{
  gboolean same = parley_node_size (a) == parley_node_size (b);

  for (guint i = 0; same && i < parley_node_size (a); i++)
    {
      g_autoptr(GPtrArray) inner
          = parley_nodes_differ (parley_node_child (a, i), parley_node_child (b, i));

      same = inner->len == 0;
    }
  return same;
}

static void
compare_values (GPtrArray *differences,
                const char *path,
                const ParleyNode *before,
                const ParleyNode *after)
{
  gboolean inputs = parley_node_is_input (before) && parley_node_is_input (after);
  gboolean lists = before->kind == PARLEY_NODE_ARRAY && after->kind == PARLEY_NODE_ARRAY;

  if (inputs && !same_input (before, after))
    add (differences, path, before, after);
  if (inputs || have_parts (before, after))
    compare_parts (differences, path, before, after, inputs);
  else if (lists ? !same_list (before, after) : !same_scalar (before, after))
    add (differences, path, before, after);
}

/* @after may be NULL: it is gone. */
static void
compare (GPtrArray *differences,
         const char *path,
         const ParleyNode *before,
         const ParleyNode *after)
{
  if (before == after)
    return;
  if (after == NULL)
    add (differences, path, strip_term (before), NULL);
  else
    compare_values (differences, path, strip_term (before), strip_term (after));
}

/* Moves what parties "use" to the front: most of what else differs follows from it. */
static void
put_uses_first (GPtrArray *differences)
{
  guint n_uses = 0;

  for (guint i = 0; i < differences->len; i++)
    {
      const ParleyDifference *difference = g_ptr_array_index (differences, i);

      if (g_str_has_prefix (difference->path, "parties.")
          && g_str_has_suffix (difference->path, ".use"))
        g_ptr_array_insert (differences, (int) n_uses++, g_ptr_array_steal_index (differences, i));
    }
}

GPtrArray *
parley_nodes_differ (const ParleyNode *before, const ParleyNode *after)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_difference_free);

  compare (differences, "", before, after);
  put_uses_first (differences);
  return differences;
}

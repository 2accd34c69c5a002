/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/differ.h"

#include <string.h>

#include "scenario/value_text.h"

/* What says why a value is as it is. */
static const char *const remarks[]
    = { "$schema", "note", "source", "sources", "basis", "confidence", "because", "reports", NULL };

/* Objects whose keys are ids, of issues or options, and so never remarks. */
static const char *const id_maps[]
    = { "weights", "swing",       "values", "positions", "terms", "when", "forbid",
        "never",   "needed_when", "if",     "then",      "any",   "not",  NULL };

/* What an input says of its number. */
static const char *const input_keys[] = { "value", "low", "high", NULL };

static void compare (GPtrArray *differences,
                     const char *path,
                     const ParleyNode *before,
                     const ParleyNode *after);

/* Whether the keys of what stands at @path are ids; said too often does no harm. */
static gboolean
is_id_map (const char *path)
{
  g_auto(GStrv) parts = g_strsplit (path, ".", -1);
  guint n = g_strv_length (parts);

  return (n > 0 && g_strv_contains (id_maps, parts[n - 1]))
         || (n > 1 && g_str_equal (parts[n - 2], "values"));
}

/* What a draft's term at @path is, without what is said about it; else @node itself. */
static const ParleyNode *
strip_term (const char *path, const ParleyNode *node)
{
  const ParleyNode *is = parley_node_get (node, "is");
  const char *last = strrchr (path, '.');

  return is != NULL && last != NULL && g_str_has_prefix (path, "drafts.") && last - path > 6
                 && strncmp (last - 6, ".terms", 6) == 0
             ? is
             : node;
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

static char *
join (const char *path, const char *name)
{
  return *path == '\0' ? g_strdup (name) : g_strconcat (path, ".", name, NULL);
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

/* What stands at @path in one of the two alone, in @after or else in @before. Of a list that is
 * there for the first time, or no more, each thing. */
static void
add_single (GPtrArray *differences, const char *path, const ParleyNode *node, gboolean after)
{
  const ParleyNode *what = strip_term (path, node);

  if (!parley_node_is_list_with_ids (node) || parley_node_size (node) == 0)
    {
      add (differences, path, after ? NULL : what, after ? what : NULL);
      return;
    }
  for (guint i = 0; i < parley_node_size (node); i++)
    {
      g_autofree char *inner = join (path, parley_node_child_name (node, i));
      const ParleyNode *child = parley_node_child (node, i);

      add (differences, inner, after ? NULL : child, after ? child : NULL);
    }
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

/* Whether the child @key is compared by itself: remarks are not, and what @inputs say of their
 * numbers is compared together. */
static gboolean
counts (const char *key, gboolean ids, gboolean inputs)
{
  return (ids || !g_strv_contains (remarks, key)) && !(inputs && g_strv_contains (input_keys, key));
}

/* The children of @before, each with what has its name in @after (by name). */
static void
compare_old (GPtrArray        *differences,
             const char       *path,
             const ParleyNode *before,
             GHashTable       *after,
             gboolean          inputs)
{
  gboolean ids = before->kind == PARLEY_NODE_ARRAY || is_id_map (path);

  for (guint i = 0; i < parley_node_size (before); i++)
    {
      const char *name = parley_node_child_name (before, i);
      g_autofree char *inner = join (path, name);

      if (counts (name, ids, inputs))
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
  gboolean ids = after->kind == PARLEY_NODE_ARRAY || is_id_map (path);

  for (guint i = 0; i < parley_node_size (after); i++)
    {
      const char *name = parley_node_child_name (after, i);
      g_autofree char *inner = join (path, name);

      if (counts (name, ids, inputs) && !g_hash_table_contains (before, name))
        add_single (differences, inner, parley_node_child (after, i), TRUE);
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
same_list (const char *path, const ParleyNode *a, const ParleyNode *b)
{
  g_autoptr(GPtrArray) inner
      = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_difference_free);

  if (parley_node_size (a) != parley_node_size (b))
    return FALSE;
  for (guint i = 0; i < parley_node_size (a) && inner->len == 0; i++)
    compare (inner, path, parley_node_child (a, i), parley_node_child (b, i));
  return inner->len == 0;
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
  else if (lists ? !same_list (path, before, after) : !same_scalar (before, after))
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
    add_single (differences, path, before, FALSE);
  else
    compare_values (differences, path, strip_term (path, before), strip_term (path, after));
}

/* What parties "use" goes first: most of what else differs follows from it. What no figure follows
 * from goes last. */
static int
rank_of (const char *path)
{
  static const char *const words[] = { ".title", ".summary", ".question", ".interest", NULL };

  if (g_str_has_prefix (path, "parties.") && g_str_has_suffix (path, ".use"))
    return 0;
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_suffix (path, words[i]))
      return 2;
  return strstr (path, ".batna.") != NULL || strstr (path, ".positions.") != NULL ? 2 : 1;
}

static gint
compare_ranks (gconstpointer a, gconstpointer b)
{
  const ParleyDifference *x = *(ParleyDifference *const *) a;
  const ParleyDifference *y = *(ParleyDifference *const *) b;

  return rank_of (x->path) - rank_of (y->path);
}

GPtrArray *
parley_nodes_differ (const ParleyNode *before, const ParleyNode *after)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_difference_free);

  compare (differences, "", before, after);
  g_ptr_array_sort (differences, compare_ranks);
  return differences;
}

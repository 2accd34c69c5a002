/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cli/complete_part.h"

static gboolean
has_names (const ParleyNode *node)
{
  return parley_node_size (node) > 0
         && (node->kind == PARLEY_NODE_OBJECT || parley_node_is_list_with_ids (node));
}

/* The child that @name names; of "*", which stands for all, the first. Returns: (nullable). */
static const ParleyNode *
descend (const ParleyNode *node, const char *name)
{
  for (guint i = 0; has_names (node) && i < parley_node_size (node); i++)
    if (g_str_equal (name, "*") || g_str_equal (name, parley_node_child_name (node, i)))
      return parley_node_child (node, i);

  return NULL;
}

/* Prose, dates and addresses are not what one tries other values of. */
static gboolean
is_prose (const ParleyNode *node)
{
  return node->kind == PARLEY_NODE_STRING && strpbrk (node->string, " .:") != NULL;
}

/* @name of @child, to go on with or, where it is or has a value, to be set. */
static void
tell_child (const ParleyNode *child, const char *before, const char *name, GString *result)
{
  const char *title = parley_node_get_string (child, "title");

  if (strpbrk (name, ".=") != NULL || is_prose (child))
    return;
  if (has_names (child))
    parley_complete_tell (result, before, name, ".", title);
  if (!has_names (child) || parley_node_get (child, "value") != NULL
      || parley_node_get (child, "is") != NULL)
    parley_complete_tell (result, before, name, "=", child->string);
}

void
parley_complete_path (const ParleyNode *tree,
                      const char *before,
                      const char *typed,
                      GString *result)
{
  const char *dot = strrchr (typed, '.');
  g_autofree char *head = g_strndup (typed, dot == NULL ? 0 : (gsize) (dot - typed));
  g_autofree char *stem = g_strconcat (before, head, dot == NULL ? "" : ".", NULL);
  g_auto(GStrv) names = g_strsplit (head, ".", -1);

  for (guint i = 0; tree != NULL && names[i] != NULL; i++)
    tree = descend (tree, names[i]);
  for (guint i = 0; tree != NULL && has_names (tree) && i < parley_node_size (tree); i++)
    tell_child (parley_node_child (tree, i), stem, parley_node_child_name (tree, i), result);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "scenario/node.h"

/* Trees from and to text, for tests. Strings are written without escapes. */

static inline ParleyNode *
parley_tree_parse (const char *name, const char *json)
{
  g_autoptr(ParleyText) text = parley_text_new_take (name, NULL, g_strdup (json), strlen (json));
  g_autoptr(ParleyProblems) problems = parley_problems_new ();

  return parley_node_parse (text, problems);
}

static inline void
parley_tree_append (GString *text, const ParleyNode *node)
{
  const char *close = node->kind == PARLEY_NODE_OBJECT ? "}" : "]";

  if (node->kind == PARLEY_NODE_STRING)
    g_string_append_printf (text, "\"%s\"", node->string);
  else if (node->kind == PARLEY_NODE_NUMBER)
    g_string_append (text, node->string);
  else if (node->kind == PARLEY_NODE_BOOLEAN)
    g_string_append (text, node->boolean ? "true" : "false");
  else if (node->kind == PARLEY_NODE_NULL)
    g_string_append (text, "null");
  if (node->children == NULL)
    return;

  g_string_append (text, node->kind == PARLEY_NODE_OBJECT ? "{" : "[");
  for (guint i = 0; i < parley_node_size (node); i++)
    {
      g_string_append (text, i > 0 ? "," : "");
      if (node->kind == PARLEY_NODE_OBJECT)
        g_string_append_printf (text, "\"%s\":", parley_node_key (node, i));
      parley_tree_append (text, parley_node_child (node, i));
    }
  g_string_append (text, close);
}

static inline char *
parley_tree_to_text (const ParleyNode *node)
{
  GString *text = g_string_new (NULL);

  parley_tree_append (text, node);
  return g_string_free (text, FALSE);
}

/* All of @problems as a reader sees them, one a line. */
static inline char *
parley_tree_problems (const ParleyProblems *problems)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < problems->items->len; i++)
    {
      g_autofree char *line = parley_problem_to_string (parley_problems_get (problems, i));

      g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", line);
    }
  return g_string_free (lines, FALSE);
}

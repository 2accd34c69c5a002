/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/read.h"

/*
 * A model file by itself: no scenario says what the issues are. They are known
 * from the values: a table names every option, and the points of a curve reach
 * over the whole scale. An issue of which less is known is there but "broken",
 * so that nothing is said of its terms; its values are still read, for what is
 * wrong with them.
 */

static void
add_broken (ParleyReader *reader, const char *id)
{
  if (reader->scenario->issues->len < PARLEY_MAX_ISSUES
      && parley_scenario_find_issue (reader->scenario, id) < 0)
    parley_read_add_issue (reader, parley_issue_new (id, id, PARLEY_ISSUE_CHOICE), TRUE);
}

/* Reads the first and last x of a curve into the scale of @issue, without a word:
 * the value function is read for good later. */
static gboolean
infer_scale (const ParleyNode *points, ParleyIssue *issue)
{
  guint n = points->kind == PARLEY_NODE_ARRAY ? parley_node_size (points) : 0;
  const ParleyNode *first = n > 0 ? parley_node_child (points, 0) : NULL;
  const ParleyNode *last = n > 0 ? parley_node_child (points, n - 1) : NULL;

  if (n < 2 || parley_node_size (first) == 0 || parley_node_size (last) == 0)
    return FALSE;
  first = parley_node_child (first, 0);
  last = parley_node_child (last, 0);
  return first->string != NULL && last->string != NULL
         && parley_exact_parse (first->string, issue->min)
         && parley_exact_parse (last->string, issue->max) && mpq_cmp (issue->min, issue->max) < 0;
}

/* Around an ideal a scale has no ends: wider than any number that can be written. */
static void
set_endless (ParleyIssue *issue)
{
  mpz_ui_pow_ui (mpq_numref (issue->max), 10, 201);
  mpq_neg (issue->min, issue->max);
}

static ParleyIssue *
infer_choice (const char *id, const ParleyNode *values)
{
  ParleyIssue *issue = parley_issue_new (id, id, PARLEY_ISSUE_CHOICE);

  issue->ordered = TRUE;
  for (guint i = 0; i < parley_node_size (values); i++)
    {
      const char *option = parley_node_key (values, i);

      g_ptr_array_add (issue->options, parley_option_new (option, option));
    }
  return issue;
}

/* Options may be called "points" or "ideal" too: so a curve is known by its list, or
 * by what stands beside it, and an ideal by having nothing beside it but a tolerance. */
static gboolean
is_curve (const ParleyNode *values)
{
  const ParleyNode *points = parley_node_get (values, "points");

  return points != NULL
         && (points->kind == PARLEY_NODE_ARRAY || parley_node_size (values) == 1
             || parley_node_get (values, "shape") != NULL);
}

static gboolean
is_ideal (const ParleyNode *values)
{
  guint n_keys = parley_node_get (values, "tolerance") != NULL ? 2 : 1;

  return parley_node_get (values, "ideal") != NULL && parley_node_size (values) == n_keys;
}

static void
infer_issue (ParleyReader *reader, const char *id, const ParleyNode *values)
{
  gboolean whole = values->kind == PARLEY_NODE_OBJECT && parley_node_size (values) > 0;
  ParleyIssue *issue = NULL;

  if (whole && !is_curve (values) && !is_ideal (values))
    issue = infer_choice (id, values);
  else
    issue = parley_issue_new (id, id, PARLEY_ISSUE_RANGE);
  if (is_curve (values))
    whole = infer_scale (parley_node_get (values, "points"), issue);
  else if (is_ideal (values))
    set_endless (issue);
  parley_read_add_issue (reader, issue, !whole);
}

static void
infer_from_values (ParleyReader *reader, const ParleyNode *root)
{
  const ParleyNode *values = parley_node_get (root, "values");

  if (values == NULL || values->kind != PARLEY_NODE_OBJECT)
    return;
  for (guint i = 0; i < MIN (parley_node_size (values), PARLEY_MAX_ISSUES); i++)
    infer_issue (reader, parley_node_key (values, i), parley_node_child (values, i));
}

/* The keys of an object, or the strings of a list, name issues. */
static void
add_named (ParleyReader *reader, const ParleyNode *node)
{
  if (node == NULL)
    return;
  if (node->kind == PARLEY_NODE_STRING)
    add_broken (reader, node->string);
  for (guint i = 0; node->kind == PARLEY_NODE_OBJECT && i < parley_node_size (node); i++)
    add_broken (reader, parley_node_key (node, i));
  for (guint i = 0; node->kind == PARLEY_NODE_ARRAY && i < parley_node_size (node); i++)
    add_named (reader, parley_node_child (node, i));
}

static void
add_from_condition (ParleyReader *reader, const ParleyNode *node)
{
  if (node == NULL)
    return;
  for (guint i = 0; node->kind == PARLEY_NODE_ARRAY && i < parley_node_size (node); i++)
    add_from_condition (reader, parley_node_child (node, i));
  for (guint i = 0; node->kind == PARLEY_NODE_OBJECT && i < parley_node_size (node); i++)
    {
      const char *key = parley_node_key (node, i);

      if (g_str_equal (key, "any") || g_str_equal (key, "not"))
        add_from_condition (reader, parley_node_child (node, i));
      else
        add_broken (reader, key);
    }
}

static void
add_from_list (ParleyReader *reader, const ParleyNode *root, const char *list_key, const char *key)
{
  const ParleyNode *list = parley_node_get (root, list_key);

  for (guint i = 0; list != NULL && i < parley_node_size (list); i++)
    add_from_condition (reader, parley_node_get (parley_node_child (list, i), key));
}

static void
infer_issues (ParleyReader *reader, const ParleyNode *root)
{
  static const char *const naming_keys[] = { "weights", "swing", "ranking", "positions" };

  infer_from_values (reader, root);
  for (guint i = 0; i < G_N_ELEMENTS (naming_keys); i++)
    add_named (reader, parley_node_get (root, naming_keys[i]));
  add_from_condition (reader, parley_node_get (root, "needed_when"));
  add_from_list (reader, root, "red_lines", "never");
  add_from_list (reader, root, "adjustments", "when");
}

static void
refuse_use (ParleyReader *reader, const ParleyNode *root)
{
  const ParleyNode *use = parley_node_get (root, "use");

  if (use != NULL)
    parley_problems_add_at (reader->problems, PARLEY_PROBLEM_MODEL_USE, use,
                            "a model cannot use another model");
}

void
parley_read_model_alone (ParleyReader *reader, const ParleyNode *root)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  reader->alone = TRUE;
  reader->unsure = PARLEY_UNSURE_ISSUES | PARLEY_UNSURE_SOURCES | PARLEY_UNSURE_DRAFTS;
  refuse_use (reader, root);
  infer_issues (reader, root);
  parley_read_sources (reader, root);
  parley_read_party (reader, root, seen);
  if (reader->scenario->parties->len > 0)
    parley_read_preferences_of (reader, root, g_ptr_array_index (reader->scenario->parties, 0));
  reader->scenario->title = g_strdup (parley_scenario_party (reader->scenario, 0)->title);
}

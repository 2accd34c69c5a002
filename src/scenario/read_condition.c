/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/read.h"

static ParleyCondition *read_condition (ParleyReader *reader,
                                        const ParleyNode *node,
                                        gboolean allow_derived);

/* Returns: FALSE after a problem; then the others are still looked at. */
static gboolean
take_if_read (ParleyCondition *into, ParleyCondition *child)
{
  if (child == NULL)
    return FALSE;
  parley_condition_take_child (into, child);
  return TRUE;
}

static ParleyCondition *
read_any (ParleyReader *reader, const ParleyNode *object, gboolean allow_derived)
{
  const ParleyNode *list = parley_read_filled_list (reader, object, "any");
  g_autoptr(ParleyCondition) any = parley_condition_new (PARLEY_CONDITION_ANY);
  gboolean whole = list != NULL;

  for (guint i = 0; list != NULL && i < parley_node_size (list); i++)
    whole
        &= take_if_read (any, read_condition (reader, parley_node_child (list, i), allow_derived));
  return whole ? g_steal_pointer (&any) : NULL;
}

static ParleyCondition *
read_not (ParleyReader *reader, const ParleyNode *node, gboolean allow_derived)
{
  g_autoptr(ParleyCondition) not = parley_condition_new (PARLEY_CONDITION_NOT);
  gboolean whole = take_if_read (not, read_condition (reader, node, allow_derived));

  return whole ? g_steal_pointer (&not ) : NULL;
}

static ParleyCondition *
read_issue_terms (ParleyReader *reader,
                  const ParleyNode *object,
                  guint index,
                  gboolean allow_derived)
{
  int issue = parley_read_issue_key (reader, object, index);
  ParleyTerms *terms = NULL;

  if (issue < 0)
    return NULL;
  if (!allow_derived
      && parley_issue_is_derived (parley_scenario_issue (reader->scenario, (guint) issue)))
    {
      parley_problems_add_at_key (reader->problems, PARLEY_PROBLEM_DERIVED_FROM_DERIVED, object,
                                  index, "\"%s\" is derived itself",
                                  parley_node_key (object, index));
      return NULL;
    }
  terms = parley_read_terms (reader, parley_node_child (object, index), (guint) issue);
  return terms == NULL ? NULL : parley_condition_new_terms ((guint) issue, terms);
}

static ParleyCondition *
read_part (ParleyReader *reader, const ParleyNode *object, guint index, gboolean allow_derived)
{
  const char *key = parley_node_key (object, index);

  if (g_str_equal (key, "any"))
    return read_any (reader, object, allow_derived);
  if (g_str_equal (key, "not"))
    return read_not (reader, parley_node_child (object, index), allow_derived);
  return read_issue_terms (reader, object, index, allow_derived);
}

static ParleyCondition *
read_condition (ParleyReader *reader, const ParleyNode *node, gboolean allow_derived)
{
  g_autoptr(ParleyCondition) all = NULL;
  gboolean whole = TRUE;

  if (!parley_read_kind (reader, node, PARLEY_NODE_OBJECT, "a condition"))
    return NULL;
  if (parley_node_size (node) == 0)
    {
      parley_problems_add_at (reader->problems, PARLEY_PROBLEM_EMPTY_CONDITION, node,
                              "a condition needs at least one issue");
      return NULL;
    }
  if (parley_node_size (node) == 1)
    return read_part (reader, node, 0, allow_derived);

  all = parley_condition_new (PARLEY_CONDITION_ALL);
  for (guint i = 0; i < parley_node_size (node); i++)
    whole &= take_if_read (all, read_part (reader, node, i, allow_derived));
  return whole ? g_steal_pointer (&all) : NULL;
}

static ParleyCondition *
read_whole (ParleyReader *reader, const ParleyNode *node, gboolean allow_derived)
{
  ParleyCondition *condition = read_condition (reader, node, allow_derived);

  if (condition == NULL)
    reader->unsure |= PARLEY_UNSURE_CONDITIONS;
  return condition;
}

ParleyCondition *
parley_read_condition (ParleyReader *reader, const ParleyNode *node)
{
  return read_whole (reader, node, TRUE);
}

ParleyCondition *
parley_read_negotiated_condition (ParleyReader *reader, const ParleyNode *node)
{
  return read_whole (reader, node, FALSE);
}

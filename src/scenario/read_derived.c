/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/read.h"

static const ParleyKey row_keys[] = {
  { "when", TRUE },
  { "value", TRUE },
  { NULL, FALSE },
};

static gboolean
is_factor (ParleyReader *reader, const ParleyNode *node, const ParleyIssue *factor)
{
  if (factor->kind == PARLEY_ISSUE_RANGE)
    return TRUE;
  if (parley_issue_is_derived (factor))
    parley_problems_add_at (reader->problems, PARLEY_PROBLEM_DERIVED_FROM_DERIVED, node,
                            "\"%s\" is derived itself", factor->id);
  else
    parley_problems_add_at (reader->problems, PARLEY_PROBLEM_NOT_A_RANGE, node,
                            "\"%s\" is not a range", factor->id);
  return FALSE;
}

static gboolean
has_factor (const ParleyIssue *issue, guint factor)
{
  for (guint i = 0; i < issue->factors->len; i++)
    if (g_array_index (issue->factors, guint, i) == factor)
      return TRUE;
  return FALSE;
}

/* Returns: FALSE when the range of the product cannot be known. */
static gboolean
read_factor (ParleyReader *reader, const ParleyNode *node, ParleyIssue *issue)
{
  int index = parley_read_issue_ref (reader, node);
  guint factor = (guint) index;

  if (index < 0 || parley_read_is_broken (reader, factor)
      || !is_factor (reader, node, parley_scenario_issue (reader->scenario, factor)))
    return FALSE;
  if (has_factor (issue, factor))
    parley_problems_add_at (reader->problems, PARLEY_PROBLEM_REPEATED, node,
                            "\"%s\" is in the product already", node->string);
  g_array_append_val (issue->factors, factor);
  return TRUE;
}

/* [min, max] becomes the range of its products with [low, high]: since a
 * factor may be negative, the ends are among the four corners. */
static void
multiply_range (ParleyIssue *issue, mpq_srcptr low, mpq_srcptr high)
{
  mpq_t corners[4];

  for (guint i = 0; i < 4; i++)
    {
      mpq_init (corners[i]);
      mpq_mul (corners[i], i < 2 ? issue->min : issue->max, i % 2 == 0 ? low : high);
    }
  for (guint i = 0; i < 4; i++)
    {
      parley_exact_widen (issue->min, issue->max, corners[i], i == 0);
      mpq_clear (corners[i]);
    }
}

static gboolean
read_product (ParleyReader *reader, const ParleyNode *node, ParleyIssue *issue)
{
  const ParleyNode *list = parley_read_filled_list (reader, node, "product");
  const ParleyNode *scale = parley_node_get (node, "scale");
  gboolean whole = list != NULL;

  mpq_set_ui (issue->scale, 1, 1);
  if (scale != NULL)
    whole &= parley_read_number (reader, scale, "\"scale\"", issue->scale);
  for (guint i = 0; list != NULL && i < parley_node_size (list); i++)
    whole &= read_factor (reader, parley_node_child (list, i), issue);
  if (!whole)
    return FALSE;

  mpq_set (issue->min, issue->scale);
  mpq_set (issue->max, issue->scale);
  for (guint i = 0; i < issue->factors->len; i++)
    {
      const ParleyIssue *factor
          = parley_scenario_issue (reader->scenario, g_array_index (issue->factors, guint, i));

      multiply_range (issue, factor->min, factor->max);
    }
  return TRUE;
}

static gboolean
read_row (ParleyReader *reader, const ParleyNode *node, ParleyIssue *issue)
{
  ParleyTableRow *row = NULL;
  const ParleyNode *when = NULL;
  const ParleyNode *value = NULL;

  if (!parley_read_object (reader, node, "a row of a table", row_keys))
    return FALSE;
  row = parley_table_row_new ();
  g_ptr_array_add (issue->rows, row);
  when = parley_node_get (node, "when");
  if (when != NULL)
    row->when = parley_read_negotiated_condition (reader, when);
  value = parley_node_get (node, "value");
  return value != NULL && parley_read_number (reader, value, "\"value\"", row->value);
}

static gboolean
read_otherwise (ParleyReader *reader, const ParleyNode *node, ParleyIssue *issue)
{
  const ParleyNode *otherwise = parley_node_get (node, "otherwise");

  if (otherwise == NULL)
    {
      parley_problems_add_at (reader->problems, PARLEY_PROBLEM_MISSING_KEY, node,
                              "a derived issue with a table needs the key \"otherwise\"");
      return FALSE;
    }
  return parley_read_number (reader, otherwise, "\"otherwise\"", issue->otherwise);
}

static gboolean
read_table (ParleyReader *reader, const ParleyNode *node, ParleyIssue *issue)
{
  const ParleyNode *list = parley_read_filled_list (reader, node, "table");
  gboolean whole = read_otherwise (reader, node, issue);

  for (guint i = 0; list != NULL && i < parley_node_size (list); i++)
    whole &= read_row (reader, parley_node_child (list, i), issue);
  if (list == NULL || !whole)
    return FALSE;

  parley_exact_widen (issue->min, issue->max, issue->otherwise, TRUE);
  for (guint i = 0; i < issue->rows->len; i++)
    {
      const ParleyTableRow *row = g_ptr_array_index (issue->rows, i);

      parley_exact_widen (issue->min, issue->max, row->value, FALSE);
    }
  return TRUE;
}

/* "scale" goes with a product, "otherwise" with a table. */
static void
check_partner (ParleyReader *reader, const ParleyNode *node, const char *key, const char *partner)
{
  const ParleyNode *stray = parley_node_get (node, key);

  if (stray != NULL && parley_node_get (node, partner) == NULL)
    parley_problems_add_at (reader->problems, PARLEY_PROBLEM_PRODUCT_AND_TABLE, stray,
                            "\"%s\" means something only beside \"%s\"", key, partner);
}

/* Every combination of what an issue follows from is tabulated later on. */
static gboolean
check_combinations (ParleyReader *reader, const ParleyNode *node, const ParleyIssue *issue)
{
  g_autofree gboolean *flags = g_new0 (gboolean, reader->scenario->issues->len);
  guint64 n = 1;

  parley_issue_mark_sources (issue, flags);
  for (guint i = 0; i < reader->scenario->issues->len && n <= PARLEY_MAX_COMBINATIONS; i++)
    {
      const ParleyIssue *source = parley_scenario_issue (reader->scenario, i);
      const GPtrArray *options
          = source->kind == PARLEY_ISSUE_RANGE ? source->grid : source->options;

      if (flags[i] && options != NULL)
        n *= MAX (1, options->len);
    }
  if (n <= PARLEY_MAX_COMBINATIONS)
    return TRUE;
  parley_problems_add_at (reader->problems, PARLEY_PROBLEM_TOO_MANY_COMBINATIONS, node,
                          "the issues that this one follows from have more than 1,000,000 "
                          "combinations");
  return FALSE;
}

gboolean
parley_read_derived (ParleyReader *reader, const ParleyNode *node, ParleyIssue *issue)
{
  gboolean has_product = parley_node_get (node, "product") != NULL;
  gboolean has_table = parley_node_get (node, "table") != NULL;

  if (has_product == has_table)
    {
      parley_problems_add_at (reader->problems, PARLEY_PROBLEM_PRODUCT_AND_TABLE, node,
                              "a derived issue needs either \"product\" or \"table\"");
      return FALSE;
    }
  check_partner (reader, node, "scale", "product");
  check_partner (reader, node, "otherwise", "table");
  return (has_product ? read_product (reader, node, issue) : read_table (reader, node, issue))
         && check_combinations (reader, node, issue);
}

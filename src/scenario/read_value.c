/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/read.h"

static const char *const shape_words[] = { "linear", "smooth", NULL };

static const ParleyKey curve_keys[] = {
  { "points", TRUE },
  { "shape", FALSE },
  { NULL, FALSE },
};

static const ParleyKey ideal_keys[] = {
  { "ideal", TRUE },
  { "tolerance", TRUE },
  { NULL, FALSE },
};

/* A table: options */

static void
read_entry (ParleyReader *reader,
            const ParleyNode *node,
            guint index,
            guint issue,
            ParleyValueFunction *function)
{
  int option = parley_read_option_key (reader, node, index, issue);
  g_autofree char *what = g_strdup_printf ("the value of \"%s\"", parley_node_key (node, index));
  ParleyNumber *value
      = parley_read_input (reader, parley_node_child (node, index), what, PARLEY_BOUND_VALUE);

  if (option >= 0)
    function->table->pdata[option] = value;
  else
    parley_number_free (value);
}

/* Several options left out are one omission. */
static void
check_options (ParleyReader *reader, const ParleyNode *node, const ParleyIssue *issue)
{
  g_autoptr(GPtrArray) missing = g_ptr_array_new ();
  g_autofree char *names = NULL;

  for (guint i = 0; i < issue->options->len; i++)
    {
      const char *id = parley_issue_option (issue, i)->id;

      if (parley_read_lacks (reader, node, id))
        g_ptr_array_add (missing, (gpointer) id);
    }
  if (missing->len == 0)
    return;
  g_ptr_array_add (missing, NULL);
  names = g_strjoinv (", ", (char **) missing->pdata);
  parley_problems_add_at (reader->problems, PARLEY_PROBLEM_MISSING_OPTION, node,
                          "the values of \"%s\" leave out: %s", issue->id, names);
}

static ParleyValueFunction *
read_table (ParleyReader *reader, const ParleyNode *node, guint index)
{
  const ParleyIssue *issue = parley_scenario_issue (reader->scenario, index);
  ParleyValueFunction *function = parley_value_function_new (PARLEY_VALUE_TABLE);

  g_ptr_array_set_size (function->table, (int) issue->options->len);
  for (guint i = 0; i < parley_node_size (node); i++)
    read_entry (reader, node, i, index, function);
  check_options (reader, node, issue);
  return function;
}

/* A curve: numbers */

static void
check_ascending (ParleyReader *reader,
                 const ParleyNode *node,
                 const ParleyValueFunction *function,
                 mpq_srcptr x)
{
  guint n = function->x->len;

  if (n > 0 && mpq_cmp (x, g_ptr_array_index (function->x, n - 1)) <= 0)
    parley_read_explain (parley_problems_add_at (reader->problems,
                                                 PARLEY_PROBLEM_POINTS_NOT_ASCENDING, node,
                                                 "the points of a curve must ascend"),
                         node, "more than at the point before");
}

static gboolean
read_point (ParleyReader *reader, const ParleyNode *node, ParleyValueFunction *function)
{
  ParleyNumber *y = NULL;
  gboolean has_x = FALSE;
  mpq_t x;

  if (node->kind != PARLEY_NODE_ARRAY || parley_node_size (node) != 2)
    {
      parley_read_explain (parley_problems_add_at (reader->problems, PARLEY_PROBLEM_BAD_POINT, node,
                                                   "a point must be a pair"),
                           node, "[x, value]");
      return FALSE;
    }
  mpq_init (x);
  has_x = parley_read_number (reader, parley_node_child (node, 0), "the x of a point", x);
  y = parley_read_input (reader, parley_node_child (node, 1), "the value of a point",
                         PARLEY_BOUND_VALUE);
  if (has_x)
    {
      check_ascending (reader, parley_node_child (node, 0), function, x);
      g_ptr_array_add (function->x, parley_exact_new (x));
      g_ptr_array_add (function->y, y);
    }
  else
    parley_number_free (y);
  mpq_clear (x);
  return has_x && y != NULL;
}

static void
check_span (ParleyReader *reader,
            const ParleyNode *node,
            const ParleyValueFunction *function,
            const ParleyIssue *issue)
{
  mpq_srcptr first = g_ptr_array_index (function->x, 0);
  mpq_srcptr last = g_ptr_array_index (function->x, function->x->len - 1);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (mpq_cmp (first, issue->min) <= 0 && mpq_cmp (last, issue->max) >= 0)
    return;
  low = parley_exact_to_text (issue->min, 12);
  high = parley_exact_to_text (issue->max, 12);
  parley_problems_add_at (reader->problems, PARLEY_PROBLEM_POINTS_DO_NOT_SPAN, node,
                          "the points do not span the scale of \"%s\"", issue->id)
      ->expected
      = g_strdup_printf ("points from %s to %s", low, high);
}

static ParleyValueFunction *
read_curve (ParleyReader *reader, const ParleyNode *node, const ParleyIssue *issue)
{
  const ParleyNode *list = parley_read_list (reader, node, "points");
  gboolean smooth = parley_read_word (reader, node, "shape", shape_words) == 1;
  g_autoptr(ParleyValueFunction) function
      = parley_value_function_new (smooth ? PARLEY_VALUE_SMOOTH : PARLEY_VALUE_LINEAR);
  gboolean whole = list != NULL;

  for (guint i = 0; list != NULL && i < parley_node_size (list); i++)
    whole &= read_point (reader, parley_node_child (list, i), function);
  if (list != NULL && parley_node_size (list) < 2)
    {
      parley_problems_add_at (reader->problems, PARLEY_PROBLEM_TOO_FEW_POINTS, list,
                              "a curve needs at least two points");
      return NULL;
    }
  if (!whole)
    return NULL;
  /* A model alone takes the scale from the points. */
  if (!reader->alone)
    check_span (reader, list, function, issue);
  return g_steal_pointer (&function);
}

static ParleyValueFunction *
read_ideal (ParleyReader *reader, const ParleyNode *node)
{
  const ParleyNode *ideal = parley_node_get (node, "ideal");
  const ParleyNode *tolerance = parley_node_get (node, "tolerance");
  g_autoptr(ParleyValueFunction) function = parley_value_function_new (PARLEY_VALUE_IDEAL);

  if (ideal != NULL)
    function->ideal = parley_read_input (reader, ideal, "the ideal", PARLEY_BOUND_NONE);
  if (tolerance != NULL)
    function->tolerance
        = parley_read_input (reader, tolerance, "the tolerance", PARLEY_BOUND_TOLERANCE);
  if (function->ideal == NULL || function->tolerance == NULL)
    return NULL;
  return g_steal_pointer (&function);
}

static ParleyValueFunction *
read_of_numbers (ParleyReader *reader, const ParleyNode *node, const ParleyIssue *issue)
{
  gboolean has_points = parley_node_get (node, "points") != NULL;
  gboolean has_ideal = parley_node_get (node, "ideal") != NULL;

  if (has_points == has_ideal)
    {
      parley_problems_add_at (reader->problems, PARLEY_PROBLEM_VALUE_FUNCTION, node,
                              "numbers are valued either by \"points\" or by an \"ideal\"")
          ->expected
          = g_strdup ("such as { \"points\": [[0, 100], [20, 0]] }");
      return NULL;
    }
  parley_read_object (reader, node, "a value function", has_points ? curve_keys : ideal_keys);
  return has_points ? read_curve (reader, node, issue) : read_ideal (reader, node);
}

ParleyValueFunction *
parley_read_value_function (ParleyReader *reader, const ParleyNode *node, guint issue)
{
  const ParleyIssue *of = parley_scenario_issue (reader->scenario, issue);
  ParleyValueFunction *function = NULL;

  if ((parley_read_is_broken (reader, issue) && !reader->alone)
      || !parley_read_kind (reader, node, PARLEY_NODE_OBJECT, "a value function"))
    return NULL;
  function = parley_issue_is_numeric (of) ? read_of_numbers (reader, node, of)
                                          : read_table (reader, node, issue);
  if (function != NULL)
    function->origin = parley_read_origin (reader, node);
  return function;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/read.h"

/* Reads the number at @key. Returns: FALSE when it is absent or wrong. */
static gboolean
read_at (ParleyReader *reader, const ParleyNode *node, const char *key, mpq_ptr number)
{
  const ParleyNode *child = parley_node_get (node, key);
  g_autofree char *what = g_strdup_printf ("\"%s\"", key);

  return child != NULL && parley_read_number (reader, child, what, number);
}

/* Sets the number of steps from min to max. */
static gboolean
count_steps (ParleyReader *reader,
             const ParleyNode *node,
             const ParleyIssue *issue,
             mpq_srcptr step,
             gulong *n_steps)
{
  gboolean fits = FALSE;
  mpq_t steps;

  mpq_init (steps);
  mpq_sub (steps, issue->max, issue->min);
  mpq_div (steps, steps, step);
  if (mpz_cmp_ui (mpq_denref (steps), 1) != 0)
    parley_problems_add_at (reader->problems, PARLEY_PROBLEM_STEP_DOES_NOT_DIVIDE, node,
                            "steps of this size from \"min\" do not arrive at \"max\"");
  else if (mpz_cmp_ui (mpq_numref (steps), PARLEY_MAX_VALUES - 1) > 0)
    parley_problems_add_at (reader->problems, PARLEY_PROBLEM_TOO_MANY_VALUES, node,
                            "steps of this size give more than %u values", PARLEY_MAX_VALUES);
  else
    fits = parley_read_more_values (reader, node, (guint) mpz_get_ui (mpq_numref (steps)) + 1);
  if (fits)
    *n_steps = mpz_get_ui (mpq_numref (steps));
  mpq_clear (steps);
  return fits;
}

static void
fill_grid (ParleyIssue *issue, mpq_srcptr step, gulong n_steps)
{
  mpq_t value;

  mpq_init (value);
  mpq_set (value, issue->min);
  for (gulong i = 0; i <= n_steps; i++)
    {
      g_ptr_array_add (issue->grid, parley_exact_new (value));
      mpq_add (value, value, step);
    }
  mpq_clear (value);
}

static void
step_grid (ParleyReader *reader, const ParleyNode *node, ParleyIssue *issue, mpq_srcptr step)
{
  gulong n_steps = 0;

  if (mpq_sgn (step) <= 0)
    parley_read_explain (parley_problems_add_at (reader->problems, PARLEY_PROBLEM_STEP_NOT_POSITIVE,
                                                 node, "\"step\" is too small"),
                         node, "above 0");
  else if (count_steps (reader, node, issue, step, &n_steps))
    fill_grid (issue, step, n_steps);
}

static void
read_step (ParleyReader *reader, const ParleyNode *node, ParleyIssue *issue)
{
  mpq_t step;

  mpq_init (step);
  if (parley_read_number (reader, node, "\"step\"", step))
    step_grid (reader, node, issue, step);
  mpq_clear (step);
}

static gboolean
check_grid_value (ParleyReader *reader,
                  const ParleyNode *node,
                  const ParleyIssue *issue,
                  mpq_srcptr value)
{
  guint n = issue->grid->len;
  gboolean inside = mpq_cmp (issue->min, value) <= 0 && mpq_cmp (value, issue->max) <= 0;
  gboolean ascends = n == 0 || mpq_cmp (value, g_ptr_array_index (issue->grid, n - 1)) > 0;

  if (!inside)
    parley_read_explain (parley_problems_add_at (reader->problems, PARLEY_PROBLEM_OUTSIDE_RANGE,
                                                 node, "the grid leaves the range"),
                         node, "\"min\" to \"max\"");
  else if (!ascends)
    parley_read_explain (parley_problems_add_at (reader->problems,
                                                 PARLEY_PROBLEM_GRID_NOT_ASCENDING, node,
                                                 "the values of a grid must ascend"),
                         node, "more than the value before");
  return inside && ascends;
}

static void
read_grid (ParleyReader *reader, const ParleyNode *node, ParleyIssue *issue)
{
  const ParleyNode *list = parley_read_filled_list (reader, node, "grid");
  mpq_t value;

  if (list == NULL)
    return;
  if (parley_node_size (list) > PARLEY_MAX_VALUES)
    parley_problems_add_at (reader->problems, PARLEY_PROBLEM_TOO_MANY_VALUES, list,
                            "the grid has more than %u values", PARLEY_MAX_VALUES);
  parley_read_more_values (reader, list, parley_node_size (list));
  mpq_init (value);
  for (guint i = 0; i < parley_node_size (list); i++)
    {
      const ParleyNode *child = parley_node_child (list, i);

      if (parley_read_number (reader, child, "a value of a grid", value)
          && check_grid_value (reader, child, issue, value))
        g_ptr_array_add (issue->grid, parley_exact_new (value));
    }
  mpq_clear (value);
}

/* The range is whole, so that terms can be checked, even when its grid is not. */
gboolean
parley_read_range (ParleyReader *reader, const ParleyNode *node, ParleyIssue *issue)
{
  const ParleyNode *step = parley_node_get (node, "step");
  const ParleyNode *grid = parley_node_get (node, "grid");
  gboolean has_min = read_at (reader, node, "min", issue->min);
  gboolean has_max = read_at (reader, node, "max", issue->max);

  if ((step == NULL) == (grid == NULL))
    parley_problems_add_at (
        reader->problems, PARLEY_PROBLEM_STEP_AND_GRID, node, "a range issue needs %s",
        step == NULL ? "a \"step\" or a \"grid\"" : "either \"step\" or \"grid\"");
  if (!has_min || !has_max)
    return FALSE;
  if (mpq_cmp (issue->min, issue->max) >= 0)
    {
      parley_problems_add_at (reader->problems, PARLEY_PROBLEM_EMPTY_RANGE,
                              parley_node_get (node, "max"), "\"max\" must be above \"min\"");
      return FALSE;
    }
  if (grid != NULL)
    read_grid (reader, node, issue);
  else if (step != NULL)
    read_step (reader, step, issue);
  return TRUE;
}

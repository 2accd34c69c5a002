/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/geniusweb.h"

/* The numbers of "numberutils": a line between two points. */
typedef struct
{
  mpq_t low;
  mpq_t low_utility;
  mpq_t high;
  mpq_t high_utility;
} Line;

/* A ParleyOfNumber. */
static void
evaluate (mpq_srcptr x, gconstpointer data, mpq_ptr value)
{
  const Line *self = data;
  mpq_t part;

  mpq_init (part);
  mpq_sub (part, self->high, self->low);
  mpq_sub (value, x, self->low);
  mpq_div (value, value, part);
  mpq_sub (part, self->high_utility, self->low_utility);
  mpq_mul (value, value, part);
  mpq_add (value, value, self->low_utility);
  parley_import_to_points (value);
  mpq_clear (part);
}

static gboolean
read_line_number (ParleyGeniusweb *self,
                  const ParleyNode *node,
                  const char *key,
                  gboolean is_share,
                  mpq_ptr number)
{
  const ParleyNode *member = parley_node_get (node, key);
  g_autofree char *what = g_strdup_printf ("\"%s\"", key);

  if (member == NULL)
    {
      parley_problems_add_at (self->problems, PARLEY_PROBLEM_MISSING_PART, node,
                              "\"numberutils\" needs the key \"%s\"", key);
      return FALSE;
    }
  return is_share ? parley_geniusweb_share (self, member, what, number)
                  : parley_geniusweb_number (self, member, what, number);
}

static gboolean
check_line (ParleyGeniusweb *self,
            const ParleyNode *node,
            const ParleyIssue *issue,
            const Line *line)
{
  if (mpq_cmp (line->low, issue->min) <= 0 && mpq_cmp (line->high, issue->max) >= 0
      && mpq_cmp (line->low, line->high) < 0)
    return TRUE;
  parley_problems_add_at (self->problems, PARLEY_PROBLEM_MISMATCH, node,
                          "the utilities of \"%s\" do not reach from its lowest to its highest "
                          "value",
                          issue->title);
  return FALSE;
}

static ParleyValueFunction *
read_numbers (ParleyGeniusweb *self, const ParleyNode *node, guint index)
{
  const ParleyIssue *issue = parley_scenario_issue (self->scenario, index);
  ParleyValueFunction *function = NULL;
  Line line;

  mpq_inits (line.low, line.low_utility, line.high, line.high_utility, NULL);
  if (read_line_number (self, node, "lowValue", FALSE, line.low)
      && read_line_number (self, node, "lowUtility", TRUE, line.low_utility)
      && read_line_number (self, node, "highValue", FALSE, line.high)
      && read_line_number (self, node, "highUtility", TRUE, line.high_utility)
      && check_line (self, node, issue, &line))
    function = parley_import_curve (issue, evaluate, &line, NULL);
  mpq_clears (line.low, line.low_utility, line.high, line.high_utility, NULL);
  return function;
}

static gboolean
read_utility (ParleyGeniusweb *self,
              const ParleyNode *map,
              guint at,
              guint index,
              ParleyValueFunction *function)
{
  const char *name = parley_node_key (map, at);
  int option = parley_geniusweb_find_value (self, index, name);
  g_autofree char *what = g_strdup_printf ("the utility of \"%s\"", name);
  gboolean whole = FALSE;
  mpq_t utility;

  if (option < 0)
    {
      parley_problems_add_at_key (self->problems, PARLEY_PROBLEM_MISMATCH, map, at,
                                  "the issue \"%s\" of the domain has no value \"%s\"",
                                  parley_geniusweb_name (self, index), name);
      return FALSE;
    }
  mpq_init (utility);
  whole = parley_geniusweb_share (self, parley_node_child (map, at), what, utility);
  parley_import_to_points (utility);
  function->table->pdata[option] = parley_number_new (utility);
  mpq_clear (utility);
  return whole;
}

/* Keys of an object differ, so as many utilities as values are all of them. */
static ParleyValueFunction *
read_options (ParleyGeniusweb *self, const ParleyNode *node, guint index)
{
  const ParleyIssue *issue = parley_scenario_issue (self->scenario, index);
  const ParleyNode *map = parley_geniusweb_member (self, node, "\"discreteutils\"",
                                                   "valueUtilities", PARLEY_NODE_OBJECT);
  g_autoptr(ParleyValueFunction) function = parley_value_function_new (PARLEY_VALUE_TABLE);
  gboolean whole = map != NULL;

  g_ptr_array_set_size (function->table, (int) issue->options->len);
  for (guint i = 0; map != NULL && i < parley_node_size (map); i++)
    whole &= read_utility (self, map, i, index, function);
  for (guint o = 0; whole && o < issue->options->len; o++)
    if (g_ptr_array_index (function->table, o) == NULL)
      {
        parley_problems_add_at (self->problems, PARLEY_PROBLEM_MISSING_OPTION, map,
                                "the issue \"%s\" leaves out the utility of \"%s\"", issue->title,
                                parley_issue_option (issue, o)->title);
        whole = FALSE;
      }
  return whole ? g_steal_pointer (&function) : NULL;
}

ParleyValueFunction *
parley_geniusweb_read_values (ParleyGeniusweb *self, const ParleyNode *node, guint index)
{
  gboolean is_choice = parley_scenario_issue (self->scenario, index)->kind == PARLEY_ISSUE_CHOICE;
  const char *key = is_choice ? "discreteutils" : "numberutils";
  g_autofree char *what
      = g_strdup_printf ("the utilities of \"%s\"", parley_geniusweb_name (self, index));
  const ParleyNode *utilities = parley_geniusweb_member (self, node, what, key, PARLEY_NODE_OBJECT);

  if (utilities == NULL)
    return NULL;
  return is_choice ? read_options (self, utilities, index) : read_numbers (self, utilities, index);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/geniusweb.h"

static const char *const domain_keys[] = { "name", "issuesValues", NULL };

const char *
parley_geniusweb_name (const ParleyGeniusweb *self, guint index)
{
  return parley_node_key (parley_node_get (self->domain, "issuesValues"), index);
}

/* A value of a list is a string or a number. Returns: (nullable): its text. */
static const char *
text_of (const ParleyNode *value)
{
  return value->kind == PARLEY_NODE_STRING || value->kind == PARLEY_NODE_NUMBER ? value->string
                                                                                : NULL;
}

int
parley_geniusweb_find_value (const ParleyGeniusweb *self, guint issue, const char *name)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (g_ptr_array_index (self->places, issue), name)) - 1;
}

/* The first domain */

static gboolean
add_value (ParleyGeniusweb *self,
           const ParleyNode *value,
           ParleyIssue *issue,
           GHashTable *places,
           GHashTable *taken)
{
  const char *text = text_of (value);
  g_autofree char *title = text != NULL ? parley_import_title (text) : NULL;
  g_autofree char *otherwise = g_strdup_printf ("value-%u", issue->options->len + 1);
  g_autofree char *id = NULL;

  if (text == NULL)
    {
      parley_problems_add_at (self->problems, PARLEY_PROBLEM_WRONG_TYPE, value,
                              "a value must be a string or a number")
          ->found
          = parley_node_describe (value);
      return FALSE;
    }
  if (!g_hash_table_insert (places, (gpointer) text, GUINT_TO_POINTER (issue->options->len + 1)))
    {
      parley_problems_add_at (self->problems, PARLEY_PROBLEM_REPEATED, value,
                              "the issue \"%s\" has the value \"%s\" twice", issue->title, text);
      return FALSE;
    }
  id = parley_import_id (title, otherwise, taken, NULL);
  g_ptr_array_add (issue->options, parley_option_new (id, title));
  return TRUE;
}

static gboolean
fill_options (ParleyGeniusweb *self, const ParleyNode *values, ParleyIssue *issue)
{
  GHashTable *places = g_ptr_array_index (self->places, self->places->len - 1);
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = values->kind == PARLEY_NODE_ARRAY ? parley_node_size (values) : 0;
  gboolean whole = n > 0 && n <= PARLEY_MAX_VALUES;

  if (!whole)
    parley_problems_add_at (self->problems,
                            n > 0 ? PARLEY_PROBLEM_TOO_MANY_VALUES : PARLEY_PROBLEM_EMPTY_LIST,
                            values, "the values of \"%s\" must be a list of 1 to %u", issue->title,
                            PARLEY_MAX_VALUES);
  for (guint i = 0; whole && i < n; i++)
    whole = add_value (self, parley_node_child (values, i), issue, places, taken);
  return whole;
}

/* Sets the upper end to the last value that steps from the lower one arrive at. */
static void
cut_range (ParleyIssue *issue, mpq_srcptr step)
{
  mpq_t steps;

  mpq_init (steps);
  mpq_sub (steps, issue->max, issue->min);
  mpq_div (steps, steps, step);
  mpz_fdiv_q (mpq_numref (steps), mpq_numref (steps), mpq_denref (steps));
  mpz_set_ui (mpq_denref (steps), 1);
  mpq_mul (steps, steps, step);
  mpq_add (issue->max, issue->min, steps);
  mpq_clear (steps);
}

static gboolean
read_ends (ParleyGeniusweb *self, const ParleyNode *range, ParleyIssue *issue, mpq_ptr step)
{
  mpq_ptr numbers[] = { issue->min, issue->max, step };

  if (range->kind != PARLEY_NODE_ARRAY || parley_node_size (range) != 3)
    {
      ParleyProblem *problem
          = parley_problems_add_at (self->problems, PARLEY_PROBLEM_WRONG_TYPE, range,
                                    "the range of \"%s\" is not understood", issue->title);

      problem->found = parley_node_describe (range);
      problem->expected = g_strdup ("[lowest, highest, step]");
      return FALSE;
    }
  for (guint i = 0; i < 3; i++)
    if (!parley_geniusweb_number (self, parley_node_child (range, i), "a part of a range",
                                  numbers[i]))
      return FALSE;
  return TRUE;
}

static gboolean
fill_values (ParleyGeniusweb *self,
             const ParleyNode *range,
             const char *name,
             ParleyIssue *issue,
             mpq_ptr step)
{
  const ParleyStep *given = parley_import_find_step (self->steps, name);
  ParleyGridFault fault = PARLEY_GRID_FINE;

  if (given != NULL)
    mpq_set (step, given->size);
  if (mpq_sgn (step) <= 0)
    {
      parley_problems_add_at (self->problems, PARLEY_PROBLEM_STEP_NEEDED, range,
                              "the issue \"%s\" has no step above 0: say one with --step "
                              "\"%s=NUMBER\"",
                              name, name);
      return FALSE;
    }
  if (given == NULL)
    cut_range (issue, step);
  if (mpq_cmp (issue->min, issue->max) >= 0)
    {
      parley_problems_add_at (self->problems, PARLEY_PROBLEM_EMPTY_RANGE, range,
                              "the issue \"%s\" has no two values", name);
      return FALSE;
    }
  fault = parley_import_fill_grid (issue, step);
  if (fault != PARLEY_GRID_FINE)
    parley_problems_add_at (self->problems,
                            fault == PARLEY_GRID_LONG ? PARLEY_PROBLEM_TOO_MANY_VALUES
                                                      : PARLEY_PROBLEM_STEP_DOES_NOT_DIVIDE,
                            range,
                            fault == PARLEY_GRID_LONG
                                ? "the issue \"%s\" has more values than an issue may have"
                                : "on the issue \"%s\" the steps that --step gives do not arrive "
                                  "at its highest value",
                            name);
  return fault == PARLEY_GRID_FINE;
}

static gboolean
fill_range (ParleyGeniusweb *self, const ParleyNode *range, const char *name, ParleyIssue *issue)
{
  gboolean whole = FALSE;
  mpq_t step;

  mpq_init (step);
  whole = read_ends (self, range, issue, step) && fill_values (self, range, name, issue, step);
  mpq_clear (step);
  return whole;
}

static gboolean
add_issue (ParleyGeniusweb *self, const ParleyNode *issues, guint index, GHashTable *taken)
{
  const char *name = parley_node_key (issues, index);
  const ParleyNode *node = parley_node_child (issues, index);
  const ParleyNode *values = parley_node_get (node, "values");
  const ParleyNode *range = parley_node_get (node, "range");
  g_autofree char *title = parley_import_title (name);
  g_autofree char *id = parley_import_id (title, "issue", taken, parley_reserved_issues);
  ParleyIssue *issue = NULL;

  if ((values == NULL) == (range == NULL))
    {
      parley_problems_add_at (self->problems, PARLEY_PROBLEM_MISSING_PART, node,
                              "the issue \"%s\" needs either \"values\" or a \"range\"", name);
      return FALSE;
    }
  issue = parley_issue_new (id, title, values != NULL ? PARLEY_ISSUE_CHOICE : PARLEY_ISSUE_RANGE);
  g_ptr_array_add (self->scenario->issues, issue);
  g_ptr_array_add (self->places, g_hash_table_new (g_str_hash, g_str_equal));
  return values != NULL ? fill_options (self, values, issue)
                        : fill_range (self, range, name, issue);
}

static gboolean
read_first (ParleyGeniusweb *self, const ParleyNode *issues)
{
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = parley_node_size (issues);
  gboolean whole = n > 0 && n <= PARLEY_MAX_ISSUES;

  if (!whole)
    parley_problems_add_at (self->problems,
                            n > 0 ? PARLEY_PROBLEM_TOO_MANY_ISSUES : PARLEY_PROBLEM_MISSING_PART,
                            issues, "a domain needs from 1 to %u issues", PARLEY_MAX_ISSUES);
  for (guint i = 0; whole && i < n; i++)
    {
      whole = add_issue (self, issues, i, taken);
      if (whole && !parley_import_fits (self->scenario))
        {
          parley_problems_add_at (self->problems, PARLEY_PROBLEM_TOO_MANY_VALUES, issues,
                                  "the issues have more than %u values in all",
                                  PARLEY_MAX_ALL_VALUES);
          whole = FALSE;
        }
    }
  return whole;
}

/* The others */

static gboolean
same_values (const ParleyNode *values, const ParleyNode *others)
{
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  if (others == NULL || others->kind != PARLEY_NODE_ARRAY
      || parley_node_size (others) != parley_node_size (values))
    return FALSE;
  for (guint i = 0; i < parley_node_size (values); i++)
    g_hash_table_add (known, (gpointer) text_of (parley_node_child (values, i)));
  for (guint i = 0; i < parley_node_size (others); i++)
    {
      const char *text = text_of (parley_node_child (others, i));

      if (text == NULL || !g_hash_table_remove (known, text))
        return FALSE;
    }
  return TRUE;
}

static gboolean
same_number (const ParleyNode *node, const ParleyNode *other)
{
  gboolean same = FALSE;
  mpq_t a, b;

  mpq_inits (a, b, NULL);
  same = text_of (other) != NULL && parley_import_decimal (text_of (node), a)
         && parley_import_decimal (text_of (other), b) && mpq_equal (a, b);
  mpq_clears (a, b, NULL);
  return same;
}

static gboolean
same_range (const ParleyNode *range, const ParleyNode *other)
{
  if (other == NULL || other->kind != PARLEY_NODE_ARRAY || parley_node_size (other) != 3)
    return FALSE;
  for (guint i = 0; i < 3; i++)
    if (!same_number (parley_node_child (range, i), parley_node_child (other, i)))
      return FALSE;
  return TRUE;
}

static gboolean
same_issue (const ParleyNode *issue, const ParleyNode *other)
{
  const ParleyNode *values = parley_node_get (issue, "values");

  return values != NULL
             ? same_values (values, parley_node_get (other, "values"))
             : same_range (parley_node_get (issue, "range"), parley_node_get (other, "range"));
}

/* The order of issues and values is free. */
static gboolean
compare (ParleyGeniusweb *self, const ParleyNode *others)
{
  const ParleyNode *issues = parley_node_get (self->domain, "issuesValues");
  ParleyProblem *problem = NULL;

  if (parley_node_size (issues) != parley_node_size (others))
    {
      problem = parley_problems_add_at (self->problems, PARLEY_PROBLEM_MISMATCH, others,
                                        "the domain has other issues than that of \"%s\"",
                                        self->domain->text->name);
      problem->found = g_strdup_printf ("%u issues", parley_node_size (others));
      problem->expected = g_strdup_printf ("%u", parley_node_size (issues));
      return FALSE;
    }
  for (guint i = 0; i < parley_node_size (issues); i++)
    {
      const char *name = parley_node_key (issues, i);
      const ParleyNode *other = parley_node_get (others, name);

      if (other != NULL && same_issue (parley_node_child (issues, i), other))
        continue;
      parley_problems_add_at (self->problems, PARLEY_PROBLEM_MISMATCH,
                              other != NULL ? other : others,
                              other != NULL
                                  ? "the issue \"%s\" has other values than in \"%s\""
                                  : "the domain lacks the issue \"%s\", which that of \"%s\" has",
                              name, self->domain->text->name);
      return FALSE;
    }
  return TRUE;
}

gboolean
parley_geniusweb_read_domain (ParleyGeniusweb *self, const ParleyNode *domain)
{
  const ParleyNode *issues
      = parley_geniusweb_member (self, domain, "a domain", "issuesValues", PARLEY_NODE_OBJECT);

  if (issues == NULL)
    return FALSE;
  parley_geniusweb_warn_of_others (self, domain, domain_keys);
  if (self->domain != NULL)
    return compare (self, issues);
  self->domain = domain;
  return read_first (self, issues);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/genius.h"

static const char *const issue_children[]
    = { "item", "range", "evaluator", "similarity_function", NULL };
static const char *const objective_children[] = { "issue", "weight", "utility", NULL };
static const char *const template_children[] = { "agent", "utility_space", NULL };

static void
add_option (ParleyIssue *issue, const char *value, GHashTable *taken)
{
  g_autofree char *title = parley_import_title (value);
  g_autofree char *otherwise = g_strdup_printf ("value-%u", issue->options->len + 1);
  g_autofree char *id = parley_import_id (title, otherwise, taken, NULL);

  g_ptr_array_add (issue->options, parley_option_new (id, title));
}

static gboolean
read_item (ParleyGenius *self,
           const ParleyElement *item,
           ParleyGeniusIssue *issue,
           ParleyIssue *into,
           GHashTable *taken)
{
  g_autofree char *value = parley_genius_text (self, item, "value");

  if (value == NULL)
    return FALSE;
  if (g_hash_table_contains (issue->values, value))
    {
      parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_REPEATED, item,
                                      "the issue \"%s\" has the value \"%s\" twice", issue->name,
                                      value);
      return FALSE;
    }
  add_option (into, value, taken);
  g_hash_table_insert (issue->values, g_strdup (value), GUINT_TO_POINTER (into->options->len));
  return TRUE;
}

/* Items further inside, such as those of a <similarity_function>, are no values. */
static gboolean
read_items (ParleyGenius *self, ParleyGeniusIssue *issue, ParleyIssue *into)
{
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean whole = TRUE;

  issue->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < issue->element->children->len; i++)
    {
      const ParleyElement *child = parley_element_child (issue->element, i);

      if (g_str_equal (child->name, "item"))
        whole &= read_item (self, child, issue, into, taken);
    }
  if (whole && into->options->len == 0)
    parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_MISSING_PART, issue->element,
                                    "the issue \"%s\" has no <item>, and so no values",
                                    issue->name);
  if (into->options->len > PARLEY_MAX_VALUES)
    parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_TOO_MANY_VALUES, issue->element,
                                    "the issue \"%s\" has more than %u values", issue->name,
                                    PARLEY_MAX_VALUES);
  return whole && into->options->len > 0 && into->options->len <= PARLEY_MAX_VALUES;
}

static gboolean
check_bounds (ParleyGenius *self, const ParleyGeniusIssue *issue)
{
  ParleyProblem *problem = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  gboolean whole = mpz_cmp_ui (mpq_denref (issue->lower), 1) == 0
                   && mpz_cmp_ui (mpq_denref (issue->upper), 1) == 0;

  if (issue->kind == PARLEY_GENIUS_INTEGER && !whole)
    problem = parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_BAD_DECIMAL,
                                              issue->element,
                                              "the bounds of an integer issue must be whole");
  else if (mpq_cmp (issue->lower, issue->upper) > 0)
    problem = parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_EMPTY_RANGE,
                                              issue->element,
                                              "the lower bound of \"%s\" is above the upper",
                                              issue->name);
  if (problem == NULL)
    return TRUE;
  low = parley_exact_to_text (issue->lower, 20);
  high = parley_exact_to_text (issue->upper, 20);
  problem->found = g_strdup_printf ("%s to %s", low, high);
  return FALSE;
}

static gboolean
read_bounds (ParleyGenius *self, ParleyGeniusIssue *issue)
{
  const ParleyElement *holder = parley_genius_bounds (issue->element);

  return parley_genius_number (self, holder, "lowerbound", issue->lower)
         && parley_genius_number (self, holder, "upperbound", issue->upper)
         && check_bounds (self, issue);
}

static gboolean
report_grid (ParleyGenius *self,
             const ParleyGeniusIssue *issue,
             ParleyGridFault fault,
             const char *with)
{
  g_autofree char *low = parley_exact_to_text (issue->lower, 20);
  g_autofree char *high = parley_exact_to_text (issue->upper, 20);

  if (fault == PARLEY_GRID_LONG)
    parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_TOO_MANY_VALUES, issue->element,
                                    "the issue \"%s\", from %s to %s%s, has more than %u values",
                                    issue->name, low, high, with, PARLEY_MAX_VALUES);
  if (fault == PARLEY_GRID_UNEVEN)
    parley_problems_add_at_element (
        self->problems, PARLEY_PROBLEM_STEP_DOES_NOT_DIVIDE, issue->element,
        "on the issue \"%s\" steps from %s do not arrive at %s%s; --step \"%s=NUMBER\" gives it "
        "one of its own",
        issue->name, low, high, with, issue->name);
  return fault == PARLEY_GRID_FINE;
}

static gboolean
fill_reals (ParleyGenius *self, const ParleyGeniusIssue *issue, ParleyIssue *into)
{
  const ParleyStep *step = parley_import_find_step (self->steps, issue->name);
  g_autofree char *size = step != NULL ? parley_exact_to_text (step->size, 20) : NULL;
  g_autofree char *with = g_strdup_printf (" in steps of %s", size != NULL ? size : "");

  if (step != NULL)
    return report_grid (self, issue, parley_import_fill_grid (into, step->size), with);
  parley_problems_add_at_element (
      self->problems, PARLEY_PROBLEM_STEP_NEEDED, issue->element,
      "the issue \"%s\" is real, so every number between its bounds is a value: say with --step "
      "NUMBER, or --step \"%s=NUMBER\", at which distance to look at them",
      issue->name, issue->name);
  return FALSE;
}

static gboolean
fill_integers (ParleyGenius *self, const ParleyGeniusIssue *issue, ParleyIssue *into)
{
  ParleyGridFault fault = PARLEY_GRID_FINE;
  mpq_t one;

  mpq_init (one);
  mpq_set_ui (one, 1, 1);
  fault = parley_import_fill_grid (into, one);
  mpq_clear (one);
  return report_grid (self, issue, fault, "");
}

/* Returns: (transfer full): NULL after a problem. */
static ParleyIssue *
read_numbers (ParleyGenius *self, ParleyGeniusIssue *issue, const char *id, const char *title)
{
  g_autoptr(ParleyIssue) into = NULL;
  gboolean filled = FALSE;

  if (!read_bounds (self, issue))
    return NULL;
  /* A range has more than one value; this one is a choice of what it is. */
  if (mpq_equal (issue->lower, issue->upper))
    {
      g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autofree char *value = parley_exact_to_text (issue->lower, 20);

      parley_import_find_step (self->steps, issue->name);
      into = parley_issue_new (id, title, PARLEY_ISSUE_CHOICE);
      add_option (into, value, taken);
      return g_steal_pointer (&into);
    }
  into = parley_issue_new (id, title, PARLEY_ISSUE_RANGE);
  mpq_set (into->min, issue->lower);
  mpq_set (into->max, issue->upper);
  filled = issue->kind == PARLEY_GENIUS_REAL ? fill_reals (self, issue, into)
                                             : fill_integers (self, issue, into);
  return filled ? g_steal_pointer (&into) : NULL;
}

static gboolean
read_issue (ParleyGenius *self, ParleyGeniusIssue *issue, GHashTable *taken)
{
  g_autofree char *title = parley_import_title (issue->name);
  g_autofree char *id = parley_import_id (title, "issue", taken, parley_reserved_issues);
  g_autoptr(ParleyIssue) into = NULL;

  issue->kind = PARLEY_GENIUS_DISCRETE;
  if (!parley_genius_kind (self, issue->element, &issue->kind))
    return FALSE;
  if (issue->kind == PARLEY_GENIUS_DISCRETE)
    {
      into = parley_issue_new (id, title, PARLEY_ISSUE_CHOICE);
      if (!read_items (self, issue, into))
        return FALSE;
    }
  else
    into = read_numbers (self, issue, id, title);
  if (into == NULL)
    return FALSE;
  parley_genius_warn_of_others (self, issue->element, issue_children);
  g_ptr_array_add (self->scenario->issues, g_steal_pointer (&into));
  return TRUE;
}

static gboolean
add_issue (ParleyGenius *self, const ParleyElement *element, GHashTable *taken)
{
  ParleyGeniusIssue *issue = g_new0 (ParleyGeniusIssue, 1);
  gboolean whole = FALSE;

  mpq_inits (issue->lower, issue->upper, NULL);
  issue->element = element;
  issue->index = parley_genius_text (self, element, "index");
  issue->name = parley_genius_text (self, element, "name");
  if (issue->index == NULL || issue->name == NULL)
    parley_genius_issue_free (issue);
  else if (parley_genius_find_issue (self, issue->index) >= 0)
    {
      parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_REPEATED, element,
                                      "two issues of the domain have the index \"%s\"",
                                      issue->index);
      parley_genius_issue_free (issue);
    }
  else
    {
      g_ptr_array_add (self->issues, issue);
      g_hash_table_insert (self->places, issue->index, GUINT_TO_POINTER (self->issues->len));
      whole = read_issue (self, issue, taken);
    }
  return whole;
}

static void
warn_of_others (ParleyGenius *self, const ParleyElement *root, const ParleyElement *space)
{
  const ParleyElement *objective = parley_genius_objective (space);

  parley_genius_warn_of_others (self, root, template_children);
  if (objective != space)
    parley_genius_warn_of_others (self, objective, objective_children);
}

gboolean
parley_genius_read_domain (ParleyGenius *self, const ParleyElement *root)
{
  const ParleyElement *space = parley_element_find (root, "utility_space");
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) list = NULL;
  gboolean whole = TRUE;

  if (space != NULL)
    list = parley_genius_list (self, space, "issue");
  if (space != NULL && list == NULL)
    return FALSE;
  if (list == NULL || list->len == 0 || list->len > PARLEY_MAX_ISSUES)
    {
      parley_problems_add_at_element (
          self->problems,
          list != NULL && list->len > 0 ? PARLEY_PROBLEM_TOO_MANY_ISSUES
                                        : PARLEY_PROBLEM_MISSING_PART,
          root, "a domain needs from 1 to %u issues, <issue> in <objective> in <utility_space>",
          PARLEY_MAX_ISSUES);
      return FALSE;
    }
  warn_of_others (self, root, space);
  for (guint i = 0; i < list->len && parley_import_fits (self->scenario); i++)
    whole &= add_issue (self, g_ptr_array_index (list, i), taken);
  if (parley_import_fits (self->scenario))
    return whole;
  parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_TOO_MANY_VALUES, root,
                                  "the issues have more than %u values in all",
                                  PARLEY_MAX_ALL_VALUES);
  return FALSE;
}

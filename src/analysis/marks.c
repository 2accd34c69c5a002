/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/marks.h"

static void
add (GPtrArray *marks, mpq_srcptr number)
{
  g_ptr_array_add (marks, parley_exact_new (number));
}

static void
add_terms (GPtrArray *marks, const ParleyTerms *terms)
{
  for (guint i = 0; terms != NULL && terms->intervals != NULL && i < terms->intervals->len; i++)
    {
      const ParleyInterval *interval = &g_array_index (terms->intervals, ParleyInterval, i);

      add (marks, interval->low);
      add (marks, interval->high);
    }
}

static void
add_condition (GPtrArray *marks, const ParleyCondition *condition, guint issue)
{
  if (condition->kind == PARLEY_CONDITION_TERMS && condition->issue == issue)
    add_terms (marks, condition->terms);
  for (guint i = 0; condition->kind != PARLEY_CONDITION_TERMS && i < condition->children->len; i++)
    add_condition (marks, g_ptr_array_index (condition->children, i), issue);
}

static void
add_function (GPtrArray *marks, const ParleyValueFunction *function)
{
  mpq_t end;

  for (guint i = 0; function->x != NULL && i < function->x->len; i++)
    add (marks, g_ptr_array_index (function->x, i));
  if (function->kind != PARLEY_VALUE_IDEAL)
    return;
  mpq_init (end);
  add (marks, function->ideal->value);
  mpq_sub (end, function->ideal->value, function->tolerance->value);
  add (marks, end);
  mpq_add (end, function->ideal->value, function->tolerance->value);
  add (marks, end);
  mpq_clear (end);
}

static void
add_party (GPtrArray *marks, const ParleyParty *party, guint issue)
{
  if (party->weights[issue] != NULL && party->values[issue] != NULL)
    add_function (marks, party->values[issue]);
  for (guint i = 0; i < party->red_lines->len; i++)
    add_condition (marks, ((const ParleyRedLine *) g_ptr_array_index (party->red_lines, i))->never,
                   issue);
  for (guint i = 0; i < party->adjustments->len; i++)
    add_condition (
        marks, ((const ParleyAdjustment *) g_ptr_array_index (party->adjustments, i))->when, issue);
  if (party->needed_when != NULL)
    add_condition (marks, party->needed_when, issue);
}

static void
add_tables (GPtrArray *marks, const ParleyScenario *scenario, guint issue)
{
  for (guint i = 0; i < scenario->issues->len; i++)
    {
      const ParleyIssue *derived = parley_scenario_issue (scenario, i);

      for (guint r = 0; derived->kind == PARLEY_ISSUE_TABLE && r < derived->rows->len; r++)
        add_condition (marks, ((const ParleyTableRow *) g_ptr_array_index (derived->rows, r))->when,
                       issue);
    }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return mpq_cmp (*(mpq_ptr const *) a, *(mpq_ptr const *) b);
}

/* Takes @all. Returns: (transfer full): the same, sorted and without repetitions. */
static GPtrArray *
in_order (GPtrArray *all)
{
  GPtrArray *marks = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_exact_free);

  g_ptr_array_sort (all, compare);
  for (guint i = 0; i < all->len; i++)
    if (i == 0
        || !mpq_equal ((mpq_srcptr) g_ptr_array_index (all, i),
                       (mpq_srcptr) g_ptr_array_index (all, i - 1)))
      add (marks, g_ptr_array_index (all, i));
  g_ptr_array_unref (all);
  return marks;
}

/* What functions and conditions say of the issue. */
static void
add_named (GPtrArray *all, const ParleyScenario *scenario, const ParleyFilter *filter, guint issue)
{
  add_tables (all, scenario, issue);
  for (guint i = 0; i < scenario->rules->len; i++)
    add_condition (all, ((const ParleyRule *) g_ptr_array_index (scenario->rules, i))->forbid,
                   issue);
  for (guint p = 0; p < scenario->parties->len; p++)
    add_party (all, parley_scenario_party (scenario, p), issue);
  for (guint i = 0; filter != NULL && i < filter->conditions->len; i++)
    add_condition (all, g_ptr_array_index (filter->conditions, i), issue);
}

GPtrArray *
parley_marks_new (const ParleyScenario *scenario,
                  const ParleyFilter   *filter,
                  const ParleyTerms    *allowed,
                  guint                 issue)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_exact_free);

  add (all, parley_scenario_issue (scenario, issue)->min);
  add (all, parley_scenario_issue (scenario, issue)->max);
  add_terms (all, allowed);
  add_named (all, scenario, filter, issue);
  return in_order (all);
}

gboolean
parley_marks_exist (const ParleyScenario *scenario, const ParleyFilter *filter, guint issue)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_exact_free);

  add_named (all, scenario, filter, issue);
  return all->len > 0;
}

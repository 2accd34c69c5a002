/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/variable.h"

#include <math.h>

#define UNITS_IN_STEP 1000

static void
variable_free (ParleyVariable *self)
{
  parley_terms_free (self->allowed);
  parley_stretches_free (self->stretches);
  g_ptr_array_unref (self->marks);
  mpq_clear (self->unit);
  g_free (self);
}

/* The least distance of two grid values; with one alone, the whole scale. */
static void
find_step (const ParleyIssue *issue, mpq_ptr step)
{
  mpq_t distance;

  mpq_init (distance);
  mpq_sub (step, issue->max, issue->min);
  for (guint i = 1; i < issue->grid->len; i++)
    {
      mpq_sub (distance, g_ptr_array_index (issue->grid, i),
               g_ptr_array_index (issue->grid, i - 1));
      if (mpq_cmp (distance, step) < 0)
        mpq_set (step, distance);
    }
  mpq_clear (distance);
}

/* The greatest power of ten that is at most @number, which is above 0. */
static void
power_of_ten (mpq_srcptr number, mpq_ptr power)
{
  mpq_t ten, next;

  mpq_inits (ten, next, NULL);
  mpq_set_ui (ten, 10, 1);
  mpq_set_ui (power, 1, 1);
  while (mpq_cmp (power, number) > 0)
    mpq_div (power, power, ten);
  mpq_mul (next, power, ten);
  while (mpq_cmp (next, number) <= 0)
    {
      mpq_set (power, next);
      mpq_mul (next, power, ten);
    }
  mpq_clears (ten, next, NULL);
}

static ParleyVariable *
variable_new (const ParleyScenario *scenario,
              const ParleyFilter *filter,
              guint issue,
              const ParleyTerms *allowed)
{
  const ParleyIssue *model = parley_scenario_issue (scenario, issue);
  ParleyVariable *self = g_new0 (ParleyVariable, 1);
  mpq_t step, parts;

  self->issue = issue;
  if (allowed != NULL)
    self->allowed = parley_terms_copy (allowed);
  else
    {
      self->allowed = parley_terms_new_numbers ();
      parley_terms_add_interval (self->allowed, model->min, model->max);
    }
  self->stretches = parley_stretches_new (self->allowed);
  self->marks = parley_marks_new (scenario, filter, self->allowed, issue);
  mpq_init (self->unit);
  mpq_inits (step, parts, NULL);
  find_step (model, step);
  self->step = parley_exact_to_double (step);
  mpq_set_ui (parts, UNITS_IN_STEP, 1);
  mpq_div (step, step, parts);
  power_of_ten (step, self->unit);
  mpq_clears (step, parts, NULL);
  return self;
}

static gboolean
is_factor (const ParleyScenario *scenario, guint issue)
{
  for (guint i = 0; i < scenario->issues->len; i++)
    {
      const ParleyIssue *derived = parley_scenario_issue (scenario, i);

      for (guint k = 0; derived->kind == PARLEY_ISSUE_PRODUCT && k < derived->factors->len; k++)
        if (g_array_index (derived->factors, guint, k) == issue)
          return TRUE;
    }
  return FALSE;
}

/* Whether anything can follow from the number of the issue. */
static gboolean
matters (const ParleyScenario *scenario, const ParleyFilter *filter, guint issue)
{
  return parley_scenario_issue (scenario, issue)->kind == PARLEY_ISSUE_RANGE
         && (is_factor (scenario, issue) || parley_marks_exist (scenario, filter, issue));
}

GPtrArray *
parley_variables_new (const ParleyScenario *scenario, const ParleyFilter *filter, GPtrArray *among)
{
  GPtrArray *variables = g_ptr_array_new_with_free_func ((GDestroyNotify) variable_free);

  for (guint i = 0; i < scenario->issues->len; i++)
    if (matters (scenario, filter, i))
      g_ptr_array_add (variables, variable_new (scenario, filter, i, g_ptr_array_index (among, i)));
  return variables;
}

static void
add_allowed (const ParleyVariable *self, mpq_srcptr number, ParleyTerms *numbers)
{
  if (parley_terms_has_number (self->allowed, number))
    parley_terms_add_interval (numbers, number, number);
}

static void
add_marks (const ParleyVariable *self, double x, ParleyTerms *numbers)
{
  double unit = parley_exact_to_double (self->unit);

  for (guint i = 0; i < self->marks->len; i++)
    {
      mpq_srcptr mark = g_ptr_array_index (self->marks, i);

      if (fabs (parley_exact_to_double (mark) - x) <= unit)
        add_allowed (self, mark, numbers);
    }
}

void
parley_variable_round (const ParleyVariable *self, double x, gboolean nearest, ParleyTerms *numbers)
{
  mpq_t scaled, number, half;

  mpq_inits (scaled, number, half, NULL);
  mpq_set_d (scaled, x);
  mpq_div (scaled, scaled, self->unit);
  mpq_set_ui (half, 1, 2);
  if (nearest)
    mpq_add (scaled, scaled, half);
  mpz_fdiv_q (mpq_numref (number), mpq_numref (scaled), mpq_denref (scaled));
  for (guint i = 0; i < (nearest ? 1 : 2); i++)
    {
      mpq_mul (scaled, number, self->unit);
      add_allowed (self, scaled, numbers);
      mpz_add_ui (mpq_numref (number), mpq_numref (number), 1);
    }
  add_marks (self, x, numbers);
  mpq_clears (scaled, number, half, NULL);
}

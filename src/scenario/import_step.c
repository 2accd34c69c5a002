/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/suggest.h"
#include "scenario/import_part.h"

static gboolean
read_size (ParleyStep *self, const char *written, ParleyProblems *problems)
{
  ParleyProblem *problem = NULL;

  if (!parley_import_decimal (written, self->size))
    problem = parley_problems_add_to_file (problems, PARLEY_PROBLEM_BAD_DECIMAL, self->text, 0,
                                           "a step must be a number");
  else if (mpq_sgn (self->size) <= 0)
    problem = parley_problems_add_to_file (problems, PARLEY_PROBLEM_STEP_NOT_POSITIVE, self->text,
                                           0, "a step must be above 0");
  else
    return TRUE;
  problem->found = g_strdup_printf ("\"%s\"", written);
  return FALSE;
}

/* The name of an issue may hold a "=", the number does not. */
ParleyStep *
parley_step_new (const char *written, ParleyProblems *problems)
{
  g_autoptr(ParleyStep) self = g_new0 (ParleyStep, 1);
  g_autofree char *name = g_strconcat ("--step ", written, NULL);
  const char *equals = strrchr (written, '=');

  mpq_init (self->size);
  self->text = parley_text_new_take (name, NULL, g_strdup (written), strlen (written));
  if (equals != NULL)
    self->issue = g_strstrip (g_strndup (written, (gsize) (equals - written)));
  return read_size (self, equals != NULL ? equals + 1 : written, problems) ? g_steal_pointer (&self)
                                                                           : NULL;
}

void
parley_step_free (ParleyStep *self)
{
  if (self == NULL)
    return;
  parley_text_unref (self->text);
  g_free (self->issue);
  mpq_clear (self->size);
  g_free (self);
}

/* One for this issue goes before one for all; the last that is given goes before others. */
ParleyStep *
parley_import_find_step (GPtrArray *steps, const char *name)
{
  ParleyStep *found = NULL;

  for (guint i = 0; i < steps->len; i++)
    {
      ParleyStep *step = g_ptr_array_index (steps, i);

      if (step->issue != NULL ? g_str_equal (step->issue, name)
                              : found == NULL || found->issue == NULL)
        found = step;
    }
  if (found != NULL)
    found->used = TRUE;
  return found;
}

static void
refuse_step (const ParleyStep *step, const ParleyScenario *scenario, ParleyProblems *problems)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  ParleyProblem *problem = NULL;

  for (guint i = 0; i < scenario->issues->len; i++)
    g_ptr_array_add (names, parley_scenario_issue (scenario, i)->title);
  g_ptr_array_add (names, NULL);
  if (step->issue == NULL || g_strv_contains ((const char *const *) names->pdata, step->issue))
    parley_problems_add_to_file (problems, PARLEY_PROBLEM_LEFT_OUT, step->text, 0,
                                 "no issue needs this step, and it is left out");
  else
    {
      problem = parley_problems_add_to_file (problems, PARLEY_PROBLEM_UNKNOWN_ISSUE, step->text, 0,
                                             "the domain has no issue \"%s\"", step->issue);
      problem->suggestion
          = g_strdup (parley_suggest (step->issue, (const char *const *) names->pdata));
    }
}

void
parley_import_check_steps (GPtrArray *steps,
                           const ParleyScenario *scenario,
                           ParleyProblems *problems)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const ParleyStep *step = g_ptr_array_index (steps, i);

      if (!step->used)
        refuse_step (step, scenario, problems);
    }
}

ParleyGridFault
parley_import_fill_grid (ParleyIssue *issue, mpq_srcptr step)
{
  ParleyGridFault fault = PARLEY_GRID_FINE;
  mpq_t value;

  mpq_init (value);
  mpq_sub (value, issue->max, issue->min);
  mpq_div (value, value, step);
  if (mpq_cmp_ui (value, PARLEY_MAX_VALUES - 1, 1) > 0)
    fault = PARLEY_GRID_LONG;
  else if (mpz_cmp_ui (mpq_denref (value), 1) != 0)
    fault = PARLEY_GRID_UNEVEN;
  mpq_set (value, issue->min);
  while (fault == PARLEY_GRID_FINE && mpq_cmp (value, issue->max) <= 0)
    {
      g_ptr_array_add (issue->grid, parley_exact_new (value));
      mpq_add (value, value, step);
    }
  mpq_clear (value);
  return fault;
}

gboolean
parley_import_fits (const ParleyScenario *scenario)
{
  guint n = 0;

  for (guint i = 0; i < scenario->issues->len; i++)
    {
      const ParleyIssue *issue = parley_scenario_issue (scenario, i);

      n += issue->kind == PARLEY_ISSUE_CHOICE ? issue->options->len : issue->grid->len;
    }
  return n <= PARLEY_MAX_ALL_VALUES;
}

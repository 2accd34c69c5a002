/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/suggest.h"
#include "scenario/genius.h"
#include "scenario/genius_function.h"

/* Integer and real: a function of the number */

static const char *const shape_words[] = { "linear", "constant", "triangular", NULL };

static gboolean
read_shape (ParleyGenius *self,
            const ParleyElement *element,
            gboolean is_real,
            ParleyGeniusShape *shape)
{
  const char *written = parley_element_get (element, "ftype");
  ParleyProblem *problem = NULL;

  *shape = PARLEY_GENIUS_LINEAR;
  for (guint i = 0; written != NULL && shape_words[i] != NULL; i++)
    if (g_ascii_strcasecmp (written, shape_words[i]) == 0)
      *shape = (ParleyGeniusShape) i;
  if (written == NULL || g_ascii_strcasecmp (written, "linear") == 0
      || (is_real && *shape != PARLEY_GENIUS_LINEAR))
    return TRUE;
  problem = parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_UNSUPPORTED, element,
                                            "this function of an %s issue is not read",
                                            is_real ? "real" : "integer");
  problem->found = g_strdup_printf ("\"%.200s\"", written);
  problem->expected = g_strdup (is_real ? "linear, constant or triangular" : "linear");
  if (is_real)
    problem->suggestion = g_strdup (parley_suggest (written, shape_words));
  return FALSE;
}

static gboolean
check_triangle (ParleyGenius *self,
                const ParleyElement *element,
                const ParleyGeniusFunction *evaluator)
{
  if (mpq_cmp (evaluator->parameters[0], evaluator->parameters[2]) <= 0
      && mpq_cmp (evaluator->parameters[2], evaluator->parameters[1]) <= 0)
    return TRUE;
  parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_EMPTY_RANGE, element,
                                  "the top of a triangle, parameter2, must stand between its ends, "
                                  "parameter0 and parameter1");
  return FALSE;
}

static gboolean
check_constant (ParleyGenius *self,
                const ParleyElement *element,
                const ParleyGeniusFunction *evaluator)
{
  if (mpq_sgn (evaluator->parameters[0]) >= 0 && mpq_cmp_ui (evaluator->parameters[0], 1, 1) <= 0)
    return TRUE;
  parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_VALUE_OUT_OF_SCALE, element,
                                  "a constant utility, parameter0, must lie between 0 and 1");
  return FALSE;
}

static guint
n_parameters (ParleyGeniusShape shape)
{
  if (shape == PARLEY_GENIUS_TRIANGULAR)
    return 3;
  return shape == PARLEY_GENIUS_LINEAR ? 2 : 1;
}

/* EvaluatorReal: the line is not shifted by the lower bound. */
static gboolean
read_real (ParleyGenius *self, const ParleyElement *element, ParleyGeniusFunction *evaluator)
{
  static const char *const names[] = { "parameter0", "parameter1", "parameter2" };
  gboolean whole = read_shape (self, element, TRUE, &evaluator->shape);

  for (guint i = 0; whole && i < n_parameters (evaluator->shape); i++)
    whole = parley_genius_number (self, element, names[i], evaluator->parameters[i]);
  if (whole && evaluator->shape == PARLEY_GENIUS_TRIANGULAR)
    whole = check_triangle (self, element, evaluator);
  if (whole && evaluator->shape == PARLEY_GENIUS_CONSTANT)
    whole = check_constant (self, element, evaluator);
  return whole;
}

/* EvaluatorInteger: the offset is for the lower bound that the profile says. */
static gboolean
read_integer (ParleyGenius *self,
              const ParleyElement *element,
              const ParleyElement *issue,
              ParleyGeniusFunction *evaluator)
{
  return read_shape (self, element, FALSE, &evaluator->shape)
         && parley_genius_number (self, element, "offset", evaluator->parameters[0])
         && parley_genius_number (self, element, "slope", evaluator->parameters[1])
         && parley_genius_number_or (self, parley_genius_bounds (issue), "lowerbound",
                                     evaluator->parameters[2]);
}

/* An issue with a single value is a choice. */
static ParleyValueFunction *
make_function (const ParleyGenius *self, guint index, const ParleyGeniusFunction *evaluator)
{
  const ParleyIssue *issue = parley_scenario_issue (self->scenario, index);
  const ParleyGeniusIssue *from = parley_genius_issue (self, index);
  g_autoptr(GPtrArray) kinks = NULL;
  ParleyValueFunction *function = NULL;
  mpq_t only;

  if (issue->kind == PARLEY_ISSUE_RANGE)
    {
      if (from->kind == PARLEY_GENIUS_REAL)
        kinks = parley_genius_function_kinks (evaluator);
      return parley_import_curve (issue, parley_genius_function_evaluate, evaluator, kinks);
    }
  function = parley_value_function_new (PARLEY_VALUE_TABLE);
  mpq_init (only);
  parley_genius_function_evaluate (from->lower, evaluator, only);
  g_ptr_array_add (function->table, parley_number_new (only));
  mpq_clear (only);
  return function;
}

static ParleyValueFunction *
read_of_numbers (ParleyGenius *self, const ParleyElement *element, guint index)
{
  const ParleyGeniusIssue *issue = parley_genius_issue (self, index);
  const ParleyElement *node = parley_element_find (element, "evaluator");
  g_auto(ParleyGeniusFunction) evaluator;
  gboolean whole = FALSE;

  parley_genius_function_init (&evaluator);
  if (node == NULL)
    {
      parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_MISSING_PART, element,
                                      "the issue \"%s\" needs an <evaluator>", issue->name);
      return NULL;
    }
  if (issue->kind == PARLEY_GENIUS_INTEGER)
    mpq_set (evaluator.parameters[2], issue->lower);
  whole = issue->kind == PARLEY_GENIUS_INTEGER ? read_integer (self, node, element, &evaluator)
                                               : read_real (self, node, &evaluator);
  return whole ? make_function (self, index, &evaluator) : NULL;
}

ParleyValueFunction *
parley_genius_read_values (ParleyGenius *self, const ParleyElement *element, guint index)
{
  return parley_genius_issue (self, index)->kind == PARLEY_GENIUS_DISCRETE
             ? parley_genius_read_evaluations (self, element, index)
             : read_of_numbers (self, element, index);
}

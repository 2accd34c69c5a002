/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/suggest.h"
#include "scenario/genius.h"

/* Integer and real: a function of the number */

typedef enum
{
  LINEAR,
  CONSTANT,
  TRIANGULAR
} Shape;

static const char *const shape_words[] = { "linear", "constant", "triangular", NULL };

/* LINEAR: offset, slope, and the number that the offset is for. CONSTANT: the utility.
 * TRIANGULAR: low, high and top. */
typedef struct
{
  Shape shape;
  mpq_t parameters[3];
} Evaluator;

static void
evaluate_linear (const Evaluator *self, mpq_srcptr x, mpq_ptr value)
{
  mpq_sub (value, x, self->parameters[2]);
  mpq_mul (value, value, self->parameters[1]);
  mpq_add (value, value, self->parameters[0]);
  if (mpq_sgn (value) < 0)
    mpq_set_ui (value, 0, 1);
  else if (mpq_cmp_ui (value, 1, 1) > 0)
    mpq_set_ui (value, 1, 1);
}

/* EVALFUNCTYPE.evalTriangular of GENIUS: at the high end it is 0, even when that is the top. */
static void
evaluate_triangular (const Evaluator *self, mpq_srcptr x, mpq_ptr value)
{
  mpq_srcptr low = self->parameters[0];
  mpq_srcptr high = self->parameters[1];
  mpq_srcptr top = self->parameters[2];
  gboolean rises = mpq_cmp (x, top) < 0;
  mpq_t width;

  mpq_set_ui (value, 0, 1);
  if (mpq_cmp (x, low) < 0 || (!rises && mpq_cmp (x, high) >= 0))
    return;
  mpq_init (width);
  mpq_sub (width, top, rises ? low : high);
  mpq_sub (value, x, rises ? low : high);
  mpq_div (value, value, width);
  mpq_clear (width);
}

/* A ParleyOfNumber. */
static void
evaluate (mpq_srcptr x, gconstpointer data, mpq_ptr value)
{
  const Evaluator *self = data;

  if (self->shape == LINEAR)
    evaluate_linear (self, x, value);
  else if (self->shape == TRIANGULAR)
    evaluate_triangular (self, x, value);
  else
    mpq_set (value, self->parameters[0]);
  mpz_mul_ui (mpq_numref (value), mpq_numref (value), 100);
  mpq_canonicalize (value);
}

/* Where the function bends: a line where it reaches 0 and 1, a triangle at its corners.
 * Returns: (transfer full): in any order. */
static GPtrArray *
find_kinks (const Evaluator *self)
{
  static const guint corners[] = { 0, 2, 1 };
  GPtrArray *kinks = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_exact_free);
  mpq_t x;

  mpq_init (x);
  for (guint level = 0; self->shape == LINEAR && level < 2 && mpq_sgn (self->parameters[1]) != 0;
       level++)
    {
      mpq_set_ui (x, level, 1);
      mpq_sub (x, x, self->parameters[0]);
      mpq_div (x, x, self->parameters[1]);
      mpq_add (x, x, self->parameters[2]);
      g_ptr_array_add (kinks, parley_exact_new (x));
    }
  for (guint i = 0; self->shape == TRIANGULAR && i < G_N_ELEMENTS (corners); i++)
    g_ptr_array_add (kinks, parley_exact_new (self->parameters[corners[i]]));
  mpq_clear (x);
  return kinks;
}

static gboolean
read_shape (ParleyGenius *self, const ParleyElement *element, gboolean is_real, Shape *shape)
{
  const char *written = parley_element_get (element, "ftype");
  ParleyProblem *problem = NULL;

  *shape = LINEAR;
  for (guint i = 0; written != NULL && shape_words[i] != NULL; i++)
    if (g_ascii_strcasecmp (written, shape_words[i]) == 0)
      *shape = (Shape) i;
  if (written == NULL || g_ascii_strcasecmp (written, "linear") == 0
      || (is_real && *shape != LINEAR))
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
check_triangle (ParleyGenius *self, const ParleyElement *element, const Evaluator *evaluator)
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
check_constant (ParleyGenius *self, const ParleyElement *element, const Evaluator *evaluator)
{
  if (mpq_sgn (evaluator->parameters[0]) >= 0 && mpq_cmp_ui (evaluator->parameters[0], 1, 1) <= 0)
    return TRUE;
  parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_VALUE_OUT_OF_SCALE, element,
                                  "a constant utility, parameter0, must lie between 0 and 1");
  return FALSE;
}

static guint
n_parameters (Shape shape)
{
  if (shape == TRIANGULAR)
    return 3;
  return shape == LINEAR ? 2 : 1;
}

/* EvaluatorReal: the line is not shifted by the lower bound. */
static gboolean
read_real (ParleyGenius *self, const ParleyElement *element, Evaluator *evaluator)
{
  static const char *const names[] = { "parameter0", "parameter1", "parameter2" };
  gboolean whole = read_shape (self, element, TRUE, &evaluator->shape);

  for (guint i = 0; whole && i < n_parameters (evaluator->shape); i++)
    whole = parley_genius_number (self, element, names[i], evaluator->parameters[i]);
  if (whole && evaluator->shape == TRIANGULAR)
    whole = check_triangle (self, element, evaluator);
  if (whole && evaluator->shape == CONSTANT)
    whole = check_constant (self, element, evaluator);
  return whole;
}

/* EvaluatorInteger: the offset is for the lower bound that the profile says. */
static gboolean
read_integer (ParleyGenius *self,
              const ParleyElement *element,
              const ParleyElement *issue,
              Evaluator *evaluator)
{
  return read_shape (self, element, FALSE, &evaluator->shape)
         && parley_genius_number (self, element, "offset", evaluator->parameters[0])
         && parley_genius_number (self, element, "slope", evaluator->parameters[1])
         && parley_genius_number_or (self, parley_genius_bounds (issue), "lowerbound",
                                     evaluator->parameters[2]);
}

/* An issue with a single value is a choice. */
static ParleyValueFunction *
make_function (const ParleyGenius *self, guint index, const Evaluator *evaluator)
{
  const ParleyIssue *issue = parley_scenario_issue (self->scenario, index);
  const ParleyGeniusIssue *from = parley_genius_issue (self, index);
  g_autoptr(GPtrArray) kinks = NULL;
  ParleyValueFunction *function = NULL;
  mpq_t only;

  if (issue->kind == PARLEY_ISSUE_RANGE)
    {
      if (from->kind == PARLEY_GENIUS_REAL)
        kinks = find_kinks (evaluator);
      return parley_import_curve (issue, evaluate, evaluator, kinks);
    }
  function = parley_value_function_new (PARLEY_VALUE_TABLE);
  mpq_init (only);
  evaluate (from->lower, evaluator, only);
  g_ptr_array_add (function->table, parley_number_new (only));
  mpq_clear (only);
  return function;
}

static ParleyValueFunction *
read_of_numbers (ParleyGenius *self, const ParleyElement *element, guint index)
{
  const ParleyGeniusIssue *issue = parley_genius_issue (self, index);
  const ParleyElement *node = parley_element_find (element, "evaluator");
  ParleyValueFunction *function = NULL;
  Evaluator evaluator = { .shape = LINEAR };
  gboolean whole = FALSE;

  if (node == NULL)
    {
      parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_MISSING_PART, element,
                                      "the issue \"%s\" needs an <evaluator>", issue->name);
      return NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (evaluator.parameters); i++)
    mpq_init (evaluator.parameters[i]);
  if (issue->kind == PARLEY_GENIUS_INTEGER)
    mpq_set (evaluator.parameters[2], issue->lower);
  whole = issue->kind == PARLEY_GENIUS_INTEGER ? read_integer (self, node, element, &evaluator)
                                               : read_real (self, node, &evaluator);
  if (whole)
    function = make_function (self, index, &evaluator);
  for (guint i = 0; i < G_N_ELEMENTS (evaluator.parameters); i++)
    mpq_clear (evaluator.parameters[i]);
  return function;
}

ParleyValueFunction *
parley_genius_read_values (ParleyGenius *self, const ParleyElement *element, guint index)
{
  return parley_genius_issue (self, index)->kind == PARLEY_GENIUS_DISCRETE
             ? parley_genius_read_evaluations (self, element, index)
             : read_of_numbers (self, element, index);
}

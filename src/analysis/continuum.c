/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/continuum.h"

#include <math.h>

#include "analysis/side.h"
#include "analysis/statement.h"

/* A product, or a table with its rows as statements. */
typedef struct
{
  guint              issue;
  const ParleyIssue *model;
  double             scale;  /* product */
  GPtrArray         *rows;   /* table: of ParleyStatement */
  GArray            *values; /* of double: the marks of a product; of a table one a row, then
                    * the value otherwise */
} Derived;

struct _ParleyContinuum
{
  const ParleyScenario *scenario;
  const ParleyFilter   *filter;
  GPtrArray            *variables;
  GPtrArray            *derived;    /* of Derived */
  GPtrArray            *sides;      /* of ParleySide, one a party */
  GPtrArray            *forbidden;  /* of ParleyStatement */
  GPtrArray            *wanted;     /* likewise: of the filter */
  double               *numbers;    /* room for one an issue */
  double               *scores;     /* and one a party */
};

static void
derived_free (Derived *self)
{
  g_array_unref (self->values);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static void
add_value (Derived *self, mpq_srcptr exact)
{
  double value = parley_exact_to_double (exact);

  g_array_append_val (self->values, value);
}

static void
take_marks (Derived *self, const ParleyScenario *scenario, const ParleyFilter *filter)
{
  g_autoptr(GPtrArray) marks = parley_marks_new (scenario, filter, NULL, self->issue);

  for (guint i = 0; i < marks->len; i++)
    add_value (self, g_ptr_array_index (marks, i));
}

static void
take_rows (Derived *self, const guint *choices)
{
  for (guint r = 0; r < self->model->rows->len; r++)
    {
      const ParleyTableRow *row = g_ptr_array_index (self->model->rows, r);

      g_ptr_array_add (self->rows, parley_statement_new (row->when, choices));
      add_value (self, row->value);
    }
  add_value (self, self->model->otherwise);
}

static Derived *
derived_new (const ParleyScenario *scenario,
             const ParleyFilter *filter,
             const guint *choices,
             guint issue)
{
  Derived *self = g_new0 (Derived, 1);

  self->issue = issue;
  self->model = parley_scenario_issue (scenario, issue);
  self->values = g_array_new (FALSE, FALSE, sizeof (double));
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_statement_free);
  if (self->model->kind == PARLEY_ISSUE_PRODUCT)
    {
      self->scale = parley_exact_to_double (self->model->scale);
      take_marks (self, scenario, filter);
    }
  else
    take_rows (self, choices);
  return self;
}

static void
take_statements (ParleyContinuum *self, const guint *choices)
{
  self->forbidden = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_statement_free);
  self->wanted = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_statement_free);
  for (guint i = 0; i < self->scenario->rules->len; i++)
    {
      const ParleyRule *rule = g_ptr_array_index (self->scenario->rules, i);

      g_ptr_array_add (self->forbidden, parley_statement_new (rule->forbid, choices));
    }
  for (guint i = 0; self->filter != NULL && i < self->filter->conditions->len; i++)
    g_ptr_array_add (self->wanted, parley_statement_new (
                                       g_ptr_array_index (self->filter->conditions, i), choices));
}

ParleyContinuum *
parley_continuum_new (const ParleyScenario *scenario,
                      const ParleyFilter   *filter,
                      GPtrArray            *variables,
                      const guint          *choices)
{
  ParleyContinuum *self = g_new0 (ParleyContinuum, 1);

  self->scenario = scenario;
  self->filter = filter;
  self->variables = g_ptr_array_ref (variables);
  self->numbers = g_new0 (double, scenario->issues->len);
  self->scores = g_new0 (double, scenario->parties->len);
  self->derived = g_ptr_array_new_with_free_func ((GDestroyNotify) derived_free);
  self->sides = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_side_free);
  for (guint i = 0; i < scenario->issues->len; i++)
    if (parley_issue_is_derived (parley_scenario_issue (scenario, i)))
      g_ptr_array_add (self->derived, derived_new (scenario, filter, choices, i));
  for (guint p = 0; p < scenario->parties->len; p++)
    g_ptr_array_add (self->sides, parley_side_new (parley_scenario_party (scenario, p),
                                                   scenario->as_of, choices));
  take_statements (self, choices);
  return self;
}

void
parley_continuum_free (ParleyContinuum *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->variables);
  g_ptr_array_unref (self->derived);
  g_ptr_array_unref (self->sides);
  g_ptr_array_unref (self->forbidden);
  g_ptr_array_unref (self->wanted);
  g_free (self->numbers);
  g_free (self->scores);
  g_free (self);
}

guint
parley_continuum_n (const ParleyContinuum *self)
{
  return self->variables->len;
}

const ParleyVariable *
parley_continuum_variable (const ParleyContinuum *self, guint index)
{
  return g_ptr_array_index (self->variables, index);
}

static double
product_of (const Derived *self, const double *numbers)
{
  double product = self->scale;

  for (guint i = 0; i < self->model->factors->len; i++)
    product *= numbers[g_array_index (self->model->factors, guint, i)];
  return product;
}

static double
row_of (const Derived *self, const double *numbers)
{
  guint r = 0;

  while (r < self->rows->len
         && !parley_statement_holds (g_ptr_array_index (self->rows, r), numbers))
    r++;
  return g_array_index (self->values, double, r);
}

/* Fills in the numbers of range issues, and what follows from them. */
static void
set_numbers (const ParleyContinuum *self, const double *x)
{
  for (guint v = 0; v < self->variables->len; v++)
    self->numbers[parley_continuum_variable (self, v)->issue] = x[v];
  for (guint i = 0; i < self->derived->len; i++)
    {
      const Derived *derived = g_ptr_array_index (self->derived, i);

      self->numbers[derived->issue] = derived->model->kind == PARLEY_ISSUE_PRODUCT
                                          ? product_of (derived, self->numbers)
                                          : row_of (derived, self->numbers);
    }
}

static guint
count (GPtrArray *statements, const double *numbers, gboolean holding)
{
  guint n = 0;

  for (guint i = 0; i < statements->len; i++)
    n += parley_statement_holds (g_ptr_array_index (statements, i), numbers) == holding;
  return n;
}

/* How far scores and surpluses are outside the bounds of the filter. */
static double
outside_bounds (const ParleyContinuum *self, const double *scores, const double *surpluses)
{
  double sum = 0;

  for (guint i = 0; self->filter != NULL && i < self->filter->bounds->len; i++)
    {
      const ParleyGainBound *bound = g_ptr_array_index (self->filter->bounds, i);
      double gain = bound->of_surplus ? surpluses[bound->party] : scores[bound->party];

      if (bound->has_low)
        sum += MAX (0, parley_exact_to_double (bound->low) - gain) / 100;
      if (bound->has_high)
        sum += MAX (0, gain - parley_exact_to_double (bound->high)) / 100;
    }
  return sum;
}

double
parley_continuum_evaluate (const ParleyContinuum *self, const double *x, double *surpluses)
{
  double breach = 0;

  set_numbers (self, x);
  for (guint v = 0; v < self->variables->len; v++)
    {
      const ParleyVariable *variable = parley_continuum_variable (self, v);

      breach += parley_stretches_distance (variable->stretches, x[v]) / variable->step;
    }
  breach
      += count (self->forbidden, self->numbers, TRUE) + count (self->wanted, self->numbers, FALSE);
  for (guint p = 0; p < self->sides->len; p++)
    {
      const ParleySide *side = g_ptr_array_index (self->sides, p);

      self->scores[p] = parley_side_score (side, self->numbers);
      surpluses[p] = parley_side_surplus (side, self->scores[p]);
      breach += parley_side_breach (side, self->numbers, self->scores[p]);
    }
  return breach + outside_bounds (self, self->scores, surpluses);
}

/* Adds where the product, as a function of one factor, meets its marks. */
static void
add_breaks_of_product (const ParleyContinuum *self,
                       const Derived *derived,
                       guint issue,
                       GArray *breaks)
{
  double rest = derived->scale;
  guint n_times = 0;

  for (guint i = 0; i < derived->model->factors->len; i++)
    {
      guint factor = g_array_index (derived->model->factors, guint, i);

      n_times += factor == issue;
      rest *= factor == issue ? 1 : self->numbers[factor];
    }
  for (guint i = 0; n_times > 0 && rest != 0 && i < derived->values->len; i++)
    {
      double power = g_array_index (derived->values, double, i) / rest;
      double root = pow (fabs (power), 1.0 / n_times);
      double other = -root;

      if (power >= 0)
        g_array_append_val (breaks, root);
      if (n_times % 2 == 0 ? power >= 0 : power < 0)
        g_array_append_val (breaks, other);
    }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

GArray *
parley_continuum_breaks (const ParleyContinuum *self, const double *x, guint index)
{
  const ParleyVariable *variable = parley_continuum_variable (self, index);
  const ParleyIssue *issue = parley_scenario_issue (self->scenario, variable->issue);
  double low = parley_exact_to_double (issue->min);
  double high = parley_exact_to_double (issue->max);
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (double));
  GArray *breaks = g_array_new (FALSE, FALSE, sizeof (double));

  set_numbers (self, x);
  for (guint i = 0; i < variable->marks->len; i++)
    {
      double mark = parley_exact_to_double (g_ptr_array_index (variable->marks, i));

      g_array_append_val (all, mark);
    }
  for (guint i = 0; i < self->derived->len; i++)
    if (((const Derived *) g_ptr_array_index (self->derived, i))->model->kind
        == PARLEY_ISSUE_PRODUCT)
      add_breaks_of_product (self, g_ptr_array_index (self->derived, i), variable->issue, all);
  g_array_sort (all, compare);
  for (guint i = 0; i < all->len; i++)
    {
      double one = g_array_index (all, double, i);

      if (low <= one && one <= high
          && (breaks->len == 0 || one > g_array_index (breaks, double, breaks->len - 1)))
        g_array_append_val (breaks, one);
    }
  return breaks;
}

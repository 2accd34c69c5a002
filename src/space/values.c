/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/values.h"

#include "model/curve.h"

/* The least common denominator of @values. Were all of them whole numbers of steps of one unit, it
 * would be at most so many times that of any which is not 0. Returns: FALSE when it grows beyond
 * that: thousands of fractions without a common factor would take hours. */
static gboolean
common_denominator (mpq_t *values, guint n, mpz_ptr denominator)
{
  mpz_set_ui (denominator, 1);
  for (guint i = 0; i < n; i++)
    {
      mpz_lcm (denominator, denominator, mpq_denref (values[i]));
      if (mpq_sgn (values[i]) != 0
          && mpz_sizeinbase (denominator, 2)
                 > mpz_sizeinbase (mpq_denref (values[i]), 2) + PARLEY_SCORE_BITS + 1)
        return FALSE;
    }
  return TRUE;
}

/* The largest unit that divides all of @values: the greatest common divisor of
 * the numerators over @denominator, a common one; 1 when all are 0. */
static void
find_unit (mpq_t *values, guint n, mpz_srcptr denominator, mpq_ptr unit)
{
  mpz_t part;

  mpz_init (part);
  mpq_set_ui (unit, 0, 1);
  for (guint i = 0; i < n; i++)
    {
      mpz_divexact (part, denominator, mpq_denref (values[i]));
      mpz_mul (part, part, mpq_numref (values[i]));
      mpz_gcd (mpq_numref (unit), mpq_numref (unit), part);
    }
  if (mpq_sgn (unit) == 0)
    mpq_set_ui (unit, 1, 1);
  else
    mpz_set (mpq_denref (unit), denominator);
  mpq_canonicalize (unit);
  mpz_clear (part);
}

static gboolean
common_unit (mpq_t *values, guint n, mpq_ptr unit)
{
  gboolean found = FALSE;
  mpz_t denominator;

  mpz_init (denominator);
  found = common_denominator (values, n, denominator);
  if (found)
    find_unit (values, n, denominator, unit);
  mpz_clear (denominator);
  return found;
}

/* steps = values / unit; FALSE when one has too many bits. */
static gboolean
divide_by_unit (ParleyValueTable *table, mpq_t *values)
{
  gboolean fits = TRUE;
  mpq_t quotient;

  mpq_init (quotient);
  for (guint i = 0; i < table->n && fits; i++)
    {
      mpq_div (quotient, values[i], table->unit);
      fits = parley_score_from_exact (quotient, &table->steps[i]);
    }
  mpq_clear (quotient);
  return fits;
}

/* Values that have no small common unit. */
static void
round_values (ParleyValueTable *table, mpq_t *values)
{
  mpq_set_ui (table->unit, 1, PARLEY_ROUNDED_STEPS);
  for (guint i = 0; i < table->n; i++)
    {
      mpz_mul_ui (mpq_numref (values[i]), mpq_numref (values[i]), 2 * PARLEY_ROUNDED_STEPS);
      mpz_add (mpq_numref (values[i]), mpq_numref (values[i]), mpq_denref (values[i]));
      mpz_mul_ui (mpq_denref (values[i]), mpq_denref (values[i]), 2);
      mpz_fdiv_q (mpq_numref (values[i]), mpq_numref (values[i]), mpq_denref (values[i]));
      mpz_set_ui (mpq_denref (values[i]), PARLEY_ROUNDED_STEPS);
      mpq_canonicalize (values[i]);
    }
  divide_by_unit (table, values);
}

/* Returns: TRUE when the values had to be rounded. */
static gboolean
table_from_values (ParleyValueTable *table, mpq_t *values)
{
  table->steps = g_new (ParleyScore, table->n);
  mpq_init (table->unit);
  if (common_unit (values, table->n, table->unit) && divide_by_unit (table, values))
    return FALSE;
  round_values (table, values);
  return TRUE;
}

static mpq_srcptr *
copy_pointers (GPtrArray *numbers)
{
  mpq_srcptr *copy = g_new (mpq_srcptr, numbers->len);

  for (guint i = 0; i < numbers->len; i++)
    copy[i] = g_ptr_array_index (numbers, i);
  return copy;
}

/* The numbers that @issue can be in @space: of its axis or its factor. */
static mpq_srcptr *
numbers_of_issue (const ParleySpace *space, guint issue, guint *n)
{
  int axis = space->domain->axis_of_issue[issue];

  if (axis >= 0)
    {
      const ParleyAxis *range = &space->domain->axes[axis];

      *n = range->n_options;
      return g_memdup2 (range->numbers, range->n_options * sizeof (mpq_ptr));
    }
  for (guint f = 0; f < space->factors->len; f++)
    {
      const ParleyFactor *factor = g_ptr_array_index (space->factors, f);

      if (factor->issue != issue)
        continue;
      *n = factor->values->len;
      return copy_pointers (factor->values);
    }
  g_return_val_if_reached (NULL);
}

static gboolean
value_numbers (const ParleySpace         *space,
               guint                      issue,
               const ParleyValueFunction *function,
               const ParleyVariation     *variation,
               ParleyValueTable          *table)
{
  g_autofree mpq_srcptr *numbers = numbers_of_issue (space, issue, &table->n);
  mpq_t *values = parley_exact_array_new (table->n);
  gboolean exact = parley_value_of_numbers (function, numbers, table->n, variation, values);
  gboolean rounded = table_from_values (table, values);

  parley_exact_array_free (values, table->n);
  return !exact || rounded;
}

static gboolean
value_options (const ParleyAxis          *axis,
               const ParleyValueFunction *function,
               const ParleyVariation     *variation,
               ParleyValueTable          *table)
{
  mpq_t *values = parley_exact_array_new (axis->n_options);
  gboolean rounded = FALSE;

  table->n = axis->n_options;
  for (guint o = 0; o < axis->n_options; o++)
    mpq_set (values[o], parley_value_of_option (function, axis->options[o], variation));
  rounded = table_from_values (table, values);
  parley_exact_array_free (values, axis->n_options);
  return rounded;
}

ParleyValues *
parley_values_new (const ParleySpace *space, guint party, const ParleyVariation *variation)
{
  const ParleyParty *model = parley_scenario_party (space->scenario, party);
  ParleyValues *self = g_new0 (ParleyValues, 1);

  self->party = party;
  self->n_issues = model->n_issues;
  self->of_issue = g_new0 (ParleyValueTable *, model->n_issues);
  for (guint i = 0; i < model->n_issues; i++)
    {
      const ParleyValueFunction *function = model->values[i];
      ParleyValueTable *table = NULL;

      if (model->weights[i] == NULL || function == NULL)
        continue;
      table = self->of_issue[i] = g_new0 (ParleyValueTable, 1);
      if (function->kind == PARLEY_VALUE_TABLE)
        self->rounded |= value_options (&space->domain->axes[space->domain->axis_of_issue[i]],
                                        function, variation, table);
      else
        self->rounded |= value_numbers (space, i, function, variation, table);
    }
  return self;
}

void
parley_values_free (ParleyValues *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_issues; i++)
    if (self->of_issue[i] != NULL)
      {
        mpq_clear (self->of_issue[i]->unit);
        g_free (self->of_issue[i]->steps);
        g_free (self->of_issue[i]);
      }
  g_free (self->of_issue);
  g_free (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/programme.h"

/* What a row says of its variable, times the denominator of all rows: it is values[n] less the sum
 * of values[column] times the variable of that column. */
typedef struct
{
  guint  variable;
  mpz_t *values;
} Row;

/* Variables below n are the numbers, the others what rows leave over; each is either a column, and
 * 0, or has a row. All that is in rows are whole numbers over one denominator, a determinant, so
 * that a step divides without remainder and no fraction has to be reduced (J. Edmonds, "Systems of
 * distinct representatives and linear algebra", Journal of Research of the National Bureau of
 * Standards 71B, 1967). */
struct _ParleyProgramme
{
  guint   n;
  mpz_t   denominator; /* above 0 */
  guint  *columns;     /* [column]: its variable */
  mpz_t  *costs;       /* [column]: what one more of it costs, never below 0 */
  GArray *rows;        /* of Row */
  guint64 *budget;     /* (nullable) borrowed: what steps may still take */
};

static void
widen_scale (mpz_ptr scale, mpq_srcptr number)
{
  mpz_lcm (scale, scale, mpq_denref (number));
}

/* @number times @scale, which its denominator divides. */
static void
set_scaled (mpz_ptr whole, mpq_srcptr number, mpz_srcptr scale)
{
  mpz_divexact (whole, scale, mpq_denref (number));
  mpz_mul (whole, whole, mpq_numref (number));
}

ParleyProgramme *
parley_programme_new (guint n_numbers, mpq_t *costs, guint64 *budget)
{
  ParleyProgramme *self = g_new0 (ParleyProgramme, 1);
  mpz_t scale;

  mpz_init_set_ui (scale, 1);
  self->n = n_numbers;
  self->budget = budget;
  mpz_init_set_ui (self->denominator, 1);
  self->columns = g_new (guint, n_numbers);
  self->costs = parley_exact_wholes_new (n_numbers);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  for (guint i = 0; i < n_numbers; i++)
    widen_scale (scale, costs[i]);
  for (guint i = 0; i < n_numbers; i++)
    {
      self->columns[i] = i;
      set_scaled (self->costs[i], costs[i], scale);
    }
  mpz_clear (scale);
  return self;
}

static Row *
row_at (const ParleyProgramme *self, guint index)
{
  return &g_array_index (self->rows, Row, index);
}

void
parley_programme_free (ParleyProgramme *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    parley_exact_wholes_free (row_at (self, i)->values, self->n + 1);
  g_array_unref (self->rows);
  parley_exact_wholes_free (self->costs, self->n);
  mpz_clear (self->denominator);
  g_free (self->columns);
  g_free (self);
}

/* Sets @values, as those of a row, to what is left of @limit (NULL: 0) below the sum of coefficient
 * times number, in terms of the numbers that are columns; those that have rows are what these say.
 */
static void
express (const ParleyProgramme *self, mpq_t *coefficients, mpq_srcptr limit, mpz_t *values)
{
  mpz_t scale, factor;

  mpz_init (factor);
  mpz_init_set_ui (scale, 1);
  for (guint i = 0; i < self->n; i++)
    widen_scale (scale, coefficients[i]);
  if (limit != NULL)
    {
      widen_scale (scale, limit);
      set_scaled (values[self->n], limit, scale);
      mpz_mul (values[self->n], values[self->n], self->denominator);
    }
  for (guint c = 0; c < self->n; c++)
    if (self->columns[c] < self->n)
      {
        set_scaled (values[c], coefficients[self->columns[c]], scale);
        mpz_mul (values[c], values[c], self->denominator);
      }
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *other = row_at (self, i);

      if (other->variable >= self->n || mpq_sgn (coefficients[other->variable]) == 0)
        continue;
      set_scaled (factor, coefficients[other->variable], scale);
      for (guint c = 0; c <= self->n; c++)
        mpz_submul (values[c], factor, other->values[c]);
    }
  mpz_clears (scale, factor, NULL);
}

void
parley_programme_add_row (ParleyProgramme *self, mpq_t *coefficients, mpq_srcptr limit)
{
  Row row = { self->n + self->rows->len, parley_exact_wholes_new (self->n + 1) };

  express (self, coefficients, limit, row.values);
  g_array_append_val (self->rows, row);
}

/* Of @first / @divisor and @second / @other, the order; both divisors have the same sign. */
static int
compare_ratios (mpz_srcptr first, mpz_srcptr divisor, mpz_srcptr second, mpz_srcptr other)
{
  mpz_t left, right;
  int order = 0;

  mpz_inits (left, right, NULL);
  mpz_mul (left, first, other);
  mpz_mul (right, second, divisor);
  order = mpz_cmp (left, right);
  mpz_clears (left, right, NULL);
  return order;
}

/* Takes @column out of @values, which are of a row or the costs, by what @row now says of it.
 * @before: the denominator of @values still. */
static void
replace_column (const ParleyProgramme *self,
                mpz_t                 *values,
                guint                  n_values,
                const Row             *row,
                guint                  column,
                mpz_srcptr             before)
{
  mpz_t factor;

  mpz_init_set (factor, values[column]);
  mpz_set_ui (values[column], 0);
  for (guint c = 0; c < n_values; c++)
    {
      gboolean changes = mpz_sgn (factor) != 0 && mpz_sgn (row->values[c]) != 0;

      if (!changes && mpz_sgn (values[c]) == 0)
        continue;
      mpz_mul (values[c], values[c], self->denominator);
      if (changes)
        mpz_submul (values[c], factor, row->values[c]);
      mpz_divexact (values[c], values[c], before);
    }
  mpz_clear (factor);
}

static gboolean
may_go_on (const ParleyProgramme *self)
{
  return self->budget == NULL || *self->budget > 0;
}

static void
pay (const ParleyProgramme *self)
{
  guint64 price = (guint64) self->rows->len * self->n * (mpz_size (self->denominator) + 2);

  if (self->budget != NULL)
    *self->budget -= MIN (price, *self->budget);
}

/* Lets the variables of @row and @column change places. @aim: (nullable): changes with the rows. */
static void
pivot (ParleyProgramme *self, Row *row, guint column, mpz_t *aim)
{
  guint variable = row->variable;
  mpz_t before;

  pay (self);
  mpz_init_set (before, self->denominator);
  mpz_swap (self->denominator, row->values[column]);
  if (mpz_sgn (self->denominator) < 0)
    {
      mpz_neg (self->denominator, self->denominator);
      for (guint c = 0; c <= self->n; c++)
        mpz_neg (row->values[c], row->values[c]);
    }
  row->variable = self->columns[column];
  self->columns[column] = variable;
  for (guint i = 0; i < self->rows->len; i++)
    if (row_at (self, i) != row)
      replace_column (self, row_at (self, i)->values, self->n + 1, row, column, before);
  replace_column (self, self->costs, self->n, row, column, before);
  if (aim != NULL)
    replace_column (self, aim, self->n + 1, row, column, before);
  mpz_clear (before);
}

/* Sets @numbers to what columns and rows say. */
static void
read_numbers (const ParleyProgramme *self, mpq_t *numbers)
{
  for (guint i = 0; i < self->n; i++)
    mpq_set_ui (numbers[i], 0, 1);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = row_at (self, i);

      if (row->variable >= self->n)
        continue;
      mpz_set (mpq_numref (numbers[row->variable]), row->values[self->n]);
      mpz_set (mpq_denref (numbers[row->variable]), self->denominator);
      mpq_canonicalize (numbers[row->variable]);
    }
}

/* The least cost */

/* The row below 0 whose variable comes first. */
static Row *
row_to_leave (const ParleyProgramme *self)
{
  Row *found = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = row_at (self, i);

      if (mpz_sgn (row->values[self->n]) < 0 && (found == NULL || row->variable < found->variable))
        found = row;
    }
  return found;
}

/* The column that raises @row at the least cost; of several the one whose variable comes first.
 * Returns: n when there is none. */
static guint
column_to_enter (const ParleyProgramme *self, const Row *row)
{
  guint found = self->n;

  for (guint c = 0; c < self->n; c++)
    {
      int order = -1;

      if (mpz_sgn (row->values[c]) >= 0)
        continue;
      /* Of ratios with divisors below 0, the greatest is the least cost. */
      if (found != self->n)
        order = compare_ratios (self->costs[found], row->values[found], self->costs[c],
                                row->values[c]);
      if (order < 0 || (order == 0 && self->columns[c] < self->columns[found]))
        found = c;
    }
  return found;
}

gboolean
parley_programme_solve (ParleyProgramme *self, mpq_t *numbers)
{
  for (Row *row = row_to_leave (self); row != NULL; row = row_to_leave (self))
    {
      guint column = column_to_enter (self, row);

      if (column == self->n || !may_go_on (self))
        return FALSE;
      pivot (self, row, column, NULL);
    }
  read_numbers (self, numbers);
  return TRUE;
}

/* The greatest sum */

/* The column whose variable lifts the sum: most a unit, or of @first the one whose variable comes
 * first. Returns: n when none does. */
static guint
column_to_lift (const ParleyProgramme *self, mpz_t *aim, gboolean first)
{
  guint found = self->n;

  for (guint c = 0; c < self->n; c++)
    if (mpz_sgn (aim[c]) > 0
        && (found == self->n
            || (first ? self->columns[c] < self->columns[found]
                      : mpz_cmp (aim[c], aim[found]) > 0)))
      found = c;
  return found;
}

/* The row that stops @column first; of several the one whose variable comes first. */
static Row *
row_that_stops (const ParleyProgramme *self, guint column)
{
  Row *found = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = row_at (self, i);
      int order = -1;

      if (mpz_sgn (row->values[column]) <= 0)
        continue;
      if (found != NULL)
        order = compare_ratios (row->values[self->n], row->values[column], found->values[self->n],
                                found->values[column]);
      if (order < 0 || (order == 0 && row->variable < found->variable))
        found = row;
    }
  return found;
}

gboolean
parley_programme_raise (ParleyProgramme *self, mpq_t *factors, gboolean above_0, mpq_t *numbers)
{
  mpz_t *aim = parley_exact_wholes_new (self->n + 1);
  gboolean ends = TRUE, stuck = FALSE;

  express (self, factors, NULL, aim);
  /* Steps that go nowhere are taken by Bland's rule, and so are no circle. */
  while (!(above_0 && mpz_sgn (aim[self->n]) < 0))
    {
      guint column = column_to_lift (self, aim, stuck);
      Row *row = column == self->n ? NULL : row_that_stops (self, column);

      ends = column == self->n || (row != NULL && may_go_on (self));
      if (row == NULL || !ends)
        break;
      stuck = mpz_sgn (row->values[self->n]) == 0;
      pivot (self, row, column, aim);
    }
  parley_exact_wholes_free (aim, self->n + 1);
  read_numbers (self, numbers);
  return ends;
}

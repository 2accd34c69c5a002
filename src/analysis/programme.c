/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/programme.h"

/* What a row says of its variable: it is values[n] less the sum of values[column] times the
 * variable of that column. */
typedef struct
{
  guint  variable;
  mpq_t *values;
} Row;

/* Variables below n are the numbers, the others what rows leave over; each is either a column, and
 * 0, or has a row. */
struct _ParleyProgramme
{
  guint   n;
  guint  *columns; /* [column]: its variable */
  mpq_t  *costs;   /* [column]: what one more of it costs, never below 0 */
  GArray *rows;    /* of Row */
};

ParleyProgramme *
parley_programme_new (guint n_numbers, mpq_t *costs)
{
  ParleyProgramme *self = g_new0 (ParleyProgramme, 1);

  self->n = n_numbers;
  self->columns = g_new (guint, n_numbers);
  self->costs = parley_exact_array_new (n_numbers);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  for (guint i = 0; i < n_numbers; i++)
    {
      self->columns[i] = i;
      mpq_set (self->costs[i], costs[i]);
    }
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
    parley_exact_array_free (row_at (self, i)->values, self->n + 1);
  g_array_unref (self->rows);
  parley_exact_array_free (self->costs, self->n);
  g_free (self->columns);
  g_free (self);
}

/* to -= factor * what */
static void
subtract_product (mpq_ptr to, mpq_srcptr factor, mpq_srcptr what, mpq_ptr product)
{
  if (mpq_sgn (factor) == 0 || mpq_sgn (what) == 0)
    return;
  mpq_mul (product, factor, what);
  mpq_sub (to, to, product);
}

/* In terms of the numbers that are columns; those that have rows are what these say. */
void
parley_programme_add_row (ParleyProgramme *self, mpq_t *coefficients, mpq_srcptr limit)
{
  Row row = { self->n + self->rows->len, parley_exact_array_new (self->n + 1) };
  mpq_t product;

  mpq_init (product);
  mpq_set (row.values[self->n], limit);
  for (guint c = 0; c < self->n; c++)
    if (self->columns[c] < self->n)
      mpq_set (row.values[c], coefficients[self->columns[c]]);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *other = row_at (self, i);

      for (guint c = 0; other->variable < self->n && c <= self->n; c++)
        subtract_product (row.values[c], coefficients[other->variable], other->values[c], product);
    }
  mpq_clear (product);
  g_array_append_val (self->rows, row);
}

/* The row below 0 whose variable comes first. */
static Row *
row_to_leave (const ParleyProgramme *self)
{
  Row *found = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = row_at (self, i);

      if (mpq_sgn (row->values[self->n]) < 0 && (found == NULL || row->variable < found->variable))
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
  mpq_t ratio, least;

  mpq_inits (ratio, least, NULL);
  for (guint c = 0; c < self->n; c++)
    {
      int order = 0;

      if (mpq_sgn (row->values[c]) >= 0)
        continue;
      mpq_div (ratio, self->costs[c], row->values[c]);
      mpq_neg (ratio, ratio);
      order = found == self->n ? -1 : mpq_cmp (ratio, least);
      if (order > 0 || (order == 0 && self->columns[c] > self->columns[found]))
        continue;
      found = c;
      mpq_set (least, ratio);
    }
  mpq_clears (ratio, least, NULL);
  return found;
}

/* Takes @column out of @values, which are of a row or the costs, by what @row now says of it. */
static void
replace_column (mpq_t *values, guint n_values, const Row *row, guint column, mpq_ptr product)
{
  mpq_t factor;

  if (mpq_sgn (values[column]) == 0)
    return;
  mpq_init (factor);
  mpq_set (factor, values[column]);
  mpq_set_ui (values[column], 0, 1);
  for (guint c = 0; c < n_values; c++)
    subtract_product (values[c], factor, row->values[c], product);
  mpq_clear (factor);
}

/* Lets the variables of @row and @column change places. */
static void
pivot (ParleyProgramme *self, Row *row, guint column)
{
  guint variable = row->variable;
  mpq_t product, inverse;

  mpq_inits (product, inverse, NULL);
  mpq_inv (inverse, row->values[column]);
  mpq_set_ui (row->values[column], 1, 1);
  for (guint c = 0; c <= self->n; c++)
    mpq_mul (row->values[c], row->values[c], inverse);
  row->variable = self->columns[column];
  self->columns[column] = variable;
  for (guint i = 0; i < self->rows->len; i++)
    if (row_at (self, i) != row)
      replace_column (row_at (self, i)->values, self->n + 1, row, column, product);
  replace_column (self->costs, self->n, row, column, product);
  mpq_clears (product, inverse, NULL);
}

gboolean
parley_programme_solve (ParleyProgramme *self, mpq_t *numbers)
{
  for (Row *row = row_to_leave (self); row != NULL; row = row_to_leave (self))
    {
      guint column = column_to_enter (self, row);

      if (column == self->n)
        return FALSE;
      pivot (self, row, column);
    }
  for (guint i = 0; i < self->n; i++)
    mpq_set_ui (numbers[i], 0, 1);
  for (guint i = 0; i < self->rows->len; i++)
    if (row_at (self, i)->variable < self->n)
      mpq_set (numbers[row_at (self, i)->variable], row_at (self, i)->values[self->n]);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/surpluses.h"

static int
compare_exact (const void *a, const void *b)
{
  return mpq_cmp (*(const mpq_t *) a, *(const mpq_t *) b);
}

void
parley_surpluses_free (mpq_t *surpluses, guint n)
{
  parley_exact_array_free (surpluses, n);
}

static int
compare_leximin (mpq_t *a, mpq_t *b, guint n)
{
  int order = 0;

  if (n > 1)
    {
      qsort (a, n, sizeof *a, compare_exact);
      qsort (b, n, sizeof *b, compare_exact);
    }
  for (guint i = 0; i < n && order == 0; i++)
    order = mpq_cmp (a[i], b[i]);
  return order;
}

void
parley_surpluses_add (mpq_t *surpluses, guint n, mpq_ptr sum)
{
  mpq_set_ui (sum, 0, 1);
  for (guint i = 0; i < n; i++)
    mpq_add (sum, sum, surpluses[i]);
}

int
parley_surpluses_multiply (mpq_t *surpluses, guint n, mpq_ptr product)
{
  int n_positive = 0;

  mpq_set_ui (product, 1, 1);
  for (guint i = 0; i < n; i++)
    if (mpq_sgn (surpluses[i]) > 0)
      {
        mpq_mul (product, product, surpluses[i]);
        n_positive++;
      }
  return n_positive;
}

static int
compare_totals (ParleyOrderKind kind, mpq_t *a, mpq_t *b, guint n)
{
  int order = 0;
  mpq_t x, y;

  mpq_inits (x, y, NULL);
  if (kind == PARLEY_ORDER_NASH)
    order = parley_surpluses_multiply (a, n, x) - parley_surpluses_multiply (b, n, y);
  else
    {
      parley_surpluses_add (a, n, x);
      parley_surpluses_add (b, n, y);
    }
  if (order == 0)
    order = mpq_cmp (x, y);
  mpq_clears (x, y, NULL);
  return order;
}

int
parley_surpluses_compare (ParleyOrderKind kind, mpq_t *a, mpq_t *b, guint n)
{
  if (kind == PARLEY_ORDER_KALAI_SMORODINSKY || kind == PARLEY_ORDER_EGALITARIAN)
    return compare_leximin (a, b, n);
  return compare_totals (kind, a, b, n);
}

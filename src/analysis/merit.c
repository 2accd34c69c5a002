/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/merit.h"

#include <math.h>

/* Below every merit of an acceptable deal. */
#define BREACH (-1e7)

/* One more positive surplus is worth more than any mean of them. */
#define PER_POSITIVE 1e4

/* What the next smallest surplus counts beside the smallest. A search cannot put one strictly
 * before the other; the exact comparison of what it finds does. */
#define NEXT 1e-4

struct _ParleyMerit
{
  const ParleyContinuum *continuum;
  ParleyOrderKind        kind;
  guint                  n;
  guint                 *slots;
  double                *units;
  double                *surpluses; /* room for all parties' */
  double                *counted;   /* and for those of the slots */
};

ParleyMerit *
parley_merit_new (const ParleyContinuum *continuum,
                  ParleyOrderKind        kind,
                  const guint           *slots,
                  guint                  n_slots,
                  guint                  n_parties,
                  const double          *gains)
{
  ParleyMerit *self = g_new0 (ParleyMerit, 1);

  self->continuum = continuum;
  self->kind = kind;
  self->slots = g_new (guint, n_slots);
  self->units = g_new (double, n_slots);
  self->surpluses = g_new (double, n_parties);
  self->counted = g_new (double, n_slots);
  for (guint i = 0; i < n_slots; i++)
    {
      if (gains != NULL && gains[i] <= 0)
        continue;
      self->slots[self->n] = slots[i];
      self->units[self->n++] = gains == NULL ? 1 : 1 / gains[i];
    }
  return self;
}

void
parley_merit_free (ParleyMerit *self)
{
  if (self == NULL)
    return;
  g_free (self->slots);
  g_free (self->units);
  g_free (self->surpluses);
  g_free (self->counted);
  g_free (self);
}

const ParleyContinuum *
parley_merit_continuum (const ParleyMerit *self)
{
  return self->continuum;
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The smallest, and a little of those above it. */
static double
worst_first (double *surpluses, guint n)
{
  double sum = 0, weight = 1;

  if (n > 1)
    qsort (surpluses, n, sizeof *surpluses, compare);
  for (guint i = 0; i < n; i++)
    {
      sum += weight * surpluses[i];
      weight *= NEXT;
    }
  return sum;
}

/* How many are above 0, then their geometric mean: it rises with their product, and is in
 * points. */
static double
positive_first (const double *surpluses, guint n)
{
  double logarithms = 0;
  guint n_positive = 0;

  for (guint i = 0; i < n; i++)
    if (surpluses[i] > 0)
      {
        logarithms += log (surpluses[i]);
        n_positive++;
      }
  return n_positive == 0 ? 0 : n_positive * PER_POSITIVE + exp (logarithms / n_positive);
}

static double
sum_of (const double *surpluses, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += surpluses[i];
  return sum;
}

double
parley_merit_at (const ParleyMerit *self, const double *x)
{
  double breach = parley_continuum_evaluate (self->continuum, x, self->surpluses);

  if (breach > 0)
    return BREACH * (1 + breach);
  for (guint i = 0; i < self->n; i++)
    self->counted[i] = self->surpluses[self->slots[i]] * self->units[i];
  switch (self->kind)
    {
    case PARLEY_ORDER_NASH:
      return positive_first (self->counted, self->n);
    case PARLEY_ORDER_KALAI_SMORODINSKY:
    case PARLEY_ORDER_EGALITARIAN:
      return worst_first (self->counted, self->n);
    case PARLEY_ORDER_UTILITARIAN:
    case PARLEY_ORDER_PARTY:
      return sum_of (self->counted, self->n);
    default:
      g_assert_not_reached ();
    }
}

gboolean
parley_merit_is_acceptable (double merit)
{
  return merit > BREACH;
}

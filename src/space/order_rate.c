/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/order.h"

#include <math.h>

/* Below this share of @size a surplus is too close to 0 for its sign and its product to be
 * relied on. */
#define TINY 1e-6

static void
multiply (double before, const double *surpluses, gsize n, double tiny, double *products)
{
  for (gsize i = 0; i < n; i++)
    {
      double surplus = before + surpluses[i];

      products[i] *= surplus > tiny ? surplus : (double) NAN;
    }
}

static void
lower (double before, const double *surpluses, gsize n, double *least)
{
  for (gsize i = 0; i < n; i++)
    {
      double surplus = before + surpluses[i];

      least[i] = surplus < least[i] ? surplus : least[i];
    }
}

static void
add (double before, const double *surpluses, gsize n, double *sums)
{
  for (gsize i = 0; i < n; i++)
    sums[i] += before + surpluses[i];
}

/* What nobody's surplus leaves as it is. */
static double
rate_of_nothing (ParleyOrderKind kind)
{
  switch (kind)
    {
    case PARLEY_ORDER_NASH:
      return 1;
    case PARLEY_ORDER_KALAI_SMORODINSKY:
    case PARLEY_ORDER_EGALITARIAN:
      return INFINITY;
    case PARLEY_ORDER_UTILITARIAN:
    case PARLEY_ORDER_PARTY:
      return 0;
    default:
      g_assert_not_reached ();
    }
}

void
parley_order_rate (const ParleyOrder *self,
                   const double *before,
                   const double *surpluses,
                   gsize n,
                   double size,
                   double *rates)
{
  ParleyOrderKind kind = parley_order_kind (self);
  guint n_slots = parley_order_n_slots (self);

  for (gsize i = 0; i < n; i++)
    rates[i] = rate_of_nothing (kind);
  for (guint m = 0; m < n_slots; m++)
    {
      const double *column = surpluses + m * n;

      if (kind == PARLEY_ORDER_NASH)
        multiply (before[m], column, n, TINY * size, rates);
      else if (kind == PARLEY_ORDER_UTILITARIAN || kind == PARLEY_ORDER_PARTY)
        add (before[m], column, n, rates);
      else
        lower (before[m], column, n, rates);
    }
}

/* Errors of 60 parties add up to less; those of a product are relative to it. */
double
parley_order_slack (const ParleyOrder *self, double rate, double size)
{
  return parley_order_kind (self) == PARLEY_ORDER_NASH ? 1e-7 * rate : 1e-12 * size;
}

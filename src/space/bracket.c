/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/bracket.h"

#include <math.h>

#include "space/plan.h"
#include "space/remainders.h"

/* Between what certainly reaches the floors and what possibly does. */
#define N_MARGINS 64

/* Of the work for the grid, the remainders of a dimension may take a quarter. */
#define WORK_PARTS 4

/* What adding doubles may lose of a sum (grid.h), and what of the smallest. */
#define LOSS (4 * PARLEY_BRACKET_WORK / 4503599627370496.0)
#define TINY 1e-300

typedef struct
{
  const ParleyRounding *rounding;
  double               *cells;      /* of the last layer */
  GPtrArray            *remainders; /* (nullable) [dim]: NULL when they are too much work */
  gint32               *enough;     /* [dim]: how many steps count as reaching the floor */
} Reading;

/* The share of the deals that come to enough steps in dimensions from @d on. */
static double
share_enough (const Reading *self, guint d, const double *cells)
{
  const ParleyGrid *grid = self->rounding->grid;
  gsize at = (gsize) grid->diagram->n_layers * grid->n_dims;
  gsize step = 1;
  double sum = 0;

  if (d == grid->n_dims)
    return *cells;
  for (guint k = d + 1; k < grid->n_dims; k++)
    step *= (gsize) grid->width[at + k];
  for (gint32 i = MAX (0, self->enough[d] - grid->low[at + d]); i < grid->width[at + d]; i++)
    sum += share_enough (self, d + 1, cells + (gsize) i * step);
  return sum;
}

/* At most so much of the deals has remainders of @sum or more in dimension @d. */
static double
share_above (const Reading *self, guint d, ParleyScore sum)
{
  return self->remainders == NULL ? 1 : parley_remainders_above (self->remainders->pdata[d], sum);
}

/* The same of less than @sum. */
static double
share_below (const Reading *self, guint d, ParleyScore sum)
{
  return self->remainders == NULL ? 1 : parley_remainders_below (self->remainders->pdata[d], sum);
}

/* Sets @low and @high to bounds on the share, with so much of the margin given to what
 * possibly reaches the floors. */
static void
read_bounds (Reading *self, guint margin, double *low, double *high)
{
  const ParleyRounding *rounding = self->rounding;
  const ParleyGrid *grid = rounding->grid;
  double too_many = 0; /* come to enough, and may fall short all the same */
  double too_few = 0;  /* the other way round */

  for (guint d = 0; d < grid->n_dims; d++)
    {
      gint64 wide = (gint64) grid->most[d] - grid->least[d];
      ParleyScore missing = 0;

      self->enough[d] = (gint32) (grid->most[d] - wide * margin / N_MARGINS);
      missing = rounding->left[d] - self->enough[d] * rounding->step[d];
      if (margin > 0)
        too_many += share_below (self, d, missing);
      if (margin < N_MARGINS)
        too_few += share_above (self, d, missing + rounding->step[d]);
    }
  *low = *high = share_enough (self, 0, self->cells);
  *low -= too_many + LOSS * (*low + too_many);
  *high += too_few + LOSS * (*high + too_few);
}

/* From shares of 2^scale to shares of @total. */
static ParleyBracket
to_shares (const ParleyGrid *grid, double low, double high, mpz_srcptr total)
{
  glong exponent = 0;
  double mantissa = mpz_get_d_2exp (&exponent, total);
  int up = (int) (parley_grid_scale (grid) - exponent);

  low = ldexp ((low - TINY) / mantissa, up);
  high = ldexp ((high + TINY) / mantissa, up);
  return (ParleyBracket){ fmax (low, 0), fmin (high, 1) };
}

static ParleyBracket
read_bracket (Reading *self, mpz_srcptr total)
{
  double low = 0, high = INFINITY;

  for (guint margin = 0; margin <= N_MARGINS; margin++)
    {
      double one_low = 0, one_high = 0;

      read_bounds (self, margin, &one_low, &one_high);
      low = fmax (low, one_low);
      high = fmin (high, one_high);
    }
  return to_shares (self->rounding->grid, low, high, total);
}

/* Those of all dimensions. Returns: (nullable): NULL when one is too much. */
static GPtrArray *
find_remainders (const ParleyRounding *rounding, double most_work)
{
  g_autoptr(GPtrArray) all
      = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_remainders_free);

  for (guint d = 0; d < rounding->grid->n_dims; d++)
    {
      ParleyRemainders *remainders = parley_remainders_new (rounding, d, most_work);

      if (remainders == NULL)
        return NULL;
      g_ptr_array_add (all, remainders);
    }
  return g_steal_pointer (&all);
}

static ParleyBracket
bracket_from (const ParleyRounding *rounding, double work, mpz_srcptr total)
{
  g_autofree double *cells = parley_grid_walk (rounding->grid);
  g_autofree gint32 *enough = g_new (gint32, rounding->grid->n_dims);
  g_autoptr(GPtrArray) remainders = find_remainders (rounding, work / WORK_PARTS);
  Reading reading = { rounding, cells, remainders, enough };

  return read_bracket (&reading, total);
}

gboolean
parley_bracket (const ParleyView *view, mpz_srcptr total, double work, ParleyBracket *bracket)
{
  g_auto(ParleyLease) lease = { 0 };
  g_autoptr(ParleyView) floors = parley_view_new_floors (view);
  g_autofree guint *order = g_new (guint, MAX (1, view->space->domain->n_axes));
  g_autoptr(ParleyDiagram) diagram = NULL;
  g_autoptr(ParleyRounding) rounding = NULL;
  double bytes = 0, additions = 0;

  parley_plan_narrow_order (floors, order);
  diagram = parley_plan_shared_diagram (floors, order, &lease, NULL);
  if (diagram == NULL)
    return FALSE;
  *bracket = (ParleyBracket){ 0, 0 };
  if (diagram->empty)
    return TRUE;
  rounding = parley_rounding_new_finest (floors, diagram, work);
  if (rounding == NULL)
    return FALSE;
  parley_grid_fit (rounding->grid, &bytes, &additions);
  parley_lease_take (&lease, view->room, (gsize) bytes);
  *bracket = bracket_from (rounding, work, total);
  return TRUE;
}

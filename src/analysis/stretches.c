/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stretches.h"

#include <math.h>

ParleyStretches *
parley_stretches_new (const ParleyTerms *numbers)
{
  ParleyStretches *self = g_new0 (ParleyStretches, 1);

  self->n = numbers->intervals->len;
  self->each = g_new (ParleyStretch, self->n);
  for (guint i = 0; i < self->n; i++)
    {
      const ParleyInterval *interval = &g_array_index (numbers->intervals, ParleyInterval, i);

      self->each[i].low = parley_exact_to_double (interval->low);
      self->each[i].high = parley_exact_to_double (interval->high);
    }
  return self;
}

void
parley_stretches_free (ParleyStretches *self)
{
  if (self == NULL)
    return;
  g_free (self->each);
  g_free (self);
}

double
parley_stretches_distance (const ParleyStretches *self, double x)
{
  double least = INFINITY;

  for (guint i = 0; i < self->n; i++)
    {
      double low = self->each[i].low;
      double high = self->each[i].high;

      least = MIN (least, x < low ? low - x : x > high ? x - high : 0.0);
    }
  return least;
}

void
parley_stretches_span (const ParleyStretches *self, double *low, double *high)
{
  *low = INFINITY;
  *high = -INFINITY;
  for (guint i = 0; i < self->n; i++)
    {
      *low = MIN (*low, self->each[i].low);
      *high = MAX (*high, self->each[i].high);
    }
}

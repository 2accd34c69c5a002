/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stretches.h"

#include <math.h>

ParleyStretches *
parley_stretches_new (const ParleyTerms *numbers)
{
  ParleyStretches *self = g_new0 (ParleyStretches, 1);

  self->n = numbers->intervals->len;
  self->ends = g_new (double, 2 * self->n);
  for (guint i = 0; i < self->n; i++)
    {
      const ParleyInterval *interval = &g_array_index (numbers->intervals, ParleyInterval, i);

      self->ends[2 * i] = parley_exact_to_double (interval->low);
      self->ends[2 * i + 1] = parley_exact_to_double (interval->high);
    }
  return self;
}

void
parley_stretches_free (ParleyStretches *self)
{
  if (self == NULL)
    return;
  g_free (self->ends);
  g_free (self);
}

double
parley_stretches_distance (const ParleyStretches *self, double x)
{
  double least = INFINITY;

  for (guint i = 0; i < self->n; i++)
    {
      double low = self->ends[2 * i];
      double high = self->ends[2 * i + 1];

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
      *low = MIN (*low, self->ends[2 * i]);
      *high = MAX (*high, self->ends[2 * i + 1]);
    }
}

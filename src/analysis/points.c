/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/points.h"

#include <gsl/gsl_qrng.h>
#include <math.h>

#include "base/random.h"

/* GSL's sequence has 40 coordinates, and a pair takes two for one. */
#define MOST_SPREAD 20

struct _ParleyPoints
{
  guint     n;
  guint     n_spread; /* of them those in the sequence */
  guint64   seed;
  gsize     next; /* of the random points */
  gsl_qrng *sequence;
  double   *shift;       /* [2 * n_spread] */
  double   *coordinates; /* likewise: of the sequence */
  guint32  *random;      /* [2 * n] */
};

ParleyPoints *
parley_points_new (guint n, guint64 seed, gsize shift, gsize first)
{
  ParleyPoints *self = g_new0 (ParleyPoints, 1);

  self->n = n;
  self->n_spread = MIN (n, MOST_SPREAD);
  self->seed = seed;
  self->next = first;
  self->sequence = gsl_qrng_alloc (gsl_qrng_sobol, 2 * self->n_spread);
  self->shift = g_new (double, 2 * self->n_spread);
  self->coordinates = g_new (double, 2 * self->n_spread);
  self->random = g_new (guint32, 2 * n);
  parley_random_fill (seed, shift, PARLEY_RANDOM_SHIFTS, 2 * self->n_spread, self->random);
  for (guint i = 0; i < 2 * self->n_spread; i++)
    self->shift[i] = parley_random_unit (self->random[i]);
  return self;
}

void
parley_points_free (ParleyPoints *self)
{
  if (self == NULL)
    return;
  gsl_qrng_free (self->sequence);
  g_free (self->shift);
  g_free (self->coordinates);
  g_free (self->random);
  g_free (self);
}

/* Coordinate @i of the sequence, moved. */
static double
shifted (const ParleyPoints *self, guint i)
{
  double sum = self->coordinates[i] + self->shift[i];

  return sum - floor (sum);
}

void
parley_points_next (ParleyPoints *self, double *a, double *b)
{
  gsl_qrng_get (self->sequence, self->coordinates);
  if (self->n_spread < self->n)
    parley_random_fill (self->seed, self->next++, PARLEY_RANDOM_SHIFTS, 2 * self->n, self->random);
  for (guint i = 0; i < self->n; i++)
    {
      gboolean spread = i < self->n_spread;

      a[i] = spread ? shifted (self, i) : parley_random_unit (self->random[i]);
      b[i] = spread ? shifted (self, self->n_spread + i)
                    : parley_random_unit (self->random[self->n + i]);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/simplex.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_multimin.h>

#define MOST_ITERATIONS 150 /* and as many more for each variable beyond the first */

/* Where simplexes end, in steps: a tenth of what places are rounded to. */
#define SIZE 1e-4

/* Variables count in steps, so that all are of a size. */
typedef struct
{
  const ParleyMerit *merit;
  const double      *from;
  double            *x;
} Walk;

static const double *
place_of (const Walk *self, const gsl_vector *steps)
{
  const ParleyContinuum *continuum = parley_merit_continuum (self->merit);

  for (guint v = 0; v < parley_continuum_n (continuum); v++)
    self->x[v] = self->from[v]
                 + gsl_vector_get (steps, v) * parley_continuum_variable (continuum, v)->step;
  return self->x;
}

static double
loss_at (const gsl_vector *steps, void *walk)
{
  const Walk *self = walk;

  return -parley_merit_at (self->merit, place_of (self, steps));
}

static void
shrink (gsl_multimin_fminimizer *simplex, guint n)
{
  for (guint i = 0; i < MOST_ITERATIONS * n; i++)
    if (gsl_multimin_fminimizer_iterate (simplex) != GSL_SUCCESS
        || gsl_multimin_fminimizer_size (simplex) < SIZE)
      return;
}

void
parley_simplex_search (const ParleyMerit *merit,
                       const double      *from,
                       const double      *steps,
                       ParleyPeaks       *peaks)
{
  guint n = parley_continuum_n (parley_merit_continuum (merit));
  g_autofree double *x = g_new (double, n);
  Walk walk = { merit, from, x };
  gsl_multimin_function function = { loss_at, n, &walk };
  gsl_multimin_fminimizer *simplex
      = gsl_multimin_fminimizer_alloc (gsl_multimin_fminimizer_nmsimplex2, n);
  gsl_vector *start = gsl_vector_calloc (n);
  gsl_vector_const_view sizes = gsl_vector_const_view_array (steps, n);

  if (simplex != NULL && start != NULL
      && gsl_multimin_fminimizer_set (simplex, &function, start, &sizes.vector) == GSL_SUCCESS)
    {
      double merit_there = 0;

      shrink (simplex, n);
      merit_there = -gsl_multimin_fminimizer_minimum (simplex);
      if (parley_merit_is_acceptable (merit_there))
        parley_peaks_add (peaks, place_of (&walk, gsl_multimin_fminimizer_x (simplex)),
                          merit_there);
    }
  if (start != NULL)
    gsl_vector_free (start);
  if (simplex != NULL)
    gsl_multimin_fminimizer_free (simplex);
}

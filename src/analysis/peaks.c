/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/peaks.h"

#include <math.h>

ParleyPeaks *
parley_peaks_new (const ParleyContinuum *continuum, guint n_most)
{
  ParleyPeaks *self = g_new0 (ParleyPeaks, 1);

  self->n_most = n_most;
  self->n_variables = parley_continuum_n (continuum);
  self->places = g_ptr_array_new_with_free_func (g_free);
  self->close = g_new (double, self->n_variables);
  for (guint v = 0; v < self->n_variables; v++)
    self->close[v] = parley_exact_to_double (parley_continuum_variable (continuum, v)->unit);
  return self;
}

void
parley_peaks_free (ParleyPeaks *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->places);
  g_free (self->close);
  g_free (self);
}

double
parley_peaks_merit (const ParleyPeaks *self, guint index)
{
  return ((const double *) g_ptr_array_index (self->places, index))[self->n_variables];
}

static gboolean
are_close (const ParleyPeaks *self, const double *a, const double *b)
{
  for (guint v = 0; v < self->n_variables; v++)
    if (fabs (a[v] - b[v]) >= self->close[v])
      return FALSE;
  return TRUE;
}

void
parley_peaks_add (ParleyPeaks *self, const double *x, double merit)
{
  guint at = 0;
  double *place = NULL;

  while (at < self->places->len && parley_peaks_merit (self, at) >= merit)
    if (are_close (self, g_ptr_array_index (self->places, at++), x))
      return;
  if (at == self->n_most)
    return;
  place = g_new (double, self->n_variables + 1);
  for (guint v = 0; v < self->n_variables; v++)
    place[v] = x[v];
  place[self->n_variables] = merit;
  g_ptr_array_insert (self->places, (int) at, place);
  for (guint i = self->places->len - 1; i > at; i--)
    if (i >= self->n_most || are_close (self, g_ptr_array_index (self->places, i), x))
      g_ptr_array_remove_index (self->places, i);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/track.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

/* What is left out at each end of an interval. */
#define TAIL 0.025

void
parley_track_add (ParleyTrack *self, double low, double high, gboolean yes)
{
  double least = yes ? low : 1 - high; /* that was given to what happened */
  double most = yes ? high : 1 - low;
  double given = (least + most) / 2;

  self->n_right += least > 0.5;
  self->n_neither += least <= 0.5 && most >= 0.5;
  self->brier = (self->brier * self->n + (1 - given) * (1 - given)) / (self->n + 1);
  self->log_score = (self->log_score * self->n - log2 (given)) / (self->n + 1);
  self->n++;
}

void
parley_track_interval (guint n_right, guint n, double *low, double *high)
{
  g_return_if_fail (n_right <= n);

  *low = n_right == 0 ? 0 : gsl_cdf_beta_Pinv (TAIL, n_right, n - n_right + 1);
  *high = n_right == n ? 1 : gsl_cdf_beta_Qinv (TAIL, n_right + 1, n - n_right);
}

/* All right, the low end is the n-th root of the tail. */
guint
parley_track_needed (double share)
{
  guint n = 1;

  if (share >= 1)
    return 0;
  if (share > 0)
    n = (guint) MAX (1, floor (log (TAIL) / log (share)));
  while (pow (TAIL, 1.0 / n) <= share)
    n++;
  return n;
}

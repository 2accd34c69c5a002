/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/line_search.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_min.h>

#define N_INSIDE     7
#define N_PLACES     (N_INSIDE + 4)
#define MOST_BRENT   60

/* A thousandth of what places are rounded to. */
#define PRECISION 1e-3

typedef struct
{
  const ParleyMerit *merit;
  guint              variable;
  double            *x; /* all variables; this one moves */
  double             unit;
  ParleyPeaks       *peaks;
} Line;

static double
merit_at (const Line *self, double t)
{
  self->x[self->variable] = t;
  return parley_merit_at (self->merit, self->x);
}

static double
loss_at (double t, void *line)
{
  return -merit_at (line, t);
}

static void
note (const Line *self, double t, double merit)
{
  self->x[self->variable] = t;
  if (parley_merit_is_acceptable (merit))
    parley_peaks_add (self->peaks, self->x, merit);
}

/* The places at which a piece is looked at, ascending. Returns: how many. */
static guint
lay_out (const Line *self, double low, double high, double *places)
{
  guint n = 0;

  places[n++] = low;
  if (high - low > (N_INSIDE + 3) * self->unit)
    {
      places[n++] = low + self->unit;
      for (guint i = 1; i <= N_INSIDE; i++)
        places[n++] = low + (high - low) * i / (N_INSIDE + 1);
      places[n++] = high - self->unit;
    }
  else if (high > low)
    places[n++] = low + (high - low) / 2;
  if (high > low)
    places[n++] = high;
  return n;
}

/* Narrows a bracket: the middle is better than both ends. */
static void
narrow (Line *self, const double *places, const double *merits)
{
  gsl_function function = { loss_at, self };
  gsl_min_fminimizer *brent = gsl_min_fminimizer_alloc (gsl_min_fminimizer_brent);
  int status
      = brent == NULL
            ? GSL_ENOMEM
            : gsl_min_fminimizer_set_with_values (brent, &function, places[1], -merits[1],
                                                  places[0], -merits[0], places[2], -merits[2]);

  for (guint i = 0; status == GSL_SUCCESS && i < MOST_BRENT; i++)
    {
      status = gsl_min_fminimizer_iterate (brent);
      if (gsl_min_fminimizer_x_upper (brent) - gsl_min_fminimizer_x_lower (brent)
          < PRECISION * self->unit)
        break;
    }
  if (brent != NULL && status != GSL_EINVAL)
    note (self, gsl_min_fminimizer_x_minimum (brent), -gsl_min_fminimizer_f_minimum (brent));
  gsl_min_fminimizer_free (brent);
}

static void
search_piece (Line *self, double low, double high)
{
  double places[N_PLACES] = { 0 }, merits[N_PLACES] = { 0 };
  guint n = lay_out (self, low, high, places);
  guint best = 0;

  for (guint i = 0; i < n; i++)
    {
      merits[i] = merit_at (self, places[i]);
      if (merits[i] > merits[best])
        best = i;
    }
  note (self, places[best], merits[best]);
  if (best > 0 && best + 1 < n && merits[best] > merits[best + 1])
    narrow (self, &places[best - 1], &merits[best - 1]);
}

void
parley_line_search (const ParleyMerit *merit,
                    const double *from,
                    guint variable,
                    ParleyPeaks *peaks)
{
  const ParleyContinuum *continuum = parley_merit_continuum (merit);
  g_autoptr(GArray) breaks = parley_continuum_breaks (continuum, from, variable);
  g_autofree double *x = g_memdup2 (from, parley_continuum_n (continuum) * sizeof *from);
  Line line
      = { .merit = merit,
          .variable = variable,
          .x = x,
          .unit = parley_exact_to_double (parley_continuum_variable (continuum, variable)->unit),
          .peaks = peaks };

  for (guint i = 0; i + 1 < breaks->len; i++)
    search_piece (&line, g_array_index (breaks, double, i), g_array_index (breaks, double, i + 1));
}

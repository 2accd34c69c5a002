/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/climb.h"

#include <gsl/gsl_qrng.h>
#include <math.h>

#include "analysis/line_search.h"
#include "analysis/simplex.h"

#define MOST_TURNS 6

/* A turn that gains less, in points or as a share of the merit, is the last. */
#define LEAST_GAIN 1e-9

/* Up to here simplexes start towards every corner of the cell around a place. */
#define MOST_CORNERS 8

/* How far they reach at first, in steps. */
static const double sizes[] = { 2, 0.4 };

/* How many places all over the scales are looked at, and of how many a simplex starts. */
#define N_SCATTERED 256
#define MOST_AFAR   4

/* Up to so many, all places are looked at whose variables are all at marks. */
#define MOST_MARKED 4096

/* With more variables simplexes find little, and take time that grows with their cube; then
 * each variable is searched alone. */
#define MOST_TOGETHER 40

/* Whether a simplex towards corner @corner goes up in @variable. */
static gboolean
goes_up (guint corner, guint variable, gboolean every_corner)
{
  if (every_corner)
    return (corner >> variable & 1) == 0;
  /* All up, all down, and both ways in turns. */
  return corner < 2 ? corner == 0 : (variable + corner) % 2 == 0;
}

static void
search_with_simplexes (const ParleyMerit *merit, ParleyPeaks *peaks)
{
  guint n = parley_continuum_n (parley_merit_continuum (merit));
  gboolean every_corner = n < 32 && (1u << n) <= MOST_CORNERS;
  guint n_corners = every_corner ? 1u << n : 4;
  g_autofree double *steps = g_new (double, n);

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (guint corner = 0; corner < n_corners; corner++)
      {
        g_autofree double *from
            = g_memdup2 (g_ptr_array_index (peaks->places, 0), n * sizeof *from);

        for (guint v = 0; v < n; v++)
          steps[v] = goes_up (corner, v, every_corner) ? sizes[s] : -sizes[s];
        parley_simplex_search (merit, from, steps, peaks);
      }
}

/* Spreads @places (in shares of each scale, from 0 to 1) over the scales. */
static void
spread (const ParleyContinuum *continuum, double *places)
{
  for (guint v = 0; v < parley_continuum_n (continuum); v++)
    {
      double low = 0, high = 0;

      parley_stretches_span (parley_continuum_variable (continuum, v)->stretches, &low, &high);
      places[v] = low + (high - low) * places[v];
    }
}

/* The best of some places all over the scales, laid out evenly and without chance (J. Halton,
 * "On the efficiency of certain quasi-random sequences of points in evaluating
 * multi-dimensional integrals", Numerische Mathematik 2, 1960, by GSL): there may be
 * something better far from where the search began. */
static ParleyPeaks *
look_around (const ParleyMerit *merit)
{
  const ParleyContinuum *continuum = parley_merit_continuum (merit);
  guint n = parley_continuum_n (continuum);
  ParleyPeaks *afar = parley_peaks_new (continuum, MOST_AFAR);
  g_autofree double *x = g_new (double, n);
  gsl_qrng *sequence = gsl_qrng_alloc (gsl_qrng_halton, n);

  for (guint i = 0; sequence != NULL && i < N_SCATTERED; i++)
    {
      double there = 0;

      gsl_qrng_get (sequence, x);
      spread (continuum, x);
      there = parley_merit_at (merit, x);
      if (parley_merit_is_acceptable (there))
        parley_peaks_add (afar, x, there);
    }
  if (sequence != NULL)
    gsl_qrng_free (sequence);
  return afar;
}

/* How many places have a mark for every variable; 0 when these are too many. */
static guint
count_marked (const ParleyContinuum *continuum)
{
  guint n_places = 1;

  for (guint v = 0; v < parley_continuum_n (continuum); v++)
    {
      n_places *= parley_continuum_variable (continuum, v)->marks->len;
      if (n_places > MOST_MARKED)
        return 0;
    }
  return n_places;
}

/* Whether variables are also moved together. */
static gboolean
moves_together (const ParleyContinuum *continuum)
{
  guint n = parley_continuum_n (continuum);

  return n > 1 && n <= MOST_TOGETHER;
}

/* Where every variable is at a mark, much begins and ends: a place may stand alone. */
static void
look_at_marks (const ParleyMerit *merit, ParleyPeaks *peaks)
{
  const ParleyContinuum *continuum = parley_merit_continuum (merit);
  g_autofree double *x = g_new (double, parley_continuum_n (continuum));
  guint n_places = count_marked (continuum);

  for (guint i = 0; i < n_places; i++)
    {
      guint rest = i;
      double there = 0;

      for (guint v = 0; v < parley_continuum_n (continuum); v++)
        {
          const GPtrArray *marks = parley_continuum_variable (continuum, v)->marks;

          x[v] = parley_exact_to_double (g_ptr_array_index (marks, rest % marks->len));
          rest /= marks->len;
        }
      there = parley_merit_at (merit, x);
      if (parley_merit_is_acceptable (there))
        parley_peaks_add (peaks, x, there);
    }
}

static void
search_from_afar (const ParleyMerit *merit, ParleyPeaks *peaks)
{
  guint n = parley_continuum_n (parley_merit_continuum (merit));
  g_autoptr(ParleyPeaks) afar = look_around (merit);
  g_autofree double *steps = g_new (double, n);

  for (guint v = 0; v < n; v++)
    steps[v] = 1;
  for (guint i = 0; i < afar->places->len; i++)
    parley_simplex_search (merit, g_ptr_array_index (afar->places, i), steps, peaks);
}

static void
search_along_variables (const ParleyMerit *merit, ParleyPeaks *peaks)
{
  guint n = parley_continuum_n (parley_merit_continuum (merit));

  for (guint v = 0; v < n; v++)
    {
      g_autofree double *from = g_memdup2 (g_ptr_array_index (peaks->places, 0), n * sizeof *from);

      parley_line_search (merit, from, v, peaks);
    }
}

/* Where the best place is one of many as good, others have shorter numbers: each variable
 * in turn goes to the nearest tenth of its step, and the others follow. */
static void
search_near_short_numbers (const ParleyMerit *merit, ParleyPeaks *peaks)
{
  const ParleyContinuum *continuum = parley_merit_continuum (merit);
  guint n = parley_continuum_n (continuum);
  g_autofree double *best = g_memdup2 (g_ptr_array_index (peaks->places, 0), n * sizeof *best);

  for (guint v = 0; v < n; v++)
    {
      g_autofree double *from = g_memdup2 (best, n * sizeof *from);
      double tenth = 100 * parley_exact_to_double (parley_continuum_variable (continuum, v)->unit);

      from[v] = round (from[v] / tenth) * tenth;
      for (guint other = 0; other < n; other++)
        if (other != v)
          parley_line_search (merit, from, other, peaks);
    }
}

GPtrArray *
parley_climb (const ParleyMerit *merit, const double *start)
{
  const ParleyContinuum *continuum = parley_merit_continuum (merit);
  g_autoptr(ParleyPeaks) peaks = parley_peaks_new (continuum, PARLEY_MOST_PEAKS);

  parley_peaks_add (peaks, start, parley_merit_at (merit, start));
  look_at_marks (merit, peaks);
  if (moves_together (continuum))
    search_from_afar (merit, peaks);
  for (guint turn = 0; parley_continuum_n (continuum) > 0 && turn < MOST_TURNS; turn++)
    {
      double before = parley_peaks_merit (peaks, 0);

      search_along_variables (merit, peaks);
      if (moves_together (continuum))
        search_with_simplexes (merit, peaks);
      if (parley_peaks_merit (peaks, 0) - before <= LEAST_GAIN * fmax (1, fabs (before)))
        break;
    }
  if (moves_together (continuum))
    search_near_short_numbers (merit, peaks);
  return g_ptr_array_ref (peaks->places);
}

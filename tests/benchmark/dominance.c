/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Counting dominance against comparing pair by pair, in the same run: 10^12 deals, two
 * halves of six issues of ten options each, two to five parties. The first two parties are
 * opposed, and everyone's reservation is half of what could be had. Pairs are compared for a
 * part of the floors, which both must count the same, and the time is extrapolated.
 */

#include <stdio.h>

#include "space/dominance.h"
#include "space/rank.h"

#define N_ISSUES    6
#define N_OPTIONS   10
#define N_ENTRIES   ((gsize) 1000000)
#define N_COMPARED  ((gsize) 100)
#define MOST_POINTS 1000000
#define MOST_DIMS   5
#define SEED        1980

/* What each entry of a half brings to each party, and its rank. */
typedef struct
{
  ParleyScore *scores[MOST_DIMS];
  guint32     *ranks[MOST_DIMS];
} Half;

static void
half_clear (Half *self)
{
  for (guint d = 0; d < MOST_DIMS; d++)
    {
      g_free (self->scores[d]);
      g_free (self->ranks[d]);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Half, half_clear)

/* Of the first two parties, one likes best what the other likes least. */
static void
draw_option (GRand *random, ParleyScore *points, guint n_dims)
{
  double pull = g_rand_double (random);

  for (guint d = 0; d < n_dims; d++)
    {
      double own = g_rand_double (random);
      double want = d == 0 ? pull : 1 - pull;

      points[d] = (ParleyScore) (MOST_POINTS * (d < 2 ? 0.7 * want + 0.3 * own : own));
    }
}

static void
half_init (Half *self, GRand *random, guint n_dims)
{
  ParleyScore points[N_ISSUES][N_OPTIONS][MOST_DIMS];

  for (guint i = 0; i < N_ISSUES; i++)
    for (guint o = 0; o < N_OPTIONS; o++)
      draw_option (random, points[i][o], n_dims);
  for (guint d = 0; d < n_dims; d++)
    {
      self->scores[d] = g_new0 (ParleyScore, N_ENTRIES);
      self->ranks[d] = g_new (guint32, N_ENTRIES);
      for (gsize e = 0; e < N_ENTRIES; e++)
        for (gsize i = 0, rest = e; i < N_ISSUES; i++, rest /= N_OPTIONS)
          self->scores[d][e] += points[i][rest % N_OPTIONS][d];
    }
}

/* What the other half must bring. */
static void
half_turn (Half *self, guint n_dims)
{
  for (guint d = 0; d < n_dims; d++)
    for (gsize e = 0; e < N_ENTRIES; e++)
      self->scores[d][e] = (ParleyScore) N_ISSUES * MOST_POINTS - self->scores[d][e];
}

static double
seconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1e6;
}

static double
time_ranks (const Half *points, const Half *floors, guint n_dims)
{
  gint64 start = g_get_monotonic_time ();

  for (guint d = 0; d < n_dims; d++)
    parley_rank (points->scores[d], N_ENTRIES, floors->scores[d], N_ENTRIES, points->ranks[d],
                 floors->ranks[d]);
  return seconds_since (start);
}

static double
time_counts (const Half *points, const Half *floors, guint n_dims, guint64 *counts)
{
  gint64 start = g_get_monotonic_time ();

  parley_dominance_count ((const guint32 *const *) points->ranks, N_ENTRIES,
                          (const guint32 *const *) floors->ranks, N_ENTRIES, n_dims, counts, NULL);
  return seconds_since (start);
}

static gboolean
reaches (const Half *points, gsize point, const Half *floors, gsize floor, guint n_dims)
{
  for (guint d = 0; d < n_dims; d++)
    if (points->scores[d][point] < floors->scores[d][floor])
      return FALSE;
  return TRUE;
}

/* For as many floors as are compared, spread over all. */
static double
time_pairs (const Half *points, const Half *floors, guint n_dims, guint64 *counts)
{
  gint64 start = g_get_monotonic_time ();

  for (gsize f = 0; f < N_COMPARED; f++)
    {
      counts[f] = 0;
      for (gsize p = 0; p < N_ENTRIES; p++)
        counts[f] += (guint64) reaches (points, p, floors, f * (N_ENTRIES / N_COMPARED), n_dims);
    }
  return seconds_since (start) / N_COMPARED * N_ENTRIES;
}

static gboolean
compare_pairs (const Half *points,
               const Half *floors,
               guint n_dims,
               const guint64 *counts,
               double took)
{
  guint64 by_pairs[N_COMPARED];
  double pairs = time_pairs (points, floors, n_dims, by_pairs);
  gboolean equal = TRUE;

  for (gsize f = 0; f < N_COMPARED; f++)
    equal &= by_pairs[f] == counts[f * (N_ENTRIES / N_COMPARED)];
  printf ("           pairs  %8.0f s, extrapolated  %8.0f times faster\n", pairs, pairs / took);
  return equal;
}

static gboolean
compare (guint n_dims)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (SEED);
  g_autofree guint64 *counts = g_new (guint64, N_ENTRIES);
  g_auto(Half) points = { 0 };
  g_auto(Half) floors = { 0 };
  double ranks = G_MAXDOUBLE;
  double count = G_MAXDOUBLE;
  gboolean equal = TRUE;

  half_init (&points, random, n_dims);
  half_init (&floors, random, n_dims);
  half_turn (&floors, n_dims);

  /* At first the system must find the memory, which can take longer than all else. */
  for (guint round = 0; round < 3; round++)
    {
      double ranked = time_ranks (&points, &floors, n_dims);
      double counted = time_counts (&points, &floors, n_dims, counts);

      ranks = MIN (ranks, ranked);
      count = MIN (count, counted);
    }
  printf ("%u parties  ranks  %8.2f s, counts %5.2f s\n", n_dims, ranks, count);
  equal &= compare_pairs (&points, &floors, n_dims, counts, ranks + count);
  return equal;
}

int
main (void)
{
  gboolean equal = TRUE;

  for (guint n_dims = 2; n_dims <= MOST_DIMS; n_dims++)
    equal &= compare (n_dims);
  return equal ? 0 : 1;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/pareto_filter.h"

#include <string.h>

#include "space/dominance.h"
#include "space/rank.h"
#include "space/sieve.h"

/* From so many points on it is quicker to count who dominates than to compare pairs. */
#define MANY_POINTS 200

/* Points of the second and third dimension that no other reaches: the second falls, the
 * third rises. What a point must beat not to be dominated. */
typedef struct
{
  gsize        n;
  gsize        n_allocated;
  ParleyScore *pairs; /* [2 * step] */
} Staircase;

/* The first step whose second dimension is at most @y. */
static gsize
find_step (const Staircase *self, ParleyScore y)
{
  gsize low = 0;
  gsize high = self->n;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (self->pairs[2 * middle] > y)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
is_below (const Staircase *self, ParleyScore y, ParleyScore z)
{
  gsize at = find_step (self, y);

  /* Of the steps with at least y, the last has the highest z. */
  if (at < self->n && self->pairs[2 * at] == y)
    at++;
  return at > 0 && self->pairs[2 * at - 1] >= z;
}

static void
raise_step (Staircase *self, ParleyScore y, ParleyScore z)
{
  gsize from = find_step (self, y);
  gsize to = from;

  if (is_below (self, y, z))
    return;
  while (to < self->n && self->pairs[2 * to + 1] <= z)
    to++;
  if (self->n == self->n_allocated)
    {
      self->n_allocated = MAX (16, 2 * self->n_allocated);
      self->pairs = g_renew (ParleyScore, self->pairs, 2 * self->n_allocated);
    }
  memmove (self->pairs + 2 * (from + 1), self->pairs + 2 * to,
           2 * (self->n - to) * sizeof *self->pairs);
  self->n = self->n - (to - from) + 1;
  self->pairs[2 * from] = y;
  self->pairs[2 * from + 1] = z;
}

/* The points with the same objectives as the one at @first: [first, end). */
static gsize
end_of_group (const ParleyFront *self, gsize first, guint n_objectives)
{
  gsize end = first + 1;

  while (end < self->n
         && parley_front_compare (parley_front_point (self, first), parley_front_point (self, end),
                                  n_objectives)
                == 0)
    end++;
  return end;
}

static ParleyScore
score_or_0 (const ParleyScore *scores, guint n_dims, guint dim)
{
  return dim < n_dims ? scores[dim] : 0;
}

static void
keep_point (ParleyFront *self, gsize from, gsize to)
{
  memmove (self->scores + to * self->n_dims, self->scores + from * self->n_dims,
           self->n_dims * sizeof *self->scores);
  self->n_paths[to] = self->n_paths[from];
}

/* Up to three dimensions: all points before have at least as much of the first. */
static void
filter_by_staircase (ParleyFront *self, guint n_objectives)
{
  Staircase steps = { 0 };
  guint n_dims = self->n_dims;
  gsize kept = 0;

  for (gsize first = 0; first < self->n;)
    {
      gsize end = end_of_group (self, first, n_objectives);
      gsize group = kept;

      for (gsize i = first; i < end; i++)
        {
          const ParleyScore *scores = parley_front_point (self, i);

          if (!is_below (&steps, score_or_0 (scores, n_dims, 1), score_or_0 (scores, n_dims, 2)))
            keep_point (self, i, kept++);
        }
      for (gsize i = group; i < kept; i++)
        {
          const ParleyScore *scores = parley_front_point (self, i);

          raise_step (&steps, score_or_0 (scores, n_dims, 1), score_or_0 (scores, n_dims, 2));
        }
      first = end;
    }
  self->n = kept;
  g_free (steps.pairs);
}

static gboolean
reaches_all (const ParleyScore *a, const ParleyScore *b, guint n_dims)
{
  for (guint d = 1; d < n_dims; d++)
    if (a[d] < b[d])
      return FALSE;
  return TRUE;
}

/* Any number of dimensions. */
static void
filter_by_pairs (ParleyFront *self, guint n_objectives)
{
  gsize kept = 0;

  for (gsize first = 0; first < self->n;)
    {
      gsize end = end_of_group (self, first, n_objectives);
      gsize group = kept;

      for (gsize i = first; i < end; i++)
        {
          gboolean dominated = FALSE;

          for (gsize k = group; k-- > 0 && !dominated;)
            dominated = reaches_all (parley_front_point (self, k), parley_front_point (self, i),
                                     self->n_dims);
          if (!dominated)
            keep_point (self, i, kept++);
        }
      first = end;
    }
  self->n = kept;
}

/* What every point is worth in @dim, in ranks that compare alike. */
static guint32 *
ranks_of (const ParleyFront *front, guint dim)
{
  g_autofree ParleyScore *column = g_new (ParleyScore, front->n);
  g_autofree guint32 *same = g_new (guint32, front->n);
  guint32 *ranks = g_new (guint32, front->n);

  for (gsize i = 0; i < front->n; i++)
    column[i] = parley_front_point (front, i)[dim];
  parley_rank (column, front->n, column, front->n, same, ranks);
  /* A score reaches itself, so as a point and as a floor it has the same rank. */
  return ranks;
}

/* The points [first, first + n) by their ranks in dimensions from @from_dim on: how many of
 * them reach each in all of these, itself included. */
static void
count_reaching (guint32 *const *ranks,
                guint from_dim,
                guint n_dims,
                gsize first,
                gsize n,
                guint64 *counts)
{
  g_autofree const guint32 **columns = g_new (const guint32 *, n_dims);

  for (guint d = from_dim; d < n_dims; d++)
    columns[d - from_dim] = ranks[d] + first;
  parley_dominance_count (columns, n, columns, n, n_dims - from_dim, counts, NULL);
}

/* The same for the points [first, end) of one group, whose objectives are equal. */
static void
count_in_group (const ParleyFront *front,
                guint32 *const *ranks,
                guint n_objectives,
                gsize first,
                gsize end,
                guint64 *counts)
{
  if (end - first >= MANY_POINTS)
    {
      count_reaching (ranks, n_objectives, front->n_dims, first, end - first, counts);
      return;
    }
  for (gsize i = first; i < end; i++)
    {
      counts[i - first] = 0;
      for (gsize k = first; k < end; k++)
        counts[i - first] += (guint64) reaches_all (parley_front_point (front, k),
                                                    parley_front_point (front, i), front->n_dims);
    }
}

/* Drops what few points dominate, of the front and of the @ranks. */
static void
sieve (ParleyFront *self, guint n_objectives, guint32 *const *ranks)
{
  g_autofree guint32 *rows = g_new (guint32, self->n);
  gsize n
      = parley_sieve ((const guint32 *const *) ranks, self->n, self->n_dims, n_objectives, rows);

  for (gsize i = 0; i < n; i++)
    {
      keep_point (self, rows[i], i);
      for (guint d = 0; d < self->n_dims; d++)
        ranks[d][i] = ranks[d][rows[i]];
    }
  self->n = n;
}

/* Whatever reaches a point and has other objectives dominates it. */
static void
filter_by_counting (ParleyFront *self, guint n_objectives)
{
  g_autofree guint32 **ranks = g_new (guint32 *, self->n_dims);
  g_autofree guint64 *reaching = g_new (guint64, self->n);
  g_autofree guint64 *in_group = g_new (guint64, self->n);
  gsize kept = 0;

  for (guint d = 0; d < self->n_dims; d++)
    ranks[d] = ranks_of (self, d);
  sieve (self, n_objectives, ranks);
  count_reaching (ranks, 0, self->n_dims, 0, self->n, reaching);
  for (gsize first = 0; first < self->n;)
    {
      gsize end = end_of_group (self, first, n_objectives);

      count_in_group (self, ranks, n_objectives, first, end, in_group + first);
      first = end;
    }
  for (gsize i = 0; i < self->n; i++)
    if (reaching[i] == in_group[i])
      keep_point (self, i, kept++);
  self->n = kept;
  for (guint d = 0; d < self->n_dims; d++)
    g_free (ranks[d]);
}

void
parley_front_filter (ParleyFront *front, guint n_objectives)
{
  if (n_objectives == 0 || front->n < 2)
    return;
  if (front->n_dims <= 3)
    filter_by_staircase (front, n_objectives);
  else if (front->n < MANY_POINTS)
    filter_by_pairs (front, n_objectives);
  else
    filter_by_counting (front, n_objectives);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/dominance.h"

#include <string.h>

#include "space/cloud.h"
#include "space/dominance_bits.h"
#include "space/rank_tree.h"

/* Gaps between ranks are closed when the ranks span more than this many times the number
 * of points: it costs about as much as a split, and every split halves the points. */
#define SPARSE 4

/* What the subproblems share. */
typedef struct
{
  guint64       *of_floors;
  guint64       *of_points; /* (nullable) */
  ParleyRankTree tree;
  guint32       *places; /* [rank]: for closing gaps */
  guint32       *spare;  /* [row]: for splits */
  guint64       *tables; /* for bits */
} Work;

static void solve (Work *work, ParleyCloud *points, ParleyCloud *floors);

/* Replaces the ranks in @dim, of points and floors alike, by how many different ranks of
 * points are below them: they compare as before, and no rank is left out. */
static void
close_gaps (Work *work, ParleyCloud *points, ParleyCloud *floors, guint dim)
{
  ParleyRankRange range = parley_cloud_range (points, dim);
  guint32 *places = work->places;
  gsize n = (gsize) (range.highest - range.lowest) + 1;
  guint32 place = 0;

  memset (places, 0, n * sizeof *places);
  for (gsize i = 0; i < points->n; i++)
    places[points->ranks[dim][i] - range.lowest] = 1;
  for (gsize i = 0; i < n; i++)
    {
      guint32 is_taken = places[i];

      places[i] = place;
      place += is_taken;
    }
  places[n] = place;

  for (gsize i = 0; i < points->n; i++)
    points->ranks[dim][i] = places[points->ranks[dim][i] - range.lowest];
  for (gsize i = 0; i < floors->n; i++)
    {
      guint32 rank = CLAMP (floors->ranks[dim][i], range.lowest, range.highest + 1);

      floors->ranks[dim][i] = places[rank - range.lowest];
    }
}

/* Without dimensions: every point reaches every floor. */
static void
count_all (Work *work, const ParleyCloud *points, const ParleyCloud *floors)
{
  for (gsize i = 0; i < floors->n; i++)
    work->of_floors[floors->entries[i]] += points->n;
  for (gsize i = 0; work->of_points != NULL && i < points->n; i++)
    work->of_points[points->entries[i]] += floors->n;
}

/* In one dimension: the lower the floor, the more points reach it. */
static void
count_one (Work *work, const ParleyCloud *points, const ParleyCloud *floors)
{
  gsize n_below = 0, n_reached = 0;

  for (gsize i = 0; i < floors->n; i++)
    {
      while (n_below < points->n && points->ranks[0][n_below] < floors->ranks[0][i])
        n_below++;
      work->of_floors[floors->entries[i]] += points->n - n_below;
    }
  for (gsize i = 0; work->of_points != NULL && i < points->n; i++)
    {
      while (n_reached < floors->n && floors->ranks[0][n_reached] <= points->ranks[0][i])
        n_reached++;
      work->of_points[points->entries[i]] += n_reached;
    }
}

/* In two, from the highest of one dimension down: a tree tells how many of the points so far
 * reach a floor in the other one too. */
static void
count_down (Work *work, const ParleyCloud *points, const ParleyCloud *floors, ParleyRankRange range)
{
  gsize left = points->n;

  parley_rank_tree_reset (&work->tree, (gsize) (range.highest - range.lowest) + 1);
  for (gsize i = floors->n; i-- > 0;)
    {
      guint32 rank = CLAMP (floors->ranks[1][i], range.lowest, range.highest + 1);

      for (; left > 0 && points->ranks[0][left - 1] >= floors->ranks[0][i]; left--)
        parley_rank_tree_add (&work->tree, points->ranks[1][left - 1] - range.lowest);
      work->of_floors[floors->entries[i]]
          += parley_rank_tree_reaching (&work->tree, rank - range.lowest);
    }
}

/* From the lowest up: how many of the floors so far, the lowest first, a point reaches. */
static void
count_up (Work *work, const ParleyCloud *points, const ParleyCloud *floors, ParleyRankRange range)
{
  guint32 above = range.highest + 1;
  gsize next = 0;

  parley_rank_tree_reset (&work->tree, (gsize) (above - range.lowest) + 1);
  for (gsize i = 0; i < points->n; i++)
    {
      for (; next < floors->n && floors->ranks[0][next] <= points->ranks[0][i]; next++)
        parley_rank_tree_add (&work->tree,
                              above - CLAMP (floors->ranks[1][next], range.lowest, above));
      work->of_points[points->entries[i]]
          += parley_rank_tree_reaching (&work->tree, above - points->ranks[1][i]);
    }
}

static void
count_two (Work *work, const ParleyCloud *points, const ParleyCloud *floors)
{
  ParleyRankRange range = parley_cloud_range (points, 1);

  count_down (work, points, floors, range);
  if (work->of_points != NULL)
    count_up (work, points, floors, range);
}

static void
count_bits (Work *work, ParleyCloud *points, ParleyCloud *floors)
{
  for (guint d = 1; d < points->n_dims; d++)
    close_gaps (work, points, floors, d);
  parley_dominance_count_bits (points, floors, work->tables, work->of_floors, work->of_points);
}

/* The upper points against the lower floors, in the other dimensions. */
static void
solve_across (Work *work, const ParleyCloud *points, const ParleyCloud *floors)
{
  g_auto(ParleyCloud) upper = { 0 };
  g_auto(ParleyCloud) lower = { 0 };
  guint last = points->n_dims - 1;

  if (points->n == 0 || floors->n == 0)
    return;
  parley_cloud_init_without (&upper, points, last);
  parley_cloud_init_without (&lower, floors, last);
  solve (work, &upper, &lower);
}

/* Splits by the last dimension, in the middle of the points' ranks there. */
static void
divide (Work *work, ParleyCloud *points, ParleyCloud *floors)
{
  guint last = points->n_dims - 1;
  ParleyRankRange range = parley_cloud_range (points, last);
  guint32 middle = range.lowest + (range.highest - range.lowest) / 2 + 1;
  gsize n_points = parley_cloud_split (points, last, middle, work->spare);
  gsize n_floors = parley_cloud_split (floors, last, middle, work->spare);
  g_auto(ParleyCloud) lower_points = { 0 };
  g_auto(ParleyCloud) lower_floors = { 0 };
  g_auto(ParleyCloud) upper_points = { 0 };
  g_auto(ParleyCloud) upper_floors = { 0 };

  parley_cloud_init_slice (&lower_points, points, 0, n_points);
  parley_cloud_init_slice (&lower_floors, floors, 0, n_floors);
  parley_cloud_init_slice (&upper_points, points, n_points, points->n - n_points);
  parley_cloud_init_slice (&upper_floors, floors, n_floors, floors->n - n_floors);

  solve_across (work, &upper_points, &lower_floors);
  solve (work, &lower_points, &lower_floors);
  solve (work, &upper_points, &upper_floors);
}

/* Drops the dimensions in which every point reaches every floor. FALSE when there is one
 * in which no point reaches any. */
static gboolean
simplify (Work *work, ParleyCloud *points, ParleyCloud *floors)
{
  for (guint d = points->n_dims; d-- > 0;)
    {
      ParleyRankRange reached = parley_cloud_range (points, d);
      ParleyRankRange needed = parley_cloud_range (floors, d);

      if (reached.highest < needed.lowest)
        return FALSE;
      if (reached.lowest >= needed.highest)
        {
          parley_cloud_drop (points, d);
          parley_cloud_drop (floors, d);
        }
      else if ((reached.highest - reached.lowest) / SPARSE > points->n)
        close_gaps (work, points, floors, d);
    }
  return TRUE;
}

/* What has lost the dimension of its order is put in that of the next. */
static void
solve_sorted (Work *work, const ParleyCloud *points, const ParleyCloud *floors)
{
  g_auto(ParleyCloud) sorted_points = { 0 };
  g_auto(ParleyCloud) sorted_floors = { 0 };

  parley_cloud_init_sorted (&sorted_points, points->n, points->n_dims,
                            (const guint32 *const *) points->ranks, points->entries);
  parley_cloud_init_sorted (&sorted_floors, floors->n, floors->n_dims,
                            (const guint32 *const *) floors->ranks, floors->entries);
  solve (work, &sorted_points, &sorted_floors);
}

/* Adds to the counts. Both clouds are in the order of dimension 0, and change
 * their ranks and their order. */
static void
solve (Work *work, ParleyCloud *points, ParleyCloud *floors)
{
  const guint32 *first = points->n_dims > 0 ? points->ranks[0] : NULL;

  if (points->n == 0 || floors->n == 0 || !simplify (work, points, floors))
    return;
  if (points->n_dims == 0)
    count_all (work, points, floors);
  else if (points->ranks[0] != first)
    solve_sorted (work, points, floors);
  else if (points->n_dims == 1)
    count_one (work, points, floors);
  else if (points->n_dims == 2)
    count_two (work, points, floors);
  else if (points->n <= PARLEY_BITS)
    count_bits (work, points, floors);
  else
    divide (work, points, floors);
}

static void
work_init (Work *self, const ParleyCloud *points, const ParleyCloud *floors)
{
  gsize n_ranks = 0;

  for (guint d = 0; d < points->n_dims; d++)
    n_ranks = MAX (n_ranks, (gsize) parley_cloud_range (points, d).highest + 2);

  parley_rank_tree_init (&self->tree, n_ranks);
  self->places = g_new (guint32, n_ranks);
  self->spare = g_new (guint32, MAX (points->n, floors->n));
  self->tables = g_new (guint64, PARLEY_DOMINANCE_TABLE_SIZE * (gsize) points->n_dims);
}

static void
work_clear (Work *self)
{
  parley_rank_tree_clear (&self->tree);
  g_free (self->places);
  g_free (self->spare);
  g_free (self->tables);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

static guint32 *
number_rows (gsize n)
{
  guint32 *numbers = g_new (guint32, n);

  for (gsize i = 0; i < n; i++)
    numbers[i] = (guint32) i;
  return numbers;
}

static void
fill (guint64 *counts, gsize n, guint64 count)
{
  for (gsize i = 0; i < n; i++)
    counts[i] = count;
}

void
parley_dominance_count (const guint32 *const *point_ranks,
                        gsize                 n_points,
                        const guint32 *const *floor_ranks,
                        gsize                 n_floors,
                        guint                 n_dims,
                        guint64              *of_floors,
                        guint64              *of_points)
{
  g_autofree guint32 *entries = NULL;
  g_auto(ParleyCloud) points = { 0 };
  g_auto(ParleyCloud) floors = { 0 };
  g_auto(Work) work = { .of_floors = of_floors, .of_points = of_points };

  fill (of_floors, n_floors, n_dims == 0 ? n_points : 0);
  if (of_points != NULL)
    fill (of_points, n_points, n_dims == 0 ? n_floors : 0);
  if (n_dims == 0 || n_points == 0 || n_floors == 0)
    return;

  entries = number_rows (MAX (n_points, n_floors));
  parley_cloud_init_sorted (&points, n_points, n_dims, point_ranks,
                            of_points != NULL ? entries : NULL);
  parley_cloud_init_sorted (&floors, n_floors, n_dims, floor_ranks, entries);
  g_clear_pointer (&entries, g_free);
  work_init (&work, &points, &floors);
  solve (&work, &points, &floors);
}

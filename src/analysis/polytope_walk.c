/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/polytope_walk.h"

#include <math.h>

#include "base/random.h"

ParleyWalk *
parley_walk_new (guint dimension, guint n_walls)
{
  ParleyWalk *self = g_new0 (ParleyWalk, 1);

  self->dimension = dimension;
  self->n_walls = n_walls;
  self->slopes = g_new0 (double, (gsize) dimension *n_walls);
  self->distances = g_new0 (double, n_walls);
  return self;
}

void
parley_walk_free (ParleyWalk *self)
{
  if (self == NULL)
    return;
  g_free (self->slopes);
  g_free (self->distances);
  g_free (self);
}

/* Strictly between 0 and 1, so that a step never ends on a wall. */
static double
next_number (ParleyWalkNumbers *self)
{
  if (self->n_left == 0)
    {
      parley_random_block (self->seed, self->index, PARLEY_RANDOM_SHARES, self->n_blocks++,
                           self->numbers);
      self->n_left = G_N_ELEMENTS (self->numbers);
    }
  self->n_left--;
  return parley_random_unit (self->numbers[self->n_left]);
}

/* How far a coordinate can move, both ways, until it meets a wall. */
static void
find_room (const double *slopes, const double *distances, guint n, double *back, double *forth)
{
  *back = -INFINITY;
  *forth = INFINITY;
  for (guint w = 0; w < n; w++)
    if (slopes[w] > 0)
      *forth = fmin (*forth, distances[w] / slopes[w]);
    else if (slopes[w] < 0)
      *back = fmax (*back, distances[w] / slopes[w]);
}

static void
step (const ParleyWalk *self, guint coordinate, double number, double *point, double *distances)
{
  const double *slopes = self->slopes + (gsize) coordinate * self->n_walls;
  double back = 0;
  double forth = 0;
  double move = 0;

  find_room (slopes, distances, self->n_walls, &back, &forth);
  move = back + (forth - back) * number;
  point[coordinate] += move;
  /* What rounding has put behind a wall stands on it. */
  for (guint w = 0; w < self->n_walls; w++)
    distances[w] = fmax (distances[w] - slopes[w] * move, 0);
}

/* Afresh, so that what is rounded does not add up. */
static void
find_distances (const ParleyWalk *self, const double *point, double *distances)
{
  memcpy (distances, self->distances, self->n_walls * sizeof *distances);
  for (guint k = 0; k < self->dimension; k++)
    for (guint w = 0; w < self->n_walls; w++)
      distances[w] -= self->slopes[(gsize) k * self->n_walls + w] * point[k];
  for (guint w = 0; w < self->n_walls; w++)
    distances[w] = fmax (distances[w], 0);
}

void
parley_walk_go (const ParleyWalk  *self,
                ParleyWalkNumbers *numbers,
                guint              n_rounds,
                double            *point,
                double            *distances)
{
  if (self->dimension == 0)
    return;
  find_distances (self, point, distances);
  for (guint r = 0; r < n_rounds; r++)
    for (guint k = 0; k < self->dimension; k++)
      step (self, k, next_number (numbers), point, distances);
}

ParleyWalk *
parley_walk_turn (const ParleyWalk *self, const double *origin, const double *axes)
{
  guint d = self->dimension;
  ParleyWalk *turned = parley_walk_new (d, self->n_walls);

  find_distances (self, origin, turned->distances);
  for (guint to = 0; to < d; to++)
    for (guint from = 0; from < d; from++)
      for (guint w = 0; w < self->n_walls; w++)
        turned->slopes[(gsize) to * self->n_walls + w]
            += self->slopes[(gsize) from * self->n_walls + w] * axes[(gsize) from * d + to];
  return turned;
}

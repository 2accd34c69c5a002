/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/polytope.h"

#include <math.h>

#include "analysis/polytope_frame.h"
#include "analysis/polytope_lp.h"
#include "analysis/polytope_walk.h"

/* Rounds for each dimension that find out how wide the set is in which directions. */
#define PILOT_ROUNDS 50

/* A chunk starts from the middle, and what is drawn first lies too near it. Draws, which are one
 * round for each dimension apart, hardly depend on each other in the coordinates used (polytope.h):
 * after ten of them nothing of the start is left. */
#define BURN_IN 10

struct _ParleyPolytope
{
  guint       n_shares;
  guint       dimension;
  double     *middle; /* [share] */
  double     *axes;   /* [share][coordinate]: what the coordinates of the walk do to shares */
  ParleyWalk *walk;   /* from the middle */
};

static double
slope_of (const ParleyShareFrame *frame, const ParleyShareRow *row, guint coordinate)
{
  double slope = 0;
  mpq_t exact;

  mpq_init (exact);
  parley_share_frame_slope (frame, row, coordinate, exact);
  slope = parley_exact_to_double (exact);
  mpq_clear (exact);
  return slope;
}

/* What is left of @row's limit at the shares @inside. */
static double
distance_at (const ParleyShareRow *row, const double *inside)
{
  double distance = parley_exact_to_double (row->most);

  for (guint i = 0; i < row->n_shares; i++)
    distance -= parley_exact_to_double (row->factors[i]) * inside[i];
  return distance;
}

/* The walk from @inside in the coordinates of @frame. */
static ParleyWalk *
walk_new (const ParleyShareFrame *frame,
          const GPtrArray        *rows,
          const gboolean         *tight,
          const double           *inside)
{
  ParleyWalk *walk = NULL;
  guint n = 0;

  for (guint r = 0; r < rows->len; r++)
    n += !tight[r];
  walk = parley_walk_new (frame->dimension, n);
  n = 0;
  for (guint r = 0; r < rows->len; r++)
    {
      const ParleyShareRow *row = g_ptr_array_index (rows, r);

      if (tight[r])
        continue;
      walk->distances[n] = distance_at (row, inside);
      for (guint k = 0; k < frame->dimension; k++)
        walk->slopes[(gsize) k * walk->n_walls + n] = slope_of (frame, row, k);
      n++;
    }
  return walk;
}

/* How wide the set is */

/* The lower triangle whose product with itself is @square (A.-L. Cholesky), in its place. A
 * direction in which there is next to nothing keeps a little, so that every one is taken. */
static void
take_root (double *square, guint d)
{
  for (guint k = 0; k < d; k++)
    {
      double width = square[(gsize) k * d + k];

      for (guint j = 0; j < k; j++)
        {
          double sum = square[(gsize) k * d + j];

          for (guint i = 0; i < j; i++)
            sum -= square[(gsize) k * d + i] * square[(gsize) j * d + i];
          square[(gsize) k * d + j] = sum / square[(gsize) j * d + j];
          square[(gsize) j * d + k] = 0;
        }
      for (guint i = 0; i < k; i++)
        square[(gsize) k * d + k] -= square[(gsize) k * d + i] * square[(gsize) k * d + i];
      square[(gsize) k * d + k] = sqrt (fmax (square[(gsize) k * d + k], 1e-8 * width));
    }
}

/* Sets @middle and @spread, both zeros, to the mean and the covariances of points of @walk. */
static void
survey (const ParleyWalk *walk, guint64 pilot, double *middle, double *spread)
{
  guint d = walk->dimension;
  guint n = PILOT_ROUNDS * d;
  ParleyWalkNumbers numbers = { .seed = pilot, .index = G_MAXUINT64 }; /* no chunk's */
  g_autofree double *point = g_new0 (double, d);
  g_autofree double *distances = g_new (double, walk->n_walls);

  for (guint r = 0; r < n; r++)
    {
      parley_walk_go (walk, &numbers, 1, point, distances);
      for (guint k = 0; k < d; k++)
        middle[k] += point[k] / n;
      for (guint k = 0; k < d; k++)
        for (guint j = 0; j <= k; j++)
          spread[(gsize) k * d + j] += point[k] * point[j] / n;
    }
  for (guint k = 0; k < d; k++)
    for (guint j = 0; j <= k; j++)
      spread[(gsize) k * d + j] -= middle[k] * middle[j];
}

/* Puts @middle and @axes, which are [share] and [share][coordinate], where @origin and @turn put
 * them, which are in the coordinates so far. */
static void
move_axes (ParleyPolytope *self, const double *origin, const double *turn)
{
  guint d = self->dimension;
  g_autofree double *old = g_memdup2 (self->axes, sizeof (double) * self->n_shares * d);

  for (guint i = 0; i < self->n_shares; i++)
    for (guint k = 0; k < d; k++)
      {
        double sum = 0;

        for (guint j = k; j < d; j++)
          sum += old[(gsize) i * d + j] * turn[(gsize) j * d + k];
        self->axes[(gsize) i * d + k] = sum;
        self->middle[i] += old[(gsize) i * d + k] * origin[k];
      }
}

/* Goes over to coordinates in which the set is about as wide in all directions, from its middle. */
static void
straighten (ParleyPolytope *self, guint64 pilot)
{
  guint d = self->dimension;
  g_autofree double *origin = g_new0 (double, d);
  g_autofree double *turn = g_new0 (double, (gsize) d *d);
  g_autoptr (ParleyWalk) walk = self->walk;

  survey (walk, pilot, origin, turn);
  take_root (turn, d);
  move_axes (self, origin, turn);
  self->walk = parley_walk_turn (walk, origin, turn);
}

static ParleyPolytope *
polytope_new (const GPtrArray *rows, const gboolean *tight, const double *inside)
{
  g_autoptr (ParleyShareFrame) frame = parley_share_frame_new (rows, tight);
  ParleyPolytope *self = g_new0 (ParleyPolytope, 1);
  gsize n_cells = (gsize) frame->n_shares * frame->dimension;

  self->n_shares = frame->n_shares;
  self->dimension = frame->dimension;
  self->middle = g_memdup2 (inside, sizeof (double) * self->n_shares);
  self->axes = g_new (double, n_cells);
  for (gsize i = 0; i < n_cells; i++)
    self->axes[i] = parley_exact_to_double (frame->slopes[i]);
  /* A single point is known exactly, better than the programme says it. */
  for (guint i = 0; self->dimension == 0 && i < self->n_shares; i++)
    self->middle[i] = parley_exact_to_double (frame->base[i]);
  self->walk = walk_new (frame, rows, tight, inside);
  return self;
}

ParleyPolytope *
parley_polytope_new (const ParleyPolytopeSpec *spec, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree gboolean *tight = NULL;
  g_autofree double *inside = g_new0 (double, spec->n_shares);
  gboolean exists = FALSE;
  ParleyPolytope *self = NULL;

  g_return_val_if_fail (spec->n_shares > 0, NULL);
  if (!parley_share_bounds_check (spec, error))
    return NULL;
  rows = parley_share_rows_new (spec);
  tight = g_new0 (gboolean, rows->len);
  if (!parley_share_rows_solve (rows, NULL, inside, tight, &exists, error))
    return NULL;
  if (!exists)
    {
      parley_share_rows_blame (rows, error);
      return NULL;
    }
  self = polytope_new (rows, tight, inside);
  /* The first survey is from a corner as like as not, in coordinates that may be all but the same.
   */
  for (guint64 pilot = 0; self->dimension > 0 && pilot < 2; pilot++)
    straighten (self, pilot);
  return self;
}

void
parley_polytope_free (ParleyPolytope *self)
{
  if (self == NULL)
    return;
  g_free (self->middle);
  g_free (self->axes);
  parley_walk_free (self->walk);
  g_free (self);
}

guint
parley_polytope_dimension (const ParleyPolytope *self)
{
  return self->dimension;
}

static void
write_shares (const ParleyPolytope *self, const double *point, double *shares)
{
  for (guint i = 0; i < self->n_shares; i++)
    {
      shares[i] = self->middle[i];
      for (guint k = 0; k < self->dimension; k++)
        shares[i] += self->axes[(gsize) i * self->dimension + k] * point[k];
      shares[i] = fmax (shares[i], 0);
    }
}

void
parley_polytope_draw (const ParleyPolytope *self,
                      guint64               seed,
                      guint32               stream,
                      guint32               chunk,
                      guint                 n_draws,
                      double               *shares)
{
  ParleyWalkNumbers numbers = { .seed = seed, .index = (guint64) stream << 32 | chunk };
  g_autofree double *point = g_new0 (double, self->dimension);
  g_autofree double *distances = g_new (double, self->walk->n_walls);

  parley_walk_go (self->walk, &numbers, BURN_IN * self->dimension, point, distances);
  for (guint d = 0; d < n_draws; d++)
    {
      parley_walk_go (self->walk, &numbers, self->dimension, point, distances);
      write_shares (self, point, shares + (gsize) d * self->n_shares);
    }
}

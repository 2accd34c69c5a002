/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counting the points that reach floors, against looking at every pair. */
#include "space/dominance.h"

#include <string.h>

#include "small.h"
#include "suites.h"

#define MOST_DIMS 6

/* How the dimensions of a cloud hang together. */
typedef enum
{
  INDEPENDENT,
  CORRELATED,
  OPPOSED
} Shape;

typedef struct
{
  const char *label;
  guint n_rounds;
  gsize n; /* at most */
  guint n_ranks;
  Shape shape;
} Sample;

typedef struct
{
  guint    n_dims;
  gsize    n_points;
  gsize    n_floors;
  guint32 *point_ranks[MOST_DIMS];
  guint32 *floor_ranks[MOST_DIMS];
  guint64 *of_floors;
  guint64 *of_points;
} Case;

static void
case_clear (Case *self)
{
  for (guint d = 0; d < MOST_DIMS; d++)
    {
      g_free (self->point_ranks[d]);
      g_free (self->floor_ranks[d]);
    }
  g_free (self->of_floors);
  g_free (self->of_points);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

static void
case_init (Case *self, guint n_dims, gsize n_points, gsize n_floors)
{
  self->n_dims = n_dims;
  self->n_points = n_points;
  self->n_floors = n_floors;
  for (guint d = 0; d < n_dims; d++)
    {
      self->point_ranks[d] = g_new0 (guint32, n_points);
      self->floor_ranks[d] = g_new0 (guint32, n_floors);
    }
  self->of_floors = g_new (guint64, n_floors);
  self->of_points = g_new (guint64, n_points);
}

static void
draw_columns (GRand *rand, guint32 **ranks, guint n_dims, gsize n, guint n_ranks, Shape shape)
{
  for (gsize i = 0; i < n; i++)
    {
      guint32 base = (guint32) g_rand_int_range (rand, 0, (gint32) n_ranks);

      for (guint d = 0; d < n_dims; d++)
        {
          guint32 own = (guint32) g_rand_int_range (rand, 0, (gint32) n_ranks);
          guint32 shared = shape == OPPOSED && d % 2 > 0 ? n_ranks - 1 - base : base;

          ranks[d][i] = shape == INDEPENDENT ? own : (3 * shared + own) / 4;
        }
    }
}

/* Whether the floors alone come to the same is tried, too. */
static void
count (Case *self)
{
  const guint32 *const *points = (const guint32 *const *) self->point_ranks;
  const guint32 *const *floors = (const guint32 *const *) self->floor_ranks;
  g_autofree guint64 *alone = g_new (guint64, MAX (1, self->n_floors));

  for (gsize f = 0; f < self->n_floors; f++)
    self->of_floors[f] = alone[f] = 42;
  for (gsize p = 0; p < self->n_points; p++)
    self->of_points[p] = 42;
  parley_dominance_count (points, self->n_points, floors, self->n_floors, self->n_dims,
                          self->of_floors, self->of_points);
  parley_dominance_count (points, self->n_points, floors, self->n_floors, self->n_dims, alone,
                          NULL);
  CU_ASSERT (self->n_floors == 0
             || memcmp (alone, self->of_floors, self->n_floors * sizeof *alone) == 0);
}

static gboolean
reaches (const Case *self, gsize point, gsize floor)
{
  for (guint d = 0; d < self->n_dims; d++)
    if (self->point_ranks[d][point] < self->floor_ranks[d][floor])
      return FALSE;
  return TRUE;
}

static guint64
count_floor (const Case *self, gsize floor)
{
  guint64 sum = 0;

  for (gsize p = 0; p < self->n_points; p++)
    sum += reaches (self, p, floor);
  return sum;
}

static guint64
count_point (const Case *self, gsize point)
{
  guint64 sum = 0;

  for (gsize f = 0; f < self->n_floors; f++)
    sum += reaches (self, point, f);
  return sum;
}

/* Looks at every @step-th floor and point. Returns: the sum of what the floors count. */
static guint64
expect_counts (const Case *self, gsize step, const char *label)
{
  guint n_unlike = 0;
  guint64 sum = 0;

  for (gsize f = 0; f < self->n_floors; f += step)
    {
      guint64 want = count_floor (self, f);

      n_unlike += self->of_floors[f] != want;
      sum += want;
    }
  PARLEY_EXPECT (n_unlike == 0, "%s, %u dimensions, %" G_GSIZE_FORMAT " points: %u floors", label,
                 self->n_dims, self->n_points, n_unlike);
  n_unlike = 0;
  for (gsize p = 0; p < self->n_points; p += step)
    n_unlike += self->of_points[p] != count_point (self, p);
  PARLEY_EXPECT (n_unlike == 0, "%s, %u dimensions, %" G_GSIZE_FORMAT " floors: %u points", label,
                 self->n_dims, self->n_floors, n_unlike);
  return sum;
}

static guint64
try_sample (GRand *rand, const Sample *sample, guint n_dims, gsize n_points, gsize n_floors)
{
  g_auto(Case) drawn = { 0 };

  case_init (&drawn, n_dims, n_points, n_floors);
  draw_columns (rand, drawn.point_ranks, n_dims, n_points, sample->n_ranks, sample->shape);
  draw_columns (rand, drawn.floor_ranks, n_dims, n_floors, sample->n_ranks, sample->shape);
  count (&drawn);
  return expect_counts (&drawn, 1 + n_floors / 150, sample->label);
}

static void
try_samples (const Sample *samples, gsize n_samples, gsize fewest)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);

  for (gsize i = 0; i < n_samples; i++)
    for (guint n_dims = 1; n_dims <= MOST_DIMS; n_dims++)
      {
        guint64 sum = 0;

        for (guint round = 0; round < samples[i].n_rounds; round++)
          sum += try_sample (
              rand, &samples[i], n_dims,
              (gsize) g_rand_int_range (rand, (gint32) fewest, (gint32) samples[i].n + 1),
              (gsize) g_rand_int_range (rand, (gint32) fewest, (gint32) samples[i].n + 1));
        PARLEY_EXPECT (sum > 0, "%s, %u dimensions: nothing to count", samples[i].label, n_dims);
      }
}

static void
test_small (void)
{
  static const Sample samples[] = {
    { "ties", 20, 30, 3, INDEPENDENT },         { "two ranks", 20, 30, 2, INDEPENDENT },
    { "independent", 20, 90, 40, INDEPENDENT }, { "correlated", 20, 90, 40, CORRELATED },
    { "opposed", 20, 90, 20, OPPOSED },         { "sparse ranks", 5, 60, 100000, CORRELATED },
  };

  try_samples (samples, G_N_ELEMENTS (samples), 0);
}

/* More points than have a bit each. */
static void
test_large (void)
{
  static const Sample samples[] = {
    { "ties", 1, 5000, 3, INDEPENDENT },           { "some ties", 2, 5000, 300, INDEPENDENT },
    { "independent", 1, 5000, 5000, INDEPENDENT }, { "correlated", 2, 5000, 5000, CORRELATED },
    { "opposed", 2, 5000, 5000, OPPOSED },         { "opposed, some ties", 1, 5000, 1000, OPPOSED },
    { "sparse ranks", 1, 5000, 300000, OPPOSED },
  };

  try_samples (samples, G_N_ELEMENTS (samples), 2000);
}

/* Few on one side, many on the other. */
static void
test_uneven (void)
{
  static const Sample sample = { "uneven", 1, 0, 900, CORRELATED };
  static const struct
  {
    gsize n_points;
    gsize n_floors;
  } rows[] = { { 0, 0 },    { 0, 7 },     { 7, 0 },     { 1, 1 },    { 1, 4000 },
               { 4000, 1 }, { 4000, 12 }, { 20, 4000 }, { 1024, 9 }, { 1025, 900 } };
  g_autoptr(GRand) rand = g_rand_new_with_seed (12);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint n_dims = 0; n_dims <= MOST_DIMS; n_dims++)
      try_sample (rand, &sample, n_dims, rows[i].n_points, rows[i].n_floors);
}

/* Dimensions that say nothing, or everything, among others that tell points apart; -1
 * stands for ranks drawn at random from 100 to 1099. */
static void
test_constant_columns (void)
{
  static const struct
  {
    const char *label;
    int points[4];
    int floors[4];
    gboolean nothing;
  } rows[] = {
    { "all equal", { 5, 5, 5, 5 }, { 5, 5, 5, 5 }, FALSE },
    { "all below", { 5, 5, 5, 5 }, { 5, 5, 5, 6 }, TRUE },
    { "floors that all reach", { -1, -1, -1, -1 }, { 0, 7, 50, 100 }, FALSE },
    { "floors that none reaches", { -1, -1, -1, -1 }, { -1, -1, 1100, -1 }, TRUE },
    { "the first", { 5, -1, -1, -1 }, { 5, -1, -1, -1 }, FALSE },
    { "the first two", { 5, 7, -1, -1 }, { 5, 4, -1, -1 }, FALSE },
    { "the last", { -1, -1, -1, 9 }, { -1, -1, -1, 0 }, FALSE },
    { "all but one", { 5, 5, -1, 5 }, { 0, 0, -1, 0 }, FALSE },
    { "one floor", { -1, -1, -1, -1 }, { 600, -1, 300, -1 }, FALSE },
    { "one point", { 600, -1, 900, -1 }, { -1, -1, -1, -1 }, FALSE },
  };
  g_autoptr(GRand) rand = g_rand_new_with_seed (13);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto(Case) drawn = { 0 };
      guint64 sum = 0;

      case_init (&drawn, 4, 3000, 3000);
      for (guint d = 0; d < 4; d++)
        for (gsize k = 0; k < 3000; k++)
          {
            guint32 *point = &drawn.point_ranks[d][k];
            guint32 *floor = &drawn.floor_ranks[d][k];

            *point = (guint32) (rows[i].points[d] < 0 ? g_rand_int_range (rand, 100, 1100)
                                                      : rows[i].points[d]);
            *floor = (guint32) (rows[i].floors[d] < 0 ? g_rand_int_range (rand, 100, 1100)
                                                      : rows[i].floors[d]);
          }
      count (&drawn);
      sum = expect_counts (&drawn, 20, rows[i].label);
      PARLEY_EXPECT ((sum == 0) == rows[i].nothing, "%s", rows[i].label);
    }
}

void
parley_test_dominance (void)
{
  CU_pSuite suite = CU_add_suite ("dominance", NULL, NULL);

  CU_add_test (suite, "small", test_small);
  CU_add_test (suite, "large", test_large);
  CU_add_test (suite, "uneven", test_uneven);
  CU_add_test (suite, "constant columns", test_constant_columns);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counting the points that reach floors, against looking at every pair. */
#include "space/dominance.h"

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

typedef enum
{
  UNWEIGHTED,
  LIGHT,
  HEAVY, /* more than 32 bits together */
} Load;

typedef struct
{
  const char *label;
  guint n_rounds;
  gsize n; /* at most */
  guint n_ranks;
  Shape shape;
  Load load;
} Sample;

typedef struct
{
  guint    n_dims;
  gsize    n_points;
  gsize    n_floors;
  guint32 *point_ranks[MOST_DIMS];
  guint32 *floor_ranks[MOST_DIMS];
  guint64 *weights;
  guint64 *counts;
} Case;

static void
case_clear (Case *self)
{
  for (guint d = 0; d < MOST_DIMS; d++)
    {
      g_free (self->point_ranks[d]);
      g_free (self->floor_ranks[d]);
    }
  g_free (self->weights);
  g_free (self->counts);
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
  self->counts = g_new (guint64, n_floors);
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

static void
draw_weights (GRand *rand, Case *self, Load load)
{
  if (load == UNWEIGHTED)
    return;
  self->weights = g_new (guint64, self->n_points);
  for (gsize i = 0; i < self->n_points; i++)
    self->weights[i] = load == LIGHT ? g_rand_int (rand) % 100 : (guint64) g_rand_int (rand) << 12;
}

static void
count (Case *self)
{
  for (gsize f = 0; f < self->n_floors; f++)
    self->counts[f] = 42;
  parley_dominance_count ((const guint32 *const *) self->point_ranks, self->weights, self->n_points,
                          (const guint32 *const *) self->floor_ranks, self->n_floors, self->n_dims,
                          self->counts);
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
naive_count (const Case *self, gsize floor)
{
  guint64 sum = 0;

  for (gsize p = 0; p < self->n_points; p++)
    if (reaches (self, p, floor))
      sum += self->weights == NULL ? 1 : self->weights[p];
  return sum;
}

/* Looks at every @step-th floor. Returns: the sum of what they count. */
static guint64
expect_counts (const Case *self, gsize step, const char *label)
{
  guint n_unlike = 0;
  guint64 sum = 0;

  for (gsize f = 0; f < self->n_floors; f += step)
    {
      guint64 want = naive_count (self, f);

      n_unlike += self->counts[f] != want;
      sum += want;
    }
  PARLEY_EXPECT (n_unlike == 0, "%s, %u dimensions, %" G_GSIZE_FORMAT " points: %u floors", label,
                 self->n_dims, self->n_points, n_unlike);
  return sum;
}

static guint64
try_sample (GRand *rand, const Sample *sample, guint n_dims, gsize n_points, gsize n_floors)
{
  g_auto(Case) drawn = { 0 };

  case_init (&drawn, n_dims, n_points, n_floors);
  draw_columns (rand, drawn.point_ranks, n_dims, n_points, sample->n_ranks, sample->shape);
  draw_columns (rand, drawn.floor_ranks, n_dims, n_floors, sample->n_ranks, sample->shape);
  draw_weights (rand, &drawn, sample->load);
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
    { "ties", 20, 30, 3, INDEPENDENT, UNWEIGHTED },
    { "two ranks", 20, 30, 2, INDEPENDENT, HEAVY },
    { "independent", 20, 90, 40, INDEPENDENT, LIGHT },
    { "correlated", 20, 90, 40, CORRELATED, UNWEIGHTED },
    { "opposed", 20, 90, 20, OPPOSED, HEAVY },
    { "sparse ranks", 5, 60, 100000, CORRELATED, LIGHT },
  };

  try_samples (samples, G_N_ELEMENTS (samples), 0);
}

/* More points than have a bit each. */
static void
test_large (void)
{
  static const Sample samples[] = {
    { "ties", 1, 5000, 3, INDEPENDENT, LIGHT },
    { "some ties", 2, 5000, 300, INDEPENDENT, UNWEIGHTED },
    { "independent", 1, 5000, 5000, INDEPENDENT, HEAVY },
    { "correlated", 2, 5000, 5000, CORRELATED, UNWEIGHTED },
    { "opposed", 2, 5000, 5000, OPPOSED, UNWEIGHTED },
    { "opposed and heavy", 1, 5000, 1000, OPPOSED, HEAVY },
    { "sparse ranks", 1, 5000, 300000, OPPOSED, LIGHT },
  };

  try_samples (samples, G_N_ELEMENTS (samples), 2000);
}

/* Few on one side, many on the other. */
static void
test_uneven (void)
{
  static const Sample sample = { "uneven", 1, 0, 900, CORRELATED, LIGHT };
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

/* 32 bits that are just enough and just too few, and all 64. So few ranks that a single
 * counter gets it all. */
static void
test_totals (void)
{
  static const guint64 totals[] = { G_MAXUINT32, (guint64) G_MAXUINT32 + 1, G_MAXUINT64 };
  g_autoptr(GRand) rand = g_rand_new_with_seed (14);

  for (gsize i = 0; i < G_N_ELEMENTS (totals); i++)
    for (guint n_dims = 0; n_dims <= MOST_DIMS; n_dims++)
      {
        g_auto(Case) drawn = { 0 };

        case_init (&drawn, n_dims, 2000, 2000);
        draw_columns (rand, drawn.point_ranks, n_dims, 2000, 10, CORRELATED);
        draw_columns (rand, drawn.floor_ranks, n_dims, 2000, 10, CORRELATED);
        drawn.weights = g_new (guint64, 2000);
        for (gsize p = 0; p < 2000; p++)
          drawn.weights[p] = totals[i] / 2000 + (p < totals[i] % 2000);
        for (guint d = 0; d < n_dims; d++)
          drawn.floor_ranks[d][0] = 0;
        count (&drawn);
        PARLEY_EXPECT (drawn.counts[0] == totals[i], "%u dimensions, row %" G_GSIZE_FORMAT, n_dims,
                       i);
        expect_counts (&drawn, 20, "totals");
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
  CU_add_test (suite, "totals", test_totals);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranks against the scores that they stand for. */
#include "space/rank.h"

#include "small.h"
#include "suites.h"

/* Enough that wide digits are sorted too. */
#define MANY 5000

typedef struct
{
  gsize        n_points;
  gsize        n_floors;
  ParleyScore *points;
  ParleyScore *floors;
  guint32     *point_ranks;
  guint32     *floor_ranks;
} Ranked;

static void
ranked_clear (Ranked *self)
{
  g_free (self->points);
  g_free (self->floors);
  g_free (self->point_ranks);
  g_free (self->floor_ranks);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ranked, ranked_clear)

static void
ranked_init (Ranked *self, gsize n_points, gsize n_floors)
{
  self->n_points = n_points;
  self->n_floors = n_floors;
  self->points = g_new0 (ParleyScore, n_points);
  self->floors = g_new0 (ParleyScore, n_floors);
  self->point_ranks = g_new (guint32, n_points);
  self->floor_ranks = g_new (guint32, n_floors);
}

static void
rank (Ranked *self)
{
  parley_rank (self->points, self->n_points, self->floors, self->n_floors, self->point_ranks,
               self->floor_ranks);
}

/* All bits at random, then only @n_bits of them from @shift on. */
static ParleyScore
draw (GRand *rand, guint n_bits, guint shift)
{
  ParleyScore score = 0;

  for (guint i = 0; i < 4; i++)
    score = score << 31 | (g_rand_int (rand) >> 1);
  score &= ((ParleyScore) 1 << n_bits) - 1;
  return (g_rand_boolean (rand) ? score : -score) * ((ParleyScore) 1 << shift);
}

/* Looks at the pairs of every @step-th. Returns: how many points reach their floor. */
static guint
expect_alike (const Ranked *self, gsize step, const char *label, guint round)
{
  guint n_reached = 0;
  guint n_unlike = 0;

  for (gsize p = 0; p < self->n_points; p += step)
    for (gsize f = 0; f < self->n_floors; f += step)
      {
        gboolean reached = self->points[p] >= self->floors[f];

        n_reached += (guint) reached;
        n_unlike += reached != (self->point_ranks[p] >= self->floor_ranks[f]);
      }
  PARLEY_EXPECT (n_unlike == 0, "%s, round %u: %u pairs", label, round, n_unlike);
  return n_reached;
}

/* Dense: up to the highest, each rank is some point's and, but for 0, some floor's. */
static void
expect_dense (const Ranked *self, const char *label, guint round)
{
  gsize limit = MIN (self->n_points, self->n_floors) + 1;
  g_autofree guint *of_points = g_new0 (guint, limit);
  g_autofree guint *of_floors = g_new0 (guint, limit);
  guint32 highest = 0;

  for (gsize p = 0; p < self->n_points; p++)
    {
      PARLEY_EXPECT (self->point_ranks[p] < limit, "%s, round %u", label, round);
      of_points[MIN (self->point_ranks[p], limit - 1)]++;
    }
  for (gsize f = 0; f < self->n_floors; f++)
    {
      PARLEY_EXPECT (self->floor_ranks[f] < limit, "%s, round %u", label, round);
      of_floors[MIN (self->floor_ranks[f], limit - 1)]++;
      highest = MAX (highest, self->floor_ranks[f]);
    }
  for (guint32 r = 0; r < highest; r++)
    PARLEY_EXPECT (of_points[r] > 0 && of_floors[r + 1] > 0, "%s, round %u, rank %u", label, round,
                   r);
}

static void
test_table (void)
{
  static const struct
  {
    const char *label;
    int points[4];
    guint32 point_ranks[4];
    int floors[4];
    guint32 floor_ranks[4];
  } rows[] = {
    { "all reach all", { 5, 4, 3, 9 }, { 0, 0, 0, 0 }, { 3, 1, 2, -7 }, { 0, 0, 0, 0 } },
    { "none reaches any", { 5, 4, 3, 1 }, { 0, 0, 0, 0 }, { 6, 8, 7, 6 }, { 1, 1, 1, 1 } },
    { "all equal", { 2, 2, 2, 2 }, { 0, 0, 0, 0 }, { 2, 2, 2, 2 }, { 0, 0, 0, 0 } },
    { "in turn", { 7, 1, 5, 3 }, { 3, 0, 2, 1 }, { 6, 4, 2, 8 }, { 3, 2, 1, 4 } },
    { "on the floor", { 1, 2, 3, 4 }, { 0, 1, 2, 3 }, { 4, 3, 2, 1 }, { 3, 2, 1, 0 } },
    { "below zero", { -1, 0, -9, 1 }, { 1, 1, 0, 2 }, { -9, -8, -9, 1 }, { 0, 1, 0, 2 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto(Ranked) ranked = { 0 };

      ranked_init (&ranked, 4, 4);
      for (guint k = 0; k < 4; k++)
        {
          ranked.points[k] = rows[i].points[k];
          ranked.floors[k] = rows[i].floors[k];
        }
      rank (&ranked);
      for (guint k = 0; k < 4; k++)
        {
          PARLEY_EXPECT (ranked.point_ranks[k] == rows[i].point_ranks[k], "%s: point %u is %u",
                         rows[i].label, k, ranked.point_ranks[k]);
          PARLEY_EXPECT (ranked.floor_ranks[k] == rows[i].floor_ranks[k], "%s: floor %u is %u",
                         rows[i].label, k, ranked.floor_ranks[k]);
        }
    }
}

/* Scores that differ in some bits only: ties, digits that all share, words at either end. */
static void
test_random (void)
{
  static const struct
  {
    const char *label;
    guint n_bits;
    guint shift;
    gsize n; /* at most */
  } rows[] = {
    { "ties", 2, 0, 60 },
    { "ties far apart", 2, 90, 60 },
    { "a digit", 8, 0, 60 },
    { "typical", 23, 0, 60 },
    { "a word", 32, 0, 60 },
    { "across the first word", 10, 27, 60 },
    { "across the second word", 10, 59, 60 },
    { "the upper words", 60, 63, 60 },
    { "all words", 124, 2, 60 },
    { "many that tie", 5, 0, MANY },
    { "many typical", 23, 0, MANY },
    { "many across the second word", 10, 59, MANY },
    { "many of all words", 124, 2, MANY },
  };
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint round = 0; round < (rows[i].n == MANY ? 3 : 100); round++)
      {
        g_auto(Ranked) ranked = { 0 };

        ranked_init (&ranked, (gsize) g_rand_int_range (rand, 0, (gint32) rows[i].n + 1),
                     (gsize) g_rand_int_range (rand, 0, (gint32) rows[i].n + 1));
        for (gsize p = 0; p < ranked.n_points; p++)
          ranked.points[p] = draw (rand, rows[i].n_bits, rows[i].shift);
        for (gsize f = 0; f < ranked.n_floors; f++)
          ranked.floors[f] = draw (rand, rows[i].n_bits, rows[i].shift);
        rank (&ranked);
        expect_alike (&ranked, rows[i].n / 60, rows[i].label, round);
        expect_dense (&ranked, rows[i].label, round);
      }
}

/* All pairs of scores around the ends of words, and around 2^126 on either side. */
static void
test_extremes (void)
{
  static const guint bits[] = { 0, 31, 32, 63, 64, 95, 96, 120, 122, 124, 126 };
  const gsize n = G_N_ELEMENTS (bits) * 6;
  g_auto(Ranked) ranked = { 0 };

  ranked_init (&ranked, n, n);
  for (gsize i = 0; i < n; i++)
    {
      ParleyScore power = (ParleyScore) 1 << bits[i / 6];

      ranked.points[i] = (i % 2 > 0 ? power : -power) + (int) (i / 2 % 3) - 1;
      ranked.floors[n - 1 - i] = ranked.points[i];
    }
  rank (&ranked);
  CU_ASSERT (expect_alike (&ranked, 1, "extremes", 0) > n * n / 2);
  expect_dense (&ranked, "extremes", 0);
}

void
parley_test_rank (void)
{
  CU_pSuite suite = CU_add_suite ("rank", NULL, NULL);

  CU_add_test (suite, "small", test_table);
  CU_add_test (suite, "random", test_random);
  CU_add_test (suite, "extremes", test_extremes);
}

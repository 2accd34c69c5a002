/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Floors and points counted against each other, against looking at every pair. */
#include "space/lists.h"

#include "small.h"
#include "suites.h"

#define MOST_DIMS 4

typedef struct
{
  const char *label;
  guint       n_rounds;
  gsize       most; /* floors, and points */
  guint32     highest;
} Sample;

static guint32
draw_below (GRand *rand, guint32 end)
{
  return g_rand_int (rand) % end;
}

static void
draw_keys (GRand *rand, ParleyLists *lists, guint32 highest, guint32 **kept)
{
  gsize n = lists->n_floors + lists->n_points;

  for (guint d = 0; d < lists->n_dims; d++)
    {
      guint32 end = highest == G_MAXUINT32 ? highest : highest + 1;

      for (gsize i = 0; i < n; i++)
        lists->keys[d][i] = draw_below (rand, end);
      lists->highest[d] = highest;
      kept[d] = g_memdup2 (lists->keys[d], n * sizeof (guint32));
    }
}

static gboolean
reaches (const ParleyLists *lists, guint32 *const *keys, gsize point, gsize floor)
{
  for (guint d = 0; d < lists->n_dims; d++)
    if (keys[d][lists->n_floors + point] < keys[d][floor])
      return FALSE;
  return TRUE;
}

/* Returns: how many pairs there are in all. */
static guint64
expect_counts (ParleyLists *lists, guint32 *const *keys, const char *label)
{
  g_autofree guint64 *of_floors = g_new0 (guint64, lists->n_floors);
  g_autofree guint64 *of_points = g_new0 (guint64, lists->n_points);
  g_autofree guint64 *floors = g_new (guint64, lists->n_floors);
  g_autofree guint64 *points = g_new (guint64, lists->n_points);
  guint n_unlike = 0;
  guint64 sum = 0;

  for (gsize f = 0; f < lists->n_floors; f++)
    for (gsize p = 0; p < lists->n_points; p++)
      if (reaches (lists, keys, p, f))
        {
          of_floors[f]++;
          of_points[p]++;
          sum++;
        }
  parley_lists_prepare (lists);
  parley_lists_count (lists, floors, points);
  for (gsize f = 0; f < lists->n_floors; f++)
    n_unlike += floors[f] != of_floors[f];
  PARLEY_EXPECT (n_unlike == 0, "%s, %u dimensions: %u floors", label, lists->n_dims, n_unlike);
  n_unlike = 0;
  for (gsize p = 0; p < lists->n_points; p++)
    n_unlike += points[p] != of_points[p];
  PARLEY_EXPECT (n_unlike == 0, "%s, %u dimensions: %u points", label, lists->n_dims, n_unlike);
  return sum;
}

/* One room for lists of many sizes. */
static guint64
expect_rounds (GRand *rand, const Sample *sample, guint n_dims)
{
  g_auto(ParleyLists) lists = { 0 };
  guint64 sum = 0;

  parley_lists_init (&lists, n_dims, 2 * sample->most);
  for (guint round = 0; round < sample->n_rounds; round++)
    {
      guint32 *keys[MOST_DIMS] = { NULL };
      gboolean few_floors = round % 3 == 1;
      gboolean few_points = round % 3 == 2;

      lists.n_floors = 1 + draw_below (rand, (guint32) (few_floors ? 3 : sample->most));
      lists.n_points = 1 + draw_below (rand, (guint32) (few_points ? 3 : sample->most));
      draw_keys (rand, &lists, sample->highest, keys);
      sum += expect_counts (&lists, keys, sample->label);
      for (guint d = 0; d < n_dims; d++)
        g_free (keys[d]);
    }
  return sum;
}

static void
test_counts (void)
{
  static const Sample samples[] = {
    { "one key", 30, 20, 0 },        { "two keys", 60, 20, 1 },
    { "many ties", 60, 60, 9 },      { "dense", 60, 300, 700 },
    { "sparse", 60, 300, 1000000 },  { "all bits", 60, 300, G_MAXUINT32 },
    { "long lists", 6, 3000, 9000 }, { "long sparse lists", 6, 3000, G_MAXUINT32 },
  };
  g_autoptr(GRand) rand = g_rand_new_with_seed (17);

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    for (guint n_dims = 0; n_dims <= MOST_DIMS; n_dims++)
      CU_ASSERT (expect_rounds (rand, &samples[i], n_dims) > 0);
}

void
parley_test_lists (void)
{
  CU_pSuite suite = CU_add_suite ("lists", NULL, NULL);

  CU_add_test (suite, "counts", test_counts);
}

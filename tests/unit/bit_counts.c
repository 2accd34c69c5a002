/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In how many sets each bit is, against counting one by one. */
#include "space/bit_counts.h"

#include "small.h"
#include "suites.h"

static void
draw_set (GRand *rand, guint64 *set, guint32 *counts, guint percent)
{
  for (gsize bit = 0; bit < PARLEY_BITS; bit++)
    if ((guint) g_rand_int_range (rand, 0, 100) < percent)
      {
        set[bit / 64] |= (guint64) 1 << bit % 64;
        counts[bit]++;
      }
}

static void
test_counts (void)
{
  static const guint n_sets[] = { 0, 1, 2, 3, 7, 8, 31, 100, 1000 };
  static const guint percents[] = { 0, 3, 50, 100 };
  g_autoptr(GRand) rand = g_rand_new_with_seed (19);

  for (guint i = 0; i < G_N_ELEMENTS (n_sets); i++)
    for (guint k = 0; k < G_N_ELEMENTS (percents); k++)
      {
        guint32 counts[PARLEY_BITS] = { 0 };
        ParleyBitCounts found;
        guint n_unlike = 0;

        parley_bit_counts_init (&found);
        for (guint n = 0; n < n_sets[i]; n++)
          {
            guint64 set[PARLEY_BIT_WORDS] = { 0 };

            draw_set (rand, set, counts, percents[k]);
            parley_bit_counts_add (&found, set);
          }
        for (gsize bit = 0; bit < PARLEY_BITS; bit++)
          n_unlike += parley_bit_counts_of (&found, bit) != counts[bit];
        PARLEY_EXPECT (n_unlike == 0, "%u sets, %u %%", n_sets[i], percents[k]);
      }
}

void
parley_test_bit_counts (void)
{
  CU_pSuite suite = CU_add_suite ("bit counts", NULL, NULL);

  CU_add_test (suite, "counts", test_counts);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a number must reach to be among the largest, against sorting. */
#include "space/shortlist.h"

#include <math.h>

#include "small.h"
#include "suites.h"

#define N_NUMBERS 200

static gint
compare_falling (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x > y ? -1 : x < y;
}

/* The last of the first @n of @numbers in falling order. */
static double
least_of_largest (const GArray *numbers, guint n)
{
  g_autoptr (GArray) sorted = g_array_copy ((GArray *) numbers);

  if (numbers->len < n || n == 0)
    return -INFINITY;
  g_array_sort (sorted, compare_falling);
  return g_array_index (sorted, double, n - 1);
}

static void
test_shortlist (void)
{
  static const guint sizes[] = { 0, 1, 2, 3, 8, 50, N_NUMBERS };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (ParleyShortlist) shortlist = parley_shortlist_new (sizes[i]);
      g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (double));

      for (guint n = 0; n < N_NUMBERS; n++)
        {
          double number = g_rand_int_range (rand, -20, 20);
          double want = 0;

          g_array_append_val (numbers, number);
          want = least_of_largest (numbers, sizes[i]);
          parley_shortlist_add (shortlist, number);
          PARLEY_EXPECT (parley_shortlist_least (shortlist) >= want
                             && parley_shortlist_least (shortlist) <= want,
                         "%u numbers, the %u largest", n + 1, sizes[i]);
        }
    }
}

void
parley_test_shortlist (void)
{
  CU_pSuite suite = CU_add_suite ("shortlist", NULL, NULL);

  CU_add_test (suite, "against sorting", test_shortlist);
}

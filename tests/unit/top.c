/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The best so many, against sorting everything. */
#include "space/top.h"

#include <string.h>

#include "small.h"
#include "suites.h"

#define N_AXES  2
#define N_DEALS 60

typedef struct
{
  guint       options[N_AXES];
  ParleyScore scores[1];
} Offer;

/* The higher score first, and of those that tie the earlier in the file. */
static int
compare_offers (const void *a, const void *b)
{
  const Offer *x = a;
  const Offer *y = b;

  if (x->scores[0] != y->scores[0])
    return x->scores[0] > y->scores[0] ? -1 : 1;
  if (x->options[0] != y->options[0])
    return x->options[0] < y->options[0] ? -1 : 1;
  return x->options[1] < y->options[1] ? -1 : x->options[1] > y->options[1];
}

/* Every deal once, in no order, with few different scores. */
static void
draw_offers (GRand *rand, Offer *offers)
{
  gint32 n_scores = g_rand_int_range (rand, 1, 30);

  for (guint i = 0; i < N_DEALS; i++)
    {
      offers[i].options[0] = i / 8;
      offers[i].options[1] = i % 8;
      offers[i].scores[0] = g_rand_int_range (rand, -n_scores, n_scores);
    }
  for (guint i = N_DEALS; i > 1; i--)
    {
      guint k = (guint) g_rand_int_range (rand, 0, (gint32) i);
      Offer swapped = offers[k];

      offers[k] = offers[i - 1];
      offers[i - 1] = swapped;
    }
}

static void
expect_deals (GPtrArray *deals, const Offer *want, guint n_want, guint n_most)
{
  PARLEY_EXPECT (deals->len == n_want, "%u most: %u deals", n_most, deals->len);
  for (guint i = 0; i < MIN (deals->len, n_want); i++)
    {
      const ParleyDeal *deal = g_ptr_array_index (deals, i);

      PARLEY_EXPECT (memcmp (deal->options, want[i].options, sizeof want[i].options) == 0
                         && deal->scores[0] == want[i].scores[0],
                     "%u most: deal %u", n_most, i);
    }
}

static ParleyOrder *
make_order (GPtrArray *utilities)
{
  static const guint slots[] = { 0 };
  ParleyUtility *utility = g_new0 (ParleyUtility, 1);

  mpz_init_set_ui (utility->denominator, 3);
  g_ptr_array_add (utilities, utility);
  return parley_order_new (PARLEY_ORDER_PARTY, utilities, slots, 1);
}

static void
test_random (void)
{
  static const guint n_most[] = { 0, 1, 2, 3, 7, 10, N_DEALS - 1, N_DEALS, 1000 };
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);
  g_autoptr(GPtrArray) utilities
      = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_utility_free);
  g_autoptr(ParleyOrder) order = make_order (utilities);

  for (guint round = 0; round < 60; round++)
    {
      Offer offers[N_DEALS];
      guint n = n_most[round % G_N_ELEMENTS (n_most)];
      g_autoptr(ParleyTop) top = parley_top_new (order, n, N_AXES, 1);
      g_autoptr(GPtrArray) deals = NULL;

      draw_offers (rand, offers);
      for (guint i = 0; i < N_DEALS; i++)
        parley_top_offer (top, offers[i].options, offers[i].scores);
      deals = parley_top_take (top);
      qsort (offers, N_DEALS, sizeof *offers, compare_offers);
      expect_deals (deals, offers, MIN (n, N_DEALS), n);
    }
}

/* What was taken is gone, and the next deals stand for themselves. */
static void
test_take_empties (void)
{
  static const Offer offers[] = { { { 0, 1 }, { 5 } }, { { 1, 0 }, { 4 } } };
  g_autoptr(GPtrArray) utilities
      = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_utility_free);
  g_autoptr(ParleyOrder) order = make_order (utilities);
  g_autoptr(ParleyTop) top = parley_top_new (order, 1, N_AXES, 1);

  for (guint i = 0; i < G_N_ELEMENTS (offers); i++)
    {
      g_autoptr(GPtrArray) deals = NULL;
      g_autoptr(GPtrArray) none = NULL;

      parley_top_offer (top, offers[i].options, offers[i].scores);
      deals = parley_top_take (top);
      expect_deals (deals, &offers[i], 1, 1);
      none = parley_top_take (top);
      expect_deals (none, offers, 0, 1);
    }
}

static void
test_options_compare (void)
{
  static const guint a[] = { 1, 2, 3 };
  static const guint b[] = { 1, 3, 0 };

  CU_ASSERT_TRUE (parley_options_compare (a, b, 3) < 0);
  CU_ASSERT_TRUE (parley_options_compare (b, a, 3) > 0);
  CU_ASSERT_EQUAL (parley_options_compare (a, b, 1), 0);
  CU_ASSERT_EQUAL (parley_options_compare (a, a, 3), 0);
}

void
parley_test_top (void)
{
  CU_pSuite suite = CU_add_suite ("top", NULL, NULL);

  CU_add_test (suite, "random deals", test_random);
  CU_add_test (suite, "taking empties", test_take_empties);
  CU_add_test (suite, "file order", test_options_compare);
}

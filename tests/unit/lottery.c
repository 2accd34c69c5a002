/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How no deal may turn out: what that is worth, by hand. */
#include "analysis/lottery.h"

#include <math.h>

#include "small.h"
#include "suites.h"

static ParleyLoaded *
load (const char *lottery)
{
  g_autofree char *party = g_strdup_printf (
      "{ 'id': 'a', 'title': 'A', 'reservation': 45, 'weights': { 'i0': 1 },"
      " 'values': { 'i0': { 'o0': 0, 'o1': 100 } }, 'batna': { 'title': 'Wait'%s%s } }",
      lottery == NULL ? "" : ", 'lottery': ", lottery == NULL ? "" : lottery);
  g_autofree char *issues = parley_small_choices (1, 2);

  return parley_small_load (issues, party, "");
}

static void
expect_break_even (const ParleyLottery *lottery, const char *score, const char *want)
{
  mpq_ptr number = parley_small_exact (score);
  mpq_t chance;

  mpq_init (chance);
  CU_ASSERT (parley_lottery_break_even (lottery, number, chance));
  PARLEY_EXPECT_EXACT (score, chance, want);
  mpq_clear (chance);
  parley_exact_free (number);
}

static void
expect_above (const ParleyLottery *lottery, const char *score, const char *want)
{
  mpq_ptr number = parley_small_exact (score);
  mpq_t chance;

  mpq_init (chance);
  parley_lottery_chance_above (lottery, number, chance);
  PARLEY_EXPECT_EXACT (score, chance, want);
  mpq_clear (chance);
  parley_exact_free (number);
}

static void
test_two (void)
{
  g_autoptr(ParleyLoaded) loaded
      = load ("[ { 'p': 0.6, 'score': 40 }, { 'p': 0.4, 'score': 60 } ]");
  g_autoptr(ParleyLottery) lottery
      = parley_lottery_new (parley_scenario_party (loaded->scenario, 0));

  PARLEY_EXPECT_EXACT ("expected", lottery->expected, "48");
  PARLEY_EXPECT_EXACT ("worst", lottery->worst, "40");
  PARLEY_EXPECT_EXACT ("best", lottery->best, "60");
  /* 20 times the root of 0.6 times 0.4. */
  CU_ASSERT_DOUBLE_EQUAL (lottery->spread, 20 * sqrt (0.24), 1e-12);
  expect_break_even (lottery, "50", "1/2");
  expect_break_even (lottery, "48", "0.4");
  expect_break_even (lottery, "35", "-0.25");
  expect_break_even (lottery, "65", "1.25");
  expect_above (lottery, "39", "1");
  expect_above (lottery, "40", "0.4");
  expect_above (lottery, "60", "0");
}

/* The best two tie, and one has no chance at all. */
static void
test_more (void)
{
  g_autoptr(ParleyLoaded) loaded
      = load ("[ { 'p': '1/6', 'score': 60 }, { 'p': 0.5, 'score': 30 }, { 'p': 0, 'score': 99 },"
              "  { 'p': '1/6', 'score': 0 }, { 'p': '1/6', 'score': 60 } ]");
  g_autoptr(ParleyLottery) lottery
      = parley_lottery_new (parley_scenario_party (loaded->scenario, 0));

  PARLEY_EXPECT_EXACT ("expected", lottery->expected, "35");
  PARLEY_EXPECT_EXACT ("best", lottery->best, "60");
  PARLEY_EXPECT_EXACT ("chance of the best", lottery->chance, "1/3");
  PARLEY_EXPECT_EXACT ("the rest", lottery->rest, "22.5"); /* 3 to 1 of 30 and 0 */
  expect_break_even (lottery, "41.25", "1/2");
  expect_above (lottery, "30", "1/3");
}

/* One that is certain, and none. */
static void
test_certain (void)
{
  g_autoptr(ParleyLoaded) loaded = load ("[ { 'p': 1, 'score': 40 } ]");
  g_autoptr(ParleyLoaded) none = load (NULL);
  g_autoptr(ParleyLottery) lottery
      = parley_lottery_new (parley_scenario_party (loaded->scenario, 0));
  double tolerance = 0;
  mpq_t chance;

  mpq_init (chance);
  CU_ASSERT (!parley_lottery_break_even (lottery, lottery->expected, chance));
  CU_ASSERT (!parley_lottery_tolerance (lottery, lottery->expected, &tolerance));
  CU_ASSERT_DOUBLE_EQUAL (parley_lottery_equivalent (lottery, 5), 40, 1e-12);
  CU_ASSERT_PTR_NULL (parley_lottery_new (parley_scenario_party (none->scenario, 0)));
  mpq_clear (chance);
}

/* An even chance of 0 or 100 at a tolerance of 100 / ln 3 is worth what solves
 * 3^(-x / 100) = (1 + 1/3) / 2. */
static void
test_equivalent (void)
{
  g_autoptr(ParleyLoaded) loaded
      = load ("[ { 'p': 0.5, 'score': 0 }, { 'p': 0.5, 'score': 100 } ]");
  g_autoptr(ParleyLottery) lottery
      = parley_lottery_new (parley_scenario_party (loaded->scenario, 0));
  double before = 0;

  CU_ASSERT_DOUBLE_EQUAL (parley_lottery_equivalent (lottery, 100 / log (3)),
                          100 * log (1.5) / log (3), 1e-9);
  for (guint i = 0; i < 15; i++)
    {
      double tolerance = 0.01 * pow (3, i);
      double worth = parley_lottery_equivalent (lottery, tolerance);
      mpq_t score;
      double back = 0;

      PARLEY_EXPECT (worth > before && worth < 50, "%g at %g", worth, tolerance);
      before = worth;
      mpq_init (score);
      mpq_set_d (score, worth);
      PARLEY_EXPECT (parley_lottery_tolerance (lottery, score, &back)
                         && fabs (back / tolerance - 1) < 1e-4,
                     "%g is that of %g", back, tolerance);
      mpq_set_ui (score, 50, 1);
      PARLEY_EXPECT (!parley_lottery_tolerance (lottery, score, &back), "expected");
      mpq_set_ui (score, 0, 1);
      PARLEY_EXPECT (!parley_lottery_tolerance (lottery, score, &back), "worst");
      mpq_clear (score);
    }
  /* Nearly the expected score less half the variance over the tolerance. */
  CU_ASSERT_DOUBLE_EQUAL (parley_lottery_equivalent (lottery, 1e4), 50 - 2500 / 2e4, 1e-3);
}

void
parley_test_lottery (void)
{
  CU_pSuite suite = CU_add_suite ("lottery", NULL, NULL);

  CU_add_test (suite, "two outcomes", test_two);
  CU_add_test (suite, "more outcomes", test_more);
  CU_add_test (suite, "a certain one", test_certain);
  CU_add_test (suite, "certainty equivalents", test_equivalent);
}

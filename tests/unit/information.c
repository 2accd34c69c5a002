/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What it is worth to know more: a textbook case, and properties. */
#include "analysis/information.h"

#include "small.h"
#include "suites.h"

static void
set (mpq_ptr number, const char *text)
{
  g_assert (parley_exact_parse (text, number));
}

static void
set_all (mpq_t *numbers, const char *text)
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    set (numbers[i], words[i]);
}

/* Raiffa 1968: to drill for oil or not; the hole is dry, wet or soaking. */
static ParleyBet *
wildcatter (void)
{
  ParleyBet *bet = parley_bet_new (2, 3);

  set_all (bet->chances, "0.5 0.3 0.2");
  set_all (bet->payoffs, "-70 50 200 0 0 0");
  return bet;
}

static void
test_wildcatter (void)
{
  g_autoptr(ParleyBet) bet = wildcatter ();
  g_autoptr(ParleyStudy) seismic = parley_study_new (3, 3);
  guint best[3] = { 9, 9, 9 };
  mpq_t value;

  mpq_init (value);
  CU_ASSERT_EQUAL (parley_bet_best (bet, value), 0);
  PARLEY_EXPECT_EXACT ("what drilling pays", value, "20");
  parley_bet_perfect (bet, value, best);
  PARLEY_EXPECT_EXACT ("to know the hole", value, "35");
  PARLEY_EXPECT (best[0] == 1 && best[1] == 0 && best[2] == 0, "drills when it is not dry");
  /* No structure, an open one, a closed one. */
  set_all (seismic->chances, "0.6 0.3 0.1 0.3 0.4 0.4 0.1 0.3 0.5");
  parley_bet_sample (bet, seismic, value, best);
  PARLEY_EXPECT_EXACT ("to know the structure", value, "12.5");
  PARLEY_EXPECT (best[0] == 1 && best[1] == 0 && best[2] == 0, "drills where there is one");
  mpq_clear (value);
}

/* A study is worth nothing when it is right as often as a guess, more the more accurate it is, and
 * as much as knowing when it is never wrong. */
static void
test_accuracy (void)
{
  static const char *const accuracies[] = { "1/3", "0.5", "0.6", "0.8", "0.9", "1" };
  g_autoptr(ParleyBet) bet = wildcatter ();
  mpq_t accuracy;
  mpq_t value;
  mpq_t before;

  mpq_inits (accuracy, value, before, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (accuracies); i++)
    {
      g_autoptr(ParleyStudy) study = NULL;

      set (accuracy, accuracies[i]);
      study = parley_study_new_naming (3, accuracy);
      parley_bet_sample (bet, study, value, NULL);
      PARLEY_EXPECT (mpq_cmp (value, before) >= 0, "accuracy %s", accuracies[i]);
      if (i == 0)
        PARLEY_EXPECT_EXACT ("a guess", value, "0");
      mpq_set (before, value);
    }
  PARLEY_EXPECT_EXACT ("never wrong", value, "35");
  mpq_clears (accuracy, value, before, NULL);
}

/* Ties keep to what would be chosen anyway; one state tells nothing; payoffs times two are worth
 * twice, plus a constant the same. */
static void
test_properties (void)
{
  g_autoptr(ParleyBet) bet = parley_bet_new (3, 2);
  g_autoptr(ParleyBet) certain = parley_bet_new (2, 1);
  guint best[2] = { 9, 9 };
  mpq_t value;

  mpq_init (value);
  set_all (bet->chances, "1/3 2/3");
  set_all (bet->payoffs, "6 0 0 6 6 6");
  CU_ASSERT_EQUAL (parley_bet_best (bet, value), 2);
  parley_bet_perfect (bet, value, best);
  PARLEY_EXPECT_EXACT ("nothing to learn", value, "0");
  PARLEY_EXPECT (best[0] == 2 && best[1] == 2, "the usual choice");
  set_all (bet->payoffs, "6 0 0 6 1 1");
  parley_bet_perfect (bet, value, best);
  PARLEY_EXPECT_EXACT ("as it is", value, "2");
  set_all (bet->payoffs, "112 100 100 112 102 102");
  parley_bet_perfect (bet, value, best);
  PARLEY_EXPECT_EXACT ("twice, and 100 more", value, "4");
  set_all (certain->chances, "1");
  set_all (certain->payoffs, "-3 5");
  CU_ASSERT_EQUAL (parley_bet_best (certain, value), 1);
  parley_bet_perfect (certain, value, best);
  PARLEY_EXPECT_EXACT ("one state", value, "0");
  mpq_clear (value);
}

void
parley_test_information (void)
{
  CU_pSuite suite = CU_add_suite ("information", NULL, NULL);

  CU_add_test (suite, "wildcatter", test_wildcatter);
  CU_add_test (suite, "accuracy", test_accuracy);
  CU_add_test (suite, "properties", test_properties);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well predictions did: scores worked out by hand, and intervals by what they are defined by.
 */
#include "analysis/track.h"

#include <math.h>

#include "small.h"
#include "suites.h"

#define TAIL 0.025

static void
expect (const char *label, double got, double want)
{
  PARLEY_EXPECT (fabs (got - want) < 1e-9, "%s: %.12f for %.12f", label, got, want);
}

static void
test_scores (void)
{
  ParleyTrack track = { 0 };

  parley_track_add (&track, 0.8, 0.8, TRUE);
  parley_track_add (&track, 0.6, 0.6, FALSE);
  CU_ASSERT_EQUAL (track.n, 2);
  CU_ASSERT_EQUAL (track.n_right, 1);
  CU_ASSERT_EQUAL (track.n_neither, 0);
  expect ("brier", track.brier, (0.04 + 0.36) / 2);
  expect ("log", track.log_score, (log2 (1 / 0.8) + log2 (1 / 0.4)) / 2);

  /* Sure and right, then sure and wrong, which nothing makes good again. */
  track = (ParleyTrack){ 0 };
  parley_track_add (&track, 0, 0, FALSE);
  expect ("brier", track.brier, 0);
  expect ("log", track.log_score, 0);
  parley_track_add (&track, 1, 1, FALSE);
  parley_track_add (&track, 1, 1, TRUE);
  CU_ASSERT_EQUAL (track.n_right, 2);
  expect ("brier", track.brier, 1.0 / 3);
  CU_ASSERT_TRUE (isinf (track.log_score) && track.log_score > 0);
}

/* What hangs on open terms says neither, unless it leans to one side whatever they are. */
static void
test_between (void)
{
  ParleyTrack track = { 0 };

  parley_track_add (&track, 0, 1, FALSE);
  parley_track_add (&track, 0.5, 0.5, TRUE);
  parley_track_add (&track, 0.4, 0.5, FALSE);
  CU_ASSERT_EQUAL (track.n_right, 0);
  CU_ASSERT_EQUAL (track.n_neither, 3);
  expect ("brier", track.brier, (0.25 + 0.25 + 0.45 * 0.45) / 3);
  expect ("log", track.log_score, (2 + log2 (1 / 0.55)) / 3);
  parley_track_add (&track, 0.6, 0.8, TRUE);
  parley_track_add (&track, 0.2, 0.4, TRUE);
  CU_ASSERT_EQUAL (track.n_right, 1);
  CU_ASSERT_EQUAL (track.n_neither, 3);
}

/* How likely @from to @to of @n are right, each with @share. */
static double
how_likely (guint from, guint to, guint n, double share)
{
  double sum = 0;

  for (guint k = from; k <= to; k++)
    {
      double ways = 1;

      for (guint i = 0; i < k; i++)
        ways = ways * (n - i) / (i + 1);
      sum += ways * pow (share, k) * pow (1 - share, n - k);
    }
  return sum;
}

/* With the low end so many right or more are as rare as the tail, with the high end so many or
 * fewer.
 */
static void
test_interval (void)
{
  double low = 0;
  double high = 0;

  for (guint n = 1; n <= 30; n++)
    for (guint k = 0; k <= n; k++)
      {
        parley_track_interval (k, n, &low, &high);
        expect ("low", k == 0 ? low + TAIL : how_likely (k, n, n, low), TAIL);
        expect ("high", k == n ? high - 1 + TAIL : how_likely (0, k, n, high), TAIL);
      }
  parley_track_interval (0, 0, &low, &high);
  expect ("of none", low, 0);
  expect ("of none", high, 1);
  /* As tables have them. */
  parley_track_interval (5, 5, &low, &high);
  PARLEY_EXPECT (fabs (low - 0.4782) < 5e-5, "5 of 5: %g", low);
  parley_track_interval (7, 8, &low, &high);
  PARLEY_EXPECT (fabs (low - 0.4735) < 5e-5 && fabs (high - 0.9968) < 5e-5, "7 of 8: %g, %g", low,
                 high);
}

static void
test_needed (void)
{
  CU_ASSERT_EQUAL (parley_track_needed (0.5), 6);
  CU_ASSERT_EQUAL (parley_track_needed (7.0 / 8), 28);
  CU_ASSERT_EQUAL (parley_track_needed (0), 1);
  CU_ASSERT_EQUAL (parley_track_needed (1), 0);
  for (guint rule = 1; rule <= 20; rule++)
    for (guint k = 1; k < rule; k++)
      {
        double share = (double) k / rule;
        guint n = parley_track_needed (share);
        double low = 0;
        double high = 0;

        parley_track_interval (n, n, &low, &high);
        PARLEY_EXPECT (low > share, "%u of %u: %u are too few", k, rule, n);
        parley_track_interval (n - 1, n - 1, &low, &high);
        PARLEY_EXPECT (low <= share, "%u of %u: %u are too many", k, rule, n);
      }
}

void
parley_test_track (void)
{
  CU_pSuite suite = CU_add_suite ("track", NULL, NULL);

  CU_ADD_TEST (suite, test_scores);
  CU_ADD_TEST (suite, test_between);
  CU_ADD_TEST (suite, test_interval);
  CU_ADD_TEST (suite, test_needed);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the uncertainty about a draft comes from, against cases that are known. */
#include <math.h>

#include "analysis/ranking.h"
#include "analysis/sensitivity.h"

#include "base/random.h"
#include "small.h"
#include "suites.h"

/* An interval of 95 % is so many standard errors wide on either side. */
#define ERRORS (4 / 2.13)

#define DRAFT "'drafts': [{ 'id': 'd', 'title': 'D', 'terms': { 'i0': 'o0', 'i1': 'o0' } }]"

static ParleySensitivity *
look (const ParleyLoaded *loaded, ParleySpread spread, guint n_threads)
{
  static ParleyCrew crew;
  ParleyImportanceRequest request
      = { .spread = spread, .n_points = 8192, .seed = 3, .crew = &crew };

  crew = (ParleyCrew){ .n_threads = n_threads };
  return parley_sensitivity_new (loaded->scenario, 0, -1, &request, NULL);
}

static ParleyLoaded *
load (const char *party)
{
  g_autofree char *issues = parley_small_choices (2, 2);

  return parley_small_load (issues, party, DRAFT);
}

static const ParleyImportance *
importance_of (const ParleySensitivity *sensitivity)
{
  return parley_sensitivity_part (sensitivity, 0)->importance;
}

#define VALUES(first, second) \
  "'values': { 'i0': { 'o0': " first ", 'o1': 100 }, 'i1': { 'o0': " second ", 'o1': 0 } }"

/* With weights fixed and values that vary each by itself, each share is that of weight^2 times
 * variance: (3 * 20)^2 to (1 * 30)^2 for even draws. */
static void
fixed_weights (void)
{
  static const double want[] = { 3600.0 / 4500, 900.0 / 4500 };
  g_autoptr(ParleyLoaded) loaded = load (
      "{ 'id': 'p', 'title': 'P', 'reservation': 50, 'weights': { 'i0': 3, 'i1': 1 }, " VALUES (
          "{ 'value': 50, 'low': 40, 'high': 60 }", "{ 'value': 50, 'low': 40, 'high': 70 }") " }");
  g_autoptr(ParleySensitivity) sensitivity = look (loaded, PARLEY_SPREAD_UNIFORM, 1);
  const ParleyImportance *importance = importance_of (sensitivity);
  double sum = 0;

  PARLEY_EXPECT (importance->doubts->len == 2, "%u", importance->doubts->len);
  for (guint i = 0; i < 2; i++)
    {
      const ParleySobolIndex *index = parley_sobol_index (importance->sobol, 0, i);

      sum += index->first;
      PARLEY_EXPECT (fabs (index->first - want[i]) < ERRORS * index->first_error + 0.005, "%u: %f",
                     i, index->first);
      PARLEY_EXPECT (fabs (index->total - want[i]) < ERRORS * index->total_error + 0.005, "%u: %f",
                     i, index->total);
    }
  PARLEY_EXPECT (fabs (sum - 1) < 0.02, "%f", sum);
  PARLEY_EXPECT (fabs (importance->sobol->means[0] - 1.25) < 0.05, "%f",
                 importance->sobol->means[0]);
}

/* The mean is that of the triangle: (40 + 50 + 90) / 3 = 60. */
static void
distribution (void)
{
  g_autoptr(ParleyLoaded) loaded
      = load ("{ 'id': 'p', 'title': 'P', 'reservation': 50, 'weights': { 'i0': 1 }, "
              "'values': { 'i0': { 'o0': { 'value': 50, 'low': 40, 'high': 90 }, 'o1': 100 } } }");
  g_autoptr(ParleySensitivity) triangular = look (loaded, PARLEY_SPREAD_TRIANGULAR, 1);
  g_autoptr(ParleySensitivity) even = look (loaded, PARLEY_SPREAD_UNIFORM, 1);

  PARLEY_EXPECT (fabs (importance_of (triangular)->sobol->means[0] - 10) < 0.1, "%f",
                 importance_of (triangular)->sobol->means[0]);
  PARLEY_EXPECT (fabs (importance_of (even)->sobol->means[0] - 15) < 0.1, "%f",
                 importance_of (even)->sobol->means[0]);
}

/* Values that are the same leave nothing for weights to do. */
static void
nothing_varies (void)
{
  g_autoptr(ParleyLoaded) loaded
      = load ("{ 'id': 'p', 'title': 'P', 'reservation': 50, 'weights': { "
              "'i0': { 'value': 2, 'low': 1, 'high': 3 }, 'i1': 1 }, " VALUES ("40", "40") " }");
  g_autoptr(ParleySensitivity) sensitivity = look (loaded, PARLEY_SPREAD_TRIANGULAR, 1);

  PARLEY_EXPECT (importance_of (sensitivity)->sobol->variances[0] == 0, "%g",
                 importance_of (sensitivity)->sobol->variances[0]);
}

/* A ranking is one input, and numbers without a range are none. */
static void
ranking_is_one (void)
{
  g_autoptr(ParleyLoaded) loaded
      = load ("{ 'id': 'p', 'title': 'P', 'reservation': 50, 'ranking': ['i0', 'i1'], " VALUES (
          "20", "80") " }");
  g_autoptr(ParleySensitivity) sensitivity = look (loaded, PARLEY_SPREAD_TRIANGULAR, 1);
  const ParleyImportance *importance = importance_of (sensitivity);

  PARLEY_EXPECT (importance->doubts->len == 1
                     && g_array_index (importance->doubts, ParleyVaried, 0).is_ranking,
                 "%u", importance->doubts->len);
  /* Weights of 3/4 and 1/4 on average: 35 points. */
  PARLEY_EXPECT (fabs (importance->sobol->means[0] + 15) < 0.3, "%f", importance->sobol->means[0]);
  PARLEY_EXPECT (fabs (parley_sobol_index (importance->sobol, 0, 0)->total - 1) < 0.05, "%f",
                 parley_sobol_index (importance->sobol, 0, 0)->total);
}

static void
no_doubt (void)
{
  g_autoptr(ParleyLoaded) loaded
      = load ("{ 'id': 'p', 'title': 'P', 'reservation': 50, 'weights': { 'i0': 1 }, "
              "'values': { 'i0': { 'o0': 0, 'o1': 100 } } }");
  g_autoptr(ParleySensitivity) sensitivity = look (loaded, PARLEY_SPREAD_TRIANGULAR, 1);

  PARLEY_EXPECT (importance_of (sensitivity) == NULL, "there is something in doubt");
}

/* Weights of a ranking: means after N draws, within four standard errors. */
static const struct
{
  const char *ranking;
  double      want[4];
} rankings[] = {
  { "'i0', 'i1', 'i2'", { 0.6111, 0.2778, 0.1111, 0 } },
  { "'i3', 'i1', 'i0', 'i2'", { 0.1458, 0.2708, 0.0625, 0.5208 } },
  { "'i0', ['i1', 'i2']", { 0.6111, 0.19445, 0.19445, 0 } },
  { "['i0', 'i1', 'i2', 'i3']", { 0.25, 0.25, 0.25, 0.25 } },
};

#define N_DRAWS 20000

/* Whether the issue at @i is of the same rank as that before it. */
static gboolean
is_tied (const ParleyRanking *ranking, guint i)
{
  for (guint r = 0; r < ranking->n_ranks; r++)
    if (ranking->ranks[r] == i)
      return FALSE;
  return TRUE;
}

static void
draw_ranking (const ParleyRanking *ranking, guint which, const double *want)
{
  double sums[4] = { 0 }, squares[4] = { 0 };

  for (guint d = 0; d < N_DRAWS; d++)
    {
      guint32 random[4];
      double numbers[4];

      parley_random_block (9, d, PARLEY_RANDOM_SHARES, 0, random);
      for (guint i = 0; i < ranking->n; i++)
        numbers[i] = parley_random_unit (random[i]);
      parley_ranking_draw (ranking, numbers);
      for (guint i = 0; i < ranking->n; i++)
        {
          PARLEY_EXPECT (i == 0 || numbers[i] <= numbers[i - 1] || is_tied (ranking, i), "row %u",
                         which);
          sums[ranking->issues[i]] += numbers[i] / N_DRAWS;
          squares[ranking->issues[i]] += numbers[i] * numbers[i] / N_DRAWS;
        }
    }
  for (guint i = 0; i < 4; i++)
    {
      double error = sqrt (MAX (0, squares[i] - sums[i] * sums[i]) / N_DRAWS);

      PARLEY_EXPECT (fabs (sums[i] - want[i]) < 4 * error + 1e-4, "row %u, issue %u: %f", which, i,
                     sums[i]);
    }
}

static void
centroids (void)
{
  g_autofree char *issues = parley_small_choices (4, 2);
  const char *values = "'values': { 'i0': { 'o0': 0, 'o1': 100 }, 'i1': { 'o0': 0, 'o1': 100 }, "
                       "'i2': { 'o0': 0, 'o1': 100 }, 'i3': { 'o0': 0, 'o1': 100 } }";

  for (guint r = 0; r < G_N_ELEMENTS (rankings); r++)
    {
      g_autofree char *party
          = g_strdup_printf ("{ 'id': 'p', 'title': 'P', 'reservation': 0, 'ranking': [%s], %s }",
                             rankings[r].ranking, values);
      g_autoptr(ParleyLoaded) loaded = parley_small_load (issues, party, "");
      g_autoptr(ParleyRanking) ranking
          = parley_ranking_new (parley_scenario_party (loaded->scenario, 0));

      draw_ranking (ranking, r, rankings[r].want);
    }
}

static void
threads (void)
{
  g_autoptr(ParleyLoaded) loaded
      = load ("{ 'id': 'p', 'title': 'P', 'reservation': 50, 'weights': { "
              "'i0': { 'value': 2, 'low': 1, 'high': 3 }, 'i1': 1 }, " VALUES (
                  "{ 'value': 40, 'low': 30, 'high': 60 }", "70") " }");
  g_autoptr(ParleySensitivity) one = look (loaded, PARLEY_SPREAD_BETA, 1);
  g_autoptr(ParleySensitivity) four = look (loaded, PARLEY_SPREAD_BETA, 4);

  for (guint i = 0; i < 2; i++)
    PARLEY_EXPECT (parley_sobol_index (importance_of (one)->sobol, 0, i)->first
                       == parley_sobol_index (importance_of (four)->sobol, 0, i)->first,
                   "input %u", i);
}

void
parley_test_importance (void)
{
  CU_pSuite suite = CU_add_suite ("importance", NULL, NULL);

  CU_add_test (suite, "fixed weights", fixed_weights);
  CU_add_test (suite, "distributions", distribution);
  CU_add_test (suite, "nothing varies", nothing_varies);
  CU_add_test (suite, "a ranking is one input", ranking_is_one);
  CU_add_test (suite, "nothing in doubt", no_doubt);
  CU_add_test (suite, "rank-order centroids", centroids);
  CU_add_test (suite, "any number of threads", threads);
}

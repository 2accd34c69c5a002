/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranks of alternatives under drawn weights: a case that is worked out by hand, a published one,
 * and ties. */
#include "analysis/smaa.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "analysis/polytope.h"
#include "base/random.h"
#include "small.h"
#include "suites.h"

#define SEED     20250430
#define N_DRAWS  100000
#define N_TRIALS 20000 /* of the published case */
#define N_CHUNK  1000
#define STEPS    1e12 /* of a score */

/* Within four standard errors of a share of @n draws, or of a mean of numbers between 0 and 1. */
static void
expect_share (const char *label, double got, double want, double n)
{
  double error = sqrt (want * (1 - want) / n);

  PARLEY_EXPECT (fabs (got - want) <= 4 * error,
                 "%s: %g for %g, with an error of %g; seed %u, %.0f draws", label, got, want, error,
                 SEED, n);
}

/* Draws number @index of what does not depend on weights, between 0 and 1. */
static double
number_at (guint64 index, guint32 place)
{
  guint32 numbers[4];

  parley_random_block (SEED, index, PARLEY_RANDOM_INPUTS, place / 4, numbers);
  return parley_random_unit (numbers[place % 4]);
}

/* A = (1, 0), B = (0, 1), C = (.6, .6): C is first when each weighs between .4 and .6. */
static void
test_by_hand (void)
{
  static const double acceptability[3] = { 0.4, 0.4, 0.2 };
  static const double central[3] = { 0.8, 0.2, 0.5 };
  g_autoptr (ParleySmaa) smaa = parley_smaa_new (3, 2);

  for (guint d = 0; d < N_DRAWS; d++)
    {
      guint32 numbers[4];
      double shares[2];

      parley_random_block (SEED, d, PARLEY_RANDOM_INPUTS, 0, numbers);
      shares[0] = numbers[0] / 4294967296.0;
      shares[1] = 1 - shares[0];
      /* In steps of a fifth of 2^-32. */
      parley_smaa_add (smaa,
                       (ParleyScore[]){ (ParleyScore) 5 * numbers[0],
                                        5 * (((ParleyScore) 1 << 32) - numbers[0]),
                                        (ParleyScore) 3 << 32 },
                       shares);
    }
  for (guint a = 0; a < 3; a++)
    {
      double shares[2] = { 0, 0 };
      double width = acceptability[a]; /* of the weights for which it is first */

      expect_share ("first", parley_smaa_acceptability (smaa, a, 0), acceptability[a], N_DRAWS);
      PARLEY_EXPECT (parley_smaa_central (smaa, a, shares), "central weights of %u", a);
      PARLEY_EXPECT (fabs (shares[0] - central[a])
                         <= 4 * width / sqrt (12 * acceptability[a] * N_DRAWS),
                     "central weight of %u: %g for %g; seed %u, %u draws", a, shares[0], central[a],
                     SEED, N_DRAWS);
      PARLEY_EXPECT (fabs (shares[0] + shares[1] - 1) < 1e-9, "%u: sum", a);
    }
  expect_share ("C beats A", parley_smaa_wins (smaa, 2, 0), 0.6, N_DRAWS);
  expect_share ("A beats C", parley_smaa_wins (smaa, 0, 2), 0.4, N_DRAWS);
  expect_share ("A beats B", parley_smaa_wins (smaa, 0, 1), 0.5, N_DRAWS);
  /* C is second in the rest, and A third where B is first, or below C with less than B. */
  expect_share ("C second", parley_smaa_acceptability (smaa, 2, 1), 0.8, N_DRAWS);
  expect_share ("A third", parley_smaa_acceptability (smaa, 0, 2), 0.5, N_DRAWS);
}

/* Two of four tie for the first rank, then all do. Exact. */
static void
test_ties (void)
{
  static const double shares[2] = { 0.25, 0.75 };
  static const double other[2] = { 0.75, 0.25 };
  g_autoptr (ParleySmaa) smaa = parley_smaa_new (4, 2);
  double central[2];

  parley_smaa_add (smaa, (ParleyScore[]){ 7, 3, 7, 5 }, shares);
  parley_smaa_add (smaa, (ParleyScore[]){ 1, 1, 1, 1 }, other);
  CU_ASSERT_EQUAL (parley_smaa_acceptability (smaa, 0, 0), (0.5 + 0.25) / 2);
  CU_ASSERT_EQUAL (parley_smaa_acceptability (smaa, 0, 1), (0.5 + 0.25) / 2);
  CU_ASSERT_EQUAL (parley_smaa_acceptability (smaa, 0, 2), 0.25 / 2);
  CU_ASSERT_EQUAL (parley_smaa_acceptability (smaa, 1, 3), 1.25 / 2);
  CU_ASSERT_EQUAL (parley_smaa_acceptability (smaa, 3, 2), 1.25 / 2);
  CU_ASSERT_EQUAL (parley_smaa_wins (smaa, 0, 1), 0.75);
  CU_ASSERT_EQUAL (parley_smaa_wins (smaa, 1, 0), 0.25);
  CU_ASSERT_EQUAL (parley_smaa_wins (smaa, 0, 2), 0.5);
  CU_ASSERT (parley_smaa_central (smaa, 0, central));
  CU_ASSERT_DOUBLE_EQUAL (central[0], (0.25 / 2 + 0.75 / 4) / 0.75, 1e-15);
  CU_ASSERT_EQUAL (parley_smaa_first ((ParleyScore[]){ 7, 3, 7, 5 }, 4, 2), 0.5);
  CU_ASSERT_EQUAL (parley_smaa_first ((ParleyScore[]){ 7, 3, 7, 5 }, 4, 3), 0);
  CU_ASSERT_EQUAL (parley_smaa_first ((ParleyScore[]){ 7, 3, 8, 5 }, 4, 2), 1);
}

/* Scores beyond 64 bits, and an alternative that is never first. */
static void
test_edges (void)
{
  ParleyScore large = (ParleyScore) 1 << 100;
  g_autoptr (ParleySmaa) smaa = parley_smaa_new (2, 0);
  double none = 0;

  parley_smaa_add (smaa, (ParleyScore[]){ large, large + 1 }, NULL);
  parley_smaa_add (smaa, (ParleyScore[]){ -large, 1 - large }, NULL);
  CU_ASSERT_EQUAL (parley_smaa_acceptability (smaa, 1, 0), 1);
  CU_ASSERT (!parley_smaa_central (smaa, 0, &none));
  /* Ranks of two weigh 1 and (1/2) / (3/2). */
}

/* Chunks that are added give what one run gives. */
static void
test_merge (void)
{
  g_autoptr (ParleySmaa) whole = parley_smaa_new (3, 1);
  g_autoptr (ParleySmaa) sum = parley_smaa_new (3, 1);

  for (guint64 c = 0; c < 3; c++)
    {
      g_autoptr (ParleySmaa) part = parley_smaa_new (3, 1);

      for (guint64 d = 0; d < 100; d++)
        {
          ParleyScore scores[3];
          double share = (double) d / 128; /* sums of these are exact */

          for (guint32 i = 0; i < 3; i++)
            scores[i] = (ParleyScore) floor (1e6 * number_at (c * 100 + d, i));
          parley_smaa_add (part, scores, &share);
          parley_smaa_add (whole, scores, &share);
        }
      parley_smaa_merge (sum, part);
    }
  CU_ASSERT_EQUAL (sum->cells[0], 300);
  CU_ASSERT_EQUAL (memcmp (sum->cells, whole->cells, sum->n_cells * sizeof (double)), 0);
}

/* Thrombolytics (cases.md): two treatments of which three outcomes are known by trials */

typedef struct
{
  double low; /* worth 1; */
  double high; /* worth 0 */
  double events[2]; /* [treatment] */
  double others[2];
} Criterion;

static const Criterion criteria[3] = {
  { 0.00, 0.25, { 20, 8 }, { 116, 121 } }, /* deep vein thrombosis, proximal; */
  { 0.15, 0.40, { 40, 32 }, { 96, 97 } },  /* distal; */
  { 0.00, 0.10, { 1, 5 }, { 135, 124 } },  /* major bleeding */
};

/* What each treatment is worth on each criterion in one draw. */
typedef struct
{
  double of[2][3];
} Values;

static Values *
draw_values (void)
{
  Values *values = g_new (Values, N_TRIALS);

  for (guint d = 0; d < N_TRIALS; d++)
    for (guint t = 0; t < 2; t++)
      for (guint c = 0; c < 3; c++)
        {
          const Criterion *criterion = &criteria[c];
          double risk = gsl_cdf_beta_Pinv (number_at (d, 3 * t + c), criterion->events[t],
                                           criterion->others[t]);

          values[d].of[t][c] = (criterion->high - risk) / (criterion->high - criterion->low);
        }
  return values;
}

static void
score (const Values *values, const double *shares, ParleyScore scores[2])
{
  for (guint t = 0; t < 2; t++)
    {
      double sum = 0;

      for (guint c = 0; c < 3; c++)
        sum += shares[c] * values->of[t][c];
      scores[t] = (ParleyScore) llround (sum * STEPS);
    }
}

static ParleySmaa *
run_trials (const Values *values, const guint *ranks)
{
  static const char *const titles[3] = { "proximal", "distal", "bleeding" };
  ParleyPolytopeSpec spec = { .n_shares = 3, .titles = titles, .ranks = ranks };
  g_autoptr (ParleyPolytope) polytope = parley_polytope_new (&spec, NULL);
  ParleySmaa *smaa = parley_smaa_new (2, 3);
  double shares[N_CHUNK * 3];

  for (guint d = 0; d < N_TRIALS; d++)
    {
      const double *own = shares + (gsize) (d % N_CHUNK) * 3;
      ParleyScore scores[2];

      if (d % N_CHUNK == 0)
        parley_polytope_draw (polytope, SEED, 0, d / N_CHUNK, N_CHUNK, shares);
      score (&values[d], own, scores);
      parley_smaa_add (smaa, scores, own);
    }
  return smaa;
}

static double
confidence_of (const Values *values, const double *central, guint treatment)
{
  double sum = 0;

  for (guint d = 0; d < N_TRIALS; d++)
    {
      ParleyScore scores[2];

      score (&values[d], central, scores);
      sum += parley_smaa_first (scores, 2, treatment);
    }
  return sum / N_TRIALS;
}

static void
test_thrombolytics (void)
{
  static const double central[2][3] = { { .1936, .2754, .5310 }, { .4061, .3635, .2304 } };
  static const double confidence[2] = { .6540, .8908 };
  static const guint ranks[3] = { 0, 2, 1 };
  g_autofree Values *values = draw_values ();
  g_autoptr (ParleySmaa) smaa = run_trials (values, NULL);
  g_autoptr (ParleySmaa) ranked = run_trials (values, ranks);

  expect_share ("heparin first", parley_smaa_acceptability (smaa, 0, 0), .3424, N_TRIALS);
  expect_share ("heparin first, in order", parley_smaa_acceptability (ranked, 0, 0), .1352,
                N_TRIALS);
  for (guint t = 0; t < 2; t++)
    {
      double n = parley_smaa_acceptability (smaa, t, 0) * N_TRIALS;
      double shares[3];

      parley_smaa_central (smaa, t, shares);
      /* No share differs more from its mean than in all draws: a deviation of 1 / sqrt (18). */
      for (guint c = 0; c < 3; c++)
        PARLEY_EXPECT (fabs (shares[c] - central[t][c]) <= 4 / sqrt (18 * n),
                       "central weight %u of treatment %u: %g for %g; seed %u, %u draws", c, t,
                       shares[c], central[t][c], SEED, N_TRIALS);
      expect_share ("confidence", confidence_of (values, shares, t), confidence[t], N_TRIALS);
    }
}

void
parley_test_smaa (void)
{
  CU_pSuite suite = CU_add_suite ("smaa", NULL, NULL);

  CU_add_test (suite, "by hand", test_by_hand);
  CU_add_test (suite, "ties", test_ties);
  CU_add_test (suite, "edges", test_edges);
  CU_add_test (suite, "chunks", test_merge);
  CU_add_test (suite, "thrombolytics", test_thrombolytics);
}

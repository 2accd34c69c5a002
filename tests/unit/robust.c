/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conclusions over draws: published and hand-worked cases, and that work can be split. */
#include "analysis/robust.h"

#include <math.h>
#include <string.h>

#include "analysis/draw_shares.h"
#include "analysis/robust_reasons.h"
#include "base/error.h"
#include "base/random.h"
#include "drawn.h"
#include "sample.h"
#include "small.h"
#include "suites.h"

/* A tolerance of four standard errors. */
#define NEAR(got, want, n) (fabs ((got) - (want)) <= 4 * sqrt ((want) * (1 - (want)) / (n)) + 1e-9)

static ParleyRobust *
run (const ParleyScenario *scenario, ParleyRobustRequest request, guint n_threads)
{
  g_autofree guint *drafts = g_new (guint, scenario->drafts->len);
  g_autoptr(GError) error = NULL;
  ParleyCrew crew = { .n_threads = n_threads };
  ParleyRobust *robust = NULL;

  for (guint d = 0; d < scenario->drafts->len; d++)
    drafts[d] = d;
  request.drafts = drafts;
  request.n_drafts = scenario->drafts->len;
  robust = parley_robust_new (scenario, &request, &error);
  g_assert_no_error (error);
  CU_ASSERT (parley_robust_run (robust, NULL, &crew, &error));
  g_assert_no_error (error);
  return robust;
}

/* Alternatives (1, 0), (0, 1) and (.6, .6) on two issues with any weights: acceptabilities .4, .4
 * and .2, central weights of the first issue .8, .2 and .5. */
static void
test_smaa (void)
{
  static const double first[] = { 0.4, 0.4, 0.2 };
  static const double central[] = { 0.8, 0.2, 0.5 };
  g_autoptr(ParleyLoaded) loaded = parley_small_load (
      "{ 'id': 'a', 'title': 'A', 'kind': 'range', 'min': 0, 'max': 100, 'step': 20 },"
      "{ 'id': 'b', 'title': 'B', 'kind': 'range', 'min': 0, 'max': 100, 'step': 20 }",
      "{ 'id': 'p', 'title': 'P', 'reservation': 0, 'weights': "
      "{ 'a': { 'value': 1, 'low': 0, 'high': 2 }, 'b': { 'value': 1, 'low': 0, 'high': 2 } }, "
      "'values': { 'a': { 'points': [[0, 0], [100, 100]] }, 'b': { 'points': [[0, 0], [100, 100]] } } }",
      "'drafts': [ { 'id': 'x', 'title': 'X', 'terms': { 'a': 100, 'b': 0 } },"
      "{ 'id': 'y', 'title': 'Y', 'terms': { 'a': 0, 'b': 100 } },"
      "{ 'id': 'z', 'title': 'Z', 'terms': { 'a': 60, 'b': 60 } } ]");
  ParleyRobustRequest request
      = { .n_draws = 10000, .draws = { .weights = PARLEY_WEIGHTS_SIMPLEX, .seed = 7 } };
  g_autoptr(ParleyRobust) robust = run (loaded->scenario, request, 2);
  const ParleySmaa *smaa = g_ptr_array_index (robust->sums->smaa, 0);

  for (guint d = 0; d < 3; d++)
    {
      double got = parley_smaa_acceptability (smaa, d, 0);
      double shares[2] = { 0 };

      PARLEY_EXPECT (NEAR (got, first[d], 10000), "draft %u: %g", d, got);
      CU_ASSERT (parley_smaa_central (smaa, d, shares));
      PARLEY_EXPECT (fabs (shares[0] - central[d]) < 0.01, "draft %u: %g", d, shares[0]);
      PARLEY_EXPECT (((double *) g_ptr_array_index (robust->confidence, 0))[d] == 1,
                     "draft %u: best for its central weights", d);
    }
}

/* One party, one option, a score of 40 against a reservation of 30 to 50, red line or not: who
 * accepts, how often. */
static void
test_hand_worked (void)
{
  static const struct
  {
    const char  *reservation;
    const char  *more;
    ParleySpread spread;
    double       accepts;
  } rows[] = {
    { "{ 'value': 40, 'low': 30, 'high': 50 }", "", PARLEY_SPREAD_UNIFORM, 0.5 },
    { "{ 'value': 40, 'low': 30, 'high': 50 }", "", PARLEY_SPREAD_TRIANGULAR, 0.5 },
    { "{ 'value': 30, 'low': 30, 'high': 50 }", "", PARLEY_SPREAD_TRIANGULAR, 0.75 },
    { "{ 'value': 50, 'low': 30, 'high': 50 }", "", PARLEY_SPREAD_TRIANGULAR, 0.25 },
    { "{ 'value': 30, 'low': 30, 'high': 50 }", "", PARLEY_SPREAD_BETA, 0.96875 },
    { "30", ", 'red_lines': [ { 'id': 'r', 'never': { 'a': 'x' }, 'holds': 0.25 } ]",
      PARLEY_SPREAD_TRIANGULAR, 0.75 },
    { "30",
      ", 'red_lines': [ { 'id': 'r', 'never': { 'a': 'x' }, 'holds': "
      "{ 'value': 0.5, 'low': 0, 'high': 1 } } ]",
      PARLEY_SPREAD_UNIFORM, 0.5 },
    { "{ 'value': 40, 'low': 30, 'high': 50 }",
      ", 'red_lines': [ { 'id': 'r', 'never': { 'a': 'x' }, 'holds': 0.25 } ]",
      PARLEY_SPREAD_UNIFORM, 0.375 },
    { "40", "", PARLEY_SPREAD_TRIANGULAR, 1 },
    { "40.001", "", PARLEY_SPREAD_TRIANGULAR, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *party
          = g_strdup_printf ("{ 'id': 'p', 'title': 'P', 'reservation': %s, 'weights': { 'a': 1 }, "
                             "'values': { 'a': { 'x': 40, 'y': 0 } }%s }",
                             rows[i].reservation, rows[i].more);
      g_autoptr(ParleyLoaded) loaded = parley_small_load (
          "{ 'id': 'a', 'title': 'A', 'kind': 'choice', 'options': [ { 'id': 'x', 'title': 'X' }, "
          "{ 'id': 'y', 'title': 'Y' } ] }",
          party, "'drafts': [ { 'id': 'd', 'title': 'D', 'terms': { 'a': 'x' } } ]");
      ParleyRobustRequest request
          = { .n_draws = 6000, .deals = TRUE, .draws = { .spread = rows[i].spread, .seed = i } };
      g_autoptr(ParleyRobust) robust = run (loaded->scenario, request, 1);
      double got = parley_robust_part (robust->sums, 0, 0)[PARLEY_SUM_ACCEPTS] / 6000;

      /* A quantum is a thousandth of the range or so. */
      PARLEY_EXPECT (fabs (got - rows[i].accepts)
                         <= 4 * sqrt (rows[i].accepts * (1 - rows[i].accepts) / 6000)
                                + (rows[i].accepts == (int) rows[i].accepts ? 0 : 0.002),
                     "row %u: %g, want %g", i, got, rows[i].accepts);
      PARLEY_EXPECT (robust->sums->all[0] == parley_robust_part (robust->sums, 0, 0)[0],
                     "row %u: all are one", i);
      /* Both options stand open as deals, and only x can be worth 30. */
      PARLEY_EXPECT (*robust->sums->exists == robust->sums->all[0], "row %u: a deal", i);
    }
}

/* A share s has mean s and standard deviation sqrt (s (1 - s) / (concentration + 1)), whether
 * shares hardly move or one has nearly all; one of nothing stays nothing. */
static void
test_dirichlet (void)
{
  static const double concentrations[] = { 1e-9, 0.01, 0.3, 5, 50, 1400, 2e4, 1e6, 1e9 };
  static const double means[] = { 0.75, 0.25, 0 };
  const guint n = 20000;
  g_autoptr(ParleyLoaded) loaded = parley_small_load (
      "{ 'id': 'a', 'title': 'A', 'kind': 'range', 'min': 0, 'max': 1, 'step': 1 },"
      "{ 'id': 'b', 'title': 'B', 'kind': 'range', 'min': 0, 'max': 1, 'step': 1 },"
      "{ 'id': 'c', 'title': 'C', 'kind': 'range', 'min': 0, 'max': 1, 'step': 1 }",
      "{ 'id': 'p', 'title': 'P', 'reservation': 0, 'weights': { 'a': 3, 'b': 1, 'c': 0 }, "
      "'values': { 'a': { 'points': [[0, 0], [1, 100]] }, 'b': { 'points': [[0, 0], [1, 100]] } } }",
      "");
  const ParleyParty *party = parley_scenario_party (loaded->scenario, 0);

  for (guint c = 0; c < G_N_ELEMENTS (concentrations); c++)
    {
      double sums[3] = { 0 };
      double squares[3] = { 0 };

      for (guint i = 0; i < n; i++)
        {
          guint32 randoms[3 * PARLEY_DIRICHLET_RANDOMS];
          double shares[3] = { 0 };

          parley_random_fill (5, i, PARLEY_RANDOM_INPUTS, G_N_ELEMENTS (randoms), randoms);
          parley_draw_dirichlet (party, concentrations[c], randoms, shares);
          PARLEY_EXPECT (fabs (shares[0] + shares[1] + shares[2] - 1) < 1e-12, "%g: sum",
                         concentrations[c]);
          for (guint s = 0; s < 3; s++)
            {
              sums[s] += shares[s] / n;
              squares[s] += (shares[s] - means[s]) * (shares[s] - means[s]) / n;
            }
        }
      for (guint s = 0; s < 3; s++)
        {
          double sd = sqrt (means[s] * (1 - means[s]) / (concentrations[c] + 1));

          PARLEY_EXPECT (fabs (sums[s] - means[s]) <= 4 * sd / sqrt (n), "%g, share %u: mean %g",
                         concentrations[c], s, sums[s]);
          PARLEY_EXPECT (fabs (sqrt (squares[s]) - sd) <= 0.04 * sd, "%g, share %u: spread %g",
                         concentrations[c], s, sqrt (squares[s]));
        }
    }
}

static gboolean
same_sums (const ParleyRobust *a, const ParleyRobust *b)
{
  g_autoptr(GBytes) one = parley_robust_sums_to_bytes (a->sums);
  g_autoptr(GBytes) other = parley_robust_sums_to_bytes (b->sums);

  return g_bytes_equal (one, other);
}

/* Work split among threads, or sent as bytes chunk by chunk, comes to the same. */
static void
test_split (void)
{
  for (guint32 seed = 1; seed < 3 * parley_effort (8); seed += 3)
    {
      g_autoptr(ParleyLoaded) loaded = parley_random_scenario (seed);
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      ParleyRobustRequest request = { .n_draws = 520, .deals = TRUE, .draws = { .seed = seed } };
      g_autoptr(ParleyRobust) alone = NULL;
      g_autoptr(ParleyRobust) threads = NULL;
      g_autoptr(ParleyRobust) sent = NULL;

      parley_drawn_open (loaded->scenario, rand);
      alone = run (loaded->scenario, request, 1);
      threads = run (loaded->scenario, request, 3);
      PARLEY_EXPECT (same_sums (alone, threads), "seed %u: threads", seed);
      request.drafts = alone->draft_indices;
      request.n_drafts = alone->shape.n_drafts;
      sent = parley_robust_new (loaded->scenario, &request, NULL);
      for (guint c = 0; c < parley_robust_n_chunks (sent); c++)
        {
          g_autoptr(ParleyRobustSums) sums = parley_robust_work (sent, c, NULL);
          g_autoptr(GBytes) bytes = parley_robust_sums_to_bytes (sums);
          g_autoptr(GBytes) part = g_bytes_new_from_bytes (bytes, 0, g_bytes_get_size (bytes) - 1);
          g_autoptr(ParleyRobustSums) back = parley_robust_sums_from_bytes (&sent->shape, bytes);

          CU_ASSERT (parley_robust_sums_from_bytes (&sent->shape, part) == NULL);
          parley_robust_add (sent, back);
        }
      PARLEY_EXPECT (same_sums (alone, sent), "seed %u: sent", seed);
    }
}

/* Every draw counts once for each verdict; those with all accepting are in every party's. */
static void
test_sums (void)
{
  for (guint32 seed = 0; seed < parley_effort (24); seed++)
    {
      g_autoptr(ParleyLoaded) loaded = parley_random_scenario (seed);
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      ParleyRobustRequest request = { .n_draws = 300, .deals = TRUE, .draws = { .seed = seed } };
      g_autoptr(ParleyRobust) robust = NULL;

      parley_drawn_open (loaded->scenario, rand);
      robust = run (loaded->scenario, request, 1);
      for (guint d = 0; d < robust->shape.n_drafts; d++)
        for (guint p = 0; p < robust->shape.n_parties; p++)
          {
            const ParleyParty *party = parley_scenario_party (loaded->scenario, p);
            const double *part = parley_robust_part (robust->sums, d, p);
            double n
                = part[PARLEY_SUM_ACCEPTS] + part[PARLEY_SUM_DEPENDS] + part[PARLEY_SUM_REJECTS];

            if (parley_party_gives_verdict (party))
              PARLEY_EXPECT (n == 300 || n == 0, "seed %u: %g", seed, n);
            PARLEY_EXPECT (part[PARLEY_SUM_BARE] >= part[PARLEY_SUM_ACCEPTS], "seed %u", seed);
            if (parley_party_decides (party) && party->needed_when == NULL)
              PARLEY_EXPECT (robust->sums->all[2 * (gsize) d] <= part[PARLEY_SUM_ACCEPTS],
                             "seed %u", seed);
            PARLEY_EXPECT (robust->sums->all[2 * (gsize) d + 1] >= robust->sums->all[2 * (gsize) d],
                           "seed %u", seed);
          }
    }
}

/* A verdict that hangs on one number of two: it is named, and the other is not. */
static void
test_reasons (void)
{
  g_autoptr(ParleyLoaded) loaded = parley_small_load (
      "{ 'id': 'a', 'title': 'A', 'kind': 'choice', 'options': [ { 'id': 'x', 'title': 'X' }, "
      "{ 'id': 'y', 'title': 'Y' } ] }",
      "{ 'id': 'p', 'title': 'P', 'reservation': { 'value': 40, 'low': 30, 'high': 50 }, "
      "'weights': { 'a': { 'value': 2, 'low': 1, 'high': 3 } }, "
      "'values': { 'a': { 'x': 40, 'y': 0 } } }",
      "'drafts': [ { 'id': 'd', 'title': 'D', 'terms': { 'a': 'x' } } ]");
  ParleyRobustRequest request = { .n_draws = 5000, .draws = { .seed = 3 } };
  g_autoptr(ParleyRobust) robust = run (loaded->scenario, request, 1);
  g_autoptr(GArray) reasons = parley_robust_reasons (robust, PARLEY_ASK_VERDICT, 0, 0);
  const ParleyReason *reason = &g_array_index (reasons, ParleyReason, 0);
  g_autoptr(ParleyRobust) few = NULL;
  g_autoptr(GArray) none = NULL;
  mpq_t end;

  CU_ASSERT_FATAL (reasons->len == 1);
  CU_ASSERT (((const ParleyDrawnInput *) g_ptr_array_index (robust->draws->inputs, reason->input))
                 ->input.kind
             == PARLEY_INPUT_RESERVATION);
  CU_ASSERT (reason->low == 1 && reason->high == 0);
  request.n_draws = 6;
  few = run (loaded->scenario, request, 1);
  none = parley_robust_reasons (few, PARLEY_ASK_VERDICT, 0, 0);
  PARLEY_EXPECT (none->len == 0, "a handful of draws tells %u things", none->len);
  mpq_init (end);
  parley_robust_third_end (robust, reason->input, FALSE, end);
  CU_ASSERT (fabs (mpq_get_d (end) - (30 + 20 * sqrt (1 / 6.0))) < 0.03);
  mpq_clear (end);
}

static void
test_refusals (void)
{
  g_autoptr(ParleyLoaded) loaded = parley_small_load (
      "{ 'id': 'a', 'title': 'A', 'kind': 'choice', 'options': [ { 'id': 'x', 'title': 'X' } ] },"
      "{ 'id': 'b', 'title': 'B', 'kind': 'choice', 'options': [ { 'id': 'x', 'title': 'X' }, "
      "{ 'id': 'y', 'title': 'Y' } ] }",
      "{ 'id': 'p', 'title': 'P', 'reservation': 0, 'weights': "
      "{ 'a': { 'value': 6, 'low': 6, 'high': 7 }, 'b': 5 }, "
      "'values': { 'a': { 'x': 40 }, 'b': { 'x': 1, 'y': 0 } } }",
      "");
  ParleyRobustRequest request
      = { .n_draws = 10, .draws = { .weights = PARLEY_WEIGHTS_SIMPLEX, .seed = 3 } };
  g_autoptr(GError) error = NULL;

  /* The only weight that may move has nowhere to go, which is no contradiction. */
  g_autoptr(ParleyRobust) robust = parley_robust_new (loaded->scenario, &request, &error);

  g_assert_no_error (error);
  CU_ASSERT (robust != NULL && parley_polytope_dimension (robust->draws->shares[0]) == 0);
}

/* A draft that is worth 40 of 30 to 50, with weights and a reservation that may be too much. */
static ParleyRobust *
extreme_new (ParleyLoaded **loaded, const char *weights, const char *reservation, GError **error)
{
  g_autofree char *party
      = g_strdup_printf ("{ 'id': 'p', 'title': 'P', 'reservation': %s, 'weights': %s, "
                         "'values': { 'a': { 'x': 80, 'y': 0 }, 'b': { 'x': 0, 'y': 100 } } }",
                         reservation, weights);
  static const guint draft = 0;
  ParleyRobustRequest request
      = { .drafts = &draft, .n_drafts = 1, .n_draws = 2000, .draws = { .seed = 3 } };
  ParleyRobust *robust = NULL;

  *loaded = parley_small_load (
      "{ 'id': 'a', 'title': 'A', 'kind': 'choice', 'options': [ { 'id': 'x', 'title': 'X' }, "
      "{ 'id': 'y', 'title': 'Y' } ] },"
      "{ 'id': 'b', 'title': 'B', 'kind': 'choice', 'options': [ { 'id': 'x', 'title': 'X' }, "
      "{ 'id': 'y', 'title': 'Y' } ] }",
      party, "'drafts': [ { 'id': 'd', 'title': 'D', 'terms': { 'a': 'x', 'b': 'x' } } ]");
  robust = parley_robust_new ((*loaded)->scenario, &request, error);
  if (robust != NULL)
    CU_ASSERT (parley_robust_run (robust, NULL, NULL, error));
  return robust;
}

/* Numbers of any size come to the same or are refused, and rounding is told. */
static void
test_extremes (void)
{
  static const char doubtful[] = "{ 'value': 40, 'low': 30, 'high': 50 }";
  static const struct
  {
    const char *weights;
    const char *reservation;
    gboolean    refused;
    gboolean    rounded;
    double      accepts;
  } rows[] = {
    { "{ 'a': 1, 'b': { 'value': 1, 'low': 0.9, 'high': 1.1 } }", doubtful, FALSE, FALSE, 0.5 },
    { "{ 'a': 1e11, 'b': { 'value': 1e11, 'low': 9e10, 'high': 11e10 } }", doubtful, FALSE, FALSE,
      0.5 },
    { "{ 'a': 1e-12, 'b': { 'value': 1e-12, 'low': 9e-13, 'high': 11e-13 } }", doubtful, FALSE,
      FALSE, 0.5 },
    { "{ 'a': '1/3', 'b': { 'value': '1/3', 'low': '12345678901234567/41152263004115223', "
      "'high': 0.36666666666666666 } }",
      "{ 'value': '1234567890123456789/30864197253086419', 'low': 30, 'high': 50 }", FALSE, FALSE,
      0.5 },
    { "{ 'a': '1/9999999967', 'b': { 'value': '1/9999999929', 'low': '1/10000000019', "
      "'high': '1/9999999851' } }",
      doubtful, TRUE, FALSE, 0 },
    { "{ 'a': '9999999967/9999999929', 'b': { 'value': '9999999967/9999999929', 'low': 0.9, "
      "'high': 1.1 } }",
      "{ 'value': 40, 'low': 30, 'high': 50 }, 'adjustments': [ { 'id': 'c', "
      "'when': { 'a': 'y' }, 'points': '400000009/9999999851' } ]",
      FALSE, TRUE, 0.5 },
    { "{ 'a': 1e11, 'b': { 'value': 1e11, 'low': 9e10, 'high': 11e10 } }",
      "{ 'value': 40, 'low': 30, 'high': 50 }, 'adjustments': [ { 'id': 'c', "
      "'when': { 'a': 'y' }, 'points': 1e12 } ]",
      TRUE, FALSE, 0 },
    { "{ 'a': '9999999967/9999999929', 'b': 1 }",
      "{ 'value': 40, 'low': 30, 'high': 50 }, 'adjustments': [ { 'id': 'c', "
      "'when': { 'a': 'y' }, 'points': 1e12 } ]",
      TRUE, FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ParleyLoaded) loaded = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(ParleyRobust) robust
          = extreme_new (&loaded, rows[i].weights, rows[i].reservation, &error);

      PARLEY_EXPECT ((robust == NULL) == rows[i].refused, "row %u", i);
      if (rows[i].refused || robust == NULL)
        PARLEY_EXPECT (g_error_matches (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT), "row %u: %s", i,
                       error == NULL ? "no error" : error->message);
      else
        {
          double accepts = parley_robust_part (robust->sums, 0, 0)[PARLEY_SUM_ACCEPTS] / 2000;

          PARLEY_EXPECT (robust->draws->scales[0].rounded == rows[i].rounded, "row %u", i);
          PARLEY_EXPECT (fabs (accepts - rows[i].accepts) < 0.05, "row %u: %g", i, accepts);
        }
    }
}

void
parley_test_robust (void)
{
  CU_pSuite suite = CU_add_suite ("robust", NULL, NULL);

  CU_add_test (suite, "acceptabilities of the exact case", test_smaa);
  CU_add_test (suite, "shares worked out by hand", test_hand_worked);
  CU_add_test (suite, "shares around those written", test_dirichlet);
  CU_add_test (suite, "work that is split", test_split);
  CU_add_test (suite, "sums that hang together", test_sums);
  CU_add_test (suite, "what a verdict hangs on", test_reasons);
  CU_add_test (suite, "weights without a choice", test_refusals);
  CU_add_test (suite, "numbers large, small and long", test_extremes);
}

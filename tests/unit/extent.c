/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far scores go, and what occurs at all, against looking at every deal. */
#include "space/extent.h"

#include "analysis/verdict.h"
#include "base/error.h"
#include "expect.h"
#include "sample.h"
#include "small.h"
#include "suites.h"

/* Extents */

/* "accepts" and so on, as the feasible deals say. */
static ParleyVerdict
naive_verdict (const ParleySample *sample, guint party, gboolean red_lines)
{
  guint n_feasible = 0;
  guint n_accepted = 0;

  for (guint i = 0; i < sample->deals->len; i++)
    {
      const ParleyNaiveDeal *deal = parley_sample_deal (sample, i);

      n_feasible += (guint) deal->feasible;
      n_accepted += (guint) (deal->feasible
                             && parley_naive_accepts (sample->scenario, deal, party, red_lines));
    }
  return n_accepted == n_feasible ? PARLEY_VERDICT_ACCEPTS
         : n_accepted == 0        ? PARLEY_VERDICT_REJECTS
                                  : PARLEY_VERDICT_DEPENDS;
}

/* Returns: whether there is a feasible deal; sets the least and greatest score. */
static gboolean
naive_extent (const ParleySample *sample, guint party, ParleyScore *low, ParleyScore *high)
{
  gboolean found = FALSE;

  for (guint i = 0; i < sample->deals->len; i++)
    {
      const ParleyNaiveDeal *deal = parley_sample_deal (sample, i);
      ParleyScore score = parley_sample_steps (sample, party, deal->scores[party]);

      if (!deal->feasible)
        continue;
      *low = found ? MIN (*low, score) : score;
      *high = found ? MAX (*high, score) : score;
      found = TRUE;
    }
  return found;
}

static void
test_extent (void)
{
  guint n_verdicts[PARLEY_VERDICT_UNKNOWN] = { 0 };
  guint n_infeasible = 0;

  for (guint32 seed = 0; seed < PARLEY_N_SAMPLES; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      g_autofree ParleyExtent *extents = g_new (ParleyExtent, sample->utilities->len);
      gboolean feasible = FALSE;

      CU_ASSERT_TRUE (parley_extent (sample->space, sample->utilities, extents, &feasible, NULL));
      for (guint p = 0; p < sample->utilities->len; p++)
        {
          const ParleyUtility *utility = parley_sample_utility (sample, p);
          ParleyScore low = 0;
          ParleyScore high = 0;

          PARLEY_EXPECT (naive_extent (sample, p, &low, &high) == feasible, "seed %u", seed);
          PARLEY_EXPECT (extents[p].low == low && extents[p].high == high, "seed %u", seed);
          n_infeasible += !feasible;
          for (guint red_lines = 0; feasible && red_lines < 2; red_lines++)
            {
              ParleyVerdict want = naive_verdict (sample, p, red_lines == 1);

              n_verdicts[want]++;
              PARLEY_EXPECT (parley_verdict_of (utility, &extents[p], red_lines == 1) == want,
                             "seed %u, party %u", seed, p);
            }
        }
    }
  CU_ASSERT (n_verdicts[PARLEY_VERDICT_ACCEPTS] > 20);
  CU_ASSERT (n_verdicts[PARLEY_VERDICT_REJECTS] > 20);
  CU_ASSERT (n_verdicts[PARLEY_VERDICT_DEPENDS] > 20);
  CU_ASSERT (n_infeasible > 2);
}

#define RANGE(id) \
  "{ 'id': '" id "', 'title': 'T', 'kind': 'range', 'min': 0, 'max': 4641, 'step': 1 }"
#define PARTY \
  "{ 'id': 'p', 'title': 'P', 'reservation': 50, 'weights': { 'a': 1 }, " \
  "'values': { 'a': { 'points': [[0, 0], [4641, 100]] } } }"

/* What comes before the block without a deal leaves nothing behind. */
static void
test_extent_infeasible (void)
{
  g_autoptr(ParleyLoaded) loaded = parley_small_load (
      "{ 'id': 'a', 'title': 'A', 'kind': 'range', 'min': 1, 'max': 3, 'step': 1 }, "
      "{ 'id': 'b', 'title': 'B', 'kind': 'range', 'min': 1, 'max': 3, 'step': 1 }",
      "{ 'id': 'p', 'title': 'P', 'reservation': 50, 'weights': { 'a': 1 }, "
      "'values': { 'a': { 'points': [[1, 60], [3, 100]] } } }",
      "'rules': [{ 'id': 'r', 'forbid': { 'b': { 'max': 3 } } }]");
  g_autoptr(ParleySpace) space
      = parley_space_new (loaded->scenario, parley_domain_new (loaded->scenario), NULL, NULL, NULL);
  g_autoptr(GPtrArray) utilities = parley_utilities_new (space, NULL);
  ParleyExtent extent = { 1, 2, 3, 4 };
  gboolean feasible = TRUE;

  CU_ASSERT_TRUE (parley_extent (space, utilities, &extent, &feasible, NULL));
  CU_ASSERT_FALSE (feasible);
  CU_ASSERT_TRUE (extent.low == 0 && extent.high == 0);
  CU_ASSERT_TRUE (extent.verdict_low == 0 && extent.verdict_high == 0);
}

/* A block that is too large to be searched is refused, and says what ties it. */
static void
test_extent_limit (void)
{
  g_autoptr(ParleyLoaded) loaded
      = parley_small_load (RANGE ("a") ", " RANGE ("b") ", " RANGE ("c"), PARTY,
                           "'rules': [{ 'id': 'r', 'forbid': { 'a': 1, 'c': 1 } }, "
                           "{ 'id': 's', 'forbid': { 'a': 2, 'b': 2 } }]");
  g_autoptr(ParleySpace) space
      = parley_space_new (loaded->scenario, parley_domain_new (loaded->scenario), NULL, NULL, NULL);
  g_autoptr(GPtrArray) utilities = parley_utilities_new (space, NULL);
  g_autoptr(GError) error = NULL;
  ParleyExtent extent = { 0 };
  gboolean feasible = FALSE;

  CU_ASSERT_FALSE (parley_extent (space, utilities, &extent, &feasible, &error));
  CU_ASSERT_TRUE (g_error_matches (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT));
  PARLEY_EXPECT_TEXT ("message", error == NULL ? NULL : error->message,
                      "rules, red lines, adjustments and derived issues tie these issues "
                      "together, and they have more than 100000000 combinations: a, b, c");
}

/* Reach */

/* In how many feasible deals @predicate matches. */
static ParleyShare
naive_share (const ParleySample *sample, const ParleyPredicate *predicate)
{
  guint n_feasible = 0;
  guint n_matches = 0;

  for (guint i = 0; i < sample->deals->len; i++)
    {
      const ParleyNaiveDeal *deal = parley_sample_deal (sample, i);

      n_feasible += (guint) deal->feasible;
      n_matches += (guint) (deal->feasible && parley_predicate_matches (predicate, deal->options));
    }
  return n_matches == 0 ? PARLEY_NONE : n_matches == n_feasible ? PARLEY_ALL : PARLEY_SOME;
}

static void
expect_options (const ParleySample *sample, const ParleyReach *reach)
{
  for (guint a = 0; a < reach->n_axes; a++)
    for (guint o = 0; o < sample->space->domain->axes[a].n_options; o++)
      {
        gboolean occurs = FALSE;

        for (guint i = 0; i < sample->deals->len && !occurs; i++)
          {
            const ParleyNaiveDeal *deal = parley_sample_deal (sample, i);

            occurs = deal->feasible && deal->options[a] == o;
          }
        PARLEY_EXPECT (reach->options[a][o] == occurs, "axis %u, option %u", a, o);
      }
}

static void
expect_values (const ParleySample *sample, const ParleyReach *reach)
{
  for (guint f = 0; f < reach->n_factors; f++)
    {
      const ParleyFactor *factor = g_ptr_array_index (sample->space->factors, f);

      for (guint v = 0; v < factor->values->len; v++)
        {
          gboolean occurs = FALSE;

          for (guint i = 0; i < sample->deals->len && !occurs; i++)
            {
              const ParleyNaiveDeal *deal = parley_sample_deal (sample, i);

              occurs = deal->feasible && parley_factor_value (factor, deal->options) == v;
            }
          PARLEY_EXPECT (reach->values[f][v] == occurs, "factor %u, value %u", f, v);
        }
    }
}

static void
test_reach (void)
{
  guint n_shares[3] = { 0 };
  guint n_infeasible = 0;

  for (guint32 seed = 0; seed < PARLEY_N_SAMPLES; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      g_autoptr(ParleyReach) reach = parley_reach_new (sample->space);
      guint n_failures = CU_get_number_of_failures ();
      gboolean feasible = FALSE;

      for (guint i = 0; i < sample->deals->len; i++)
        feasible |= parley_sample_deal (sample, i)->feasible;
      n_infeasible += !feasible;
      CU_ASSERT_EQUAL (reach->feasible, feasible);
      expect_options (sample, reach);
      expect_values (sample, reach);
      for (guint c = 0; c < sample->space->couplings->len; c++)
        {
          const ParleyCoupling *coupling = g_ptr_array_index (sample->space->couplings, c);
          ParleyShare want = naive_share (sample, coupling->predicate);

          n_shares[want]++;
          PARLEY_EXPECT (reach->couplings[c] == want, "coupling %u", c);
        }
      PARLEY_EXPECT (CU_get_number_of_failures () == n_failures, "seed %u", seed);
    }
  for (guint share = 0; share < 3; share++)
    PARLEY_EXPECT (n_shares[share] > 20, "share %u", share);
  CU_ASSERT (n_infeasible > 2);
}

void
parley_test_extent (void)
{
  CU_pSuite suite = CU_add_suite ("extent and reach", NULL, NULL);

  CU_add_test (suite, "extents", test_extent);
  CU_add_test (suite, "no feasible deal", test_extent_infeasible);
  CU_add_test (suite, "a block that is too large", test_extent_limit);
  CU_add_test (suite, "reach", test_reach);
}

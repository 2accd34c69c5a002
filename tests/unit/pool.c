/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pool of acceptable deals, and draws from it. */
#include "space/pool.h"

#include "analysis/estimate.h"
#include "analysis/sample.h"
#include "sample.h"
#include "small.h"
#include "suites.h"

/* Which deal of a sample has @options. */
static guint
find_deal (const ParleySample *sample, const guint *options)
{
  guint n_axes = sample->space->domain->n_axes;

  for (guint i = 0; i < sample->deals->len; i++)
    if (parley_options_compare (parley_sample_deal (sample, i)->options, options, n_axes) == 0)
      return i;
  return G_MAXUINT;
}

static guint
count_acceptable (const ParleySample *sample, gboolean *acceptable)
{
  guint n = 0;

  for (guint i = 0; i < sample->deals->len; i++)
    {
      const ParleyNaiveDeal *deal = parley_sample_deal (sample, i);

      acceptable[i] = deal->feasible && parley_naive_all_accept (sample->scenario, deal, TRUE);
      n += (guint) acceptable[i];
    }
  return n;
}

/* Every acceptable deal is in it once, and nothing else. */
static void
test_pool (void)
{
  guint n_empty = 0, n_deals = 0;

  for (guint32 seed = 0; seed < PARLEY_N_SAMPLES; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      ParleyAcceptance acceptance = parley_acceptance (sample->space, sample->utilities, NULL);
      g_autoptr(ParleyPool) pool = parley_pool_new (&acceptance, NULL);
      g_autofree gboolean *left = g_new (gboolean, sample->deals->len);
      guint n = count_acceptable (sample, left);
      g_autofree guint64 *ranks = g_new (guint64, MAX (1, n));
      g_autoptr(GPtrArray) deals = NULL;

      n_deals += n;
      n_empty += n == 0;
      PARLEY_EXPECT (pool->n == n, "seed %u", seed);
      for (guint i = 0; i < n; i++)
        ranks[i] = i;
      deals = parley_pool_take (pool, ranks, n);
      CU_ASSERT_EQUAL (deals->len, n);
      for (guint i = 0; i < deals->len; i++)
        {
          guint at = find_deal (sample, g_ptr_array_index (deals, i));

          PARLEY_EXPECT (at != G_MAXUINT && left[at], "seed %u, deal %u", seed, i);
          if (at != G_MAXUINT)
            left[at] = FALSE;
        }
    }
  CU_ASSERT (n_deals > parley_effort (1000));
  CU_ASSERT (n_empty > parley_effort (10));
}

#define N_DRAWS 20000

/* Each deal comes up as often as chance has it: within five standard deviations. */
static void
test_draws (void)
{
  guint n_tried = 0;

  for (guint32 seed = 0; seed < 40; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      ParleyAcceptance acceptance = parley_acceptance (sample->space, sample->utilities, NULL);
      g_autofree gboolean *acceptable = g_new (gboolean, sample->deals->len);
      g_autofree guint *n_drawn = g_new0 (guint, sample->deals->len);
      guint n = count_acceptable (sample, acceptable);
      g_autoptr(GPtrArray) deals = NULL;

      if (n < 2 || n > 30)
        continue;
      n_tried++;
      deals = parley_sample (&acceptance, N_DRAWS, seed, NULL);
      CU_ASSERT_EQUAL (deals->len, N_DRAWS);
      for (guint i = 0; i < deals->len; i++)
        n_drawn[find_deal (sample, ((ParleyDeal *) g_ptr_array_index (deals, i))->options)]++;
      for (guint i = 0; i < sample->deals->len; i++)
        {
          double mean = (double) N_DRAWS / n;
          double off = n_drawn[i] - (acceptable[i] ? mean : 0);

          PARLEY_EXPECT (acceptable[i] ? off * off <= 25 * mean : off == 0, "seed %u, deal %u",
                         seed, i);
        }
    }
  CU_ASSERT (n_tried > 5);
}

/* Within five standard errors of the share @n_of in @n_all. */
static gboolean
is_near (const ParleyEstimate *estimate, guint n_drawn, guint n_of, guint n_all)
{
  double share = (double) n_of / n_all;
  double off = parley_estimate_share (estimate, n_drawn) - share;

  return off * off <= 25 * share * (1 - share) / estimate->n_draws;
}

static void
test_estimates (void)
{
  guint n_none = 0, n_some = 0;

  for (guint32 seed = 0; seed < PARLEY_N_SAMPLES; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      ParleyAcceptance acceptance = parley_acceptance (sample->space, sample->utilities, NULL);
      g_autoptr(ParleyEstimate) estimate = parley_estimate_new (&acceptance, 2000, seed, NULL);
      g_autofree gboolean *acceptable = g_new (gboolean, sample->deals->len);
      guint n_all = count_acceptable (sample, acceptable);
      guint n_feasible = 0;

      for (guint i = 0; i < sample->deals->len; i++)
        n_feasible += (guint) parley_sample_deal (sample, i)->feasible;
      n_none += n_feasible == 0;
      PARLEY_EXPECT ((estimate == NULL) == (n_feasible == 0), "seed %u", seed);
      if (estimate == NULL)
        continue;
      CU_ASSERT_EQUAL (mpz_get_ui (estimate->n_feasible), n_feasible);
      PARLEY_EXPECT (is_near (estimate, estimate->n_all, n_all, n_feasible), "seed %u", seed);
      n_some += n_all > 0 && n_all < n_feasible;
      for (guint p = 0; p < estimate->n_parties; p++)
        {
          guint n = 0;

          for (guint i = 0; i < sample->deals->len; i++)
            n += parley_sample_deal (sample, i)->feasible
                 && parley_naive_accepts (sample->scenario, parley_sample_deal (sample, i), p,
                                          TRUE);
          PARLEY_EXPECT (is_near (estimate, estimate->n_accepting[p], n, n_feasible),
                         "seed %u, party %u", seed, p);
        }
    }
  CU_ASSERT (n_none > 1);
  CU_ASSERT (n_some > parley_effort_rare (50));
}

/* The same seed draws the same, another seed something else; without a deal there is none. */
static void
test_seeds (void)
{
  guint n_different = 0, n_none = 0;

  for (guint32 seed = 0; seed < 40; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      ParleyAcceptance acceptance = parley_acceptance (sample->space, sample->utilities, NULL);
      g_autoptr(GPtrArray) first = parley_sample (&acceptance, 20, 1, NULL);
      g_autoptr(GPtrArray) again = parley_sample (&acceptance, 20, 1, NULL);
      g_autoptr(GPtrArray) other = parley_sample (&acceptance, 20, 2, NULL);
      gboolean different = FALSE;

      n_none += first->len == 0;
      for (guint i = 0; i < first->len; i++)
        {
          const ParleyDeal *deal = g_ptr_array_index (first, i);
          guint n_axes = sample->space->domain->n_axes;

          CU_ASSERT_EQUAL (parley_options_compare (
                               deal->options,
                               ((ParleyDeal *) g_ptr_array_index (again, i))->options, n_axes),
                           0);
          different
              |= parley_options_compare (
                     deal->options, ((ParleyDeal *) g_ptr_array_index (other, i))->options, n_axes)
                 != 0;
        }
      n_different += (guint) different;
    }
  CU_ASSERT (n_different > 10);
  CU_ASSERT (n_none > 1);
}

void
parley_test_pool (void)
{
  CU_pSuite suite = CU_add_suite ("pool", NULL, NULL);

  CU_add_test (suite, "each acceptable deal once", test_pool);
  CU_add_test (suite, "draws are uniform", test_draws);
  CU_add_test (suite, "estimates", test_estimates);
  CU_add_test (suite, "seeds", test_seeds);
}

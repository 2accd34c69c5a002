/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verdict of all together does not hang on what it is read off. */
#include "analysis/score.h"

#include "sample.h"
#include "small.h"
#include "suites.h"

static ParleyScores *
score_draft (const ParleySample *sample, ParleyScoreDepth depth)
{
  static const guint first = 0;

  return parley_scores_new (sample->scenario, &first, 1, depth, NULL);
}

static const ParleyDraftScore *
only (const ParleyScores *scores)
{
  return g_ptr_array_index (scores->drafts, 0);
}

/* As defined, over the completions one by one. */
static ParleyVerdict
naive_verdict (const ParleySample *sample, gboolean red_lines)
{
  guint n_feasible = 0;
  guint n_accepted = 0;

  for (guint i = 0; i < sample->deals->len; i++)
    {
      const ParleyNaiveDeal *deal = parley_sample_deal (sample, i);

      n_feasible += deal->feasible;
      n_accepted += deal->feasible && parley_naive_all_accept (sample->scenario, deal, red_lines);
    }
  if (n_feasible == 0)
    return PARLEY_VERDICT_INFEASIBLE;
  if (n_accepted == n_feasible)
    return PARLEY_VERDICT_ACCEPTS;
  return n_accepted == 0 ? PARLEY_VERDICT_REJECTS : PARLEY_VERDICT_DEPENDS;
}

static void
test_joint (void)
{
  guint n_found[PARLEY_VERDICT_UNKNOWN + 1] = { 0 };

  for (guint32 seed = 1; seed < 6 * PARLEY_N_SAMPLES; seed += 2)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      g_autoptr(ParleyScores) counted = score_draft (sample, PARLEY_SCORE_COUNTS);
      g_autoptr(ParleyScores) told = score_draft (sample, PARLEY_SCORE_VERDICTS);
      ParleyVerdict want = naive_verdict (sample, TRUE);
      ParleyVerdict want_bare = naive_verdict (sample, FALSE);

      n_found[want]++;
      PARLEY_EXPECT (only (counted)->verdict == want, "seed %u, counted", seed);
      PARLEY_EXPECT (only (told)->verdict == want, "seed %u, told", seed);
      PARLEY_EXPECT (only (counted)->bare_verdict == want_bare, "seed %u, counted, bare", seed);
      PARLEY_EXPECT (only (told)->bare_verdict == want_bare, "seed %u, told, bare", seed);
      CU_ASSERT_PTR_NOT_NULL (only (counted)->counts);
      CU_ASSERT_PTR_NULL (only (told)->counts);
    }
  CU_ASSERT (n_found[PARLEY_VERDICT_ACCEPTS] > parley_effort (40));
  CU_ASSERT (n_found[PARLEY_VERDICT_REJECTS] > parley_effort (40));
  CU_ASSERT (n_found[PARLEY_VERDICT_DEPENDS] > parley_effort (40));
  CU_ASSERT (n_found[PARLEY_VERDICT_INFEASIBLE] > parley_effort (40));
}

void
parley_test_joint (void)
{
  CU_pSuite suite = CU_add_suite ("joint", NULL, NULL);

  CU_add_test (suite, "verdicts with and without counts", test_joint);
}

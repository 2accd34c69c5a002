/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The engine against going through all deals one by one in fractions: each byte is a choice of how
 * a small scenario is made, and the first few of what is asked. */
#include <string.h>

#include "analysis/landscape.h"
#include "analysis/score.h"
#include "fuzz.h"
#include "unit/found.h"
#include "unit/naive_solutions.h"
#include "unit/random_scenario.h"

/* How completions of a draft turn out, for one party or all together. */
typedef struct
{
  guint n;
  guint n_accepted;
} Tally;

static ParleyVerdict
verdict_of (const Tally *tally)
{
  if (tally->n == 0)
    return PARLEY_VERDICT_INFEASIBLE;
  if (tally->n_accepted == 0)
    return PARLEY_VERDICT_REJECTS;
  return tally->n_accepted == tally->n ? PARLEY_VERDICT_ACCEPTS : PARLEY_VERDICT_DEPENDS;
}

/* Whether @low and @high are the ends of what the party's scores are. */
static void
check_ends (const ParleySample *sample, const ParleyStanding *standing)
{
  mpq_t low, high;
  guint n = 0;

  mpq_inits (low, high, NULL);
  for (guint i = 0; i < sample->deals->len; i++)
    {
      const ParleyNaiveDeal *deal = parley_sample_deal (sample, i);

      if (!deal->feasible)
        continue;
      if (n == 0 || mpq_cmp (deal->scores[standing->party], low) < 0)
        mpq_set (low, deal->scores[standing->party]);
      if (n == 0 || mpq_cmp (deal->scores[standing->party], high) > 0)
        mpq_set (high, deal->scores[standing->party]);
      n++;
    }
  if (n > 0)
    PARLEY_FUZZ_REQUIRE (mpq_equal (low, standing->low) && mpq_equal (high, standing->high));
  mpq_clears (low, high, NULL);
}

static void
check_standing (const ParleySample *sample, const ParleyStanding *standing, gboolean red_lines)
{
  ParleyVerdict verdict = red_lines ? standing->verdict : standing->bare_verdict;
  Tally tally = { 0, 0 };

  if (verdict == PARLEY_VERDICT_NONE)
    return;
  for (guint i = 0; i < sample->deals->len; i++)
    {
      const ParleyNaiveDeal *deal = parley_sample_deal (sample, i);

      tally.n += (guint) deal->feasible;
      tally.n_accepted
          += deal->feasible
             && parley_naive_accepts (sample->scenario, deal, standing->party, red_lines);
    }
  PARLEY_FUZZ_REQUIRE (verdict == verdict_of (&tally));
}

static void
check_joint (const ParleySample *sample, const ParleyDraftScore *score, gboolean red_lines)
{
  Tally tally = { 0, 0 };

  for (guint i = 0; i < sample->deals->len; i++)
    {
      const ParleyNaiveDeal *deal = parley_sample_deal (sample, i);

      tally.n += (guint) deal->feasible;
      tally.n_accepted
          += deal->feasible && parley_naive_all_accept (sample->scenario, deal, red_lines);
    }
  PARLEY_FUZZ_REQUIRE ((red_lines ? score->verdict : score->bare_verdict) == verdict_of (&tally));
}

static void
check_draft (const ParleySample *sample)
{
  const guint first = 0;
  g_autoptr(ParleyScores) scores
      = parley_scores_new (sample->scenario, &first, 1, PARLEY_SCORE_COUNTS, NULL);
  const ParleyDraftScore *score = NULL;

  PARLEY_FUZZ_REQUIRE (scores != NULL);
  score = g_ptr_array_index (scores->drafts, 0);
  for (guint red_lines = 0; red_lines < 2; red_lines++)
    {
      check_joint (sample, score, red_lines == 1);
      for (guint p = 0; p < score->standings->len; p++)
        check_standing (sample, g_ptr_array_index (score->standings, p), red_lines == 1);
    }
  for (guint p = 0; p < score->standings->len; p++)
    {
      const ParleyStanding *standing = g_ptr_array_index (score->standings, p);

      if (standing->scored)
        check_ends (sample, standing);
    }
}

static void
check_search (const ParleySample *sample, guint by, guint n_top, gboolean efficient)
{
  static const ParleyOrderKind kinds[] = { PARLEY_ORDER_NASH, PARLEY_ORDER_EGALITARIAN,
                                           PARLEY_ORDER_UTILITARIAN, PARLEY_ORDER_PARTY };
  ParleyOrderKind kind = kinds[by % G_N_ELEMENTS (kinds)];
  guint slot = by / G_N_ELEMENTS (kinds) % sample->utilities->len;
  g_autofree guint *slots = g_new (guint, sample->utilities->len);
  guint n_slots = parley_negotiating_slots (sample->space, sample->utilities, slots);
  g_autoptr(ParleyOrder) order = kind == PARLEY_ORDER_PARTY
                                      ? parley_order_new (kind, sample->utilities, &slot, 1)
                                      : parley_order_new (kind, sample->utilities, slots, n_slots);
  const ParleyQuery query = { .order = order,
                              .n_top = n_top,
                              .efficient = efficient,
                              .count = TRUE,
                              .memory = PARLEY_BUDGET_DEFAULT };
  g_autoptr(ParleyFindings) findings
      = parley_search (sample->space, sample->utilities, &query, NULL);
  ParleyFoundSeen seen = { 0 };

  PARLEY_FUZZ_REQUIRE (findings != NULL);
  parley_found_expect (sample, &query, findings, &seen);
}

/* Whether the deal of @options is among those of @indices. */
static gboolean
is_among (const ParleySample *sample, const GArray *indices, const guint *options)
{
  gsize size = sample->space->domain->n_axes * sizeof *options;

  for (guint i = 0; i < indices->len; i++)
    if (memcmp (parley_sample_deal (sample, g_array_index (indices, guint, i))->options, options,
                size)
        == 0)
      return TRUE;
  return FALSE;
}

static void
check_solution (const ParleySample *sample,
                const ParleyLandscape *landscape,
                ParleySolution solution)
{
  g_autoptr(GArray) want = parley_naive_solution (sample->scenario, sample->deals, solution);
  const GPtrArray *landmarks = landscape->solutions[solution];
  guint n = 0;

  for (guint i = 0; i < landmarks->len; i++)
    {
      const ParleyLandmark *landmark = g_ptr_array_index (landmarks, i);

      n += landmark->deals->len;
      for (guint d = 0; d < landmark->deals->len; d++)
        PARLEY_FUZZ_REQUIRE (is_among (sample, want, g_ptr_array_index (landmark->deals, d)));
    }
  PARLEY_FUZZ_REQUIRE (n == want->len);
}

/* Comparing each with each takes too long with more. */
#define MOST_TO_COMPARE 1000

static void
check_solutions (const ParleySample *sample)
{
  const ParleyDealsRequest request = { .among = PARLEY_AMONG_ALL,
                                       .by = PARLEY_ORDER_NASH,
                                       .n_top = 1,
                                       .n_ties = sample->deals->len,
                                       .memory = PARLEY_BUDGET_DEFAULT };
  g_autoptr(ParleyLandscape) landscape
      = parley_landscape_new (sample->scenario, &request, PARLEY_AMONG_ALL, NULL);

  PARLEY_FUZZ_REQUIRE (landscape != NULL);
  for (guint s = 0; s < PARLEY_N_SOLUTIONS; s++)
    check_solution (sample, landscape, (ParleySolution) s);
}

void
parley_fuzz_deals (const guint8 *data, gsize size)
{
  guint8 asked[3] = { 0 };
  gsize n_asked = MIN (size, sizeof asked);
  g_autoptr(ParleySample) sample = NULL;

  if (n_asked > 0)
    memcpy (asked, data, n_asked);
  sample = parley_sample_take (parley_random_scenario_of (data + n_asked, size - n_asked),
                               asked[0] % 2 == 1);
  if (sample->draft != NULL)
    check_draft (sample);
  else if (sample->deals->len <= MOST_TO_COMPARE)
    check_solutions (sample);
  check_search (sample, asked[1], asked[2] / 2, asked[2] % 2 == 1);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counting without looking at every deal, against looking at every deal. */
#include "space/count.h"

#include "sample.h"
#include "small.h"
#include "space/halves.h"
#include "suites.h"

/* What the samples contain, so that no comparison is one of nothing with nothing. */
typedef struct
{
  guint n_deciding[5]; /* samples by number of deciding parties */
  guint n_infeasible;
  guint n_single_options;
  guint n_on_reservation;
  guint n_waived;
  guint n_unlike; /* red lines make a difference */
} Seen;

static ParleyHalves *
make_halves (const ParleySample *sample)
{
  g_autoptr(GError) error = NULL;
  ParleyHalves *halves = parley_halves_new (sample->space, sample->utilities, &error);

  g_assert_no_error (error);
  return halves;
}

/* Counts among the deals that have @option on @axis (-1: among all). */
static void
expect_tally (const ParleySample *sample,
              const ParleyTally  *tally,
              int                 axis,
              guint               option,
              gboolean            red_lines)
{
  guint n_parties = sample->scenario->parties->len;
  g_autofree guint64 *by_party = g_new0 (guint64, n_parties);
  guint64 feasible = 0;
  guint64 all = 0;

  for (guint i = 0; i < sample->deals->len; i++)
    {
      const ParleyNaiveDeal *deal = parley_sample_deal (sample, i);

      if (!deal->feasible || (axis >= 0 && deal->options[axis] != option))
        continue;
      feasible++;
      all += (guint64) parley_naive_all_accept (sample->scenario, deal, red_lines);
      for (guint p = 0; p < n_parties; p++)
        by_party[p] += (guint64) parley_naive_accepts (sample->scenario, deal, p, red_lines);
    }
  PARLEY_EXPECT (mpz_cmp_ui (tally->feasible, feasible) == 0, "axis %d, option %u", axis, option);
  PARLEY_EXPECT (mpz_cmp_ui (tally->all, all) == 0, "axis %d, option %u, red lines %d", axis,
                 option, red_lines);
  for (guint p = 0; p < n_parties; p++)
    PARLEY_EXPECT (mpz_cmp_ui (tally->by_party[p], by_party[p]) == 0,
                   "axis %d, option %u, party %u", axis, option, p);
}

static void
expect_counts (const ParleySample *sample, gboolean red_lines)
{
  ParleyAcceptance acceptance = parley_acceptance (sample->space, sample->utilities, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyCounts) counts = NULL;

  acceptance.red_lines = red_lines;
  counts = parley_count (&acceptance, PARLEY_COUNT_EVERYONE_BY_OPTION, &error);

  g_assert_no_error (error);
  CU_ASSERT_EQUAL (counts->n_axes, sample->space->domain->n_axes);
  expect_tally (sample, &counts->total, -1, 0, red_lines);
  for (guint a = 0; a < counts->n_axes; a++)
    for (guint o = 0; o < counts->n_options[a]; o++)
      expect_tally (sample, &counts->by_option[a][o], (int) a, o, red_lines);
}

static void
look_at_deals (const ParleySample *sample, Seen *seen)
{
  guint n_feasible = 0;

  for (guint i = 0; i < sample->deals->len; i++)
    {
      const ParleyNaiveDeal *deal = parley_sample_deal (sample, i);

      n_feasible += (guint) deal->feasible;
      for (guint p = 0; deal->feasible && p < deal->n_parties; p++)
        {
          const ParleyNumber *reservation
              = parley_scenario_party (sample->scenario, p)->reservation;

          seen->n_on_reservation
              += reservation != NULL && mpq_equal (deal->scores[p], reservation->value);
          seen->n_waived += (guint) deal->waived[p];
        }
      seen->n_unlike += parley_naive_all_accept (sample->scenario, deal, TRUE)
                        != parley_naive_all_accept (sample->scenario, deal, FALSE);
    }
  seen->n_infeasible += n_feasible == 0;
}

static void
look_at (const ParleySample *sample, Seen *seen)
{
  guint n_deciding = 0;

  for (guint p = 0; p < sample->scenario->parties->len; p++)
    n_deciding += (guint) parley_party_decides (parley_scenario_party (sample->scenario, p));
  seen->n_deciding[n_deciding]++;
  for (guint a = 0; a < sample->space->domain->n_axes; a++)
    seen->n_single_options += sample->space->domain->axes[a].n_options == 1;
  look_at_deals (sample, seen);
}

static void
test_counts (void)
{
  Seen seen = { 0 };

  for (guint32 seed = 0; seed < PARLEY_N_SAMPLES; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      guint n_failures = CU_get_number_of_failures ();

      look_at (sample, &seen);
      expect_counts (sample, TRUE);
      expect_counts (sample, FALSE);
      PARLEY_EXPECT (CU_get_number_of_failures () == n_failures, "seed %u", seed);
    }
  for (guint n = 1; n <= 4; n++)
    PARLEY_EXPECT (seen.n_deciding[n] > 5, "%u deciding parties", n);
  CU_ASSERT (seen.n_infeasible > 1);
  CU_ASSERT (seen.n_single_options > 20);
  CU_ASSERT (seen.n_on_reservation > 50);
  CU_ASSERT (seen.n_waived > 100);
  CU_ASSERT (seen.n_unlike > 100);
}

/* Each half holds whole blocks; together they hold every axis once and, paired, every
 * feasible deal once. */
static void
test_halves (void)
{
  for (guint32 seed = 0; seed < PARLEY_N_SAMPLES; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      g_autoptr(ParleyHalves) halves = make_halves (sample);
      g_autofree guint *half_of = g_new0 (guint, sample->space->domain->n_axes);
      gsize n_feasible = 0;

      for (guint h = 0; h < 2; h++)
        for (guint i = 0; i < halves->halves[h].n_axes; i++)
          half_of[halves->halves[h].axes[i]] += h + 1;
      for (guint b = 0; b < sample->space->blocks->len; b++)
        {
          const ParleyIssueBlock *block = g_ptr_array_index (sample->space->blocks, b);

          for (guint i = 0; i < block->n_axes; i++)
            PARLEY_EXPECT (half_of[block->axes[i]] == half_of[block->axes[0]]
                               && (half_of[block->axes[i]] == 1 || half_of[block->axes[i]] == 2),
                           "seed %u", seed);
        }
      for (guint i = 0; i < sample->deals->len; i++)
        n_feasible += (gsize) parley_sample_deal (sample, i)->feasible;
      PARLEY_EXPECT (halves->halves[0].n_entries * halves->halves[1].n_entries == n_feasible,
                     "seed %u", seed);
    }
}

/* Dependence */

static gboolean
differ_only_on (const ParleyNaiveDeal *a, const ParleyNaiveDeal *b, guint axis, guint n_axes)
{
  for (guint i = 0; i < n_axes; i++)
    if ((a->options[i] != b->options[i]) != (i == axis))
      return FALSE;
  return TRUE;
}

/* As defined: two completions that differ only there differ in verdict. */
static gboolean
naive_depends (const ParleySample *sample, guint party, guint axis)
{
  for (guint i = 0; i < sample->deals->len; i++)
    for (guint j = i + 1; j < sample->deals->len; j++)
      {
        const ParleyNaiveDeal *a = parley_sample_deal (sample, i);
        const ParleyNaiveDeal *b = parley_sample_deal (sample, j);

        if (a->feasible && b->feasible && differ_only_on (a, b, axis, sample->space->domain->n_axes)
            && parley_naive_accepts (sample->scenario, a, party, TRUE)
                   != parley_naive_accepts (sample->scenario, b, party, TRUE))
          return TRUE;
      }
  return FALSE;
}

static void
test_depends (void)
{
  guint n_found[2] = { 0, 0 };

  for (guint32 seed = 0; seed < 2 * PARLEY_N_SAMPLES; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      g_autoptr(ParleyHalves) halves = make_halves (sample);

      /* Comparing every pair of deals takes long. */
      if (sample->deals->len > 200)
        continue;
      for (guint p = 0; p < sample->utilities->len; p++)
        for (guint a = 0; a < sample->space->domain->n_axes; a++)
          {
            gboolean want = naive_depends (sample, p, a);

            n_found[want]++;
            PARLEY_EXPECT (parley_verdict_depends (sample->space, sample->utilities, halves, p, a)
                               == want,
                           "seed %u, party %u, axis %u", seed, p, a);
          }
    }
  CU_ASSERT (n_found[FALSE] > 100);
  CU_ASSERT (n_found[TRUE] > 100);
}

/* Where a score would stand: before those that tie with it. */
static void
test_ranking (void)
{
  static const struct
  {
    int score;
    gsize want;
  } rows[] = { { -9, 0 }, { -5, 0 }, { -4, 1 }, { 2, 1 }, { 3, 4 }, { 7, 4 }, { 8, 5 } };
  static const ParleyScore scores[] = { 2, 7, 2, -5, 2 };
  static const guint order[] = { 3, 0, 2, 4, 1 };
  g_autoptr(ParleyRanking) ranking
      = parley_ranking_new_take (g_memdup2 (scores, sizeof scores), G_N_ELEMENTS (scores));
  g_autoptr(ParleyRanking) empty = parley_ranking_new_take (NULL, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      CU_ASSERT_EQUAL (ranking->order[i], order[i]);
      CU_ASSERT_TRUE (ranking->sorted[i] == scores[order[i]]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    PARLEY_EXPECT (parley_ranking_count_below (ranking, rows[i].score) == rows[i].want, "below %d",
                   rows[i].score);
  CU_ASSERT_EQUAL (parley_ranking_count_below (empty, 0), 0);
}

void
parley_test_count (void)
{
  CU_pSuite suite = CU_add_suite ("count", NULL, NULL);

  CU_add_test (suite, "counts", test_counts);
  CU_add_test (suite, "halves", test_halves);
  CU_add_test (suite, "which terms a verdict depends on", test_depends);
  CU_add_test (suite, "rankings", test_ranking);
}

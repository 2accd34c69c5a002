/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All deals by what two parties get. */
#include "analysis/portrait.h"

#include <math.h>

#include "sample.h"
#include "small.h"
#include "suites.h"

/* Calls for each two parties of a sample that have scores. */
typedef void (*PairCheck) (const ParleySample *sample, const guint pair[2], guint32 seed);

static void
for_each_pair (PairCheck check)
{
  for (guint32 seed = 0; seed < PARLEY_N_SAMPLES / 2; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);

      for (guint p = 0; p < sample->utilities->len; p++)
        for (guint q = 0; q < sample->utilities->len; q++)
          if (p != q && parley_sample_utility (sample, p)->scored
              && parley_sample_utility (sample, q)->scored)
            check (sample, (const guint[2]){ p, q }, seed);
    }
}

static gboolean
is_within (mpq_srcptr score, double low, double high)
{
  gboolean within = FALSE;
  mpq_t end;

  mpq_init (end);
  mpq_set_d (end, low);
  within = mpq_cmp (score, end) >= 0;
  mpq_set_d (end, high);
  within &= mpq_cmp (score, end) < 0;
  mpq_clear (end);
  return within;
}

/* How many feasible deals lie in a cell. */
static guint
count_cell (const ParleySample  *sample,
            const ParleyDensity *density,
            const guint          pair[2],
            const guint          cells[2])
{
  guint n = 0;

  for (guint i = 0; i < sample->deals->len; i++)
    {
      const ParleyNaiveDeal *deal = parley_sample_deal (sample, i);
      gboolean within = deal->feasible;

      for (guint side = 0; side < 2; side++)
        {
          double low = density->low[side] + cells[side] * density->size[side];

          within &= is_within (deal->scores[pair[side]], low, low + density->size[side]);
        }
      n += (guint) within;
    }
  return n;
}

static guint n_some, n_none;

static void
check_density (const ParleySample *sample, const guint pair[2], guint32 seed)
{
  ParleyAcceptance acceptance = parley_acceptance (sample->space, sample->utilities, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyDensity) density = parley_density_new (&acceptance, pair, 1, &error);
  guint n_feasible = 0;
  guint most = 0;

  for (guint i = 0; i < sample->deals->len; i++)
    n_feasible += (guint) parley_sample_deal (sample, i)->feasible;
  CU_ASSERT_PTR_NULL (error);
  PARLEY_EXPECT ((density == NULL) == (n_feasible == 0), "seed %u", seed);
  *(density == NULL ? &n_none : &n_some) += 1;
  if (density == NULL)
    return;
  CU_ASSERT_FALSE (density->is_sampled);
  CU_ASSERT_EQUAL (density->n_deals, n_feasible);
  CU_ASSERT (density->n_cells[0] <= 41 && density->n_cells[1] <= 41);
  for (guint a = 0; a < density->n_cells[0]; a++)
    for (guint b = 0; b < density->n_cells[1]; b++)
      {
        guint count = density->counts[(gsize) a * density->n_cells[1] + b];

        most = MAX (most, count);
        if (count > 0)
          PARLEY_EXPECT (count == count_cell (sample, density, pair, (const guint[2]){ a, b }),
                         "seed %u: %u, %u", seed, a, b);
        n_feasible -= count;
      }
  PARLEY_EXPECT (n_feasible == 0 && most == density->most, "seed %u", seed);
}

static void
test_density (void)
{
  n_some = n_none = 0;
  for_each_pair (check_density);
  CU_ASSERT (n_some > parley_effort (200));
  CU_ASSERT (n_none > 1);
}

/* Of more deals than are counted a sample is shown. */
static void
test_sampled (void)
{
  g_autofree char *issues = parley_small_choices (9, 4);
  g_autoptr(ParleyLoaded) loaded = parley_small_load (
      issues,
      "{'id':'a','title':'A','reservation':0,'weights':{'i0':1},'values':{'i0':{'o0':0,'o1':10,'o2':50,'o3':100}}},"
      "{'id':'b','title':'B','reservation':0,'weights':{'i1':1},'values':{'i1':{'o0':0,'o1':10,'o2':50,'o3':100}}}",
      "");
  g_autoptr(ParleySpace) space
      = parley_space_new (loaded->scenario, parley_domain_new (loaded->scenario), NULL, NULL, NULL);
  g_autoptr(GPtrArray) utilities = parley_utilities_new (space, NULL);
  ParleyAcceptance acceptance = parley_acceptance (space, utilities, NULL);
  const guint pair[2] = { 0, 1 };
  g_autoptr(ParleyDensity) density = parley_density_new (&acceptance, pair, 1, NULL);

  CU_ASSERT_TRUE (density->is_sampled);
  CU_ASSERT_EQUAL (density->n_deals, PARLEY_DENSITY_SAMPLE);
  /* Sixteen pairs of values, each of a sixteenth of the deals: within five standard errors. */
  for (gsize c = 0; c < (gsize) density->n_cells[0] * density->n_cells[1]; c++)
    CU_ASSERT (density->counts[c] == 0
               || fabs (density->counts[c] - PARLEY_DENSITY_SAMPLE / 16.0) < 5 * 34.3);
}

/* Whether no acceptable deal gives one of the two more and the other no less. */
static gboolean
is_efficient (const ParleySample *sample, const ParleyNaiveDeal *deal, const guint pair[2])
{
  for (guint i = 0; i < sample->deals->len; i++)
    {
      const ParleyNaiveDeal *other = parley_sample_deal (sample, i);
      int x = mpq_cmp (other->scores[pair[0]], deal->scores[pair[0]]);
      int y = mpq_cmp (other->scores[pair[1]], deal->scores[pair[1]]);

      if (other->feasible && parley_naive_all_accept (sample->scenario, other, TRUE) && x >= 0
          && y >= 0 && x + y > 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_point (const ParleyPortrait *portrait, const ParleySample *sample, const ParleyNaiveDeal *deal)
{
  for (guint p = 0; p < portrait->frontier->points->len; p++)
    {
      const ParleyPoint *point = g_ptr_array_index (portrait->frontier->points, p);
      gboolean same = TRUE;

      for (guint side = 0; side < 2; side++)
        same &= point->scores[portrait->pair[side]]
                == parley_sample_steps (sample, portrait->pair[side],
                                        deal->scores[portrait->pair[side]]);
      if (same)
        return TRUE;
    }
  return FALSE;
}

static void
check_frontier (const ParleySample *sample, const guint pair[2], guint32 seed)
{
  ParleyDealsRequest request = { .memory = PARLEY_BUDGET_DEFAULT };
  g_autoptr(ParleyDeals) deals = NULL;
  g_autoptr(ParleyPortrait) portrait = NULL;

  if (sample->draft != NULL)
    return;
  deals = parley_deals_find (sample->scenario, &request, NULL);
  portrait = parley_portrait_new (deals, pair, 1, NULL);
  CU_ASSERT_TRUE (portrait->is_exact);
  for (guint i = 0; i < sample->deals->len; i++)
    {
      const ParleyNaiveDeal *deal = parley_sample_deal (sample, i);

      if (!deal->feasible || !parley_naive_all_accept (sample->scenario, deal, TRUE))
        continue;
      n_some++;
      PARLEY_EXPECT (is_efficient (sample, deal, pair) == has_point (portrait, sample, deal),
                     "seed %u, deal %u", seed, i);
    }
}

static void
test_frontier (void)
{
  n_some = 0;
  for_each_pair (check_frontier);
  CU_ASSERT (n_some > parley_effort (400));
}

void
parley_test_portrait (void)
{
  CU_pSuite suite = CU_add_suite ("portrait", NULL, NULL);

  CU_add_test (suite, "density", test_density);
  CU_add_test (suite, "sampled", test_sampled);
  CU_add_test (suite, "frontier", test_frontier);
}

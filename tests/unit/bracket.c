/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bounds on counts, against looking at every deal. */
#include "space/bracket.h"

#include "sample.h"
#include "small.h"
#include "space/acceptance.h"
#include "space/tally.h"
#include "suites.h"

/* Bytes: from a handful of cells to more than there are sums. */
static const gsize memories[] = { 2000, 10000, 100000, 4000000 };

/* What the brackets were like, so that no test passes because all are 0 to 1. */
typedef struct
{
  guint n;
  guint n_close; /* no wider than a millionth */
  guint n_open;  /* wider, and neither end is 0 or 1 */
  guint n_empty;
} Seen;

static void
expect_bracket (const ParleyBracket *bracket, guint64 n, guint64 n_feasible, Seen *seen)
{
  double share = (double) n / (double) n_feasible;

  PARLEY_EXPECT (bracket->low <= share && share <= bracket->high,
                 "%" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT " in %g to %g", n, n_feasible,
                 bracket->low, bracket->high);
  seen->n++;
  seen->n_close += bracket->high - bracket->low <= 1e-6;
  seen->n_open += bracket->high - bracket->low > 1e-6 && bracket->low > 0 && bracket->high < 1;
  seen->n_empty += bracket->high == 0;
}

static guint64
n_accepted (const ParleySample *sample, int party)
{
  guint64 n = 0;

  for (guint i = 0; i < sample->deals->len; i++)
    {
      const ParleyNaiveDeal *deal = parley_sample_deal (sample, i);

      n += (guint64) (deal->feasible
                      && (party < 0 ? parley_naive_all_accept (sample->scenario, deal, TRUE)
                                    : parley_naive_accepts (sample->scenario, deal, (guint) party,
                                                            TRUE)));
    }
  return n;
}

static guint64
n_feasible (const ParleySample *sample)
{
  guint64 n = 0;

  for (guint i = 0; i < sample->deals->len; i++)
    n += (guint64) parley_sample_deal (sample, i)->feasible;
  return n;
}

/* Views of all groups together. */
static gboolean
bracket_all (const ParleyAcceptance *acceptance, mpz_srcptr total, ParleyBracket *bracket)
{
  *bracket = (ParleyBracket){ 0, 0 };
  for (guint g = 0; g < parley_acceptance_n_groups (acceptance, NULL); g++)
    {
      g_autoptr(ParleyView) view = parley_acceptance_view (acceptance, g, NULL, 0);
      ParleyBracket one = { 0, 0 };

      if (!parley_bracket (view, total, PARLEY_BRACKET_WORK, &one))
        return FALSE;
      bracket->low += one.low;
      bracket->high += one.high;
    }
  return TRUE;
}

static void
expect_brackets (const ParleySample *sample, gsize memory, Seen *seen)
{
  ParleyAcceptance acceptance = parley_acceptance (sample->space, sample->utilities, NULL);
  guint64 feasible = n_feasible (sample);
  ParleyBracket bracket = { 0, 0 };
  mpz_t total;

  acceptance.memory = memory;
  mpz_init_set_ui (total, feasible);
  if (bracket_all (&acceptance, total, &bracket))
    expect_bracket (&bracket, n_accepted (sample, -1), feasible, seen);
  for (guint p = 0; p < sample->utilities->len; p++)
    {
      g_autoptr(ParleyView) view = parley_acceptance_view_of_party (&acceptance, p);

      if (parley_bracket (view, total, PARLEY_BRACKET_WORK, &bracket))
        expect_bracket (&bracket, n_accepted (sample, (int) p), feasible, seen);
    }
  mpz_clear (total);
}

static void
test_brackets (void)
{
  Seen seen[G_N_ELEMENTS (memories)] = { { 0 } };

  for (guint32 seed = 0; seed < PARLEY_N_SAMPLES; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      guint n_failures = CU_get_number_of_failures ();

      for (guint i = 0; i < G_N_ELEMENTS (memories) && n_feasible (sample) > 0; i++)
        expect_brackets (sample, memories[i], &seen[i]);
      PARLEY_EXPECT (CU_get_number_of_failures () == n_failures, "seed %u", seed);
    }
  for (guint i = 0; i < G_N_ELEMENTS (memories); i++)
    PARLEY_EXPECT (seen[i].n > parley_effort (400), "%u brackets with %zu bytes", seen[i].n,
                   memories[i]);
  PARLEY_EXPECT (seen[3].n_close > seen[3].n * 9 / 10, "%u of %u close", seen[3].n_close,
                 seen[3].n);
  CU_ASSERT (seen[3].n_empty > parley_effort (20));
}

#define N_ISSUES  8
#define N_OPTIONS 7
#define N_DRAWN   12

static void
append_numbers (GString *text, GRand *rand, const char *prefix, guint n, gint32 most)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s'%s%u': %d", i == 0 ? "" : ", ", prefix, i,
                            g_rand_int_range (rand, 0, most + 1));
}

/* Too many deals to look at each, with scores so fine that a grid blurs them. */
static ParleyLoaded *
draw_fine_scenario (GRand *rand, guint n_parties)
{
  g_autofree char *issues = parley_small_choices (N_ISSUES, N_OPTIONS);
  g_autoptr(GString) parties = g_string_new (NULL);

  for (guint p = 0; p < n_parties; p++)
    {
      g_string_append_printf (parties,
                              "%s{'id': 'p%u', 'title': 'P', 'reservation': %d, 'weights': {",
                              p == 0 ? "" : ", ", p, g_rand_int_range (rand, 35, 70));
      append_numbers (parties, rand, "i", N_ISSUES, 1000);
      g_string_append (parties, "}, 'values': {");
      for (guint i = 0; i < N_ISSUES; i++)
        {
          g_string_append_printf (parties, "%s'i%u': {", i == 0 ? "" : ", ", i);
          append_numbers (parties, rand, "o", N_OPTIONS, 100);
          g_string_append_c (parties, '}');
        }
      g_string_append (parties, "}}");
    }
  return parley_small_load (issues, parties->str, "");
}

/* The brackets of what all accept, wide to close, around the exact count. */
static double
expect_closing (const ParleyScenario *scenario)
{
  g_autoptr(ParleySpace) space
      = parley_space_new (scenario, parley_domain_new (scenario), NULL, NULL, NULL);
  g_autoptr(GPtrArray) utilities = parley_utilities_new (space, NULL);
  ParleyAcceptance acceptance = parley_acceptance (space, utilities, NULL);
  g_autoptr(ParleyView) view = parley_acceptance_view (&acceptance, 0, NULL, 0);
  ParleyBracket bracket = { 0, 1 };
  double share = 0, width = 1;
  mpz_t n, total;

  mpz_inits (n, total, NULL);
  CU_ASSERT (parley_tally (view, n, NULL, NULL));
  parley_domain_count (space->domain, total);
  share = mpz_get_d (n) / mpz_get_d (total);
  for (gsize memory = 10000; memory <= 1000000; memory *= 100)
    {
      view->memory = memory;
      CU_ASSERT (parley_bracket (view, total, PARLEY_BRACKET_WORK, &bracket));
      PARLEY_EXPECT (bracket.low <= share && share <= bracket.high, "%g in %g to %g", share,
                     bracket.low, bracket.high);
      CU_ASSERT (bracket.high - bracket.low <= width);
      width = bracket.high - bracket.low;
    }
  mpz_clears (n, total, NULL);
  return width;
}

static void
test_fine_scores (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);
  guint n_close = 0;

  for (guint i = 0; i < N_DRAWN; i++)
    {
      g_autoptr(ParleyLoaded) loaded = draw_fine_scenario (rand, 1 + i % 3);
      double width = expect_closing (loaded->scenario);

      PARLEY_EXPECT (width < 0.1, "number %u: %g", i, width);
      n_close += width < 0.001;
    }
  CU_ASSERT (n_close >= N_DRAWN / 3);
}

/* Gains that differ by little and are far beyond what counts steps. */
static void
test_large_gains (void)
{
  g_autoptr(ParleyLoaded) loaded = parley_small_load (
      "{'id': 'a', 'title': 'A', 'kind': 'choice', 'options': [{'id': 'x', 'title': 'X'}, "
      "{'id': 'y', 'title': 'Y'}, {'id': 'z', 'title': 'Z'}]}, "
      "{'id': 'b', 'title': 'B', 'kind': 'choice', 'options': [{'id': 'x', 'title': 'X'}]}",
      "{'id': 'p', 'title': 'P', 'normalize': false, 'weights': {'a': 1, 'b': 7000000000}, "
      "'reservation': 700000000002, 'values': {'a': {'x': 1, 'y': 2, 'z': 3}, 'b': {'x': 100}}}",
      "");

  CU_ASSERT (expect_closing (loaded->scenario) < 1e-5);
}

void
parley_test_bracket (void)
{
  CU_pSuite suite = CU_add_suite ("bracket", NULL, NULL);

  CU_add_test (suite, "brackets", test_brackets);
  CU_add_test (suite, "fine scores", test_fine_scores);
  CU_add_test (suite, "large gains", test_large_gains);
}

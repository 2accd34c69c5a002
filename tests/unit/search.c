/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking for deals, against going through all of them by hand. */
#include "space/search.h"

#include <string.h>

#include "analysis/deals.h"
#include "effort.h"
#include "found.h"
#include "small.h"
#include "suites.h"

#define N_SCENARIOS parley_effort (2000)
#define N_FEW 7
#define N_MOST 40

static gboolean
counts_to (mpz_srcptr count, guint64 want)
{
  return mpz_cmp_ui (count, want) == 0;
}

/* All of it */

/* Keeps the scores of a party between two of those that occur. */
static GArray *
draw_bounds (const ParleySample *sample, guint32 seed)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  GArray *bounds = g_array_new (FALSE, FALSE, sizeof (ParleyScoreBound));
  guint slot = (guint) g_rand_int_range (rand, 0, (gint32) sample->utilities->len);
  ParleyScore ends[2];
  ParleyScoreBound bound = { slot, -PARLEY_SCORE_LIMIT, PARLEY_SCORE_LIMIT };

  for (guint i = 0; i < 2; i++)
    {
      const ParleyNaiveDeal *deal = parley_sample_deal (
          sample, (guint) g_rand_int_range (rand, 0, (gint32) sample->deals->len));

      ends[i] = parley_sample_steps (sample, slot, deal->scores[slot]);
    }
  if (g_rand_boolean (rand))
    bound.low = MIN (ends[0], ends[1]);
  if (g_rand_boolean (rand))
    bound.high = MAX (ends[0], ends[1]);
  g_array_append_val (bounds, bound);
  return bounds;
}

static void
test_search (void)
{
  static const ParleyOrderKind kinds[] = { PARLEY_ORDER_NASH, PARLEY_ORDER_EGALITARIAN,
                                           PARLEY_ORDER_UTILITARIAN, PARLEY_ORDER_PARTY };
  ParleyFoundSeen seen = { 0 };

  for (guint32 seed = 0; seed < N_SCENARIOS; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      g_autofree guint *slots = g_new (guint, sample->utilities->len);
      guint n_slots = parley_negotiating_slots (sample->space, sample->utilities, slots);
      ParleyOrderKind kind = kinds[seed / 2 % 4];
      guint by = seed / 8 % sample->utilities->len;
      g_autoptr(ParleyOrder) order
          = kind == PARLEY_ORDER_PARTY ? parley_order_new (kind, sample->utilities, &by, 1)
                                       : parley_order_new (kind, sample->utilities, slots, n_slots);
      g_autoptr(GArray) bounds = seed % 3 == 0 ? draw_bounds (sample, seed) : NULL;
      ParleyQuery query = { .order = order,
                            .n_top = seed % 7 < 5 ? N_FEW : N_MOST,
                            .efficient = seed % 5 < 3,
                            .count = TRUE,
                            .bounds = bounds,
                            .memory = PARLEY_BUDGET_DEFAULT };
      g_autoptr(ParleyFindings) findings
          = parley_search (sample->space, sample->utilities, &query, NULL);
      guint n_failures = CU_get_number_of_failures ();

      parley_found_expect (sample, &query, findings, &seen);
      PARLEY_EXPECT (CU_get_number_of_failures () == n_failures, "seed %u", seed);
    }
  CU_ASSERT (seen.n_acceptable > 100);
  CU_ASSERT (seen.n_none > 10);
  CU_ASSERT (seen.n_misses > 10);
  CU_ASSERT (seen.n_waived_misses > 2);
  CU_ASSERT (seen.n_bounded > 100);
  CU_ASSERT (seen.n_tied_points > 10);
}

/* A deal that scores what an efficient one does is not efficient by that: here "y" is
 * across a red line, and "z" breaks a rule. */
static void
test_lookalikes (void)
{
  g_autoptr(ParleyLoaded) loaded = parley_small_load (
      "{ 'id': 'a', 'title': 'A', 'kind': 'choice', 'options': [{ 'id': 'x', 'title': 'X' }, "
      "{ 'id': 'y', 'title': 'Y' }, { 'id': 'z', 'title': 'Z' }] }, "
      "{ 'id': 'b', 'title': 'B', 'kind': 'choice', 'options': [{ 'id': 'x', 'title': 'X' }, "
      "{ 'id': 'y', 'title': 'Y' }] }",
      "{ 'id': 'p', 'title': 'P', 'reservation': 0, 'weights': { 'b': 1 }, "
      "'values': { 'b': { 'x': 0, 'y': 100 } } }, "
      "{ 'id': 'w', 'title': 'W', 'role': 'ratifier', "
      "'red_lines': [{ 'id': 'r', 'never': { 'a': 'y' } }] }",
      "'rules': [{ 'id': 's', 'forbid': { 'a': 'z' } }]");
  g_autoptr(ParleySpace) space
      = parley_space_new (loaded->scenario, parley_domain_new (loaded->scenario), NULL, NULL, NULL);
  g_autoptr(GPtrArray) utilities = parley_utilities_new (space, NULL);
  const guint slots[] = { 0 };
  const guint want[] = { 0, 1 };
  g_autoptr(ParleyOrder) order = parley_order_new (PARLEY_ORDER_NASH, utilities, slots, 1);
  ParleyQuery query = {
    .order = order, .n_top = 10, .efficient = TRUE, .count = TRUE, .memory = PARLEY_BUDGET_DEFAULT
  };
  g_autoptr(ParleyFindings) findings = parley_search (space, utilities, &query, NULL);

  CU_ASSERT_TRUE (counts_to (findings->counts->total.all, 2));
  CU_ASSERT_TRUE (counts_to (parley_findings_bare (findings)->all, 4));
  CU_ASSERT_EQUAL_FATAL (findings->top->len, 1);
  CU_ASSERT_EQUAL (
      memcmp (((const ParleyDeal *) findings->top->pdata[0])->options, want, sizeof want), 0);
}

/* Deals on one point of the frontier, as somebody sees them who takes no part in it */

/* Whatever b is, y gives one party 100 and the other 50, z the other way round, and x gives neither
 * anything. The bystander has 0, 30, 30 and 100 of b, and 100 of x alone. */
static void
test_bystander (void)
{
  static const guint want[][2]
      = { { 1, 3 }, { 2, 3 }, { 1, 1 }, { 1, 2 }, { 2, 1 }, { 2, 2 }, { 1, 0 }, { 2, 0 } };
  g_autoptr(ParleyLoaded) loaded = parley_small_load (
      "{ 'id': 'a', 'title': 'A', 'kind': 'choice', 'options': [{ 'id': 'x', 'title': 'X' }, "
      "{ 'id': 'y', 'title': 'Y' }, { 'id': 'z', 'title': 'Z' }] }, "
      "{ 'id': 'b', 'title': 'B', 'kind': 'choice', 'options': [{ 'id': 'o', 'title': 'O' }, "
      "{ 'id': 's', 'title': 'S' }, { 'id': 't', 'title': 'T' }, { 'id': 'u', 'title': 'U' }] }",
      "{ 'id': 'p', 'title': 'P', 'reservation': 0, 'weights': { 'a': 1 }, "
      "'values': { 'a': { 'x': 0, 'y': 100, 'z': 50 } } }, "
      "{ 'id': 'r', 'title': 'R', 'reservation': 0, 'weights': { 'a': 1 }, "
      "'values': { 'a': { 'x': 0, 'y': 50, 'z': 100 } } }, "
      "{ 'id': 'q', 'title': 'Q', 'role': 'affected', 'weights': { 'a': 1, 'b': 1 }, "
      "'values': { 'a': { 'x': 100, 'y': 0, 'z': 0 }, 'b': { 'o': 0, 's': 30, 't': 30, 'u': 100 } "
      "} }",
      "");
  g_autoptr(ParleySpace) space
      = parley_space_new (loaded->scenario, parley_domain_new (loaded->scenario), NULL, NULL, NULL);
  g_autoptr(GPtrArray) utilities = parley_utilities_new (space, NULL);
  const guint slot = 2;
  g_autoptr(ParleyOrder) order = parley_order_new (PARLEY_ORDER_PARTY, utilities, &slot, 1);

  for (guint n = 1; n < 2 * G_N_ELEMENTS (want); n++)
    {
      ParleyQuery query
          = { .order = order, .n_top = n, .efficient = TRUE, .memory = PARLEY_BUDGET_DEFAULT };
      g_autoptr(ParleyFindings) findings = parley_search (space, utilities, &query, NULL);

      PARLEY_EXPECT (findings->top->len == MIN (n, G_N_ELEMENTS (want)), "%u deals", n);
      for (guint i = 0; i < MIN (findings->top->len, G_N_ELEMENTS (want)); i++)
        PARLEY_EXPECT (memcmp (((const ParleyDeal *) findings->top->pdata[i])->options, want[i],
                               sizeof want[i])
                           == 0,
                       "%u deals: deal %u", n, i);
    }
}

/* Bounds in points, as a filter has them */

#define ISSUES \
  "{ 'id': 'a', 'title': 'A', 'kind': 'range', 'min': 0, 'max': 6, 'step': 1 }, " \
  "{ 'id': 'b', 'title': 'B', 'kind': 'choice', 'options': " \
  "[{ 'id': 'x', 'title': 'X' }, { 'id': 'y', 'title': 'Y' }] }"
/* Scores of 0, 100/6, 200/6 … for the first party, whatever b is; of 0 and 100 for the
 * second, which is never content with a = 0. */
#define PARTIES \
  "{ 'id': 'p', 'title': 'P', 'reservation': '100/3', 'weights': { 'a': 1 }, " \
  "'values': { 'a': { 'points': [[0, 0], [6, 100]] } } }, " \
  "{ 'id': 'q', 'title': 'Q', 'reservation': 0, 'weights': { 'b': 1 }, " \
  "'values': { 'b': { 'x': 0, 'y': 100 } } }, " \
  "{ 'id': 'w', 'title': 'W', 'role': 'affected' }"

static void
test_bounds (void)
{
  static const struct
  {
    const char *filters; /* separated by "; " */
    guint       n_feasible;
    guint       n_acceptable;
  } rows[] = {
    { "", 14, 10 },
    { "score.p>=50", 8, 8 },
    { "score.p>50", 6, 6 },
    { "score.p<=50", 8, 4 },
    { "score.p<50", 6, 2 },
    { "score.p=50", 2, 2 },
    { "score.p=100/6", 2, 0 },
    { "score.p=100/7", 0, 0 },
    { "score.p>=16.6", 12, 10 },
    { "score.p>=16.7", 10, 10 },
    { "score.p<16.7", 4, 0 },
    { "score.p<=16.6", 2, 0 },
    { "score.p>16.6; score.p<16.7", 2, 0 },
    { "score.p>100/6; score.p<200/6", 0, 0 },
    { "score.p>=100", 2, 2 },
    { "score.p>100", 0, 0 },
    { "score.p<=0", 2, 0 },
    { "score.p<0", 0, 0 },
    { "score.p>=-1e100", 14, 10 },
    { "score.p>=1e100", 0, 0 },
    { "score.p<1e100", 14, 10 },
    { "score.p<=-1e100", 0, 0 },
    { "surplus.p>=0", 10, 10 },
    { "surplus.p>0", 8, 8 },
    { "surplus.p<0", 4, 0 },
    { "surplus.p=50/3", 2, 2 },
    { "surplus.p<=-50/3", 4, 0 },
    { "surplus.p>=16.66", 8, 8 },
    { "surplus.p>=16.67", 6, 6 },
    { "score.q=100", 7, 5 },
    { "score.q=100; score.p=100", 1, 1 },
    { "score.q=100; b=x", 0, 0 },
    { "score.q=100; a>=5; b!=x", 2, 2 },
  };
  g_autoptr(ParleyLoaded) loaded = parley_small_load (ISSUES, PARTIES, "");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ParleyFilter) filter = parley_filter_new ();
      g_auto(GStrv) texts = g_strsplit (rows[i].filters, "; ", -1);
      ParleyDealsRequest request = { .filter = filter,
                                     .by = PARLEY_ORDER_NASH,
                                     .count = TRUE,
                                     .n_top = 100,
                                     .n_ties = 1,
                                     .memory = PARLEY_BUDGET_DEFAULT };
      g_autoptr(ParleyDeals) deals = NULL;
      g_autoptr(GError) error = NULL;

      for (guint t = 0; texts[t] != NULL; t++)
        CU_ASSERT_TRUE (parley_filter_add (filter, loaded->scenario, texts[t], &error));
      g_assert_no_error (error);
      deals = parley_deals_find (loaded->scenario, &request, &error);
      g_assert_no_error (error);
      PARLEY_EXPECT (counts_to (deals->landscape->findings->counts->total.feasible,
                                rows[i].n_feasible),
                     "%s: feasible", rows[i].filters);
      PARLEY_EXPECT (counts_to (deals->landscape->findings->counts->total.all, rows[i].n_acceptable)
                         && deals->landscape->findings->top->len == rows[i].n_acceptable,
                     "%s: acceptable", rows[i].filters);
    }
}

/* Rivals */

static void
test_rivals (void)
{
  static const char common[] = "'title': 'P', 'reservation': 0, 'weights': { 'a': 1 }, "
                               "'values': { 'a': { 'points': [[0, 0], [9, 100]] } } }";
  static const struct
  {
    int party;
    guint n;
    guint slots[4]; /* 9 where nothing is written */
  } rows[] = {
    { -1, 3, { 0, 2, 3, 9 } }, { 0, 2, { 2, 3, 9, 9 } }, { 1, 3, { 0, 2, 3, 9 } },
    { 2, 2, { 0, 3, 9, 9 } },  { 3, 2, { 0, 2, 9, 9 } },
  };
  g_autofree char *parties
      = g_strdup_printf ("{ 'id': 'p', %s, { 'id': 'q', 'role': 'ratifier', %s, "
                         "{ 'id': 'r', %s, { 'id': 's', %s",
                         common, common, common, common);
  g_autoptr(ParleyLoaded) loaded = parley_small_load (
      "{ 'id': 'a', 'title': 'A', 'kind': 'range', 'min': 0, 'max': 9, 'step': 1 }", parties, "");
  const ParleyScenario *scenario = loaded->scenario;
  g_autoptr(ParleySpace) space
      = parley_space_new (scenario, parley_domain_new (scenario), NULL, NULL, NULL);
  g_autoptr(GPtrArray) utilities = parley_utilities_new (space, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint slots[4] = { 9, 9, 9, 9 };

      PARLEY_EXPECT (parley_rival_slots (space, utilities, rows[i].party, slots) == rows[i].n
                         && memcmp (slots, rows[i].slots, sizeof slots) == 0,
                     "of %d", rows[i].party);
    }
}

void
parley_test_search (void)
{
  CU_pSuite suite = CU_add_suite ("search", NULL, NULL);

  CU_add_test (suite, "random scenarios", test_search);
  CU_add_test (suite, "deals that score like efficient ones", test_lookalikes);
  CU_add_test (suite, "efficient deals for a bystander", test_bystander);
  CU_add_test (suite, "bounds on scores", test_bounds);
  CU_add_test (suite, "rivals", test_rivals);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking for deals, against going through all of them by hand. */
#include "space/search.h"

#include <string.h>

#include "analysis/deals.h"
#include "effort.h"
#include "expect.h"
#include "sample.h"
#include "small.h"
#include "suites.h"

#define N_SCENARIOS parley_effort (2000)
#define N_FEW 7
#define N_MOST 40
#define N_TIES 2

/* What the samples contain, so that no comparison is one of nothing with nothing. */
typedef struct
{
  guint n_acceptable;
  guint n_none; /* samples without an acceptable deal */
  guint n_misses;
  guint n_waived_misses;
  guint n_bounded;
  guint n_tied_points;
} Seen;

typedef struct
{
  const ParleySample   *sample;
  const ParleyQuery    *query;
  const ParleyFindings *findings;
  GPtrArray            *feasible;   /* of ParleyNaiveDeal, borrowed: within rules and bounds */
  GPtrArray            *acceptable; /* likewise */
} Case;

static const ParleyNaiveDeal *
deal_at (GPtrArray *deals, guint index)
{
  return g_ptr_array_index (deals, index);
}

static gboolean
is_within (const Case *self, const ParleyNaiveDeal *deal)
{
  for (guint i = 0; self->query->bounds != NULL && i < self->query->bounds->len; i++)
    {
      const ParleyScoreBound *bound = &g_array_index (self->query->bounds, ParleyScoreBound, i);
      ParleyScore score
          = parley_sample_steps (self->sample, bound->slot, deal->scores[bound->slot]);

      if (score < bound->low || bound->high < score)
        return FALSE;
    }
  return TRUE;
}

static void
sort_out (Case *self, Seen *seen)
{
  self->feasible = g_ptr_array_new ();
  self->acceptable = g_ptr_array_new ();
  for (guint i = 0; i < self->sample->deals->len; i++)
    {
      const ParleyNaiveDeal *deal = parley_sample_deal (self->sample, i);

      if (!deal->feasible)
        continue;
      if (!is_within (self, deal))
        {
          seen->n_bounded++;
          continue;
        }
      g_ptr_array_add (self->feasible, (gpointer) deal);
      if (parley_naive_all_accept (self->sample->scenario, deal, TRUE))
        g_ptr_array_add (self->acceptable, (gpointer) deal);
    }
  seen->n_acceptable += self->acceptable->len;
  seen->n_none += self->acceptable->len == 0 && self->feasible->len > 0;
}

/* Counts */

static gboolean
counts_to (mpz_srcptr count, guint64 want)
{
  return mpz_cmp_ui (count, want) == 0;
}

static void
expect_counts (const Case *self)
{
  const ParleyScenario *scenario = self->sample->scenario;
  const ParleyTally *with = &self->findings->counts->total;
  const ParleyTally *without = parley_findings_bare (self->findings);
  guint64 n_bare = 0;

  CU_ASSERT_TRUE (counts_to (with->feasible, self->feasible->len));
  CU_ASSERT_TRUE (counts_to (without->feasible, self->feasible->len));
  CU_ASSERT_TRUE (counts_to (with->all, self->acceptable->len));
  for (guint p = 0; p < scenario->parties->len; p++)
    {
      guint64 n_accepts[2] = { 0, 0 };

      for (guint i = 0; i < self->feasible->len; i++)
        for (guint red_lines = 0; red_lines < 2; red_lines++)
          n_accepts[red_lines] += (guint64) parley_naive_accepts (
              scenario, deal_at (self->feasible, i), p, red_lines == 1);
      CU_ASSERT_TRUE (counts_to (with->by_party[p], n_accepts[1]));
      CU_ASSERT_TRUE (counts_to (without->by_party[p], n_accepts[0]));
    }
  for (guint i = 0; i < self->feasible->len; i++)
    n_bare += (guint64) parley_naive_all_accept (scenario, deal_at (self->feasible, i), FALSE);
  CU_ASSERT_TRUE (counts_to (without->all, n_bare));
}

/* Frontier */

/* Returns: 1 when every negotiating party has at least as much in @a and one has more,
 * 0 when all have the same, else -1. */
static int
compare_gains (const ParleyScenario *scenario, const ParleyNaiveDeal *a, const ParleyNaiveDeal *b)
{
  gboolean more = FALSE;

  for (guint p = 0; p < a->n_parties; p++)
    {
      int order = mpq_cmp (a->scores[p], b->scores[p]);

      if (parley_scenario_party (scenario, p)->role != PARLEY_ROLE_PARTY)
        continue;
      if (order < 0)
        return -1;
      more |= order > 0;
    }
  return more ? 1 : 0;
}

static gboolean
is_efficient (const Case *self, const ParleyNaiveDeal *deal)
{
  for (guint i = 0; i < self->acceptable->len; i++)
    if (compare_gains (self->sample->scenario, deal_at (self->acceptable, i), deal) == 1)
      return FALSE;
  return TRUE;
}

static gboolean
is_first_of_its_kind (const Case *self, guint index)
{
  for (guint i = 0; i < index; i++)
    if (compare_gains (self->sample->scenario, deal_at (self->acceptable, i),
                       deal_at (self->acceptable, index))
        == 0)
      return FALSE;
  return TRUE;
}

/* The point lists its deals in file order. */
static void
expect_point (const Case *self, const ParleyPoint *point)
{
  g_autoptr(GPtrArray) deals = parley_frontier_list (self->findings->frontier, point, N_TIES);
  guint n_axes = self->sample->space->domain->n_axes;
  guint n = 0;

  for (guint i = 0; i < self->acceptable->len; i++)
    {
      const ParleyNaiveDeal *deal = deal_at (self->acceptable, i);
      gboolean on_point = TRUE;

      for (guint k = 0; k < self->findings->frontier->n_slots; k++)
        {
          guint slot = self->findings->frontier->slots[k];

          on_point &= point->scores[slot]
                      == parley_sample_steps (self->sample, slot, deal->scores[slot]);
        }
      if (!on_point)
        continue;
      if (n < deals->len)
        CU_ASSERT_EQUAL (
            parley_options_compare (g_ptr_array_index (deals, n), deal->options, n_axes), 0);
      n++;
    }
  CU_ASSERT_TRUE (counts_to (point->n_deals, n));
  CU_ASSERT_EQUAL (deals->len, MIN (n, N_TIES));
}

static void
expect_frontier (const Case *self, Seen *seen)
{
  guint n_points = 0;
  guint n_deals = 0;
  mpz_t count;

  for (guint i = 0; i < self->acceptable->len; i++)
    {
      gboolean efficient = is_efficient (self, deal_at (self->acceptable, i));

      n_deals += (guint) efficient;
      n_points += efficient && is_first_of_its_kind (self, i);
    }
  seen->n_tied_points += n_deals > n_points;
  CU_ASSERT_EQUAL (self->findings->frontier->points->len, n_points);
  mpz_init (count);
  parley_frontier_count_deals (self->findings->frontier, count);
  CU_ASSERT_TRUE (counts_to (count, n_deals));
  mpz_clear (count);
  for (guint i = 0; i < self->findings->frontier->points->len; i++)
    expect_point (self, g_ptr_array_index (self->findings->frontier->points, i));
}

/* The list of deals */

/* Best first, ties in file order. Deals in GPtrArrays are sorted by way of pointers. */
static gint
compare_deals (gconstpointer a, gconstpointer b, gpointer data)
{
  const ParleyNaiveDeal *x = *(const ParleyNaiveDeal *const *) a;
  const ParleyNaiveDeal *y = *(const ParleyNaiveDeal *const *) b;
  const Case *self = data;
  guint n = self->sample->utilities->len;
  g_autofree ParleyScore *x_scores = g_new (ParleyScore, n);
  g_autofree ParleyScore *y_scores = g_new (ParleyScore, n);
  int order = 0;

  for (guint p = 0; p < n; p++)
    {
      x_scores[p] = parley_sample_steps (self->sample, p, x->scores[p]);
      y_scores[p] = parley_sample_steps (self->sample, p, y->scores[p]);
    }
  order = parley_order_compare (self->query->order, y_scores, x_scores);
  for (guint a_axis = 0; order == 0 && a_axis < self->sample->space->domain->n_axes; a_axis++)
    order = (int) x->options[a_axis] - (int) y->options[a_axis];
  return order;
}

static void
expect_list (const Case *self)
{
  g_autoptr(GPtrArray) want = g_ptr_array_new ();
  guint n_axes = self->sample->space->domain->n_axes;

  for (guint i = 0; i < self->acceptable->len; i++)
    if (!self->query->efficient || is_efficient (self, deal_at (self->acceptable, i)))
      g_ptr_array_add (want, g_ptr_array_index (self->acceptable, i));
  g_ptr_array_sort_with_data (want, compare_deals, (gpointer) self);

  CU_ASSERT_EQUAL (self->findings->top->len, MIN (want->len, self->query->n_top));
  for (guint i = 0; i < MIN (want->len, self->findings->top->len); i++)
    {
      const ParleyDeal *deal = g_ptr_array_index (self->findings->top, i);

      PARLEY_EXPECT (memcmp (deal->options, deal_at (want, i)->options, n_axes * sizeof (guint))
                         == 0,
                     "deal %u of the list", i);
      for (guint p = 0; p < self->sample->utilities->len; p++)
        PARLEY_EXPECT (deal->scores[p]
                           == parley_sample_steps (self->sample, p, deal_at (want, i)->scores[p]),
                       "deal %u of the list, party %u", i, p);
    }
}

/* The nearest miss */

static gint
compare_numbers (gconstpointer a, gconstpointer b)
{
  return mpq_cmp (*(mpq_ptr const *) a, *(mpq_ptr const *) b);
}

/* The surpluses of those who must agree, ascending; NULL across a red line. */
static GPtrArray *
misses_of (const ParleyScenario *scenario, const ParleyNaiveDeal *deal)
{
  g_autoptr(GPtrArray) misses
      = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_exact_free);

  for (guint p = 0; p < deal->n_parties; p++)
    {
      const ParleyParty *party = parley_scenario_party (scenario, p);
      mpq_ptr surplus = NULL;

      if (party->role == PARLEY_ROLE_AFFECTED || deal->waived[p])
        continue;
      if (deal->crossed[p])
        return NULL;
      if (party->reservation == NULL)
        continue;
      surplus = parley_exact_new (deal->scores[p]);
      mpq_sub (surplus, surplus, party->reservation->value);
      g_ptr_array_add (misses, surplus);
    }
  g_ptr_array_sort (misses, compare_numbers);
  return g_steal_pointer (&misses);
}

/* Leximin; what is not needed misses nothing, and so stands behind all that is. */
static int
compare_misses (const GPtrArray *a, const GPtrArray *b)
{
  for (guint i = 0; i < MIN (a->len, b->len); i++)
    {
      int order = mpq_cmp ((mpq_srcptr) a->pdata[i], (mpq_srcptr) b->pdata[i]);

      if (order != 0)
        return order;
    }
  return (int) b->len - (int) a->len;
}

static void
expect_nearest (const Case *self, Seen *seen)
{
  const ParleyNaiveDeal *want = NULL;
  g_autoptr(GPtrArray) least = NULL;

  for (guint i = 0; self->acceptable->len == 0 && i < self->feasible->len; i++)
    {
      g_autoptr(GPtrArray) misses
          = misses_of (self->sample->scenario, deal_at (self->feasible, i));

      if (misses == NULL || (want != NULL && compare_misses (misses, least) <= 0))
        continue;
      want = deal_at (self->feasible, i);
      g_clear_pointer (&least, g_ptr_array_unref);
      least = g_steal_pointer (&misses);
    }
  CU_ASSERT_EQUAL (self->findings->nearest == NULL, want == NULL);
  if (want == NULL || self->findings->nearest == NULL)
    return;
  seen->n_misses++;
  for (guint p = 0; p < want->n_parties; p++)
    seen->n_waived_misses += (guint) want->waived[p];
  PARLEY_EXPECT (memcmp (self->findings->nearest->options, want->options,
                         self->sample->space->domain->n_axes * sizeof (guint))
                     == 0,
                 "nearest miss");
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
  Seen seen = { 0 };

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
      Case all = { sample, &query, findings, NULL, NULL };
      guint n_failures = CU_get_number_of_failures ();

      sort_out (&all, &seen);
      expect_counts (&all);
      expect_frontier (&all, &seen);
      expect_list (&all);
      expect_nearest (&all, &seen);
      PARLEY_EXPECT (CU_get_number_of_failures () == n_failures, "seed %u", seed);
      g_ptr_array_unref (all.feasible);
      g_ptr_array_unref (all.acceptable);
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

void
parley_test_search (void)
{
  CU_pSuite suite = CU_add_suite ("search", NULL, NULL);

  CU_add_test (suite, "random scenarios", test_search);
  CU_add_test (suite, "deals that score like efficient ones", test_lookalikes);
  CU_add_test (suite, "efficient deals for a bystander", test_bystander);
  CU_add_test (suite, "bounds on scores", test_bounds);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The maps of all pairs of issues, against going through all deals by hand, and against the
 * map of each pair alone. */
#include "space/pairs.h"

#include "effort.h"
#include "sample.h"
#include "small.h"
#include "space/pairs_plan.h"
#include "space/search.h"
#include "suites.h"

#define N_SCENARIOS parley_effort (1000)

/* What the samples contain, so that no comparison is one of nothing with nothing. */
typedef struct
{
  guint n_none; /* cells without a deal */
  guint n_some;
  guint n_waived;
  guint n_splits[4]; /* samples by splits of the first group, more than two together */
} Seen;

typedef struct
{
  const ParleySample *sample;
  const guint        *slots;
  guint               n_slots;
} Case;

/* Sets @least to the smallest surplus among the parties that negotiate. */
static void
find_least (const Case *self, const ParleyNaiveDeal *deal, mpq_ptr least)
{
  mpq_t surplus;

  mpq_init (surplus);
  for (guint i = 0; i < self->n_slots; i++)
    {
      guint party = parley_sample_utility (self->sample, self->slots[i])->party;
      const ParleyNumber *reservation
          = parley_scenario_party (self->sample->scenario, party)->reservation;

      mpq_set (surplus, deal->scores[party]);
      if (reservation != NULL)
        mpq_sub (surplus, surplus, reservation->value);
      if (i == 0 || mpq_cmp (surplus, least) < 0)
        mpq_set (least, surplus);
    }
  mpq_clear (surplus);
}

/* The same of scores in steps. */
static void
find_least_of_scores (const Case *self, const ParleyScore *scores, mpq_ptr least)
{
  mpq_t surplus;

  mpq_init (surplus);
  for (guint i = 0; i < self->n_slots; i++)
    {
      const ParleyUtility *utility = parley_sample_utility (self->sample, self->slots[i]);

      parley_score_to_exact (scores[i] - (utility->has_reservation ? utility->reservation : 0),
                             utility->denominator, surplus);
      if (i == 0 || mpq_cmp (surplus, least) < 0)
        mpq_set (least, surplus);
    }
  mpq_clear (surplus);
}

static gboolean
is_any_waived (const ParleyNaiveDeal *deal)
{
  for (guint p = 0; p < deal->n_parties; p++)
    if (deal->waived[p])
      return TRUE;
  return FALSE;
}

static void
expect_cell (const Case *self, const ParleyMap *map, guint first, guint second, Seen *seen)
{
  const ParleyMapCell *cell = parley_map_cell (map, first, second);
  guint n = 0;
  mpq_t least, best;

  mpq_inits (least, best, NULL);
  for (guint i = 0; i < self->sample->deals->len; i++)
    {
      const ParleyNaiveDeal *deal = parley_sample_deal (self->sample, i);

      if (!deal->feasible || !parley_naive_all_accept (self->sample->scenario, deal, TRUE)
          || deal->options[map->axes[0]] != first || deal->options[map->axes[1]] != second)
        continue;
      find_least (self, deal, least);
      if (n == 0 || mpq_cmp (least, best) > 0)
        mpq_set (best, least);
      n++;
      seen->n_waived += (guint) is_any_waived (deal);
    }
  PARLEY_EXPECT (mpz_cmp_ui (cell->n_deals, n) == 0, "axes %u and %u, options %u and %u, %u deals",
                 map->axes[0], map->axes[1], first, second, n);
  PARLEY_EXPECT ((cell->best != NULL) == (n > 0), "axes %u and %u, options %u and %u", map->axes[0],
                 map->axes[1], first, second);
  if (cell->best != NULL && n > 0)
    {
      find_least_of_scores (self, cell->best, least);
      PARLEY_EXPECT (mpq_equal (least, best), "axes %u and %u, options %u and %u", map->axes[0],
                     map->axes[1], first, second);
    }
  mpq_clears (least, best, NULL);
  seen->n_none += n == 0;
  seen->n_some += n > 0;
}

static void
expect_maps (const Case *self, GPtrArray *maps, Seen *seen)
{
  guint n_axes = self->sample->space->domain->n_axes;
  guint at = 0;

  CU_ASSERT_EQUAL_FATAL (maps->len, n_axes * (n_axes - 1) / 2);
  for (guint a = 0; a < n_axes; a++)
    for (guint b = a + 1; b < n_axes; b++)
      {
        const ParleyMap *map = g_ptr_array_index (maps, at++);

        CU_ASSERT_EQUAL_FATAL (map->axes[0], a);
        CU_ASSERT_EQUAL_FATAL (map->axes[1], b);
        for (guint o = 0; o < map->n_options[0]; o++)
          for (guint p = 0; p < map->n_options[1]; p++)
            expect_cell (self, map, o, p, seen);
      }
}

static guint
count_splits (const ParleyAcceptance *acceptance)
{
  g_autoptr(ParleyView) view = parley_acceptance_view (acceptance, 0, NULL, 0);
  g_autoptr(ParleyView) floors = parley_view_new_floors (view);
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyPairsPlan) plan = parley_pairs_plan_new (floors, &error);

  g_assert_no_error (error);
  return plan->splits->len;
}

static void
test_naive (void)
{
  Seen seen = { 0 };

  for (guint32 seed = 0; seed < N_SCENARIOS; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      ParleyAcceptance acceptance = parley_acceptance (sample->space, sample->utilities, NULL);
      g_autofree guint *slots = g_new (guint, sample->utilities->len);
      guint n_slots = parley_negotiating_slots (sample->space, sample->utilities, slots);
      g_autoptr(ParleyOrder) order
          = parley_order_new (PARLEY_ORDER_EGALITARIAN, sample->utilities, slots, n_slots);
      g_autoptr(GError) error = NULL;
      ParleyCrew crew = { .n_threads = 1 + seed % 3 };
      Case self = { sample, slots, n_slots };
      guint n_failures = CU_get_number_of_failures ();
      g_autoptr(GPtrArray) maps = NULL;

      acceptance.crew = &crew;
      maps = parley_pairs_new (&acceptance, order, slots, n_slots, &error);
      g_assert_no_error (error);
      expect_maps (&self, maps, &seen);
      seen.n_splits[MIN (3, count_splits (&acceptance))]++;
      PARLEY_EXPECT (CU_get_number_of_failures () == n_failures, "seed %u", seed);
    }
  CU_ASSERT (seen.n_none > parley_effort (1000));
  CU_ASSERT (seen.n_some > parley_effort (1000));
  CU_ASSERT (seen.n_waived > parley_effort (1000));
  for (guint n = 0; n < 4; n++)
    PARLEY_EXPECT (seen.n_splits[n] > parley_effort (3), "%u samples with %u splits",
                   seen.n_splits[n], n);
}

/* Scenarios with more than a few issues */

#define N_ISSUES 8
#define N_OPTIONS 4

static void
append_values (GString *text, gboolean rising)
{
  for (guint i = 0; i < N_ISSUES; i++)
    {
      g_string_append_printf (text, "%s'i%u': {", i > 0 ? ", " : "", i);
      for (guint o = 0; o < N_OPTIONS; o++)
        g_string_append_printf (text, "%s'o%u': %u", o > 0 ? ", " : " ", o,
                                (rising ? o : N_OPTIONS - 1 - o) * (i * i + 3 * o + 1) % 97);
      g_string_append (text, " }");
    }
}

/* Two parties over issues of the same size; @more: what else the first has. */
static ParleyLoaded *
load_even (const char *more)
{
  g_autoptr(GString) issues = g_string_new (NULL);
  g_autoptr(GString) parties = g_string_new (NULL);

  for (guint i = 0; i < N_ISSUES; i++)
    {
      g_string_append_printf (issues,
                              "%s{ 'id': 'i%u', 'title': 'I', 'kind': 'choice', "
                              "'ordered': true, 'options': [",
                              i > 0 ? ", " : "", i);
      for (guint o = 0; o < N_OPTIONS; o++)
        g_string_append_printf (issues, "%s{ 'id': 'o%u', 'title': 'O' }", o > 0 ? ", " : "", o);
      g_string_append (issues, "] }");
    }
  for (guint p = 0; p < 2; p++)
    {
      g_string_append_printf (parties,
                              "%s{ 'id': 'p%u', 'title': 'P', 'reservation': 30%s, "
                              "'weights': {",
                              p > 0 ? ", " : "", p, p == 0 ? more : "");
      for (guint i = 0; i < N_ISSUES; i++)
        g_string_append_printf (parties, "%s'i%u': %u", i > 0 ? ", " : " ", i,
                                1 + (7 * i + 5 * p) % 11);
      g_string_append (parties, " }, 'values': { ");
      append_values (parties, p == 0);
      g_string_append (parties, " } }");
    }
  return parley_small_load (issues->str, parties->str, "");
}

/* Without conditions, and with some that are open between the sides of any split. */
static const struct
{
  const char *label;
  const char *more;
  guint       n_splits; /* 0: more than three */
} cases[] = {
  { "plain", "", 3 },
  { "a chain",
    ", 'adjustments': ["
    "{ 'id': 'a', 'when': { 'i0': 'o1', 'i1': 'o2' }, 'points': 4 },"
    "{ 'id': 'b', 'when': { 'i1': 'o1', 'i2': 'o2' }, 'points': 4 },"
    "{ 'id': 'c', 'when': { 'i2': 'o1', 'i3': 'o2' }, 'points': -5 },"
    "{ 'id': 'd', 'when': { 'i3': 'o1', 'i4': 'o2' }, 'points': 3 },"
    "{ 'id': 'e', 'when': { 'i4': 'o1', 'i5': 'o2' }, 'points': -3 },"
    "{ 'id': 'f', 'when': { 'i5': 'o1', 'i6': 'o2' }, 'points': 6 },"
    "{ 'id': 'g', 'when': { 'i6': 'o1', 'i7': 'o2' }, 'points': 2 }]",
    0 },
  { "a red line across",
    ", 'red_lines': ["
    "{ 'id': 'r', 'never': { 'i0': 'o3', 'i4': 'o3' } },"
    "{ 'id': 's', 'never': { 'i3': { 'min': 'o2' }, 'i7': { 'max': 'o1' } } }]",
    3 },
};

static gboolean
same_map (const ParleyMap *one, const ParleyMap *other)
{
  gboolean same = TRUE;

  for (guint a = 0; a < one->n_options[0]; a++)
    for (guint b = 0; b < one->n_options[1]; b++)
      {
        const ParleyMapCell *x = parley_map_cell (one, a, b);
        const ParleyMapCell *y = parley_map_cell (other, a, b);

        same &= mpz_cmp (x->n_deals, y->n_deals) == 0 && (x->best == NULL) == (y->best == NULL);
        for (guint s = 0; x->best != NULL && y->best != NULL && s < one->n_slots; s++)
          same &= x->best[s] == y->best[s];
      }
  return same;
}

static void
expect_like_alone (const char *label, const ParleyAcceptance *acceptance, guint n_splits)
{
  static const guint slots[] = { 0, 1 };
  g_autoptr(ParleyOrder) order
      = parley_order_new (PARLEY_ORDER_EGALITARIAN, acceptance->utilities, slots, 2);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) maps = parley_pairs_new (acceptance, order, slots, 2, &error);
  guint n = count_splits (acceptance);

  g_assert_no_error (error);
  CU_ASSERT_EQUAL (maps->len, N_ISSUES * (N_ISSUES - 1) / 2);
  for (guint i = 0; i < maps->len; i++)
    {
      const ParleyMap *map = g_ptr_array_index (maps, i);
      g_autoptr(ParleyMap) alone
          = parley_map_new (acceptance, order, slots, 2, map->axes[0], map->axes[1], &error);

      g_assert_no_error (error);
      PARLEY_EXPECT (same_map (map, alone), "%s: axes %u and %u", label, map->axes[0],
                     map->axes[1]);
    }
  PARLEY_EXPECT (n_splits == 0 ? n > 3 : n == n_splits, "%s: %u splits", label, n);
}

static void
test_alone (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ParleyLoaded) loaded = load_even (cases[i].more);
      const ParleyScenario *scenario = loaded->scenario;
      g_autoptr(GError) error = NULL;
      g_autoptr(ParleySpace) space = parley_space_new (
          scenario, parley_domain_new_among (scenario, PARLEY_AMONG_ALL, 0), NULL, NULL, &error);
      g_autoptr(GPtrArray) utilities = NULL;
      ParleyAcceptance acceptance;

      g_assert_no_error (error);
      utilities = parley_utilities_new (space, scenario->as_of);
      acceptance = parley_acceptance (space, utilities, NULL);
      expect_like_alone (cases[i].label, &acceptance, cases[i].n_splits);
    }
}

void
parley_test_pairs (void)
{
  CU_pSuite suite = CU_add_suite ("pairs", NULL, NULL);

  CU_add_test (suite, "every pair by hand", test_naive);
  CU_add_test (suite, "every pair alone", test_alone);
}

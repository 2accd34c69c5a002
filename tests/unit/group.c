/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The best deals by way of layers in any order, against layers in file order. */
#include "space/group.h"

#include "base/error.h"
#include "effort.h"
#include "sample.h"
#include "small.h"
#include "space/acceptance.h"
#include "space/best.h"
#include "space/search.h"
#include "space/tied.h"
#include "suites.h"

#define N_SCENARIOS parley_effort (1000)
#define MAX_ARCS 1000000
#define MAX_POINTS 1000000

static const ParleyOrderKind kinds[]
    = { PARLEY_ORDER_NASH, PARLEY_ORDER_EGALITARIAN, PARLEY_ORDER_UTILITARIAN, PARLEY_ORDER_PARTY };

/* How often the samples contain what is to be tested. */
typedef struct
{
  guint n_open;    /* lists that end where deals tie */
  guint n_changed; /* where the order of the layers would list other deals */
} Seen;

/* The axes in file order, or in random order. */
static guint *
draw_axes (guint n, GRand *rand)
{
  guint *axes = g_new0 (guint, MAX (1, n));

  for (guint a = 0; a < n; a++)
    {
      guint other = rand == NULL ? a : (guint) g_rand_int_range (rand, 0, (gint32) a + 1);

      axes[a] = axes[other];
      axes[other] = a;
    }
  return axes;
}

/* Takes @view. @rand: (nullable): layers in file order. */
static ParleyGroup *
make_group (ParleyView *view, GRand *rand)
{
  ParleyGroup *group = g_new0 (ParleyGroup, 1);
  g_autofree guint *axes = draw_axes (view->space->domain->n_axes, rand);

  group->view = view;
  group->diagram = parley_diagram_new (view, axes, MAX_ARCS, NULL);
  group->fronts = parley_fronts_new (view, group->diagram, MAX_POINTS, NULL);
  group->in_file_order = rand == NULL;
  return group;
}

static gboolean
same_lists (GPtrArray *a, GPtrArray *b, guint n_axes)
{
  for (guint i = 0; a->len == b->len && i < a->len; i++)
    if (parley_options_compare (a->pdata[i], b->pdata[i], n_axes) != 0)
      return FALSE;
  return a->len == b->len;
}

/* Both lists must hold the same deals; where these tie they may stand in any order. */
static void
expect_same_best (const ParleyGroup *in_file_order,
                  const ParleyGroup *shuffled,
                  const ParleyOrder *order,
                  guint n_most,
                  Seen *seen)
{
  guint n_axes = in_file_order->view->space->domain->n_axes;
  g_autoptr(GPtrArray) want = parley_group_best (in_file_order, order, n_most);
  g_autoptr(GPtrArray) more = parley_group_best (in_file_order, order, n_most + 1);
  g_autoptr(GPtrArray) found = parley_group_best (shuffled, order, n_most);
  g_autoptr(GPtrArray) by_layers = parley_best (shuffled->fronts, order, n_most);

  parley_options_sort (want, n_axes);
  parley_options_sort (found, n_axes);
  parley_options_sort (by_layers, n_axes);
  PARLEY_EXPECT (same_lists (want, found, n_axes), "the best %u", n_most);
  seen->n_open += more->len > n_most;
  seen->n_changed += !same_lists (want, by_layers, n_axes);
}

static void
expect_group (const ParleySample *sample, guint g, guint32 seed, Seen *seen)
{
  ParleyAcceptance acceptance = parley_acceptance (sample->space, sample->utilities, NULL);
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  g_autofree guint *slots = g_new (guint, sample->utilities->len);
  guint n_slots = parley_negotiating_slots (sample->space, sample->utilities, slots);
  g_autoptr(ParleyOrder) order
      = parley_order_new (kinds[seed % 4], sample->utilities, slots, n_slots);
  g_autoptr(ParleyOrder) compact = parley_order_new_compact (order);
  g_autoptr(ParleyGroup) in_file_order = NULL;
  g_autoptr(ParleyGroup) shuffled = NULL;

  if (kinds[seed % 4] == PARLEY_ORDER_PARTY)
    n_slots = 1;
  in_file_order = make_group (parley_acceptance_view (&acceptance, g, slots, n_slots), NULL);
  shuffled = make_group (parley_acceptance_view (&acceptance, g, slots, n_slots), rand);
  for (guint n_most = 0; n_most < 30; n_most = 2 * n_most + 1)
    expect_same_best (in_file_order, shuffled, compact, n_most, seen);
}

static void
test_group (void)
{
  Seen seen = { 0 };

  for (guint32 seed = 0; seed < N_SCENARIOS; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      ParleyAcceptance acceptance = parley_acceptance (sample->space, sample->utilities, NULL);
      guint n_failures = CU_get_number_of_failures ();

      for (guint g = 0; g < parley_acceptance_n_groups (&acceptance, NULL); g++)
        expect_group (sample, g, seed, &seen);
      PARLEY_EXPECT (CU_get_number_of_failures () == n_failures, "seed %u", seed);
    }
  CU_ASSERT (seen.n_open > parley_effort (100));
  CU_ASSERT (seen.n_changed > parley_effort (30));
}

/* What passes too many places is not followed up. */
static void
test_places (void)
{
  for (guint32 seed = 0; seed < N_SCENARIOS; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      ParleyAcceptance acceptance = parley_acceptance (sample->space, sample->utilities, NULL);
      const guint slot = 0;
      g_autoptr(ParleyOrder) order
          = parley_order_new (PARLEY_ORDER_PARTY, sample->utilities, &slot, 1);
      g_autoptr(ParleyGroup) group
          = make_group (parley_acceptance_view (&acceptance, 0, &slot, 1), NULL);
      guint n_layers = group->diagram->n_layers;
      g_autoptr(ParleyTrace) enough = NULL;
      g_autoptr(ParleyTrace) few = NULL;

      if (group->diagram->empty || parley_fronts_whole (group->fronts)->n == 0)
        continue;
      enough = parley_trace_new_tied (group->fronts, order,
                                      parley_front_point (parley_fronts_whole (group->fronts), 0),
                                      MAX_POINTS);
      few = parley_trace_new_tied (group->fronts, order,
                                   parley_front_point (parley_fronts_whole (group->fronts), 0),
                                   n_layers - 1);
      CU_ASSERT_PTR_NOT_NULL (enough);
      CU_ASSERT_PTR_NULL (few);
    }
}

/* A scenario that no diagram in file order holds: what a0 to a3 bring waits for b0 and b1,
 * the last in the file. */

#define N_LONG 4     /* issues a0 to a3 */
#define N_OPTIONS 12 /* of each */
#define N_SHORT 2    /* issues b0 and b1, of two options */
#define N_ALL (20736 * 4)

static void
add_issue (GString *issues, char letter, guint number, guint n_options)
{
  g_string_append_printf (issues, "%s{ 'id': '%c%u', 'title': 'I', 'kind': 'choice', 'options': [",
                          issues->len == 0 ? "" : ", ", letter, number);
  for (guint o = 0; o < n_options; o++)
    g_string_append_printf (issues, "%s{ 'id': 'o%u', 'title': 'O' }", o == 0 ? "" : ", ", o);
  g_string_append (issues, "] }");
}

/* Few different values and points, so that many deals tie. */
static void
add_party (GString *parties, const char *id, GRand *rand)
{
  g_string_append_printf (parties,
                          "%s{ 'id': '%s', 'title': 'P', 'reservation': 30, 'weights': { 'a0': 1, "
                          "'a1': 1 }, 'values': { ",
                          parties->len == 0 ? "" : ", ", id);
  for (guint a = 0; a < 2; a++)
    for (guint o = 0; o < N_OPTIONS; o++)
      g_string_append_printf (parties, "%s'o%u': %d%s",
                              o > 0    ? ", "
                              : a == 0 ? "'a0': { "
                                       : "'a1': { ",
                              o, 25 * g_rand_int_range (rand, 0, 5),
                              o < N_OPTIONS - 1 ? ""
                              : a == 0          ? " }, "
                                                : " } }, ");
  g_string_append (parties, "'adjustments': [");
  for (guint i = 0; i < N_LONG * N_OPTIONS; i++)
    g_string_append_printf (
        parties, "%s{ 'id': 'j%u', 'when': { 'a%u': 'o%u', 'b%d': 'o1' }, 'points': %d }",
        i == 0 ? "" : ", ", i, i / N_OPTIONS, i % N_OPTIONS, i < N_OPTIONS ? 0 : 1,
        g_rand_int_range (rand, 1, 4));
  g_string_append (parties, "] }");
}

static ParleyLoaded *
load_wide (void)
{
  g_autoptr(GString) issues = g_string_new (NULL);
  g_autoptr(GString) parties = g_string_new (NULL);
  g_autoptr(GRand) rand = g_rand_new_with_seed (2);

  for (guint a = 0; a < N_LONG; a++)
    add_issue (issues, 'a', a, N_OPTIONS);
  for (guint b = 0; b < N_SHORT; b++)
    add_issue (issues, 'b', b, 2);
  add_party (parties, "p", rand);
  add_party (parties, "q", rand);
  return parley_small_load (issues->str, parties->str, "");
}

/* Above 0 when @a comes before @b in a list. */
static int
compare_deals (const ParleyOrder *order, const ParleyDeal *a, const ParleyDeal *b)
{
  int better = parley_order_compare (order, a->scores, b->scores);

  return better != 0 ? better : -parley_options_compare (a->options, b->options, N_LONG + N_SHORT);
}

/* How many of all deals come before @last. Everything scores at least 0, so floors alone
 * make a deal unacceptable. */
static guint
count_before (const ParleySpace *space,
              GPtrArray *utilities,
              const ParleyOrder *order,
              const ParleyDeal *last)
{
  guint n = 0;

  for (guint i = 0; i < N_ALL; i++)
    {
      const guint options[] = { i / 6912, i / 576 % 12, i / 48 % 12, i / 4 % 12, i / 2 % 2, i % 2 };
      g_autoptr(ParleyDeal) deal = parley_deal_new (space, utilities, options);
      gboolean acceptable = TRUE;

      for (guint p = 0; p < utilities->len; p++)
        acceptable &= deal->scores[p]
                      >= ((const ParleyUtility *) g_ptr_array_index (utilities, p))->reservation;
      n += acceptable && compare_deals (order, deal, last) > 0;
    }
  return n;
}

static void
expect_first (const ParleySpace *space, GPtrArray *utilities, ParleyOrderKind kind, guint n_most)
{
  const guint slots[] = { 0, 1 };
  g_autoptr(ParleyOrder) order = parley_order_new (kind, utilities, slots, 2);
  ParleyQuery query = { .order = order, .n_top = n_most, .memory = PARLEY_BUDGET_DEFAULT };
  g_autoptr(ParleyFindings) findings = parley_search (space, utilities, &query, NULL);
  GPtrArray *top = findings->top;

  CU_ASSERT_FALSE (
      ((const ParleyGroup *) g_ptr_array_index (findings->frontier->groups, 0))->in_file_order);
  CU_ASSERT_EQUAL_FATAL (top->len, n_most);
  for (guint i = 1; i < top->len; i++)
    CU_ASSERT (compare_deals (order, top->pdata[i - 1], top->pdata[i]) > 0);
  PARLEY_EXPECT (count_before (space, utilities, order, top->pdata[n_most - 1]) == n_most - 1,
                 "the best %u by order %d", n_most, (int) kind);
}

static void
test_narrow_order (void)
{
  g_autoptr(ParleyLoaded) loaded = load_wide ();
  g_autoptr(ParleySpace) space
      = parley_space_new (loaded->scenario, parley_domain_new (loaded->scenario), NULL, NULL, NULL);
  g_autoptr(GPtrArray) utilities = parley_utilities_new (space, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      expect_first (space, utilities, kinds[i], 3);
      expect_first (space, utilities, kinds[i], 100);
    }
}

/* Five issues of six options, and parties with values from a fixed formula. */
static ParleyLoaded *
load_many (guint n_parties)
{
  g_autofree char *issues = parley_small_choices (5, 6);
  g_autoptr(GString) parties = g_string_new (NULL);

  for (guint p = 0; p < n_parties; p++)
    {
      g_string_append_printf (parties, "%s{'id': 'p%u', 'title': 'P', 'reservation': 0",
                              p == 0 ? "" : ", ", p);
      for (guint i = 0; i < 5; i++)
        g_string_append_printf (parties, "%s'i%u': %u", i == 0 ? ", 'weights': {" : ", ", i,
                                1 + (5 * p + 3 * i) % 7);
      for (guint i = 0; i < 5; i++)
        {
          g_string_append_printf (parties, "%s'i%u': {", i == 0 ? "}, 'values': {" : "}, ", i);
          for (guint o = 0; o < 6; o++)
            g_string_append_printf (parties, "%s'o%u': %u", o == 0 ? "" : ", ", o,
                                    (29 * p * (i + 2) + 47 * o * (p + 2) + 13 * i) % 101);
        }
      g_string_append (parties, "}}}");
    }
  return parley_small_load (issues, parties->str, "");
}

/* Whether the fronts of all deals are found where at most so many points may be kept: as many as
 * are, and those that the largest front is joined from. */
static gboolean
fits (guint n_parties)
{
  static const guint slots[] = { 0, 1, 2, 3, 4, 5, 6, 7 };
  g_autoptr(ParleyLoaded) loaded = load_many (n_parties);
  g_autoptr(ParleySpace) space
      = parley_space_new (loaded->scenario, parley_domain_new (loaded->scenario), NULL, NULL, NULL);
  g_autoptr(GPtrArray) utilities = parley_utilities_new (space, NULL);
  ParleyAcceptance acceptance = parley_acceptance (space, utilities, NULL);
  g_autoptr(ParleyGroup) group
      = make_group (parley_acceptance_view (&acceptance, 0, slots, n_parties), NULL);
  gsize largest = 6 * parley_fronts_at (group->fronts, 1, 0)->n;
  gsize most = MAX (group->fronts->n_points, largest);
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyFronts) fronts = parley_fronts_new (group->view, group->diagram, most, &error);

  CU_ASSERT (fronts != NULL || g_error_matches (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT));
  return fronts != NULL;
}

/* In many dimensions joining takes longer, and so fewer points may be joined. */
static void
test_burden (void)
{
  CU_ASSERT_TRUE (fits (2));
  CU_ASSERT_TRUE (fits (3));
  CU_ASSERT_FALSE (fits (6));
  CU_ASSERT_FALSE (fits (8));
}

void
parley_test_group (void)
{
  CU_pSuite suite = CU_add_suite ("group", NULL, NULL);

  CU_add_test (suite, "the best deals whatever the order of layers", test_group);
  CU_add_test (suite, "ties where layers do not stand in file order", test_narrow_order);
  CU_add_test (suite, "deals that tie pass too many places", test_places);
  CU_add_test (suite, "many dimensions", test_burden);
}

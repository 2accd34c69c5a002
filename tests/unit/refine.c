/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Solutions between the grid values: worked by hand, and held against deals that are worked
 * out without the engine. */
#include "analysis/refine.h"

#include "analysis/deals.h"
#include "effort.h"
#include "expect.h"
#include "naive.h"
#include "random_scenario.h"
#include "small.h"
#include "suites.h"

static ParleyDeals *
find (const ParleyScenario *scenario, ParleyAmong among, const char *filters)
{
  g_autoptr(ParleyFilter) filter = parley_filter_new ();
  g_auto(GStrv) texts = g_strsplit (filters, ";", -1);
  g_autoptr(GError) error = NULL;
  ParleyDealsRequest request = { .among = among,
                                 .filter = filter,
                                 .n_top = 1,
                                 .n_ties = 1,
                                 .refine = TRUE,
                                 .memory = PARLEY_BUDGET_DEFAULT };
  ParleyDeals *deals = NULL;

  for (guint i = 0; texts[i] != NULL; i++)
    parley_filter_add (filter, scenario, texts[i], &error);
  g_assert_no_error (error);
  deals = parley_deals_find (scenario, &request, &error);
  g_assert_no_error (error);
  deals->request.filter = NULL;
  return deals;
}

/* "a=9/2 b=0": the numbers of a deal, in order of issues. */
static char *
numbers_of (const ParleyRefined *refined)
{
  const ParleyDomain *domain = refined->space->domain;
  GString *text = g_string_new (NULL);

  for (guint a = 0; a < domain->n_axes; a++)
    if (domain->axes[a].numbers != NULL)
      {
        g_autofree char *number
            = parley_exact_to_text (domain->axes[a].numbers[refined->best->options[a]], 0);

        g_string_append_printf (
            text, "%s%s=%s", text->len > 0 ? " " : "",
            parley_scenario_issue (refined->space->scenario, domain->axes[a].issue)->id, number);
      }
  return g_string_free (text, FALSE);
}

/* Worked by hand */

#define RANGE(id, grid) \
  "{ 'id': '" id "', 'title': 'X', 'kind': 'range', 'min': 0, 'max': 10, 'grid': [" grid "] }"
#define UP   "{ 'points': [[0, 0], [10, 100]] }"
#define DOWN "{ 'points': [[0, 100], [10, 0]] }"
#define HALF "{ 'points': [[0, 100], [10, 50]] }"
#define PARTY(id, reservation, values, more) \
  "{ 'id': '" id "', 'title': 'P', 'reservation': " reservation ", 'weights': { 'x': 1 }, " \
  "'values': { 'x': " values " }" more " }"
#define TWO(id, reservation, x, y, values, more) \
  "{ 'id': '" id "', 'title': 'P', 'reservation': " reservation ", 'weights': { 'x': " x \
  ", 'y': " y " }, 'values': { 'x': " values ", 'y': " values " }" more " }"
#define PRODUCT "{ 'id': 'p', 'title': 'P', 'kind': 'derived', 'product': ['x', 'y'] }"

/* Surpluses of 10 x - 10 and 40 - 5 x: the product is greatest at 9/2. */
#define CALCULUS PARTY ("a", "10", UP, "") ", " PARTY ("b", "60", HALF, "")

static const struct
{
  const char    *label;
  const char    *issues;
  const char    *parties;
  const char    *more;
  ParleySolution solution;
  ParleyAmong    among;
  const char    *filters; /* with semicolons between them */
  const char    *numbers;
  const char    *before;
  const char    *after;
} rows[] = {
  { "equal slopes: equal surpluses", RANGE ("x", "0, 3, 6, 10"),
    PARTY ("a", "20", UP, "") ", " PARTY ("b", "40", DOWN, ""), "", PARLEY_NASH, 0, NULL, "x=4",
    "300", "400" },
  { "the crossing", RANGE ("x", "0, 3, 6, 10"),
    PARTY ("a", "20", UP, "") ", " PARTY ("b", "40", DOWN, ""), "", PARLEY_EGALITARIAN, 0, NULL,
    "x=4", "10", "20" },
  /* (10 x - 20) / 40 = (60 - 10 x) / 30 at 30/7 = 4.2857…; the ideal is that of the grid. */
  { "the crossing of shares", RANGE ("x", "0, 3, 6, 10"),
    PARTY ("a", "20", UP, "") ", " PARTY ("b", "40", DOWN, ""), "", PARLEY_KALAI_SMORODINSKY, 0,
    NULL, "x=2143/500", "1/4", "857/1500" },
  { "nobody can gain", RANGE ("x", "0, 5, 10"),
    PARTY ("a", "50", UP, "") ", " PARTY ("b", "50", DOWN, ""), "", PARLEY_KALAI_SMORODINSKY, 0,
    NULL, "x=5", "0", "0" },
  { "the sum is the same everywhere", RANGE ("x", "0, 3, 6, 10"),
    PARTY ("a", "20", UP, "") ", " PARTY ("b", "40", DOWN, ""), "", PARLEY_UTILITARIAN, 0, NULL,
    "x=3", "40", "40" },
  { "by calculus", RANGE ("x", "0, 4, 6, 10"), CALCULUS, "", PARLEY_NASH, 0, NULL, "x=9/2", "600",
    "1225/2" },
  { "on the grid already", RANGE ("x", "0, '9/2', 10"), CALCULUS, "", PARLEY_NASH, 0, NULL, "x=9/2",
    "1225/2", "1225/2" },
  { "a breakpoint of thirds", RANGE ("x", "0, 2, 4, 10"),
    PARTY ("a", "0", "{ 'points': [[0, 0], ['7/3', 100], [10, 100]] }", "") ", " PARTY ("b",
                                                                                        "0",
                                                                                        DOWN,
                                                                                        ""),
    "", PARLEY_UTILITARIAN, 0, NULL, "x=7/3", "1160/7", "530/3" },
  { "an ideal", RANGE ("x", "0, 2, 4, 10"),
    PARTY ("a", "0", "{ 'ideal': 3.2, 'tolerance': 2 }", "") ", " PARTY ("b", "0", DOWN, ""), "",
    PARLEY_UTILITARIAN, 0, NULL, "x=16/5", "120", "168" },
  { "an adjustment between two grid values", RANGE ("x", "0, 3, 6, 10"),
    PARTY ("a",
           "0",
           UP,
           ", 'adjustments': [{ 'id': 't', 'when': { 'x': { 'min': 3.25, 'max': 3.5 "
           "} }, 'points': 10 }]") ", " PARTY ("b", "0", DOWN, ""),
    "", PARLEY_UTILITARIAN, 0, NULL, "x=13/4", "100", "110" },
  { "a threshold with its end", RANGE ("x", "0, 4, 6, 10"),
    PARTY ("a", "10", UP, "") ", " PARTY ("b",
                                          "60",
                                          HALF,
                                          ", 'adjustments': [{ 'id': 't', 'when': "
                                          "{ 'not': { 'x': { 'max': 4.25 } } }, 'points': -5 }]"),
    "", PARLEY_NASH, 0, NULL, "x=17/4", "600", "4875/8" },
  { "short of what a rule forbids", RANGE ("x", "0, 4, 6, 10"), CALCULUS,
    "'rules': [{ 'id': 'r', 'forbid': { 'x': { 'min': 4.4 } } }]", PARLEY_NASH, 0, NULL,
    "x=4399/1000", "600", "12239799/20000" },
  { "short of a red line", RANGE ("x", "0, 4, 6, 10"),
    PARTY ("a", "10", UP, "") ", " PARTY (
        "b",
        "60",
        HALF,
        ", 'red_lines': [{ 'id': 'r', 'never': { 'x': { 'min': 4.4, 'max': 8 } } }]"),
    "", PARLEY_NASH, 0, NULL, "x=4399/1000", "600", "12239799/20000" },
  { "up to the reservation", RANGE ("x", "0, 4, 6, 10"),
    PARTY ("a", "10", UP, "") ", " PARTY ("b", "67", HALF, ""), "", PARLEY_UTILITARIAN, 0, NULL,
    "x=33/5", "53", "56" },
  { "a consent that is not needed", RANGE ("x", "0, 4, 6, 10"),
    PARTY ("a", "10", UP, "") ", " PARTY ("b",
                                          "67",
                                          HALF,
                                          ", 'needed_when': { 'x': { 'max': 7 } }"),
    "'rules': [{ 'id': 'r', 'forbid': { 'x': "
    "{ 'min': 8 } } }]",
    PARLEY_UTILITARIAN, 0, NULL, "x=7999/1000", "53", "12599/200" },
  { "a filter on terms", RANGE ("x", "0, 4, 6, 10"), CALCULUS, "", PARLEY_NASH, 0, "x<=4.25",
    "x=17/4", "600", "4875/8" },
  { "a bound on a score", RANGE ("x", "0, 4, 6, 10"), CALCULUS, "", PARLEY_NASH, 0, "score.b>=78",
    "x=22/5", "600", "612" },
  { "an open bound", RANGE ("x", "0, 4, 6, 10"), CALCULUS, "", PARLEY_NASH, 0, "surplus.b>18",
    "x=4399/1000", "600", "12239799/20000" },
  { "among tabled intervals", RANGE ("x", "0, 4, 6, 10"), CALCULUS,
    "'drafts': [{ 'id': 'd', 'title': 'D', 'terms': { 'x': { 'min': 4, 'max': 7 } } }]",
    PARLEY_NASH, PARLEY_AMONG_TABLED, NULL, "x=9/2", "600", "1225/2" },
  { "among tabled numbers", RANGE ("x", "0, 4, 6, 10"), CALCULUS,
    "'drafts': [{ 'id': 'd', 'title': 'D', 'terms': { 'x': [4, 6] } }]", PARLEY_NASH,
    PARLEY_AMONG_TABLED, NULL, "x=4", "600", "600" },
  /* From (4, 4), where any one number that moves makes it worse, along equal surpluses. */
  { "along a ridge", RANGE ("x", "4, 10") ", " RANGE ("y", "4, 10"),
    TWO ("a", "0", "3", "1", UP, "") ", " TWO ("b", "20", "1", "3", DOWN, ""), "",
    PARLEY_EGALITARIAN, 0, NULL, "x=8 y=0", "40", "60" },
  { "two numbers to their breakpoints", RANGE ("x", "0, 2, 10") ", " RANGE ("y", "0, 4, 10"),
    TWO ("a", "0", "1", "1", "{ 'points': [[0, 0], ['7/3', 100], [10, 100]] }", "") ", " TWO ("b",
                                                                                              "0",
                                                                                              "1",
                                                                                              "1",
                                                                                              DOWN,
                                                                                              ""),
    "", PARLEY_UTILITARIAN, 0, NULL, "x=7/3 y=7/3", "1140/7", "530/3" },
};

/* Whether what rose is what @solution makes great. */
static gboolean
fits (ParleyGainKind kind, ParleySolution solution)
{
  if (solution == PARLEY_NASH)
    return kind == PARLEY_GAIN_PRODUCT || kind == PARLEY_GAIN_POSITIVE;
  return kind == (solution == PARLEY_UTILITARIAN ? PARLEY_GAIN_SUM : PARLEY_GAIN_SMALLEST);
}

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ParleyLoaded) loaded
          = parley_small_load (rows[i].issues, rows[i].parties, rows[i].more);
      g_autoptr(ParleyDeals) deals
          = find (loaded->scenario, rows[i].among, rows[i].filters == NULL ? "" : rows[i].filters);
      const ParleyRefined *refined = deals->refined[rows[i].solution];
      g_autofree char *numbers = numbers_of (refined);

      PARLEY_EXPECT_TEXT (rows[i].label, numbers, rows[i].numbers);
      PARLEY_EXPECT (fits (refined->kind, rows[i].solution), "%s: measure", rows[i].label);
      PARLEY_EXPECT_EXACT (rows[i].label, refined->before, rows[i].before);
      PARLEY_EXPECT_EXACT (rows[i].label, refined->after, rows[i].after);
      PARLEY_EXPECT (refined->improves == !g_str_equal (rows[i].before, rows[i].after), "%s",
                     rows[i].label);
    }
}

/* Ranges that nothing follows from, by the hundred: as variables they would take an hour. */
static void
test_idle (void)
{
  g_autoptr(GString) issues = g_string_new (RANGE ("x", "0, 4, 6, 10"));
  g_autoptr(ParleyLoaded) loaded = NULL;
  g_autoptr(ParleyDeals) deals = NULL;

  for (guint i = 0; i < 900; i++)
    g_string_append_printf (issues,
                            ", { 'id': 'idle-%u', 'title': 'I', 'kind': 'range', 'min': 0, "
                            "'max': 10, 'step': 5 }",
                            i);
  loaded = parley_small_load (issues->str, CALCULUS, "");
  deals = find (loaded->scenario, PARLEY_AMONG_ALL, "");
  PARLEY_EXPECT_EXACT ("idle", deals->refined[PARLEY_NASH]->after, "1225/2");
}

/* Of random scenarios */

#define N_SCENARIOS parley_effort (150)

typedef struct
{
  guint n_solutions;
  guint n_improved;
  guint n_unmoved; /* solutions of scenarios without ranges */
} Seen;

static gboolean
same_terms (const ParleyRefined *refined, const ParleyLandscape *landscape, const guint *options)
{
  const ParleyDomain *grid = landscape->space->domain;
  const ParleyDomain *domain = refined->space->domain;
  gboolean same = TRUE;

  for (guint a = 0; a < grid->n_axes && same; a++)
    if (grid->axes[a].options != NULL)
      same
          = domain->axes[a].options[refined->best->options[a]] == grid->axes[a].options[options[a]];
    else
      same = mpq_equal (domain->axes[a].numbers[refined->grid->options[a]],
                        grid->axes[a].numbers[options[a]]);
  return same;
}

/* The choices of some landmark, and its numbers where the search began. */
static gboolean
starts_at_landmark (const ParleyRefined *refined,
                    const ParleyLandscape *landscape,
                    ParleySolution solution)
{
  GPtrArray *landmarks = landscape->solutions[solution];

  for (guint i = 0; i < landmarks->len; i++)
    if (same_terms (refined, landscape,
                    g_ptr_array_index (
                        ((const ParleyLandmark *) g_ptr_array_index (landmarks, i))->deals, 0)))
      return TRUE;
  return FALSE;
}

static gboolean
within_scales (const ParleyRefined *refined)
{
  const ParleyDomain *domain = refined->space->domain;

  for (guint a = 0; a < domain->n_axes; a++)
    {
      const ParleyIssue *issue
          = parley_scenario_issue (refined->space->scenario, domain->axes[a].issue);
      mpq_srcptr number = domain->axes[a].numbers == NULL
                              ? NULL
                              : domain->axes[a].numbers[refined->best->options[a]];

      if (number != NULL && (mpq_cmp (number, issue->min) < 0 || mpq_cmp (number, issue->max) > 0))
        return FALSE;
    }
  return TRUE;
}

static guint
index_of (const ParleyDomain *domain, const guint *options)
{
  guint index = 0;

  for (guint a = 0; a < domain->n_axes; a++)
    index = index * domain->axes[a].n_options + options[a];
  return index;
}

static gboolean
same_scores (const ParleyRefined *refined, const ParleyDeal *deal, const ParleyNaiveDeal *naive)
{
  gboolean same = TRUE;
  mpq_t points;

  mpq_init (points);
  for (guint s = 0; s < refined->utilities->len; s++)
    {
      const ParleyUtility *utility = g_ptr_array_index (refined->utilities, s);

      parley_score_to_exact (deal->scores[s], utility->denominator, points);
      same = same && mpq_equal (points, naive->scores[s]);
    }
  mpq_clear (points);
  return same;
}

/* The surpluses of those who negotiate, by hand. */
static mpq_t *
naive_surpluses (const ParleyScenario *scenario, const ParleyNaiveDeal *deal, guint *n)
{
  mpq_t *surpluses = g_new (mpq_t, scenario->parties->len);

  *n = 0;
  for (guint p = 0; p < scenario->parties->len; p++)
    {
      const ParleyParty *party = parley_scenario_party (scenario, p);

      if (party->role != PARLEY_ROLE_PARTY)
        continue;
      mpq_init (surpluses[*n]);
      mpq_sub (surpluses[*n], deal->scores[p], parley_party_reservation_at (party, NULL)->value);
      ++*n;
    }
  return surpluses;
}

static gboolean
is_better (const ParleyScenario  *scenario,
           ParleyOrderKind        kind,
           const ParleyNaiveDeal *a,
           const ParleyNaiveDeal *b)
{
  guint n = 0;
  mpq_t *x = naive_surpluses (scenario, a, &n);
  mpq_t *y = naive_surpluses (scenario, b, &n);
  gboolean better = parley_surpluses_compare (kind, x, y, n) > 0;

  parley_surpluses_free (x, n);
  parley_surpluses_free (y, n);
  return better;
}

static void
expect_sound (guint seed, const ParleyDeals *deals, ParleySolution solution, Seen *seen)
{
  const ParleyRefined *refined = deals->refined[solution];
  const ParleyDomain *domain = refined->space->domain;
  g_autoptr(GPtrArray) naive = parley_naive_deals (deals->scenario, domain, NULL, NULL);
  const ParleyNaiveDeal *grid
      = g_ptr_array_index (naive, index_of (domain, refined->grid->options));
  const ParleyNaiveDeal *best
      = g_ptr_array_index (naive, index_of (domain, refined->best->options));
  ParleyOrderKind kind = parley_order_kind (refined->order);

  seen->n_solutions++;
  seen->n_improved += refined->improves;
  PARLEY_EXPECT (fits (refined->kind, solution), "%u: measure", seed);
  PARLEY_EXPECT (starts_at_landmark (refined, deals->landscape, solution), "%u: start", seed);
  PARLEY_EXPECT (within_scales (refined), "%u: scales", seed);
  PARLEY_EXPECT (parley_naive_all_accept (deals->scenario, best, TRUE) && best->feasible,
                 "%u: acceptable", seed);
  PARLEY_EXPECT (same_scores (refined, refined->best, best)
                     && same_scores (refined, refined->grid, grid),
                 "%u: scores", seed);
  PARLEY_EXPECT (refined->improves == (mpq_cmp (refined->before, refined->after) < 0),
                 "%u: before and after", seed);
  if (kind != PARLEY_ORDER_KALAI_SMORODINSKY)
    PARLEY_EXPECT (refined->improves == is_better (deals->scenario, kind, best, grid),
                   "%u: better, solution %d", seed, (int) solution);
}

static gboolean
has_range (const ParleyScenario *scenario)
{
  for (guint i = 0; i < scenario->issues->len; i++)
    if (parley_scenario_issue (scenario, i)->kind == PARLEY_ISSUE_RANGE)
      return TRUE;
  return FALSE;
}

static void
test_random (void)
{
  Seen seen = { 0 };

  for (guint seed = 0; seed < N_SCENARIOS; seed++)
    {
      g_autoptr(ParleyLoaded) loaded = parley_random_scenario (seed);
      g_autoptr(ParleyDeals) deals
          = find (loaded->scenario, seed % 3 == 0 ? PARLEY_AMONG_TABLED : PARLEY_AMONG_ALL, "");

      for (guint i = 0; i < PARLEY_N_SOLUTIONS; i++)
        {
          PARLEY_EXPECT ((deals->refined[i] != NULL)
                             == parley_findings_has_deal (deals->landscape->findings),
                         "%u: one for each solution", seed);
          if (deals->refined[i] == NULL)
            continue;
          expect_sound (seed, deals, i, &seen);
          if (has_range (loaded->scenario))
            continue;
          seen.n_unmoved++;
          PARLEY_EXPECT (!deals->refined[i]->improves, "%u: nothing to move", seed);
        }
    }
  PARLEY_EXPECT (seen.n_improved > parley_effort (50) && seen.n_improved < seen.n_solutions / 2,
                 "%u of %u improved", seen.n_improved, seen.n_solutions);
  PARLEY_EXPECT (seen.n_unmoved > parley_effort (20), "%u without ranges", seen.n_unmoved);
}

void
parley_test_refine (void)
{
  CU_pSuite suite = CU_add_suite ("refine", NULL, NULL);

  CU_add_test (suite, "worked by hand", test_rows);
  CU_add_test (suite, "idle ranges", test_idle);
  CU_add_test (suite, "random scenarios", test_random);
}

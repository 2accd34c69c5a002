/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which deals are looked at. */
#include "space/domain.h"

#include "expect.h"
#include "small.h"
#include "suites.h"

#define ISSUES \
  "{ 'id': 'a', 'title': 'A', 'kind': 'range', 'min': -2, 'max': 4, 'step': 2 }, " \
  "{ 'id': 'd', 'title': 'D', 'kind': 'derived', 'product': ['a'] }, " \
  "{ 'id': 'b', 'title': 'B', 'kind': 'range', 'min': 0, 'max': 10, 'grid': [1, '5/2', 9] }, " \
  "{ 'id': 'c', 'title': 'C', 'kind': 'choice', 'ordered': true, 'options': " \
  "[{ 'id': 'x', 'title': 'X' }, { 'id': 'y', 'title': 'Y' }, { 'id': 'z', 'title': 'Z' }] }"
#define PARTY(id) \
  "{ 'id': '" id "', 'title': 'P', 'reservation': 0, 'weights': { 'c': 1 }, " \
  "'values': { 'c': { 'x': 0, 'y': 1, 'z': 2 } } }"
#define DRAFTS \
  "'drafts': [" \
  "{ 'id': 'one', 'title': '1', 'tabled_by': 'p', 'terms': { 'a': 2, 'b': { 'max': 3 } } }, " \
  "{ 'id': 'two', 'title': '2', 'tabled_by': 'q', 'terms': { 'a': [4, 1], 'c': 'z' }, " \
  "  'events': [{ 'date': '2025-01-01', 'party': 'p', 'act': 'rejected' }] }, " \
  "{ 'id': 'three', 'title': '3', 'tabled_by': 'q', 'terms': { 'a': -2, 'c': ['x', 'z'] }, " \
  "  'events': [{ 'date': '2025-01-01', 'party': 'p', 'act': 'accepted_text' }] }, " \
  "{ 'id': 'four', 'title': '4', 'terms': { 'b': { 'min': 2.5, 'max': 9 }, " \
  "  'c': { 'min': 'y' } } }]"

/* "a: -2 0 2 4; b: 1 5/2 9; c: x y z". */
static char *
to_text (const ParleyScenario *scenario, const ParleyDomain *domain)
{
  GString *text = g_string_new (NULL);

  for (guint a = 0; a < domain->n_axes; a++)
    {
      const ParleyAxis *axis = &domain->axes[a];
      const ParleyIssue *issue = parley_scenario_issue (scenario, axis->issue);

      CU_ASSERT_EQUAL (domain->axis_of_issue[axis->issue], (int) a);
      g_string_append_printf (text, "%s%s:", a > 0 ? "; " : "", issue->id);
      for (guint o = 0; o < axis->n_options; o++)
        {
          g_autofree char *number
              = axis->numbers == NULL ? NULL : parley_exact_to_text (axis->numbers[o], 0);

          g_string_append_printf (
              text, " %s",
              number != NULL ? number : parley_issue_option (issue, axis->options[o])->id);
        }
    }
  return g_string_free (text, FALSE);
}

static void
expect_domain (const char           *label,
               const ParleyScenario *scenario,
               ParleyDomain         *domain,
               const char           *want)
{
  g_autofree char *got = to_text (scenario, domain);

  PARLEY_EXPECT_TEXT (label, got, want);
  CU_ASSERT_EQUAL (domain->axis_of_issue[1], -1);
  parley_domain_free (domain);
}

/* What a draft names is looked at even off the grid, and so are the ends of what is only
 * partly known. */
static void
test_domains (void)
{
  g_autoptr(ParleyLoaded) loaded
      = parley_small_load (ISSUES, PARTY ("p") ", " PARTY ("q") ", " PARTY ("r"), DRAFTS);
  const ParleyScenario *scenario = loaded->scenario;
  static const char *const drafts[] = {
    "a: 2; b: 0 1 5/2 3; c: x y z",
    "a: 1 4; b: 1 5/2 9; c: z",
    "a: -2; b: 1 5/2 9; c: x z",
    "a: -2 0 2 4; b: 5/2 9; c: y z",
  };

  expect_domain ("all", scenario, parley_domain_new (scenario),
                 "a: -2 0 2 4; b: 1 5/2 9; c: x y z");
  for (guint d = 0; d < G_N_ELEMENTS (drafts); d++)
    expect_domain (parley_scenario_draft (scenario, d)->id, scenario,
                   parley_domain_new_draft (scenario, parley_scenario_draft (scenario, d)),
                   drafts[d]);
  expect_domain ("among all", scenario, parley_domain_new_among (scenario, PARLEY_AMONG_ALL, 1),
                 "a: -2 0 2 4; b: 1 5/2 9; c: x y z");
  expect_domain ("tabled", scenario, parley_domain_new_among (scenario, PARLEY_AMONG_TABLED, 0),
                 "a: -2 1 2 4; b: 0 1 5/2 3 9; c: x y z");
  expect_domain ("p", scenario, parley_domain_new_among (scenario, PARLEY_AMONG_PARTY, 0),
                 "a: -2 2; b: 0 1 5/2 3; c: x z");
  expect_domain ("q", scenario, parley_domain_new_among (scenario, PARLEY_AMONG_PARTY, 1),
                 "a: -2 1 4; b: 1 5/2 9; c: x z");
  expect_domain ("r", scenario, parley_domain_new_among (scenario, PARLEY_AMONG_PARTY, 2),
                 "a: -2 0 2 4; b: 1 5/2 9; c: x y z");
}

/* Options and single numbers alone: a deal, or few. */
static void
test_terms (void)
{
  g_autoptr(ParleyLoaded) loaded = parley_small_load (ISSUES, PARTY ("p"), "");
  g_autoptr(ParleyTerms) a = parley_terms_new_numbers ();
  g_autoptr(ParleyTerms) c = parley_terms_new_options (3);
  const ParleyTerms *terms[] = { a, NULL, NULL, c };
  mpq_t number;

  mpq_init (number);
  for (guint i = 0; i < 3; i++)
    {
      mpq_set_ui (number, 10 - 3 * (i % 2), 3);
      mpq_canonicalize (number);
      parley_terms_add_interval (a, number, number);
    }
  mpq_clear (number);
  parley_terms_add_option (c, 1);
  expect_domain ("terms", loaded->scenario, parley_domain_new_terms (loaded->scenario, terms),
                 "a: 7/3 10/3; b: 1 5/2 9; c: y");
}

static void
test_count (void)
{
  g_autoptr(GString) issues = g_string_new (ISSUES);
  g_autoptr(ParleyLoaded) loaded = NULL;
  g_autoptr(ParleyDomain) domain = NULL;
  g_autofree char *text = NULL;
  mpz_t count;

  for (guint i = 0; i < 12; i++)
    g_string_append_printf (
        issues,
        ", { 'id': 'w%u', 'title': 'W', 'kind': 'range', 'min': 1, 'max': 1000, 'step': 1 }", i);
  loaded = parley_small_load (issues->str, PARTY ("p"), "");
  domain = parley_domain_new (loaded->scenario);
  mpz_init (count);
  parley_domain_count (domain, count);
  text = parley_count_format (count);
  mpz_clear (count);
  PARLEY_EXPECT_TEXT ("count", text, "36,000,000,000,000,000,000,000,000,000,000,000,000");
}

void
parley_test_domain (void)
{
  CU_pSuite suite = CU_add_suite ("domain", NULL, NULL);

  CU_add_test (suite, "grids, drafts and tabled terms", test_domains);
  CU_add_test (suite, "terms", test_terms);
  CU_add_test (suite, "count", test_count);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each issue brings a party, and what it could have brought. */
#include "analysis/contribution.h"

#include "expect.h"
#include "small.h"
#include "suites.h"

#define ISSUES \
  "{ 'id': 'a', 'title': 'A', 'kind': 'choice', 'options': [{ 'id': 'x', 'title': 'X' }, " \
  "{ 'id': 'y', 'title': 'Y' }, { 'id': 'z', 'title': 'Z' }] }, " \
  "{ 'id': 'r', 'title': 'R', 'kind': 'range', 'min': 0, 'max': 10, 'step': 5 }, " \
  "{ 'id': 'n', 'title': 'N', 'kind': 'choice', 'options': [{ 'id': 'x', 'title': 'X' }, " \
  "{ 'id': 'y', 'title': 'Y' }] }, " \
  "{ 'id': 'd', 'title': 'D', 'kind': 'derived', 'product': ['r'], 'scale': 2 }"
/* Shares of 1/2, 1/4, 0 and 1/4. */
#define PARTY(more) \
  "{ 'id': 'p', 'title': 'P', 'reservation': 0, " more \
  "'weights': { 'a': 2, 'r': 1, 'n': 0, 'd': 1 }, 'values': { 'a': { 'x': 60, 'y': 0, 'z': 20 }, " \
  "'r': { 'ideal': 7, 'tolerance': 10 }, 'n': { 'x': 100, 'y': 0 }, " \
  "'d': { 'points': [[0, 100], [20, 0]] } } }"

/* "r won 5-10 of 25, given up 15-20; …", in points of 100. */
static char *
to_text (const ParleyScenario *scenario, GPtrArray *contributions)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < contributions->len; i++)
    {
      const ParleyContribution *one = g_ptr_array_index (contributions, i);
      g_autofree char *share = parley_exact_to_text (one->share, 9);
      g_autofree char *won_low = parley_exact_to_text (one->won_low, 9);
      g_autofree char *won_high = parley_exact_to_text (one->won_high, 9);
      g_autofree char *low = parley_exact_to_text (one->given_up_low, 9);
      g_autofree char *high = parley_exact_to_text (one->given_up_high, 9);

      g_string_append_printf (text, "%s%s %s: %s to %s, %s to %s", i > 0 ? "; " : "",
                              parley_scenario_issue (scenario, one->issue)->id, share, won_low,
                              won_high, low, high);
    }
  return g_string_free (text, FALSE);
}

static void
test_contributions (void)
{
  static const struct
  {
    const char *label;
    const char *party;
    const char *terms;
    const char *rules;
    const char *want;
  } rows[] = {
    { "fixed", PARTY (""), "'a': 'z', 'r': 5", "",
      "a 0.5: 10 to 10, 20 to 20; r 0.25: 20 to 20, 0 to 0; d 0.25: 12.5 to 12.5, 12.5 to 12.5" },
    { "open", PARTY (""), "", "",
      "a 0.5: 0 to 30, 0 to 30; r 0.25: 7.5 to 20, 0 to 12.5; d 0.25: 0 to 25, 0 to 25" },
    { "partly known", PARTY (""), "'a': ['y', 'z'], 'r': { 'min': 5 }", "",
      "a 0.5: 0 to 10, 20 to 30; r 0.25: 17.5 to 20, 0 to 2.5; d 0.25: 0 to 12.5, 12.5 to 25" },
    { "what a rule leaves", PARTY (""), "",
      "{ 'id': 'q', 'forbid': { 'a': 'x' } }, "
      "{ 'id': 's', 'forbid': { 'd': { 'min': 10 } } }",
      "a 0.5: 0 to 10, 20 to 30; r 0.25: 7.5 to 7.5, 12.5 to 12.5; d 0.25: 25 to 25, 0 to 0" },
    /* The grid holds nothing better than 5, but the draft does. */
    { "better than the grid", PARTY (""), "'a': 'x', 'r': 7", "",
      "a 0.5: 30 to 30, 0 to 0; r 0.25: 25 to 25, 0 to 0; d 0.25: 7.5 to 7.5, 17.5 to 17.5" },
    { "partly better than the grid", PARTY (""), "'a': 'x', 'r': { 'min': 0, 'max': 7 }", "",
      "a 0.5: 30 to 30, 0 to 0; r 0.25: 7.5 to 25, 0 to 17.5; d 0.25: 7.5 to 25, 0 to 17.5" },
    { "as written", PARTY ("'normalize': false, "), "'a': 'z', 'r': 5", "",
      "a 2: 40 to 40, 80 to 80; r 1: 80 to 80, 0 to 0; d 1: 50 to 50, 50 to 50" },
    { "impossible", PARTY (""), "'a': 'x'", "{ 'id': 'q', 'forbid': { 'a': 'x' } }",
      "a 0.5: 0 to 0, 30 to 30; r 0.25: 0 to 0, 20 to 20; d 0.25: 0 to 0, 25 to 25" },
    { "no weights", PARTY ("") ", { 'id': 'w', 'title': 'W', 'role': 'affected' }", "", "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *more
          = g_strdup_printf ("'rules': [%s], 'drafts': [{ 'id': 'd', 'title': 'D', "
                             "'terms': { %s } }]",
                             rows[i].rules, rows[i].terms);
      g_autoptr(ParleyLoaded) loaded = parley_small_load (ISSUES, rows[i].party, more);
      const ParleyScenario *scenario = loaded->scenario;
      const ParleyDraft *draft = parley_scenario_draft (scenario, 0);
      g_autoptr(ParleyBestValues) best = parley_best_values_new (scenario, NULL);
      g_autoptr(ParleySpace) space = parley_space_new (
          scenario, parley_domain_new_draft (scenario, draft), draft, NULL, NULL);
      g_autoptr(ParleyReach) reach = parley_reach_new (space, NULL);
      g_autoptr(GPtrArray) contributions
          = parley_contributions_new (space, reach, best, scenario->parties->len - 1);
      g_autofree char *got = to_text (scenario, contributions);

      PARLEY_EXPECT_TEXT (rows[i].label, got, rows[i].want);
    }
}

void
parley_test_contribution (void)
{
  CU_pSuite suite = CU_add_suite ("contribution", NULL, NULL);

  CU_add_test (suite, "by hand", test_contributions);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adjustments that no deal can trigger. */
#include "analysis/warnings.h"

#include "expect.h"
#include "small.h"
#include "suites.h"

#define ISSUES \
  "{ 'id': 'a', 'title': 'A', 'kind': 'choice', 'options': [{ 'id': 'x', 'title': 'X' }, " \
  "{ 'id': 'y', 'title': 'Y' }] }, " \
  "{ 'id': 'r', 'title': 'R', 'kind': 'range', 'min': 0, 'max': 10, 'step': 5 }, " \
  "{ 'id': 'd', 'title': 'D', 'kind': 'derived', 'product': ['r'] }"
#define WIDE(id) \
  "{ 'id': '" id "', 'title': 'W', 'kind': 'range', 'min': 1, 'max': 1001, 'step': 1 }"
#define NEEDS \
  "'title': 'P', 'reservation': 0, 'weights': { 'a': 1 }, 'values': { 'a': { 'x': 0, 'y': 1 } }"
#define ADJUST(id, when) "{ 'id': '" id "', 'when': { " when " }, 'points': 1 }"
#define PARTY(id, adjustments) "{ 'id': '" id "', " NEEDS ", 'adjustments': [" adjustments "] }"

/* "p.one q.two". */
static char *
to_text (const ParleyScenario *scenario, const GArray *found)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const ParleyUnreachable *one = &g_array_index (found, ParleyUnreachable, i);

      g_string_append_printf (text, "%s%s.%s", i > 0 ? " " : "",
                              parley_scenario_party (scenario, one->party)->id,
                              one->adjustment->id);
    }
  return g_string_free (text, FALSE);
}

static void
test_unreachable (void)
{
  static const struct
  {
    const char *label;
    const char *issues;
    const char *parties;
    const char *rules;
    const char *want;
  } rows[] = {
    { "reachable", ISSUES,
      PARTY ("p", ADJUST ("j", "'a': 'x'") ", " ADJUST ("k", "'r': 5") ", " ADJUST (
                      "l", "'d': { 'min': 10 }") ", " ADJUST ("m", "'not': { 'a': 'x' }")),
      "", "" },
    { "contradictions", ISSUES,
      PARTY (
          "p",
          ADJUST ("j", "'a': 'x', 'not': { 'a': 'x' }") ", " ADJUST ("k", "'a': 'y'") ", " ADJUST (
              "l",
              "'not': { 'any': [{ 'a': 'x' }, { 'a': 'y' }] }") ", " ADJUST ("m",
                                                                             "'r': 5, 'd': 10")) ", " PARTY ("q",
                                                                                                             ADJUST (
                                                                                                                 "j",
                                                                                                                 "'r': { 'min': 1, 'max': 4 }")),
      "", "p.j p.l p.m q.j" },
    { "by a rule", ISSUES, PARTY ("p", ADJUST ("j", "'a': 'x'") ", " ADJUST ("k", "'a': 'y'")),
      "{ 'id': 's', 'forbid': { 'a': 'x' } }", "p.j" },
    { "by two rules", ISSUES, PARTY ("p", ADJUST ("j", "'a': 'x', 'r': 5")),
      "{ 'id': 's', 'forbid': { 'a': 'x', 'r': { 'min': 6 } } }, "
      "{ 'id': 't', 'forbid': { 'a': 'x', 'r': { 'max': 5 } } }",
      "p.j" },
    { "not by one of them", ISSUES, PARTY ("p", ADJUST ("j", "'a': 'x', 'r': 5")),
      "{ 'id': 's', 'forbid': { 'a': 'x', 'r': { 'min': 6 } } }", "" },
    { "not by a red line", ISSUES,
      "{ 'id': 'p', " NEEDS ", 'red_lines': [{ 'id': 's', 'never': { 'a': 'x' } }], "
      "'adjustments': [" ADJUST ("j", "'a': 'x'") "] }",
      "", "" },
    { "none to blame", ISSUES, PARTY ("p", ADJUST ("j", "'a': 'x'")),
      "{ 'id': 's', 'forbid': { 'r': { 'min': 0 } } }", "" },
    { "many issues", ISSUES ", " WIDE ("u") ", " WIDE ("v") ", " WIDE ("w"),
      PARTY ("p", ADJUST ("j", "'a': 'x', 'not': { 'a': 'x' }")), "", "p.j" },
    { "many together", ISSUES ", " WIDE ("u") ", " WIDE ("v"),
      PARTY ("p", ADJUST ("j", "'u': 1, 'v': 1, 'not': { 'u': 1 }")), "", "p.j" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *more = g_strdup_printf ("'rules': [%s]", rows[i].rules);
      g_autoptr(ParleyLoaded) loaded = parley_small_load (rows[i].issues, rows[i].parties, more);
      g_autoptr(GArray) found = parley_unreachable_adjustments (loaded->scenario);
      g_autofree char *got = to_text (loaded->scenario, found);

      PARLEY_EXPECT_TEXT (rows[i].label, got, rows[i].want);
    }
}

void
parley_test_warnings (void)
{
  CU_pSuite suite = CU_add_suite ("warnings", NULL, NULL);

  CU_add_test (suite, "unreachable adjustments", test_unreachable);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What shows only in the deals that a scenario leaves. */
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

#define RED_LINE(id, never) "{ 'id': '" id "', 'never': { " never " } }"
#define LINES(id, lines) "{ 'id': '" id "', " NEEDS ", 'red_lines': [" lines "] }"
#define RULE(id, forbid) "{ 'id': '" id "', 'forbid': { " forbid " } }"

#define AND_RED_LINE(id, never) ", " RED_LINE (id, never)
#define AND_RULE(id, forbid) ", " RULE (id, forbid)
#define BAND(from, to) "'u': { 'min': " #from ", 'max': " #to " }"

#define UNREACHABLE(id) "no feasible deal meets the condition of the adjustment \"" id "\"\n"
#define NEVER_CROSSED(id) "no feasible deal crosses the red line \"" id "\"\n"

/* The messages, a line each. */
static char *
to_text (const GPtrArray *warnings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < warnings->len; i++)
    g_string_append_printf (text, "%s\n",
                            ((const ParleyWarning *) g_ptr_array_index (warnings, i))->message);
  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *label;
  const char *issues;
  const char *parties;
  const char *rules;
  const char *want;
} Row;

static void
expect_rows (const Row *rows, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *more = g_strdup_printf ("'rules': [%s]", rows[i].rules);
      g_autoptr(ParleyLoaded) loaded = parley_small_load (rows[i].issues, rows[i].parties, more);
      g_autoptr(GPtrArray) warnings = parley_warnings_new (loaded->scenario);
      g_autofree char *got = to_text (warnings);

      PARLEY_EXPECT_TEXT (rows[i].label, got, rows[i].want);
    }
}

static void
test_unreachable (void)
{
  static const Row rows[] = {
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
      "", UNREACHABLE ("j") UNREACHABLE ("l") UNREACHABLE ("m") UNREACHABLE ("j") },
    { "by a rule", ISSUES, PARTY ("p", ADJUST ("j", "'a': 'x'") ", " ADJUST ("k", "'a': 'y'")),
      "{ 'id': 's', 'forbid': { 'a': 'x' } }", UNREACHABLE ("j") },
    { "by two rules", ISSUES, PARTY ("p", ADJUST ("j", "'a': 'x', 'r': 5")),
      "{ 'id': 's', 'forbid': { 'a': 'x', 'r': { 'min': 6 } } }, "
      "{ 'id': 't', 'forbid': { 'a': 'x', 'r': { 'max': 5 } } }",
      UNREACHABLE ("j") },
    { "not by one of them", ISSUES, PARTY ("p", ADJUST ("j", "'a': 'x', 'r': 5")),
      "{ 'id': 's', 'forbid': { 'a': 'x', 'r': { 'min': 6 } } }", "" },
    { "not by a red line", ISSUES,
      "{ 'id': 'p', " NEEDS ", 'red_lines': [{ 'id': 's', 'never': { 'a': 'x' } }], "
      "'adjustments': [" ADJUST ("j", "'a': 'x'") "] }",
      "", "" },
    { "none to blame", ISSUES, PARTY ("p", ADJUST ("j", "'a': 'x'")),
      "{ 'id': 's', 'forbid': { 'r': { 'min': 0 } } }",
      "the rule \"s\" leaves no feasible deal\n" },
    { "many issues", ISSUES ", " WIDE ("u") ", " WIDE ("v") ", " WIDE ("w"),
      PARTY ("p", ADJUST ("j", "'a': 'x', 'not': { 'a': 'x' }")), "", UNREACHABLE ("j") },
    { "many together", ISSUES ", " WIDE ("u") ", " WIDE ("v"),
      PARTY ("p", ADJUST ("j", "'u': 1, 'v': 1, 'not': { 'u': 1 }")), "", UNREACHABLE ("j") },
  };

  expect_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_red_lines (void)
{
  static const Row rows[] = {
    { "crossed", ISSUES, LINES ("p", RED_LINE ("l", "'a': 'x', 'r': 10")), "", "" },
    { "contradictions", ISSUES,
      LINES ("p", RED_LINE ("l", "'r': { 'min': 1, 'max': 4 }") AND_RED_LINE ("m", "'r': 5")
                      AND_RED_LINE ("n", "'r': 5, 'd': 10")),
      "", NEVER_CROSSED ("l") NEVER_CROSSED ("n") },
    { "always crossed", ISSUES, LINES ("p", RED_LINE ("l", "'a': ['x', 'y']")), "", "" },
    { "by two rules", ISSUES, LINES ("p", RED_LINE ("l", "'a': 'x', 'r': 5")),
      RULE ("s", "'a': 'x', 'r': { 'min': 6 }") AND_RULE ("t", "'a': 'x', 'r': { 'max': 5 }"),
      NEVER_CROSSED ("l") },
    { "whatever else is a red line", ISSUES,
      LINES ("p", RED_LINE ("l", "'a': 'x'") AND_RED_LINE ("m", "'a': 'x', 'r': 5")), "", "" },
    { "with an adjustment", ISSUES,
      "{ 'id': 'p', " NEEDS ", 'red_lines': [" RED_LINE (
          "l", "'a': 'x'") "], "
                           "'adjustments': [" ADJUST ("j", "'a': 'x'") "] }",
      RULE ("s", "'a': 'x'"), NEVER_CROSSED ("l") UNREACHABLE ("j") },
    { "many together", ISSUES ", " WIDE ("u") ", " WIDE ("v") ", " WIDE ("w"),
      LINES ("p",
             RED_LINE ("l", "'u': 1, 'v': 1, 'w': 2") AND_RED_LINE ("m", "'u': 1, 'v': 1, 'w': 1")),
      RULE ("s", "'u': 1, 'w': 1"), NEVER_CROSSED ("m") },
  };

  expect_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_no_deal (void)
{
  static const Row rows[] = {
    { "one rule", ISSUES, LINES ("p", RED_LINE ("l", "'a': 'x', 'r': { 'min': 1, 'max': 4 }")),
      RULE ("s", "'a': 'x'") AND_RULE ("t", "'r': { 'min': 0 }"),
      "the rule \"t\" leaves no feasible deal\n" },
    { "two, and one besides", ISSUES, PARTY ("p", ADJUST ("j", "'a': 'x'")),
      RULE ("s", "'a': 'x'") AND_RULE ("t", "'r': 5") AND_RULE ("u", "'a': 'y'"),
      "the rules \"s\" and \"u\" together leave no feasible deal\n" },
    { "the first that do", ISSUES, PARTY ("p", ""),
      RULE ("s", "'a': 'x'") AND_RULE ("t", "'a': 'y'") AND_RULE ("u", "'a': ['x', 'y']"),
      "the rules \"s\" and \"t\" together leave no feasible deal\n" },
    { "three", ISSUES, PARTY ("p", ""),
      RULE ("s", "'r': 0") AND_RULE ("t", "'r': 5") AND_RULE ("u", "'d': 10"),
      "the rules \"s\", \"t\" and \"u\" together leave no feasible deal\n" },
    { "more than are named", WIDE ("u") ", " ISSUES, PARTY ("p", ""),
      RULE ("a", BAND (1, 100)) AND_RULE ("b", BAND (101, 200)) AND_RULE ("c", BAND (201, 300))
          AND_RULE ("d", BAND (301, 400)) AND_RULE ("e", BAND (401, 500))
              AND_RULE ("f", BAND (501, 600)) AND_RULE ("g", BAND (601, 1001)),
      "the rules \"a\", \"b\", \"c\", \"d\", \"e\" and 2 more together leave no feasible deal\n" },
  };

  expect_rows (rows, G_N_ELEMENTS (rows));
}

/* Each is where it was written; several rules are where the last of them is. */
static void
test_origins (void)
{
  g_autoptr(ParleyLoaded) loaded
      = parley_small_load (ISSUES,
                           "{ 'id': 'p', " NEEDS ", 'red_lines': [" RED_LINE ("l", "'a': 'x'")
                               AND_RED_LINE ("m", "'r': 1") "], 'adjustments': [" ADJUST (
                                   "j", "'a': 'x'") ", " ADJUST ("k", "'r': 1") "] }",
                           "");
  g_autoptr(ParleyLoaded) without = parley_small_load (
      ISSUES, PARTY ("p", ""), "'rules': [" RULE ("s", "'a': 'x'") AND_RULE ("t", "'a': 'y'") "]");
  const ParleyParty *party = parley_scenario_party (loaded->scenario, 0);
  g_autoptr(GPtrArray) warnings = parley_warnings_new (loaded->scenario);
  g_autoptr(GPtrArray) conflict = parley_warnings_new (without->scenario);

  CU_ASSERT_EQUAL_FATAL (warnings->len, 2);
  CU_ASSERT_EQUAL (((const ParleyWarning *) warnings->pdata[0])->origin,
                   ((const ParleyRedLine *) party->red_lines->pdata[1])->origin);
  CU_ASSERT_EQUAL (((const ParleyWarning *) warnings->pdata[1])->origin,
                   ((const ParleyAdjustment *) party->adjustments->pdata[1])->origin);
  CU_ASSERT_EQUAL_FATAL (conflict->len, 1);
  CU_ASSERT_EQUAL (((const ParleyWarning *) conflict->pdata[0])->origin,
                   ((const ParleyRule *) without->scenario->rules->pdata[1])->origin);
}

void
parley_test_warnings (void)
{
  CU_pSuite suite = CU_add_suite ("warnings", NULL, NULL);

  CU_add_test (suite, "unreachable adjustments", test_unreachable);
  CU_add_test (suite, "red lines that are never crossed", test_red_lines);
  CU_add_test (suite, "rules that leave no deal", test_no_deal);
  CU_add_test (suite, "where they are", test_origins);
}

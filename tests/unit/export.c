/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What GENIUS cannot express, one thing a row: the scenario below with one text replaced by
 * another. Exactly the problem of the row must come of it, on its line and with its words.
 */
#include "scenario/export.h"

#include <CUnit/CUnit.h>
#include <string.h>

#include "expect.h"
#include "expect_problems.h"
#include "import_codes.h"
#include "scenario/genius_export.h"
#include "small.h"
#include "suites.h"

typedef struct
{
  const char *label;
  ParleyProblemCode code;
  guint line;
  const char *from;
  const char *to;
  const char *says;
} Row;

#define CODE(name) PARLEY_PROBLEM_##name

static const char base[] =
    /* 1 */
    "{ 'format': 'parley/1', 'title': 'Base', 'issues': [\n"
    /* 2 */ "  { 'id': 'a', 'title': 'A', 'kind': 'range', 'min': 0, 'max': 4, 'step': 1 },\n"
    /* 3 */ "  { 'id': 'b', 'title': 'B', 'kind': 'range', 'min': 0, 'max': 4, 'step': 1 },\n"
    /* 4 */ "  { 'id': 'c', 'title': 'C', 'kind': 'choice', 'options': [\n"
    /* 5 */ "    { 'id': 'x', 'title': 'X' }, { 'id': 'y', 'title': 'Y' } ] } ],\n"
    /* 6 */ "'parties': [\n"
    /* 7 */ "  { 'id': 'p', 'title': 'P', 'reservation': 50, 'weights': { 'a': 50, 'c': 50 },\n"
    /* 8 */ "    'values': { 'a': { 'points': [[0, 100], [4, 0]] }, 'c': { 'x': 0, 'y': 50 } } },\n"
    /* 9 */ "  { 'id': 'q', 'title': 'Q', 'reservation': 20, 'adjustments': [\n"
    /* 10 */ "    { 'id': 'r', 'when': { 'a': { 'min': 2 }, 'b': 1 }, 'points': 60 },\n"
    /* 11 */ "    { 'id': 's', 'when': { 'not': { 'b': [1, 2, 3] } }, 'points': '100/3' } ] } ],\n"
    /* 12 */ "'rules': [] }\n";

static const Row rows[] = {
  { "a rule", CODE (INEXPRESSIBLE), 12, "'rules': []",
    "'rules': [ { 'id': 'z', 'forbid': { 'c': 'x' } } ]", "GENIUS has no rule: \"z\"" },
  { "a red line", CODE (INEXPRESSIBLE), 7, "'P', ",
    "'P', 'red_lines': [ { 'id': 'z', 'never': { 'c': 'x' } } ], ", "no red line: \"z\"" },
  { "a derived issue", CODE (INEXPRESSIBLE), 2, "  { 'id': 'a',",
    "  { 'id': 'd', 'title': 'D', 'kind': 'derived', 'product': ['a', 'b'] }, { 'id': 'a',",
    "no derived issue: \"d\"" },
  { "a derived issue that alone has weight", CODE (INEXPRESSIBLE), 5,
    "] } ],\n'parties': [\n  { 'id': 'p', 'title': 'P', 'reservation': 50, "
    "'weights': { 'a': 50, 'c': 50 },\n    'values': {",
    "] }, { 'id': 'd', 'title': 'D', 'kind': 'derived', 'product': ['a'] } ],\n'parties': [\n"
    "  { 'id': 'p', 'title': 'P', 'reservation': 50, 'weights': { 'd': 50 },\n"
    "    'values': { 'd': { 'points': [[0, 100], [4, 0]] },",
    "no derived issue: \"d\"" },
  { "a ratifier", CODE (INEXPRESSIBLE), 9, "'Q', ", "'Q', 'role': 'ratifier', ",
    "the role: \"ratifier\"" },
  { "an acceptance needed at times", CODE (INEXPRESSIBLE), 9, "'Q', ",
    "'Q', 'needed_when': { 'c': 'x' }, ", "needed at times only: \"q\"" },
  { "an adjustment beside weights", CODE (INEXPRESSIBLE), 7, "'P', ",
    "'P', 'adjustments': [ { 'id': 'z', 'when': { 'a': 1 }, 'points': 1 } ], ",
    "adjustment beside weights: \"z\"" },
  { "an alternative", CODE (INEXPRESSIBLE), 10, "{ 'a': { 'min': 2 }, 'b': 1 }",
    "{ 'any': [ { 'a': 1 }, { 'b': 1 } ] }", "\"r\" is no hyper-rectangle" },
  { "a gap", CODE (INEXPRESSIBLE), 11, "[1, 2, 3]", "[1, 3]", "\"s\" is no hyper-rectangle" },
  { "an option", CODE (INEXPRESSIBLE), 10, "'b': 1 }", "'c': 'x' }",
    "\"r\" is no hyper-rectangle" },
  { "both in one", CODE (INEXPRESSIBLE), 10, "'b': 1 }", "'not': { 'b': 1 } }",
    "\"r\" is no hyper-rectangle" },
  { "two values of one name", CODE (INEXPRESSIBLE), 5, "'title': 'Y'", "'title': 'X '",
    "that of another option" },
  { "a control character", CODE (INEXPRESSIBLE), 5, "'title': 'Y'", "'title': '\\u0001'",
    "XML cannot hold" },
  { "a control character in the title", CODE (INEXPRESSIBLE), 0, "'Base'", "'\\u001b[31m'",
    "XML cannot hold" },
  { "values that vary off the grid alone", CODE (INEXPRESSIBLE), 7,
    "'a': 50, 'c': 50 },\n    'values': { 'a': { 'points': [[0, 100], [4, 0]]",
    "'a': 50 },\n    'values': { 'a': { 'points': [[0, 50], [0.5, 100], [1, 50], [4, 50]]",
    "all deals have the same score for \"p\"" },
  { "adjustments that no grid value tells apart", CODE (INEXPRESSIBLE), 9,
    "'b': 1 }, 'points': 60 },\n    { 'id': 's', 'when': { 'not': { 'b': [1, 2, 3] } }",
    "'b': 0.5 }, 'points': 60 },\n    { 'id': 's', 'when': { 'not': { 'b': 0.5 } }",
    "all deals have the same score for \"q\"" },
  { "a draft", CODE (LEFT_OUT), 0, "'rules': []",
    "'drafts': [ { 'id': 'd', 'title': 'D', 'terms': {} } ]", "they are left out: drafts" },
  { "a unit", CODE (LEFT_OUT), 0, "'title': 'A',", "'title': 'A', 'unit': '%',",
    "left out: units" },
  { "a range of a value", CODE (LEFT_OUT), 0, "'y': 50 }", "'y': { 'value': 50, 'high': 60 } }",
    "left out: ranges of numbers" },
  { "a range of points", CODE (LEFT_OUT), 0, "'points': 60", "'points': { 'value': 60, 'low': 50 }",
    "left out: ranges of numbers" },
  { "a range of a number", CODE (LEFT_OUT), 0, "'reservation': 50",
    "'reservation': { 'value': 50, 'low': 40 }", "ranges of numbers" },
  { "steps of 2", CODE (OTHER_KIND), 2, "  { 'id': 'a',",
    "  { 'id': 'e', 'title': 'E', 'kind': 'range', 'min': 0, 'max': 4, 'step': 2 }, { 'id': 'a',",
    "becomes a real issue, without its step: give an import --step \"E=2\"" },
  { "an uneven grid", CODE (OTHER_KIND), 2, "  { 'id': 'a',",
    "  { 'id': 'e', 'title': 'E', 'kind': 'range', 'min': 0, 'max': 4, 'grid': [0, 1, 4] }, "
    "{ 'id': 'a',",
    "the range \"e\" becomes a list of values" },
  { "steps of a third", CODE (OTHER_KIND), 2, "  { 'id': 'a',",
    "  { 'id': 'e', 'title': 'E', 'kind': 'range', 'min': 0, 'max': 4, 'step': '1/3' }, "
    "{ 'id': 'a',",
    "the range \"e\" becomes a list of values" },
  { "thirds", CODE (ROUNDED_NUMBER), 7, "'a': 50,", "'a': 100,", "\"p\" have no finite decimal" },
  { "scores above 100", CODE (NOT_CAPPED), 9, "'points': 60", "'points': 70",
    "scores of \"q\" may exceed 100" },
};

static gboolean fired[PARLEY_N_PROBLEMS];

static ParleyLoaded *
load (const char *from, const char *to)
{
  const char *at = from != NULL ? strstr (base, from) : NULL;
  char *text = from == NULL
                   ? g_strdup (base)
                   : g_strdup_printf ("%.*s%s%s", (int) (at - base), base, to, at + strlen (from));
  g_autoptr(ParleyText) file = NULL;
  ParleyLoaded *loaded = NULL;

  g_strdelimit (text, "'", '"');
  file = parley_text_new_take ("row.json", NULL, text, strlen (text));
  loaded = parley_load_text (file, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (loaded->scenario);
  g_clear_pointer (&loaded->problems, parley_problems_free);
  loaded->problems = parley_problems_new ();
  return loaded;
}

static void
try_row (const Row *row)
{
  g_autoptr(ParleyLoaded) loaded = load (row->from, row->to);
  g_autoptr(GPtrArray) files = parley_export_genius (loaded);
  gboolean is_error = parley_problem_code_severity (row->code) == PARLEY_SEVERITY_ERROR;
  const ParleyProblem *problem = NULL;
  g_autofree char *line = NULL;

  PARLEY_EXPECT_PROBLEMS (row->label,
                          (files == NULL) == is_error && loaded->problems->items->len == 1,
                          loaded->problems);
  if (loaded->problems->items->len == 0)
    return;
  problem = parley_problems_get (loaded->problems, 0);
  line = parley_problem_to_string (problem);
  PARLEY_EXPECT_PROBLEMS (row->label,
                          problem->code == row->code && problem->line == row->line
                              && strstr (line, row->says) != NULL,
                          loaded->problems);
  fired[problem->code] = TRUE;
}

static void
test_refusals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    try_row (&rows[i]);
}

/* All that is wrong is said in one run. */
static void
test_every_culprit (void)
{
  g_autoptr(ParleyLoaded) loaded
      = load ("'rules': []", "'rules': [ { 'id': 'y', 'forbid': { 'c': 'x' } },\n"
                             "  { 'id': 'z', 'forbid': { 'c': 'y' } } ]");
  g_autoptr(GPtrArray) files = parley_export_genius (loaded);

  CU_ASSERT_PTR_NULL (files);
  CU_ASSERT_EQUAL (loaded->problems->n_errors, 2);
}

static const char *
file_at (GPtrArray *files, guint index, const char *name)
{
  const ParleyExportFile *file = g_ptr_array_index (files, index);

  PARLEY_EXPECT_TEXT ("name", file->name, name);
  return file->text;
}

static void
test_whole (void)
{
  g_autoptr(ParleyLoaded) loaded = load (NULL, NULL);
  g_autoptr(GPtrArray) files = parley_export_genius (loaded);

  CU_ASSERT_PTR_NOT_NULL_FATAL (files);
  PARLEY_EXPECT_PROBLEMS ("whole", loaded->problems->items->len == 0, loaded->problems);
  CU_ASSERT_EQUAL_FATAL (files->len, 3);
  file_at (files, 0, "domain.xml");
  PARLEY_EXPECT_TEXT (
      "linear", file_at (files, 1, "p.xml"),
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<utility_space number_of_issues=\"3\">\n"
      "  <objective index=\"0\" name=\"Base\" description=\"\" type=\"objective\" "
      "etype=\"objective\">\n"
      "    <issue index=\"1\" name=\"A\" type=\"integer\" etype=\"integer\" vtype=\"integer\" "
      "lowerbound=\"0\" upperbound=\"4\">\n"
      "      <evaluator ftype=\"linear\" offset=\"1\" slope=\"-0.25\"/>\n"
      "    </issue>\n"
      "    <issue index=\"2\" name=\"B\" type=\"integer\" etype=\"integer\" vtype=\"integer\" "
      "lowerbound=\"0\" upperbound=\"4\">\n"
      "      <evaluator ftype=\"linear\" offset=\"0\" slope=\"0\"/>\n"
      "    </issue>\n"
      "    <issue index=\"3\" name=\"C\" type=\"discrete\" etype=\"discrete\" vtype=\"discrete\">\n"
      "      <item index=\"1\" value=\"X\" evaluation=\"0\"/>\n"
      "      <item index=\"2\" value=\"Y\" evaluation=\"1\"/>\n"
      "    </issue>\n"
      "    <weight index=\"1\" value=\"0.5\"/>\n"
      "    <weight index=\"2\" value=\"0\"/>\n"
      "    <weight index=\"3\" value=\"0.25\"/>\n"
      "  </objective>\n"
      " <reservation value=\"0.5\"/>\n"
      "</utility_space>\n");
  CU_ASSERT_PTR_NOT_NULL (
      strstr (file_at (files, 2, "q.xml"),
              "    <utility maxutility=\"15\">\n"
              "      <ufun type=\"PlainUfun\" weight=\"1\" aggregation=\"sum\">\n"
              "        <hyperRectangle utility=\"9\">\n"
              "          <INCLUDES index=\"1\" min=\"2\" max=\"4\"/>\n"
              "          <INCLUDES index=\"2\" min=\"1\" max=\"1\"/>\n"
              "        </hyperRectangle>\n"
              "        <hyperRectangle utility=\"5\">\n"
              "          <EXCLUDES index=\"2\" min=\"1\" max=\"3\"/>\n"));
}

static void
test_lines (void)
{
  static const struct
  {
    const char *values; /* up to 100 each */
    const char *line;   /* offset and slope; NULL: none */
  } lines[] = {
    { "50 50 50", "0.5 0" },
    { "0 50 100", "0 0.5" },
    { "100 75 50 25", "1 -0.25" },
    { "0 0 40 100", "-0.8 0.6" },
    { "0 0 100 100", "-1 1" },
    { "100 0", "1 -1" },
    { "40 100 100", "0.4 0.6" },
    { "100 100 30 0", "1.7 -0.7" },
    { "0 10 20 100", NULL },
    { "0 100 0", NULL },
    { "10 20 40", NULL },
    { "0 20 0", NULL },
    { "100 100 100", "1 0" },
    { "0 30 60 90 100 100", "0 0.3" },
    { "0 0", "0 0" },
    { "20 0 0 0", "0.2 -0.8" },
    { "0 100 100 0", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto(GStrv) words = g_strsplit (lines[i].values, " ", -1);
      guint n = g_strv_length (words);
      g_autofree mpq_t *values = g_new (mpq_t, n);
      g_autofree char *found = NULL;
      mpq_t offset, slope;

      mpq_inits (offset, slope, NULL);
      for (guint v = 0; v < n; v++)
        {
          mpq_init (values[v]);
          mpq_set_str (values[v], words[v], 10);
        }
      if (parley_genius_find_line (values, n, offset, slope))
        {
          g_autofree char *first = parley_exact_to_text (offset, 9);
          g_autofree char *second = parley_exact_to_text (slope, 9);

          found = g_strdup_printf ("%s %s", first, second);
        }
      PARLEY_EXPECT_TEXT (lines[i].values, found, lines[i].line);
      for (guint v = 0; v < n; v++)
        mpq_clear (values[v]);
      mpq_clears (offset, slope, NULL);
    }
}

/* On a scale from 0 to 8 in steps of 2. */
static void
test_functions (void)
{
  static const struct
  {
    const char *values;
    const char *function; /* NULL: none */
  } functions[] = {
    { "{ 'points': [[0, 20], [8, 60]] }", "linear 0.2 0.05 0" },
    { "{ 'points': [[0, 40], [8, 40]] }", "linear 0.4 0 0" },
    { "{ 'points': [[0, 0], [3, 0], [8, 100]] }", "linear -0.6 0.2 0" },
    { "{ 'points': [[0, 0], [2, 0], [4, 100], [8, 100]] }", "linear -1 0.5 0" },
    { "{ 'points': [[0, 100], [7, 0], [8, 0]] }", NULL }, /* a slope of sevenths */
    { "{ 'points': [[0, 0], [3, 100], [8, 0]] }", "triangular 0 8 3" },
    { "{ 'points': [[0, 50], [1, 100], [8, 0]] }", "triangular -1 8 1" },
    { "{ 'ideal': 5, 'tolerance': 2 }", "triangular 3 7 5" },
    { "{ 'ideal': 8, 'tolerance': 4 }", "linear -1 0.25 0" },
    { "{ 'ideal': 1, 'tolerance': 10 }", "triangular -9 11 1" },
    /* Straight through the values of the grid, and not between them. */
    { "{ 'points': [[0, 0], [1, 0], [2, 25], [8, 100]] }", NULL },
    { "{ 'points': [[0, 0], [2, 90], [8, 0]] }", NULL },
    { "{ 'points': [[0, 0], [2, 100], [4, 100], [8, 0]] }", NULL },
    { "{ 'points': [[0, 0], [2, 30], [8, 100]], 'shape': 'smooth' }", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (functions); i++)
    {
      g_autofree char *party
          = g_strdup_printf ("{ 'id': 'p', 'title': 'P', 'reservation': 1, 'weights': { 'x': 1, "
                             "'y': 1 }, 'values': { 'x': %s, 'y': { 'a': 0, 'b': 1 } } }",
                             functions[i].values);
      g_autoptr(ParleyLoaded) loaded = parley_small_load (
          "{ 'id': 'x', 'title': 'X', 'kind': 'range', 'min': 0, 'max': 8, 'step': 2 }, { 'id': 'y', "
          "'title': 'Y', 'kind': 'choice', 'options': [ { 'id': 'a', 'title': 'A' }, { 'id': 'b', "
          "'title': 'B' } ] }",
          party, "");
      g_auto(ParleyGeniusFunction) function;
      g_autofree char *found = NULL;

      parley_genius_function_init (&function);
      if (parley_genius_find_function (parley_scenario_party (loaded->scenario, 0),
                                       parley_scenario_issue (loaded->scenario, 0), 0, &function))
        {
          g_autofree char *a = parley_exact_to_text (function.parameters[0], 9);
          g_autofree char *b = parley_exact_to_text (function.parameters[1], 9);
          g_autofree char *c = parley_exact_to_text (function.parameters[2], 9);

          found = g_strdup_printf ("%s %s %s %s",
                                   function.shape == PARLEY_GENIUS_LINEAR ? "linear" : "triangular",
                                   a, b, c);
        }
      PARLEY_EXPECT_TEXT (functions[i].values, found, functions[i].function);
    }
}

/* Runs last. */
static void
test_all_fired (void)
{
  PARLEY_EXPECT_FIRED (export_codes, G_N_ELEMENTS (export_codes), fired);
}

void
parley_test_export (void)
{
  CU_pSuite suite = CU_add_suite ("export", NULL, NULL);

  CU_ADD_TEST (suite, test_lines);
  CU_ADD_TEST (suite, test_functions);
  CU_ADD_TEST (suite, test_refusals);
  CU_ADD_TEST (suite, test_every_culprit);
  CU_ADD_TEST (suite, test_whole);
  CU_ADD_TEST (suite, test_all_fired);
}

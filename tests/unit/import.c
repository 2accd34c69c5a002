/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One mistake a row: the files below with one text replaced by another, imported. Exactly the
 * problem of the row must come of it, in its file and line and with its words, and nothing
 * else.
 */
#include "scenario/import.h"

#include <CUnit/CUnit.h>
#include <string.h>

#include "expect.h"
#include "expect_problems.h"
#include "import_codes.h"
#include "scenario/import_part.h"
#include "suites.h"

typedef ParleyScenario *(*Import) (GPtrArray *texts, GPtrArray *steps, ParleyProblems *problems);

typedef struct
{
  const char *label;
  ParleyProblemCode code;
  guint file; /* the one that is changed, and that is complained about */
  guint line;
  const char *from;
  const char *to;
  const char *says; /* in the problem as it is printed */
} Row;

/* The same with a step that was given. */
typedef struct
{
  Row row;
  const char *step;
} StepRow;

typedef struct
{
  const char *name;
  const char *text;
} File;

#define CODE(name) PARLEY_PROBLEM_##name
#define N_FILES 2

/* GENIUS */

static const File genius_files[N_FILES] = {
  { "domain.xml",
    /* 1 */
    "<negotiation_template>\n"
    /* 2 */ "<utility_space number_of_issues='0'>\n"
    /* 3 */ "<objective index='0' name='root' type='objective'>\n"
    /* 4 */ "<issue index='1' name='Food' type='discrete'>\n"
    /* 5 */ "<item index='1' value='Fish'/>\n"
    /* 6 */ "<item index='2' value=' Chips '/>\n"
    /* 7 */ "</issue>\n"
    /* 8 */ "<issue index='2' name='Price' vtype='integer' lowerbound='8' upperbound='14'/>\n"
    /* 9 */ "<issue index='3' name='Time' etype='real'><range lowerbound='0' upperbound='2.0'/>"
    "</issue>\n"
    /* 10 */ "</objective>\n"
    /* 11 */ "</utility_space>\n"
    /* 12 */ "</negotiation_template>\n" },
  { "cook.xml",
    /* 1 */
    "\n<utility_space>\n"
    /* 3 */ "<objective index='1' name='root'>\n"
    /* 4 */ "<weight index='1' value='0.5'/>\n"
    /* 5 */ "<weight index='2' value='.25'/>\n"
    /* 6 */ "<weight index='3' value='2.5E-1'/>\n"
    /* 7 */ "<issue index='1' name='Food'>\n"
    /* 8 */ "<item index='1' value='Fish' evaluation='190'/>\n"
    /* 9 */ "<item index='2' value='Chips' evaluation='662'/>\n"
    /* 10 */ "<similarity_function><item value='Soup' evaluation='999'/></similarity_function>\n"
    /* 11 */ "</issue>\n"
    /* 12 */ "<issue index='2' name='Price' type='integer' lowerbound='8' upperbound='14'>\n"
    /* 13 */ "<evaluator ftype='linear' offset='1.0' slope='-0.25'/></issue>\n"
    /* 14 */ "<issue index='3' name='Time' type='real'>\n"
    /* 15 */ "<evaluator ftype='triangular' parameter0='0' parameter1='2' parameter2='0.75'/>"
    "</issue>\n"
    /* 16 */ "</objective>\n"
    /* 17 */ "<reservation value='0.3'/>\n"
    /* 18 */ "</utility_space>\n" },
};

static const Row genius_rows[] = {
  { "cut off", CODE (XML_SYNTAX), 0, 12, "</negotiation_template>\n", "",
    "domain.xml:12: error: " },
  { "an empty file", CODE (XML_SYNTAX), 0, 1, NULL, "", "the file is empty" },
  { "no XML", CODE (XML_SYNTAX), 0, 1, NULL, "1.0, 0.5\n0.5, 1.0\n",
    "the text is not XML: syntax error" },
  { "two tags crossed", CODE (XML_SYNTAX), 1, 11, "</issue>\n<issue index='2'",
    "</objective>\n<issue index='2'", "mismatched tag" },
  { "an entity without declaration", CODE (XML_SYNTAX), 0, 5, "'Fish'", "'&fish;'",
    "undefined entity" },
  { "an attribute twice", CODE (XML_SYNTAX), 0, 5, "value='Fish'", "value='Fish' value='x'",
    "duplicate attribute" },
  { "a document type", CODE (XML_DOCUMENT_TYPE), 0, 1, "<negotiation_template>\n",
    "<!DOCTYPE x SYSTEM 'http://localhost/x.dtd'><negotiation_template>\n",
    "a document type (<!DOCTYPE …>) is not read" },
  { "a bomb of entities", CODE (XML_DOCUMENT_TYPE), 1, 2, "<utility_space>",
    "<!DOCTYPE b [<!ENTITY a 'aaaaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
    "<utility_space>",
    "take it out" },
  { "another root", CODE (UNKNOWN_DOCUMENT), 0, 1, NULL, "<html/>",
    "found <html>; expected <negotiation_template> for a domain" },
  { "JSON", CODE (UNKNOWN_DOCUMENT), 0, 0, NULL, "\n{}", "parley import geniusweb" },
  { "two domains", CODE (DOMAIN_AND_PROFILES), 1, 0, NULL, "<negotiation_template/>",
    "found 2 domains and no profile" },
  { "no issues", CODE (MISSING_PART), 0, 1, NULL,
    "<negotiation_template><utility_space/></negotiation_template>", "from 1 to 1000 issues" },
  { "no utility space", CODE (MISSING_PART), 0, 1, NULL, "<negotiation_template/>",
    "from 1 to 1000 issues" },
  { "no index", CODE (MISSING_PART), 0, 4, "index='1' name='Food'", "name='Food'",
    "<issue> needs the attribute \"index\"" },
  { "no values", CODE (MISSING_PART), 0, 4, "type='discrete'",
    "type='discrete'/><issue index='9' "
    "name='Void'",
    "the issue \"Food\" has no <item>" },
  { "no value", CODE (MISSING_PART), 0, 5, "value='Fish'", "", "needs the attribute \"value\"" },
  { "no bound", CODE (MISSING_PART), 0, 8, " upperbound='14'", "",
    "<issue> needs the attribute \"upperbound\"" },
  { "no evaluation", CODE (MISSING_PART), 1, 8, " evaluation='190'", "", "\"evaluation\"" },
  { "no evaluator", CODE (MISSING_PART), 1, 14,
    "<evaluator ftype='triangular' parameter0='0' "
    "parameter1='2' parameter2='0.75'/>",
    "", "the issue \"Time\" needs an <evaluator>" },
  { "no slope", CODE (MISSING_PART), 1, 13, " slope='-0.25'", "", "\"slope\"" },
  { "no parameter", CODE (MISSING_PART), 1, 15, " parameter2='0.75'", "", "\"parameter2\"" },
  { "no weight", CODE (MISSING_PART), 1, 12, "<weight index='2' value='.25'/>", "",
    "the issue \"Price\" has no <weight>" },
  { "a word for a number", CODE (BAD_DECIMAL), 1, 4, "'0.5'", "'half'", "found \"half\"" },
  { "a fraction", CODE (BAD_DECIMAL), 1, 4, "'0.5'", "'1/2'", "found \"1/2\"" },
  { "infinity", CODE (BAD_DECIMAL), 1, 17, "'0.3'", "'Infinity'", "found \"Infinity\"" },
  { "a huge exponent", CODE (BAD_DECIMAL), 1, 17, "'0.3'", "'1e999999999'", "exponent of at most" },
  { "half an integer", CODE (BAD_DECIMAL), 0, 8, "'14'", "'13.5'",
    "must be whole (found 8 to 13.5)" },
  { "bounds that cross", CODE (EMPTY_RANGE), 0, 8, "'14'", "'7'",
    "above the upper (found 8 to 7)" },
  { "a triangle that crosses", CODE (EMPTY_RANGE), 1, 15, "parameter2='0.75'", "parameter2='3'",
    "must stand between its ends" },
  { "too many integers", CODE (TOO_MANY_VALUES), 0, 8, "'14'", "'10008'",
    "from 8 to 10008, has more than 10000 values" },
  { "an unknown kind", CODE (UNKNOWN_WORD), 0, 4, "'discrete'", "'discreet'",
    "did you mean \"discrete\"?" },
  { "a value twice", CODE (REPEATED), 0, 6, "' Chips '", "'Fish '", "the value \"Fish\" twice" },
  { "an index twice", CODE (REPEATED), 0, 8, "index='2' name", "index='1' name",
    "have the index \"1\"" },
  { "an evaluation twice", CODE (REPEATED), 1, 9, "value='Chips'", "value='Fish'",
    "an evaluation of \"Fish\" twice" },
  { "a weight twice", CODE (REPEATED), 1, 5, "index='2'", "index='1'",
    "the issue \"Food\" has two weights" },
  { "an issue twice", CODE (REPEATED), 1, 14, "index='3' name='Time' type='real'",
    "index='1' name='Food'", "stands in the profile twice" },
  { "an unknown index", CODE (MISMATCH), 1, 7, "index='1' name='Food'", "index='7' name='Food'",
    "no issue with the index \"7\" (expected one of 1, 2, 3)" },
  { "a weight of no issue", CODE (MISMATCH), 1, 4, "index='1' value", "index='0' value",
    "the index \"0\"" },
  { "another name", CODE (MISMATCH), 1, 12, "'Price'", "'Prize'",
    "found \"Prize\"; expected \"Price\"" },
  { "another kind", CODE (MISMATCH), 1, 12, "'integer'", "'real'", "found real; expected integer" },
  { "an issue too few", CODE (MISMATCH), 1, 2,
    "<issue index='3' name='Time' type='real'>\n"
    "<evaluator ftype='triangular' parameter0='0' parameter1='2' parameter2='0.75'/></issue>\n",
    "", "lacks the issue \"Time\"" },
  { "a value too few", CODE (MISSING_OPTION), 1, 7,
    "<item index='2' value='Chips' "
    "evaluation='662'/>",
    "", "leaves out the evaluation of: \"Chips\"" },
  { "an evaluation below 0", CODE (VALUE_OUT_OF_SCALE), 1, 8, "'190'", "'-1'", "is below 0" },
  { "a constant above 1", CODE (VALUE_OUT_OF_SCALE), 1, 15, "'triangular' parameter0='0'",
    "'constant' parameter0='1.5'", "must lie between 0 and 1" },
  { "a weight below 0", CODE (NEGATIVE_WEIGHT), 1, 4, "'0.5'", "'-0.5'",
    "the weight of \"Food\" is below 0" },
  { "objectives in others", CODE (UNSUPPORTED), 0, 4, "<issue index='1'",
    "<objective/><issue index='1'", "objectives that are parts of others" },
  { "another function", CODE (UNSUPPORTED), 1, 15, "'triangular'", "'faratin'",
    "found \"faratin\"; expected linear, constant or triangular" },
  { "another function of integers", CODE (UNSUPPORTED), 1, 13, "'linear'", "'constant'",
    "found \"constant\"; expected linear" },
  { "another space", CODE (UNSUPPORTED), 1, 2, "<utility_space>",
    "<utility_space type='uncertain'>", "found \"uncertain\"" },
  { "all the same", CODE (SCORE_CANNOT_VARY), 1, 2,
    "<weight index='1' value='0.5'/>\n"
    "<weight index='2' value='.25'/>\n<weight index='3' value='2.5E-1'/>",
    "<weight index='1' value='0'/><weight index='2' value='0'/>"
    "<weight index='3' value='0'/>\n\n",
    "all deals have the same utility" },
  { "an evaluation too many", CODE (LEFT_OUT), 1, 8, "<item index='1' value='Fish'",
    "<item index='3' value='Soup' evaluation='700'/><item index='1' value='Fish'",
    "has no value \"Soup\"" },
  { "a discount", CODE (LEFT_OUT), 1, 17, "<reservation",
    "<discount_factor value='0.9'/><reservation", "the discount factor 0.9 is noted" },
  { "something else", CODE (LEFT_OUT), 1, 17, "<reservation", "<mood/><mood/><reservation",
    "<mood> in <utility_space> is not known" },
  { "weights of 1.1", CODE (NOT_CAPPED), 1, 2, "'0.5'", "'0.6'",
    "the weights sum to 1.1, not to 1, and are used as written; scores reach 110, and are not cut to 100" },
  { "Latin-1", CODE (OTHER_ENCODING), 1, 3, "'root'", "'r\xf6\xf6t'", "read as Latin-1" },
};

static const StepRow genius_step_rows[] = {
  { { "no step", CODE (STEP_NEEDED), 0, 9, "", "", "--step \"Time=NUMBER\"" }, "Price=1" },
  { { "a step that does not fit", CODE (STEP_DOES_NOT_DIVIDE), 0, 9, "", "",
      "do not arrive at 2 in steps of 0.3" },
    "0.3" },
  { { "a step too small", CODE (TOO_MANY_VALUES), 0, 9, "", "", "in steps of 0.0001" }, "1e-4" },
};

/* Hyper-rectangles */

static const File rectangle_files[N_FILES] = {
  { "domain.xml",
    /* 1 */ "<negotiation_template><utility_space><objective index='0'>\n"
            /* 2 */ "<issue index='1' name='a' type='integer' lowerbound='0' upperbound='9'/>\n"
            /* 3 */ "<issue index='2' name='b' type='integer' lowerbound='0' upperbound='9'/>\n"
            /* 4 */
            "<issue index='3' name='c' type='discrete'><item value='x'/><item value='y'/></issue>\n"
            /* 5 */ "</objective></utility_space></negotiation_template>\n" },
  { "boxes.xml",
    /* 1 */ "<utility_space type='nonlinear'><objective index='0'>\n"
            /* 2 */ "<issue index='1' name='a'/><issue index='2' name='b'/>\n"
            /* 3 */ "<utility maxutility='200'>\n"
            /* 4 */ "<ufun type='PlainUfun' weight='1' aggregation='sum'>\n"
            /* 5 */ "<hyperRectangle utility='97' weight='2'>\n"
            /* 6 */ "<INCLUDES index='1' min='2' max='4'/>\n"
            /* 7 */ "<INCLUDES index='1' min='3.5' max='12'/>\n"
            /* 8 */ "<INCLUDES index='2' min='5' max='9'/></hyperRectangle>\n"
            /* 9 */ "<hyperRectangle utility='-5'>\n"
            /* 10 */ "<EXCLUDES index='1' min='0' max='3'/></hyperRectangle>\n"
            /* 11 */ "<ufun><hyperRectangle utility='1'/></ufun>\n"
            /* 12 */ "</ufun></utility></objective></utility_space>\n" },
};

static const Row rectangle_rows[] = {
  { "no utility", CODE (MISSING_PART), 1, 1, NULL,
    "<utility_space type='nonlinear'><objective/></utility_space>", "needs <utility>" },
  { "no maximum", CODE (MISSING_PART), 1, 3, " maxutility='200'", "", "\"maxutility\"" },
  { "no room", CODE (BAD_DECIMAL), 1, 3, "'200'", "'0'", "must be above 0" },
  { "no bound", CODE (MISSING_PART), 1, 6, " max='4'", "", "\"max\"" },
  { "a bound on an unknown issue", CODE (MISMATCH), 1, 10, "EXCLUDES index='1'",
    "EXCLUDES index='4'", "the index \"4\"" },
  { "a bound on values", CODE (UNSUPPORTED), 1, 10, "EXCLUDES index='1'", "EXCLUDES index='3'",
    "\"c\" is discrete" },
  { "a largest", CODE (UNSUPPORTED), 1, 4, "'sum'", "'max'", "the aggregation \"max\"" },
  { "a weighted sum", CODE (UNSUPPORTED), 1, 4, "weight='1'", "weight='2'", "the weight \"2\"" },
  { "something else", CODE (UNSUPPORTED), 1, 11, "<ufun>", "<ball/><ufun>", "<ball> in <ufun>" },
  { "a rectangle in no deal", CODE (LEFT_OUT), 1, 5, "min='3.5'", "min='4.5'",
    "no deal is in this hyper-rectangle" },
  { "outside all deals", CODE (LEFT_OUT), 1, 9, "max='3'/>", "max='9'/>",
    "no deal is in this hyper-rectangle" },
  { "both words", CODE (LEFT_OUT), 1, 9, "<EXCLUDES",
    "<INCLUDES index='2' min='0' max='1'/>"
    "<EXCLUDES",
    "its INCLUDES are left out" },
  { "too much", CODE (NOT_CAPPED), 1, 1, "utility='1'", "utility='9'",
    "scores may reach 101.5, and are not cut to 100" },
  { "no bounds at all", CODE (SCORE_CANNOT_VARY), 1, 1, NULL,
    "<utility_space type='nonlinear'><objective><utility maxutility='1'>"
    "<hyperRectangle utility='1'/></utility></objective></utility_space>",
    "all deals have the same utility" },
};

/* GeniusWeb */

static const File web_files[N_FILES] = {
  { "domain.json", "{ 'name': 'Party', 'issuesValues': {\n"
                   "  'Food': { 'values': ['Fish', 'Chips'] },\n"
                   "  'Price': { 'range': ['8', '14.5', '1'] } } }" },
  { "profile.json",
    /* 1 */ "{ 'LinearAdditiveUtilitySpace': { 'name': 'cook',\n"
            /* 2 */ "  'domain': { 'name': 'Party', 'issuesValues': {\n"
            /* 3 */ "    'Price': { 'range': [8, 14.5, 1.0] },\n"
            /* 4 */ "    'Food': { 'values': ['Chips', 'Fish'] } } },\n"
            /* 5 */ "  'issueWeights': { 'Food': 0.6, 'Price': 0.4 },\n"
            /* 6 */ "  'issueUtilities': {\n"
            /* 7 */
            "    'Food': { 'discreteutils': { 'valueUtilities': { 'Fish': 0.25, 'Chips': 1 } } },\n"
            /* 8 */ "    'Price': { 'numberutils': { 'lowValue': 8, 'lowUtility': 1,\n"
            /* 9 */ "               'highValue': 14.5, 'highUtility': 0 } } },\n"
            /* 10 */ "  'reservationBid': { 'issuevalues': { 'Food': 'Fish', 'Price': 8 } } } }" },
};

static const Row web_rows[] = {
  { "no JSON", CODE (SYNTAX), 1, 1, NULL, "nothing", "profile.json:1:1: error" },
  { "XML", CODE (UNKNOWN_DOCUMENT), 1, 0, NULL, "\n<utility_space/>", "parley import genius" },
  { "something else", CODE (UNKNOWN_DOCUMENT), 1, 1, NULL, "{ 'SumOfGroupsUtilitySpace': {} }",
    "found the key \"SumOfGroupsUtilitySpace\"" },
  { "no profile", CODE (DOMAIN_AND_PROFILES), 1, 0, NULL, "{ 'issuesValues': {} }",
    "found 0 profiles" },
  { "no domain", CODE (MISSING_PART), 1, 1, "'domain'", "'dom'", "needs the key \"domain\"" },
  { "no weights", CODE (MISSING_PART), 1, 1, "'issueWeights': { 'Food': 0.6, 'Price': 0.4 },", "",
    "needs the key \"issueWeights\"" },
  { "weights in a list", CODE (WRONG_TYPE), 1, 5, "{ 'Food': 0.6, 'Price': 0.4 }", "[]",
    "expected an object" },
  { "values and a range", CODE (MISSING_PART), 0, 2, "'values'", "'range': [1, 2, 1], 'values'",
    "either \"values\" or a \"range\"" },
  { "a value twice", CODE (REPEATED), 0, 2, "'Chips'", "'Fish'", "the value \"Fish\" twice" },
  { "a value that is none", CODE (WRONG_TYPE), 0, 2, "'Chips'", "null", "a string or a number" },
  { "no values", CODE (EMPTY_LIST), 0, 2, "['Fish', 'Chips']", "[]", "a list of 1 to 10000" },
  { "a range of two", CODE (WRONG_TYPE), 0, 3, "'14.5', ", "", "[lowest, highest, step]" },
  { "a range of words", CODE (BAD_DECIMAL), 0, 3, "'14.5'", "'many'", "must be a number" },
  { "a range of one value", CODE (EMPTY_RANGE), 0, 3, "'1']", "'7']", "has no two values" },
  { "other values", CODE (MISMATCH), 1, 4, "'Chips', 'Fish'", "'Chips', 'Soup'",
    "\"Food\" has other values than in \"domain.json\"" },
  { "another range", CODE (MISMATCH), 1, 3, "[8, ", "[9, ", "\"Price\" has other values" },
  { "another issue", CODE (MISMATCH), 1, 2, "'Price': { 'range'", "'Prize': { 'range'",
    "lacks the issue \"Price\"" },
  { "an issue more", CODE (MISMATCH), 1, 2, "'Price': { 'range'", "'Mood': {}, 'Price': { 'range'",
    "found 3 issues; expected 2" },
  { "a weight of an unknown issue", CODE (MISMATCH), 1, 5, "'Food': 0.6", "'Foot': 0.6",
    "no issue \"Foot\"" },
  { "a weight too few", CODE (MISMATCH), 1, 5, "'Food': 0.6, ", "",
    "leave out the issue \"Food\"" },
  { "a weight above 1", CODE (VALUE_OUT_OF_SCALE), 1, 5, "0.6", "60", "between 0 and 1" },
  { "a utility above 1", CODE (VALUE_OUT_OF_SCALE), 1, 7, "'Chips': 1", "'Chips': 1.01",
    "between 0 and 1 (found the number 1.01)" },
  { "a utility of an unknown value", CODE (MISMATCH), 1, 7, "'Fish': 0.25", "'Frog': 0.25",
    "has no value \"Frog\"" },
  { "a utility too few", CODE (MISSING_OPTION), 1, 7, "'Fish': 0.25, ", "", "of \"Fish\"" },
  { "utilities of another kind", CODE (MISSING_PART), 1, 8, "'numberutils'", "'discreteutils'",
    "needs the key \"numberutils\"" },
  { "a line too short", CODE (MISMATCH), 1, 8, "'highValue': 14.5", "'highValue': 13",
    "do not reach from its lowest" },
  { "a bid of an unknown value", CODE (MISMATCH), 1, 10, "'Fish', 'Price': 8", "'Frog', 'Price': 8",
    "found the string \"Frog\"" },
  { "a bid outside", CODE (MISMATCH), 1, 10, "'Price': 8 }", "'Price': 80 }",
    "found the number 80" },
  { "half a bid", CODE (LEFT_OUT), 1, 10, "'Food': 'Fish', 'Price'", "'Price'",
    "says nothing of \"Food\"" },
  { "something more", CODE (LEFT_OUT), 1, 1, "'name': 'cook',", "'name': 'cook', 'mood': 1,",
    "the key \"mood\" is not known" },
  { "weights of 0.9", CODE (NOT_CAPPED), 1, 1, "0.6", "0.5", "the weights sum to 0.9" },
  { "all the same", CODE (SCORE_CANNOT_VARY), 1, 1, "'Food': 0.6, 'Price': 0.4",
    "'Food': 0, 'Price': 0", "all deals have the same utility" },
};

static const StepRow web_step_rows[] = {
  { { "a range without step", CODE (STEP_NEEDED), 0, 3, "'1']", "'0']", "--step \"Price=NUMBER\"" },
    "Food=1" },
  { { "a step that does not fit", CODE (STEP_DOES_NOT_DIVIDE), 0, 3, "", "",
      "do not arrive at its highest value" },
    "4" },
};

/* Trying rows */

static gboolean fired[PARLEY_N_PROBLEMS];

/* Quotes are single in the rows, and double in JSON. */
static char *
with_quotes (const char *text, gboolean is_json)
{
  char *copy = g_strdup (text);

  return is_json ? g_strdelimit (copy, "'", '"') : copy;
}

/* @row: (nullable): what is changed. */
static ParleyText *
make_text (const File *file, const Row *row)
{
  gboolean is_json = g_str_has_suffix (file->name, ".json");
  g_autofree char *text = g_strdup (file->text);
  const char *at = row != NULL && row->from != NULL ? strstr (file->text, row->from) : NULL;
  char *quoted = NULL;

  if (row != NULL && row->from == NULL)
    {
      g_free (text);
      text = g_strdup (row->to);
    }
  else if (at != NULL)
    {
      g_free (text);
      text = g_strdup_printf ("%.*s%s%s", (int) (at - file->text), file->text, row->to,
                              at + strlen (row->from));
    }
  CU_assertImplementation (row == NULL || row->from == NULL || at != NULL, __LINE__, file->name,
                           __FILE__, "", CU_FALSE);
  quoted = with_quotes (text, is_json);
  return parley_text_new_take (file->name, NULL, quoted, strlen (quoted));
}

static GPtrArray *
make_steps (const char *written, ParleyProblems *problems)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_step_free);

  if (written != NULL)
    g_ptr_array_add (steps, parley_step_new (written, problems));
  return steps;
}

static GPtrArray *
make_texts (const File *files, const Row *row)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_text_unref);

  for (guint i = 0; i < N_FILES; i++)
    g_ptr_array_add (texts, make_text (&files[i], row != NULL && row->file == i ? row : NULL));
  return texts;
}

static void
try_row (const Row *row, const File *files, Import import, const char *step)
{
  g_autoptr(ParleyProblems) problems = parley_problems_new ();
  g_autoptr(GPtrArray) steps = make_steps (step, problems);
  g_autoptr(GPtrArray) texts = make_texts (files, row);
  g_autoptr(ParleyScenario) scenario = NULL;
  gboolean is_error = parley_problem_code_severity (row->code) == PARLEY_SEVERITY_ERROR;
  const ParleyProblem *problem = NULL;
  g_autofree char *line = NULL;

  scenario = import (texts, steps, problems);
  PARLEY_EXPECT_PROBLEMS (row->label, (scenario == NULL) == is_error, problems);
  PARLEY_EXPECT_PROBLEMS (row->label, problems->items->len == 1, problems);
  if (problems->items->len == 0)
    return;
  problem = parley_problems_get (problems, 0);
  line = parley_problem_to_string (problem);
  PARLEY_EXPECT_PROBLEMS (row->label,
                          problem->code == row->code && problem->line == row->line
                              && g_str_equal (problem->file, files[row->file].name)
                              && strstr (line, row->says) != NULL,
                          problems);
  fired[problem->code] = TRUE;
}

static void
test_genius (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (genius_rows); i++)
    try_row (&genius_rows[i], genius_files, parley_import_genius, "0.5");
  for (guint i = 0; i < G_N_ELEMENTS (genius_step_rows); i++)
    try_row (&genius_step_rows[i].row, genius_files, parley_import_genius,
             genius_step_rows[i].step);
}

static void
test_rectangles (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rectangle_rows); i++)
    try_row (&rectangle_rows[i], rectangle_files, parley_import_genius, NULL);
}

static void
test_geniusweb (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (web_rows); i++)
    try_row (&web_rows[i], web_files, parley_import_geniusweb, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (web_step_rows); i++)
    try_row (&web_step_rows[i].row, web_files, parley_import_geniusweb, web_step_rows[i].step);
}

/* What comes of the files as they are */

static ParleyScenario *
import_whole (const File *files, Import import, const char *step)
{
  g_autoptr(ParleyProblems) problems = parley_problems_new ();
  g_autoptr(GPtrArray) steps = make_steps (step, problems);
  g_autoptr(GPtrArray) texts = make_texts (files, NULL);
  ParleyScenario *scenario = import (texts, steps, problems);

  PARLEY_EXPECT_PROBLEMS (files[0].name, scenario != NULL && problems->items->len == 0, problems);
  return scenario;
}

static void
expect_number (const char *label, mpq_srcptr number, const char *want)
{
  g_autofree char *text = parley_exact_to_text (number, 12);

  PARLEY_EXPECT_TEXT (label, text, want);
}

static void
expect_value (const ParleyParty *party, guint issue, guint at, const char *want)
{
  const ParleyValueFunction *function = party->values[issue];
  const GPtrArray *numbers = function->table != NULL ? function->table : function->y;

  CU_ASSERT_TRUE_FATAL (at < numbers->len);
  expect_number ("a value", ((const ParleyNumber *) g_ptr_array_index (numbers, at))->value, want);
}

static void
test_genius_whole (void)
{
  g_autoptr(ParleyScenario) scenario
      = import_whole (genius_files, parley_import_genius, "Time=0.5");
  const ParleyParty *cook = parley_scenario_party (scenario, 0);

  PARLEY_EXPECT_TEXT ("title", scenario->title, "domain");
  PARLEY_EXPECT_TEXT ("id", parley_scenario_issue (scenario, 0)->id, "food");
  PARLEY_EXPECT_TEXT ("option", parley_issue_option (parley_scenario_issue (scenario, 0), 1)->title,
                      "Chips");
  PARLEY_EXPECT_TEXT ("party", cook->id, "cook");
  expect_number ("reservation", cook->reservation->value, "30");
  expect_number ("weight", cook->weights[2]->value, "0.25");
  expect_value (cook, 0, 0, "9500/331");
  expect_value (cook, 0, 1, "100");
  /* 8 to 12 on the line, which is cut from 12 on. */
  CU_ASSERT_EQUAL (cook->values[1]->x->len, 3);
  expect_number ("kink", g_ptr_array_index (cook->values[1]->x, 1), "12");
  expect_value (cook, 1, 0, "100");
  expect_value (cook, 1, 1, "0");
  /* The top of the triangle stands between two steps. */
  CU_ASSERT_EQUAL (cook->values[2]->x->len, 3);
  expect_number ("top", g_ptr_array_index (cook->values[2]->x, 1), "0.75");
  CU_ASSERT_EQUAL (parley_scenario_issue (scenario, 2)->grid->len, 5);
}

static const ParleyAdjustment *
adjustment_at (const ParleyParty *party, guint index)
{
  return g_ptr_array_index (party->adjustments, index);
}

static const ParleyInterval *
interval_of (const ParleyCondition *condition)
{
  return &g_array_index (condition->terms->intervals, ParleyInterval, 0);
}

static void
test_rectangles_whole (void)
{
  g_autoptr(ParleyScenario) scenario = import_whole (rectangle_files, parley_import_genius, NULL);
  const ParleyParty *party = parley_scenario_party (scenario, 0);
  const ParleyCondition *when = NULL;

  CU_ASSERT_EQUAL_FATAL (party->adjustments->len, 3);
  CU_ASSERT_FALSE (parley_party_is_weighted (party));
  expect_number ("inside", adjustment_at (party, 0)->points->value, "97");
  when = adjustment_at (party, 0)->when;
  CU_ASSERT_EQUAL_FATAL (when->children->len, 2);
  /* The two bounds on one issue are joined, and 3.5 is no integer. */
  expect_number ("joined", interval_of (g_ptr_array_index (when->children, 0))->low, "4");
  expect_number ("joined", interval_of (g_ptr_array_index (when->children, 0))->high, "4");
  expect_number ("outside", adjustment_at (party, 1)->points->value, "-2.5");
  CU_ASSERT_EQUAL (adjustment_at (party, 1)->when->kind, PARLEY_CONDITION_NOT);
  expect_number ("always", adjustment_at (party, 2)->points->value, "0.5");
  expect_number ("always", interval_of (adjustment_at (party, 2)->when)->high, "9");
}

static void
test_geniusweb_whole (void)
{
  g_autoptr(ParleyScenario) scenario = import_whole (web_files, parley_import_geniusweb, NULL);
  const ParleyParty *cook = parley_scenario_party (scenario, 0);

  PARLEY_EXPECT_TEXT ("title", scenario->title, "Party");
  PARLEY_EXPECT_TEXT ("party", cook->title, "cook");
  /* The last step before 14.5. */
  expect_number ("highest", parley_scenario_issue (scenario, 1)->max, "14");
  expect_value (cook, 0, 0, "25");
  expect_value (cook, 1, 1, "100/13");
  expect_number ("reservation", cook->reservation->value, "55");
}

/* Parts */

static void
test_decimals (void)
{
  static const struct
  {
    const char *text;
    const char *number; /* NULL: none */
  } rows[] = {
    { "1", "1" },        { " 08 ", "8" },  { "+.5", "0.5" },    { "5.", "5" },
    { "-0.50", "-0.5" }, { "1.0E-4", "0.0001" }, { "1e2", "100" }, { "000", "0" },
    { "", NULL },        { ".", NULL },    { "-", NULL },       { "1/2", NULL },
    { "1.0f", NULL },    { "0x10", NULL }, { "NaN", NULL },     { "1 2", NULL },
    { "--1", NULL },     { "1e101", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      mpq_t number;

      mpq_init (number);
      if (!parley_import_decimal (rows[i].text, number))
        PARLEY_EXPECT_TEXT (rows[i].text, NULL, rows[i].number);
      else
        expect_number (rows[i].text, number, rows[i].number);
      mpq_clear (number);
    }
}

static void
test_ids (void)
{
  static const char *const reserved[] = { "any", NULL };
  static const struct
  {
    const char *title;
    const char *id;
  } rows[] = {
    { "Food", "food" },
    { "FOOD", "food-2" },
    { "food-2", "food-2-2" },
    { "19'' LCD", "19-lcd" },
    { "See, river, etc.", "see-river-etc" },
    { "Crème brûlée", "creme-brulee" },
    { "%", "thing" },
    { "любой", "thing-2" },
    { "any", "any-2" },
    { "a_b", "a_b" },
    { "", "thing-3" },
    { "-x-", "x" },
  };
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *id = parley_import_id (rows[i].title, "thing", taken, reserved);

      PARLEY_EXPECT_TEXT (rows[i].title, id, rows[i].id);
    }
}

/* As many as an issue may have values, many times over: looking at every number in turn would
 * take hours. */
static void
test_ids_alike (void)
{
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *id = NULL;

  for (guint i = 0; i < 300000; i++)
    {
      g_free (id);
      id = parley_import_id ("Yes!", "thing", taken, NULL);
    }
  PARLEY_EXPECT_TEXT ("the last", id, "yes-300000");
}

static void
test_steps (void)
{
  static const struct
  {
    const char *written;
    const char *says; /* NULL: nothing */
  } rows[] = {
    { "0.5", NULL },
    { "A = B=.25", NULL },
    { "", "--step : error: a step must be a number (found \"\") [bad-decimal]" },
    { "Time", "must be a number (found \"Time\")" },
    { "Time=", "must be a number (found \"\")" },
    { "0", "must be above 0 (found \"0\") [step-not-positive]" },
    { "Time=-1", "must be above 0 (found \"-1\")" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ParleyProblems) problems = parley_problems_new ();
      g_autoptr(ParleyStep) step = parley_step_new (rows[i].written, problems);
      g_autofree char *line = problems->items->len > 0
                                  ? parley_problem_to_string (parley_problems_get (problems, 0))
                                  : g_strdup ("");

      PARLEY_EXPECT_PROBLEMS (rows[i].written,
                              (step != NULL) == (rows[i].says == NULL)
                                  && (rows[i].says == NULL || strstr (line, rows[i].says) != NULL),
                              problems);
    }
}

/* Elements that are nested deep, or many, are refused before they cost much. */
static void
test_limits (void)
{
  static const struct
  {
    const char *part;
    guint times;
    ParleyProblemCode code;
  } rows[] = { { "<a>", 61, CODE (TOO_DEEP) },
               { "<a/>", 200001, CODE (TEXT_TOO_LONG) },
               { "<a a='=' b=''/>", 66667, CODE (TEXT_TOO_LONG) } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ParleyProblems) problems = parley_problems_new ();
      g_autoptr(GString) text = g_string_new ("<r>");
      g_autoptr(ParleyText) file = NULL;
      g_autoptr(GPtrArray) texts
          = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_text_unref);
      g_autoptr(GPtrArray) steps = g_ptr_array_new ();

      for (guint n = 0; n < rows[i].times; n++)
        g_string_append (text, rows[i].part);
      g_ptr_array_add (texts,
                       parley_text_new_take ("big.xml", NULL, g_strdup (text->str), text->len));
      CU_ASSERT_PTR_NULL (parley_import_genius (texts, steps, problems));
      PARLEY_EXPECT_PROBLEMS (rows[i].part,
                              problems->items->len == 1
                                  && parley_problems_get (problems, 0)->code == rows[i].code,
                              problems);
    }
}

/* Runs last. */
static void
test_all_fired (void)
{
  PARLEY_EXPECT_FIRED (import_codes, G_N_ELEMENTS (import_codes), fired);
}

void
parley_test_import (void)
{
  CU_pSuite suite = CU_add_suite ("import", NULL, NULL);

  CU_ADD_TEST (suite, test_decimals);
  CU_ADD_TEST (suite, test_ids);
  CU_ADD_TEST (suite, test_ids_alike);
  CU_ADD_TEST (suite, test_steps);
  CU_ADD_TEST (suite, test_limits);
  CU_ADD_TEST (suite, test_genius);
  CU_ADD_TEST (suite, test_genius_whole);
  CU_ADD_TEST (suite, test_rectangles);
  CU_ADD_TEST (suite, test_rectangles_whole);
  CU_ADD_TEST (suite, test_geniusweb);
  CU_ADD_TEST (suite, test_geniusweb_whole);
  CU_ADD_TEST (suite, test_all_fired);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One mistake a row: base_scenario.h with one text replaced by another, read with
 * or without a setting. Exactly the problem of the row must come of it, at the
 * place of the row, and nothing else: one mistake is one message.
 */
#include <CUnit/CUnit.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base_scenario.h"
#include "expect_problems.h"
#include "import_codes.h"
#include "scenario/load.h"
#include "suites.h"

typedef struct
{
  const char *label;
  ParleyProblemCode code;
  guint line;
  guint column;
  const char *from; /* NULL: @to is the whole file, by default the base */
  const char *to;
  const char *set; /* "PATH=VALUE" */
  guint times;     /* @from stays, and @to follows it so often, with numbers for "%u" */
  guint n_others;  /* problems that cannot but come along */
} Row;

/* The least that a scenario needs. */
#define SMALL(issue, more, values) \
  "{ 'format': 'parley/1', 'title': 't',\n" \
  "  'issues': [ { 'id': 'i', 'title': 'i'," issue " } ],\n" \
  "  'parties': [ { 'id': 'p', 'title': 'p', " more " 'weights': {\n" \
  "      'i': { 'value': 100, 'basis': 'fact' } }, 'values': { 'i': " values " } } ] }"
#define RANGE "'kind': 'range', 'min': 0, 'max': 1, 'step': 1"
#define IDEAL \
  "{ 'ideal': { 'value': 1, 'basis': 'fact' }, 'tolerance': { 'value': 1, 'basis': 'fact' } }"

#define CODE(name) PARLEY_PROBLEM_##name

/* The text */
static const Row text_rows[] = {
  { "an empty file", CODE (SYNTAX), 1, 1, .to = "" },
  { "null", CODE (NOT_AN_OBJECT), 1, 1, .to = "null" },
  { "cut off", CODE (SYNTAX), 1, 10, .to = "{ 'a': 1 " },
  { "a comma too many", CODE (SYNTAX), 67, 74, .from = "] }\n  ],\n  'cases'",
    .to = "] },\n  ],\n  'cases'" },
  { "NaN", CODE (SYNTAX), 8, 14, .from = "'min': 0,", .to = "'min': NaN," },
  { "infinity", CODE (SYNTAX), 8, 24, .from = "'max': 100,", .to = "'max': Infinity," },
  { "a leading zero", CODE (SYNTAX), 8, 24, .from = "'max': 100,", .to = "'max': 0100," },
  { "bad UTF-8", CODE (ENCODING), 3, 15, .from = "All keys", .to = "\xff" },
  { "a byte order mark", CODE (BYTE_ORDER_MARK), 1, 1, .from = "{\n  'format'",
    .to = "\xef\xbb\xbf{\n  'format'" },
  { "a key twice", CODE (DUPLICATE_KEY), 8, 17, .from = "'min': 0,", .to = "'min': 0, 'min': 0," },
  { "too deep", CODE (TOO_DEEP), 1, 61,
    .to = "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[" },
  { "too long", CODE (TEXT_TOO_LONG), 7, 938702, .from = "'issues': [\n", .to = "%u,",
    .times = 150000 },
  { "a null character", CODE (CHARACTER), 3, 15, .from = "All keys", .to = "\\u0000" },
  { "half a pair", CODE (CHARACTER), 3, 15, .from = "All keys", .to = "\\ud800" },
};

/* Changes and models */
static const Row change_rows[] = {
  { "a setting without =", CODE (SETTING), 1, 23, .set = "parties.us.reservation" },
  { "a setting into a number", CODE (SETTING_PATH), 1, 20, .set = "issues.share.title.x=1" },
  { "* of nothing", CODE (NOTHING_MATCHES), 1, 22, .set = "parties.eu.red_lines.*.holds=1",
    .n_others = 1 },
  { "a setting on an unknown party", CODE (UNKNOWN_ID), 1, 9, .set = "parties.su.reservation=1" },
  { "another id", CODE (PATCH_ID), 1, 15, .set = "parties.us.id=america" },
  { "removing nothing", CODE (REMOVES_NOTHING), 1, 21, .set = "drafts.second.terms.law=null" },
  { "a model that is no text", CODE (USE_PATH), 54, 26, .from = "'id': 'eu',",
    .to = "'id': 'eu', 'use': 1," },
  { "a model that is not there", CODE (UNREADABLE), 54, 26, .from = "'id': 'eu',",
    .to = "'id': 'eu', 'use': 'nowhere.json'," },
  { "a model without format", CODE (MODEL_FORMAT), 1, 1, .from = "'id': 'eu',",
    .to = "'id': 'eu', 'use': 'no-format.json'," },
  { "a model that uses another", CODE (MODEL_USE), 1, 31, .from = "'id': 'eu',",
    .to = "'id': 'eu', 'use': 'uses.json'," },
};

/* Objects, keys, plain values and ids */
static const Row key_rows[] = {
  { "another format", CODE (UNKNOWN_FORMAT), 2, 13, .from = "'parley/1'", .to = "'parley/2'" },
  { "an unknown key", CODE (UNKNOWN_KEY), 56, 41, .from = "'forbid'",
    .to = "'forbidden': 1, 'forbid'" },
  { "a misspelt key", CODE (UNKNOWN_KEY), 7, 40, .from = "'kind': 'range', 'unit'",
    .to = "'kindd': 'range', 'unit'" },
  { "a misspelt weighting", CODE (UNKNOWN_KEY), 44, 63, .from = "'ranking'", .to = "'rankings'" },
  { "no title", CODE (MISSING_KEY), 1, 1, .from = "'title': 'Base', ", .to = "" },
  { "an option without title", CODE (MISSING_KEY), 13, 20, .from = ", 'title': 'Pledge'",
    .to = "" },
  { "a party without title", CODE (MISSING_KEY), 54, 5, .from = ", 'title': 'Union'", .to = "" },
  { "a table without otherwise", CODE (MISSING_KEY), 19, 5, .from = ", 'otherwise': 2.5",
    .to = "" },
  { "null", CODE (WRONG_TYPE), 3, 14, .from = "'All keys'", .to = "null" },
  { "a number for a title", CODE (WRONG_TYPE), 2, 50, .from = "'Base'", .to = "1" },
  { "a list for an issue", CODE (WRONG_TYPE), 17, 5, .from = "{ 'id': 'take',",
    .to = "[], { 'id': 'take'," },
  { "a string for true", CODE (WRONG_TYPE), 11, 75, .from = "'ordered': true",
    .to = "'ordered': 'yes'" },
  { "a number for an option", CODE (WRONG_TYPE), 30, 47, .from = "'opening': 'none'",
    .to = "'opening': 0" },
  { "a truth for a number", CODE (WRONG_TYPE), 44, 59, .from = "'reservation': 45",
    .to = "'reservation': true" },
  { "a string for a case's settings", CODE (WRONG_TYPE), 70, 23,
    .from = "{ 'drafts.first.terms.share': 30 }", .to = "'x'" },
  { "an empty title", CODE (EMPTY_TEXT), 2, 50, .from = "'Base'", .to = "' '" },
  { "no options", CODE (EMPTY_LIST), 16, 18,
    .from = "[ { 'id': 'paris', 'title': 'P' }, { 'id': 'london', 'title': 'L' } ]", .to = "[]" },
  { "no terms", CODE (EMPTY_LIST), 30, 65, .from = "['none', 'pledge'],\n", .to = "[],\n" },
  { "no source", CODE (EMPTY_LIST), 25, 40, .from = "['press']", .to = "[]" },
  { "no equals", CODE (EMPTY_LIST), 45, 10, .from = "'take', ['sec", .to = "[], 'take', ['sec" },
  { "a term twice", CODE (REPEATED), 30, 74, .from = "['none', 'pledge'],\n",
    .to = "['none', 'none'],\n" },
  { "a number twice", CODE (REPEATED), 43, 42, .from = "[1, 2.5]", .to = "[1, 1.0]" },
  { "a factor twice", CODE (REPEATED), 18, 37, .from = "'years'], 'scale'",
    .to = "'years', 'years'], 'scale'" },
  { "ranked twice", CODE (REPEATED), 45, 18, .from = "['take', [", .to = "['take', 'take', [" },
  { "a source twice", CODE (REPEATED), 25, 50, .from = "['press']", .to = "['press', 'press']" },
  { "tabled twice", CODE (REPEATED), 67, 62, .from = "['us', 'ukraine']", .to = "['us', 'us']" },
  { "an unknown kind", CODE (UNKNOWN_WORD), 15, 44, .from = "'kind': 'choice', 'source'",
    .to = "'kind': 'chioce', 'source'" },
  { "an unknown role", CODE (UNKNOWN_WORD), 49, 46, .from = "'ratifier'", .to = "'ratifyer'" },
  { "an unknown act", CODE (UNKNOWN_WORD), 65, 70, .from = "'rejected'", .to = "'liked'" },
  { "an unknown basis", CODE (UNKNOWN_WORD), 61, 58, .from = "'inferred'", .to = "'guess'" },
  { "an unknown shape", CODE (UNKNOWN_WORD), 36, 39, .from = "'smooth'", .to = "'round'" },
  { "the 29th of February", CODE (BAD_DATE), 2, 67, .from = "'2025-02-16'", .to = "'2025-02-29'" },
  { "a day too short", CODE (BAD_DATE), 59, 48, .from = "'2025-02-12'", .to = "'2025-2-12'" },
  { "a day without its month", CODE (BAD_DATE), 59, 48, .from = "'2025-02-12'", .to = "'2025'" },
  { "a thirteenth month", CODE (BAD_DATE), 4, 71, .from = "'2024-02-29'", .to = "'2024-13'" },
  { "half a year", CODE (BAD_DATE), 4, 71, .from = "'2024-02-29'", .to = "'20'" },
  { "a space in an id", CODE (BAD_ID), 56, 22, .from = "'id': 'r'", .to = "'id': 'r 1'" },
  { "an accent in the id of a source", CODE (BAD_ID), 4, 16, .from = "'press': { 'title'",
    .to = "'presse é': { 'title': 'x' }, 'press': { 'title'", .n_others = 1 },
  { "two issues", CODE (DUPLICATE_ID), 17, 13, .from = "{ 'id': 'take', 'title'",
    .to = "{ 'id': 'law', 'title': 'x'," RANGE " }, { 'id': 'take', 'title'" },
  { "two options", CODE (DUPLICATE_ID), 13, 28, .from = "{ 'id': 'pledge', 'title'",
    .to = "{ 'id': 'none', 'title': 'x' }, { 'id': 'pledge', 'title'" },
  { "two parties", CODE (DUPLICATE_ID), 54, 13, .from = "'id': 'eu'", .to = "'id': 'us'" },
  { "an issue called any", CODE (RESERVED_ID), 17, 13, .from = "{ 'id': 'take', 'title'",
    .to = "{ 'id': 'any', 'title': 'x'," RANGE " }, { 'id': 'take', 'title'", .n_others = 1 },
  { "a party called nash", CODE (RESERVED_ID), 54, 13, .from = "'id': 'eu'", .to = "'id': 'nash'" },
  { "a condition on an unknown issue", CODE (UNKNOWN_ISSUE), 39, 20,
    .from = "{ 'security': 'binding' }", .to = "{ 'securty': 'binding' }" },
  { "a value of an unknown issue", CODE (UNKNOWN_ISSUE), 48, 19, .from = "'law': { 'paris'",
    .to = "'laws': { 'paris'" },
  { "a factor that is unknown", CODE (UNKNOWN_ISSUE), 18, 28, .from = "'years'], 'scale'",
    .to = "'yaers'], 'scale'" },
  { "an unknown option", CODE (UNKNOWN_OPTION), 64, 67, .from = "'law': 'paris' } } ],\n",
    .to = "'law': 'pariss' } } ],\n" },
  { "a value of an unknown option", CODE (UNKNOWN_OPTION), 48, 42, .from = "'london': 0 }",
    .to = "'londres': 0, 'london': 0 }" },
  { "an unknown party", CODE (UNKNOWN_PARTY), 59, 75, .from = "'tabled_by': 'us'",
    .to = "'tabled_by': 'su'" },
  { "an event of an unknown party", CODE (UNKNOWN_PARTY), 65, 52, .from = "'party': 'ukraine'",
    .to = "'party': 'kyiv'" },
  { "a preference for an unknown draft", CODE (UNKNOWN_DRAFT), 48, 104,
    .from = "'prefers': 'second'", .to = "'prefers': 'scond'" },
  { "a draft compared with itself", CODE (REPEATED), 48, 120, .from = "'to': 'first'",
    .to = "'to': 'second'" },
  { "a draft like itself", CODE (REPEATED), 48, 254, .from = "['first', 'second']",
    .to = "['first', 'first']" },
  { "an unknown source", CODE (UNKNOWN_SOURCE), 66, 31,
    .from = "'source': 'press', 'note': 'n' } ] },\n    {",
    .to = "'source': 'presse', 'note': 'n' } ] },\n    {" },
  { "two descriptions of a source", CODE (SOURCE_CONFLICT), 54, 50, .from = "'role': 'affected'",
    .to = "'sources': { 'press': { 'title': 'Other' } }, 'role': 'affected'" },
};

/* Numbers and issues */
static const Row issue_rows[] = {
  { "a word for a number", CODE (BAD_FRACTION), 8, 14, .from = "'min': 0,", .to = "'min': 'low'," },
  { "a number in a string", CODE (BAD_FRACTION), 44, 59, .from = "'reservation': 45",
    .to = "'reservation': '45'" },
  { "a span in a string", CODE (BAD_FRACTION), 60, 59, .from = "'share': 52.5",
    .to = "'share': '50-60'" },
  { "a fraction by zero", CODE (BAD_FRACTION), 29, 16, .from = "'p': '1/3'", .to = "'p': '1/0'" },
  { "a huge exponent", CODE (NUMBER_TOO_LONG), 8, 24, .from = "'max': 100,",
    .to = "'max': 1e101," },
  { "a huge weight", CODE (NUMBER_TOO_LARGE), 33, 81, .from = "'security': 40,",
    .to = "'security': 1e13," },
  { "low above", CODE (LOW_ABOVE_VALUE), 24, 44, .from = "'low': 30, 'high': 50",
    .to = "'low': 41, 'high': 50" },
  { "high below", CODE (HIGH_BELOW_VALUE), 24, 56, .from = "'low': 30, 'high': 50",
    .to = "'low': 30, 'high': 39" },
  { "a negative weight", CODE (NEGATIVE_WEIGHT), 33, 81, .from = "'security': 40,",
    .to = "'security': -1," },
  { "a negative low end", CODE (NEGATIVE_WEIGHT), 33, 51, .from = "'low': 50, 'high': 70",
    .to = "'low': -1, 'high': 70" },
  { "a preference by less than nothing", CODE (NEGATIVE_GAP), 48, 135, .from = "'by': '5/2'",
    .to = "'by': -1" },
  { "alike within less than nothing", CODE (NEGATIVE_GAP), 48, 275, .from = "'within': 5",
    .to = "'within': -0.5" },
  { "a huge preference", CODE (NUMBER_TOO_LARGE), 48, 135, .from = "'by': '5/2'",
    .to = "'by': 1e13" },
  { "a probability above 1", CODE (BAD_PROBABILITY), 40, 54, .from = "'high': 1 } } ]",
    .to = "'high': 1.1 } } ]" },
  { "a value above 100", CODE (VALUE_OUT_OF_SCALE), 48, 37, .from = "'paris': 100",
    .to = "'paris': 100.1" },
  { "a value below 0", CODE (VALUE_OUT_OF_SCALE), 35, 45, .from = "[[0, 0],", .to = "[[0, -1]," },
  { "no tolerance", CODE (TOLERANCE_NOT_POSITIVE), 46, 54, .from = "'tolerance': 12",
    .to = "'tolerance': 0" },
  { "issues are too many", CODE (TOO_MANY_ISSUES), 6, 13, .from = "'issues': [\n",
    .to = "{ 'id': 'i%u', 'title': 'i', " RANGE " },", .times = 1001 },
  { "min above max", CODE (EMPTY_RANGE), 8, 24, .from = "'max': 100,", .to = "'max': 0," },
  { "nothing between", CODE (EMPTY_RANGE), 31, 18, .from = "{ 'max': 'pledge' }",
    .to = "{ 'min': 'binding', 'max': 'pledge' }" },
  { "no number between", CODE (EMPTY_RANGE), 60, 74, .from = "{ 'max': 10 }",
    .to = "{ 'min': 10, 'max': 9 }" },
  { "neither step nor grid", CODE (STEP_AND_GRID), 7, 5, .from = ", 'step': 5", .to = "" },
  { "step and grid", CODE (STEP_AND_GRID), 7, 5, .from = "'step': 5",
    .to = "'step': 5, 'grid': [50]" },
  { "no step at all", CODE (STEP_NOT_POSITIVE), 8, 37, .from = "'step': 5", .to = "'step': 0" },
  { "a step that does not fit", CODE (STEP_DOES_NOT_DIVIDE), 8, 37, .from = "'step': 5",
    .to = "'step': 3" },
  { "steps too small", CODE (TOO_MANY_VALUES), 8, 37, .from = "'step': 5", .to = "'step': 0.01" },
  { "a grid that falls", CODE (GRID_NOT_ASCENDING), 10, 20, .from = "-2, 10,", .to = "-2, -2," },
  { "a grid that leaves", CODE (OUTSIDE_RANGE), 10, 16, .from = "-2, 10,", .to = "-3, 10," },
  { "a term that leaves", CODE (OUTSIDE_RANGE), 60, 59, .from = "'share': 52.5",
    .to = "'share': 152.5" },
  { "an end that leaves", CODE (OUTSIDE_RANGE), 42, 37, .from = "{ 'min': 90 }",
    .to = "{ 'min': 101 }" },
  { "neither product nor table", CODE (PRODUCT_AND_TABLE), 17, 5,
    .from = "\n      'product': ['share', 'years'], 'scale': 0.01", .to = " 'unit': 'x'" },
  { "a scale for a table", CODE (PRODUCT_AND_TABLE), 20, 95, .from = "'otherwise': 2.5",
    .to = "'otherwise': 2.5, 'scale': 2" },
  { "a factor that is a choice", CODE (NOT_A_RANGE), 18, 28, .from = "'years'], 'scale'",
    .to = "'law'], 'scale'" },
  { "a product of too many", CODE (TOO_MANY_COMBINATIONS), 17, 5,
    .from = "'step': 5 },\n"
            "    { 'id': 'years', 'title': 'Years', 'kind': 'range', 'min': -2, 'max': 30,\n"
            "      'grid': [-2, 10, '41/2', 30] }",
    .to = "'step': 0.05 },\n"
          "    { 'id': 'years', 'title': 'Years', 'kind': 'range', 'min': -2, 'max': 30,\n"
          "      'step': 0.05 }" },
  { "a factor that is derived", CODE (DERIVED_FROM_DERIVED), 18, 28, .from = "'years'], 'scale'",
    .to = "'tone'], 'scale'" },
  { "a table on a derived issue", CODE (DERIVED_FROM_DERIVED), 20, 30,
    .from = "{ 'security': 'none' }, 'value'", .to = "{ 'take': 1 }, 'value'" },
  { "ends without order", CODE (NOT_ORDERED), 56, 60, .from = "'law': 'london', 'share'",
    .to = "'law': { 'min': 'london' }, 'share'" },
  { "a condition on nothing", CODE (EMPTY_CONDITION), 64, 26,
    .from = "{ 'security': 'none' }, 'then'", .to = "{}, 'then'" },
  { "a term without ends", CODE (EMPTY_CONDITION), 42, 28, .from = "{ 'min': 90 }", .to = "{}" },
  { "a draft's term without ends", CODE (EMPTY_CONDITION), 60, 74, .from = "{ 'max': 10 }",
    .to = "{}" },
};

/* Parties, drafts and cases */
static const Row party_rows[] = {
  { "too many parties", CODE (TOO_MANY_PARTIES), 22, 14, .from = "'parties': [\n",
    .to = "{ 'id': 'p%u', 'title': 'p', 'role': 'affected' },", .times = 61 },
  { "no reservation", CODE (MISSING_RESERVATION), 44, 5, .from = "'reservation': 45, ", .to = "" },
  { "weights and a ranking", CODE (WEIGHTS_AND_RANKING), 44, 72, .from = "45, 'ranking'",
    .to = "45, 'swing': {}, 'ranking'" },
  { "a ranking as written", CODE (NORMALIZE_WITHOUT_WEIGHTS), 44, 76, .from = "45, 'ranking'",
    .to = "45, 'normalize': false, 'ranking'" },
  { "weights of 0", CODE (NO_WEIGHT), 49, 5, .from = "{ 'tone': 100, 'share': '50/3' }",
    .to = "{ 'tone': 0 }", .n_others = 2 },
  { "no weights", CODE (NO_WEIGHT), 54, 5, .from = "'role': 'affected'", .to = "'reservation': 1" },
  { "no value of one issue", CODE (MISSING_VALUES), 45, 10,
    .from = "'take': { 'ideal': 5, 'tolerance': 12 },\n", .to = "\n" },
  { "no value of what may count", CODE (MISSING_VALUES), 51, 56,
    .from = "{ 'tone': 100, 'share': '50/3' }",
    .to = "{ 'tone': 100, 'share': '50/3', 'take': { 'value': 0, 'high': 1 } }" },
  { "an option without value", CODE (MISSING_OPTION), 48, 26, .from = ", 'london': 0", .to = "" },
  { "neither points nor an ideal", CODE (VALUE_FUNCTION), 46, 27, .from = "'ideal': 5, ",
    .to = "" },
  { "points and an ideal", CODE (VALUE_FUNCTION), 46, 27, .from = "'ideal': 5, ",
    .to = "'ideal': 5, 'points': [], " },
  { "a point of three", CODE (BAD_POINT), 52, 30, .from = "[1, 0], [2.5", .to = "[1, 0, 0], [2.5" },
  { "one point", CODE (TOO_FEW_POINTS), 52, 29, .from = "[1, 0], [2.5, 100]", .to = "[1, 0]" },
  { "points that fall", CODE (POINTS_NOT_ASCENDING), 53, 43, .from = "[-5, 100], [100, 0]",
    .to = "[-5, 100], [-5, 50], [100, 0]" },
  { "points that do not reach", CODE (POINTS_DO_NOT_SPAN), 53, 30, .from = "[-5, 100], [100, 0]",
    .to = "[1, 100], [100, 0]" },
  { "values all alike", CODE (SCORE_CANNOT_VARY), 49, 5,
    .from = "[1, 0], [2.5, 100]] },\n        'share': { 'points': [[-5, 100], [100, 0]]",
    .to = "[1, 9], [2.5, 9]] },\n        'share': { 'points': [[-5, 100], [0, 7], [100, 7]]" },
  { "an ideal out of reach", CODE (SCORE_CANNOT_VARY), 44, 5,
    .from = "'ideal': 5, 'tolerance': 12 },\n"
            "                  'security': { 'none': 0, 'pledge': 50, 'binding': 100 },\n"
            "                  'law': { 'paris': 100, 'london': 0 }",
    .to = "'ideal': -50, 'tolerance': 12 },\n"
          "                  'security': { 'none': 9, 'pledge': 9, 'binding': 9 },\n"
          "                  'law': { 'paris': 9, 'london': 9 }" },
  { "three drafts alike", CODE (NOT_TWO_DRAFTS), 48, 244, .from = "['first', 'second']",
    .to = "['first', 'second', 'first']" },
  { "alike, but by how much is not said", CODE (MISSING_KEY), 48, 219, .from = ", 'within': 5",
    .to = "" },
  { "preferred and alike", CODE (UNKNOWN_KEY), 48, 93, .from = "'prefers': 'second'",
    .to = "'alike': ['first', 'second'], 'prefers': 'second'" },
  { "alike by some points", CODE (UNKNOWN_KEY), 48, 265, .from = "'within': 5",
    .to = "'by': 1, 'within': 5" },
  { "a preference over nothing", CODE (MISSING_KEY), 48, 76, .from = "'to': 'first', ", .to = "" },
  { "changes out of order", CODE (DATES_NOT_ASCENDING), 27, 21, .from = "'2025-04-01'",
    .to = "'2025-03-01'" },
  { "changes without a day", CODE (MISSING_AS_OF), 25, 75, .from = ", 'as_of': '2025-02-16'",
    .to = "" },
  { "chances above 1", CODE (LOTTERY_SUM), 28, 81, .from = "'1/3'", .to = "'1/2'" },
  { "a derived term", CODE (DERIVED_TERM), 60, 50, .from = "'share': 52.5",
    .to = "'take': 1, 'share': 52.5" },
  { "too many drafts", CODE (TOO_MANY_DRAFTS), 58, 13, .from = "'drafts': [\n",
    .to = "{ 'id': 'd%u', 'title': 'd' },", .times = 1001 },
  { "too many rules", CODE (TOO_MANY_RULES), 56, 12, .from = "'rules': [",
    .to = "{ 'id': 'r%u', 'forbid': { 'share': 1 } },", .times = 1000 },
  { "too many red lines", CODE (TOO_MANY_RULES), 38, 20, .from = "'red_lines': [",
    .to = "{ 'id': 'r%u', 'never': { 'share': 1 } },", .times = 1000 },
  { "too many outcomes", CODE (TOO_MANY_OUTCOMES), 28, 81, .from = "'lottery': [",
    .to = "{ 'p': 0, 'score': %u },", .times = 999 },
  { "too many cases", CODE (TOO_MANY_CASES), 69, 12, .from = "'cases': [",
    .to = "{ 'id': 'c%u', 'title': 'c', 'patch': { 'title': 'x' } },", .times = 1000 },
  { "a case with an empty patch", CODE (EMPTY_CASE), 69, 14,
    .from = "{ 'parties': { 'us': { 'reservation': 41 } } }", .to = "{}" },
  { "a case of nothing", CODE (EMPTY_CASE), 69, 14,
    .from = ",\n               'set': { 'drafts.first.terms.share': 30 },\n"
            "               'patch': { 'parties': { 'us': { 'reservation': 41 } } }",
    .to = "" },
  { "a case of empty settings", CODE (EMPTY_CASE), 69, 14,
    .from = "'set': { 'drafts.first.terms.share': 30 },\n"
            "               'patch': { 'parties': { 'us': { 'reservation': 41 } } }",
    .to = "'set': {}" },
  { "no party", CODE (NO_PARTY), 3, 14, .to = SMALL (RANGE, "'role': 'affected',", IDEAL) },
  { "nothing to negotiate", CODE (NO_NEGOTIATED_ISSUE), 2, 13,
    .to = SMALL ("'kind': 'derived', 'product': ['i']", "'role': 'affected',", IDEAL),
    .n_others = 2 },
};

/* Warnings */
static const Row warning_rows[] = {
  { "weights of 120 in all", CODE (WEIGHTS_SUM), 33, 18, .from = "'security': 40,",
    .to = "'security': 60," },
  { "values without a weight", CODE (UNWEIGHTED_VALUES), 35, 28,
    .from = "'share': { 'value': 60, 'low': 50, 'high': 70 }, 'security': 40",
    .to = "'security': 100" },
  { "an issue that nobody weights", CODE (UNWEIGHTED_ISSUE), 17, 5,
    .from = "{ 'id': 'take', 'title'",
    .to = "{ 'id': 'idle', 'title': 'x'," RANGE " }, { 'id': 'take', 'title'" },
  { "an issue that only an adjustment names", CODE (NO_BASIS), 23, 5, .from = "['security', 'law']",
    .to = "'security'", .n_others = 1 },
  { "two options alike", CODE (INDIFFERENT_OPTION), 2, 129,
    .to = SMALL ("'kind': 'choice', 'options': [ { 'id': 'a', 'title': 'a' },"
                 "{ 'id': 'b', 'title': 'b' }, { 'id': 'c', 'title': 'c' } ]",
                 "'reservation': 1,",
                 "{ 'a': 0, 'b': 1, 'c': 1.0 }") },
  { "numbers without a basis", CODE (NO_BASIS), 3, 16,
    .to = SMALL (RANGE, "'reservation': 1,", IDEAL) },
  { "an event before its draft", CODE (EVENT_BEFORE_DRAFT), 65, 29, .from = "'2025-02-13'",
    .to = "'2024-02-13'" },
  { "a source for nothing", CODE (UNUSED_SOURCE), 4, 25, .from = "{ 'press': {",
    .to = "{ 'other': { 'title': 'O' }, 'press': {" },
};

static const struct
{
  const char *name;
  const char *text;
} models[] = {
  { "no-format.json", "{}" },
  { "uses.json", "{ 'format': 'parley-model/1', 'use': 'x.json' }" },
};

static char *folder;
static gboolean fired[PARLEY_N_PROBLEMS];

static char *
with_quotes (const char *text)
{
  return g_strdelimit (g_strdup (text), "'", '"');
}

static int
set_up (void)
{
  folder = g_dir_make_tmp ("parley-XXXXXX", NULL);
  for (guint i = 0; folder != NULL && i < G_N_ELEMENTS (models); i++)
    {
      g_autofree char *path = g_build_filename (folder, models[i].name, NULL);
      g_autofree char *text = with_quotes (models[i].text);

      if (!g_file_set_contents (path, text, -1, NULL))
        return 1;
    }
  return folder == NULL ? 1 : 0;
}

static int
tear_down (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    {
      g_autofree char *path = g_build_filename (folder, models[i].name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
  return 0;
}

/* What stands in for row->from. */
static char *
replacement (const Row *row)
{
  GString *text = g_string_new (row->times > 0 ? row->from : row->to);

  for (guint i = 0; i < row->times; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_auto(GStrv) parts = g_strsplit (row->to, "%u", 2);

      g_string_append_printf (text, "%s%s%s", parts[0], number, parts[1]);
    }
  return g_string_free (text, FALSE);
}

static char *
row_text (const Row *row)
{
  g_autofree char *by = NULL;
  g_autofree char *text = NULL;
  const char *at = NULL;

  if (row->from == NULL)
    return with_quotes (row->to != NULL ? row->to : base_scenario);
  at = strstr (base_scenario, row->from);
  if (at == NULL)
    return NULL;
  by = replacement (row);
  text = g_strdup_printf ("%.*s%s%s", (int) (at - base_scenario), base_scenario, by,
                          at + strlen (row->from));
  return with_quotes (text);
}

static ParleyLoaded *
load_row (const Row *row, char *text)
{
  g_autoptr(ParleyText) file = parley_text_new_take ("row.json", folder, text, strlen (text));
  g_autoptr(GPtrArray) changes
      = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_change_free);

  if (row->set != NULL)
    g_ptr_array_add (changes, parley_change_new (PARLEY_CHANGE_SET, row->set));
  return parley_load_text (file, changes);
}

/* The warning about numbers without a basis, which the base has, is passed over. */
static const ParleyProblem *
find_problem (const ParleyProblems *problems, ParleyProblemCode code, guint *n_others)
{
  const ParleyProblem *found = NULL;

  *n_others = 0;
  for (guint i = 0; i < problems->items->len; i++)
    {
      const ParleyProblem *problem = parley_problems_get (problems, i);

      if (found == NULL && problem->code == code)
        found = problem;
      else if (problem->code != PARLEY_PROBLEM_NO_BASIS)
        (*n_others)++;
    }
  return found;
}

static void
try_row (const Row *row)
{
  char *text = row_text (row);
  g_autoptr(ParleyLoaded) loaded = NULL;
  const ParleyProblem *found = NULL;
  gboolean is_error = parley_problem_code_severity (row->code) == PARLEY_SEVERITY_ERROR;
  guint n_others = 0;

  CU_assertImplementation (text != NULL, __LINE__, row->label, __FILE__, "", CU_FALSE);
  if (text == NULL)
    return;
  loaded = load_row (row, text);
  found = find_problem (loaded->problems, row->code, &n_others);
  PARLEY_EXPECT_PROBLEMS (row->label,
                          found != NULL && found->line == row->line && found->column == row->column
                              && n_others == row->n_others,
                          loaded->problems);
  PARLEY_EXPECT_PROBLEMS (row->label, (loaded->scenario == NULL) == is_error, loaded->problems);
  fired[row->code] |= found != NULL;
}

static void
try_rows (const Row *rows, guint n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    try_row (&rows[i]);
}

static void
test_base (void)
{
  const Row row = { .label = "the base" };
  g_autoptr(ParleyLoaded) loaded = load_row (&row, row_text (&row));
  guint n_others = 0;

  find_problem (loaded->problems, PARLEY_PROBLEM_NO_BASIS, &n_others);
  PARLEY_EXPECT_PROBLEMS ("the base", loaded->scenario != NULL && n_others == 0, loaded->problems);
}

static void
test_text (void)
{
  try_rows (text_rows, G_N_ELEMENTS (text_rows));
}

static void
test_changes (void)
{
  try_rows (change_rows, G_N_ELEMENTS (change_rows));
}

static void
test_keys (void)
{
  try_rows (key_rows, G_N_ELEMENTS (key_rows));
}

static void
test_issues (void)
{
  try_rows (issue_rows, G_N_ELEMENTS (issue_rows));
}

static void
test_parties (void)
{
  try_rows (party_rows, G_N_ELEMENTS (party_rows));
}

static void
test_warnings (void)
{
  try_rows (warning_rows, G_N_ELEMENTS (warning_rows));
}

static void
test_unknown_case (void)
{
  g_autofree char *text = with_quotes (base_scenario);
  gsize length = strlen (text);
  g_autoptr(ParleyText) file
      = parley_text_new_take ("row.json", folder, g_steal_pointer (&text), length);
  g_autoptr(GPtrArray) changes
      = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_change_free);
  g_autoptr(ParleyLoaded) loaded = NULL;
  guint n_others = 0;

  g_ptr_array_add (changes, parley_change_new (PARLEY_CHANGE_CASE, "nothing"));
  loaded = parley_load_text (file, changes);
  PARLEY_EXPECT_PROBLEMS ("an unknown case",
                          find_problem (loaded->problems, PARLEY_PROBLEM_UNKNOWN_CASE, &n_others)
                                  != NULL
                              && n_others == 0,
                          loaded->problems);
  fired[PARLEY_PROBLEM_UNKNOWN_CASE] = TRUE;
}

/* What only an analysis finds comes in by the same door. */
static void
test_added (void)
{
  const Row row = { .label = "the base" };
  g_autoptr(ParleyLoaded) loaded = load_row (&row, row_text (&row));
  const ParleyParty *party = parley_scenario_party (loaded->scenario, 0);
  const ParleyRule *rule = g_ptr_array_index (loaded->scenario->rules, 0);
  const ParleyRedLine *red_line = g_ptr_array_index (party->red_lines, 0);
  const ParleyAdjustment *adjustment = g_ptr_array_index (party->adjustments, 0);
  const struct
  {
    ParleyProblemCode code;
    ParleyOrigin      origin;
    guint             line;
    guint             column;
    const char       *pointer;
  } rows[] = {
    { PARLEY_PROBLEM_NO_FEASIBLE_DEAL, rule->origin, 56, 14, "/rules/0" },
    { PARLEY_PROBLEM_RED_LINE_NEVER_CROSSED, red_line->origin, 38, 22, "/parties/0/red_lines/0" },
    { PARLEY_PROBLEM_UNREACHABLE_ADJUSTMENT, adjustment->origin, 41, 24,
      "/parties/0/adjustments/0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const ParleyProblem *problem
          = parley_loaded_add_problem (loaded, rows[i].code, rows[i].origin, "%s", "message");

      CU_ASSERT_EQUAL (problem->line, rows[i].line);
      CU_ASSERT_EQUAL (problem->column, rows[i].column);
      CU_ASSERT_STRING_EQUAL (problem->pointer, rows[i].pointer);
      fired[rows[i].code] = TRUE;
    }
}

/* All are counted, and not all listed. */
static void
test_many (void)
{
  const Row row
      = { .label = "many", .from = "'title': 'Base', ", .to = "'k%u': 1,", .times = 10001 };
  g_autoptr(ParleyLoaded) loaded = load_row (&row, row_text (&row));
  const GPtrArray *items = loaded->problems->items;
  const ParleyProblem *last = parley_problems_get (loaded->problems, items->len - 1);

  CU_ASSERT_TRUE (loaded->problems->n_errors > 10000);
  CU_ASSERT_EQUAL (items->len, 10000 + loaded->problems->n_warnings + 1);
  CU_ASSERT_EQUAL (last->code, PARLEY_PROBLEM_MORE_PROBLEMS);
  fired[PARLEY_PROBLEM_MORE_PROBLEMS] = TRUE;

  /* Also when more come later. */
  parley_problems_add_to_file (loaded->problems, PARLEY_PROBLEM_SETTING, loaded->text, 0, "late");
  parley_problems_add_to_file (loaded->problems, PARLEY_PROBLEM_LEFT_OUT, loaded->text, 99999,
                               "last");
  parley_problems_sort (loaded->problems);
  CU_ASSERT_EQUAL (items->len, 10000 + loaded->problems->n_warnings + 1);
  last = parley_problems_get (loaded->problems, items->len - 2);
  CU_ASSERT_STRING_EQUAL (last->message, "last");
  last = parley_problems_get (loaded->problems, items->len - 1);
  CU_ASSERT_EQUAL (last->code, PARLEY_PROBLEM_MORE_PROBLEMS);
}

/* Runs last: whatever the code can say has been said above, or is said in import.c and
 * export.c. */
static void
test_all_fired (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (import_codes); i++)
    fired[import_codes[i]] = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (export_codes); i++)
    fired[export_codes[i]] = TRUE;
  for (guint i = 0; i < PARLEY_N_PROBLEMS; i++)
    CU_assertImplementation (fired[i], __LINE__, parley_problem_code_id ((ParleyProblemCode) i),
                             __FILE__, "", CU_FALSE);
}

void
parley_test_refusals (void)
{
  CU_pSuite suite = CU_add_suite ("refusals", set_up, tear_down);

  CU_ADD_TEST (suite, test_base);
  CU_ADD_TEST (suite, test_text);
  CU_ADD_TEST (suite, test_changes);
  CU_ADD_TEST (suite, test_keys);
  CU_ADD_TEST (suite, test_issues);
  CU_ADD_TEST (suite, test_parties);
  CU_ADD_TEST (suite, test_warnings);
  CU_ADD_TEST (suite, test_unknown_case);
  CU_ADD_TEST (suite, test_added);
  CU_ADD_TEST (suite, test_many);
  CU_ADD_TEST (suite, test_all_fired);
}

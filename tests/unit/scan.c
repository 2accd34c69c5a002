/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/scan.h"

#include <string.h>

#include "base/exact.h"
#include "expect.h"
#include "scenario/node.h"
#include "suites.h"

#define TEN_DIGITS "1234567890"
#define FIFTY_DIGITS TEN_DIGITS TEN_DIGITS TEN_DIGITS TEN_DIGITS TEN_DIGITS
#define HUNDRED_DIGITS FIFTY_DIGITS FIFTY_DIGITS

/* A text of @length bytes, or up to its NUL. */
static ParleyText *
make_text (const char *data, gssize length)
{
  gsize n = length >= 0 ? (gsize) length : strlen (data);
  char *copy = g_malloc (n + 1);

  memcpy (copy, data, n);
  copy[n] = '\0';
  return parley_text_new_take ("t", NULL, copy, n);
}

/* All problems of @data, one a line; "" when there is none. */
static char *
find_problems (const char *data, gssize length)
{
  g_autoptr(ParleyText) text = make_text (data, length);
  g_autoptr(ParleyProblems) problems = parley_problems_new ();
  g_autoptr(ParleyNode) node = parley_node_parse (text, problems);
  GString *lines = g_string_new (NULL);

  CU_ASSERT_TRUE ((node == NULL) == (problems->items->len > 0));
  for (guint i = 0; i < problems->items->len; i++)
    {
      g_autofree char *line = parley_problem_to_string (parley_problems_get (problems, i));

      g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", line);
    }
  return g_string_free (lines, FALSE);
}

static void
test_accepts (void)
{
  static const char *const rows[] = {
    "{}",
    "[]",
    " \t\r\n[ ] ",
    "null",
    "\"\"",
    "0",
    "-0",
    "[0,-0.5,1e5,1E-5,1.25e+100,10]",
    "[true,false,null]",
    "{\"\":{\"\":[{\"\":0}]}}",
    "{\"a\":1,\"A\":2,\"a \":3}",
    "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00\"",
    "\"\x7f é \xf4\x8f\xbf\xbf // /* ' \"",
    HUNDRED_DIGITS,
    "0.0e000000000000000000000000000000",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *problems = find_problems (rows[i], -1);

      PARLEY_EXPECT_TEXT (rows[i], problems, "");
    }
}

static const struct
{
  const char *json;
  const char *want; /* what the problem says somewhere */
} refused[] = {
  { "", "t:1:1: error: a value is missing (found the end of the file; expected a string" },
  { " \n ", "t:2:2: error: a value is missing" },
  { "{", "t:1:2: error: the object that begins in line 1 is not closed" },
  { "{\"a\":\n[1,\n", "t:3:1: error: the list that begins in line 2 is not closed" },
  { "[1", "(found the end of the file; expected , or ])" },
  { "[1,", "the list that begins in line 1 is not closed" },
  { "{\"a\"", "the object that begins in line 1 is not closed" },
  { "{\"a\":", "the object that begins in line 1 is not closed" },
  { "[5.", "the list that begins in line 1 is not closed" },
  { "]", "a value is missing (found ']'" },
  { "[1}", "a bracket does not match the one that it closes (found '}'; expected , or ])" },
  { "{\"a\":1]", "a bracket does not match" },
  { "[1]]", "t:1:4: error: the text goes on behind its end (found ']'" },
  { "{} {}", "t:1:4: error: the text goes on behind its end" },
  { "1 // end", "JSON has no comments" },
  { "[1,]", "t:1:3: error: a comma stands behind the last one" },
  { "{\"a\":1 ,\n}", "t:1:8: error: a comma stands behind the last one" },
  { "[,1]", "a value is missing (found ','" },
  { "[1,,2]", "a value is missing (found ','" },
  { "{,}", "a key is missing (found ','" },
  { "{\"a\":\n{\"b\":1,\n{}}}",
    "t:3:1: error: a key is missing, or a } that closes the object begun in line 2" },
  { "{\"a\":0,5}",
    "t:1:8: error: a number has a point before its decimals, and no comma (found '5'" },
  { "{\"a\":20,000}", "a number has a point before its decimals, and no comma (found '000'" },
  { "{\"a\":\"0\",5}", "keys stand in double quotes (found '5'" },
  { "[1 2]", "t:1:4: error: a comma is missing before this (found '2'; expected , or ])" },
  { "[1/2]", "a fraction stands in double quotes (found '/'" },
  { "[20%]", "a number has no unit beside it (found '%'" },
  { "{\"a\":3 years}", "a number has no unit beside it (found 'years'" },
  { "{\"a\":3\n b:4}", "a comma is missing before this (found 'b'" },
  { "[1 true]", "a comma is missing before this (found 'true'" },
  { "[\"20\"%]", "this does not belong here (found '%'" },
  { "{\"a\":\"b, \"c\":1}",
    "a comma is missing, or a quote that closes a string before this, or a quote in it lacks its \\ "
    "(found 'c'" },
  { "[{\"a\":1},\n\"b\":2}]",
    "t:2:4: error: a list has no keys: a ] or a { is missing, or a } too many stands before this "
    "(found ':'" },
  { "{\"a\":1 \"b\":2}", "a comma is missing" },
  { "[\"a\" \"b\"]", "a comma is missing" },
  { "[1;2]", "this does not belong here (found ';'" },
  { "{\"a\" 1}", "a colon is missing behind a key (found '1'; expected :)" },
  { "{\"a\"=1}", "a colon is missing behind a key (found '='" },
  { "{\"a\":}", "a value is missing (found '}'" },
  { "{a:1}", "keys stand in double quotes (found 'a'; expected a key in double quotes)" },
  { "{info:1}", "keys stand in double quotes" },
  { "{1:1}", "keys stand in double quotes" },
  { "{'a':1}", "strings and keys stand in straight double quotes (found '''" },
  { "['a']", "strings and keys stand in straight double quotes" },
  { "[“a”]", "strings and keys stand in straight double quotes (found '“'" },
  { "[1] # x", "JSON has no comments" },
  { "// x\n1", "t:1:1: error: JSON has no comments" },
  { "[1, /* x */ 2]", "t:1:5: error: JSON has no comments" },
  { "{/**/}", "JSON has no comments" },
  { "NaN", "JSON has no NaN and no infinities (found 'NaN'" },
  { "[-Infinity]", "JSON has no NaN and no infinities" },
  { "[inf]", "JSON has no NaN and no infinities" },
  { "[True]", "a word stands outside quotes (found 'True'; expected a string" },
  { "[TRUE]", "did you mean \"true\"?" },
  { "[nul]", "did you mean \"null\"?" },
  { "[nulll]", "did you mean \"null\"?" },
  { "undefined", "a word stands outside quotes (found 'undefined'" },
  { "[verylongwordverylongwordverylongword]", "(found 'verylongwordverylongword…'" },
  { "01", "a number begins with a zero too many (found '01'" },
  { "[-00.5]", "a number begins with a zero too many" },
  { "+1", "a number has no plus sign (found '+1'" },
  { "[.5]", "a number has a digit before the point (found '.5'" },
  { "5.", "a number ends with its point" },
  { "[5.]", "t:1:4: error: a number ends with its point (found ']'; expected a digit)" },
  { "[5.e1]", "a number ends with its point" },
  { "[-]", "a minus sign stands before no number" },
  { "-", "a minus sign stands before no number (found the end of the file" },
  { "[- 1]", "a minus sign stands before no number" },
  { "[1e]", "the exponent of a number is missing" },
  { "[1e+]", "the exponent of a number is missing" },
  { "[1.2.3]", "t:1:2: error: this is no number (found '1.2.3'" },
  { "[12abc]", "this is no number (found '12abc'" },
  { "[0x1F]", "this is no number" },
  { "[1_000]", "this is no number" },
  { "2025-02-12", "this is no number" },
  { "\"abc", "t:1:1: error: a string is not closed on the line where it begins" },
  { "[\"abc\n\"]", "t:1:2: error: a string is not closed on the line where it begins (found the end"
                   " of the line" },
  { "\"a\tb\"", "a string holds a tab (found U+0009; expected \\t)" },
  { "\"\x01\"", "a string holds a control character (found U+0001" },
  { "\"\\", "a backslash begins no escape" },
  { "\"\\x41\"", "t:1:2: error: a backslash begins no escape" },
  { "\"\\'\"", "a backslash begins no escape (found '''" },
  { "\"\\é\"", "a backslash begins no escape (found 'é'" },
  { "\"\\u12\"", "an escape is not complete" },
  { "\"\\u12g4\"", "four hexadecimal digits behind \\u" },
  { "\"\\U0041\"", "a backslash begins no escape" },
  { "\"\\u", "an escape is not complete" },
  { "[\302\2401]", "a value is missing (found U+00A0" },
  { "[\f1]", "a value is missing (found U+000C" },
  { "é", "a value is missing (found 'é'" },
  { "\x1b[2J", "found U+001B" },
};

/* Each mistake is named for what it is. */
static void
test_refuses (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *got = find_problems (refused[i].json, -1);
      gboolean is_right = strstr (got, refused[i].want) != NULL && strstr (got, " [syntax]") != NULL
                          && strchr (got, '\n') == NULL;

      PARLEY_EXPECT_TEXT (refused[i].json, is_right ? refused[i].want : got, refused[i].want);
    }
}

/* What the RFC lets pass, or has codes of its own. */
static void
test_refuses_more (void)
{
  static const struct
  {
    const char *json;
    const char *code;
  } rows[] = {
    { "{\"a\":1,\"a\":1}", "[duplicate-key]" },
    { "{\"a\":1,\"\\u0061\":1}", "the key \"a\" already stands in this object, in line 1" },
    { "{\"\":{\"b\":1,\"\\u0062\":1}}", "[duplicate-key]" },
    { "{\"😀\":1,\"\\uD83D\\ude00\":2}", "[duplicate-key]" },
    { "\"\\u0000\"", "a string holds \\u0000 [character]" },
    { "{\"a\\u0000b\":1,\"a\":2}", "[character]" },
    { "\"\\ud800\"", "\\ud800 is half of a surrogate pair without its other half [character]" },
    { "\"\\uDC00\\uD800\"", "[character]" },
    { "\"\\uD800\\u0041\"", "[character]" },
    { "\"\\uD800x\"", "[character]" },
    { "{\"\\uD800\":{\"a\\uDFFF\":\"\\u0000\"}}", "[character]" },
    { "\xef\xbb\xbf{}", "remove the byte order mark [byte-order-mark]" },
    { "\"\xff\"", "(found the byte 0xFF; expected a file saved as UTF-8) [encoding]" },
    { "\xff\xfe{", "[encoding]" },
    { "\"\xc0\xaf\"", "t:1:2: error: the text is not valid UTF-8" },
    { "\"\xe0\x80\xaf\"", "[encoding]" },
    { "\"\xed\xa0\x80\"", "[encoding]" },
    { "\"\xf4\x90\x80\x80\"", "[encoding]" },
    { "\"\xe9\"", "[encoding]" },
    { "\"\xe2\x82", "[encoding]" },
    { "\"\x80\"", "[encoding]" },
    { HUNDRED_DIGITS "1",
      "a number is longer than what Parley computes with (found 101 digits; expected at most 100)" },
    { "[0." HUNDRED_DIGITS "]", "[number-too-long]" },
    { "1e101", "the exponent of a number is outside what Parley computes with" },
    { "1E-101", "expected from -100 to 100) [number-too-long]" },
    { "1e+99999999999999999999999999", "[number-too-long]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *got = find_problems (rows[i].json, -1);

      PARLEY_EXPECT_TEXT (rows[i].json, strstr (got, rows[i].code) != NULL ? rows[i].code : got,
                          rows[i].code);
    }
}

static void
test_zero_bytes (void)
{
  static const struct
  {
    const char *data;
    gssize length;
  } rows[] = {
    { "\0", 1 },       { "[]\0", 3 }, { "[\0]", 3 },     { "\"\0\"", 3 },
    { "\"\\\0\"", 4 }, { "1\0", 2 },  { "[]\0\xff", 4 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *got = find_problems (rows[i].data, rows[i].length);

      CU_ASSERT_PTR_NOT_NULL (strstr (got, "found U+0000"));
    }
}

/* @depth lists, one in the other. */
static char *
nest (gsize depth)
{
  g_autofree char *open = g_strnfill (depth, '[');
  g_autofree char *close = g_strnfill (depth, ']');

  return g_strconcat (open, close, NULL);
}

static void
test_depth (void)
{
  static const struct
  {
    gsize depth;
    const char *want;
  } rows[] = {
    { PARLEY_SCAN_MAX_DEPTH, "" },
    { PARLEY_SCAN_MAX_DEPTH + 1,
      "t:1:61: error: objects and lists are nested more than 60 deep [too-deep]" },
    { 1000000, "t:1:61: error: objects and lists are nested more than 60 deep [too-deep]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *json = nest (rows[i].depth);
      g_autofree char *got = find_problems (json, -1);
      char *pointer = strstr (got, " at /");

      if (pointer != NULL)
        *pointer = '\0'; /* sixty levels of it */
      PARLEY_EXPECT_TEXT ("depth", got, rows[i].want);
    }
}

/* So that texts of the same size take much the same memory. */
static void
test_many (void)
{
  static const struct
  {
    const char *item;
    guint n;
    gboolean fine;
  } rows[] = {
    { "{},", 29999, TRUE }, { "{},", 30000, FALSE }, { "1,", 149998, TRUE }, { "1,", 150000, FALSE }
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GString *json = g_string_new ("[");
      g_autofree char *got = NULL;

      for (guint n = 0; n < rows[i].n; n++)
        g_string_append (json, rows[i].item);
      g_string_append (json, "1]");
      got = find_problems (json->str, -1);
      CU_ASSERT_EQUAL (strstr (got, "[text-too-long]") == NULL, rows[i].fine);
      g_string_free (json, TRUE);
    }
}

/* What is no syntax error does not end the scan, but does so in the end. */
static void
test_goes_on (void)
{
  g_autofree char *some = find_problems ("{\"a\":\"\\u0000\",\n\"b\":1e999,\n\"a\":[1,]}", -1);
  g_autofree char *many = NULL;
  GString *json = g_string_new ("[\"\"");

  PARLEY_EXPECT_TEXT ("some", some,
                      "t:1:7: error: a string holds \\u0000 [character] at /a\n"
                      "t:2:5: error: the exponent of a number is outside what Parley computes with"
                      " (expected from -100 to 100) [number-too-long] at /b\n"
                      "t:3:1: error: the key \"a\" already stands in this object, in line 1"
                      " [duplicate-key]\n"
                      "t:3:7: error: a comma stands behind the last one (found ']';"
                      " expected no comma there) [syntax] at /a");

  for (guint i = 0; i < 5000; i++)
    g_string_append (json, ",\"\\u0000\"");
  g_string_append_c (json, ']');
  many = find_problems (json->str, -1);
  g_string_free (json, TRUE);
  CU_ASSERT_TRUE (strlen (many) < 10000);
  CU_ASSERT_PTR_NOT_NULL (
      strstr (many, "warning: the text is not read further, after 100 problems [more-problems]"));
}

static void
test_pointers (void)
{
  static const struct
  {
    const char *json;
    const char *pointer;
  } rows[] = {
    { "", "" },
    { "{\"a\":[1,{\"b\":tru}]}", "/a/1/b" },
    { "{\"a\":[1 2]}", "/a" },
    { "{\"a/b\":{\"~\":{\"\\u00e9\":.5}}}", "/a~1b/~0/é" },
    { "[[],[[],+1]]", "/1/1" },
    { "{\"a\":{},\"b\":{c}}", "/b" },
    { "{\"\":1 2", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ParleyText) text = make_text (rows[i].json, -1);
      g_autoptr(ParleyProblems) problems = parley_problems_new ();

      CU_ASSERT_PTR_NULL (parley_scan (text, 0, problems));
      PARLEY_EXPECT_TEXT (rows[i].json, parley_problems_get (problems, 0)->pointer,
                          rows[i].pointer);
    }
}

static void
test_numbers_agree (void)
{
  static const char *const rows[] = {
    "0",
    "-0.0",
    "12.50",
    "1e100",
    "1e-100",
    "1e101",
    "-" HUNDRED_DIGITS,
    "0." HUNDRED_DIGITS,
    HUNDRED_DIGITS "0",
    "1E05",
    "01",
    "1.",
    "+1",
    "1e",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *problems = find_problems (rows[i], -1);
      mpq_t number;

      mpq_init (number);
      CU_ASSERT_EQUAL (parley_exact_parse (rows[i], number), *problems == '\0');
      mpq_clear (number);
    }
}

/* Where nodes say that they stand, and what is there. */
static void
test_nodes (void)
{
  const char *json = " {\"é\":1,\n  \"a\": [ \"x\\ny\", -1.50e1 , {\"k\\u0021\":null}, true ]}";
  g_autoptr(ParleyText) text = make_text (json, -1);
  g_autoptr(ParleyProblems) problems = parley_problems_new ();
  g_autoptr(ParleyNode) root = parley_node_parse (text, problems);
  ParleyNode *list = parley_node_get (root, "a");
  ParleyNode *object = parley_node_child (list, 2);
  const ParleyProblem *problem;

  CU_ASSERT_EQUAL (parley_node_size (root), 2);
  CU_ASSERT_EQUAL (parley_node_size (list), 4);
  CU_ASSERT_PTR_NULL (parley_node_get (root, "b"));
  CU_ASSERT_PTR_NULL (parley_node_get (list, "a"));
  PARLEY_EXPECT_TEXT ("string", parley_node_child (list, 0)->string, "x\ny");
  PARLEY_EXPECT_TEXT ("number", parley_node_child (list, 1)->string, "-1.50e1");
  PARLEY_EXPECT_TEXT ("key", parley_node_key (object, 0), "k!");
  CU_ASSERT_TRUE (parley_node_child (list, 3)->boolean);
  CU_ASSERT_EQUAL (object->end - object->offset, strlen ("{\"k\\u0021\":null}"));

  problem = parley_problems_add_at (problems, PARLEY_PROBLEM_SYNTAX, object, "%d", 1);
  PARLEY_EXPECT_TEXT ("pointer", problem->pointer, "/a/2");
  CU_ASSERT_EQUAL (problem->line, 2);
  CU_ASSERT_EQUAL (problem->column, 28);
  problem = parley_problems_add_at_key (problems, PARLEY_PROBLEM_SYNTAX, object, 0, "x");
  PARLEY_EXPECT_TEXT ("pointer", problem->pointer, "/a/2/k!");
  problem = parley_problems_add_at_key (problems, PARLEY_PROBLEM_SYNTAX, root, 1, "x");
  PARLEY_EXPECT_TEXT ("pointer", problem->pointer, "/a");
  CU_ASSERT_EQUAL (problem->column, 3);
  problem = parley_problems_add_at (problems, PARLEY_PROBLEM_SYNTAX, root, "x");
  PARLEY_EXPECT_TEXT ("pointer", problem->pointer, "");
  CU_ASSERT_EQUAL (problem->column, 2);
}

static void
test_describe (void)
{
  static const struct
  {
    const char *json;
    const char *want;
  } rows[] = {
    { "{}", "an object" },
    { "[]", "a list" },
    { "null", "null" },
    { "false", "false" },
    { "-1.50", "the number -1.50" },
    { "\"é\"", "the string \"é\"" },
    { "\"éééééééééééééééééééééééééééééééééééééééé\"",
      "the string \"éééééééééééééééééééééééééééééééééééééééé\"" },
    { "\"ééééééééééééééééééééééééééééééééééééééééx\"",
      "the string \"ééééééééééééééééééééééééééééééééééééééé…\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ParleyText) text = make_text (rows[i].json, -1);
      g_autoptr(ParleyProblems) problems = parley_problems_new ();
      g_autoptr(ParleyNode) node = parley_node_parse (text, problems);
      g_autofree char *got = parley_node_describe (node);

      PARLEY_EXPECT_TEXT (rows[i].json, got, rows[i].want);
    }
}

static void
test_locate (void)
{
  g_autofree char *wide = g_strnfill (5000, ' ');
  g_autofree char *data = g_strconcat ("é\r\n\n", wide, "é", wide, "x", NULL);
  static const struct
  {
    gsize offset;
    guint line;
    guint column;
  } rows[] = {
    { 0, 1, 1 },         { 2, 1, 2 },
    { 4, 2, 1 },         { 5, 3, 1 },
    { 6, 3, 2 },         { 5005, 3, 5001 },
    { 5007, 3, 5002 },   { 10007, 3, 10002 },
    { 10008, 3, 10003 }, { G_MAXSIZE, 3, 10003 },
  };
  g_autoptr(ParleyText) text = make_text (data, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint line;
      guint column;

      parley_text_locate (text, rows[i].offset, &line, &column);
      CU_ASSERT_EQUAL (line, rows[i].line);
      CU_ASSERT_EQUAL (column, rows[i].column);
    }
}

static void
test_sort (void)
{
  g_autoptr(ParleyText) first = make_text ("a\nbc", -1);
  g_autoptr(ParleyText) second = parley_text_new_take ("second", NULL, g_strdup ("d"), 1);
  g_autoptr(ParleyProblems) problems = parley_problems_new ();
  g_autoptr(GString) order = g_string_new (NULL);
  g_autofree char *line = NULL;
  ParleyProblem *problem;

  parley_problems_add (problems, PARLEY_PROBLEM_SYNTAX, first, 3, "", "4");
  parley_problems_add (problems, PARLEY_PROBLEM_REMOVES_NOTHING, second, 0, "", "5");
  parley_problems_add (problems, PARLEY_PROBLEM_SYNTAX, first, 2, "", "2");
  parley_problems_add (problems, PARLEY_PROBLEM_SYNTAX, first, 2, "", "3");
  problem = parley_problems_add (problems, PARLEY_PROBLEM_SYNTAX, first, 0, "", "%s", "1\x1b\n");
  problem->suggestion = g_strdup ("x");
  parley_problems_sort (problems);
  for (guint i = 0; i < problems->items->len; i++)
    g_string_append_c (order, *parley_problems_get (problems, i)->message);

  PARLEY_EXPECT_TEXT ("order", order->str, "12345");
  CU_ASSERT_EQUAL (problems->n_errors, 4);
  CU_ASSERT_EQUAL (problems->n_warnings, 1);
  line = parley_problem_to_string (problem);
  PARLEY_EXPECT_TEXT ("line", line, "t:1:1: error: 1\\u001b\\u000a; did you mean \"x\"? [syntax]");
}

void
parley_test_scan (void)
{
  CU_pSuite suite = CU_add_suite ("scan", NULL, NULL);

  CU_ADD_TEST (suite, test_accepts);
  CU_ADD_TEST (suite, test_refuses);
  CU_ADD_TEST (suite, test_refuses_more);
  CU_ADD_TEST (suite, test_zero_bytes);
  CU_ADD_TEST (suite, test_depth);
  CU_ADD_TEST (suite, test_many);
  CU_ADD_TEST (suite, test_goes_on);
  CU_ADD_TEST (suite, test_pointers);
  CU_ADD_TEST (suite, test_numbers_agree);
  CU_ADD_TEST (suite, test_nodes);
  CU_ADD_TEST (suite, test_describe);
  CU_ADD_TEST (suite, test_locate);
  CU_ADD_TEST (suite, test_sort);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/merge.h"

#include "expect.h"
#include "scenario/setting.h"
#include "suites.h"
#include "tree.h"

/* The table in the appendix of RFC 7396, all of it. */
static void
test_rfc (void)
{
  static const struct
  {
    const char *target;
    const char *patch;
    const char *want;
  } rows[] = {
    { "{\"a\":\"b\"}", "{\"a\":\"c\"}", "{\"a\":\"c\"}" },
    { "{\"a\":\"b\"}", "{\"b\":\"c\"}", "{\"a\":\"b\",\"b\":\"c\"}" },
    { "{\"a\":\"b\"}", "{\"a\":null}", "{}" },
    { "{\"a\":\"b\",\"b\":\"c\"}", "{\"a\":null}", "{\"b\":\"c\"}" },
    { "{\"a\":[\"b\"]}", "{\"a\":\"c\"}", "{\"a\":\"c\"}" },
    { "{\"a\":\"c\"}", "{\"a\":[\"b\"]}", "{\"a\":[\"b\"]}" },
    { "{\"a\":{\"b\":\"c\"}}", "{\"a\":{\"b\":\"d\",\"c\":null}}", "{\"a\":{\"b\":\"d\"}}" },
    { "{\"a\":[{\"b\":\"c\"}]}", "{\"a\":[1]}", "{\"a\":[1]}" },
    { "[\"a\",\"b\"]", "[\"c\",\"d\"]", "[\"c\",\"d\"]" },
    { "{\"a\":\"b\"}", "[\"c\"]", "[\"c\"]" },
    { "{\"a\":\"foo\"}", "null", "null" },
    { "{\"a\":\"foo\"}", "\"bar\"", "\"bar\"" },
    { "{\"e\":null}", "{\"a\":1}", "{\"e\":null,\"a\":1}" },
    { "[1,2]", "{\"a\":\"b\",\"c\":null}", "{\"a\":\"b\"}" },
    { "{}", "{\"a\":{\"bb\":{\"ccc\":null}}}", "{\"a\":{\"bb\":{}}}" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ParleyNode) target = parley_tree_parse ("target", rows[i].target);
      g_autoptr(ParleyNode) patch = parley_tree_parse ("patch", rows[i].patch);
      g_autoptr(ParleyProblems) problems = parley_problems_new ();
      g_autoptr(ParleyNode) result = parley_node_merge (target, patch, problems);
      g_autofree char *got = parley_tree_to_text (result);

      PARLEY_EXPECT_TEXT (rows[i].patch, got, rows[i].want);
      CU_ASSERT_EQUAL (problems->n_errors, 0);
    }
}

#define TWO "[{\"id\":\"us\",\"r\":1},{\"id\":\"ua\",\"r\":2}]"

static void
test_ids (void)
{
  static const struct
  {
    const char *target;
    const char *patch;
    const char *want;
    const char *problem; /* NULL: none */
  } rows[] = {
    { TWO, "{\"ua\":{\"r\":3}}", "[{\"id\":\"us\",\"r\":1},{\"id\":\"ua\",\"r\":3}]", NULL },
    { TWO, "{\"us\":null}", "[{\"id\":\"ua\",\"r\":2}]", NULL },
    { TWO, "{\"us\":{\"r\":null}}", "[{\"id\":\"us\"},{\"id\":\"ua\",\"r\":2}]", NULL },
    { TWO, "{\"*\":{\"r\":{\"low\":0}}}",
      "[{\"id\":\"us\",\"r\":{\"value\":1,\"low\":0}},{\"id\":\"ua\",\"r\":{\"value\":2,\"low\":0}}]",
      NULL },
    { TWO, "{\"*\":null}", "[]", NULL },
    { TWO, "{\"*\":{\"r\":5},\"us\":{\"r\":6}}",
      "[{\"id\":\"us\",\"r\":6},{\"id\":\"ua\",\"r\":5}]", NULL },
    { TWO, "{\"us\":{\"r\":6},\"*\":{\"r\":5}}",
      "[{\"id\":\"us\",\"r\":5},{\"id\":\"ua\",\"r\":5}]", NULL },
    { TWO, "{\"us\":null,\"*\":{\"r\":5}}", "[{\"id\":\"ua\",\"r\":5}]", NULL },
    { TWO, "{\"us\":{\"id\":\"us\",\"r\":6}}", "[{\"id\":\"us\",\"r\":6},{\"id\":\"ua\",\"r\":2}]",
      NULL },
    { TWO, "{\"eu\":{\"id\":\"eu\",\"r\":null,\"s\":4}}",
      "[{\"id\":\"us\",\"r\":1},{\"id\":\"ua\",\"r\":2},{\"id\":\"eu\",\"s\":4}]",
      "removes-nothing" },
    { "[]", "{\"eu\":{\"id\":\"eu\"}}", "[{\"id\":\"eu\"}]", NULL },
    { "{}", "{\"parties\":{\"eu\":{\"id\":\"eu\"},\"un\":{\"id\":\"un\"}}}",
      "{\"parties\":[{\"id\":\"eu\"},{\"id\":\"un\"}]}", NULL },
    { "{}", "{\"parties\":{\"eu\":{\"id\":\"eu\"},\"un\":{\"id\":\"u\"}}}",
      "{\"parties\":{\"eu\":{\"id\":\"eu\"},\"un\":{\"id\":\"u\"}}}", NULL },
    { TWO, "{\"usa\":{\"r\":3}}", TWO,
      "patch:1:2: error: nothing in this list has the id \"usa\" (expected an id of the list;"
      " what is new carries its own \"id\"); did you mean \"us\"? [unknown-id]" },
    { TWO, "{\"uk\":null}", TWO, "unknown-id" },
    { TWO, "{\"eu\":5}", TWO, "unknown-id" },
    { TWO, "{\"eu\":{\"id\":\"un\"}}", TWO,
      "patch:1:13: error: what is addressed as \"eu\" cannot be given another id (found the string"
      " \"un\") [patch-id]" },
    { TWO, "{\"us\":{\"id\":\"ua\"}}", TWO, "patch-id" },
    { TWO, "{\"us\":{\"id\":null}}", TWO, "patch-id" },
    { TWO, "{\"us\":{\"id\":1,\"r\":5}}", TWO, "patch-id" },
    { TWO, "{\"*\":{\"id\":\"us\"}}", TWO, "patch-id" },
    { "[]", "{\"*\":{\"r\":1}}", "[]", "nothing-matches" },
    { "{\"w\":{}}", "{\"w\":{\"*\":1}}", "{\"w\":{}}",
      "patch:1:7: error: there is nothing here that \"*\" could stand for [nothing-matches]" },
    { "{}", "{\"w\":{\"*\":1}}", "{\"w\":{}}", "nothing-matches" },
    { "{\"share\":1}", "{\"shrae\":null}", "{\"share\":1}",
      "patch:1:2: warning: there is no \"shrae\" to remove; did you mean \"share\"?"
      " [removes-nothing]" },
    { "[{\"id\":\"us\"},{\"x\":1}]", "{\"us\":{\"r\":1}}", "{\"us\":{\"r\":1}}", NULL },
    /* What "*" finds somewhere need not be everywhere. */
    { "[{\"id\":\"a\",\"l\":[{\"id\":\"x\"}]},{\"id\":\"b\",\"l\":[{\"id\":\"y\"}]}]",
      "{\"*\":{\"l\":{\"x\":{\"h\":1}}}}",
      "[{\"id\":\"a\",\"l\":[{\"id\":\"x\",\"h\":1}]},{\"id\":\"b\",\"l\":[{\"id\":\"y\"}]}]",
      NULL },
    { "[{\"id\":\"a\",\"l\":[{\"id\":\"x\"}]},{\"id\":\"b\",\"l\":[{\"id\":\"y\"}]}]",
      "{\"*\":{\"l\":{\"z\":{\"h\":1}}}}",
      "[{\"id\":\"a\",\"l\":[{\"id\":\"x\"}]},{\"id\":\"b\",\"l\":[{\"id\":\"y\"}]}]",
      "unknown-id" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ParleyNode) target = parley_tree_parse ("target", rows[i].target);
      g_autoptr(ParleyNode) patch = parley_tree_parse ("patch", rows[i].patch);
      g_autoptr(ParleyProblems) problems = parley_problems_new ();
      g_autoptr(ParleyNode) result = parley_node_merge (target, patch, problems);
      g_autofree char *got = parley_tree_to_text (result);
      g_autofree char *before = parley_tree_to_text (target);
      g_autofree char *lines = parley_tree_problems (problems);

      PARLEY_EXPECT_TEXT (rows[i].patch, got, rows[i].want);
      PARLEY_EXPECT_TEXT (rows[i].patch, before, rows[i].target);
      if (rows[i].problem == NULL)
        PARLEY_EXPECT_TEXT (rows[i].patch, lines, "");
      else
        PARLEY_EXPECT_TEXT (rows[i].patch, strstr (lines, rows[i].problem) != NULL ? "" : lines,
                            "");
      CU_ASSERT_TRUE (strchr (lines, '\n') == NULL);
    }
}

static void
test_settings (void)
{
  static const struct
  {
    const char *target;
    const char *setting;
    const char *want;
    const char *problem; /* NULL: none */
  } rows[] = {
    { "{}", "a=1", "{\"a\":1}", NULL },
    { "{}", "a.b.c=x", "{\"a\":{\"b\":{\"c\":\"x\"}}}", NULL },
    { "{}", "a=", "{\"a\":\"\"}", NULL },
    { "{}", "a= 5 ", "{\"a\":5}", NULL },
    { "{}", "a=b=c", "{\"a\":\"b=c\"}", NULL },
    { "{}", "a=\"5\"", "{\"a\":\"5\"}", NULL },
    { "{}", "a=true", "{\"a\":true}", NULL },
    { "{}", "a=1,5", "{\"a\":\"1,5\"}", NULL },
    { "{}", "a=2025-03-03", "{\"a\":\"2025-03-03\"}", NULL },
    { "{}", "a=190/662", "{\"a\":\"190/662\"}", NULL },
    { "{}", "a=NaN", "{\"a\":\"NaN\"}", NULL },
    { "{}", "a=[1,{\"b\":null}]", "{\"a\":[1,{\"b\":null}]}", NULL },
    { "{\"a\":1}", "a=null", "{}", NULL },
    { "{\"a\":{\"value\":1,\"low\":0}}", "a=2", "{\"a\":2}", NULL },
    { "{\"a\":{\"value\":1,\"low\":0}}", "a.value=2", "{\"a\":{\"value\":2,\"low\":0}}", NULL },
    { "{\"a\":1}", "a.value=2", "{\"a\":{\"value\":2}}", NULL },
    { "{\"a\":1}", "a.low=0", "{\"a\":{\"value\":1,\"low\":0}}", NULL },
    { "{\"a\":\"1/3\"}", "a.high=0.5", "{\"a\":{\"value\":\"1/3\",\"high\":0.5}}", NULL },
    { "{\"a\":\"x\"}", "a={\"is\":\"y\"}", "{\"a\":{\"is\":\"y\"}}", NULL },
    { "{\"a\":50}", "a={\"min\":40,\"max\":null}", "{\"a\":{\"min\":40}}", "removes-nothing" },
    { "{\"w\":{\"a\":1,\"b\":{\"value\":2}}}", "w.*=10", "{\"w\":{\"a\":10,\"b\":10}}", NULL },
    { "{\"w\":{\"a\":1,\"b\":2}}", "w.*=null", "{\"w\":{}}", NULL },
    { "{\"p\":" TWO "}", "p.*.r=9", "{\"p\":[{\"id\":\"us\",\"r\":9},{\"id\":\"ua\",\"r\":9}]}",
      NULL },
    { "{}", "a", NULL, "s:1:2: error: a setting has no \"=\" (expected PATH=VALUE, such as" },
    { "{}", "", NULL, "setting" },
    { "{}", "a.\xff=1", NULL, "s:1:1: error: the path is not valid UTF-8" },
    { "{}", "a=\xff", NULL, "encoding" },
    { "{}", "=1", NULL, "a part of the path is empty" },
    { "{}", ".a=1", NULL, "a part of the path is empty" },
    { "{}", "a.=1", NULL, "a part of the path is empty" },
    { "{}", "a..b=1", NULL, "a part of the path is empty" },
    { "{}", "a=[1", NULL, "s:1:5: error: the list that begins in line 1 is not closed" },
    { "{}", "a={\"b\":1,}", NULL, "s:1:9: error: a comma stands behind the last one" },
    { "{}", "a=\"b", NULL, "syntax" },
    { "{}", "a=1e999", NULL, "number-too-long" },
    { "{}", "a=\xff", NULL, "encoding" },
    { "{\"a\":\"x\"}", "a.b=1", "{\"a\":\"x\"}",
      "s:1:3: error: there can be no \"b\" in the string \"x\" [setting-path]" },
    { "{\"a\":true}", "a.b.c=1", "{\"a\":true}", "there can be no \"b\" in true" },
    { "{\"a\":\"1/0\"}", "a.low=1", "{\"a\":\"1/0\"}", "setting-path" },
    { "{\"a\":5}", "a.min=1", "{\"a\":5}", "there can be no \"min\" in the number 5" },
    { "{\"a\":[1,2]}", "a.0=1", "{\"a\":[1,2]}",
      "there can be no \"0\" in a list of things without ids" },
    { "{\"a\":[{\"from\":1}]}", "a.*.value=1", "{\"a\":[{\"from\":1}]}", "setting-path" },
    { "{\"p\":" TWO "}", "p.0.r=1", "{\"p\":" TWO "}",
      "s:1:3: error: nothing in this list has the id" },
    { "{\"p\":" TWO "}", "p.us.id=x", "{\"p\":" TWO "}", "patch-id" },
    { "{\"p\":" TWO "}", "p.us.s=null", "{\"p\":" TWO "}", "removes-nothing" },
    { "{}", "p.*.r=1", "{\"p\":{}}", "s:1:3: error: there is nothing here that \"*\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ParleyNode) target = parley_tree_parse ("target", rows[i].target);
      g_autoptr(ParleyProblems) problems = parley_problems_new ();
      g_autoptr(ParleyNode) patch = parley_node_from_setting (rows[i].setting, "s", problems);
      g_autoptr(ParleyNode) result
          = patch != NULL ? parley_node_merge (target, patch, problems) : NULL;
      g_autofree char *got = result != NULL ? parley_tree_to_text (result) : NULL;
      g_autofree char *lines = parley_tree_problems (problems);

      PARLEY_EXPECT_TEXT (rows[i].setting, got, rows[i].want);
      if (rows[i].problem == NULL)
        PARLEY_EXPECT_TEXT (rows[i].setting, lines, "");
      else
        PARLEY_EXPECT_TEXT (rows[i].setting, strstr (lines, rows[i].problem) != NULL ? "" : lines,
                            "");
    }
}

static void
test_long_path (void)
{
  GString *setting = g_string_new ("a");
  g_autoptr(ParleyProblems) problems = parley_problems_new ();

  for (guint i = 0; i < 10000; i++)
    g_string_append (setting, ".a");
  g_string_append (setting, "=1");
  CU_ASSERT_PTR_NULL (parley_node_from_setting (setting->str, "s", problems));
  CU_ASSERT_EQUAL (parley_problems_get (problems, 0)->code, PARLEY_PROBLEM_TOO_DEEP);
  g_string_free (setting, TRUE);
}

/* What was merged still knows where it was written. */
static void
test_places (void)
{
  g_autoptr(ParleyNode) target
      = parley_tree_parse ("target", "{\"p\":[{\"id\":\"us\",\"r\":40}]}");
  g_autoptr(ParleyProblems) problems = parley_problems_new ();
  g_autoptr(ParleyNode) patch = parley_node_from_setting ("p.us.r.low=30", "s", problems);
  g_autoptr(ParleyNode) result = parley_node_merge (target, patch, problems);
  ParleyNode *input = parley_node_get (parley_node_child (parley_node_get (result, "p"), 0), "r");
  g_autofree char *lines = NULL;

  parley_problems_add_at (problems, PARLEY_PROBLEM_SYNTAX, input, "input");
  parley_problems_add_at_key (problems, PARLEY_PROBLEM_SYNTAX, input, 0, "value");
  parley_problems_add_at_key (problems, PARLEY_PROBLEM_SYNTAX, input, 1, "low");
  parley_problems_add_at (problems, PARLEY_PROBLEM_SYNTAX, parley_node_get (input, "low"), "30");
  lines = parley_tree_problems (problems);
  PARLEY_EXPECT_TEXT ("places", lines,
                      "target:1:22: error: input [syntax] at /p/0/r\n"
                      "target:1:22: error: value [syntax] at /p/0/r\n"
                      "s:1:8: error: low [syntax]\n"
                      "s:1:12: error: 30 [syntax]");
  PARLEY_EXPECT_TEXT ("pointer", parley_problems_get (problems, 0)->pointer, "/p/0/r");
}

void
parley_test_merge (void)
{
  CU_pSuite suite = CU_add_suite ("merge", NULL, NULL);

  CU_ADD_TEST (suite, test_rfc);
  CU_ADD_TEST (suite, test_ids);
  CU_ADD_TEST (suite, test_settings);
  CU_ADD_TEST (suite, test_long_path);
  CU_ADD_TEST (suite, test_places);
}

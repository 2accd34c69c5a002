/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "web/api.h"

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <string.h>

#include "suites.h"
#include "web/reply.h"

/* The scenario of all tests here, with two cases: one that makes Ann content with less, and one
 * whose own model is not there. */
static const char scenario[]
    = "{\"format\": \"parley/1\", \"title\": \"A test\", \"issues\": ["
      "{\"id\": \"price\", \"title\": \"Price\", \"kind\": \"range\", \"min\": 0, \"max\": 10, \"step\": 1},"
      "{\"id\": \"van\", \"title\": \"Van\", \"kind\": \"choice\", \"options\": ["
      "{\"id\": \"yes\", \"title\": \"Yes\"}, {\"id\": \"no\", \"title\": \"No\"}]}],"
      "\"parties\": [{\"id\": \"ann\", \"title\": \"Ann\", \"reservation\": {\"value\": 50, \"low\": 40, "
      "\"high\": 60},"
      "\"swing\": {\"price\": 30, \"van\": 10}, \"values\": {\"price\": {\"points\": [[0, 0], [10, 100]]},"
      "\"van\": {\"yes\": 100, \"no\": 0}}},"
      "{\"id\": \"bob\", \"title\": \"Bob\", \"reservation\": 20, \"weights\": {\"price\": 1, \"van\": 1},"
      "\"values\": {\"price\": {\"points\": [[0, 100], [10, 0]]}, \"van\": {\"yes\": 0, \"no\": 100}}}],"
      "\"drafts\": [{\"id\": \"first\", \"title\": \"First\", \"terms\": {\"price\": 4, \"van\": \"no\"}}],"
      "\"cases\": [{\"id\": \"easy\", \"title\": \"Easy\", \"set\": {\"parties.ann.reservation\": 30}}]}";

static ParleyLoaded *
load (void)
{
  g_autoptr(ParleyText) text
      = parley_text_new_take ("a.json", NULL, g_strdup (scenario), strlen (scenario));
  ParleyLoaded *base = parley_load_text (text, NULL);

  CU_ASSERT_PTR_NOT_NULL_FATAL (base->scenario);
  base->written->is_sealed = TRUE;
  return base;
}

/* The answer to @body, which is taken apart when it is JSON. Returns: (nullable): owned by the
 * caller. */
static ParleyJson *
ask (const char *name, const char *body, guint status, char **text)
{
  g_autoptr(ParleyLoaded) base = load ();
  g_autoptr(ParleyProblems) problems = parley_problems_new ();
  g_autoptr(ParleyText) source
      = parley_text_new_take ("body", NULL, g_strdup (body), strlen (body));
  g_autoptr(ParleyNode) node = parley_node_parse (source, problems);
  ParleyApiCall call = { name, node, base, "/somewhere/a.json", "0123456789abcdef" };
  g_autoptr(ParleyReply) reply = parley_reply_new ();
  ParleyJson *value = NULL;

  parley_api_answer (&call, reply);
  CU_ASSERT_EQUAL (reply->status, status);
  if (reply->status != status)
    printf ("\n%s %s: %u %s\n", name, body, reply->status, reply->body->str);
  if (g_str_equal (reply->type, "application/json"))
    value = json_tokener_parse (reply->body->str);
  if (text != NULL)
    *text = g_strdup (reply->body->str);
  return value;
}

/* What stands at a path such as "score.drafts.0.verdict". Returns: (transfer none) (nullable). */
static ParleyJson *
at (ParleyJson *value, const char *path)
{
  g_auto(GStrv) parts = g_strsplit (path, ".", -1);

  for (guint i = 0; parts[i] != NULL && value != NULL; i++)
    if (json_object_is_type (value, json_type_array))
      value = json_object_array_get_idx (value, (size_t) g_ascii_strtoull (parts[i], NULL, 10));
    else if (!json_object_object_get_ex (value, parts[i], &value))
      return NULL;
  return value;
}

static void
assert_text (ParleyJson *value, const char *path, const char *expected)
{
  ParleyJson *found = at (value, path);

  CU_ASSERT_STRING_EQUAL (found == NULL ? "nothing" : json_object_get_string (found), expected);
}

static void
test_evaluate (void)
{
  g_autoptr(ParleyJson) base = ask ("evaluate", "{}", 200, NULL);
  g_autoptr(ParleyJson) easy = ask ("evaluate", "{\"case\": \"easy\"}", 200, NULL);
  g_autoptr(ParleyJson) both
      = ask ("evaluate",
             "{\"case\": \"easy\", \"overlay\": {\"parties\": {\"ann\": {\"reservation\": 31}}}}",
             200, NULL);

  assert_text (base, "format", "parley-evaluate/1");
  assert_text (base, "version", "0123456789abcdef");
  assert_text (base, "score.drafts.0.parties.ann.verdict", "rejects");
  assert_text (easy, "score.drafts.0.parties.ann.verdict", "accepts");
  assert_text (both, "score.drafts.0.parties.ann.verdict", "rejects");
  assert_text (base, "score.drafts.0.parties.ann.low", "30");
  /* Ann has 7.5 points a unit of price and 25 for the van, Bob 50 with it and 5 a unit below 10:
   * without the van 7 to 10 are acceptable, and better for both than any price with it. */
  assert_text (base, "frontier.0.terms.van", "no");
  assert_text (base, "frontier.0.scores.ann", "52.5");
  assert_text (base, "frontier.0.scores.bob", "65");
  assert_text (base, "deals.frontier.points", "4");
  CU_ASSERT_EQUAL (json_object_array_length (at (base, "frontier")), 4);
}

/* A draft that only the page knows. */
static void
test_working_draft (void)
{
  g_autoptr(ParleyJson) answer
      = ask ("evaluate",
             "{\"overlay\": {\"drafts\": {\"working\": {\"id\": \"working\", \"title\": \"Mine\","
             "\"terms\": {\"price\": 7, \"van\": \"no\"}}}}}",
             200, NULL);

  assert_text (answer, "score.drafts.1.id", "working");
  assert_text (answer, "score.drafts.1.verdict", "accepts");
}

static void
test_view (void)
{
  g_autoptr(ParleyJson) view = ask ("scenario", "{}", 200, NULL);

  assert_text (view, "format", "parley-view/1");
  assert_text (view, "file", "a.json");
  assert_text (view, "issues.0.values.10", "10");
  assert_text (view, "issues.1.options.1.title", "No");
  assert_text (view, "parties.0.weighting", "swing");
  assert_text (view, "parties.1.weighting", "weights");
  assert_text (view, "parties.0.weights.0.weight.value", "30");
  assert_text (view, "parties.0.weights.0.share", "75");
  assert_text (view, "parties.0.reservation.low", "40");
  assert_text (view, "parties.0.values.0.points.1.value.value", "100");
  assert_text (view, "parties.1.values.1.options.1.value.value", "100");
  assert_text (view, "drafts.0.terms.van", "no");
  assert_text (view, "cases.0.id", "easy");
}

static void
test_cloud (void)
{
  g_autoptr(ParleyJson) cloud = ask ("cloud", "{}", 200, NULL);
  g_autoptr(ParleyJson) turned = ask ("cloud", "{\"between\": [\"bob\", \"ann\"]}", 200, NULL);
  g_autoptr(ParleyJson) wrong = ask ("cloud", "{\"between\": [\"bob\", \"anne\"]}", 422, NULL);

  assert_text (cloud, "between.0", "ann");
  assert_text (cloud, "density.deals", "22");
  assert_text (turned, "between.0", "bob");
  CU_ASSERT_PTR_NOT_NULL (strstr (json_object_get_string (at (wrong, "error")), "\"ann\""));
}

static void
test_commands (void)
{
  g_autofree char *csv = NULL;
  g_autofree char *fragment = NULL;
  g_autofree char *brief = NULL;
  g_autoptr(ParleyJson) explained = ask ("explain", "{\"arguments\": [\"first\"]}", 200, NULL);
  g_autoptr(ParleyJson) listed = ask (
      "deals", "{\"options\": {\"where\": [\"van=yes\", \"price>=5\"], \"top\": 3}}", 200, NULL);

  assert_text (explained, "format", "parley-explain/1");
  assert_text (listed, "where.1", "price>=5");
  ask ("score", "{\"format\": \"csv\"}", 200, &csv);
  CU_ASSERT_PTR_NOT_NULL (strstr (csv, "first,"));
  ask ("explain", "{\"arguments\": [\"first\"], \"format\": \"fragment\"}", 200, &fragment);
  CU_ASSERT_TRUE (g_str_has_prefix (fragment, "<section"));
  ask ("brief", "{\"format\": \"text\", \"options\": {\"draws\": 0}}", 200, &brief);
  CU_ASSERT_PTR_NOT_NULL (strstr (brief, "A test"));
}

/* What drafts and what was done about them tell. */
static void
test_record (void)
{
  g_autoptr(ParleyJson) history = ask ("history", "{}", 200, NULL);
  g_autoptr(ParleyJson) inferred
      = ask ("infer", "{\"options\": {\"prior\": \"nothing\"}}", 200, NULL);
  g_autoptr(ParleyJson) tested = ask ("backtest", "{}", 200, NULL);
  g_autoptr(ParleyJson) predicted = ask ("predict", "{\"arguments\": [\"first\"]}", 200, NULL);

  assert_text (history, "format", "parley-history/1");
  assert_text (inferred, "format", "parley-infer/1");
  assert_text (tested, "format", "parley-backtest/1");
  assert_text (predicted, "format", "parley-predict/1");
}

/* The case as it is, and with the overlay on top, which alone would leave Ann where she is. */
static void
test_whatif (void)
{
  g_autoptr(ParleyJson) answer = ask (
      "whatif",
      "{\"case\": \"easy\", \"overlay\": {\"drafts\": {\"first\": {\"terms\": {\"price\": 5}}}}}",
      200, NULL);

  CU_ASSERT_EQUAL (json_object_array_length (at (answer, "cases")), 2);
  assert_text (answer, "cases.0.id", "easy");
  assert_text (answer, "cases.1.title", "As asked");
  assert_text (answer, "cases.1.drafts.0.after.parties.ann.low", "37.5");
  assert_text (answer, "cases.1.drafts.0.after.parties.ann.verdict", "accepts");
}

static void
test_no_deal (void)
{
  g_autoptr(ParleyJson) answer
      = ask ("evaluate", "{\"overlay\": {\"parties\": {\"*\": {\"reservation\": 99}}}}", 200, NULL);

  CU_ASSERT_EQUAL (json_object_array_length (at (answer, "frontier")), 0);
  CU_ASSERT_PTR_NOT_NULL (at (answer, "deals.nearest_miss.terms"));
}

/* Bodies that are refused, and what is said of them. */
static void
test_refusals (void)
{
  static const struct
  {
    const char *name;
    const char *body;
    guint status;
    const char *says;
  } rows[] = {
    { "nothing", "{}", 404, "nothing called \"nothing\"" },
    { "check", "{}", 404, "nothing called \"check\"" },
    { "export", "{}", 404, "nothing called \"export\"" },
    { "infer", "{\"options\": {\"save\": \"a.json\"}}", 400, "save" },
    { "evaluate", "{\"case\": 3}", 400, "the number 3" },
    { "evaluate", "{\"overlay\": [1]}", 400, "not an overlay" },
    { "evaluate", "{\"overlay_name\": 5}", 400, "the number 5, not a text" },
    { "evaluate", "{\"overley\": {}}", 400, "does not belong there; did you mean \"overlay\"" },
    { "evaluate", "{\"arguments\": []}", 400, "\"arguments\" does not belong there" },
    { "score", "{\"between\": [\"ann\", \"bob\"]}", 400, "\"between\" does not belong there" },
    { "score", "{\"format\": 5}", 400, "the number 5, not the name of a format" },
    { "cloud", "{\"between\": \"ann,bob\"}", 400, "no list" },
    { "cloud", "{\"between\": [\"ann\"]}", 400, "no list" },
    { "cloud", "{\"between\": [\"ann\", \"bob\", 5]}", 400, "no list" },
    { "cloud", "{\"between\": {\"a\": \"ann\", \"b\": \"bob\"}}", 400, "no list" },
    { "cloud", "{\"between\": [\"ann\", \"ann\"]}", 422, "two different parties" },
    { "evaluate", "{\"case\": \"eazy\"}", 422, "has errors" },
    { "evaluate", "{\"overlay\": {\"format\": \"parley-model/1\"}}", 422,
      "the model of one party" },
    { "explain", "{\"arguments\": [\"furst\"]}", 422, "did you mean \"first\"" },
    { "explain", "{}", 422, "argument" },
    { "explain", "{\"arguments\": \"first\"}", 400, "no list of texts" },
    { "explain", "{\"arguments\": [\"first\"], \"format\": \"exe\"}", 400, "fragment, html, pdf" },
    { "brief", "{\"format\": \"csv\"}", 400, "must be one of json, text" },
    { "score", "{\"options\": {\"output\": \"/tmp/x\"}}", 400, "no option \"output\"" },
    { "score", "{\"options\": {\"overlay\": \"/etc/passwd\"}}", 400, "no option \"overlay\"" },
    { "score", "{\"options\": {\"use\": \"ann=/etc/passwd\"}}", 400, "no option \"use\"" },
    { "score", "{\"options\": {\"help\": true}}", 400, "no option \"help\"" },
    { "score", "{\"options\": {\"draft\": {}}}", 400, "an object" },
    { "score", "{\"options\": []}", 400, "no object" },
    { "score", "{\"arguments\": [\"/etc/passwd\"]}", 422, "one argument too many" },
    { "deals", "{\"options\": {\"top\": -1}}", 422, "--top must be from 0 to 1,000,000, not -1" },
    { "robust", "{\"options\": {\"draws\": 0}}", 422, "--draws must be from 1 to 100,000,000" },
  };

  g_set_prgname ("parley serve");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ParleyJson) answer = ask (rows[i].name, rows[i].body, rows[i].status, NULL);
      const char *said = json_object_get_string (at (answer, "error"));

      CU_ASSERT_PTR_NOT_NULL (strstr (said, rows[i].says));
      if (strstr (said, rows[i].says) == NULL)
        printf ("\n%s: %s\n", rows[i].body, said);
      /* Who has a page has no command line. */
      CU_ASSERT_PTR_NULL (strstr (said, "--help"));
    }
}

/* Wherever a request names a file, it is not opened. */
static void
test_files (void)
{
  static const char *const bodies[] = {
    "{\"overlay\": {\"parties\": {\"ann\": {\"use\": \"/etc/passwd\"}}}}",
    "{\"overlay\": {\"parties\": {\"eve\": {\"id\": \"eve\", \"use\": \"../../etc/passwd\"}}}}",
    "{\"overlay\": \"{\\\"parties\\\": {\\\"ann\\\": {\\\"use\\\": \\\"/etc/passwd\\\"}}}\"}",
    "{\"overlay\": {\"cases\": {\"easy\": {\"set\": {\"parties.ann.use\": \"/etc/passwd\"}}}}, "
    "\"case\": \"easy\"}",
  };

  for (guint i = 0; i + 1 < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr(ParleyJson) answer = ask ("evaluate", bodies[i], 422, NULL);

      assert_text (answer, "problems.0.code", "use-path");
      CU_ASSERT_PTR_NOT_NULL (
          strstr (json_object_get_string (at (answer, "problems.0.message")), "used here"));
    }
  /* Cases are those of the scenario itself. */
  json_object_put (ask ("evaluate", bodies[G_N_ELEMENTS (bodies) - 1], 200, NULL));
  json_object_put (ask ("sweep",
                        "{\"options\": {\"vary\": [\"parties.ann.use=/etc/passwd,/etc/group\"]}}",
                        422, NULL));
}

/* Other files, as `parley compare` takes them, are not to be had, whether they are there or not. */
static void
test_other_files (void)
{
  static const char *const files[] = { "/etc/passwd", "other.json", ".", "dev", "nothing" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *body
          = g_strdup_printf ("{\"arguments\": [\"first\", \"%s:first\"]}", files[i]);
      g_autofree char *says = g_strdup_printf ("has no case \"%s\"", files[i]);
      g_autoptr(ParleyJson) answer = ask ("compare", body, 422, NULL);

      CU_ASSERT_PTR_NOT_NULL (strstr (json_object_get_string (at (answer, "error")), says));
    }
  json_object_put (ask ("compare", "{\"arguments\": [\"first\", \"easy:first\"]}", 200, NULL));
}

/* Of a range that has its value from the base, and with the case from nowhere. */
static void
test_named_overlay (void)
{
  g_autoptr(ParleyJson) answer
      = ask ("compare",
             "{\"arguments\": [\"first\", \"easy:first\"], \"overlay_name\": \"mine.json\","
             "\"overlay\": {\"parties\": {\"ann\": {\"reservation\": {\"low\": 45}}}}}",
             422, NULL);

  CU_ASSERT_PTR_NOT_NULL (strstr (json_object_get_string (at (answer, "error")), "mine.json:1:"));
}

/* Places are those in the text that was brought. */
static void
test_places (void)
{
  g_autoptr(ParleyJson) answer
      = ask ("score",
             "{\"overlay_name\": \"mine.json\", \"overlay\": \"{\\\"parties\\\":\\n {\\\"eve\\\": "
             "{}}}\"}",
             422, NULL);

  assert_text (answer, "problems.0.file", "mine.json");
  assert_text (answer, "problems.0.line", "2");
  assert_text (answer, "problems.0.column", "3");
}

void
parley_test_api (void)
{
  CU_pSuite suite = CU_add_suite ("api", NULL, NULL);

  CU_add_test (suite, "evaluate", test_evaluate);
  CU_add_test (suite, "a working draft", test_working_draft);
  CU_add_test (suite, "view", test_view);
  CU_add_test (suite, "cloud", test_cloud);
  CU_add_test (suite, "commands", test_commands);
  CU_add_test (suite, "record", test_record);
  CU_add_test (suite, "whatif", test_whatif);
  CU_add_test (suite, "no deal", test_no_deal);
  CU_add_test (suite, "refusals", test_refusals);
  CU_add_test (suite, "files", test_files);
  CU_add_test (suite, "other files", test_other_files);
  CU_add_test (suite, "a named overlay", test_named_overlay);
  CU_add_test (suite, "places", test_places);
}

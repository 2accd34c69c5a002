/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/compose.h"

#include <glib/gstdio.h>

#include "expect.h"
#include "suites.h"
#include "tree.h"

#define MODEL "{\"format\":\"parley-model/1\",\"$schema\":\"s\",\"id\":\"m\","

/* The files that the scenarios below use, in a folder of their own. */
static const struct
{
  const char *name;
  const char *data;
} files[] = {
  { "a.json", MODEL "\"title\":\"A\",\"r\":1,\"lines\":[{\"id\":\"x\",\"h\":1}]}" },
  { "b.json", MODEL "\"title\":\"B\",\"r\":{\"value\":2,\"low\":0}}" },
  { "list.json", "[1]" },
  { "broken.json", "{\"format\":\"parley-model/1\",}" },
  { "scenario.json", "{\"format\":\"parley/1\",\"id\":\"m\"}" },
  { "bare.json", "{\"id\":\"m\"}" },
  { "chain.json", MODEL "\"use\":\"a.json\"}" },
  { "overlay.json", "{\"parties\":{\"us\":{\"r\":7}}}" },
  { "use-b.json", "{\"parties\":{\"us\":{\"use\":\"b.json\"}}}" },
  { "add.json", "{\"parties\":{\"eu\":{\"id\":\"eu\",\"use\":\"b.json\",\"r\":{\"high\":9}}}}" },
  { "whole.json", "{\"parties\":[{\"id\":\"us\",\"use\":\"b.json\"}]}" },
  { "gone.json", "{\"parties\":{\"us\":null}}" },
  { "back.json", "{\"parties\":{\"us\":{\"id\":\"us\",\"use\":\"b.json\"}}}" },
};

static char *folder;

static int
set_up (void)
{
  folder = g_dir_make_tmp ("parley-XXXXXX", NULL);
  if (folder == NULL)
    return 1;
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i].name, NULL);

      if (!g_file_set_contents (path, files[i].data, -1, NULL))
        return 1;
    }
  return 0;
}

static int
tear_down (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i].name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
  return 0;
}

static char *
replace (const char *text, const char *from, const char *to)
{
  g_auto(GStrv) parts = g_strsplit (text, from, -1);

  return g_strjoinv (to, parts);
}

static void
change_free (gpointer change)
{
  parley_change_free (change);
}

/* "--set a=1|--case x": changes as on a command line; "DIR" is the folder. */
static GPtrArray *
read_changes (const char *line)
{
  static const char *const options[] = { "--overlay ", "--set ", "--use ", "--case " };
  g_auto(GStrv) words = g_strsplit (line, "|", -1);
  GPtrArray *changes = g_ptr_array_new_with_free_func (change_free);

  for (guint i = 0; words[i] != NULL; i++)
    for (guint kind = 0; kind < G_N_ELEMENTS (options); kind++)
      if (g_str_has_prefix (words[i], options[kind]))
        {
          g_autofree char *argument = replace (words[i] + strlen (options[kind]), "DIR", folder);

          g_ptr_array_add (changes, parley_change_new ((ParleyChangeKind) kind, argument));
        }
  return changes;
}

/* What becomes of @json; all its problems in @lines, with "DIR" for the folder. */
static char *
compose (const char *json, const char *line, char **lines)
{
  g_autoptr(ParleyText) text = parley_text_new_take ("s", folder, g_strdup (json), strlen (json));
  g_autoptr(GPtrArray) changes = read_changes (line);
  g_autoptr(ParleyProblems) problems = parley_problems_new ();
  g_autoptr(GPtrArray) read = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(ParleyWritten) written = parley_written_new (text, problems);
  g_autoptr(ParleyNode) root
      = written == NULL ? NULL : parley_compose (written, changes, read, problems, NULL);
  g_autofree char *found = parley_tree_problems (problems);

  CU_ASSERT_TRUE (root != NULL || problems->n_errors > 0);
  *lines = replace (found, folder, "DIR");
  return root != NULL ? parley_tree_to_text (root) : NULL;
}

#define PARTIES(...) "{\"parties\":[" __VA_ARGS__ "]}"
#define USES_A "{\"id\":\"us\",\"use\":\"a.json\"}"
#define IS_A "{\"title\":\"A\",\"r\":1,\"lines\":[{\"id\":\"x\",\"h\":1}],\"id\":\"us\"}"
#define IS_B "{\"title\":\"B\",\"r\":{\"value\":2,\"low\":0},\"id\":\"us\"}"
#define INLINE "{\"id\":\"us\",\"r\":3}"

static void
test_composes (void)
{
  static const struct
  {
    const char *label;
    const char *scenario;
    const char *changes;
    const char *want;
  } rows[] = {
    { "nothing to do", PARTIES (INLINE), "", PARTIES (INLINE) },
    { "no parties", "{}", "--set a=1", "{\"a\":1}" },
    { "model", PARTIES (USES_A), "", PARTIES (IS_A) },
    { "beside use",
      PARTIES ("{\"id\":\"us\",\"r\":{\"low\":0},\"use\":\"a.json\",\"title\":null,"
               "\"lines\":{\"x\":{\"h\":2}}}"),
      "",
      PARTIES (
          "{\"r\":{\"value\":1,\"low\":0},\"lines\":[{\"id\":\"x\",\"h\":2}],\"id\":\"us\"}") },
    { "one model for two", PARTIES (USES_A ",{\"id\":\"ua\",\"use\":\"./a.json\"}"), "",
      PARTIES (IS_A
               ",{\"title\":\"A\",\"r\":1,\"lines\":[{\"id\":\"x\",\"h\":1}],\"id\":\"ua\"}") },
    { "another model", PARTIES (USES_A), "--use us=DIR/b.json", PARTIES (IS_B) },
    { "a model for a party without one", PARTIES (INLINE), "--use us=DIR/b.json",
      PARTIES ("{\"title\":\"B\",\"r\":3,\"id\":\"us\"}") },
    { "a model by setting", PARTIES (USES_A), "--set parties.us.use=DIR/b.json", PARTIES (IS_B) },
    { "a model for all", PARTIES (USES_A), "--set parties.*.use=DIR/b.json", PARTIES (IS_B) },
    { "a model by overlay", PARTIES (USES_A), "--overlay DIR/use-b.json", PARTIES (IS_B) },
    { "the last use counts", PARTIES (USES_A),
      "--use us=DIR/list.json|--set parties.us.r=5|--use us=DIR/b.json",
      PARTIES ("{\"title\":\"B\",\"r\":5,\"id\":\"us\"}") },
    { "a use that is never read", PARTIES ("{\"id\":\"us\",\"use\":\"none.json\"}"),
      "--use us=DIR/b.json", PARTIES (IS_B) },
    { "use taken away", PARTIES ("{\"id\":\"us\",\"use\":\"none.json\",\"r\":1}"),
      "--set parties.us.use=null", PARTIES ("{\"id\":\"us\",\"r\":1}") },
    { "changes in order", PARTIES (INLINE), "--set parties.us.r=5|--overlay DIR/overlay.json",
      PARTIES ("{\"id\":\"us\",\"r\":7}") },
    { "changes in the other order", PARTIES (INLINE),
      "--overlay DIR/overlay.json|--set parties.us.r=5", PARTIES ("{\"id\":\"us\",\"r\":5}") },
    { "into the model", PARTIES (USES_A),
      "--set parties.us.lines.x.h=0.5|--set parties.us.r.high=4",
      PARTIES (
          "{\"title\":\"A\",\"r\":{\"value\":1,\"high\":4},\"lines\":[{\"id\":\"x\",\"h\":0.5}],"
          "\"id\":\"us\"}") },
    { "out of the model", PARTIES (USES_A), "--set parties.us.lines.x=null|--set parties.us.r=null",
      PARTIES ("{\"title\":\"A\",\"lines\":[],\"id\":\"us\"}") },
    { "a new party with a model", PARTIES (INLINE), "--overlay DIR/add.json",
      PARTIES (INLINE
               ",{\"title\":\"B\",\"r\":{\"value\":2,\"low\":0,\"high\":9},\"id\":\"eu\"}") },
    { "another list of parties", PARTIES (USES_A), "--overlay DIR/whole.json|--set parties.us.r=6",
      PARTIES ("{\"title\":\"B\",\"r\":6,\"id\":\"us\"}") },
    { "gone and back", PARTIES (USES_A), "--overlay DIR/gone.json|--overlay DIR/back.json",
      PARTIES (IS_B) },
    { "gone", PARTIES (USES_A ",{\"id\":\"ua\"}"), "--set parties.us=null",
      PARTIES ("{\"id\":\"ua\"}") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *lines = NULL;
      g_autofree char *got = compose (rows[i].scenario, rows[i].changes, &lines);

      PARLEY_EXPECT_TEXT (rows[i].label, lines, "");
      PARLEY_EXPECT_TEXT (rows[i].label, got, rows[i].want);
    }
}

#define CASES \
  "{\"cases\":[{\"id\":\"set\",\"set\":{\"a.b\":1,\"a.\\u0063\":2}},{\"id\":\"both\"," \
  "\"set\":{\"a\":1},\"patch\":{\"a\":{\"low\":0}}},{\"id\":\"use\",\"set\":{\"parties.us.use\":" \
  "\"b.json\"}},{\"id\":\"wrong\",\"set\":{\"a..b\":1,\"parties.uk.r\":1}},{\"id\":\"odd\"," \
  "\"set\":[],\"patch\":1},7]"

static void
test_cases (void)
{
  static const struct
  {
    const char *rest;
    const char *changes;
    const char *want; /* behind the cases */
    const char *lines;
  } rows[] = {
    { "}", "", "}", "" },
    { "}", "--case set", ",\"a\":{\"b\":1,\"c\":2}}", "" },
    { "}", "--case both", ",\"a\":{\"value\":1,\"low\":0}}", "" },
    { "}", "--set a=5|--case both", ",\"a\":{\"value\":1,\"low\":0}}", "" },
    { "}", "--case both|--set a=5", ",\"a\":5}", "" },
    { "}", "--case odd", "}", "" },
    { ",\"parties\":[" USES_A "]}", "--case use", ",\"parties\":[" IS_B "]}", "" },
    { ",\"parties\":[" INLINE "]}", "--case wrong", ",\"parties\":[" INLINE "]}",
      "s:1:174: error: a part of the path is empty (expected a path such as"
      " parties.us.reservation) [setting] at /cases/3/set/a..b\n"
      "s:1:191: error: nothing in this list has the id \"uk\" (expected an id of the list; what is"
      " new carries its own \"id\"); did you mean \"us\"? [unknown-id] at /cases/3/set/parties.uk.r" },
    { "}", "--case bott", "}",
      "--case bott:1:1: error: the scenario has no case \"bott\"; did you mean \"both\"?"
      " [unknown-case]" },
    { "}", "--case ", "}", "--case :1:1: error: the scenario has no case \"\" [unknown-case]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *scenario = g_strconcat (CASES, rows[i].rest, NULL);
      g_autofree char *lines = NULL;
      g_autofree char *got = compose (scenario, rows[i].changes, &lines);

      PARLEY_EXPECT_TEXT (rows[i].changes, lines, rows[i].lines);
      PARLEY_EXPECT_TEXT (rows[i].changes, strstr (got, "],") ? strrchr (got, '7') + 2 : "}",
                          rows[i].want);
    }
}

static void
test_refuses (void)
{
  static const struct
  {
    const char *scenario;
    const char *changes;
    gboolean stops; /* nothing is left to be read */
    const char *want;
  } rows[] = {
    { "[]", "", TRUE, "s:1:1: error: a scenario is an object (found a list) [not-an-object]" },
    { "null", "", TRUE, "s:1:1: error: a scenario is an object (found null) [not-an-object]" },
    { "{", "", TRUE, "[syntax]" },
    { PARTIES ("{\"id\":\"us\",\"use\":\"none.json\"}"), "", FALSE,
      "s:1:30: error: cannot read \"DIR/none.json\": No such file or directory [unreadable]" },
    { PARTIES ("{\"id\":\"us\",\"use\":\".\"}"), "", FALSE, "[unreadable]" },
    { PARTIES ("{\"id\":\"us\",\"use\":5}"), "", FALSE,
      "s:1:30: error: \"use\" does not name a file (found the number 5; expected the path of a"
      " model file) [use-path]" },
    { PARTIES ("{\"id\":\"us\",\"use\":\"\"}"), "", FALSE, "[use-path]" },
    { PARTIES ("{\"id\":\"us\",\"use\":null}"), "", FALSE, "[use-path]" },
    { PARTIES ("{\"id\":\"us\",\"use\":\"list.json\"}"), "", FALSE,
      "DIR/list.json:1:1: error: a party model is an object (found a list) [not-an-object]" },
    { PARTIES ("{\"id\":\"us\",\"use\":\"broken.json\"}"), "", FALSE,
      "DIR/broken.json:1:27: error: a comma stands behind the last one" },
    { PARTIES ("{\"id\":\"us\",\"use\":\"scenario.json\"}"), "", FALSE,
      "DIR/scenario.json:1:11: error: this file does not say that it is a party model (found the"
      " string \"parley/1\"; expected \"format\": \"parley-model/1\") [model-format]" },
    { PARTIES ("{\"id\":\"us\",\"use\":\"bare.json\"}"), "", FALSE,
      "DIR/bare.json:1:1: error: this file does not say that it is a party model (expected" },
    { PARTIES ("{\"id\":\"us\",\"use\":\"chain.json\"}"), "", FALSE,
      "DIR/chain.json:1:51: error: a model cannot use another model [model-use]" },
    { PARTIES (USES_A), "--use us=DIR/none.json", FALSE,
      "--use us=DIR/none.json:1:4: error: cannot read \"DIR/none.json\": No such file" },
    { PARTIES (USES_A), "--set parties.us.use=[1]", FALSE, "[use-path]" },
    { PARTIES (USES_A), "--set parties.us.use.x=1", FALSE,
      "there can be no \"x\" in the string \"a.json\" [setting-path]" },
    { PARTIES (USES_A), "--use uk=DIR/b.json", FALSE,
      "--use uk=DIR/b.json:1:1: error: nothing in this list has the id \"uk\"" },
    { PARTIES (USES_A), "--use b.json", FALSE,
      "--use b.json:1:1: error: --use does not say which party uses which model (expected"
      " PARTY=FILE, such as us=models/us.json) [setting]" },
    { PARTIES (USES_A), "--use =b.json", FALSE, "[setting]" },
    { PARTIES (USES_A), "--use us=", FALSE, "[use-path]" },
    { PARTIES (USES_A), "--set parties.us", FALSE,
      "--set parties.us:1:11: error: a setting has no \"=\"" },
    { PARTIES (USES_A), "--set parties.us.lines.y.h=1", FALSE, "[unknown-id]" },
    { PARTIES ("{\"id\":\"us\",\"use\":\"a.json\",\"lines\":{\"y\":{\"h\":1}}}"), "", FALSE,
      "s:1:48: error: nothing in this list has the id \"y\"" },
    { "{}", "--overlay DIR/none.json", FALSE,
      "--overlay DIR/none.json:1:1: error: cannot read \"DIR/none.json\": No such file" },
    { "{}", "--overlay DIR/list.json", FALSE,
      "DIR/list.json:1:1: error: an overlay is an object (found a list) [not-an-object]" },
    { "{}", "--overlay DIR/broken.json", FALSE, "DIR/broken.json:1:27: error: a comma" },
    { "{}", "--case x", FALSE, "--case x:1:1: error: the scenario has no case \"x\"" },
    { "{\"cases\":{}}", "--case x", FALSE, "[unknown-case]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *lines = NULL;
      g_autofree char *got = compose (rows[i].scenario, rows[i].changes, &lines);

      PARLEY_EXPECT_TEXT (rows[i].want, strstr (lines, rows[i].want) != NULL ? "" : lines, "");
      CU_ASSERT_TRUE (strchr (lines, '\n') == NULL);
      CU_ASSERT_EQUAL (got == NULL, rows[i].stops);
    }
}

/* A file that is no model is reported once, however many use it; one that cannot
 * be read wherever it is named. The rest of the scenario can still be read. */
static void
test_reports_once (void)
{
  g_autofree char *broken = NULL;
  g_autofree char *missing = NULL;
  g_autofree char *without_models = NULL;
  g_autofree char *without_files = NULL;

  without_models
      = compose (PARTIES ("{\"use\":\"broken.json\"},{\"use\":\"broken.json\"}"), "", &broken);
  CU_ASSERT_PTR_NOT_NULL (without_models);
  CU_ASSERT_PTR_NULL (strchr (broken, '\n'));
  without_files
      = compose (PARTIES ("{\"use\":\"none.json\"},{\"use\":\"none.json\"}"), "", &missing);
  CU_ASSERT_PTR_NOT_NULL (without_files);
  CU_ASSERT_PTR_NOT_NULL (strstr (missing, "\ns:1:40: error: cannot read"));
}

static void
test_read (void)
{
  static const struct
  {
    const char *path;
    const char *want;
  } rows[] = {
    { "/dev/zero", "cannot read \"/dev/zero\": it is larger than 16 MiB" },
    { "/", "cannot read \"/\": Is a directory" },
    { "/none", "cannot read \"/none\": No such file or directory" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;

      CU_ASSERT_PTR_NULL (parley_text_read (rows[i].path, &error));
      PARLEY_EXPECT_TEXT (rows[i].path, error != NULL ? error->message : NULL, rows[i].want);
    }
}

void
parley_test_compose (void)
{
  CU_pSuite suite = CU_add_suite ("compose", set_up, tear_down);

  CU_ADD_TEST (suite, test_composes);
  CU_ADD_TEST (suite, test_cases);
  CU_ADD_TEST (suite, test_refuses);
  CU_ADD_TEST (suite, test_reports_once);
  CU_ADD_TEST (suite, test_read);
}

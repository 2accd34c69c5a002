/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/differ.h"

#include "base_scenario.h"
#include "expect.h"
#include "scenario/load.h"
#include "suites.h"
#include "tree.h"

static ParleyNode *
parse (const char *json)
{
  g_autofree char *text = g_strdelimit (g_strdup (json), "'", '"');

  return parley_tree_parse ("t", text);
}

/* "path: before -> after" of all, for people or as --set takes it, one a line. */
static char *
list (const ParleyNode *before, const ParleyNode *after, gboolean words)
{
  g_autoptr(GPtrArray) differences = parley_nodes_differ (before, after);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      const ParleyDifference *one = g_ptr_array_index (differences, i);
      const char *old = words ? one->before_words : one->before;
      const char *new = words ? one->after_words : one->after;

      g_string_append_printf (lines, "%s%s: %s -> %s", i > 0 ? "\n" : "", one->path,
                              old != NULL ? old : "-", new != NULL ? new : "-");
    }
  return g_string_free (lines, FALSE);
}

#define TERM(term) "{'drafts':[{'id':'d','terms':{'t':" term "}}]}"

static const struct
{
  const char *label;
  const char *before;
  const char *after;
  const char *words;
  const char *setting; /* NULL: as the words */
} rows[] = {
  { "nothing", "{'a':1}", "{'a':1}", "", NULL },
  { "the order of keys", "{'a':1,'b':2}", "{'b':2,'a':1}", "", NULL },
  { "a number", "{'a':{'b':45}}", "{'a':{'b':40}}", "a.b: 45 -> 40", NULL },
  { "written otherwise", "{'a':0.50,'b':'1/2','c':5}", "{'a':'1/2','b':0.5,'c':{'value':5.0}}", "",
    NULL },
  { "a third", "{'a':0.3}", "{'a':'1/3'}", "a: 0.3 -> 1/3", "a: 0.3 -> \"1/3\"" },
  { "a word and a number", "{'a':'five'}", "{'a':5}", "a: five -> 5", NULL },
  { "a range", "{'a':{'value':45,'low':41,'high':50}}", "{'a':40}", "a: 45 (believed 41-50) -> 40",
    "a: {\"value\":45,\"low\":41,\"high\":50} -> 40" },
  { "an end", "{'a':{'value':-1,'low':-2}}", "{'a':{'value':-1,'low':-3}}",
    "a: -1 (believed -2..-1) -> -1 (believed -3..-1)",
    "a: {\"value\":-1,\"low\":-2} -> {\"value\":-1,\"low\":-3}" },
  { "an end that is the value", "{'a':{'value':1,'high':1}}", "{'a':1}", "", NULL },
  { "beside an input", "{'a':{'value':1,'changes':[{'from':'x','value':2}]}}", "{'a':1}",
    "a.changes: from x, value 2 -> -", "a.changes: [{\"from\":\"x\",\"value\":2}] -> -" },
  { "beside a bare one", "{'a':1}", "{'a':{'value':2,'changes':[]}}",
    "a: 1 -> 2\na.changes: - -> an empty list",
    "a: 1 -> {\"value\":2,\"changes\":[]}\na.changes: - -> []" },
  { "an issue named value", "{'w':{'value':1,'x':2}}", "{'w':{'x':2}}", "w.value: 1 -> -", NULL },
  { "remarks", "{'a':{'value':1,'note':'x','source':'s'}}",
    "{'a':{'value':1,'basis':'fact','because':'b','confidence':'low'}}", "", NULL },
  { "a term", TERM ("{'is':['none','vague'],'basis':'reported','reports':[1]}"), TERM ("'binding'"),
    "drafts.d.terms.t: none or vague -> binding",
    "drafts.d.terms.t: [\"none\",\"vague\"] -> binding" },
  { "a term said anew", TERM ("{'is':'none','note':'n'}"), TERM ("'none'"), "", NULL },
  { "a term that is new", TERM ("null"), TERM ("{'is':'none','note':'n'}"),
    "drafts.d.terms.t: null -> none", NULL },
  { "an issue named is", "{'t':{'is':'none','law':'x'}}", "{'t':{'is':'none','law':'y'}}",
    "t.law: x -> y", NULL },
  { "issues named like remarks", "{'weights':{'note':1,'source':{'value':2,'note':'x'}}}",
    "{'weights':{'note':2,'source':{'value':2,'note':'y'}}}", "weights.note: 1 -> 2", NULL },
  { "options named like remarks", "{'values':{'i':{'note':1}}}", "{'values':{'i':{'note':2}}}",
    "values.i.note: 1 -> 2", NULL },
  { "conditions on such issues", "{'when':{'any':[{'note':'x'},{'a':'y'}]}}",
    "{'when':{'any':[{'note':'z'},{'a':'y'}]}}", "when.any: note x; a y -> note z; a y",
    "when.any: [{\"note\":\"x\"},{\"a\":\"y\"}] -> [{\"note\":\"z\"},{\"a\":\"y\"}]" },
  { "sources", "{'sources':{'s':{'title':'t'}}}", "{'sources':{}}", "", NULL },
  { "an open term", "{'t':{'a':'none'}}", "{'t':{}}", "t.a: none -> -", NULL },
  { "a part of a scale", "{'t':{'min':10}}", "{'t':50}", "t: min 10 -> 50",
    "t: {\"min\":10} -> 50" },
  { "things with ids", "{'l':[{'id':'x','r':1},{'id':'y','r':2}]}",
    "{'l':[{'id':'x','r':1},{'id':'y','r':3}]}", "l.y.r: 2 -> 3", NULL },
  { "a new thing", "{'l':[{'id':'x'}]}", "{'l':[{'id':'x'},{'id':'y','title':'Y','r':1}]}",
    "l.y: - -> Y", "l.y: - -> {\"id\":\"y\",\"title\":\"Y\",\"r\":1}" },
  { "a new list", "{}", "{'l':[{'id':'x','r':1,'because':'b'},{'id':'y','title':'Y'}]}",
    "l.x: - -> r 1\nl.y: - -> Y",
    "l.x: - -> {\"id\":\"x\",\"r\":1,\"because\":\"b\"}\nl.y: - -> {\"id\":\"y\",\"title\":\"Y\"}" },
  { "a list that is gone", "{'l':[{'id':'x','r':1}]}", "{}", "l.x: r 1 -> -",
    "l.x: {\"id\":\"x\",\"r\":1} -> -" },
  { "a thing that is gone", "{'l':[{'id':'x','r':1}]}", "{'l':[]}", "l.x: r 1 -> -",
    "l.x: {\"id\":\"x\",\"r\":1} -> -" },
  { "another order", "{'l':[{'id':'x'},{'id':'y'},{'id':'z'}]}",
    "{'l':[{'id':'w'},{'id':'z'},{'id':'y'}]}", "l: x; y; z -> w; z; y",
    "l: [{\"id\":\"x\"},{\"id\":\"y\"},{\"id\":\"z\"}] -> [{\"id\":\"w\"},{\"id\":\"z\"},{\"id\":\"y\"}]" },
  { "in between", "{'l':[{'id':'x'},{'id':'y'},{'id':'z'}]}",
    "{'l':[{'id':'x'},{'id':'w'},{'id':'z'}]}", "l.y: y -> -\nl.w: - -> w",
    "l.y: {\"id\":\"y\"} -> -\nl.w: - -> {\"id\":\"w\"}" },
  { "lists", "{'p':[[0,0],[50,60],[100,100]],'q':[1,'1/2']}",
    "{'p':[[0,0],[50,{'value':70}],[100,100]],'q':[1.0,0.5]}",
    "p: 0, 0; 50, 60; 100, 100 -> 0, 0; 50, 70; 100, 100",
    "p: [[0,0],[50,60],[100,100]] -> [[0,0],[50,{\"value\":70}],[100,100]]" },
  { "a longer list", "{'q':['a']}", "{'q':['a','b']}", "q: a -> a or b",
    "q: [\"a\"] -> [\"a\",\"b\"]" },
  { "words last", "{'parties':[{'id':'p','title':'P','batna':{'title':'B'},'r':1}]}",
    "{'parties':[{'id':'p','title':'Q','batna':{'title':'C'},'r':2}]}",
    "parties.p.r: 1 -> 2\nparties.p.title: P -> Q\nparties.p.batna.title: B -> C", NULL },
  { "models first", "{'parties':[{'id':'p','r':1,'use':'a.json'},{'id':'q','r':1,'use':'b/c'}]}",
    "{'parties':[{'id':'p','r':2,'use':'./d.json'},{'id':'q','r':1,'use':'e'}]}",
    "parties.p.use: a.json -> ./d.json\nparties.q.use: b/c -> e\nparties.p.r: 1 -> 2", NULL },
  { "words that are none", "{'a':'x','b':true,'c':'x'}", "{'a':'true','b':false,'c':'[1]'}",
    "a: x -> true\nb: true -> false\nc: x -> [1]",
    "a: x -> \"true\"\nb: true -> false\nc: x -> \"[1]\"" },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ParleyNode) before = parse (rows[i].before);
      g_autoptr(ParleyNode) after = parse (rows[i].after);
      g_autofree char *words = list (before, after, TRUE);
      g_autofree char *setting = list (before, after, FALSE);

      PARLEY_EXPECT_TEXT (rows[i].label, words, rows[i].words);
      PARLEY_EXPECT_TEXT (rows[i].label, setting,
                          rows[i].setting != NULL ? rows[i].setting : rows[i].words);
    }
}

/* Nothing differs both ways alike: what is new one way is gone the other. */
static void
test_both_ways (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ParleyNode) before = parse (rows[i].before);
      g_autoptr(ParleyNode) after = parse (rows[i].after);
      g_autoptr(GPtrArray) there = parley_nodes_differ (before, after);
      g_autoptr(GPtrArray) back = parley_nodes_differ (after, before);
      g_autoptr(GPtrArray) stay = parley_nodes_differ (before, before);

      CU_ASSERT_EQUAL (there->len, back->len);
      CU_ASSERT_EQUAL (stay->len, 0);
    }
}

static ParleyLoaded *
load_base (GPtrArray *changes)
{
  g_autofree char *json = g_strdelimit (g_strdup (base_scenario), "'", '"');
  g_autoptr(ParleyText) text = parley_text_new_take ("base", NULL, g_strdup (json), strlen (json));

  return parley_load_text (text, changes);
}

/* What was set is what differs; and set again, it leads to the same tree. */
static void
test_settings (void)
{
  static const char *const settings[] = {
    "parties.us.reservation=47",
    "parties.us.reservation.value=33",
    "parties.us.weights.security={\"value\":30,\"high\":35}",
    "parties.ukraine.values.law.london=1",
    "parties.us.red_lines.no-binding=null",
    "parties.ukraine.preferences.likes.by=3",
    "parties.ukraine.preferences.same=null",
    "drafts.first.terms.security=binding",
    "drafts.first.terms.law=[\"paris\",\"london\"]",
    "drafts.second.terms.share={\"min\":10,\"max\":20}",
    "issues.share.step=10",
    "rules.r.forbid={\"law\":\"paris\"}",
    "as_of=2025-05-01",
  };
  g_autoptr(ParleyLoaded) base = load_base (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autoptr(GPtrArray) changes
          = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_change_free);
      g_autoptr(GPtrArray) again
          = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_change_free);
      g_autoptr(ParleyLoaded) changed = NULL;
      g_autoptr(ParleyLoaded) repeated = NULL;
      g_autoptr(GPtrArray) differences = NULL;
      g_autoptr(GPtrArray) left = NULL;

      g_ptr_array_add (changes, parley_change_new (PARLEY_CHANGE_SET, settings[i]));
      changed = load_base (changes);
      differences = parley_nodes_differ (base->tree, changed->tree);
      CU_ASSERT_TRUE (differences->len > 0);
      for (guint d = 0; d < differences->len; d++)
        {
          const ParleyDifference *one = g_ptr_array_index (differences, d);
          g_autofree char *setting
              = g_strdup_printf ("%s=%s", one->path, one->after != NULL ? one->after : "null");

          g_ptr_array_add (again, parley_change_new (PARLEY_CHANGE_SET, setting));
        }
      repeated = load_base (again);
      left = parley_nodes_differ (changed->tree, repeated->tree);
      PARLEY_EXPECT_TEXT (settings[i], left->len == 0 ? "same" : "other", "same");
    }
}

static void
test_places (void)
{
  g_autoptr(ParleyNode) before = parse ("{'drafts':[{'id':'a','x':1},{'id':'ab','x':1}]}");
  g_autoptr(ParleyNode) after = parse ("{'drafts':[{'id':'a','x':1},{'id':'ab','x':2}]}");
  g_autoptr(GPtrArray) differences = parley_nodes_differ (before, after);

  CU_ASSERT_TRUE (parley_differences_within (differences, "drafts"));
  CU_ASSERT_TRUE (parley_differences_within (differences, "drafts.ab.x"));
  CU_ASSERT_FALSE (parley_differences_within (differences, "drafts.a"));
  CU_ASSERT_FALSE (parley_differences_within (differences, "parties"));
  CU_ASSERT_TRUE (parley_differences_touch (differences, "drafts.ab"));
  CU_ASSERT_FALSE (parley_differences_touch (differences, "drafts.a"));
  CU_ASSERT_TRUE (parley_differences_touch (differences, "drafts.ab.x.y"));
}

/* A long value is cut for people, between characters. */
static void
test_long (void)
{
  g_autofree char *many = g_strnfill (100, 'x');
  g_autofree char *json = g_strdup_printf ("{'a':'%s'}", many);
  g_autoptr(ParleyNode) before = parse ("{'a':'ä'}");
  g_autoptr(ParleyNode) after = parse (json);
  g_autoptr(GPtrArray) differences = parley_nodes_differ (before, after);
  const ParleyDifference *one = g_ptr_array_index (differences, 0);

  CU_ASSERT_EQUAL (g_utf8_strlen (one->after_words, -1), 60);
  CU_ASSERT_TRUE (g_str_has_suffix (one->after_words, "x…"));
  PARLEY_EXPECT_TEXT ("all", one->after, many);
}

void
parley_test_differ (void)
{
  CU_pSuite suite = CU_add_suite ("differ", NULL, NULL);

  CU_ADD_TEST (suite, test_rows);
  CU_ADD_TEST (suite, test_both_ways);
  CU_ADD_TEST (suite, test_settings);
  CU_ADD_TEST (suite, test_places);
  CU_ADD_TEST (suite, test_long);
}

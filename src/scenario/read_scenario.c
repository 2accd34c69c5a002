/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/read.h"

static const ParleyKey scenario_keys[] = {
  { "$schema", FALSE }, { "format", TRUE }, { "title", TRUE },    { "as_of", FALSE },
  { "summary", FALSE }, { "note", FALSE },  { "sources", FALSE }, { "issues", TRUE },
  { "parties", TRUE },  { "rules", FALSE }, { "drafts", FALSE },  { "cases", FALSE },
  { NULL, FALSE },
};

static const ParleyKey rule_keys[] = {
  { "id", TRUE },      { "title", FALSE }, { "forbid", TRUE }, { "because", FALSE },
  { "source", FALSE }, { "note", FALSE },  { NULL, FALSE },
};

static const ParleyKey case_keys[] = {
  { "id", TRUE },   { "title", TRUE },  { "question", FALSE }, { "note", FALSE },
  { "set", FALSE }, { "patch", FALSE }, { NULL, FALSE },
};

static void
read_rule (ParleyReader *reader, const ParleyNode *node, GHashTable *seen)
{
  ParleyRule *rule = NULL;
  const ParleyNode *forbid = NULL;

  if (!parley_read_object (reader, node, "a rule", rule_keys))
    return;
  rule = parley_rule_new ();
  g_ptr_array_add (reader->scenario->rules, rule);
  rule->id = parley_read_id (reader, node, seen, NULL);
  rule->title = parley_read_text (reader, node, "title");
  rule->because = parley_read_text (reader, node, "because");
  rule->sources = parley_read_cited (reader, node);
  rule->note = parley_read_text (reader, node, "note");
  rule->origin = parley_read_origin (reader, node);
  forbid = parley_node_get (node, "forbid");
  if (forbid != NULL)
    rule->forbid = parley_read_condition (reader, forbid);
}

static gboolean
is_empty_map (const ParleyNode *map)
{
  return map != NULL && parley_node_size (map) == 0;
}

static void
check_changes (ParleyReader *reader, const ParleyNode *node)
{
  const ParleyNode *set = parley_read_map (reader, node, "set");
  const ParleyNode *patch = parley_read_map (reader, node, "patch");
  gboolean lacks
      = parley_read_lacks (reader, node, "set") && parley_read_lacks (reader, node, "patch");

  if (lacks || is_empty_map (set) || is_empty_map (patch))
    parley_problems_add_at (reader->problems, PARLEY_PROBLEM_EMPTY_CASE, node,
                            "a case needs something in \"set\" or \"patch\"");
}

/* What a case changes is read when it is applied. */
static void
read_case (ParleyReader *reader, const ParleyNode *node, GHashTable *seen)
{
  ParleyCase *one = NULL;

  if (!parley_read_object (reader, node, "a case", case_keys))
    return;
  one = parley_case_new ();
  g_ptr_array_add (reader->scenario->cases, one);
  one->id = parley_read_id (reader, node, seen, NULL);
  one->title = parley_read_text (reader, node, "title");
  one->question = parley_read_text (reader, node, "question");
  one->note = parley_read_text (reader, node, "note");
  one->origin = parley_read_origin (reader, node);
  check_changes (reader, node);
}

static void
read_rules (ParleyReader *reader, const ParleyNode *root)
{
  const ParleyNode *list = parley_read_list (reader, root, "rules");
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_rules
      = parley_read_count (reader, list, "rules", PARLEY_MAX_RULES, PARLEY_PROBLEM_TOO_MANY_RULES);

  for (guint i = 0; i < n_rules; i++)
    read_rule (reader, parley_node_child (list, i), seen);
}

static void
read_cases (ParleyReader *reader, const ParleyNode *root)
{
  const ParleyNode *list = parley_read_list (reader, root, "cases");
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_cases
      = parley_read_count (reader, list, "cases", PARLEY_MAX_CASES, PARLEY_PROBLEM_TOO_MANY_CASES);

  for (guint i = 0; i < n_cases; i++)
    read_case (reader, parley_node_child (list, i), seen);
}

/* All sources first: whatever cites one may stand anywhere. A "use" that is left
 * is of a model that could not be read. */
static void
read_all_sources (ParleyReader *reader, const ParleyNode *root)
{
  const ParleyNode *parties = parley_node_get (root, "parties");

  parley_read_sources (reader, root);
  if (parties == NULL || parties->kind != PARLEY_NODE_ARRAY)
    return;
  for (guint i = 0; i < parley_node_size (parties); i++)
    {
      const ParleyNode *party = parley_node_child (parties, i);

      parley_read_sources (reader, party);
      if (parley_node_get (party, "use") != NULL)
        reader->unsure |= PARLEY_UNSURE_SOURCES | PARLEY_UNSURE_WEIGHTS;
    }
}

static void
read_heading (ParleyReader *reader, const ParleyNode *root)
{
  static const char *const formats[] = { PARLEY_FORMAT_SCENARIO, PARLEY_FORMAT_MODEL, NULL };
  const ParleyNode *format = parley_node_get (root, "format");

  parley_read_schema (reader, root);
  if (format != NULL && parley_read_kind (reader, format, PARLEY_NODE_STRING, "\"format\"")
      && !g_str_equal (format->string, PARLEY_FORMAT_SCENARIO))
    {
      ParleyProblem *problem
          = parley_problems_add_at (reader->problems, PARLEY_PROBLEM_UNKNOWN_FORMAT, format,
                                    "the format of the file is unknown");

      problem->found = parley_node_describe (format);
      parley_read_suggest (reader, problem, NULL, format->string, formats);
    }
  reader->scenario->title = parley_read_text (reader, root, "title");
  reader->scenario->as_of = parley_read_date (reader, root, "as_of");
  reader->scenario->summary = parley_read_text (reader, root, "summary");
  reader->scenario->note = parley_read_text (reader, root, "note");
}

static void
read_scenario (ParleyReader *reader, const ParleyNode *root)
{
  parley_read_object (reader, root, "a scenario", scenario_keys);
  read_heading (reader, root);
  read_all_sources (reader, root);
  parley_read_issues (reader, root);
  read_rules (reader, root);
  parley_read_parties (reader, root);
  parley_read_drafts (reader, root);
  parley_read_preferences (reader, root);
  read_cases (reader, root);
  parley_read_warn_of_scenario (reader);
}

static void
reader_init (ParleyReader *reader, ParleyProblems *problems, GPtrArray *origins)
{
  reader->scenario = parley_scenario_new ();
  reader->problems = problems;
  reader->origins = origins;
  reader->sources = g_hash_table_new (g_str_hash, g_str_equal);
  reader->meant = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reader->broken = g_array_new (FALSE, FALSE, sizeof (gboolean));
  reader->weighted = g_array_new (FALSE, FALSE, sizeof (gboolean));
  reader->tally.bare = g_ptr_array_new ();
}

static void
reader_clear (ParleyReader *reader)
{
  g_hash_table_unref (reader->sources);
  g_hash_table_unref (reader->meant);
  g_array_unref (reader->broken);
  g_array_unref (reader->weighted);
  g_ptr_array_unref (reader->tally.bare);
  parley_scenario_free (reader->scenario);
}

gboolean
parley_read_is_model (const ParleyNode *root)
{
  const ParleyNode *format = parley_node_get (root, "format");

  return format != NULL && format->kind == PARLEY_NODE_STRING
         && g_str_equal (format->string, PARLEY_FORMAT_MODEL);
}

ParleyScenario *
parley_read (ParleyNode *root, ParleyProblems *problems, GPtrArray *origins)
{
  ParleyReader reader = { 0 };
  ParleyScenario *scenario = NULL;

  reader_init (&reader, problems, origins);
  parley_read_origin (&reader, root);
  if (parley_read_is_model (root))
    parley_read_model_alone (&reader, root);
  else
    read_scenario (&reader, root);
  if (problems->n_errors == 0)
    scenario = g_steal_pointer (&reader.scenario);
  reader_clear (&reader);
  return scenario;
}

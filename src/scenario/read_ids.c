/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/read.h"

#include <string.h>

#define ID_CHARACTERS G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "_-"

static gboolean
is_id (const char *text)
{
  return text[0] != '\0' && text[strspn (text, ID_CHARACTERS)] == '\0';
}

static void
check_id (ParleyReader *reader,
          const ParleyNode *node,
          GHashTable *seen,
          const char *const *reserved)
{
  const char *id = node->string;

  if (!is_id (id))
    parley_read_explain (parley_problems_add_at (reader->problems, PARLEY_PROBLEM_BAD_ID, node,
                                                 "the id is not well formed"),
                         node, "letters, digits, \"_\" and \"-\"");
  if (reserved != NULL && g_strv_contains (reserved, id))
    parley_problems_add_at (reader->problems, PARLEY_PROBLEM_RESERVED_ID, node,
                            "the id \"%s\" has a meaning of its own", id);
  if (g_hash_table_contains (seen, id))
    parley_problems_add_at (reader->problems, PARLEY_PROBLEM_DUPLICATE_ID, node,
                            "the id \"%s\" is taken", id);
}

char *
parley_read_id (ParleyReader *reader,
                const ParleyNode *object,
                GHashTable *seen,
                const char *const *reserved)
{
  const ParleyNode *node = parley_node_get (object, "id");

  if (node == NULL || !parley_read_kind (reader, node, PARLEY_NODE_STRING, "\"id\""))
    return NULL;
  check_id (reader, node, seen, reserved);
  g_hash_table_add (seen, node->string);
  return g_strdup (node->string);
}

void
parley_read_check_key_id (ParleyReader *reader, const ParleyNode *object, guint index)
{
  const char *id = parley_node_key (object, index);

  if (!is_id (id))
    parley_problems_add_at_key (reader->problems, PARLEY_PROBLEM_BAD_ID, object, index,
                                "the id \"%s\" is not well formed", id)
        ->expected
        = g_strdup ("letters, digits, \"_\" and \"-\"");
}

gboolean
parley_read_is_broken (const ParleyReader *reader, guint issue)
{
  return g_array_index (reader->broken, gboolean, issue);
}

int
parley_read_issue_ref (ParleyReader *reader, const ParleyNode *node)
{
  int issue = -1;

  if (!parley_read_kind (reader, node, PARLEY_NODE_STRING, "an issue"))
    return -1;
  issue = parley_scenario_find_issue (reader->scenario, node->string);
  if (issue < 0 && (reader->unsure & PARLEY_UNSURE_ISSUES) == 0)
    parley_read_suggest_among (reader,
                               parley_problems_add_at (reader->problems,
                                                       PARLEY_PROBLEM_UNKNOWN_ISSUE, node,
                                                       "there is no issue \"%s\"", node->string),
                               NULL, node->string, reader->scenario->issues);
  return issue;
}

int
parley_read_issue_key (ParleyReader *reader, const ParleyNode *object, guint index)
{
  const char *id = parley_node_key (object, index);
  int issue = parley_scenario_find_issue (reader->scenario, id);

  if (issue < 0 && (reader->unsure & PARLEY_UNSURE_ISSUES) == 0)
    parley_read_suggest_among (reader,
                               parley_problems_add_at_key (reader->problems,
                                                           PARLEY_PROBLEM_UNKNOWN_ISSUE, object,
                                                           index, "there is no issue \"%s\"", id),
                               object, id, reader->scenario->issues);
  return issue;
}

int
parley_read_party_ref (ParleyReader *reader, const ParleyNode *node)
{
  int party = -1;

  if (!parley_read_kind (reader, node, PARLEY_NODE_STRING, "a party"))
    return -1;
  party = parley_scenario_find_party (reader->scenario, node->string);
  if (party < 0 && (reader->unsure & PARLEY_UNSURE_PARTIES) == 0)
    parley_read_suggest_among (reader,
                               parley_problems_add_at (reader->problems,
                                                       PARLEY_PROBLEM_UNKNOWN_PARTY, node,
                                                       "there is no party \"%s\"", node->string),
                               NULL, node->string, reader->scenario->parties);
  return party;
}

int
parley_read_draft_ref (ParleyReader *reader, const ParleyNode *node)
{
  int draft = -1;

  if (!parley_read_kind (reader, node, PARLEY_NODE_STRING, "a draft"))
    return -1;
  draft = parley_scenario_find_draft (reader->scenario, node->string);
  if (draft < 0 && (reader->unsure & PARLEY_UNSURE_DRAFTS) == 0)
    parley_read_suggest_among (reader,
                               parley_problems_add_at (reader->problems,
                                                       PARLEY_PROBLEM_UNKNOWN_DRAFT, node,
                                                       "there is no draft \"%s\"", node->string),
                               NULL, node->string, reader->scenario->drafts);
  return draft;
}

int
parley_read_option_ref (ParleyReader *reader, const ParleyNode *node, guint issue)
{
  const ParleyIssue *of = parley_scenario_issue (reader->scenario, issue);
  int option = -1;

  if (!parley_read_kind (reader, node, PARLEY_NODE_STRING, "an option"))
    return -1;
  option = parley_issue_find_option (of, node->string);
  if (option < 0)
    parley_read_suggest_among (
        reader,
        parley_problems_add_at (reader->problems, PARLEY_PROBLEM_UNKNOWN_OPTION, node,
                                "the issue \"%s\" has no option \"%s\"", of->id, node->string),
        NULL, node->string, of->options);
  return option;
}

int
parley_read_option_key (ParleyReader *reader, const ParleyNode *object, guint index, guint issue)
{
  const ParleyIssue *of = parley_scenario_issue (reader->scenario, issue);
  const char *id = parley_node_key (object, index);
  int option = parley_issue_find_option (of, id);

  if (option < 0)
    parley_read_suggest_among (
        reader,
        parley_problems_add_at_key (reader->problems, PARLEY_PROBLEM_UNKNOWN_OPTION, object, index,
                                    "the issue \"%s\" has no option \"%s\"", of->id, id),
        object, id, of->options);
  return option;
}

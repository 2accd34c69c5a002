/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/read.h"

#include "base/date.h"

static const ParleyKey draft_keys[] = {
  { "id", TRUE },     { "title", TRUE },  { "date", FALSE },   { "tabled_by", FALSE },
  { "terms", FALSE }, { "given", FALSE }, { "events", FALSE }, { "source", FALSE },
  { "note", FALSE },  { NULL, FALSE },
};

static const ParleyKey given_keys[] = {
  { "if", TRUE },
  { "then", TRUE },
  { NULL, FALSE },
};

static const ParleyKey event_keys[] = {
  { "date", TRUE },    { "party", TRUE }, { "act", TRUE },
  { "source", FALSE }, { "note", FALSE }, { NULL, FALSE },
};

static void
read_term (ParleyReader *reader, const ParleyNode *map, guint index, ParleyDraft *draft)
{
  int issue = parley_read_issue_key (reader, map, index);

  if (issue < 0)
    return;
  if (parley_issue_is_derived (parley_scenario_issue (reader->scenario, (guint) issue)))
    {
      parley_problems_add_at_key (reader->problems, PARLEY_PROBLEM_DERIVED_TERM, map, index,
                                  "\"%s\" is derived: a draft cannot set it",
                                  parley_node_key (map, index));
      return;
    }
  draft->terms[issue]
      = parley_read_draft_term (reader, parley_node_child (map, index), (guint) issue);
}

static void
add_tabler (ParleyReader *reader, const ParleyNode *node, ParleyDraft *draft)
{
  int index = parley_read_party_ref (reader, node);
  guint party = (guint) index;

  if (index < 0)
    return;
  if (parley_draft_is_tabled_by (draft, party))
    parley_problems_add_at (reader->problems, PARLEY_PROBLEM_REPEATED, node,
                            "\"%s\" is named twice", node->string);
  g_array_append_val (draft->tabled_by, party);
}

static void
read_tabled_by (ParleyReader *reader, const ParleyNode *object, ParleyDraft *draft)
{
  const ParleyNode *node = parley_node_get (object, "tabled_by");

  if (node == NULL)
    return;
  if (node->kind != PARLEY_NODE_ARRAY)
    {
      add_tabler (reader, node, draft);
      return;
    }
  node = parley_read_filled_list (reader, object, "tabled_by");
  for (guint i = 0; node != NULL && i < parley_node_size (node); i++)
    add_tabler (reader, parley_node_child (node, i), draft);
}

static void
read_given (ParleyReader *reader, const ParleyNode *node, ParleyDraft *draft)
{
  ParleyGiven *given = NULL;
  const ParleyNode *condition = NULL;
  const ParleyNode *consequence = NULL;

  if (!parley_read_object (reader, node, "what is given", given_keys))
    return;
  given = g_new0 (ParleyGiven, 1);
  g_ptr_array_add (draft->given, given);
  condition = parley_node_get (node, "if");
  if (condition != NULL)
    given->condition = parley_read_condition (reader, condition);
  consequence = parley_node_get (node, "then");
  if (consequence != NULL)
    given->consequence = parley_read_condition (reader, consequence);
}

static void
read_act (ParleyReader *reader, const ParleyNode *node, ParleyEvent *event)
{
  const char *words[PARLEY_N_ACTS + 1] = { NULL };
  int act = 0;

  for (guint i = 0; i < PARLEY_N_ACTS; i++)
    words[i] = parley_act_to_string ((ParleyAct) i);
  act = parley_read_word (reader, node, "act", words);
  event->act = act < 0 ? PARLEY_ACT_TABLED : (ParleyAct) act;
}

/* As a wrong year makes it; nothing else would show that. */
static void
warn_of_date (ParleyReader *reader, const ParleyNode *node, const char *date, const char *drafted)
{
  if (date == NULL || drafted == NULL || parley_date_compare (date, drafted) >= 0)
    return;
  parley_read_explain (parley_problems_add_at (reader->problems, PARLEY_PROBLEM_EVENT_BEFORE_DRAFT,
                                               parley_node_get (node, "date"),
                                               "the event is older than the draft"),
                       parley_node_get (node, "date"), NULL);
}

static void
read_event (ParleyReader *reader, const ParleyNode *node, ParleyDraft *draft)
{
  ParleyEvent *event = NULL;
  const ParleyNode *party = NULL;
  int index = -1;

  if (!parley_read_object (reader, node, "an event", event_keys))
    return;
  event = g_new0 (ParleyEvent, 1);
  g_ptr_array_add (draft->events, event);
  event->date = parley_read_date (reader, node, "date");
  warn_of_date (reader, node, event->date, draft->date);
  party = parley_node_get (node, "party");
  if (party != NULL)
    index = parley_read_party_ref (reader, party);
  event->party = (guint) MAX (index, 0);
  read_act (reader, node, event);
  event->sources = parley_read_cited (reader, node);
  event->note = parley_read_text (reader, node, "note");
}

static void
read_lists (ParleyReader *reader, const ParleyNode *node, ParleyDraft *draft)
{
  const ParleyNode *terms = parley_read_map (reader, node, "terms");
  const ParleyNode *given = parley_read_list (reader, node, "given");
  const ParleyNode *events = parley_read_list (reader, node, "events");

  for (guint i = 0; terms != NULL && i < parley_node_size (terms); i++)
    read_term (reader, terms, i, draft);
  for (guint i = 0; given != NULL && i < parley_node_size (given); i++)
    read_given (reader, parley_node_child (given, i), draft);
  for (guint i = 0; events != NULL && i < parley_node_size (events); i++)
    read_event (reader, parley_node_child (events, i), draft);
}

static void
read_draft (ParleyReader *reader, const ParleyNode *node, GHashTable *seen)
{
  ParleyDraft *draft = NULL;
  g_autofree char *id = NULL;

  if (!parley_read_object (reader, node, "a draft", draft_keys))
    {
      reader->unsure |= PARLEY_UNSURE_DRAFTS;
      return;
    }
  id = parley_read_id (reader, node, seen, NULL);
  if (id == NULL)
    reader->unsure |= PARLEY_UNSURE_DRAFTS;
  draft = parley_draft_new (id, reader->scenario->issues->len);
  g_ptr_array_add (reader->scenario->drafts, draft);
  draft->title = parley_read_text (reader, node, "title");
  draft->date = parley_read_date (reader, node, "date");
  draft->sources = parley_read_cited (reader, node);
  draft->note = parley_read_text (reader, node, "note");
  draft->origin = parley_read_origin (reader, node);
  read_tabled_by (reader, node, draft);
  read_lists (reader, node, draft);
}

void
parley_read_drafts (ParleyReader *reader, const ParleyNode *root)
{
  const ParleyNode *list = parley_read_list (reader, root, "drafts");
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_drafts = parley_read_count (reader, list, "drafts", PARLEY_MAX_DRAFTS,
                                      PARLEY_PROBLEM_TOO_MANY_DRAFTS);

  if (list != NULL ? n_drafts < parley_node_size (list)
                   : !parley_read_lacks (reader, root, "drafts"))
    reader->unsure |= PARLEY_UNSURE_DRAFTS;
  for (guint i = 0; i < n_drafts; i++)
    read_draft (reader, parley_node_child (list, i), seen);
}

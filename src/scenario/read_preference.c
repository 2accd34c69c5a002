/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/read.h"

static const ParleyKey preferred_keys[] = {
  { "id", TRUE },      { "prefers", TRUE }, { "to", TRUE },
  { "by", FALSE },     { "date", FALSE },   { "confidence", FALSE },
  { "source", FALSE }, { "note", FALSE },   { NULL, FALSE },
};

static const ParleyKey alike_keys[] = {
  { "id", TRUE },          { "alike", TRUE },   { "within", TRUE }, { "date", FALSE },
  { "confidence", FALSE }, { "source", FALSE }, { "note", FALSE },  { NULL, FALSE },
};

/* Whether two drafts are said to be alike, rather than one to be preferred. */
static gboolean
says_alike (const ParleyNode *node)
{
  return parley_node_get (node, "prefers") == NULL
         && (parley_node_get (node, "alike") != NULL || parley_node_get (node, "within") != NULL);
}

/* Either node may be NULL. */
static void
read_drafts (ParleyReader *reader,
             const ParleyNode *first,
             const ParleyNode *second,
             ParleyDraftPreference *preference)
{
  int one = first != NULL ? parley_read_draft_ref (reader, first) : -1;
  int other = second != NULL ? parley_read_draft_ref (reader, second) : -1;

  preference->drafts[0] = (guint) MAX (one, 0);
  preference->drafts[1] = (guint) MAX (other, 0);
  if (one >= 0 && one == other)
    parley_problems_add_at (reader->problems, PARLEY_PROBLEM_REPEATED, second,
                            "\"%s\" is compared with itself", second->string);
}

static void
read_points (ParleyReader *reader,
             const ParleyNode *object,
             const char *key,
             ParleyDraftPreference *preference)
{
  const ParleyNode *node = parley_node_get (object, key);
  g_autofree char *what = g_strdup_printf ("\"%s\"", key);

  if (node != NULL)
    parley_read_bounded (reader, node, what, PARLEY_BOUND_GAP, preference->points);
}

static void
read_preferred (ParleyReader *reader, const ParleyNode *node, ParleyDraftPreference *preference)
{
  read_drafts (reader, parley_node_get (node, "prefers"), parley_node_get (node, "to"), preference);
  read_points (reader, node, "by", preference);
  preference->by_some = parley_node_get (node, "by") == NULL;
}

static void
read_alike (ParleyReader *reader, const ParleyNode *node, ParleyDraftPreference *preference)
{
  const ParleyNode *list = parley_read_list (reader, node, "alike");

  preference->alike = TRUE;
  read_points (reader, node, "within", preference);
  if (list == NULL)
    return;
  if (parley_node_size (list) == 2)
    read_drafts (reader, parley_node_child (list, 0), parley_node_child (list, 1), preference);
  else
    parley_problems_add_at (reader->problems, PARLEY_PROBLEM_NOT_TWO_DRAFTS, list,
                            "two drafts can be alike, and here are %u", parley_node_size (list));
}

static void
read_preference (ParleyReader *reader, const ParleyNode *node, GHashTable *seen, ParleyParty *party)
{
  gboolean alike = says_alike (node);
  ParleyDraftPreference *preference = NULL;

  if (!parley_read_object (reader, node, alike ? "a preference of drafts alike" : "a preference",
                           alike ? alike_keys : preferred_keys))
    return;
  preference = parley_draft_preference_new ();
  g_ptr_array_add (party->preferences, preference);
  preference->id = parley_read_id (reader, node, seen, NULL);
  if (alike)
    read_alike (reader, node, preference);
  else
    read_preferred (reader, node, preference);
  preference->date = parley_read_date (reader, node, "date");
  preference->confidence = parley_read_confidence (reader, node);
  preference->sources = parley_read_cited (reader, node);
  preference->note = parley_read_text (reader, node, "note");
  preference->origin = parley_read_origin (reader, node);
}

void
parley_read_preferences_of (ParleyReader *reader, const ParleyNode *node, ParleyParty *party)
{
  const ParleyNode *list = parley_read_list (reader, node, "preferences");
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; list != NULL && i < parley_node_size (list); i++)
    read_preference (reader, parley_node_child (list, i), seen, party);
}

/* Objects are what has been read as parties. */
void
parley_read_preferences (ParleyReader *reader, const ParleyNode *root)
{
  const ParleyNode *list = parley_node_get (root, "parties");
  guint n_parties = 0;

  if (list == NULL || list->kind != PARLEY_NODE_ARRAY)
    return;
  for (guint i = 0; i < parley_node_size (list); i++)
    {
      const ParleyNode *node = parley_node_child (list, i);

      if (node->kind == PARLEY_NODE_OBJECT && n_parties < reader->scenario->parties->len)
        parley_read_preferences_of (reader, node,
                                    g_ptr_array_index (reader->scenario->parties, n_parties++));
    }
}

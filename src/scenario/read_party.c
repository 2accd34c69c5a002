/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/read.h"

/* A title may stand in a model, so it is looked for when a party is complete. */
static const ParleyKey party_keys[] = {
  { "$schema", FALSE },     { "format", FALSE },      { "id", TRUE },
  { "use", FALSE },         { "title", FALSE },       { "role", FALSE },
  { "needed_when", FALSE }, { "reservation", FALSE }, { "batna", FALSE },
  { "positions", FALSE },   { "weights", FALSE },     { "normalize", FALSE },
  { "ranking", FALSE },     { "swing", FALSE },       { "values", FALSE },
  { "red_lines", FALSE },   { "adjustments", FALSE }, { "preferences", FALSE },
  { "sources", FALSE },     { "source", FALSE },      { "basis", FALSE },
  { "note", FALSE },        { NULL, FALSE },
};

static const ParleyKey red_line_keys[] = {
  { "id", TRUE },      { "title", FALSE }, { "never", TRUE },
  { "stance", FALSE }, { "holds", FALSE }, { "because", FALSE },
  { "source", FALSE }, { "note", FALSE },  { NULL, FALSE },
};

static const ParleyKey adjustment_keys[] = {
  { "id", TRUE },       { "title", FALSE },  { "when", TRUE },  { "points", TRUE },
  { "because", FALSE }, { "source", FALSE }, { "note", FALSE }, { NULL, FALSE },
};

static const ParleyKey position_keys[] = {
  { "opening", FALSE }, { "target", FALSE }, { "limit", FALSE }, { "interest", FALSE },
  { "source", FALSE },  { "note", FALSE },   { NULL, FALSE },
};

static void
read_red_line (ParleyReader *reader, const ParleyNode *node, GHashTable *seen, ParleyParty *party)
{
  ParleyRedLine *line = NULL;
  const ParleyNode *never = NULL;
  const ParleyNode *holds = NULL;

  if (!parley_read_object (reader, node, "a red line", red_line_keys))
    return;
  line = parley_red_line_new ();
  g_ptr_array_add (party->red_lines, line);
  line->id = parley_read_id (reader, node, seen, NULL);
  line->title = parley_read_text (reader, node, "title");
  /* Behind none. */
  line->stance
      = (ParleyStance) (parley_read_word (reader, node, "stance", parley_stance_words + 1) + 1);
  line->because = parley_read_text (reader, node, "because");
  line->sources = parley_read_cited (reader, node);
  line->note = parley_read_text (reader, node, "note");
  line->origin = parley_read_origin (reader, node);
  never = parley_node_get (node, "never");
  if (never != NULL)
    line->never = parley_read_condition (reader, never);
  holds = parley_node_get (node, "holds");
  reader->tally.sourced = line->sources != NULL;
  if (holds != NULL)
    line->holds = parley_read_input (reader, holds, "\"holds\"", PARLEY_BOUND_PROBABILITY);
  reader->tally.sourced = FALSE;
}

static void
read_adjustment (ParleyReader *reader, const ParleyNode *node, GHashTable *seen, ParleyParty *party)
{
  ParleyAdjustment *adjustment = NULL;
  const ParleyNode *when = NULL;
  const ParleyNode *points = NULL;

  if (!parley_read_object (reader, node, "an adjustment", adjustment_keys))
    return;
  adjustment = parley_adjustment_new ();
  g_ptr_array_add (party->adjustments, adjustment);
  adjustment->id = parley_read_id (reader, node, seen, NULL);
  adjustment->title = parley_read_text (reader, node, "title");
  adjustment->because = parley_read_text (reader, node, "because");
  adjustment->sources = parley_read_cited (reader, node);
  adjustment->note = parley_read_text (reader, node, "note");
  adjustment->origin = parley_read_origin (reader, node);
  when = parley_node_get (node, "when");
  if (when != NULL)
    adjustment->when = parley_read_condition (reader, when);
  points = parley_node_get (node, "points");
  reader->tally.sourced = adjustment->sources != NULL;
  if (points != NULL)
    adjustment->points = parley_read_input (reader, points, "\"points\"", PARLEY_BOUND_POINTS);
  reader->tally.sourced = FALSE;
}

static guint
count (ParleyReader *reader, const ParleyNode *list, const char *what)
{
  return parley_read_count (reader, list, what, PARLEY_MAX_RULES, PARLEY_PROBLEM_TOO_MANY_RULES);
}

static void
read_red_lines (ParleyReader *reader, const ParleyNode *node, ParleyParty *party)
{
  const ParleyNode *list = parley_read_list (reader, node, "red_lines");
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0, n = count (reader, list, "red lines"); i < n; i++)
    read_red_line (reader, parley_node_child (list, i), seen, party);
}

/* What an adjustment names matters to its party as what a weight names does. */
static void
mark_adjusted (ParleyReader *reader, const ParleyParty *party)
{
  gboolean *weighted = (gboolean *) (gpointer) reader->weighted->data;

  for (guint i = 0; i < party->adjustments->len; i++)
    {
      const ParleyAdjustment *adjustment = g_ptr_array_index (party->adjustments, i);

      if (adjustment->when != NULL)
        parley_condition_mark_issues (adjustment->when, weighted);
    }
}

/* Returns: FALSE after a problem, and when the key is misspelt, so that they are not known. */
static gboolean
read_adjustments (ParleyReader *reader, const ParleyNode *node, ParleyParty *party)
{
  guint n_errors = reader->problems->n_errors;
  const ParleyNode *list = parley_read_list (reader, node, "adjustments");
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0, n = count (reader, list, "adjustments"); i < n; i++)
    read_adjustment (reader, parley_node_child (list, i), seen, party);
  mark_adjusted (reader, party);
  return reader->problems->n_errors == n_errors
         && (list != NULL || parley_read_lacks (reader, node, "adjustments"));
}

static ParleyTerms *
read_demand (ParleyReader *reader, const ParleyNode *object, const char *key, guint issue)
{
  const ParleyNode *node = parley_node_get (object, key);

  return node == NULL ? NULL : parley_read_position_terms (reader, node, issue);
}

static ParleyPosition *
read_position (ParleyReader *reader, const ParleyNode *node, guint issue)
{
  ParleyPosition *position = NULL;

  if (!parley_read_object (reader, node, "a position", position_keys))
    return NULL;
  position = g_new0 (ParleyPosition, 1);
  position->opening = read_demand (reader, node, "opening", issue);
  position->target = read_demand (reader, node, "target", issue);
  position->limit = read_demand (reader, node, "limit", issue);
  position->interest = parley_read_text (reader, node, "interest");
  position->sources = parley_read_cited (reader, node);
  position->note = parley_read_text (reader, node, "note");
  return position;
}

static void
read_positions (ParleyReader *reader, const ParleyNode *node, ParleyParty *party)
{
  const ParleyNode *map = parley_read_map (reader, node, "positions");

  for (guint i = 0; map != NULL && i < parley_node_size (map); i++)
    {
      int issue = parley_read_issue_key (reader, map, i);

      if (issue >= 0)
        party->positions[issue] = read_position (reader, parley_node_child (map, i), (guint) issue);
    }
}

static void
read_values (ParleyReader *reader, const ParleyNode *node, ParleyParty *party)
{
  const ParleyNode *map = parley_read_map (reader, node, "values");

  for (guint i = 0; map != NULL && i < parley_node_size (map); i++)
    {
      int issue = parley_read_issue_key (reader, map, i);

      if (issue >= 0)
        party->values[issue]
            = parley_read_value_function (reader, parley_node_child (map, i), (guint) issue);
    }
}

static void
read_role (ParleyReader *reader, const ParleyNode *node, ParleyParty *party)
{
  const ParleyNode *needed_when = parley_node_get (node, "needed_when");
  int role = parley_read_word (reader, node, "role", parley_role_words);

  /* Whoever has a role that is not known is not asked for anything. */
  if (role < 0 && parley_node_get (node, "role") != NULL)
    {
      party->role = PARLEY_ROLE_AFFECTED;
      reader->unsure |= PARLEY_UNSURE_ROLES;
    }
  else
    party->role = role < 0 ? PARLEY_ROLE_PARTY : (ParleyRole) role;
  if (needed_when != NULL)
    party->needed_when = parley_read_condition (reader, needed_when);
}

static void
read_heading (ParleyReader *reader, const ParleyNode *node, ParleyParty *party)
{
  static const char *const formats[] = { PARLEY_FORMAT_MODEL, NULL };

  parley_read_object (reader, node, "a party", party_keys);
  parley_read_schema (reader, node);
  parley_read_word (reader, node, "format", formats);
  party->title = parley_read_text (reader, node, "title");
  party->note = parley_read_text (reader, node, "note");
  party->sources = parley_read_cited (reader, node);
  party->origin = parley_read_origin (reader, node);
}

static void
read_body (ParleyReader *reader, const ParleyNode *node, ParleyParty *party)
{
  guint n_errors = reader->problems->n_errors;
  gboolean weighed = FALSE;
  gboolean adjusted = FALSE;

  reader->tally.n_inputs = 0;
  g_ptr_array_set_size (reader->tally.bare, 0);
  read_heading (reader, node, party);
  /* A basis that is wrong is reported as that, and no more. */
  reader->tally.party_based = party->sources != NULL || parley_node_get (node, "basis") != NULL;
  reader->tally.party_basis = parley_read_basis (reader, node);
  read_role (reader, node, party);
  parley_read_reservation (reader, node, party);
  parley_read_batna (reader, node, party);
  read_positions (reader, node, party);
  weighed = parley_read_weights (reader, node, party);
  read_values (reader, node, party);
  read_red_lines (reader, node, party);
  adjusted = read_adjustments (reader, node, party);
  if (weighed && adjusted)
    parley_read_check_weight (reader, node, party);
  parley_read_check_party (reader, node, party);
  if (reader->problems->n_errors == n_errors)
    parley_read_check_variety (reader, node, party);
  parley_read_warn_of_party (reader, node, party, weighed);
}

void
parley_read_party (ParleyReader *reader, const ParleyNode *node, GHashTable *seen)
{
  g_autofree char *id = NULL;
  ParleyParty *party = NULL;

  if (!parley_read_kind (reader, node, PARLEY_NODE_OBJECT, "a party"))
    {
      reader->unsure |= PARLEY_UNSURE_PARTIES;
      return;
    }
  id = parley_read_id (reader, node, seen, parley_reserved_parties);
  if (id == NULL)
    reader->unsure |= PARLEY_UNSURE_PARTIES;
  party = parley_party_new (id, reader->scenario->issues->len);
  g_ptr_array_add (reader->scenario->parties, party);
  read_body (reader, node, party);
}

static void
check_roles (ParleyReader *reader, const ParleyNode *list)
{
  for (guint i = 0; i < reader->scenario->parties->len; i++)
    if (parley_scenario_party (reader->scenario, i)->role == PARLEY_ROLE_PARTY)
      return;
  if ((reader->unsure & (PARLEY_UNSURE_PARTIES | PARLEY_UNSURE_ROLES)) == 0)
    parley_problems_add_at (reader->problems, PARLEY_PROBLEM_NO_PARTY, list,
                            "at least one party needs the role \"party\"");
}

void
parley_read_parties (ParleyReader *reader, const ParleyNode *root)
{
  const ParleyNode *list = parley_read_filled_list (reader, root, "parties");
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_parties = parley_read_count (reader, list, "parties", PARLEY_MAX_PARTIES,
                                       PARLEY_PROBLEM_TOO_MANY_PARTIES);

  if (n_parties == 0 || n_parties < parley_node_size (list))
    reader->unsure |= PARLEY_UNSURE_PARTIES;
  for (guint i = 0; i < n_parties; i++)
    parley_read_party (reader, parley_node_child (list, i), seen);
  if (list != NULL)
    check_roles (reader, list);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/read.h"

static const char *const kind_words[] = { "choice", "range", "derived", NULL };

static const ParleyKey choice_keys[] = {
  { "id", TRUE },      { "title", TRUE },    { "kind", TRUE },
  { "unit", FALSE },   { "source", FALSE },  { "note", FALSE },
  { "options", TRUE }, { "ordered", FALSE }, { NULL, FALSE },
};

static const ParleyKey range_keys[] = {
  { "id", TRUE },      { "title", TRUE }, { "kind", TRUE }, { "unit", FALSE },
  { "source", FALSE }, { "note", FALSE }, { "min", TRUE },  { "max", TRUE },
  { "step", FALSE },   { "grid", FALSE }, { NULL, FALSE },
};

static const ParleyKey derived_keys[] = {
  { "id", TRUE },      { "title", TRUE },      { "kind", TRUE },     { "unit", FALSE },
  { "source", FALSE }, { "note", FALSE },      { "product", FALSE }, { "scale", FALSE },
  { "table", FALSE },  { "otherwise", FALSE }, { NULL, FALSE },
};

/* For an issue of a kind that is not known. */
static const ParleyKey all_keys[] = {
  { "id", TRUE },       { "title", TRUE },  { "kind", TRUE },     { "unit", FALSE },
  { "source", FALSE },  { "note", FALSE },  { "options", FALSE }, { "ordered", FALSE },
  { "min", FALSE },     { "max", FALSE },   { "step", FALSE },    { "grid", FALSE },
  { "product", FALSE }, { "scale", FALSE }, { "table", FALSE },   { "otherwise", FALSE },
  { NULL, FALSE },
};

static const ParleyKey option_keys[] = {
  { "id", TRUE },
  { "title", TRUE },
  { "note", FALSE },
  { NULL, FALSE },
};

void
parley_read_add_issue (ParleyReader *reader, ParleyIssue *issue, gboolean broken)
{
  gboolean weighted = FALSE;

  g_ptr_array_add (reader->scenario->issues, issue);
  g_array_append_val (reader->broken, broken);
  g_array_append_val (reader->weighted, weighted);
}

/* Returns: FALSE when the option has no id, so that the issue is broken. */
static gboolean
read_option (ParleyReader *reader, const ParleyNode *node, GHashTable *seen, ParleyIssue *issue)
{
  ParleyOption *option = NULL;
  g_autofree char *id = NULL;

  if (!parley_read_object (reader, node, "an option", option_keys))
    return FALSE;
  id = parley_read_id (reader, node, seen, NULL);
  option = parley_option_new (id, NULL);
  option->title = parley_read_text (reader, node, "title");
  option->note = parley_read_text (reader, node, "note");
  option->origin = parley_read_origin (reader, node);
  g_ptr_array_add (issue->options, option);
  return id != NULL;
}

gboolean
parley_read_more_values (ParleyReader *reader, const ParleyNode *node, guint n)
{
  gboolean fits = reader->n_values <= PARLEY_MAX_ALL_VALUES;

  /* Said of the first that is too much alone. */
  reader->n_values += n;
  if (fits && reader->n_values > PARLEY_MAX_ALL_VALUES)
    parley_problems_add_at (reader->problems, PARLEY_PROBLEM_TOO_MANY_VALUES, node,
                            "the issues have more than %u values and options in all",
                            PARLEY_MAX_ALL_VALUES);
  return reader->n_values <= PARLEY_MAX_ALL_VALUES;
}

static gboolean
read_choice (ParleyReader *reader, const ParleyNode *node, ParleyIssue *issue)
{
  const ParleyNode *list = parley_read_filled_list (reader, node, "options");
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_options = parley_read_count (reader, list, "options", PARLEY_MAX_VALUES,
                                       PARLEY_PROBLEM_TOO_MANY_VALUES);
  gboolean whole = n_options > 0 && n_options == parley_node_size (list);

  /* Whatever is wrong there, an order was meant. */
  issue->ordered
      = parley_read_flag (reader, node, "ordered", parley_node_get (node, "ordered") != NULL);
  parley_read_more_values (reader, list, n_options);
  for (guint i = 0; i < n_options; i++)
    whole &= read_option (reader, parley_node_child (list, i), seen, issue);
  return whole;
}

/* Returns: FALSE when the kind is not known; then little can be said of the issue. */
static gboolean
read_kind (ParleyReader *reader, const ParleyNode *node, ParleyIssueKind *kind)
{
  int word = parley_read_word (reader, node, "kind", kind_words);

  if (word == 0)
    *kind = PARLEY_ISSUE_CHOICE;
  else if (word == 1)
    *kind = PARLEY_ISSUE_RANGE;
  else if (word == 2)
    *kind = parley_node_get (node, "table") != NULL ? PARLEY_ISSUE_TABLE : PARLEY_ISSUE_PRODUCT;
  return word >= 0;
}

static void
check_keys (ParleyReader *reader, const ParleyNode *node, gboolean has_kind, ParleyIssueKind kind)
{
  if (!has_kind)
    parley_read_object (reader, node, "an issue", all_keys);
  else if (kind == PARLEY_ISSUE_CHOICE)
    parley_read_object (reader, node, "a choice issue", choice_keys);
  else if (kind == PARLEY_ISSUE_RANGE)
    parley_read_object (reader, node, "a range issue", range_keys);
  else
    parley_read_object (reader, node, "a derived issue", derived_keys);
}

/* What every issue has. Returns: FALSE when it has no id. */
static gboolean
read_common (ParleyReader *reader, const ParleyNode *node, GHashTable *seen, ParleyIssue *issue)
{
  g_auto(GStrv) cited = parley_read_cited (reader, node);

  issue->id = parley_read_id (reader, node, seen, parley_reserved_issues);
  issue->title = parley_read_text (reader, node, "title");
  issue->unit = parley_read_text (reader, node, "unit");
  issue->note = parley_read_text (reader, node, "note");
  issue->origin = parley_read_origin (reader, node);
  return issue->id != NULL;
}

/* Reads an issue but for what it derives from. */
static void
read_issue (ParleyReader *reader, const ParleyNode *node, GHashTable *seen)
{
  ParleyIssueKind kind = PARLEY_ISSUE_CHOICE;
  gboolean is_object = parley_read_kind (reader, node, PARLEY_NODE_OBJECT, "an issue");
  gboolean whole = is_object && read_kind (reader, node, &kind);
  ParleyIssue *issue = parley_issue_new (NULL, NULL, kind);

  if (is_object)
    check_keys (reader, node, whole, kind);
  if (!is_object || !read_common (reader, node, seen, issue))
    reader->unsure |= PARLEY_UNSURE_ISSUES;
  if (whole && kind == PARLEY_ISSUE_CHOICE)
    whole = read_choice (reader, node, issue);
  else if (whole && kind == PARLEY_ISSUE_RANGE)
    whole = parley_read_range (reader, node, issue);
  parley_read_add_issue (reader, issue, !whole);
}

/* Derived issues come last: they name issues that may stand behind them. */
static void
read_derivations (ParleyReader *reader, const ParleyNode *list)
{
  gboolean negotiated = FALSE;

  for (guint i = 0; i < reader->scenario->issues->len; i++)
    {
      ParleyIssue *issue = g_ptr_array_index (reader->scenario->issues, i);

      if (!parley_issue_is_derived (issue))
        negotiated = TRUE;
      else if (!parley_read_derived (reader, parley_node_child (list, i), issue))
        {
          /* Nor is it known which issues it passes its weight on to. */
          g_array_index (reader->broken, gboolean, i) = TRUE;
          reader->unsure |= PARLEY_UNSURE_WEIGHTS;
        }
    }
  if (!negotiated)
    parley_problems_add_at (reader->problems, PARLEY_PROBLEM_NO_NEGOTIATED_ISSUE, list,
                            "every issue is derived");
}

void
parley_read_issues (ParleyReader *reader, const ParleyNode *root)
{
  const ParleyNode *list = parley_read_filled_list (reader, root, "issues");
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_issues = parley_read_count (reader, list, "issues", PARLEY_MAX_ISSUES,
                                      PARLEY_PROBLEM_TOO_MANY_ISSUES);

  if (n_issues == 0 || n_issues < parley_node_size (list))
    reader->unsure |= PARLEY_UNSURE_ISSUES;
  for (guint i = 0; i < n_issues; i++)
    read_issue (reader, parley_node_child (list, i), seen);
  if (n_issues > 0)
    read_derivations (reader, list);
}

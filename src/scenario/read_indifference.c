/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/read.h"

/*
 * Two options that every party values alike, and that no condition tells apart,
 * are one option twice. Each option is summed up in a text of all values and
 * conditions that bear on it: equal texts, equal options.
 */

static void
append_condition (GString *text, const ParleyCondition *condition, guint issue, guint option)
{
  if (condition == NULL)
    return;
  if (condition->kind == PARLEY_CONDITION_TERMS && condition->issue == issue)
    g_string_append_c (text, parley_terms_has_option (condition->terms, option) ? '+' : '-');
  for (guint i = 0; condition->children != NULL && i < condition->children->len; i++)
    append_condition (text, g_ptr_array_index (condition->children, i), issue, option);
}

static void
append_value (GString *text, const ParleyParty *party, guint issue, guint option)
{
  const ParleyValueFunction *function = party->values[issue];
  const ParleyNumber *value = NULL;
  g_autofree char *number = NULL;

  if (party->weights[issue] == NULL || mpq_sgn (party->weights[issue]->value) == 0)
    return;
  if (function != NULL && option < function->table->len)
    value = g_ptr_array_index (function->table, option);

  /* A value that could not be read may be anything, so it tells options apart. */
  number = value != NULL ? mpq_get_str (NULL, 16, value->value) : g_strdup_printf ("?%u", option);
  g_string_append_printf (text, " %s", number);
}

static void
append_party (GString *text, const ParleyParty *party, guint issue, guint option)
{
  append_value (text, party, issue, option);
  append_condition (text, party->needed_when, issue, option);
  for (guint i = 0; i < party->red_lines->len; i++)
    {
      const ParleyRedLine *line = g_ptr_array_index (party->red_lines, i);

      append_condition (text, line->never, issue, option);
    }
  for (guint i = 0; i < party->adjustments->len; i++)
    {
      const ParleyAdjustment *adjustment = g_ptr_array_index (party->adjustments, i);

      append_condition (text, adjustment->when, issue, option);
    }
}

static void
append_derived (GString *text, const ParleyIssue *derived, guint issue, guint option)
{
  for (guint i = 0; derived->rows != NULL && i < derived->rows->len; i++)
    {
      const ParleyTableRow *row = g_ptr_array_index (derived->rows, i);

      append_condition (text, row->when, issue, option);
    }
}

static char *
sum_up (const ParleyScenario *scenario, guint issue, guint option)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < scenario->issues->len; i++)
    append_derived (text, parley_scenario_issue (scenario, i), issue, option);
  for (guint i = 0; i < scenario->parties->len; i++)
    append_party (text, parley_scenario_party (scenario, i), issue, option);
  for (guint i = 0; i < scenario->rules->len; i++)
    {
      const ParleyRule *rule = g_ptr_array_index (scenario->rules, i);

      append_condition (text, rule->forbid, issue, option);
    }
  return g_string_free (text, FALSE);
}

static void
compare_options (ParleyReader *reader, guint index)
{
  const ParleyIssue *issue = parley_scenario_issue (reader->scenario, index);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < issue->options->len; i++)
    {
      const ParleyOption *option = parley_issue_option (issue, i);
      char *text = sum_up (reader->scenario, index, i);
      const ParleyOption *like = g_hash_table_lookup (seen, text);

      if (like != NULL)
        parley_problems_add_at (reader->problems, PARLEY_PROBLEM_INDIFFERENT_OPTION,
                                g_ptr_array_index (reader->origins, option->origin),
                                "no party values \"%s\" differently from \"%s\"", option->id,
                                like->id);
      g_hash_table_insert (seen, text, like != NULL ? (gpointer) like : (gpointer) option);
    }
}

void
parley_read_warn_of_indifference (ParleyReader *reader)
{
  for (guint i = 0; i < reader->scenario->issues->len; i++)
    {
      const ParleyIssue *issue = parley_scenario_issue (reader->scenario, i);

      /* Options that nobody weights are all alike, which has been said of the issue. */
      if (issue->kind == PARLEY_ISSUE_CHOICE && !parley_read_is_broken (reader, i)
          && g_array_index (reader->weighted, gboolean, i))
        compare_options (reader, i);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/genius_export.h"

static void
refuse (ParleyGeniusExport *self, ParleyOrigin origin, const char *what, const char *name)
{
  parley_loaded_add_problem (self->loaded, PARLEY_PROBLEM_INEXPRESSIBLE, origin,
                             "GENIUS has no %s%s%s%s", what, name != NULL ? ": \"" : "",
                             name != NULL ? name : "", name != NULL ? "\"" : "");
}

void
parley_genius_export_refuse_flat (ParleyGeniusExport *self, const ParleyParty *party)
{
  parley_loaded_add_problem (self->loaded, PARLEY_PROBLEM_INEXPRESSIBLE, party->origin,
                             "GENIUS knows the values of the grid alone, and by these all deals "
                             "have the same score for \"%s\"",
                             party->id);
}

/* XML 1.0 has no place for most control characters, not even as references. */
static gboolean
is_xml (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if ((letter < 0x20 && letter != '\t' && letter != '\n' && letter != '\r') || letter == 0xfffe
          || letter == 0xffff)
        return FALSE;
    }
  return TRUE;
}

static void
check_title (ParleyGeniusExport *self, ParleyOrigin origin, const char *title)
{
  if (!is_xml (title))
    parley_loaded_add_problem (self->loaded, PARLEY_PROBLEM_INEXPRESSIBLE, origin,
                               "XML cannot hold a control character of this title");
}

/* GENIUS tells values apart by their names. */
static void
check_options (ParleyGeniusExport *self, const ParleyIssue *issue)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < issue->options->len; i++)
    {
      const ParleyOption *option = parley_issue_option (issue, i);

      check_title (self, option->origin, option->title);
      if (!g_hash_table_add (seen, g_strstrip (g_strdup (option->title))))
        parley_loaded_add_problem (
            self->loaded, PARLEY_PROBLEM_INEXPRESSIBLE, option->origin,
            "GENIUS tells values apart by their names, and \"%s\" is that of "
            "another option too",
            option->title);
    }
}

static void
check_issue (ParleyGeniusExport *self, const ParleyIssue *issue)
{
  if (parley_issue_is_derived (issue))
    refuse (self, issue->origin, "derived issue", issue->id);
  check_title (self, issue->origin, issue->title);
  if (issue->kind == PARLEY_ISSUE_CHOICE)
    check_options (self, issue);
}

static void
check_party (ParleyGeniusExport *self, const ParleyParty *party)
{
  if (party->role != PARLEY_ROLE_PARTY)
    refuse (self, party->origin, "party with the role", parley_role_words[party->role]);
  if (party->needed_when != NULL)
    refuse (self, party->origin, "party whose acceptance is needed at times only", party->id);
  for (guint i = 0; i < party->red_lines->len; i++)
    {
      const ParleyRedLine *line = g_ptr_array_index (party->red_lines, i);

      refuse (self, line->origin, "red line", line->id);
    }
  for (guint i = 0; parley_party_is_weighted (party) && i < party->adjustments->len; i++)
    {
      const ParleyAdjustment *adjustment = g_ptr_array_index (party->adjustments, i);

      refuse (self, adjustment->origin, "adjustment beside weights", adjustment->id);
    }
}

/* Parts of a scenario that bear on no score. */
typedef enum
{
  SOURCES,
  UNITS,
  DRAFTS,
  CASES,
  POSITIONS,
  BATNAS,
  RANGES,
  CHANGES
} Part;

static const char *const part_names[] = {
  "sources",
  "units",
  "drafts",
  "cases",
  "positions",
  "alternatives to a deal",
  "ranges of numbers",
  "changes of reservations, but for the one in force on the scenario's day",
};

static gboolean
is_ranged (const ParleyNumber *number)
{
  return number != NULL && number->has_range;
}

static gboolean
some_ranged (const GPtrArray *numbers)
{
  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    if (is_ranged (g_ptr_array_index (numbers, i)))
      return TRUE;
  return FALSE;
}

static gboolean
has_range (const ParleyParty *party)
{
  gboolean found = is_ranged (party->reservation);

  for (guint i = 0; i < party->n_issues; i++)
    {
      const ParleyValueFunction *function = party->values[i];

      found |= is_ranged (party->weights[i]);
      if (function != NULL)
        found |= some_ranged (function->table) || some_ranged (function->y)
                 || is_ranged (function->ideal) || is_ranged (function->tolerance);
    }
  for (guint i = 0; i < party->adjustments->len; i++)
    found |= is_ranged (((ParleyAdjustment *) g_ptr_array_index (party->adjustments, i))->points);
  return found;
}

static void
note_party (const ParleyParty *party, gboolean *occurs)
{
  for (guint i = 0; i < party->n_issues; i++)
    occurs[POSITIONS] |= party->positions[i] != NULL;
  occurs[BATNAS] |= party->batna != NULL;
  occurs[RANGES] |= has_range (party);
  occurs[CHANGES] |= party->changes->len > 0;
}

static void
warn_of_rest (ParleyGeniusExport *self)
{
  const ParleyScenario *scenario = self->scenario;
  gboolean occurs[G_N_ELEMENTS (part_names)] = { FALSE };
  g_autoptr(GString) list = g_string_new (NULL);

  occurs[SOURCES] = scenario->sources->len > 0;
  occurs[DRAFTS] = scenario->drafts->len > 0;
  occurs[CASES] = scenario->cases->len > 0;
  for (guint i = 0; i < scenario->issues->len; i++)
    occurs[UNITS] |= parley_scenario_issue (scenario, i)->unit != NULL;
  for (guint p = 0; p < scenario->parties->len; p++)
    note_party (parley_scenario_party (scenario, p), occurs);
  for (guint i = 0; i < G_N_ELEMENTS (part_names); i++)
    if (occurs[i])
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", part_names[i]);
  if (list->len > 0)
    parley_problems_add_to_file (self->loaded->problems, PARLEY_PROBLEM_LEFT_OUT,
                                 self->loaded->text, 0,
                                 "GENIUS has no place for these, and they are left out: %s",
                                 list->str);
}

void
parley_genius_export_check (ParleyGeniusExport *self)
{
  const ParleyScenario *scenario = self->scenario;

  for (guint i = 0; i < scenario->issues->len; i++)
    check_issue (self, parley_scenario_issue (scenario, i));
  for (guint p = 0; p < scenario->parties->len; p++)
    check_party (self, parley_scenario_party (scenario, p));
  for (guint i = 0; i < scenario->rules->len; i++)
    {
      const ParleyRule *rule = g_ptr_array_index (scenario->rules, i);

      refuse (self, rule->origin, "rule", rule->id);
    }
  if (!is_xml (scenario->title))
    parley_problems_add_to_file (self->loaded->problems, PARLEY_PROBLEM_INEXPRESSIBLE,
                                 self->loaded->text, 0,
                                 "XML cannot hold a control character of the title");
  warn_of_rest (self);
}

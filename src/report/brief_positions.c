/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The annex on issues: what each side asks for, and why. */
#include "report/brief_part.h"
#include "report/term_words.h"
#include "report/words.h"

static char *
weight_words (const ParleyParty *party, guint issue)
{
  const ParleyNumber *weight = party->ranked ? NULL : party->weights[issue];
  g_autofree char *value = weight == NULL ? NULL : parley_words_input (weight->value);
  g_autofree char *belief = weight == NULL ? NULL : parley_words_belief (weight);

  return value == NULL ? NULL : g_strconcat (value, belief, NULL);
}

/* The titles of the party's red lines that name the issue. */
static char *
red_line_words (const ParleyBrief *self, guint party, guint issue)
{
  const ParleyParty *model = parley_scenario_party (self->scenario, party);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < model->red_lines->len; i++)
    {
      const ParleyRedLine *line = g_ptr_array_index (model->red_lines, i);
      g_autofree gboolean *named = g_new0 (gboolean, self->scenario->issues->len);

      parley_condition_mark_issues (line->never, named);
      if (named[issue])
        g_string_append_printf (text, "%s%s", text->len == 0 ? "" : "; ",
                                parley_words_title (line->title, line->id));
    }
  return text->len == 0 ? NULL : g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_terms_cell (ParleyBrief *self, ParleyTable *table, guint issue, const ParleyTerms *terms)
{
  parley_table_take_cell (
      table, terms == NULL
                 ? NULL
                 : parley_words_terms (parley_scenario_issue (self->scenario, issue), terms));
}

static gboolean
has_positions (const ParleyBrief *self)
{
  for (guint p = 0; p < self->scenario->parties->len; p++)
    for (guint i = 0; i < self->scenario->issues->len; i++)
      if (parley_scenario_party (self->scenario, p)->positions[i] != NULL)
        return TRUE;
  return FALSE;
}

static void
add_position_columns (ParleyTable *table)
{
  parley_table_column (table, _ ("Opening"), PARLEY_COLUMN_TEXT);
  parley_table_column (table, _ ("Target"), PARLEY_COLUMN_TEXT);
  parley_table_column (table, _ ("Limit"), PARLEY_COLUMN_TEXT);
  parley_table_column (table, _ ("Interest"), PARLEY_COLUMN_TEXT);
}

static void
add_position (ParleyBrief *self, ParleyTable *table, const ParleyPosition *position, guint issue)
{
  g_autofree char *cited = NULL;

  if (position == NULL)
    return;
  cited = parley_brief_citations (self, position->sources);
  add_terms_cell (self, table, issue, position->opening);
  add_terms_cell (self, table, issue, position->target);
  add_terms_cell (self, table, issue, position->limit);
  parley_table_cell (table, "%s%s", position->interest == NULL ? "" : position->interest, cited);
}

static void
add_party_row (ParleyBrief *self, ParleyTable *table, guint party, guint issue)
{
  const ParleyParty *model = parley_scenario_party (self->scenario, party);

  parley_table_row (table);
  parley_table_cell_text (table, model->title);
  parley_table_take_cell (table, weight_words (model, issue));
  parley_table_take_cell (table, red_line_words (self, party, issue));
  if (has_positions (self))
    add_position (self, table, model->positions[issue], issue);
}

static gboolean
says_something (const ParleyParty *party, guint issue)
{
  return party->weights[issue] != NULL || party->positions[issue] != NULL;
}

void
parley_brief_add_issues (ParleyBrief *self)
{
  ParleyTable *table = NULL;

  parley_document_heading (self->document, 1, "%s", _ ("Positions on each issue"));
  parley_brief_add_weights (self);
  table = parley_document_table (self->document, PARLEY_TABLE_RULED);
  parley_table_column (table, _ ("Side"), PARLEY_COLUMN_TEXT);
  parley_table_column (table, _ ("Weight"), PARLEY_COLUMN_TEXT);
  parley_table_column (table, _ ("Red line"), PARLEY_COLUMN_TEXT);
  if (has_positions (self))
    add_position_columns (table);
  for (guint i = 0; i < self->scenario->issues->len; i++)
    {
      parley_table_section (table, "%s", parley_scenario_issue (self->scenario, i)->title);
      for (guint p = 0; p < self->scenario->parties->len; p++)
        if (says_something (parley_scenario_party (self->scenario, p), i))
          add_party_row (self, table, p, i);
    }
  parley_table_note (table, "%s",
                     _ ("Weights as written in the file, with the range in which each is believed "
                        "to lie."));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The drafts side by side, with the proposals: verdicts, terms, and where points come from. */
#include <math.h>

#include "report/brief_part.h"
#include "report/compare.h"
#include "report/term_words.h"
#include "report/verdicts.h"
#include "report/words.h"

/* Of more drafts than this the terms and points of the latest, and of the proposals, are shown. */
#define MOST_IN_FULL 12

/* So many drafts stand side by side: their terms, and their points. */
#define TERMS_ABREAST 4
#define POINTS_ABREAST 7

static const ParleyDraftScore *
score_at (const ParleyBrief *self, guint index)
{
  return g_ptr_array_index (self->briefing->scores->drafts, index);
}

static guint
n_scored (const ParleyBrief *self)
{
  return self->briefing->scores->drafts->len;
}

/* The first of those that are shown in full: the drafts are taken to be in the order of time. */
static guint
first_in_full (const ParleyBrief *self)
{
  return n_scored (self) > MOST_IN_FULL ? n_scored (self) - MOST_IN_FULL : 0;
}

/* Verdicts */

static void
add_draft_columns (ParleyBrief *self, ParleyTable *table)
{
  parley_table_column (table, _ ("Draft"), PARLEY_COLUMN_TEXT);
  for (guint p = 0; p < self->scenario->parties->len; p++)
    {
      const ParleyParty *party = parley_scenario_party (self->scenario, p);
      guint n = (guint) parley_party_is_scored (party) + (guint) parley_party_gives_verdict (party);

      if (n > 0)
        parley_table_group (table, party->title, n);
      if (parley_party_is_scored (party))
        parley_table_column (table, _ ("score"), PARLEY_COLUMN_NUMBER);
      if (parley_party_gives_verdict (party))
        parley_table_column (table, _ ("verdict"), PARLEY_COLUMN_LABEL);
    }
  parley_table_column (table, _ ("All accept"), PARLEY_COLUMN_LABEL);
}

static void
add_draft_row (ParleyBrief *self, ParleyTable *table, const ParleyDraftScore *score)
{
  parley_table_row (table);
  parley_table_take_cell (table, parley_words_draft (score->draft, self->scenario->as_of));
  for (guint p = 0; p < self->scenario->parties->len; p++)
    {
      const ParleyParty *party = parley_scenario_party (self->scenario, p);
      const ParleyStanding *standing = g_ptr_array_index (score->standings, p);

      if (parley_party_is_scored (party) && score->verdict != PARLEY_VERDICT_INFEASIBLE)
        parley_brief_add_score (table, standing);
      else if (parley_party_is_scored (party))
        parley_table_cell_text (table, NULL);
      if (parley_party_gives_verdict (party))
        parley_table_take_cell (table, parley_verdict_cell (standing));
    }
  parley_table_take_cell (table, parley_verdict_joint_cell (score));
}

static void
add_overview (ParleyBrief *self)
{
  ParleyTable *table = parley_document_table (self->document, PARLEY_TABLE_RULED);
  ParleyMarks marks = { 0 };

  add_draft_columns (self, table);
  for (guint i = 0; i < n_scored (self); i++)
    {
      if (i == self->briefing->request.n_drafts && i > 0)
        parley_table_rule (table);
      add_draft_row (self, table, score_at (self, i));
      parley_marks_find (&marks, score_at (self, i));
    }
  parley_marks_explain (&marks, table);
}

/* Terms */

static void
add_name_column (ParleyBrief *self, ParleyTable *table, guint index, ParleyColumnKind kind)
{
  g_autofree char *name = parley_words_draft (score_at (self, index)->draft, self->scenario->as_of);

  parley_table_column (table, name, kind);
}

/* "=" where it is that of the draft to the left. */
static void
add_term (ParleyBrief *self, ParleyTable *table, guint issue, guint index, gboolean is_first)
{
  g_autofree char *words = parley_words_draft_term (score_at (self, index), issue);
  g_autofree char *left
      = is_first ? NULL : parley_words_draft_term (score_at (self, index - 1), issue);

  parley_table_cell_text (table, g_strcmp0 (words, left) == 0 ? "=" : words);
}

/* Those of the drafts from @first to before @end. */
static void
add_terms (ParleyBrief *self, guint first, guint end)
{
  ParleyTable *table = parley_document_table (self->document, PARLEY_TABLE_RULED);

  parley_table_column (table, _ ("Issue"), PARLEY_COLUMN_TEXT);
  for (guint i = first; i < end; i++)
    add_name_column (self, table, i, PARLEY_COLUMN_TEXT);
  for (guint issue = 0; issue < self->scenario->issues->len; issue++)
    {
      parley_table_row (table);
      parley_table_cell_text (table, parley_scenario_issue (self->scenario, issue)->title);
      for (guint i = first; i < end; i++)
        add_term (self, table, issue, i, i == first);
    }
  if (end - first > 1)
    parley_table_note (table, "%s", _ ("= as in the draft to the left"));
}

/* Points */

static void
add_span (ParleyTable *table, mpq_srcptr low, mpq_srcptr high)
{
  parley_table_take_number (table, parley_words_span (low, high),
                            mpq_equal (low, high) ? parley_exact_to_double (low) : NAN);
}

static gboolean
is_known (const ParleyDraftScore *score)
{
  return score->verdict != PARLEY_VERDICT_INFEASIBLE;
}

static void
add_won (ParleyTable *table, const ParleyDraftScore *score, guint party, guint issue)
{
  const ParleyContribution *part
      = parley_standing_part (g_ptr_array_index (score->standings, party), issue);

  if (part != NULL && is_known (score))
    add_span (table, part->won_low, part->won_high);
  else
    parley_table_cell_text (table, NULL);
}

/* What adjustments bring, where the party has any. */
static void
add_adjusted (ParleyBrief *self, ParleyTable *table, guint party, guint first, guint end)
{
  if (parley_scenario_party (self->scenario, party)->adjustments->len == 0)
    return;
  parley_table_row (table);
  parley_table_cell_text (table, _ ("Adjustments"));
  for (guint i = first; i < end; i++)
    {
      const ParleyStanding *standing = g_ptr_array_index (score_at (self, i)->standings, party);

      if (is_known (score_at (self, i)))
        add_span (table, standing->adjusted_low, standing->adjusted_high);
      else
        parley_table_cell_text (table, NULL);
    }
}

static void
add_points (ParleyBrief *self, guint party, guint first, guint end)
{
  const ParleyParty *model = parley_scenario_party (self->scenario, party);
  ParleyTable *table = parley_document_table (self->document, PARLEY_TABLE_RULED);

  parley_table_caption (table, _ ("Points of %s"), model->title);
  parley_table_column (table, _ ("Issue"), PARLEY_COLUMN_TEXT);
  for (guint i = first; i < end; i++)
    add_name_column (self, table, i, PARLEY_COLUMN_NUMBER);
  for (guint issue = 0; issue < self->scenario->issues->len; issue++)
    {
      if (model->weights[issue] == NULL)
        continue;
      parley_table_row (table);
      parley_table_cell_text (table, parley_scenario_issue (self->scenario, issue)->title);
      for (guint i = first; i < end; i++)
        add_won (table, score_at (self, i), party, issue);
    }
  add_adjusted (self, table, party, first, end);
  parley_table_total (table);
  parley_table_cell_text (table, _ ("Score"));
  for (guint i = first; i < end; i++)
    if (is_known (score_at (self, i)))
      parley_brief_add_score (table, g_ptr_array_index (score_at (self, i)->standings, party));
    else
      parley_table_cell_text (table, NULL);
}

void
parley_brief_add_drafts (ParleyBrief *self)
{
  parley_document_heading (self->document, 1, "%s", _ ("The drafts and the proposals"));
  if (n_scored (self) == 0)
    {
      parley_document_paragraph (self->document, "%s", _ ("There are none."));
      return;
    }
  add_overview (self);
  parley_document_heading (self->document, 2, "%s", _ ("Terms"));
  if (first_in_full (self) > 0)
    parley_document_paragraph (self->document,
                               _ ("Of the last %u drafts and proposals; --drafts chooses others."),
                               MOST_IN_FULL);
  for (guint i = first_in_full (self); i < n_scored (self); i += TERMS_ABREAST)
    add_terms (self, i, MIN (i + TERMS_ABREAST, n_scored (self)));
  parley_document_heading (self->document, 2, "%s", _ ("Where the points come from"));
  parley_brief_add_contributions (self);
  for (guint p = 0; p < self->scenario->parties->len; p++)
    for (guint i = first_in_full (self); i < n_scored (self); i += POINTS_ABREAST)
      if (parley_party_is_scored (parley_scenario_party (self->scenario, p)))
        add_points (self, p, i, MIN (i + POINTS_ABREAST, n_scored (self)));
  if (self->briefing->comparison != NULL)
    parley_compare_add_places (self->document, self->briefing->comparison);
}

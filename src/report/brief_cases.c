/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/brief_part.h"
#include "report/verdicts.h"
#include "report/whatif.h"
#include "report/words.h"

static void
add_columns (ParleyBrief *self, ParleyTable *table)
{
  guint n = parley_briefing_n_proposals (self->briefing);

  parley_table_column (table, _ ("Case"), PARLEY_COLUMN_TEXT);
  for (guint i = 0; i < n; i++)
    {
      guint n_parties = 0;

      for (guint p = 0; p < self->scenario->parties->len; p++)
        n_parties += (guint) parley_brief_standing (self, i, p)->has_reservation;
      parley_table_group (table, parley_brief_name (self, i), n_parties + 1);
      for (guint p = 0; p < self->scenario->parties->len; p++)
        if (parley_brief_standing (self, i, p)->has_reservation)
          parley_table_column (table, parley_brief_party_title (self, p), PARLEY_COLUMN_NUMBER);
      parley_table_column (table, _ ("all accept"), PARLEY_COLUMN_LABEL);
    }
}

/* @score: (nullable): NULL where the case has no such deal. */
static void
add_cells (ParleyBrief *self, ParleyTable *table, guint proposal, const ParleyDraftScore *score)
{
  for (guint p = 0; p < self->scenario->parties->len; p++)
    {
      const ParleyStanding *base = parley_brief_standing (self, proposal, p);
      const ParleyStanding *standing
          = score == NULL
                ? NULL
                : parley_draft_score_of (score, parley_scenario_party (self->scenario, p)->id);

      if (!base->has_reservation)
        continue;
      if (standing == NULL || !standing->scored)
        parley_table_cell_text (table, NULL);
      else
        parley_brief_add_margin (table, standing);
    }
  parley_table_take_cell (table, score == NULL ? NULL : parley_verdict_joint_cell (score));
}

static void
add_row (ParleyBrief *self,
         ParleyTable *table,
         const char *title,
         const ParleyScores *scores,
         guint first)
{
  parley_table_row (table);
  parley_table_cell_text (table, title);
  for (guint i = 0; i < parley_briefing_n_proposals (self->briefing); i++)
    add_cells (self, table, i,
               scores == NULL ? NULL : g_ptr_array_index (scores->drafts, first + i));
}

static void
add_trials (ParleyBrief *self)
{
  ParleyTable *table = parley_document_table (self->document, PARLEY_TABLE_RULED);
  gboolean all_judged = TRUE;

  parley_table_caption (table, "%s",
                        _ ("The proposals in each case: points above the reservation"));
  add_columns (self, table);
  add_row (self, table, _ ("As it stands"), self->briefing->scores,
           self->briefing->request.n_drafts);
  for (guint i = 0; i < self->briefing->trials->len; i++)
    {
      const ParleyCaseTrial *trial = g_ptr_array_index (self->briefing->trials, i);

      add_row (self, table, parley_words_title (trial->given->title, trial->given->id),
               trial->scores, 0);
      all_judged = all_judged && trial->scores != NULL;
    }
  if (!all_judged)
    parley_table_note (
        table, "%s",
        _ ("Empty: the parties or issues of the case differ, so that the proposals cannot "
           "be judged in it."));
}

void
parley_brief_add_cases (ParleyBrief *self)
{
  parley_document_heading (self->document, 1, "%s", _ ("What if: the cases"));
  if (self->briefing->trials->len == 0)
    {
      parley_document_paragraph (self->document, "%s", _ ("The file has no cases."));
      return;
    }
  if (parley_brief_has_offer (self))
    add_trials (self);
  if (self->briefing->what_if != NULL)
    parley_what_if_add_overview (self->document, self->briefing->what_if);
}

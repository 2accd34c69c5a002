/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/compare.h"
#include "report/words.h"

static void
add_row (ParleyTable            *table,
         const ParleyComparison *self,
         guint                   index,
         const char             *issue,
         guint                   party,
         const ParleyShift      *shift)
{
  const ParleyCompared *from = parley_comparison_draft (self, index - 1);
  const ParleyCompared *to = parley_comparison_draft (self, index);
  gboolean known = parley_comparison_redraft (self, index, FALSE)->known;

  parley_table_row (table);
  parley_table_cell_text (table, from->score->draft->id);
  parley_table_cell_text (table, from->candidate.of);
  parley_table_cell_text (table, to->score->draft->id);
  parley_table_cell_text (table, to->candidate.of);
  parley_table_cell_text (table, issue);
  parley_table_cell_text (
      table,
      parley_scenario_party (parley_comparison_draft (self, 0)->candidate.scenario, party)->id);
  parley_table_take_cell (table, known ? parley_words_figure (shift->low) : NULL);
  parley_table_take_cell (table, known ? parley_words_figure (shift->high) : NULL);
}

static void
add_terms (ParleyTable *table, const ParleyComparison *self, guint index, int issue)
{
  parley_table_take_cell (table,
                          issue < 0 ? NULL : parley_compare_term (self, index - 1, (guint) issue));
  parley_table_take_cell (table,
                          issue < 0 ? NULL : parley_compare_term (self, index, (guint) issue));
}

/* A row for each issue, one for the adjustments and one for the whole score. */
static void
add_party (ParleyTable *table, const ParleyComparison *self, guint index, guint party)
{
  const ParleyScenario *scenario = parley_comparison_draft (self, 0)->candidate.scenario;
  const ParleyRedraft *redraft = parley_comparison_redraft (self, index, FALSE);

  for (guint i = 0; i < redraft->scenario->issues->len; i++)
    {
      add_row (table, self, index, parley_scenario_issue (scenario, i)->id, party,
               &redraft->by_issue[party][i]);
      add_terms (table, self, index, (int) i);
    }
  add_row (table, self, index, "(adjustments)", party, &redraft->linkage[party]);
  add_terms (table, self, index, -1);
  add_row (table, self, index, "(score)", party, &redraft->total[party]);
  add_terms (table, self, index, -1);
}

ParleyTable *
parley_compare_to_table (const ParleyComparison *self)
{
  static const char *const titles[]
      = { "from",  "from_case",  "to",          "to_case",   "issue",
          "party", "points_low", "points_high", "from_term", "to_term" };
  const ParleyScenario *scenario = parley_comparison_draft (self, 0)->candidate.scenario;
  ParleyTable *table = parley_table_new (PARLEY_TABLE_RULED);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    parley_table_column (table, titles[i], PARLEY_COLUMN_LABEL);
  for (guint d = 1; d < self->drafts->len; d++)
    for (guint p = 0; p < scenario->parties->len; p++)
      if (parley_party_is_scored (parley_scenario_party (scenario, p)))
        add_party (table, self, d, p);
  return table;
}

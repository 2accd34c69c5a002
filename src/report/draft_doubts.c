/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/draft_doubts.h"

#include "report/language.h"
#include "report/sensitivity_part.h"
#include "report/verdicts.h"
#include "report/words.h"

static void
add_doubt (ParleyTable *table, const ParleyScenario *scenario, const ParleyDraftDoubt *doubt)
{
  const ParleyDraft *draft = parley_scenario_draft (scenario, doubt->draft);
  const ParleyParty *party = parley_scenario_party (scenario, doubt->party);
  g_autofree char *name = parley_words_draft (draft, scenario->as_of);
  gboolean first = TRUE;

  for (guint i = 0; i < doubt->tornado->bars->len; i++)
    {
      const ParleyBar *bar = parley_tornado_bar (doubt->tornado, i);

      if (!bar->believed)
        continue;
      parley_table_row (table);
      parley_table_cell_text (table, first ? name : NULL);
      parley_table_cell (table, "%s%s", first ? party->title : "",
                         first && doubt->tornado->bare ? _ (", red lines aside") : "");
      parley_table_cell_text (table, first ? parley_verdict_word (doubt->tornado->verdict) : NULL);
      parley_table_take_cell (table, parley_bar_words (scenario, bar, TRUE));
      first = FALSE;
    }
}

void
parley_draft_doubts_add (ParleyDocument       *document,
                         const ParleyScenario *scenario,
                         const GPtrArray      *doubts,
                         gboolean to_go_on)
{
  guint n_firm = 0;
  ParleyTable *table = NULL;

  if (doubts->len == 0)
    return;
  for (guint i = 0; i < doubts->len; i++)
    n_firm += (guint) !parley_draft_doubt_is_believed (g_ptr_array_index (doubts, i));
  parley_document_heading (document, 2, "%s", _ ("Which verdicts on drafts hang on a guess"));
  if (n_firm == doubts->len)
    {
      parley_document_paragraph (document,
                                 _ ("None: no single number turns any of the %u verdicts "
                                    "within the range in which it is believed to lie."),
                                 n_firm);
      return;
    }
  parley_document_paragraph (
      document,
      _ ("%u of %u verdicts; the others no single number turns within its believed range."),
      doubts->len - n_firm, doubts->len);
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  parley_table_column (table, _ ("Draft"), PARLEY_COLUMN_TEXT);
  parley_table_column (table, _ ("Side"), PARLEY_COLUMN_TEXT);
  parley_table_column (table, _ ("now"), PARLEY_COLUMN_LABEL);
  parley_table_column (table, _ ("turns with"), PARLEY_COLUMN_TEXT);
  for (guint i = 0; i < doubts->len; i++)
    add_doubt (table, scenario, g_ptr_array_index (doubts, i));
  if (to_go_on)
    parley_table_note (table, "%s", _ ("parley sensitivity FILE DRAFT says more of each."));
}

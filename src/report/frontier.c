/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/deal_list.h"
#include "report/words.h"

static void
add_columns (ParleyTable *table, const ParleyDeals *deals)
{
  const ParleyFrontier *frontier = deals->landscape->findings->frontier;

  for (guint i = 0; i < frontier->n_slots; i++)
    {
      const ParleyUtility *utility
          = g_ptr_array_index (deals->landscape->utilities, frontier->slots[i]);

      parley_table_group (table, parley_scenario_party (deals->scenario, utility->party)->title, 2);
      parley_table_column (table, "score", PARLEY_COLUMN_NUMBER);
      parley_table_column (table, "surplus", PARLEY_COLUMN_NUMBER);
    }
  parley_table_column (table, "deals", PARLEY_COLUMN_NUMBER);
}

static void
add_point (ParleyTable *table, const ParleyDeals *deals, const ParleyPoint *point)
{
  const ParleyFrontier *frontier = deals->landscape->findings->frontier;

  parley_table_row (table);
  for (guint i = 0; i < frontier->n_slots; i++)
    {
      const ParleyUtility *utility
          = g_ptr_array_index (deals->landscape->utilities, frontier->slots[i]);
      ParleyScore score = point->scores[frontier->slots[i]];

      parley_table_take_cell (table, parley_words_score (utility, score));
      parley_table_take_cell (table, parley_words_score (utility, score - utility->reservation));
    }
  parley_table_take_cell (table, parley_words_count (point->n_deals));
}

void
parley_frontier_add_table (ParleyDocument *document, const ParleyDeals *deals)
{
  const ParleyFrontier *frontier = deals->landscape->findings->frontier;
  ParleyTable *table = NULL;

  if (!deals->request.frontier)
    return;
  parley_document_heading (document, 2, "The frontier");
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  add_columns (table, deals);
  for (guint i = 0; i < frontier->points->len; i++)
    add_point (table, deals, g_ptr_array_index (frontier->points, i));
}

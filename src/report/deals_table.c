/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/deal_list.h"
#include "report/deals.h"
#include "report/figures.h"
#include "report/term_words.h"

static void
add_columns (ParleyTable *table, const ParleyDeals *deals)
{
  const ParleyLandscape *landscape = deals->landscape;

  parley_table_column (table, "rank", PARLEY_COLUMN_LABEL);
  for (guint s = 0; s < landscape->utilities->len; s++)
    {
      const ParleyUtility *utility = g_ptr_array_index (landscape->utilities, s);
      const char *id = parley_scenario_party (deals->scenario, utility->party)->id;
      g_autofree char *score = g_strconcat ("score.", id, NULL);
      g_autofree char *surplus = g_strconcat ("surplus.", id, NULL);

      if (!utility->scored)
        continue;
      parley_table_column (table, score, PARLEY_COLUMN_LABEL);
      if (utility->has_reservation)
        parley_table_column (table, surplus, PARLEY_COLUMN_LABEL);
    }
  for (guint a = 0; a < landscape->space->domain->n_axes; a++)
    parley_table_column (
        table, parley_scenario_issue (deals->scenario, landscape->space->domain->axes[a].issue)->id,
        PARLEY_COLUMN_LABEL);
}

static void
add_row (ParleyTable *table, const ParleyDeals *deals, const ParleyDeal *deal)
{
  const ParleyLandscape *landscape = deals->landscape;

  for (guint s = 0; s < landscape->utilities->len; s++)
    {
      const ParleyUtility *utility = g_ptr_array_index (landscape->utilities, s);

      if (!utility->scored)
        continue;
      parley_table_take_cell (table, parley_figure_text (utility, deal->scores[s]));
      if (utility->has_reservation)
        parley_table_take_cell (table, parley_figure_text (utility,
                                                           deal->scores[s] - utility->reservation));
    }
  for (guint a = 0; a < landscape->space->domain->n_axes; a++)
    parley_table_take_cell (table, parley_option_id (landscape->space, a, deal->options[a]));
}

ParleyTable *
parley_deals_to_table (const ParleyDeals *deals)
{
  GPtrArray *top = deals->sample != NULL ? deals->sample : deals->landscape->findings->top;
  ParleyTable *table = NULL;

  if (deals->maps != NULL)
    return parley_together_to_table (deals);
  table = parley_table_new (PARLEY_TABLE_RULED);
  add_columns (table, deals);
  for (guint d = 0; d < top->len; d++)
    {
      parley_table_row (table);
      parley_table_cell (table, "%u", d + 1);
      add_row (table, deals, g_ptr_array_index (top, d));
    }
  return table;
}

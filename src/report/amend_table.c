/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/amend.h"
#include "report/number_words.h"
#include "report/term_words.h"

static void
add_columns (ParleyTable *table, const ParleyAmend *amend)
{
  static const char *const titles[] = { "list", "rank", "changes", "settles", "other_deals" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    parley_table_column (table, titles[i], PARLEY_COLUMN_LABEL);
  for (guint p = 0; p < amend->scenario->parties->len; p++)
    {
      const ParleyParty *party = parley_scenario_party (amend->scenario, p);
      g_autofree char *low = g_strconcat ("low.", party->id, NULL);
      g_autofree char *high = g_strconcat ("high.", party->id, NULL);

      if (!parley_party_is_scored (party))
        continue;
      parley_table_column (table, low, PARLEY_COLUMN_LABEL);
      parley_table_column (table, high, PARLEY_COLUMN_LABEL);
    }
  for (guint a = 0; a < amend->leeway->space->domain->n_axes; a++)
    parley_table_column (
        table,
        parley_scenario_issue (amend->scenario, amend->leeway->space->domain->axes[a].issue)->id,
        PARLEY_COLUMN_LABEL);
}

/* Terms that are changed or settled; a cell is empty where the draft's own stays. */
static void
add_terms (ParleyTable *table, const ParleyAmend *amend, const ParleyAmendment *amendment)
{
  for (guint a = 0; a < amend->leeway->space->domain->n_axes; a++)
    parley_table_take_cell (table,
                            amendment->changed[a] || amendment->settled[a]
                                ? parley_option_id (amend->leeway->space, a, amendment->options[a])
                                : NULL);
}

static void
add_row (ParleyTable *table,
         const ParleyAmend *amend,
         const char *list,
         guint rank,
         const ParleyAmendment *amendment)
{
  parley_table_row (table);
  parley_table_cell_text (table, list);
  parley_table_cell (table, "%u", rank);
  parley_table_cell (table, "%u", amendment->n_changed);
  parley_table_cell (table, "%u", amendment->n_settled);
  parley_table_take_cell (table,
                          amendment->counted ? parley_count_to_text (amendment->n_others) : NULL);
  for (guint p = 0; p < amendment->n_scores; p++)
    if (parley_party_is_scored (parley_scenario_party (amend->scenario, p)))
      {
        parley_table_take_cell (table, parley_words_figure (amendment->scores[p].low));
        parley_table_take_cell (table, parley_words_figure (amendment->scores[p].high));
      }
  add_terms (table, amend, amendment);
}

ParleyTable *
parley_amend_to_table (const ParleyAmend *amend)
{
  ParleyTable *table = parley_table_new (PARLEY_TABLE_RULED);

  add_columns (table, amend);
  for (guint i = 0; i < amend->amendments->len; i++)
    add_row (table, amend, amend->improve == PARLEY_IMPROVE_NOT_ASKED ? "fewest" : "better", i + 1,
             g_ptr_array_index (amend->amendments, i));
  for (guint i = 0; i < amend->costs->len; i++)
    {
      const ParleyAmendCost *cost = g_ptr_array_index (amend->costs, i);

      if (cost->amendment != NULL)
        add_row (table, amend, "cost", i + 1, cost->amendment);
    }
  return table;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/deal_list.h"
#include "report/words.h"

/* "31.2 % (±0.3)": the share, and two standard errors. */
static char *
words_of_share (const ParleyEstimate *estimate, guint n)
{
  char share[G_ASCII_DTOSTR_BUF_SIZE];
  char error[G_ASCII_DTOSTR_BUF_SIZE];

  if (n == 0)
    return g_strdup ("none of those drawn");
  if (n == estimate->n_draws)
    return g_strdup ("all of those drawn");
  g_ascii_formatd (share, sizeof share, "%.1f", 100 * parley_estimate_share (estimate, n));
  g_ascii_formatd (error, sizeof error, "%.1f", 200 * parley_estimate_error (estimate, n));
  return g_strdup_printf ("%s %% (±%s)", share, error);
}

static void
add_share (ParleyTable *table, const ParleyEstimate *estimate, const char *label, guint n)
{
  parley_table_row (table);
  parley_table_cell_text (table, label);
  parley_table_cell_text (table, NULL);
  parley_table_take_cell (table, words_of_share (estimate, n));
}

void
parley_estimate_add (ParleyDocument *document, const ParleyDeals *deals)
{
  const ParleyEstimate *estimate = deals->estimate;
  ParleyTable *table = NULL;

  if (!deals->landscape->findings->too_many)
    return;
  parley_document_note (document, "There are too many deals to count exactly. Frontier, solutions "
                                  "and best deals are exact all the same.");
  if (estimate == NULL)
    return;
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  parley_table_column (table, NULL, PARLEY_COLUMN_TEXT);
  parley_table_column (table, "deals", PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "of feasible, estimated", PARLEY_COLUMN_RIGHT);
  parley_table_row (table);
  parley_table_cell_text (table, "All combinations");
  parley_table_take_cell (table, parley_words_count (deals->landscape->n_deals));
  parley_table_row (table);
  parley_table_cell_text (table, "Feasible");
  parley_table_take_cell (table, parley_words_count (estimate->n_feasible));
  for (guint p = 0; p < deals->scenario->parties->len; p++)
    {
      const ParleyParty *party = parley_scenario_party (deals->scenario, p);
      g_autofree char *label = g_strdup_printf ("%s accepts", party->title);

      if (parley_party_decides (party))
        add_share (table, estimate, label, estimate->n_accepting[p]);
    }
  add_share (table, estimate,
             parley_words_n_deciding (deals->scenario) == 2 ? "Both accept" : "All accept",
             estimate->n_all);
  parley_table_note (
      table,
      "Estimated from %u feasible deals drawn at random, each as likely as any other "
      "(seed %" G_GUINT64_FORMAT "); ± is two standard errors.",
      estimate->n_draws, estimate->seed);
}

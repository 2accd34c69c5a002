/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/stakes.h"
#include "report/trades_parts.h"
#include "report/words.h"

/* So many issues are named at either end. */
#define NAMED 3

static const ParleyUtility *
side_of (const ParleyTradeList *list, guint side)
{
  return g_ptr_array_index (list->trades->utilities, list->table->sides[side]);
}

const char *
parley_trade_side (const ParleyTradeList *list, guint side)
{
  return parley_scenario_party (list->trades->scenario, list->table->sides[side])->title;
}

static const ParleyStake *
rate_at (const ParleyTradeList *list, guint index)
{
  return g_ptr_array_index (list->table->rates, index);
}

static const char *
issue_of (const ParleyTradeList *list, guint index)
{
  return parley_scenario_issue (list->trades->scenario, rate_at (list, index)->issue)->title;
}

/* "a, b and c": @n issues from the front, or from the end. */
static char *
name_issues (const ParleyTradeList *list, guint n, gboolean from_end)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    parley_words_join (text, i, n, issue_of (list, from_end ? list->table->rates->len - 1 - i : i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
parley_trades_advice (const ParleyTradeList *list)
{
  guint n = MIN (NAMED, list->table->rates->len / 2);
  g_autofree char *front = name_issues (list, n, FALSE);
  g_autofree char *back = name_issues (list, n, TRUE);

  if (n == 0)
    return NULL;
  return g_strdup_printf ("%s does best to claim %s and to concede %s; %s the other way round.",
                          parley_trade_side (list, 0), front, back, parley_trade_side (list, 1));
}

/* How many points the first side gains for each that the second loses. */
static char *
rate_words (const ParleyTradeList *list, const ParleyStake *stake)
{
  char *text = NULL;
  mpq_t rate, other;

  if (stake->points[1] == 0)
    return g_strdup ("costs nothing");
  mpq_inits (rate, other, NULL);
  parley_score_to_exact (stake->points[0], side_of (list, 0)->denominator, rate);
  parley_score_to_exact (stake->points[1], side_of (list, 1)->denominator, other);
  mpq_div (rate, rate, other);
  text = parley_exact_format (rate, 2);
  mpq_clears (rate, other, NULL);
  return text;
}

static void
add_rate (ParleyTable *table, const ParleyTradeList *list, guint index)
{
  const ParleyStake *stake = rate_at (list, index);

  parley_table_row (table);
  parley_table_cell_text (table, issue_of (list, index));
  for (guint s = 0; s < 2; s++)
    parley_table_take_cell (table,
                            parley_stake_words (stake, list->trades->space, stake->wish[1 - s]));
  for (guint s = 0; s < 2; s++)
    parley_table_take_cell (table, parley_words_score (side_of (list, s), stake->points[s]));
  parley_table_take_cell (table, rate_words (list, stake));
}

void
parley_trades_add_rates (ParleyDocument *document, const ParleyTradeList *list)
{
  g_autofree char *gains = g_strdup_printf ("%s gains", parley_trade_side (list, 0));
  g_autofree char *loses = g_strdup_printf ("%s loses", parley_trade_side (list, 1));
  ParleyTable *table = NULL;

  parley_document_heading (document, 2, "Exchange rates");
  parley_stakes_add_notes (document, list->trades->scenario, list->table->stakes);
  if (list->table->rates->len == 0)
    {
      parley_document_paragraph (document, "No issue is in dispute.");
      return;
    }
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  parley_table_column (table, "Issue", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "From", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "To", PARLEY_COLUMN_TEXT);
  parley_table_column (table, gains, PARLEY_COLUMN_NUMBER);
  parley_table_column (table, loses, PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "Rate", PARLEY_COLUMN_NUMBER);
  for (guint i = 0; i < list->table->rates->len; i++)
    add_rate (table, list, i);
  parley_table_note (
      table,
      "From what %s wants most to what %s wants most. Rate: points that %s gains for "
      "each that %s loses. On top %s should claim and %s concede, at the bottom the "
      "other way round.",
      parley_trade_side (list, 1), parley_trade_side (list, 0), parley_trade_side (list, 0),
      parley_trade_side (list, 1), parley_trade_side (list, 0), parley_trade_side (list, 1));
}

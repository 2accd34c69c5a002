/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/figures.h"
#include "report/stakes.h"
#include "report/term_words.h"
#include "report/trades.h"

static const ParleyUtility *
utility_at (const ParleyTrades *self, guint slot)
{
  return g_ptr_array_index (self->utilities, slot);
}

static void
add_sides (ParleyTable *table, const ParleyTrades *self, const ParleyTradeTable *trades)
{
  for (guint s = 0; s < 2; s++)
    parley_table_cell_text (table, parley_scenario_party (self->scenario, trades->sides[s])->id);
}

/* Rates */

static void
add_rate (ParleyTable *table, const ParleyTrades *self, const ParleyTradeTable *trades, guint index)
{
  const ParleyStake *stake = g_ptr_array_index (trades->rates, index);

  parley_table_row (table);
  add_sides (table, self, trades);
  parley_table_cell_text (table, parley_scenario_issue (self->scenario, stake->issue)->id);
  for (guint s = 0; s < 2; s++)
    parley_table_take_cell (table, parley_stake_id (stake, self->space, stake->wish[1 - s]));
  for (guint s = 0; s < 2; s++)
    parley_table_take_cell (table, parley_figure_text (utility_at (self, trades->sides[s]),
                                                       stake->points[s]));
}

static ParleyTable *
rates_to_table (const ParleyTrades *self)
{
  static const char *const titles[]
      = { "first_party", "second_party", "issue", "from", "to", "first_gains", "second_loses" };
  ParleyTable *table = parley_table_new (PARLEY_TABLE_RULED);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    parley_table_column (table, titles[i], PARLEY_COLUMN_LABEL);
  for (guint i = 0; i < self->tables->len; i++)
    {
      const ParleyTradeTable *trades = g_ptr_array_index (self->tables, i);

      for (guint r = 0; r < trades->rates->len; r++)
        add_rate (table, self, trades, r);
    }
  return table;
}

/* Trades */

static void
add_columns (ParleyTable *table, const ParleyTrades *self)
{
  static const char *const places[PARLEY_TRADE_MOST] = { "first", "second", "third" };
  static const char *const parts[] = { "issue", "from", "to" };

  parley_table_column (table, "first_party", PARLEY_COLUMN_LABEL);
  parley_table_column (table, "second_party", PARLEY_COLUMN_LABEL);
  parley_table_column (table, "kind", PARLEY_COLUMN_LABEL);
  parley_table_column (table, "rank", PARLEY_COLUMN_LABEL);
  for (guint i = 0; i < PARLEY_TRADE_MOST; i++)
    for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
      {
        g_autofree char *title = g_strdup_printf ("%s_%s", places[i], parts[j]);

        parley_table_column (table, title, PARLEY_COLUMN_LABEL);
      }
  for (guint s = 0; s < self->utilities->len; s++)
    {
      g_autofree char *title
          = g_strconcat ("gain.", parley_scenario_party (self->scenario, s)->id, NULL);

      if (utility_at (self, s)->scored)
        parley_table_column (table, title, PARLEY_COLUMN_LABEL);
    }
}

static void
add_move (ParleyTable *table, const ParleyTrades *self, const ParleyTrade *trade, guint move)
{
  const ParleyExchange *exchange = self->exchange;
  guint axis = move < trade->n_moves ? trade->moves[move].axis : 0;

  if (move >= trade->n_moves)
    {
      for (guint i = 0; i < 3; i++)
        parley_table_cell_text (table, NULL);
      return;
    }
  parley_table_cell_text (
      table, parley_scenario_issue (self->scenario, exchange->space->domain->axes[axis].issue)->id);
  parley_table_take_cell (table, parley_option_id (exchange->space, axis, exchange->base[axis]));
  parley_table_take_cell (table,
                          parley_option_id (exchange->space, axis, trade->moves[move].option));
}

static void
add_trades (ParleyTable            *table,
            const ParleyTrades     *self,
            const ParleyTradeTable *trades,
            GPtrArray              *found,
            guint                   n_top)
{
  static const char *const kinds[] = { "", "gift", "pair", "triple" };

  for (guint i = 0; i < MIN (found->len, n_top); i++)
    {
      const ParleyTrade *trade = g_ptr_array_index (found, i);

      parley_table_row (table);
      add_sides (table, self, trades);
      parley_table_cell_text (table, kinds[trade->n_moves]);
      parley_table_cell (table, "%u", i + 1);
      for (guint m = 0; m < PARLEY_TRADE_MOST; m++)
        add_move (table, self, trade, m);
      for (guint s = 0; s < self->utilities->len; s++)
        if (utility_at (self, s)->scored)
          parley_table_take_cell (
              table, parley_figure_text (g_ptr_array_index (self->exchange->utilities, s),
                                         trade->gains[s]));
    }
}

ParleyTable *
parley_trades_to_table (const ParleyTrades *self, guint n_top)
{
  ParleyTable *table = NULL;

  if (self->draft == NULL)
    return rates_to_table (self);
  table = parley_table_new (PARLEY_TABLE_RULED);
  add_columns (table, self);
  for (guint i = 0; i < self->tables->len; i++)
    {
      const ParleyTradeTable *trades = g_ptr_array_index (self->tables, i);

      add_trades (table, self, trades, trades->gifts, n_top);
      add_trades (table, self, trades, trades->pairs, n_top);
      add_trades (table, self, trades, trades->triples, n_top);
    }
  return table;
}

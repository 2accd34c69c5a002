/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/trades.h"

#include "analysis/trade_search.h"
#include "base/error.h"

/* Steps: some nanoseconds each, more where sides gain. */
#define MOST_WORK 100000000

static void
table_free (gpointer data)
{
  ParleyTradeTable *self = data;

  g_ptr_array_unref (self->rates);
  g_ptr_array_unref (self->stakes);
  g_clear_pointer (&self->gifts, g_ptr_array_unref);
  g_clear_pointer (&self->pairs, g_ptr_array_unref);
  g_clear_pointer (&self->triples, g_ptr_array_unref);
  g_free (self);
}

static ParleyTradeTable *
table_new (const ParleyTrades *self, guint first, guint second)
{
  ParleyTradeTable *table = g_new0 (ParleyTradeTable, 1);
  const ParleyUtility *sides[]
      = { g_ptr_array_index (self->utilities, first), g_ptr_array_index (self->utilities, second) };

  table->sides[0] = first;
  table->sides[1] = second;
  table->stakes = parley_stakes_new (self->space, sides);
  table->rates = parley_stakes_by_rate (table->stakes);
  return table;
}

static gboolean
is_trader (const ParleyScenario *scenario, guint party)
{
  const ParleyParty *self = parley_scenario_party (scenario, party);

  return self->role == PARLEY_ROLE_PARTY && parley_party_is_scored (self);
}

static void
add_tables (ParleyTrades *self)
{
  guint n = self->scenario->parties->len;

  for (guint p = 0; p < n; p++)
    for (guint q = p + 1; q < n; q++)
      if (is_trader (self->scenario, p) && is_trader (self->scenario, q))
        g_ptr_array_add (self->tables, table_new (self, p, q));
}

static void
search_table (const ParleyTrades *self, ParleyTradeTable *table, const ParleySteps *steps)
{
  table->gifts = parley_trade_gifts (steps, table->sides);
  table->pairs = parley_trade_pairs (steps, table->sides);
  table->triples = self->no_triples ? g_ptr_array_new ()
                                    : parley_trade_triples (steps, table->sides, table->pairs);
}

static gboolean
search (ParleyTrades *self, const ParleySteps *steps, GError **error)
{
  gsize work = MOST_WORK / self->tables->len;

  if (parley_trade_pairs_work (steps) > work)
    {
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
                   "there are too many pairs of options to trade: more than %" G_GSIZE_FORMAT
                   " between two parties",
                   work);
      return FALSE;
    }
  self->no_triples = parley_trade_triples_work (steps) > work;
  for (guint i = 0; i < self->tables->len; i++)
    search_table (self, g_ptr_array_index (self->tables, i), steps);
  return TRUE;
}

static gboolean
trade_from_draft (ParleyTrades *self, GError **error)
{
  g_autoptr(ParleySteps) steps = NULL;
  gboolean found = FALSE;

  self->exchange = parley_exchange_new (self->scenario, self->draft, error);
  if (self->exchange == NULL)
    return FALSE;
  if (parley_steps_work (self->exchange) > MOST_WORK)
    {
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
                   "there are too many options and open terms to try each change by itself: more "
                   "than %d steps",
                   MOST_WORK);
      return FALSE;
    }
  steps = parley_steps_new (self->exchange);
  found = search (self, steps, error);
  self->steps = g_steal_pointer (&steps);
  return found;
}

ParleyTrades *
parley_trades_new (const ParleyScenario *scenario, const ParleyDraft *draft, GError **error)
{
  g_autoptr(ParleyTrades) self = g_new0 (ParleyTrades, 1);

  self->scenario = scenario;
  self->draft = draft;
  self->tables = g_ptr_array_new_with_free_func (table_free);
  self->space = parley_space_new (scenario, parley_domain_new (scenario), NULL, NULL, error);
  if (self->space == NULL)
    return NULL;
  self->utilities = parley_utilities_new (self->space, scenario->as_of);
  self->rounded = parley_utilities_rounded (self->utilities);
  add_tables (self);
  if (self->tables->len == 0)
    {
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
                   "trades take two parties that negotiate and have scores");
      return NULL;
    }
  return draft == NULL || trade_from_draft (self, error) ? g_steal_pointer (&self) : NULL;
}

void
parley_trades_free (ParleyTrades *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->tables);
  parley_steps_free (self->steps);
  parley_exchange_free (self->exchange);
  g_clear_pointer (&self->utilities, g_ptr_array_unref);
  parley_space_free (self->space);
  g_free (self);
}

gboolean
parley_trades_has_some (const ParleyTrades *self)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      const ParleyTradeTable *table = g_ptr_array_index (self->tables, i);

      if (table->pairs != NULL && table->pairs->len + table->triples->len > 0)
        return TRUE;
    }
  return FALSE;
}

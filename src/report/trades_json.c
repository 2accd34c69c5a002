/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/figures.h"
#include "report/stakes.h"
#include "report/trades.h"

/* What every part of the document is made from. */
typedef struct
{
  const ParleyTrades     *trades;
  const ParleyTradeTable *table;
  guint                   n_top;
  gboolean                exact;
} Context;

static const char *
party_id (const Context *self, guint party)
{
  return parley_scenario_party (self->trades->scenario, party)->id;
}

static const char *
issue_id (const Context *self, guint issue)
{
  return parley_scenario_issue (self->trades->scenario, issue)->id;
}

/* A map from party to points gained, of all with scores. */
static void
add_gains (ParleyJson *object, const char *key, const Context *self, const ParleyScore *gains)
{
  guint n_slots = self->trades->utilities->len;
  g_autofree guint *slots = g_new (guint, n_slots);

  for (guint s = 0; s < n_slots; s++)
    slots[s] = s;
  parley_figure_add_map (object, key, self->trades->scenario, self->trades->exchange->utilities,
                         slots, n_slots, gains, parley_figure_score, self->exact);
}

static ParleyJson *
move_to_json (const Context *self, const ParleyTrade *trade, guint move)
{
  const ParleyExchange *exchange = self->trades->exchange;
  guint axis = trade->moves[move].axis;
  ParleyJson *object = json_object_new_object ();

  json_object_object_add (
      object, "issue",
      parley_json_string (issue_id (self, exchange->space->domain->axes[axis].issue)));
  json_object_object_add (object, "from",
                          parley_figure_option (exchange->space, axis, exchange->base[axis]));
  json_object_object_add (object, "to",
                          parley_figure_option (exchange->space, axis, trade->moves[move].option));
  add_gains (object, "alone", self, trade->alone[move]);
  return object;
}

static ParleyJson *
trade_to_json (const Context *self, const ParleyTrade *trade)
{
  ParleyJson *object = json_object_new_object ();
  ParleyJson *changes = json_object_new_array ();

  for (guint i = 0; i < trade->n_moves; i++)
    json_object_array_add (changes, move_to_json (self, trade, i));
  json_object_object_add (object, "changes", changes);
  add_gains (object, "gains", self, trade->gains);
  return object;
}

/* { "found", "list" }; null without a draft. */
static ParleyJson *
list_to_json (const Context *self, GPtrArray *found)
{
  ParleyJson *object = NULL;
  ParleyJson *list = NULL;

  if (found == NULL)
    return NULL;
  object = json_object_new_object ();
  list = json_object_new_array ();
  for (guint i = 0; i < MIN (found->len, self->n_top); i++)
    json_object_array_add (list, trade_to_json (self, g_ptr_array_index (found, i)));
  json_object_object_add (object, "found", parley_json_size (found->len));
  json_object_object_add (object, "list", list);
  return object;
}

static ParleyJson *
rate_to_json (const Context *self, const ParleyStake *stake)
{
  ParleyJson *object = json_object_new_object ();
  g_autofree ParleyScore *points = g_new0 (ParleyScore, self->trades->utilities->len);

  for (guint s = 0; s < 2; s++)
    points[self->table->sides[s]] = stake->points[s];
  json_object_object_add (object, "issue", parley_json_string (issue_id (self, stake->issue)));
  json_object_object_add (object, "from",
                          parley_stake_to_json (stake, self->trades->space, stake->wish[1]));
  json_object_object_add (object, "to",
                          parley_stake_to_json (stake, self->trades->space, stake->wish[0]));
  parley_figure_add_map (object, "points", self->trades->scenario, self->trades->utilities,
                         self->table->sides, 2, points, parley_figure_score, self->exact);
  return object;
}

static ParleyJson *
table_to_json (const Context *self)
{
  ParleyJson *object = json_object_new_object ();
  ParleyJson *parties = json_object_new_array ();
  ParleyJson *rates = json_object_new_array ();

  for (guint s = 0; s < 2; s++)
    json_object_array_add (parties, parley_json_string (party_id (self, self->table->sides[s])));
  for (guint i = 0; i < self->table->rates->len; i++)
    json_object_array_add (rates, rate_to_json (self, g_ptr_array_index (self->table->rates, i)));
  json_object_object_add (object, "parties", parties);
  json_object_object_add (object, "gifts", list_to_json (self, self->table->gifts));
  json_object_object_add (object, "pairs", list_to_json (self, self->table->pairs));
  json_object_object_add (object, "triples",
                          self->trades->no_triples ? NULL
                                                   : list_to_json (self, self->table->triples));
  json_object_object_add (object, "rates", rates);
  return object;
}

/* The issues that the draft leaves open; null without a draft. */
static ParleyJson *
open_to_json (const Context *self)
{
  const ParleyExchange *exchange = self->trades->exchange;
  ParleyJson *list = NULL;

  if (exchange == NULL)
    return NULL;
  list = json_object_new_array ();
  for (guint a = 0; a < exchange->space->domain->n_axes; a++)
    if (exchange->base[a] == PARLEY_OPEN_TERM)
      json_object_array_add (
          list, parley_json_string (issue_id (self, exchange->space->domain->axes[a].issue)));
  return list;
}

ParleyJson *
parley_trades_to_json (const ParleyTrades *trades, guint n_top, gboolean exact)
{
  Context context = { trades, NULL, n_top, exact };
  ParleyJson *root = json_object_new_object ();
  ParleyJson *tables = json_object_new_array ();

  json_object_object_add (root, "format", parley_json_string ("parley-trades/1"));
  json_object_object_add (root, "title", parley_json_string (trades->scenario->title));
  json_object_object_add (root, "as_of", parley_json_string (trades->scenario->as_of));
  json_object_object_add (root, "rounded", json_object_new_boolean (trades->rounded));
  json_object_object_add (root, "draft",
                          parley_json_string (trades->draft == NULL ? NULL : trades->draft->id));
  json_object_object_add (root, "open", open_to_json (&context));
  for (guint i = 0; i < trades->tables->len; i++)
    {
      context.table = g_ptr_array_index (trades->tables, i);
      json_object_array_add (tables, table_to_json (&context));
    }
  json_object_object_add (root, "between", tables);
  return root;
}

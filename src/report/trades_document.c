/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/trades_parts.h"
#include "report/words.h"

static void
add_title (ParleyDocument *document, const ParleyTrades *self)
{
  g_autofree char *draft
      = self->draft == NULL ? NULL : parley_words_draft (self->draft, self->scenario->as_of);

  parley_document_heading (document, 1, "%s", self->scenario->title);
  parley_document_paragraph (document, "%s%s. %s",
                             draft == NULL ? "What the sides can trade"
                                           : "Trades from the draft of ",
                             draft == NULL ? "" : draft, parley_words_exactness (self->rounded));
}

/* "18 trades of two issues and 15 of three"; NULL when there are none. */
static char *
count_trades (const ParleyTradeTable *table)
{
  g_autofree char *pairs
      = parley_words_counted (table->pairs->len, "trade of two issues", "trades of two issues");
  g_autofree char *triples
      = parley_words_counted (table->triples->len, "trade of three", "trades of three");

  if (table->pairs->len == 0)
    return table->triples->len == 0 ? NULL : g_strconcat (triples, " issues", NULL);
  return table->triples->len == 0 ? g_steal_pointer (&pairs)
                                  : g_strconcat (pairs, " and ", triples, NULL);
}

static guint
count_known (const ParleyExchange *exchange)
{
  guint n = 0;

  for (guint a = 0; a < exchange->space->domain->n_axes; a++)
    n += parley_exchange_can_move (exchange, a);
  return n;
}

static void
add_answer (ParleyDocument *document, const ParleyTradeList *list)
{
  const ParleyTradeTable *table = list->table;
  g_autofree char *advice = parley_trades_advice (list);
  g_autofree char *found = NULL;

  if (table->pairs == NULL)
    {
      parley_document_lead (document, "%s",
                            advice == NULL ? "There is too little in dispute to trade." : advice);
      return;
    }
  found = count_trades (table);
  if (found != NULL)
    parley_document_lead (document, "YES: both %s and %s gain by %s.", parley_trade_side (list, 0),
                          parley_trade_side (list, 1), found);
  else if (count_known (list->trades->exchange) < 2)
    parley_document_lead (document, "NO: to trade takes two terms that the draft settles.");
  else
    parley_document_lead (document,
                          "NO: no trade of two%s issues leaves both %s and %s better off.",
                          list->trades->no_triples ? "" : " or three", parley_trade_side (list, 0),
                          parley_trade_side (list, 1));
  if (advice != NULL)
    parley_document_paragraph (document, "%s", advice);
}

static void
add_standing (GString *text, const ParleyScenario *scenario, const ParleyStanding *standing)
{
  g_autofree char *score = parley_words_span (standing->low, standing->high);
  g_autofree char *needed = parley_words_input (standing->reservation);

  if (!standing->scored)
    return;
  g_string_append_printf (text, "%s%s %s", text->len == 0 ? "" : "; ",
                          parley_scenario_party (scenario, standing->party)->title, score);
  if (standing->has_reservation)
    g_string_append_printf (text, " (needs %s)", needed);
}

/* What everyone has before any trade. */
static void
add_standings (ParleyDocument *document,
               const ParleyScenario *scenario,
               const ParleyDraftScore *score)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint p = 0; p < score->standings->len; p++)
    add_standing (text, scenario, g_ptr_array_index (score->standings, p));
  parley_document_paragraph (document, "Points in the draft: %s.", text->str);
}

/* The most that a trade of the list brings the party of @slot. */
static ParleyScore
largest_gain (const ParleyTradeTable *table, guint slot)
{
  ParleyScore most = 0;

  for (guint i = 0; i < table->pairs->len; i++)
    most = MAX (most, ((const ParleyTrade *) g_ptr_array_index (table->pairs, i))->gains[slot]);
  for (guint i = 0; i < table->triples->len; i++)
    most = MAX (most, ((const ParleyTrade *) g_ptr_array_index (table->triples, i))->gains[slot]);
  return most;
}

/* A trade may help a side and yet not be enough. */
static void
add_shortfall (ParleyDocument *document, const ParleyTradeList *list, guint side)
{
  guint slot = list->table->sides[side];
  const ParleyStanding *standing = g_ptr_array_index (list->score->standings, slot);
  const ParleyUtility *utility = g_ptr_array_index (list->trades->exchange->utilities, slot);
  g_autofree char *most = NULL;
  g_autofree char *needed = NULL;
  mpq_t gain, missing;

  if (!standing->has_reservation || mpq_cmp (standing->high, standing->reservation) >= 0)
    return;
  mpq_inits (gain, missing, NULL);
  parley_score_to_exact (largest_gain (list->table, slot), utility->denominator, gain);
  mpq_sub (missing, standing->reservation, standing->high);
  most = parley_words_points (gain);
  needed = parley_words_points (missing);
  if (mpq_cmp (gain, missing) < 0)
    parley_document_note (document,
                          "No trade makes %s accept: it is at least %s points short, and the best "
                          "of these for it brings %s.",
                          parley_trade_side (list, side), needed, most);
  mpq_clears (gain, missing, NULL);
}

/* Whose red lines the draft crosses: trades need not mend that. */
static void
add_red_lines (ParleyDocument *document,
               const ParleyScenario *scenario,
               const ParleyDraftScore *score)
{
  for (guint p = 0; p < score->standings->len; p++)
    {
      const ParleyStanding *standing = g_ptr_array_index (score->standings, p);
      const ParleyParty *party = parley_scenario_party (scenario, p);

      if (standing->red_lines->len > 0 && parley_party_decides (party))
        parley_document_note (
            document,
            "The draft crosses red lines of %s. A trade may leave them crossed; it "
            "crosses no other.",
            party->title);
    }
}

/* Which terms stay out of trades. */
static void
add_open_terms (ParleyDocument *document, const ParleyTrades *self)
{
  g_autoptr(GPtrArray) open = g_ptr_array_new ();
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint a = 0; a < self->exchange->space->domain->n_axes; a++)
    if (self->exchange->base[a] == PARLEY_OPEN_TERM)
      g_ptr_array_add (open, parley_scenario_issue (self->scenario,
                                                    self->exchange->space->domain->axes[a].issue)
                                 ->title);
  for (guint i = 0; i < open->len; i++)
    parley_words_join (text, i, open->len, g_ptr_array_index (open, i));
  if (open->len > 0)
    parley_document_note (document,
                          "Not traded, since the draft leaves %s open: %s. Gains are what is sure, "
                          "whatever %s.",
                          open->len == 1 ? "it" : "them", text->str,
                          open->len == 1 ? "it says" : "they say");
}

static void
add_table (ParleyDocument *document, const ParleyTradeList *list)
{
  if (list->trades->tables->len > 1)
    parley_document_heading (document, 2, "%s and %s", parley_trade_side (list, 0),
                             parley_trade_side (list, 1));
  add_answer (document, list);
  if (list->table->pairs != NULL)
    {
      for (guint s = 0; s < 2 && list->score != NULL; s++)
        add_shortfall (document, list, s);
      parley_trades_add_lists (document, list);
    }
  parley_trades_add_rates (document, list);
}

ParleyDocument *
parley_trades_to_document (const ParleyTrades *self, const ParleyDraftScore *score, guint n_top)
{
  ParleyDocument *document = parley_document_new ();

  add_title (document, self);
  if (score != NULL)
    {
      add_standings (document, self->scenario, score);
      add_red_lines (document, self->scenario, score);
    }
  if (self->draft != NULL)
    add_open_terms (document, self);
  for (guint i = 0; i < self->tables->len; i++)
    {
      const ParleyTradeList list = { self, g_ptr_array_index (self->tables, i), score, n_top };

      add_table (document, &list);
    }
  return document;
}

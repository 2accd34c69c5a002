/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/term_words.h"
#include "report/trades_parts.h"
#include "report/words.h"

static const ParleyUtility *
utility_at (const ParleyTradeList *list, guint slot)
{
  return g_ptr_array_index (list->trades->exchange->utilities, slot);
}

/* "+1.3": what a party gains. */
static char *
gain_words (const ParleyTradeList *list, guint slot, const ParleyScore *gains)
{
  g_autofree char *points = parley_words_score (utility_at (list, slot), gains[slot]);

  return g_strconcat (gains[slot] > 0 ? "+" : "", points, NULL);
}

/* "Law and forum: New York courts -> Neutral (-1.0, +3.4)". */
static char *
move_words (const ParleyTradeList *list, const ParleyTrade *trade, guint move)
{
  const ParleyExchange *exchange = list->trades->exchange;
  guint axis = trade->moves[move].axis;
  guint issue = exchange->space->domain->axes[axis].issue;
  g_autofree char *from = parley_words_option (exchange->space, axis, exchange->base[axis]);
  g_autofree char *to = parley_words_option (exchange->space, axis, trade->moves[move].option);
  g_autofree char *first = gain_words (list, list->table->sides[0], trade->alone[move]);
  g_autofree char *second = gain_words (list, list->table->sides[1], trade->alone[move]);

  return g_strdup_printf ("%s: %s -> %s (%s, %s)",
                          parley_scenario_issue (list->trades->scenario, issue)->title, from, to,
                          first, second);
}

/* The changes by which @side gives, and with the first side what neither gives by. */
static char *
given_by (const ParleyTradeList *list, const ParleyTrade *trade, guint side)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < trade->n_moves; i++)
    {
      gboolean second = trade->alone[i][list->table->sides[1]] < 0
                        && trade->alone[i][list->table->sides[0]] >= 0;
      g_autofree char *words = move_words (list, trade, i);

      if (second == (side == 1))
        g_string_append_printf (text, "%s%s", text->len == 0 ? "" : "; ", words);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Whether the party of @slot, which accepts in every completion, may no longer do so after it has
 * gained @gain. */
static gboolean
falls_below (const ParleyTradeList *list, guint slot, ParleyScore gain)
{
  const ParleyStanding *standing
      = list->score == NULL ? NULL : g_ptr_array_index (list->score->standings, slot);
  gboolean below = FALSE;
  mpq_t after;

  if (standing == NULL || !standing->has_reservation
      || mpq_cmp (standing->low, standing->reservation) < 0)
    return FALSE;
  mpq_init (after);
  parley_score_to_exact (gain, utility_at (list, slot)->denominator, after);
  mpq_add (after, after, standing->low);
  below = mpq_cmp (after, standing->reservation) < 0;
  mpq_clear (after);
  return below;
}

static gboolean
is_other (const ParleyTradeList *list, guint slot)
{
  return utility_at (list, slot)->scored && slot != list->table->sides[0]
         && slot != list->table->sides[1];
}

static gboolean
has_others (const ParleyTradeList *list)
{
  for (guint s = 0; s < list->trades->exchange->utilities->len; s++)
    if (is_other (list, s))
      return TRUE;
  return FALSE;
}

/* "Rada -3.0, below its reservation": what it does to the other parties. */
static char *
others_words (const ParleyTradeList *list, const ParleyTrade *trade)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint s = 0; s < list->trades->exchange->utilities->len; s++)
    {
      g_autofree char *gain = gain_words (list, s, trade->gains);

      if (is_other (list, s) && trade->gains[s] != 0)
        g_string_append_printf (text, "%s%s %s%s", text->len == 0 ? "" : "; ",
                                parley_scenario_party (list->trades->scenario, s)->title, gain,
                                falls_below (list, s, trade->gains[s]) ? ", below its reservation"
                                                                       : "");
    }
  return text->len == 0 ? g_strdup ("no change") : g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_columns (ParleyTable *table, const ParleyTradeList *list, gboolean gifts)
{
  if (gifts)
    parley_table_column (table, "Change", PARLEY_COLUMN_TEXT);
  for (guint s = 0; !gifts && s < 2; s++)
    {
      g_autofree char *title = g_strdup_printf ("%s gives", parley_trade_side (list, s));

      parley_table_column (table, title, PARLEY_COLUMN_TEXT);
    }
  parley_table_group (table, "Gains", 2);
  for (guint s = 0; s < 2; s++)
    parley_table_column (table, parley_trade_side (list, s), PARLEY_COLUMN_NUMBER);
  if (has_others (list))
    parley_table_column (table, "Others", PARLEY_COLUMN_TEXT);
}

static void
add_row (ParleyTable *table, const ParleyTradeList *list, const ParleyTrade *trade)
{
  parley_table_row (table);
  if (trade->n_moves == 1)
    parley_table_take_cell (table, move_words (list, trade, 0));
  for (guint s = 0; trade->n_moves > 1 && s < 2; s++)
    parley_table_take_cell (table, given_by (list, trade, s));
  for (guint s = 0; s < 2; s++)
    parley_table_take_cell (table, gain_words (list, list->table->sides[s], trade->gains));
  if (has_others (list))
    parley_table_take_cell (table, others_words (list, trade));
}

static void
add_list (ParleyDocument        *document,
          const ParleyTradeList *list,
          GPtrArray             *found,
          const char            *caption,
          const char            *note)
{
  guint n_shown = MIN (found->len, list->n_top);
  ParleyTable *table = NULL;

  if (found->len == 0)
    return;
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  parley_table_caption (table, "%s", caption);
  add_columns (table, list, ((const ParleyTrade *) g_ptr_array_index (found, 0))->n_moves == 1);
  for (guint i = 0; i < n_shown; i++)
    add_row (table, list, g_ptr_array_index (found, i));
  if (n_shown < found->len)
    parley_table_note (table, "%u more with --top %u.", found->len - n_shown, found->len);
  if (note != NULL)
    parley_table_note (table, "%s", note);
}

void
parley_trades_add_lists (ParleyDocument *document, const ParleyTradeList *list)
{
  add_list (document, list, list->table->gifts, "Free: better for one side, no worse for the other",
            NULL);
  add_list (document, list, list->table->pairs, "Trades of two issues, the best of any two",
            "Best first: by the smaller of the two gains, then the larger. In brackets what each "
            "change brings the two sides by itself.");
  add_list (document, list, list->table->triples,
            "Trades of three issues, where no two of them make one", NULL);
  if (list->trades->no_triples)
    parley_document_note (document,
                          "Trades of three issues were not looked for: there are too many "
                          "combinations of options.");
}

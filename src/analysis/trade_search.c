/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/trade_search.h"

#include "space/order.h"

/* What is looked for among some axes, and with what. */
typedef struct
{
  const ParleySteps *steps;
  const guint       *sides;
  guint              n_slots;
  ParleyOrder       *order;
  ParleyScore       *gains; /* [slot]: of the changes in hand */
  ParleyScore       *part;  /* of some of them */
  ParleyScore       *left;  /* as scores, to be compared */
  ParleyScore       *right;
} Search;

static void
search_init (Search *self, const ParleySteps *steps, const guint *sides)
{
  GPtrArray *utilities = steps->exchange->utilities;

  self->steps = steps;
  self->sides = sides;
  self->n_slots = utilities->len;
  self->order = parley_order_new (PARLEY_ORDER_EGALITARIAN, utilities, sides, 2);
  self->gains = g_new (ParleyScore, self->n_slots);
  self->part = g_new (ParleyScore, self->n_slots);
  self->left = g_new (ParleyScore, self->n_slots);
  self->right = g_new (ParleyScore, self->n_slots);
}

static void
search_clear (Search *self)
{
  parley_order_free (self->order);
  g_free (self->gains);
  g_free (self->part);
  g_free (self->left);
  g_free (self->right);
}

static const ParleyScore *
alone (const Search *self, const ParleyMove *move)
{
  return self->steps->gains[move->axis][move->option];
}

/* Sets @gains to those of the changes. Across blocks they add up. Returns: whether the changes are
 * allowed. */
static gboolean
combine (const Search *self, const ParleyMove *moves, guint n_moves, ParleyScore *gains)
{
  ParleyExchange *exchange = self->steps->exchange;
  gboolean allowed = TRUE;

  for (guint i = 0; i < n_moves; i++)
    for (guint j = 0; j < i; j++)
      if (exchange->block[moves[i].axis] == exchange->block[moves[j].axis])
        return parley_exchange_try (exchange, moves, n_moves, gains);
  for (guint s = 0; s < self->n_slots; s++)
    gains[s] = 0;
  for (guint i = 0; i < n_moves; i++)
    {
      allowed &= self->steps->allowed[moves[i].axis][moves[i].option];
      for (guint s = 0; s < self->n_slots; s++)
        gains[s] += alone (self, &moves[i])[s];
    }
  return allowed;
}

/* A gain counts as a surplus, above what the order takes for nothing. */
static void
to_scores (const Search *self, const ParleyScore *gains, ParleyScore *scores)
{
  for (guint s = 0; s < self->n_slots; s++)
    {
      const ParleyUtility *utility = g_ptr_array_index (self->steps->exchange->utilities, s);

      scores[s] = gains[s] + (utility->has_reservation ? utility->reservation : 0);
    }
}

static int
compare_gains (const Search *self, const ParleyScore *a, const ParleyScore *b)
{
  to_scores (self, a, self->left);
  to_scores (self, b, self->right);
  return parley_order_compare (self->order, self->left, self->right);
}

static gboolean
both_gain (const Search *self, const ParleyScore *gains)
{
  return gains[self->sides[0]] > 0 && gains[self->sides[1]] > 0;
}

/* Whether the sides give on different issues: each change by itself being what it costs. */
static gboolean
each_gives (const Search *self, const ParleyMove *moves, guint n_moves)
{
  for (guint i = 0; i < n_moves; i++)
    for (guint j = 0; j < n_moves; j++)
      if (i != j && alone (self, &moves[i])[self->sides[0]] < 0
          && alone (self, &moves[j])[self->sides[1]] < 0)
        return TRUE;
  return FALSE;
}

/* Whether some of the three changes do without the rest. */
static gboolean
some_suffice (const Search *self, const ParleyMove *moves)
{
  for (guint left_out = 0; left_out < 3; left_out++)
    {
      const ParleyMove rest[] = { moves[left_out == 0 ? 1 : 0], moves[left_out == 2 ? 1 : 2] };

      if (combine (self, rest, 2, self->part) && both_gain (self, self->part))
        return TRUE;
      if (self->steps->allowed[moves[left_out].axis][moves[left_out].option]
          && both_gain (self, alone (self, &moves[left_out])))
        return TRUE;
    }
  return FALSE;
}

/* Whether the changes, whose gains are then in hand, are what is looked for: of one issue a gift,
 * of several a trade. */
static gboolean
is_wanted (const Search *self, const ParleyMove *moves, guint n_moves)
{
  const ParleyScore *gains = self->gains;

  if (n_moves > 1 && !each_gives (self, moves, n_moves))
    return FALSE;
  if (!combine (self, moves, n_moves, self->gains))
    return FALSE;
  if (n_moves == 1)
    return gains[self->sides[0]] >= 0 && gains[self->sides[1]] >= 0
           && gains[self->sides[0]] + gains[self->sides[1]] > 0;
  return both_gain (self, gains) && (n_moves < 3 || !some_suffice (self, moves));
}

/* The next options of the changes, the last first, leaving out those that change nothing. Returns:
 * FALSE behind the last. */
static gboolean
advance (const Search *self, ParleyMove *moves, guint n_moves)
{
  const ParleyExchange *exchange = self->steps->exchange;

  for (guint i = n_moves; i-- > 0;)
    {
      guint base = exchange->base[moves[i].axis];

      moves[i].option += moves[i].option + 1 == base ? 2 : 1;
      if (moves[i].option < exchange->space->domain->axes[moves[i].axis].n_options)
        return TRUE;
      moves[i].option = base == 0;
    }
  return FALSE;
}

static ParleyTrade *
trade_new (const Search *self, const ParleyMove *moves, guint n_moves)
{
  ParleyTrade *trade = g_new0 (ParleyTrade, 1);

  trade->n_moves = n_moves;
  trade->gains = g_memdup2 (self->gains, self->n_slots * sizeof *trade->gains);
  for (guint i = 0; i < n_moves; i++)
    {
      trade->moves[i] = moves[i];
      trade->alone[i] = self->steps->gains[moves[i].axis][moves[i].option];
    }
  return trade;
}

static void
trade_free (gpointer data)
{
  ParleyTrade *self = data;

  if (self == NULL)
    return;
  g_free (self->gains);
  g_free (self);
}

/* The best of what is looked for on all of @axes, of equals the first in file order, is added to
 * @found. */
static void
add_best (const Search *self, GPtrArray *found, const guint *axes, guint n)
{
  ParleyMove moves[PARLEY_TRADE_MOST];
  ParleyTrade *best = NULL;

  for (guint i = 0; i < n; i++)
    {
      if (self->steps->gains[axes[i]] == NULL)
        return;
      moves[i] = (ParleyMove){ axes[i], self->steps->exchange->base[axes[i]] == 0 };
    }
  do
    if (is_wanted (self, moves, n)
        && (best == NULL || compare_gains (self, self->gains, best->gains) > 0))
      {
        trade_free (best);
        best = trade_new (self, moves, n);
      }
  while (advance (self, moves, n));
  if (best != NULL)
    g_ptr_array_add (found, best);
}

static gint
better_first (gconstpointer a, gconstpointer b, gpointer data)
{
  const Search *self = data;
  const ParleyTrade *x = *(ParleyTrade *const *) a;
  const ParleyTrade *y = *(ParleyTrade *const *) b;
  int order = compare_gains (self, y->gains, x->gains);

  for (guint i = 0; i < x->n_moves && order == 0; i++)
    order = (x->moves[i].axis > y->moves[i].axis) - (x->moves[i].axis < y->moves[i].axis);
  return order;
}

GPtrArray *
parley_trade_gifts (const ParleySteps *steps, const guint *sides)
{
  GPtrArray *gifts = g_ptr_array_new_with_free_func (trade_free);
  Search search;

  search_init (&search, steps, sides);
  for (guint i = 0; i < steps->exchange->space->domain->n_axes; i++)
    add_best (&search, gifts, &i, 1);
  search_clear (&search);
  return gifts;
}

GPtrArray *
parley_trade_pairs (const ParleySteps *steps, const guint *sides)
{
  GPtrArray *pairs = g_ptr_array_new_with_free_func (trade_free);
  guint n_axes = steps->exchange->space->domain->n_axes;
  Search search;

  search_init (&search, steps, sides);
  for (guint i = 0; i < n_axes; i++)
    for (guint j = i + 1; j < n_axes; j++)
      add_best (&search, pairs, (const guint[]){ i, j }, 2);
  g_ptr_array_sort_with_data (pairs, better_first, &search);
  search_clear (&search);
  return pairs;
}

/* [axis * n_axes + axis]: whether two of them make a trade. */
static gboolean *
mark_traded (GPtrArray *pairs, guint n_axes)
{
  gboolean *traded = g_new0 (gboolean, (gsize) n_axes * n_axes);

  for (guint i = 0; i < pairs->len; i++)
    {
      const ParleyTrade *trade = g_ptr_array_index (pairs, i);

      traded[(gsize) trade->moves[0].axis * n_axes + trade->moves[1].axis] = TRUE;
    }
  return traded;
}

GPtrArray *
parley_trade_triples (const ParleySteps *steps, const guint *sides, GPtrArray *pairs)
{
  GPtrArray *triples = g_ptr_array_new_with_free_func (trade_free);
  guint n_axes = steps->exchange->space->domain->n_axes;
  g_autofree gboolean *traded = mark_traded (pairs, n_axes);
  Search search;

  search_init (&search, steps, sides);
  for (guint i = 0; i < n_axes; i++)
    for (guint j = i + 1; j < n_axes; j++)
      for (guint k = j + 1; k < n_axes && !traded[(gsize) i * n_axes + j]; k++)
        if (!traded[(gsize) i * n_axes + k] && !traded[(gsize) j * n_axes + k])
          add_best (&search, triples, (const guint[]){ i, j, k }, 3);
  g_ptr_array_sort_with_data (triples, better_first, &search);
  search_clear (&search);
  return triples;
}

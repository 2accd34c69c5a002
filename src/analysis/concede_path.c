/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/concede_path.h"

#include "space/order.h"

/* So many terms are tried together where fewer cannot change; then all that are left. */
#define MOST_TOGETHER 3

/* The deal that was come to, and what still differs from the end. */
typedef struct
{
  ParleyConcessions *all;
  ParleyDeal        *here;
  GArray            *left;    /* of guint: axes */
  guint             *options; /* for work */
  ParleyOrder       *order;   /* by the surpluses of the others */
} Way;

/* A step that could be next. */
typedef struct
{
  guint          n;
  guint          places[MOST_TOGETHER]; /* in what is left */
  ParleyStepKind kind;
  ParleyScore    cost;
  mpq_t          gain; /* of the worst-off of the others */
} Candidate;

void
parley_concession_free (ParleyConcession *self)
{
  g_array_unref (self->moves);
  parley_deal_free (self->after);
  g_free (self);
}

/* The smallest surplus of the others. */
static void
set_smallest (const Way *way, const ParleyScore *scores, mpq_ptr smallest)
{
  mpq_t *surpluses = parley_order_exact (way->order, scores);

  mpq_set (smallest, surpluses[0]);
  for (guint i = 1; i < way->all->n_others; i++)
    if (mpq_cmp (surpluses[i], smallest) < 0)
      mpq_set (smallest, surpluses[i]);
  parley_surpluses_free (surpluses, way->all->n_others);
}

/* Whether the options for work break no rule, and cross no red line of a party that decides that
 * the deal here does not cross. */
static gboolean
is_allowed (const Way *way)
{
  const ParleySpace *space = way->all->space;

  for (guint c = 0; c < space->couplings->len; c++)
    {
      const ParleyCoupling *coupling = g_ptr_array_index (space->couplings, c);
      gboolean binds
          = coupling->effect == PARLEY_EFFECT_FORBID
            || (coupling->effect == PARLEY_EFFECT_RED_LINE
                && parley_party_decides (parley_scenario_party (space->scenario, coupling->party)));

      if (binds && parley_predicate_matches (coupling->predicate, way->options)
          && !parley_predicate_matches (coupling->predicate, way->here->options))
        return FALSE;
    }
  return TRUE;
}

/* Sets the options for work to those here, with @n terms of what is left as they are in the end. */
static void
set_options (const Way *way, const guint *places, guint n)
{
  for (guint a = 0; a < way->all->space->domain->n_axes; a++)
    way->options[a] = way->here->options[a];
  for (guint i = 0; i < n; i++)
    {
      guint axis = g_array_index (way->left, guint, places[i]);

      way->options[axis] = way->all->end->options[axis];
    }
}

static ParleyStepKind
kind_of (ParleyScore cost, mpq_srcptr gain)
{
  if (cost > 0)
    return PARLEY_STEP_GIVE;
  return mpq_sgn (gain) < 0 ? PARLEY_STEP_ASK : PARLEY_STEP_FREE;
}

/* What the options for work cost and bring. */
static void
weigh (const Way *way, Candidate *candidate)
{
  g_autoptr(ParleyDeal) deal
      = parley_deal_new (way->all->space, way->all->utilities, way->options);
  mpq_t before;

  mpq_init (before);
  candidate->cost = way->here->scores[way->all->party] - deal->scores[way->all->party];
  set_smallest (way, way->here->scores, before);
  set_smallest (way, deal->scores, candidate->gain);
  mpq_sub (candidate->gain, candidate->gain, before);
  candidate->kind = kind_of (candidate->cost, candidate->gain);
  mpq_clear (before);
}

/* How the gain of @a for its cost stands to that of @b: multiplied by both costs, so that nothing
 * is divided by a cost of 0. What is asked for costs nothing or less, and loses: the smaller loss
 * for the party's gain is the better. */
static int
compare_rates (const Candidate *a, const Candidate *b)
{
  int order = 0;
  mpq_t left, right, cost;

  mpq_inits (left, right, cost, NULL);
  parley_score_to_integer (b->cost < 0 ? -b->cost : b->cost, mpq_numref (cost));
  mpq_mul (left, a->gain, cost);
  parley_score_to_integer (a->cost < 0 ? -a->cost : a->cost, mpq_numref (cost));
  mpq_mul (right, b->gain, cost);
  order = mpq_cmp (left, right);
  mpq_clears (left, right, cost, NULL);
  return order;
}

/* Above 0 when @a comes before @b. Of what is free the larger one. */
static int
compare (const Candidate *a, const Candidate *b)
{
  if (a->kind != b->kind)
    return a->kind < b->kind ? 1 : -1;
  if (a->kind == PARLEY_STEP_FREE)
    return mpq_cmp (a->gain, b->gain);
  return compare_rates (a, b);
}

/* Keeps the step that changes the terms at @places when it is allowed and comes before @best. */
static void
consider (const Way *way, const guint *places, guint n, Candidate *best)
{
  Candidate candidate = { .n = n };

  set_options (way, places, n);
  if (!is_allowed (way))
    return;
  for (guint i = 0; i < n; i++)
    candidate.places[i] = places[i];
  mpq_init (candidate.gain);
  weigh (way, &candidate);
  if (best->n == 0 || compare (&candidate, best) > 0)
    {
      mpq_swap (candidate.gain, best->gain);
      best->n = n;
      best->kind = candidate.kind;
      best->cost = candidate.cost;
      for (guint i = 0; i < n; i++)
        best->places[i] = places[i];
    }
  mpq_clear (candidate.gain);
}

/* All ways to choose @n of what is left, from the place @from on. */
static void
consider_all (const Way *way, guint *places, guint chosen, guint n, Candidate *best)
{
  guint from = chosen == 0 ? 0 : places[chosen - 1] + 1;

  if (chosen == n)
    {
      consider (way, places, n, best);
      return;
    }
  for (guint p = from; p < way->left->len; p++)
    {
      places[chosen] = p;
      consider_all (way, places, chosen + 1, n, best);
    }
}

/* Takes the step that the options for work are, with the terms at @places; these are left no
 * more. */
static void
take_step (Way *way, const guint *places, guint n)
{
  ParleyConcession *step = g_new0 (ParleyConcession, 1);
  Candidate candidate = { 0 };

  mpq_init (candidate.gain);
  weigh (way, &candidate);
  step->kind = candidate.kind;
  mpq_clear (candidate.gain);
  step->moves = g_array_new (FALSE, FALSE, sizeof (ParleyMove));
  for (guint i = 0; i < n; i++)
    {
      guint axis = g_array_index (way->left, guint, places[i]);
      const ParleyMove move = { axis, way->options[axis] };

      g_array_append_val (step->moves, move);
    }
  for (guint i = n; i-- > 0;)
    g_array_remove_index (way->left, places[i]);
  step->before = way->here;
  step->after = parley_deal_new (way->all->space, way->all->utilities, way->options);
  step->accepted = parley_deal_is_acceptable (way->all->space, way->all->utilities, step->after);
  way->here = step->after;
  g_ptr_array_add (way->all->steps, step);
}

static void
go_on (Way *way)
{
  guint places[MOST_TOGETHER] = { 0 };
  Candidate best = { 0 };
  g_autofree guint *all = g_new0 (guint, way->left->len);

  mpq_init (best.gain);
  for (guint n = 1; n <= MIN (MOST_TOGETHER, way->left->len) && best.n == 0; n++)
    consider_all (way, places, 0, n, &best);
  for (guint i = 0; i < way->left->len; i++)
    all[i] = i;
  if (best.n > 0)
    {
      set_options (way, best.places, best.n);
      take_step (way, best.places, best.n);
    }
  else
    {
      set_options (way, all, way->left->len);
      take_step (way, all, way->left->len);
    }
  mpq_clear (best.gain);
}

void
parley_concede_path (ParleyConcessions *self)
{
  guint n_axes = self->space->domain->n_axes;
  g_autoptr(GArray) left = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *options = g_new (guint, n_axes);
  g_autoptr(ParleyOrder) order
      = parley_order_new (PARLEY_ORDER_EGALITARIAN, self->utilities, self->others, self->n_others);
  Way way = { self, self->start, left, options, order };

  for (guint a = 0; a < n_axes; a++)
    if (self->start->options[a] != self->end->options[a])
      g_array_append_val (left, a);
  while (left->len > 0)
    go_on (&way);
}

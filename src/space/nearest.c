/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/nearest.h"

#include "space/group.h"
#include "space/plan.h"

/* Guesses: each weighs the party that missed most in the last one more. */
#define N_GUESSES 24
#define HEAVIER 1.5

/* A search for a deal that nobody misses much, by weighted sums of scores. It only has to
 * be good, not the best, so doubles will do. */
typedef struct
{
  const ParleyAcceptance *acceptance;
  const ParleyView       *view;
  const ParleyDiagram    *diagram;
  double                 *units;   /* [dim]: points in a step */
  double                 *weights; /* [dim] */
  double                **worth;   /* [layer][node]: the greatest weighted sum to come */
} Guess;

static double
worth_of (const Guess *self, guint l, guint node, guint option, guint32 *child)
{
  const ParleyLayer *layer = &self->diagram->layers[l];
  const ParleyScore *gain = NULL;
  double worth = 0;

  *child = parley_layer_child (layer, node, option);
  if (*child == PARLEY_NO_NODE)
    return 0;
  worth = self->worth[l + 1][*child];
  gain = parley_layer_gain (layer, self->diagram->n_dims, node, option);
  for (guint d = 0; d < self->view->n_objectives; d++)
    worth += self->weights[d] * self->units[d] * (double) gain[d];
  return worth;
}

/* The option with the greatest worth, the first of those that tie. */
static guint
best_option (const Guess *self, guint l, guint node, double *worth)
{
  guint best = G_MAXUINT;

  for (guint o = 0; o < self->diagram->layers[l].n_options; o++)
    {
      guint32 child = PARLEY_NO_NODE;
      double one = worth_of (self, l, node, o, &child);

      if (child == PARLEY_NO_NODE || (best != G_MAXUINT && one <= *worth))
        continue;
      best = o;
      *worth = one;
    }
  return best;
}

static ParleyDeal *
make_guess (const Guess *self)
{
  const ParleyDiagram *diagram = self->diagram;
  g_autofree guint *options = g_new0 (guint, diagram->n_layers);
  guint node = 0;
  double worth = 0;

  for (guint l = diagram->n_layers; l-- > 0;)
    for (guint n = 0; n < diagram->layers[l].n_nodes; n++)
      best_option (self, l, n, &self->worth[l][n]);
  for (guint l = 0; l < diagram->n_layers; l++)
    {
      guint option = best_option (self, l, node, &worth);

      options[diagram->layers[l].axis] = option;
      node = parley_layer_child (&diagram->layers[l], node, option);
    }
  return parley_deal_new (self->acceptance->space, self->acceptance->utilities, options);
}

/* Sets @most to the largest shortfall of @deal, in points. Returns: whose it is. */
static guint
largest_shortfall (const ParleyView *view, const ParleyDeal *deal, mpq_ptr most)
{
  guint worst = 0;
  mpq_t one;

  mpq_init (one);
  for (guint d = 0; d < view->n_objectives; d++)
    {
      const ParleyUtility *utility = parley_view_utility (view, d);

      parley_score_to_exact (utility->reservation - deal->scores[parley_view_dim (view, d)->slot],
                             utility->denominator, one);
      if (d > 0 && mpq_cmp (one, most) <= 0)
        continue;
      mpq_set (most, one);
      worst = d;
    }
  mpq_clear (one);
  return worst;
}

static void
guess_init (Guess *self,
            const ParleyAcceptance *acceptance,
            const ParleyView *view,
            const ParleyDiagram *diagram)
{
  *self = (Guess){ .acceptance = acceptance, .view = view, .diagram = diagram };
  self->units = g_new (double, MAX (1, view->n_objectives));
  self->weights = g_new (double, MAX (1, view->n_objectives));
  for (guint d = 0; d < view->n_objectives; d++)
    {
      self->units[d] = 1 / mpz_get_d (parley_view_utility (view, d)->denominator);
      self->weights[d] = 1;
    }
  self->worth = g_new (double *, diagram->n_layers + 1);
  for (guint l = 0; l <= diagram->n_layers; l++)
    self->worth[l] = g_new0 (double, l == diagram->n_layers ? 1 : diagram->layers[l].n_nodes);
}

static void
guess_clear (Guess *self)
{
  for (guint l = 0; l <= self->diagram->n_layers; l++)
    g_free (self->worth[l]);
  g_free (self->worth);
  g_free (self->units);
  g_free (self->weights);
}

/* Sets @shortfall (points) to one that some deal of @view does not exceed. */
static void
bound_shortfall (const ParleyAcceptance *acceptance,
                 const ParleyView *view,
                 const ParleyDiagram *diagram,
                 mpq_ptr shortfall)
{
  Guess guess;
  mpq_t one;

  mpq_init (one);
  guess_init (&guess, acceptance, view, diagram);
  for (guint i = 0; i < N_GUESSES; i++)
    {
      g_autoptr(ParleyDeal) deal = make_guess (&guess);

      guess.weights[largest_shortfall (view, deal, one)] *= HEAVIER;
      if (i == 0 || mpq_cmp (one, shortfall) < 0)
        mpq_set (shortfall, one);
    }
  guess_clear (&guess);
  mpq_clear (one);
}

/* @shortfall in whole steps of each party, rounded down. */
static ParleyScore *
in_steps (const ParleyAcceptance *acceptance, mpq_srcptr shortfall)
{
  ParleyScore *steps = g_new0 (ParleyScore, acceptance->utilities->len);
  mpq_t scaled;

  mpq_init (scaled);
  for (guint s = 0; s < acceptance->utilities->len; s++)
    {
      const ParleyUtility *utility = g_ptr_array_index (acceptance->utilities, s);

      mpz_mul (mpq_numref (scaled), mpq_numref (shortfall), utility->denominator);
      mpz_fdiv_q (mpq_numref (scaled), mpq_numref (scaled), mpq_denref (shortfall));
      mpz_set_ui (mpq_denref (scaled), 1);
      if (!parley_score_from_exact (scaled, &steps[s]))
        steps[s] = PARLEY_SCORE_LIMIT;
    }
  mpq_clear (scaled);
  return steps;
}

static ParleyOrder *
order_of_objectives (const ParleyView *view)
{
  g_autofree guint *slots = g_new (guint, MAX (1, view->n_objectives));

  for (guint d = 0; d < view->n_objectives; d++)
    slots[d] = parley_view_dim (view, d)->slot;
  return parley_order_new (PARLEY_ORDER_EGALITARIAN, view->utilities, slots, view->n_objectives);
}

/* The nearest miss of a group's deals that fall short by no more than @shortfall
 * (nullable: by anything). Returns: NULL when there is none, and on error. */
static ParleyDeal *
best_within (const ParleyAcceptance *acceptance, guint g, mpq_srcptr shortfall, GError **error)
{
  g_autofree ParleyScore *steps = shortfall == NULL ? NULL : in_steps (acceptance, shortfall);
  g_autoptr(ParleyGroup) group
      = parley_group_new_take (parley_acceptance_view_of_misses (acceptance, g, steps), error);
  g_autoptr(ParleyOrder) order = NULL;
  g_autoptr(ParleyOrder) compact = NULL;
  g_autoptr(GPtrArray) found = NULL;

  if (group == NULL)
    return NULL;
  order = order_of_objectives (group->view);
  compact = parley_order_new_compact (order);
  found = parley_group_best (group, compact, 1);
  return found->len == 0 ? NULL
                         : parley_deal_new (acceptance->space, acceptance->utilities,
                                            g_ptr_array_index (found, 0));
}

/* What a guess falls short by bounds the nearest miss; but a guess knows nothing of bounds
 * on scores. Returns: FALSE on error; sets @deal to NULL when every deal of the group
 * crosses a line or is out of bounds. */
static gboolean
nearest_of_group (const ParleyAcceptance *acceptance, guint g, ParleyDeal **deal, GError **error)
{
  GError *why = NULL;
  g_autoptr(ParleyView) view = parley_acceptance_view_of_misses (acceptance, g, NULL);
  g_autoptr(ParleyDiagram) diagram = NULL;
  gboolean in_file_order = FALSE;
  mpq_t shortfall;

  *deal = NULL;
  diagram = parley_plan_diagram (view, &in_file_order, error);
  if (diagram == NULL)
    return FALSE;
  if (diagram->empty)
    return TRUE;
  mpq_init (shortfall);
  if (acceptance->bounds != NULL && acceptance->bounds->len > 0)
    *deal = best_within (acceptance, g, NULL, &why);
  else
    {
      bound_shortfall (acceptance, view, diagram, shortfall);
      *deal = best_within (acceptance, g, shortfall, &why);
    }
  mpq_clear (shortfall);
  if (why != NULL)
    g_propagate_error (error, why);
  return why == NULL;
}

/* The scores of @deal as leximin sees them: who is not asked misses nothing. */
static ParleyScore *
scores_of_miss (const ParleyAcceptance *acceptance, guint g, const ParleyDeal *deal)
{
  ParleyScore *scores = g_new (ParleyScore, acceptance->utilities->len);

  for (guint s = 0; s < acceptance->utilities->len; s++)
    {
      const ParleyUtility *utility = g_ptr_array_index (acceptance->utilities, s);

      scores[s] = parley_acceptance_needs (acceptance, g, s)
                      ? deal->scores[s]
                      : utility->reservation + PARLEY_SCORE_WAIVED;
    }
  return scores;
}

static ParleyOrder *
order_of_misses (const ParleyAcceptance *acceptance)
{
  g_autofree guint *slots = g_new (guint, acceptance->utilities->len);
  guint n = 0;

  for (guint s = 0; s < acceptance->utilities->len; s++)
    if (parley_acceptance_decides (acceptance, s)
        && ((const ParleyUtility *) g_ptr_array_index (acceptance->utilities, s))->has_reservation)
      slots[n++] = s;
  return parley_order_new (PARLEY_ORDER_EGALITARIAN, acceptance->utilities, slots, n);
}

ParleyDeal *
parley_nearest_miss (const ParleyAcceptance *acceptance, GError **error)
{
  g_autoptr(ParleyOrder) order = order_of_misses (acceptance);
  g_autoptr(ParleyDeal) nearest = NULL;
  g_autofree ParleyScore *least = NULL;
  guint n_groups = parley_acceptance_n_groups (acceptance, error);

  for (guint g = 0; g < n_groups; g++)
    {
      g_autoptr(ParleyDeal) deal = NULL;
      g_autofree ParleyScore *scores = NULL;
      int better = 1;

      if (!nearest_of_group (acceptance, g, &deal, error))
        return NULL;
      if (deal == NULL)
        continue;
      scores = scores_of_miss (acceptance, g, deal);
      if (nearest != NULL)
        better = parley_order_compare (order, scores, least);
      if (better == 0)
        better = parley_options_compare (nearest->options, deal->options,
                                         acceptance->space->domain->n_axes);
      if (better <= 0)
        continue;
      parley_deal_free (nearest);
      nearest = g_steal_pointer (&deal);
      g_free (least);
      least = g_steal_pointer (&scores);
    }
  return g_steal_pointer (&nearest);
}

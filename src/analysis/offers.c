/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/offers.h"

#include "analysis/offer_cut.h"
#include "analysis/offer_search.h"
#include "base/error.h"
#include "space/distance.h"
#include "space/search.h"

/* How often the first offer is looked for within a slack: up to some thousand points. */
#define N_TRIES 7

static const ParleyUtility *
utility_at (const ParleyOffers *self, guint slot)
{
  return g_ptr_array_index (self->utilities, slot);
}

static void
offer_free (gpointer data)
{
  ParleyOffer *self = data;

  parley_deal_free (self->deal);
  g_array_unref (self->differs);
  g_free (self);
}

/* The price */

/* What the party has in the Nash deal; of several the one in which it has most. */
static gboolean
price_by_nash (ParleyOffers *self, GError **error)
{
  ParleyAcceptance acceptance = parley_acceptance (self->space, self->utilities, NULL);
  g_autofree guint *slots = g_new (guint, self->utilities->len);
  guint n_slots = parley_negotiating_slots (self->space, self->utilities, slots);
  g_autoptr(ParleyFrontier) frontier = parley_frontier_new (&acceptance, slots, n_slots, error);
  g_autoptr(ParleyOrder) order
      = parley_order_new (PARLEY_ORDER_NASH, self->utilities, slots, n_slots);
  const ParleyPoint *best = NULL;

  for (guint i = 0; frontier != NULL && i < frontier->points->len; i++)
    {
      const ParleyPoint *point = g_ptr_array_index (frontier->points, i);
      int better = best == NULL ? 1 : parley_order_compare (order, point->scores, best->scores);

      if (better > 0
          || (better == 0
              && point->scores[self->request.party] > best->scores[self->request.party]))
        best = point;
    }
  if (best != NULL)
    self->low = best->scores[self->request.party];
  else if (frontier != NULL)
    g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
                 "no deal is acceptable to all, so that there is no Nash deal to take the score "
                 "from; say with --at what offers are to be worth");
  return best != NULL;
}

static gboolean
find_price (ParleyOffers *self, GError **error)
{
  mpq_t end;

  if (self->request.at != NULL)
    self->low
        = parley_utility_at_least (utility_at (self, self->request.party), self->request.at, FALSE);
  else if (!price_by_nash (self, error))
    return FALSE;
  mpq_init (end);
  if (self->request.at != NULL)
    mpq_set (end, self->request.at);
  else
    parley_score_to_exact (self->low, utility_at (self, self->request.party)->denominator, end);
  mpq_add (end, end, self->request.within);
  self->high = parley_utility_at_most (utility_at (self, self->request.party), end, FALSE);
  mpq_clear (end);
  return TRUE;
}

void
parley_offers_price (const ParleyOffers *self, mpq_ptr points)
{
  if (self->request.at != NULL)
    mpq_set (points, self->request.at);
  else
    parley_score_to_exact (self->low, utility_at (self, self->request.party)->denominator, points);
}

/* Offers */
static gboolean
varies (const ParleyScore *table, guint n)
{
  for (guint i = 1; table != NULL && i < n; i++)
    if (table[i] != table[0])
      return TRUE;
  return FALSE;
}

static gboolean
names (const guint *axes, guint n_axes, guint axis)
{
  for (guint i = 0; i < n_axes; i++)
    if (axes[i] == axis)
      return TRUE;
  return FALSE;
}

/* Whether an axis moves a score, or has to do with a derived issue or a condition. */
static gboolean
matters (const ParleyOffers *self, guint axis)
{
  for (guint p = 0; p < self->scenario->parties->len; p++)
    if (varies (utility_at (self, p)->axes[axis], self->space->domain->axes[axis].n_options))
      return TRUE;
  for (guint f = 0; f < self->space->factors->len; f++)
    {
      const ParleyFactor *factor = g_ptr_array_index (self->space->factors, f);

      if (names (factor->axes, factor->n_axes, axis))
        return TRUE;
    }
  for (guint c = 0; c < self->space->couplings->len; c++)
    {
      const ParleyCoupling *coupling = g_ptr_array_index (self->space->couplings, c);

      if (names (coupling->axes, coupling->n_axes, axis))
        return TRUE;
    }
  return FALSE;
}

/* How far deals are from @options, as a score of nobody. */
static ParleyUtility *
distance_from (const ParleyOffers *self, const guint *options)
{
  guint n_axes = self->space->domain->n_axes;
  g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);

  for (guint a = 0; a < n_axes; a++)
    {
      gboolean *of_axis = NULL;

      if (matters (self, a))
        {
          of_axis = g_new0 (gboolean, self->space->domain->axes[a].n_options);
          of_axis[options[a]] = TRUE;
        }
      g_ptr_array_add (kept, of_axis);
    }
  return parley_distance_new (self->space, (gboolean *const *) kept->pdata);
}

/* Takes @options. */
static void
add_offer (ParleyOffers *self, guint *options)
{
  ParleyOffer *offer = g_new0 (ParleyOffer, 1);
  g_autofree guint *taken = options;

  offer->deal = parley_deal_new (self->space, self->utilities, options);
  offer->acceptable = parley_deal_is_acceptable (self->space, self->utilities, offer->deal);
  offer->differs = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->offers->len; i++)
    {
      guint n = parley_distance_count (utility_at (self, parley_offers_distance_slot (self, i)),
                                       options);

      g_array_append_val (offer->differs, n);
    }
  g_ptr_array_add (self->offers, offer);
  g_ptr_array_add (self->utilities, distance_from (self, taken));
}

/* In how many terms a deal can differ from every offer there is, @most at most, and what the others
 * have of the best of these; NULL when none differs at all. That some deal differs so much is true
 * up to that number, which is halved in on. */
static gboolean
find_most_different (const ParleyOffers *self, guint *most, ParleyScore **best, GError **error)
{
  const ParleyScore *first
      = ((const ParleyOffer *) g_ptr_array_index (self->offers, 0))->deal->scores;
  g_autofree ParleyScore *tried = NULL;
  guint low = 0;
  guint high = *most;

  while (low < high)
    {
      guint middle = (low + high + 1) / 2;

      if (!parley_offers_reach (self, middle, first, self->request.slack, &tried, error))
        return FALSE;
      if (tried == NULL)
        {
          high = middle - 1;
          continue;
        }
      low = middle;
      g_free (*best);
      *best = g_steal_pointer (&tried);
    }
  *most = low;
  return TRUE;
}

/* Adds the deal that differs from the offers there are in @n terms at least, and gives the others
 * @best. */
static gboolean
offer (ParleyOffers *self, guint n, const ParleyScore *best, GError **error)
{
  guint *options = parley_offers_find (self, n, best, error);

  if (options == NULL)
    return FALSE;
  add_offer (self, options);
  return TRUE;
}

/* What the others have of the best deal for them at the price; NULL when there is none. They cannot
 * have more than with a deal that is worth more to the party as well. That bound, which the
 * frontier tells, is mostly close, so that it is looked for right below it first, then further and
 * further. */
static gboolean
find_first (ParleyOffers *self, ParleyScore **best, GError **error)
{
  g_autofree ParleyScore *bound = NULL;
  ParleyUtility *cut = parley_offers_cut_new (self, &self->weights, &bound);
  gboolean found = TRUE;
  mpq_t slack;

  if (cut != NULL)
    g_ptr_array_add (self->utilities, cut);
  mpq_init (slack);
  mpq_set_ui (slack, 1, 4);
  for (guint i = 0; bound != NULL && i < N_TRIES && found && *best == NULL; i++)
    {
      found = parley_offers_reach (self, 0, bound, slack, best, error);
      mpq_mul_2exp (slack, slack, 2);
    }
  mpq_clear (slack);
  return found && (*best != NULL || parley_offers_reach (self, 0, NULL, NULL, best, error));
}

/* With every offer the next one can only be less different. */
static gboolean
find_offers (ParleyOffers *self, GError **error)
{
  g_autofree ParleyScore *best = NULL;
  guint most = self->space->domain->n_axes;

  if (!find_first (self, &best, error))
    return FALSE;
  if (best == NULL)
    return parley_offers_find_most (self, &self->most, &self->none, error);
  if (!offer (self, 0, best, error))
    return FALSE;
  while (self->offers->len < self->request.n)
    {
      g_clear_pointer (&best, g_free);
      if (!find_most_different (self, &most, &best, error))
        return FALSE;
      if (best == NULL)
        return TRUE;
      if (!offer (self, most, best, error))
        return FALSE;
    }
  return TRUE;
}

/* The whole */

static void
take_request (ParleyOffers *self, const ParleyOffersRequest *request)
{
  self->request = *request;
  mpq_inits (self->at, self->within, self->slack, NULL);
  if (request->at != NULL)
    mpq_set (self->at, request->at);
  mpq_set (self->within, request->within);
  mpq_set (self->slack, request->slack);
  self->request.at = request->at == NULL ? NULL : self->at;
  self->request.within = self->within;
  self->request.slack = self->slack;
}

ParleyOffers *
parley_offers_new (const ParleyScenario *scenario,
                   const ParleyOffersRequest *request,
                   GError **error)
{
  g_autoptr(ParleyOffers) self = g_new0 (ParleyOffers, 1);

  take_request (self, request);
  self->scenario = scenario;
  self->offers = g_ptr_array_new_with_free_func (offer_free);
  self->space
      = parley_space_new (scenario,
                          parley_domain_new_among (scenario, request->among, request->among_party),
                          NULL, NULL, error);
  if (self->space == NULL)
    return NULL;
  self->utilities = parley_utilities_new (self->space, scenario->as_of);
  self->rounded = parley_utilities_rounded (self->utilities);
  self->others = g_new (guint, self->utilities->len + 1);
  self->n_others
      = parley_rival_slots (self->space, self->utilities, (int) request->party, self->others);
  if (self->n_others == 0)
    {
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
                   "offers take another party that negotiates and has a score");
      return NULL;
    }
  return find_price (self, error) && find_offers (self, error) ? g_steal_pointer (&self) : NULL;
}

void
parley_offers_free (ParleyOffers *self)
{
  if (self == NULL)
    return;
  mpq_clears (self->at, self->within, self->slack, NULL);
  g_ptr_array_unref (self->offers);
  g_clear_pointer (&self->utilities, g_ptr_array_unref);
  parley_space_free (self->space);
  g_free (self->others);
  g_free (self->weights);
  g_free (self);
}

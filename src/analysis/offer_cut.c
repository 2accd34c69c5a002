/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/offer_cut.h"

#include <math.h>

#include "space/frontier.h"
#include "space/order.h"

/* The larger of the weights, so that they are in proportion. */
#define WEIGHT 1048576.0

static const ParleyUtility *
utility_at (const ParleyOffers *self, guint slot)
{
  return g_ptr_array_index (self->utilities, slot);
}

static double
points_of (const ParleyOffers *self, guint slot, ParleyScore score)
{
  return (double) score / mpz_get_d (utility_at (self, slot)->denominator);
}

/* Efficient deals across no red line, whatever anybody's reservation is. */
static ParleyFrontier *
find_frontier (const ParleyOffers *self)
{
  ParleyAcceptance acceptance = parley_acceptance (self->space, self->utilities, NULL);
  g_autofree guint *slots = g_new (guint, self->n_others + 1);

  acceptance.reservations = FALSE;
  acceptance.one_deal = TRUE;
  slots[0] = self->request.party;
  for (guint i = 0; i < self->n_others; i++)
    slots[i + 1] = self->others[i];
  return parley_frontier_new (&acceptance, slots, self->n_others + 1, NULL);
}

/* A point of the frontier: what the party has, and the others together, in points. */
typedef struct
{
  double own;
  double others;
} Place;

static GArray *
places_of (const ParleyOffers *self, const ParleyFrontier *frontier)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < frontier->points->len; i++)
    {
      const ParleyPoint *point = g_ptr_array_index (frontier->points, i);
      Place place
          = { points_of (self, self->request.party, point->scores[self->request.party]), 0 };

      for (guint o = 0; o < self->n_others; o++)
        place.others += points_of (self, self->others[o], point->scores[self->others[o]]);
      g_array_append_val (places, place);
    }
  return places;
}

/* How much more of @rate * own + others there is than at @price. */
static double
gap_at (const GArray *places, const Place *price, double rate)
{
  double most = -INFINITY;

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      most = fmax (most, rate * (place->own - price->own) + place->others - price->others);
    }
  return most;
}

/* The rate with the smallest gap. The gap is convex in it, so thirds are left out; any rate is
 * right, and the best one only makes searches shorter. */
static double
find_rate (const GArray *places, const Place *price)
{
  double low = -10; /* of the logarithm to base 2 */
  double high = 10;

  for (guint i = 0; i < 40; i++)
    {
      double first = low + (high - low) / 3;
      double second = high - (high - low) / 3;

      if (gap_at (places, price, exp2 (first)) <= gap_at (places, price, exp2 (second)))
        high = second;
      else
        low = first;
    }
  return exp2 ((low + high) / 2);
}

/* Adds @weight times @more to @table, which is made where there is none. */
static void
add_table (ParleyScore **table, const ParleyScore *more, guint n, ParleyScore weight)
{
  if (more == NULL)
    return;
  if (*table == NULL)
    *table = g_new0 (ParleyScore, n);
  for (guint i = 0; i < n; i++)
    (*table)[i] += weight * more[i];
}

static void
add_utility (ParleyUtility *self,
             const ParleySpace *space,
             const ParleyUtility *more,
             ParleyScore weight)
{
  for (guint a = 0; a < self->n_axes; a++)
    add_table (&self->axes[a], more->axes[a], space->domain->axes[a].n_options, weight);
  for (guint f = 0; f < self->n_factors; f++)
    add_table (&self->factors[f], more->factors[f],
               ((const ParleyFactor *) g_ptr_array_index (space->factors, f))->values->len, weight);
  for (guint c = 0; c < space->couplings->len; c++)
    self->points[c] += weight * more->points[c];
}

static ParleyScore
largest_of (const ParleyScore *table, guint n)
{
  ParleyScore largest = 0;

  for (guint i = 0; table != NULL && i < n; i++)
    largest = MAX (largest, table[i] < 0 ? -table[i] : table[i]);
  return largest;
}

/* Whether no score of the party is so large that sums of it with others could outgrow scores. */
static gboolean
is_small (const ParleyOffers *self, guint slot)
{
  const ParleyUtility *utility = utility_at (self, slot);
  const ParleySpace *space = self->space;
  ParleyScore most = 0;

  for (guint a = 0; a < utility->n_axes; a++)
    most += largest_of (utility->axes[a], space->domain->axes[a].n_options);
  for (guint f = 0; f < utility->n_factors; f++)
    most
        += largest_of (utility->factors[f],
                       ((const ParleyFactor *) g_ptr_array_index (space->factors, f))->values->len);
  for (guint c = 0; c < space->couplings->len; c++)
    most += largest_of (&utility->points[c], 1);
  return most < (ParleyScore) 1 << PARLEY_CUT_BITS;
}

/* The same weight for each point of the others, @rate times as much for one of the party, in whole
 * numbers for their steps. */
static ParleyScore *
find_weights (const ParleyOffers *self, double rate)
{
  g_autofree double *weights = g_new (double, self->n_others + 1);
  ParleyScore *whole = g_new (ParleyScore, self->n_others + 1);
  double largest = 0;

  for (guint i = 0; i <= self->n_others; i++)
    {
      guint slot = i < self->n_others ? self->others[i] : self->request.party;

      weights[i]
          = (i < self->n_others ? 1 : rate) / mpz_get_d (utility_at (self, slot)->denominator);
      largest = fmax (largest, weights[i]);
    }
  for (guint i = 0; i <= self->n_others; i++)
    whole[i] = MAX (1, (ParleyScore) (weights[i] / largest * WEIGHT));
  return whole;
}

/* The best for the others of the points that are worth the price to the party, or more. Returns:
 * (transfer full) (nullable). */
static ParleyScore *
find_bound (const ParleyOffers *self, const ParleyFrontier *frontier)
{
  g_autoptr(ParleyOrder) order
      = parley_order_new (PARLEY_ORDER_EGALITARIAN, self->utilities, self->others, self->n_others);
  const ParleyPoint *best = NULL;

  for (guint i = 0; i < frontier->points->len; i++)
    {
      const ParleyPoint *point = g_ptr_array_index (frontier->points, i);

      if (point->scores[self->request.party] >= self->low
          && (best == NULL || parley_order_compare (order, point->scores, best->scores) > 0))
        best = point;
    }
  return best == NULL ? NULL
                      : g_memdup2 (best->scores, self->utilities->len * sizeof *best->scores);
}

static gboolean
all_small (const ParleyOffers *self)
{
  gboolean small = is_small (self, self->request.party);

  for (guint i = 0; i < self->n_others; i++)
    small &= is_small (self, self->others[i]);
  return small;
}

static Place
price_at (const ParleyOffers *self, const ParleyScore *bound)
{
  Place price = { points_of (self, self->request.party, self->low), 0 };

  for (guint i = 0; i < self->n_others; i++)
    price.others += points_of (self, self->others[i], bound[self->others[i]]);
  return price;
}

ParleyUtility *
parley_offers_cut_new (const ParleyOffers *self, ParleyScore **weights, ParleyScore **bound)
{
  g_autoptr(ParleyFrontier) frontier = all_small (self) ? find_frontier (self) : NULL;
  g_autoptr(GArray) places = NULL;
  ParleyUtility *cut = NULL;
  Place price;

  *bound = frontier == NULL ? NULL : find_bound (self, frontier);
  if (*bound == NULL)
    return NULL;
  price = price_at (self, *bound);
  places = places_of (self, frontier);
  cut = parley_utility_new_of_nobody (self->space);
  *weights = find_weights (self, find_rate (places, &price));
  for (guint i = 0; i <= self->n_others; i++)
    add_utility (cut, self->space,
                 utility_at (self, i < self->n_others ? self->others[i] : self->request.party),
                 (*weights)[i]);
  return cut;
}

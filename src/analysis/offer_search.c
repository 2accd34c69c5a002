/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/offer_search.h"

#include "analysis/offer_cut.h"
#include "base/error.h"
#include "space/frontier.h"

/* For the points of one search: with more than some hundred thousand of them, in so many
 * dimensions, it takes minutes. */
#define MEMORY 100000000

static const ParleyUtility *
utility_at (const ParleyOffers *self, guint slot)
{
  return g_ptr_array_index (self->utilities, slot);
}

/* Of the deals on the points that are best by @order the first in file order. Returns: (transfer
 * full) (nullable). */
static guint *
first_of_best (const ParleyFrontier *frontier, const ParleyOrder *order)
{
  g_autoptr(GPtrArray) best = parley_frontier_best (frontier, order);
  guint *first = NULL;

  for (guint i = 0; i < best->len; i++)
    {
      g_autoptr(GPtrArray) deals = parley_frontier_list (frontier, g_ptr_array_index (best, i), 1);

      if (first == NULL
          || parley_options_compare (g_ptr_array_index (deals, 0), first, frontier->n_axes) < 0)
        {
          g_free (first);
          first = g_memdup2 (g_ptr_array_index (deals, 0), frontier->n_axes * sizeof *first);
        }
    }
  return first;
}

/* Deals within @bounds, whatever anybody's reservation is. @one_deal: only what can be had counts,
 * not by which deals. */
static ParleyFrontier *
search (const ParleyOffers *self,
        const GArray       *bounds,
        const guint        *slots,
        guint               n_slots,
        gboolean            one_deal,
        GError            **error)
{
  ParleyAcceptance acceptance = parley_acceptance (self->space, self->utilities, bounds);
  ParleyFrontier *frontier = NULL;

  acceptance.reservations = FALSE;
  acceptance.one_deal = one_deal;
  acceptance.memory = MEMORY;
  frontier = parley_frontier_new (&acceptance, slots, n_slots, NULL);
  if (frontier == NULL)
    g_set_error (
        error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
        "there are too many deals or conditions to choose offers among; a smaller --slack or "
        "--within, or fewer terms (--among), leave fewer");
  return frontier;
}

gboolean
parley_offers_find_most (const ParleyOffers *self,
                         ParleyScore        *most,
                         gboolean           *none,
                         GError            **error)
{
  g_autoptr(ParleyFrontier) frontier = search (self, NULL, &self->request.party, 1, TRUE, error);

  if (frontier == NULL)
    return FALSE;
  *none = frontier->points->len == 0;
  if (!*none)
    *most = parley_frontier_most (frontier, self->request.party);
  return TRUE;
}

static void
add_bound (GArray *bounds, guint slot, ParleyScore low, ParleyScore high)
{
  const ParleyScoreBound bound = { slot, low, high };

  g_array_append_val (bounds, bound);
}

static ParleyOrder *
order_of_others (const ParleyOffers *self)
{
  return parley_order_new (PARLEY_ORDER_EGALITARIAN, self->utilities, self->others, self->n_others);
}

/* Bounds that say: the surplus of none of the others is smaller than the smallest in @scores, less
 * @slack. */
static void
add_floors (const ParleyOffers *self, GArray *bounds, const ParleyScore *scores, mpq_srcptr slack)
{
  g_autoptr(ParleyOrder) order = order_of_others (self);
  mpq_t *surpluses = parley_order_exact (order, scores);
  mpq_t least, floor;

  mpq_inits (least, floor, NULL);
  mpq_set (least, surpluses[0]);
  for (guint i = 1; i < self->n_others; i++)
    if (mpq_cmp (surpluses[i], least) < 0)
      mpq_set (least, surpluses[i]);
  if (slack != NULL)
    mpq_sub (least, least, slack);
  for (guint i = 0; i < self->n_others; i++)
    {
      const ParleyUtility *utility = utility_at (self, self->others[i]);

      parley_score_to_exact (utility->has_reservation ? utility->reservation : 0,
                             utility->denominator, floor);
      mpq_add (floor, floor, least);
      add_bound (bounds, self->others[i], parley_utility_at_least (utility, floor, FALSE),
                 PARLEY_SCORE_LIMIT);
    }
  parley_surpluses_free (surpluses, self->n_others);
  mpq_clears (least, floor, NULL);
}

/* A bound on the cut that says what those on its parts do. The others' stand behind the price. A
 * floor so far below all scores that the sum could outgrow them says nothing, so that it needs no
 * cut; no deal is as good as one so far above. */
static void
add_cut (const ParleyOffers *self, GArray *bounds)
{
  const ParleyScore most = (ParleyScore) 1 << PARLEY_CUT_BITS;
  ParleyScore floor = 0;

  for (guint i = 0; i <= self->n_others; i++)
    {
      guint part = i < self->n_others ? i + 1 : 0;
      ParleyScore low = g_array_index (bounds, ParleyScoreBound, part).low;

      if (low > most || low < -most)
        return;
      floor += self->weights[i] * low;
    }
  add_bound (bounds, self->scenario->parties->len, floor, PARLEY_SCORE_LIMIT);
}

/* What is asked of an offer: to differ in @n terms at least from each there is, and to give the
 * others no less than @reference (nullable), less @slack (nullable). */
static GArray *
bounds_at (const ParleyOffers *self, guint n, const ParleyScore *reference, mpq_srcptr slack)
{
  GArray *bounds = g_array_new (FALSE, FALSE, sizeof (ParleyScoreBound));

  add_bound (bounds, self->request.party, self->low, self->high);
  if (reference != NULL)
    add_floors (self, bounds, reference, slack);
  if (reference != NULL && self->weights != NULL)
    add_cut (self, bounds);
  for (guint i = 0; i < self->offers->len; i++)
    add_bound (bounds, parley_offers_distance_slot (self, i), -PARLEY_SCORE_LIMIT,
               -(ParleyScore) n);
  return bounds;
}

gboolean
parley_offers_reach (const ParleyOffers *self,
                     guint               n,
                     const ParleyScore  *reference,
                     mpq_srcptr          slack,
                     ParleyScore       **best,
                     GError            **error)
{
  g_autoptr(GArray) bounds = bounds_at (self, n, reference, slack);
  g_autoptr(ParleyOrder) order = order_of_others (self);
  g_autoptr(ParleyFrontier) frontier
      = search (self, bounds, self->others, self->n_others, TRUE, error);
  g_autoptr(GPtrArray) points = NULL;

  g_clear_pointer (best, g_free);
  if (frontier == NULL)
    return FALSE;
  points = parley_frontier_best (frontier, order);
  if (points->len > 0)
    *best = g_memdup2 (((const ParleyPoint *) g_ptr_array_index (points, 0))->scores,
                       self->utilities->len * sizeof **best);
  return TRUE;
}

guint *
parley_offers_find (const ParleyOffers *self, guint n, const ParleyScore *best, GError **error)
{
  g_autoptr(GArray) bounds = bounds_at (self, n, best, NULL);
  g_autoptr(ParleyOrder) order = order_of_others (self);
  g_autoptr(ParleyFrontier) frontier
      = search (self, bounds, self->others, self->n_others, FALSE, error);

  return frontier == NULL ? NULL : first_of_best (frontier, order);
}

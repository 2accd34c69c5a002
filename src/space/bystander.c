/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/bystander.h"

#include "space/ranked.h"

typedef struct
{
  const ParleyAcceptance *acceptance;
  const ParleyFrontier   *frontier;
  ParleyFrontier         *wide; /* with the bystander's score as one more to be made large */
  const ParleyOrder      *order;
  guint                   n_most;
} Search;

/* A point, and where it is best for the bystander. */
typedef struct
{
  const ParleyPoint *point; /* of the frontier */
  const ParleyPoint *top;   /* of the wide one */
} Place;

static ParleyFrontier *
wide_new (const ParleyAcceptance *acceptance,
          const ParleyFrontier   *frontier,
          guint                   slot,
          GError                **error)
{
  g_autofree guint *slots = g_new (guint, frontier->n_slots + 1);
  ParleyAcceptance exact = *acceptance;

  for (guint i = 0; i < frontier->n_slots; i++)
    slots[i] = frontier->slots[i];
  slots[frontier->n_slots] = slot;
  exact.budget = NULL;
  return parley_frontier_new (&exact, slots, frontier->n_slots + 1, error);
}

static gboolean
same_place (const ParleyFrontier *frontier, const ParleyPoint *a, const ParleyPoint *b)
{
  for (guint i = 0; i < frontier->n_slots; i++)
    if (a->scores[frontier->slots[i]] != b->scores[frontier->slots[i]])
      return FALSE;
  return TRUE;
}

static gint
compare_places (gconstpointer a, gconstpointer b, gpointer order)
{
  return parley_order_compare (order, ((const Place *) b)->top->scores,
                               ((const Place *) a)->top->scores);
}

/* All points, the best for the bystander first. Both frontiers stand in the same order, and the
 * wide one has each point of the other once: only more for the bystander could dominate it. */
static GArray *
places_new (const Search *search)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
  guint w = 0;

  for (guint i = 0; i < search->frontier->points->len; i++)
    {
      Place place = { g_ptr_array_index (search->frontier->points, i), NULL };

      do
        place.top = g_ptr_array_index (search->wide->points, w++);
      while (!same_place (search->frontier, place.point, place.top));
      g_array_append_val (places, place);
    }
  g_array_sort_with_data (places, compare_places, (gpointer) search->order);
  return places;
}

/* The deals on @point, by search: no acceptable deal has more than it, so those that have no
 * less are on it. */
static GPtrArray *
search_point (const Search *search, const ParleyPoint *point, GError **error)
{
  const ParleyAcceptance *all = search->acceptance;
  g_autoptr(GArray) bounds = g_array_new (FALSE, FALSE, sizeof (ParleyScoreBound));
  ParleyAcceptance here = *all;

  if (all->bounds != NULL)
    g_array_append_vals (bounds, all->bounds->data, all->bounds->len);
  for (guint i = 0; i < search->frontier->n_slots; i++)
    {
      guint slot = search->frontier->slots[i];
      ParleyScoreBound bound = { slot, point->scores[slot], PARLEY_SCORE_LIMIT };

      g_array_append_val (bounds, bound);
    }
  here.bounds = bounds;
  return parley_ranked_deals (&here, search->frontier, search->order, search->n_most, error);
}

static GPtrArray *
list_point (const Search *search, const ParleyFrontier *frontier, const ParleyPoint *point)
{
  GPtrArray *deals = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_deal_free);
  g_autoptr(GPtrArray) found = parley_frontier_list (frontier, point, search->n_most);

  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (deals,
                     parley_deal_new (search->acceptance->space, search->acceptance->utilities,
                                      g_ptr_array_index (found, i)));
  return deals;
}

/* The best deals of @place, in any order: all, those at its top, or what a search finds. */
static GPtrArray *
best_of_place (const Search *search, const Place *place, GError **error)
{
  if (mpz_cmp_ui (place->point->n_deals, search->n_most) <= 0)
    return list_point (search, search->frontier, place->point);
  if (mpz_cmp_ui (place->top->n_deals, search->n_most) >= 0)
    return list_point (search, search->wide, place->top);
  return search_point (search, place->point, error);
}

/* Whether @deals are as many as wanted, and all of them better than the best at @place. */
static gboolean
are_better (const Search *search, GPtrArray *deals, const Place *place)
{
  const ParleyDeal *last = NULL;

  if (deals->len < search->n_most || deals->len == 0)
    return FALSE;
  last = g_ptr_array_index (deals, deals->len - 1);
  return parley_order_compare (search->order, place->top->scores, last->scores) < 0;
}

static GPtrArray *
best_of_places (const Search *search, GError **error)
{
  g_autoptr(GArray) places = places_new (search);
  g_autoptr(GPtrArray) deals = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_deal_free);

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      GPtrArray *found = NULL;

      if (are_better (search, deals, place))
        break;
      found = best_of_place (search, place, error);
      if (found == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (deals, found);
      parley_deals_sort (deals, search->order, search->frontier->n_axes);
      if (deals->len > search->n_most)
        g_ptr_array_set_size (deals, (int) search->n_most);
    }
  return g_steal_pointer (&deals);
}

GPtrArray *
parley_bystander_best (const ParleyAcceptance *acceptance,
                       const ParleyFrontier   *frontier,
                       const ParleyOrder      *order,
                       guint                   n_most,
                       GError                **error)
{
  g_autoptr(ParleyFrontier) wide
      = wide_new (acceptance, frontier, parley_order_slot (order), error);
  Search search = { acceptance, frontier, wide, order, n_most };

  return wide == NULL ? NULL : best_of_places (&search, error);
}

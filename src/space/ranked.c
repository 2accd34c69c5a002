/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/ranked.h"

#include "space/bystander.h"

static GPtrArray *
deals_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) parley_deal_free);
}

/* Adds the deals of @found (of guint *). */
static void
add_found (const ParleyAcceptance *acceptance, GPtrArray *deals, GPtrArray *found)
{
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (deals, parley_deal_new (acceptance->space, acceptance->utilities,
                                             g_ptr_array_index (found, i)));
}

static void
add_best_of_group (const ParleyAcceptance *acceptance,
                   const ParleyGroup *group,
                   const ParleyOrder *order,
                   guint n_most,
                   GPtrArray *deals)
{
  g_autoptr(ParleyOrder) compact = parley_order_new_compact (order);
  g_autoptr(GPtrArray) found = parley_group_best (group, compact, n_most);

  add_found (acceptance, deals, found);
}

static GPtrArray *
take_first (GPtrArray *deals, const ParleyOrder *order, guint n_most, guint n_axes)
{
  parley_deals_sort (deals, order, n_axes);
  if (deals->len > n_most)
    g_ptr_array_set_size (deals, (int) n_most);
  return deals;
}

/* The order looks at another score than the frontier does: so do its groups. */
static gboolean
add_best_for_party (const ParleyAcceptance *acceptance,
                    const ParleyOrder *order,
                    guint n_most,
                    GPtrArray *deals,
                    GError **error)
{
  guint slot = parley_order_slot (order);

  for (guint g = 0; g < parley_acceptance_n_groups (acceptance, NULL); g++)
    {
      g_autoptr(ParleyGroup) group
          = parley_group_new_take (parley_acceptance_view (acceptance, g, &slot, 1), error);

      if (group == NULL)
        return FALSE;
      add_best_of_group (acceptance, group, order, n_most, deals);
    }
  return TRUE;
}

GPtrArray *
parley_ranked_deals (const ParleyAcceptance *acceptance,
                     const ParleyFrontier   *frontier,
                     const ParleyOrder      *order,
                     guint                   n_most,
                     GError                **error)
{
  g_autoptr(GPtrArray) deals = deals_new ();

  if (parley_order_kind (order) == PARLEY_ORDER_PARTY)
    {
      if (!add_best_for_party (acceptance, order, n_most, deals, error))
        return NULL;
    }
  else
    for (guint g = 0; g < frontier->groups->len; g++)
      add_best_of_group (acceptance, g_ptr_array_index (frontier->groups, g), order, n_most, deals);
  return take_first (g_steal_pointer (&deals), order, n_most, frontier->n_axes);
}

static gint
compare_points (gconstpointer a, gconstpointer b, gpointer order)
{
  return parley_order_compare (order, (*(ParleyPoint *const *) b)->scores,
                               (*(ParleyPoint *const *) a)->scores);
}

/* An order of one party looks at a slot that points may not have; deals have all. */
static gboolean
ranks_points (const ParleyFrontier *frontier, const ParleyOrder *order)
{
  for (guint i = 0; i < frontier->n_slots; i++)
    if (parley_order_kind (order) != PARLEY_ORDER_PARTY
        || frontier->slots[i] == parley_order_slot (order))
      return TRUE;
  return FALSE;
}

/* Whether the first @n_most deals of each point are all that there are. */
static gboolean
are_all (const ParleyFrontier *frontier, guint n_most)
{
  for (guint i = 0; i < frontier->points->len; i++)
    if (mpz_cmp_ui (((const ParleyPoint *) g_ptr_array_index (frontier->points, i))->n_deals,
                    n_most)
        > 0)
      return FALSE;
  return TRUE;
}

GPtrArray *
parley_ranked_efficient (const ParleyAcceptance *acceptance,
                         const ParleyFrontier   *frontier,
                         const ParleyOrder      *order,
                         guint                   n_most,
                         GError                **error)
{
  gboolean ranked = ranks_points (frontier, order);
  g_autoptr(GPtrArray) points = NULL;
  GPtrArray *deals = NULL;

  if (!ranked && !are_all (frontier, n_most) && parley_frontier_inexact (frontier) == NULL)
    return parley_bystander_best (acceptance, frontier, order, n_most, error);
  deals = deals_new ();
  points = g_ptr_array_copy (frontier->points, NULL, NULL);
  g_ptr_array_set_free_func (points, NULL);
  if (ranked)
    g_ptr_array_sort_with_data (points, compare_points, (gpointer) order);
  for (guint i = 0; n_most > 0 && i < points->len; i++)
    {
      const ParleyPoint *point = g_ptr_array_index (points, i);
      g_autoptr(GPtrArray) found = NULL;

      /* Points that tie with the last deal wanted may come first in file order. */
      if (ranked && deals->len >= n_most
          && parley_order_compare (order, point->scores,
                                   ((ParleyPoint *) g_ptr_array_index (points, i - 1))->scores)
                 != 0)
        break;
      found = parley_frontier_list (frontier, point, n_most);
      add_found (acceptance, deals, found);
    }
  return take_first (deals, order, n_most, frontier->n_axes);
}

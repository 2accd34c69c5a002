/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/improve.h"

#include "analysis/amendment.h"
#include "space/ranked.h"
#include "space/search.h"

typedef struct
{
  ParleyAmend *result;
  guint       *slots; /* of the parties that negotiate and have a score */
  guint        n_slots;
  ParleyOrder *order;
  GPtrArray   *found; /* of ParleyDeal: with the number of changes that is looked at */
} Search;

/* No party gets less than from the draft, and that of slot number @better more. */
static GArray *
bounds_of (const Search *self, guint better)
{
  const ParleyLeeway *leeway = self->result->leeway;
  GPtrArray *standings = parley_amend_standing (self->result)->standings;
  GArray *bounds = g_array_new (FALSE, FALSE, sizeof (ParleyScoreBound));

  for (guint i = 0; i < self->n_slots; i++)
    {
      guint slot = self->slots[i];
      const ParleyStanding *standing = g_ptr_array_index (standings, slot);
      const ParleyUtility *utility = g_ptr_array_index (leeway->utilities, slot);
      ParleyScoreBound bound
          = { slot, parley_utility_at_least (utility, standing->high, i == better),
              PARLEY_SCORE_LIMIT };

      g_array_append_val (bounds, bound);
    }
  return bounds;
}

static void
add_distance (const Search *self, GArray *bounds, guint least, guint most)
{
  ParleyScoreBound bound
      = { self->result->leeway->distance, -(ParleyScore) most, -(ParleyScore) least };

  g_array_append_val (bounds, bound);
}

static ParleyAcceptance
acceptance_of (const Search *self, const GArray *bounds)
{
  const ParleyLeeway *leeway = self->result->leeway;
  ParleyAcceptance acceptance = parley_acceptance (leeway->space, leeway->utilities, bounds);

  acceptance.memory = self->result->request.memory;
  return acceptance;
}

/* Sets @n to the fewest changes of a deal that is better for the party of slot number @better;
 * G_MAXUINT when there is none. */
static gboolean
find_fewest (const Search *self, guint better, guint most, guint *n, GError **error)
{
  guint distance = self->result->leeway->distance;
  g_autoptr(GArray) bounds = bounds_of (self, better);
  g_autoptr(ParleyFrontier) frontier = NULL;
  ParleyAcceptance acceptance = { 0 };

  add_distance (self, bounds, 0, most);
  acceptance = acceptance_of (self, bounds);
  acceptance.one_deal = TRUE;
  frontier = parley_frontier_new (&acceptance, &distance, 1, error);
  *n = frontier == NULL || frontier->points->len == 0
           ? G_MAXUINT
           : (guint) -parley_frontier_most (frontier, distance);
  return frontier != NULL;
}

static gboolean
is_known (const Search *self, const ParleyDeal *deal)
{
  for (guint i = 0; i < self->found->len; i++)
    if (parley_options_compare (((const ParleyDeal *) g_ptr_array_index (self->found, i))->options,
                                deal->options, self->result->leeway->space->domain->n_axes)
        == 0)
      return TRUE;
  return FALSE;
}

/* Adds the best deals of exactly @n changes that are better for one party. */
static gboolean
add_deals (Search *self, guint better, guint n, GError **error)
{
  g_autoptr(GArray) bounds = bounds_of (self, better);
  g_autoptr(ParleyFrontier) frontier = NULL;
  g_autoptr(GPtrArray) deals = NULL;
  ParleyAcceptance acceptance = { 0 };

  add_distance (self, bounds, n, n);
  acceptance = acceptance_of (self, bounds);
  frontier = parley_frontier_new (&acceptance, self->slots, self->n_slots, error);
  if (frontier != NULL)
    deals = parley_ranked_deals (&acceptance, frontier, self->order, self->result->request.n_top,
                                 error);
  for (guint i = 0; deals != NULL && i < deals->len; i++)
    if (!is_known (self, g_ptr_array_index (deals, i)))
      g_ptr_array_add (self->found, g_steal_pointer (&deals->pdata[i]));
  return deals != NULL;
}

/* Lists what was found with so many changes, the best first. */
static gboolean
take_found (Search *self, GError **error)
{
  ParleyAmend *result = self->result;

  parley_deals_sort (self->found, self->order, result->leeway->space->domain->n_axes);
  for (guint i = 0; i < self->found->len && result->amendments->len < result->request.n_top; i++)
    {
      const ParleyDeal *deal = g_ptr_array_index (self->found, i);
      ParleyAmendment *amendment = parley_amendment_new_deal (result->leeway, deal->options, error);

      if (amendment == NULL)
        return FALSE;
      g_ptr_array_add (result->amendments, amendment);
    }
  g_ptr_array_set_size (self->found, 0);
  return TRUE;
}

/* From @first changes on, until there are as many deals as are to be listed. */
static gboolean
list (Search *self, guint first, guint most, GError **error)
{
  ParleyAmend *result = self->result;

  for (guint n = first; n <= most && result->amendments->len < result->request.n_top; n++)
    {
      for (guint i = 0; i < self->n_slots; i++)
        if (!add_deals (self, i, n, error))
          return FALSE;
      if (!take_found (self, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
search (Search *self, GError **error)
{
  ParleyAmend *result = self->result;
  guint most = MIN (result->request.most_changes, result->leeway->space->domain->n_axes);
  guint first = G_MAXUINT;

  for (guint i = 0; i < self->n_slots; i++)
    {
      guint n = 0;

      if (!find_fewest (self, i, most, &n, error))
        return FALSE;
      first = MIN (first, n);
    }
  result->possible = first != G_MAXUINT;
  result->improve = result->possible ? PARLEY_IMPROVE_FOUND : PARLEY_IMPROVE_EFFICIENT;
  if (!result->possible)
    return TRUE;
  result->n_changes = first;
  return list (self, first, most, error);
}

gboolean
parley_improve_find (ParleyAmend *self, GError **error)
{
  g_autofree guint *slots = g_new (guint, self->leeway->utilities->len);
  guint n_slots = parley_rival_slots (self->leeway->space, self->leeway->utilities, -1, slots);
  g_autoptr(ParleyOrder) order
      = parley_order_new (PARLEY_ORDER_NASH, self->leeway->utilities, slots, n_slots);
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_deal_free);
  Search improvement = { self, slots, n_slots, order, found };

  self->improve = PARLEY_IMPROVE_NOT_ACCEPTABLE;
  return parley_amend_standing (self)->verdict != PARLEY_VERDICT_ACCEPTS
         || search (&improvement, error);
}

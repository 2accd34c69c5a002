/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/amend_whole.h"

#include "analysis/amendment.h"
#include "space/frontier.h"

static ParleyFrontier *
frontier_of (const ParleyAmend *self, guint most_changes, GError **error)
{
  const ParleyLeeway *leeway = self->leeway;
  guint slots[] = { leeway->distance, self->party < 0 ? 0 : (guint) self->party };
  g_autoptr(GArray) bounds = g_array_new (FALSE, FALSE, sizeof (ParleyScoreBound));
  ParleyScoreBound bound = { leeway->distance, -(ParleyScore) most_changes, PARLEY_SCORE_LIMIT };
  ParleyAcceptance acceptance = parley_acceptance (leeway->space, leeway->utilities, bounds);

  g_array_append_val (bounds, bound);
  acceptance.one_deal = TRUE;
  acceptance.memory = self->request.memory;
  return parley_frontier_new (&acceptance, slots, self->party < 0 ? 1 : 2, error);
}

/* No two points of a frontier of two scores have the same number of changes. Returns: (nullable).
 */
static const ParleyPoint *
point_of (const ParleyAmend *self, const ParleyFrontier *frontier, guint n_changes)
{
  for (guint i = 0; i < frontier->points->len; i++)
    {
      const ParleyPoint *point = g_ptr_array_index (frontier->points, i);

      if (point->scores[self->leeway->distance] == -(ParleyScore) n_changes)
        return point;
    }
  return NULL;
}

gboolean
parley_amend_whole_costs (ParleyAmend *self, guint most_changes, GError **error)
{
  g_autoptr(ParleyFrontier) frontier = frontier_of (self, most_changes, error);

  if (frontier == NULL)
    return FALSE;
  for (guint n = self->n_changes; n <= most_changes; n++)
    {
      const ParleyPoint *point = point_of (self, frontier, n);
      ParleyAmendCost *cost = g_new0 (ParleyAmendCost, 1);
      g_autoptr(GPtrArray) deals
          = point == NULL ? NULL : parley_frontier_list (frontier, point, 1);

      cost->n_changes = n;
      g_ptr_array_add (self->costs, cost);
      if (deals == NULL)
        continue;
      cost->amendment
          = parley_amendment_new_deal (self->leeway, g_ptr_array_index (deals, 0), error);
      if (cost->amendment == NULL)
        return FALSE;
    }
  return TRUE;
}

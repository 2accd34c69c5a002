/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/tally.h"

#include "base/error.h"
#include "space/fronts.h"
#include "space/meeting.h"
#include "space/plan.h"
#include "space/trace.h"

/* Ways from which on a better order is looked for, and how large its diagram may be. */
#define WORTH_PLANNING 200000
#define ARCS_OF_A_TRY  200000

static gboolean
count_scores (const ParleyView    *view,
              const ParleyDiagram *diagram,
              mpz_ptr              total,
              mpz_t              **by_option,
              GError             **error)
{
  g_autoptr(ParleyFronts) fronts
      = parley_fronts_new (view, diagram, parley_budget_counted_points (view->memory), NULL);

  if (fronts == NULL)
    {
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT, "more deals than can be counted");
      return FALSE;
    }
  parley_count_deals (fronts, total);
  if (by_option != NULL)
    parley_count_deals_by_option (fronts, by_option);
  return TRUE;
}

/* Whether no condition is ever open between two axes. */
static gboolean
is_plain (const ParleyDiagram *diagram)
{
  for (guint l = 0; l < diagram->n_layers; l++)
    if (diagram->layers[l].n_nodes > 1)
      return FALSE;
  return TRUE;
}

/* The diagram that makes the least work of those that begin with one axis or another. It
 * pays only where there is much to do and an order that matters. */
static ParleyDiagram *
find_diagram (const ParleyView *floors, GError **error)
{
  guint n_axes = floors->space->domain->n_axes;
  g_autofree guint *order = g_new (guint, n_axes);
  g_autoptr(ParleyDiagram) best = NULL;
  gsize least = 0;

  best = parley_plan_narrow_diagram (floors, error);
  if (best == NULL || best->empty || is_plain (best))
    return g_steal_pointer (&best);
  least = parley_meeting_cost (best, floors->memory);
  for (guint a = 0; a < n_axes && least > WORTH_PLANNING; a++)
    {
      g_autoptr(ParleyDiagram) other = NULL;
      gsize cost = 0;

      parley_plan_order_from (floors, &a, 1, order);
      other = parley_diagram_new (floors, order, ARCS_OF_A_TRY, NULL);
      cost = other == NULL ? G_MAXSIZE : parley_meeting_cost (other, floors->memory);
      if (cost >= least)
        continue;
      least = cost;
      parley_diagram_free (best);
      best = g_steal_pointer (&other);
    }
  return g_steal_pointer (&best);
}

gboolean
parley_tally (const ParleyView *view, mpz_ptr total, mpz_t **by_option, GError **error)
{
  g_autoptr(ParleyView) floors = parley_view_new_floors (view);
  g_autoptr(ParleyDiagram) diagram = find_diagram (floors, error);
  g_autoptr(ParleyMeeting) meeting = NULL;

  mpz_set_ui (total, 0);
  if (diagram == NULL)
    return FALSE;
  if (diagram->empty)
    return TRUE;
  if (floors->dims->len > 0)
    meeting = parley_meeting_new (floors, diagram);
  if (meeting == NULL)
    return count_scores (floors, diagram, total, by_option, error);
  parley_meeting_count (meeting, total, by_option);
  return TRUE;
}

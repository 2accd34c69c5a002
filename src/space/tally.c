/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/tally.h"

#include <string.h>

#include "base/error.h"
#include "space/fronts.h"
#include "space/meeting.h"
#include "space/plan.h"

/* In arcs: an order is looked for with diagrams of this size, then with larger ones. */
#define FIRST_TRIES  5000
#define LARGER_TRIES 5

/* Scores that occur are tried first, as long as they are so much fewer than ways. */
#define WAYS_A_POINT 200

/* In ways: a better order than one of so little work is not looked for. */
#define LITTLE_WORK 200000

/* Takes the order @axes when it makes less work than @least. Returns: how much @order makes. */
static gsize
try_order (const ParleyView *view, const guint *axes, gsize max_arcs, gsize least, guint *order)
{
  g_autoptr(ParleyDiagram) diagram = parley_diagram_new (view, axes, max_arcs, NULL);
  gsize cost = G_MAXSIZE;

  if (diagram != NULL)
    cost = diagram->empty ? 0 : parley_meeting_cost (diagram, view->memory);
  if (cost >= least)
    return least;
  memcpy (order, axes, view->space->domain->n_axes * sizeof *order);
  return cost;
}

gboolean
parley_tally_plan (const ParleyView *view, gsize most_arcs, guint *order)
{
  guint n_axes = view->space->domain->n_axes;
  g_autofree guint *axes = g_new (guint, MAX (1, n_axes));
  gsize least = G_MAXSIZE;

  parley_plan_narrow_order (view, order);
  for (gsize arcs = FIRST_TRIES; arcs <= most_arcs && least == G_MAXSIZE; arcs *= LARGER_TRIES)
    {
      parley_plan_narrow_order (view, axes);
      least = try_order (view, axes, arcs, least, order);
      for (guint a = 0; a < n_axes && least > LITTLE_WORK; a++)
        {
          parley_plan_order_from (view, &a, 1, axes);
          least = try_order (view, axes, arcs, least, order);
        }
    }
  return least < G_MAXSIZE;
}

/* In the order that the view has, or else in one that makes little work. */
static ParleyDiagram *
find_diagram (const ParleyView *floors, ParleyLease *lease, GError **error)
{
  g_autofree guint *order = g_new (guint, MAX (1, floors->space->domain->n_axes));
  ParleyDiagram *diagram = NULL;

  if (floors->order != NULL)
    memcpy (order, floors->order, floors->space->domain->n_axes * sizeof *order);
  else
    parley_tally_plan (floors, PARLEY_TALLY_PLAN_ARCS, order);
  diagram = parley_plan_shared_diagram (floors, order, lease, NULL);
  return diagram != NULL ? diagram : parley_plan_narrow_diagram (floors, error);
}

/* Returns: FALSE when more than @max_points scores occur. */
static gboolean
count_scores (const ParleyView    *view,
              const ParleyDiagram *diagram,
              gsize                max_points,
              mpz_ptr              total,
              mpz_t              **by_option)
{
  g_autoptr(ParleyFronts) fronts = parley_fronts_new (view, diagram, max_points, NULL);

  if (fronts == NULL)
    return FALSE;
  parley_fronts_count (fronts, total);
  if (by_option != NULL)
    parley_fronts_count_by_option (fronts, by_option);
  return TRUE;
}

gboolean
parley_tally (const ParleyView *view, mpz_ptr total, mpz_t **by_option, GError **error)
{
  g_auto(ParleyLease) lease = { 0 };
  g_autoptr(ParleyView) floors = parley_view_new_floors (view);
  g_autoptr(ParleyDiagram) diagram = find_diagram (floors, &lease, error);
  g_autoptr(ParleyMeeting) meeting = NULL;
  gsize max_points = parley_budget_counted_points (floors->memory);

  mpz_set_ui (total, 0);
  if (diagram == NULL)
    return FALSE;
  if (diagram->empty)
    return TRUE;
  if (floors->dims->len > 0)
    {
      meeting = parley_meeting_new (floors, diagram);
      if (meeting != NULL)
        max_points = MIN (max_points, parley_meeting_work (meeting) / WAYS_A_POINT);
      parley_lease_take (&lease, view->room,
                         meeting != NULL ? parley_meeting_bytes (meeting) : floors->memory);
    }
  if (count_scores (floors, diagram, max_points, total, by_option))
    return TRUE;
  if (meeting == NULL)
    {
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT, "more deals than can be counted");
      return FALSE;
    }
  parley_meeting_count (meeting, total, by_option);
  return TRUE;
}

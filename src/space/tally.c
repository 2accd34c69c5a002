/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/tally.h"

#include "base/error.h"
#include "space/fronts.h"
#include "space/meeting.h"
#include "space/plan.h"
#include "space/trace.h"

/* Scores that occur, over all nodes. */
#define MAX_POINTS 2000000

/* Diagrams as large as this would take their time for a count. */
#define MAX_ARCS 20000000

/* Ways from which on a better order is looked for, and how large its diagram may be. */
#define WORTH_PLANNING 200000
#define ARCS_OF_A_TRY  200000

/* Keeps to the deals with @option on the axis of @layer; gives the others back later. */
static guint32 *
keep_option (ParleyLayer *layer, guint option)
{
  gsize n_arcs = (gsize) layer->n_nodes * layer->n_options;
  guint32 *all = g_memdup2 (layer->children, n_arcs * sizeof *layer->children);

  for (gsize i = 0; i < n_arcs; i++)
    if (i % layer->n_options != option)
      layer->children[i] = PARLEY_NO_NODE;
  return all;
}

static gboolean
count_scores (const ParleyView *view, const ParleyDiagram *diagram, mpz_ptr total, GError **error)
{
  g_autoptr(ParleyFronts) fronts = parley_fronts_new (view, diagram, MAX_POINTS, NULL);

  if (fronts == NULL)
    {
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT, "more deals than can be counted");
      return FALSE;
    }
  parley_count_deals_on (fronts, NULL, total);
  return TRUE;
}

/* Once for each option of each axis. */
static gboolean
count_scores_by_option (const ParleyView *view,
                        ParleyDiagram    *diagram,
                        mpz_t           **by_option,
                        GError          **error)
{
  gboolean counted = TRUE;
  mpz_t count;

  mpz_init (count);
  for (guint l = 0; l < diagram->n_layers && counted; l++)
    for (guint o = 0; o < diagram->layers[l].n_options && counted; o++)
      {
        ParleyLayer *layer = &diagram->layers[l];
        guint32 *all = keep_option (layer, o);

        counted = count_scores (view, diagram, count, error);
        mpz_add (by_option[layer->axis][o], by_option[layer->axis][o], count);
        g_free (layer->children);
        layer->children = all;
      }
  mpz_clear (count);
  return counted;
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

  parley_plan_narrow_order (floors, order);
  best = parley_diagram_new (floors, order, MAX_ARCS, error);
  if (best == NULL || best->empty || is_plain (best))
    return g_steal_pointer (&best);
  least = parley_meeting_cost (best);
  for (guint a = 0; a < n_axes && least > WORTH_PLANNING; a++)
    {
      g_autoptr(ParleyDiagram) other = NULL;
      gsize cost = 0;

      parley_plan_order_from (floors, a, order);
      other = parley_diagram_new (floors, order, ARCS_OF_A_TRY, NULL);
      cost = other == NULL ? G_MAXSIZE : parley_meeting_cost (other);
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
    return count_scores (floors, diagram, total, error)
           && (by_option == NULL || count_scores_by_option (floors, diagram, by_option, error));
  parley_meeting_count (meeting, total, by_option);
  return TRUE;
}

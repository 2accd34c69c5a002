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

gboolean
parley_tally (const ParleyView *view, mpz_ptr total, mpz_t **by_option, GError **error)
{
  g_autoptr(ParleyView) floors = parley_view_new_floors (view);
  g_autofree guint *order = g_new (guint, view->space->domain->n_axes);
  g_autoptr(ParleyDiagram) diagram = NULL;
  g_autoptr(ParleyMeeting) meeting = NULL;

  mpz_set_ui (total, 0);
  parley_plan_narrow_order (floors, order);
  diagram = parley_diagram_new (floors, order, MAX_ARCS, error);
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

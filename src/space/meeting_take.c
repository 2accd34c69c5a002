/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/meeting.h"
#include "space/ways.h"

/* The scores of one node's ways, for taking deals. */
typedef struct
{
  const ParleyMeeting *meeting;
  guint                node;    /* of the ways on; n_nodes before the first */
  ParleyScore        **floors;  /* [dim][way in], of all nodes */
  ParleyScore        **points;  /* [dim][way on] */
  ParleyWays           ways_to; /* the node */
  ParleyWays           ways_on; /* to the end */
} Taking;

static void
taking_init (Taking *self, const ParleyMeeting *meeting)
{
  guint n_dims = meeting->view->dims->len;

  *self = (Taking){ .meeting = meeting, .node = meeting->n_nodes };
  self->floors = g_new (ParleyScore *, MAX (1, n_dims));
  self->points = g_new0 (ParleyScore *, MAX (1, n_dims));
  for (guint d = 0; d < n_dims; d++)
    self->floors[d] = parley_meeting_floors (meeting, d);
  self->ways_on = parley_ways_on (meeting->diagram);
}

static void
leave_node (Taking *self)
{
  for (guint d = 0; d < self->meeting->view->dims->len; d++)
    g_clear_pointer (&self->points[d], g_free);
  if (self->ways_to != NULL)
    parley_ways_free (self->meeting->diagram, self->ways_to);
  self->ways_to = NULL;
}

static void
taking_clear (Taking *self)
{
  leave_node (self);
  for (guint d = 0; d < self->meeting->view->dims->len; d++)
    g_free (self->floors[d]);
  g_free (self->floors);
  g_free (self->points);
  parley_ways_free (self->meeting->diagram, self->ways_on);
}

static void
go_to_node (Taking *self, guint node)
{
  const ParleyDiagram *diagram = self->meeting->diagram;

  if (self->node == node)
    return;
  leave_node (self);
  self->node = node;
  for (guint d = 0; d < self->meeting->view->dims->len; d++)
    self->points[d] = parley_meeting_points (self->meeting, d, node);
  self->ways_to = parley_ways_to (diagram, self->meeting->cut, node);
}

static gboolean
goes_with (const Taking *self, gsize way_in, gsize way_on)
{
  for (guint d = 0; d < self->meeting->view->dims->len; d++)
    if (self->points[d][way_on] < self->floors[d][way_in])
      return FALSE;
  return TRUE;
}

/* The way on that makes the deal at place @rank of those of a way in. */
static gsize
find_way_on (const Taking *self, gsize way_in, guint64 rank)
{
  gsize way_on = 0;

  for (;; way_on++)
    if (goes_with (self, way_in, way_on) && rank-- == 0)
      return way_on;
}

static guint *
take (Taking *self, gsize way_in, guint64 rank)
{
  const ParleyMeeting *meeting = self->meeting;
  const ParleyDiagram *diagram = meeting->diagram;
  guint *options = g_new0 (guint, diagram->n_layers);

  while (self->node == meeting->n_nodes || way_in >= meeting->ways_in[self->node + 1])
    go_to_node (self, self->node == meeting->n_nodes ? 0 : self->node + 1);
  parley_ways_options (diagram, self->ways_to, 0, 0, meeting->cut,
                       way_in - meeting->ways_in[self->node], options);
  parley_ways_options (diagram, self->ways_on, meeting->cut, self->node, diagram->n_layers,
                       find_way_on (self, way_in, rank), options);
  return options;
}

GPtrArray *
parley_meeting_take (const ParleyMeeting *self,
                     const guint64       *counts,
                     const guint64       *ranks,
                     gsize                n)
{
  GPtrArray *deals = g_ptr_array_new_with_free_func (g_free);
  Taking taking;
  guint64 before = 0; /* deals of the ways before */
  gsize way_in = 0;

  taking_init (&taking, self);
  for (gsize i = 0; i < n; i++)
    {
      while (ranks[i] - before >= counts[way_in])
        before += counts[way_in++];
      g_ptr_array_add (deals, take (&taking, way_in, ranks[i] - before));
    }
  taking_clear (&taking);
  return deals;
}

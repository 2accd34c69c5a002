/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/meeting.h"

/* What a cut costs: all lists together, G_MAXSIZE when one is too long, or all are. */
static gsize
work_at (const gsize *in, const gsize *on, guint n_nodes, gsize memory)
{
  gsize all_in = 0, all_on = 0, all = 0;

  for (guint node = 0; node < n_nodes; node++)
    {
      all_in = parley_ways_add (all_in, in[node]);
      all_on = parley_ways_add (all_on, on[node]);
      if (on[node] > parley_budget_ways (memory))
        return G_MAXSIZE;
    }
  all = parley_ways_add (all_in, all_on);
  return all_in > parley_budget_ways (memory) || all > parley_budget_all_ways (memory) ? G_MAXSIZE
                                                                                       : all;
}

/* Keeps the number of ways at the cut. */
static void
take_cut (ParleyMeeting *self, const gsize *in, const gsize *on)
{
  self->n_nodes = parley_diagram_n_nodes (self->diagram, self->cut);
  self->ways_in = g_new (gsize, self->n_nodes + 1);
  self->ways_in[0] = 0;
  for (guint node = 0; node < self->n_nodes; node++)
    self->ways_in[node + 1] = self->ways_in[node] + in[node];
  self->ways_on = g_memdup2 (on, self->n_nodes * sizeof *on);
}

/* Sets @cut to the one, behind at least @n_layers layers, that makes the least work.
 * Returns: how much. */
static gsize
find_cut (const ParleyDiagram *diagram,
          gsize memory,
          guint n_layers,
          ParleyWays in,
          ParleyWays on,
          guint *cut)
{
  gsize most = parley_budget_all_ways (memory) / MAX (1, parley_budget_burden (diagram->n_dims));
  gsize least = G_MAXSIZE;

  for (guint l = n_layers; l <= diagram->n_layers; l++)
    {
      gsize work = work_at (in[l], on[l], parley_diagram_n_nodes (diagram, l), memory);

      if (work >= least || work > most)
        continue;
      least = work;
      *cut = l;
    }
  return least;
}

gsize
parley_meeting_work (const ParleyMeeting *self)
{
  gsize work = self->ways_in[self->n_nodes];

  for (guint node = 0; node < self->n_nodes; node++)
    work = parley_ways_add (work, self->ways_on[node]);
  return work;
}

gsize
parley_meeting_cost (const ParleyDiagram *diagram, gsize memory)
{
  ParleyWays in = parley_ways_in (diagram);
  ParleyWays on = parley_ways_on (diagram);
  guint cut = 0;
  gsize least = find_cut (diagram, memory, 0, in, on, &cut);

  parley_ways_free (diagram, in);
  parley_ways_free (diagram, on);
  return least;
}

ParleyMeeting *
parley_meeting_new (const ParleyView *view, const ParleyDiagram *diagram)
{
  return parley_meeting_new_behind (view, diagram, 0);
}

ParleyMeeting *
parley_meeting_new_behind (const ParleyView *view, const ParleyDiagram *diagram, guint n_layers)
{
  g_autoptr(ParleyMeeting) self = g_new0 (ParleyMeeting, 1);
  ParleyWays in = parley_ways_in (diagram);
  ParleyWays on = parley_ways_on (diagram);

  self->view = view;
  self->diagram = diagram;
  if (find_cut (diagram, view->memory, n_layers, in, on, &self->cut) < G_MAXSIZE)
    take_cut (self, in[self->cut], on[self->cut]);
  parley_ways_free (diagram, in);
  parley_ways_free (diagram, on);
  return self->ways_in == NULL ? NULL : g_steal_pointer (&self);
}

void
parley_meeting_free (ParleyMeeting *self)
{
  if (self == NULL)
    return;
  g_free (self->ways_in);
  g_free (self->ways_on);
  g_free (self);
}

ParleyScore *
parley_meeting_floors (const ParleyMeeting *self, guint dim)
{
  gsize n = self->ways_in[self->n_nodes];
  ParleyScore *column = g_new (ParleyScore, MAX (1, n));
  g_autofree gsize *next = g_memdup2 (self->ways_in, self->n_nodes * sizeof *self->ways_in);

  parley_ways_sum (self->diagram, 0, 0, self->cut, dim, next, column);
  for (gsize i = 0; i < n; i++)
    column[i] = parley_view_dim (self->view, dim)->floor - column[i];
  return column;
}

ParleyScore *
parley_meeting_points (const ParleyMeeting *self, guint dim, guint node)
{
  ParleyScore *column = g_new (ParleyScore, MAX (1, self->ways_on[node]));
  gsize next = 0;

  parley_ways_sum (self->diagram, self->cut, node, self->diagram->n_layers, dim, &next, column);
  return column;
}

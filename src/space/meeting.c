/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/meeting.h"

#include "space/dominance.h"
#include "space/rank.h"

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
  gsize least = G_MAXSIZE;

  for (guint l = n_layers; l <= diagram->n_layers; l++)
    {
      gsize work = work_at (in[l], on[l], parley_diagram_n_nodes (diagram, l), memory);

      if (work >= least)
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

/* The two lists of one node, in ranks. */
typedef struct
{
  guint     n_dims;
  gsize     n_in;
  gsize     n_on;
  guint32 **floors; /* [dim][way in] */
  guint32 **points; /* [dim][way on] */
} Pair;

static void
pair_clear (Pair *self)
{
  for (guint d = 0; d < self->n_dims; d++)
    {
      g_free (self->floors[d]);
      g_free (self->points[d]);
    }
  g_free (self->floors);
  g_free (self->points);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pair, pair_clear)

/* @columns ([dim], nullable): the floors of all nodes; with one node they are made here, a
 * dimension at a time, so that only one is in memory. */
static void
pair_init (Pair *self, const ParleyMeeting *meeting, guint node, ParleyScore *const *columns)
{
  gsize from = meeting->ways_in[node];

  self->n_dims = meeting->view->dims->len;
  self->n_in = meeting->ways_in[node + 1] - from;
  self->n_on = meeting->ways_on[node];
  self->floors = g_new (guint32 *, MAX (1, self->n_dims));
  self->points = g_new (guint32 *, MAX (1, self->n_dims));
  for (guint d = 0; d < self->n_dims; d++)
    {
      g_autofree ParleyScore *made = columns == NULL ? parley_meeting_floors (meeting, d) : NULL;
      g_autofree ParleyScore *points = parley_meeting_points (meeting, d, node);
      const ParleyScore *floors = columns == NULL ? made : columns[d] + from;

      self->floors[d] = g_new (guint32, MAX (1, self->n_in));
      self->points[d] = g_new (guint32, MAX (1, self->n_on));
      parley_rank (points, self->n_on, floors, self->n_in, self->points[d], self->floors[d]);
    }
}

/* Turns all ranks round, so that what was a floor becomes a point. */
static void
turn_round (Pair *self)
{
  guint32 **floors = self->floors;
  gsize n_in = self->n_in;

  for (guint d = 0; d < self->n_dims; d++)
    {
      guint32 most = 0;

      for (gsize i = 0; i < self->n_in; i++)
        most = MAX (most, self->floors[d][i]);
      for (gsize i = 0; i < self->n_on; i++)
        most = MAX (most, self->points[d][i]);
      for (gsize i = 0; i < self->n_in; i++)
        self->floors[d][i] = most - self->floors[d][i];
      for (gsize i = 0; i < self->n_on; i++)
        self->points[d][i] = most - self->points[d][i];
    }
  self->floors = self->points;
  self->points = floors;
  self->n_in = self->n_on;
  self->n_on = n_in;
}

static void
count_pair (const Pair *self, guint64 *counts)
{
  parley_dominance_count ((const guint32 *const *) self->points, NULL, self->n_on,
                          (const guint32 *const *) self->floors, self->n_in, self->n_dims, counts);
}

static void
add_count (mpz_ptr sum, guint64 count)
{
  G_STATIC_ASSERT (sizeof (unsigned long) == sizeof (guint64));
  mpz_add_ui (sum, sum, count);
}

/* Tells @step of what the ways on from @node find among those in. */
static void
add_ways_on (const ParleyMeeting *self, guint node, Pair *pair, ParleyWaysStep step, gpointer data)
{
  g_autofree guint64 *counts = g_new (guint64, MAX (1, pair->n_on));
  gsize next = 0;

  turn_round (pair);
  count_pair (pair, counts);
  parley_ways_add_up (self->diagram, self->cut, node, self->diagram->n_layers, &next, counts, step,
                      data);
}

static void
add_ways_in (const ParleyMeeting *self, const guint64 *counts, ParleyWaysStep step, gpointer data)
{
  g_autofree gsize *next = g_memdup2 (self->ways_in, self->n_nodes * sizeof *self->ways_in);

  parley_ways_add_up (self->diagram, 0, 0, self->cut, next, counts, step, data);
}

/* The floors of all nodes, [dim]; NULL where there is one node. */
static ParleyScore **
columns_new (const ParleyMeeting *self)
{
  guint n_dims = self->view->dims->len;
  ParleyScore **columns = NULL;

  if (self->n_nodes == 1)
    return NULL;
  columns = g_new (ParleyScore *, n_dims);
  for (guint d = 0; d < n_dims; d++)
    columns[d] = parley_meeting_floors (self, d);
  return columns;
}

static void
columns_free (ParleyScore **columns, guint n_dims)
{
  for (guint d = 0; columns != NULL && d < n_dims; d++)
    g_free (columns[d]);
  g_free (columns);
}

static guint64 *
count_ways (const ParleyMeeting *self, ParleyWaysStep step, gpointer data)
{
  gsize n_in = self->ways_in[self->n_nodes];
  guint64 *counts = g_new (guint64, MAX (1, n_in));
  ParleyScore **columns = columns_new (self);

  for (guint node = 0; node < self->n_nodes; node++)
    {
      g_auto(Pair) pair = { 0 };

      pair_init (&pair, self, node, columns);
      count_pair (&pair, counts + self->ways_in[node]);
      if (step != NULL)
        add_ways_on (self, node, &pair, step, data);
    }
  columns_free (columns, self->view->dims->len);
  return counts;
}

/* Where the counts of options go. */
typedef struct
{
  const ParleyDiagram *diagram;
  mpz_t              **by_option;
} Options;

static void
add_option (guint first, guint layer, const guint *path, guint64 found, gpointer data)
{
  const Options *options = data;

  (void) first;
  add_count (options->by_option[options->diagram->layers[layer].axis][path[layer]], found);
}

void
parley_meeting_count (const ParleyMeeting *self, mpz_ptr total, mpz_t **by_option)
{
  Options options = { self->diagram, by_option };
  ParleyWaysStep step = by_option == NULL ? NULL : add_option;
  g_autofree guint64 *counts = count_ways (self, step, &options);

  mpz_set_ui (total, 0);
  for (gsize i = 0; i < self->ways_in[self->n_nodes]; i++)
    add_count (total, counts[i]);
  if (step != NULL)
    add_ways_in (self, counts, step, &options);
}

void
parley_meeting_add_up (const ParleyMeeting *self, ParleyWaysStep step, gpointer data)
{
  g_autofree guint64 *counts = count_ways (self, step, data);

  add_ways_in (self, counts, step, data);
}

guint64 *
parley_meeting_count_ways (const ParleyMeeting *self)
{
  return count_ways (self, NULL, NULL);
}

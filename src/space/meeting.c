/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/meeting.h"

#include "space/dominance.h"
#include "space/rank.h"

static gsize
add (gsize a, gsize b)
{
  return a > G_MAXSIZE - b ? G_MAXSIZE : a + b;
}

/* Zeros for all nodes: [layer][node]. */
static gsize **
ways_new (const ParleyDiagram *diagram)
{
  gsize **ways = g_new (gsize *, diagram->n_layers + 1);

  for (guint l = 0; l <= diagram->n_layers; l++)
    ways[l] = g_new0 (gsize, parley_diagram_n_nodes (diagram, l));
  return ways;
}

static void
ways_free (const ParleyDiagram *diagram, gsize **ways)
{
  for (guint l = 0; l <= diagram->n_layers; l++)
    g_free (ways[l]);
  g_free (ways);
}

/* Adds up the ways over the arcs of one layer: onward to the nodes behind it, or back. */
static void
pass_layer (const ParleyDiagram *diagram, guint l, gboolean onward, gsize **ways)
{
  const ParleyLayer *layer = &diagram->layers[l];

  for (guint node = 0; node < layer->n_nodes; node++)
    for (guint o = 0; o < layer->n_options; o++)
      {
        guint32 child = parley_layer_child (layer, node, o);

        if (child == PARLEY_NO_NODE)
          continue;
        if (onward)
          ways[l + 1][child] = add (ways[l + 1][child], ways[l][node]);
        else
          ways[l][node] = add (ways[l][node], ways[l + 1][child]);
      }
}

/* How many ways lead to each node, at most G_MAXSIZE. */
static gsize **
count_ways_in (const ParleyDiagram *diagram)
{
  gsize **ways = ways_new (diagram);

  ways[0][0] = 1;
  for (guint l = 0; l < diagram->n_layers; l++)
    pass_layer (diagram, l, TRUE, ways);
  return ways;
}

static gsize **
count_ways_on (const ParleyDiagram *diagram)
{
  gsize **ways = ways_new (diagram);

  ways[diagram->n_layers][0] = 1;
  for (guint l = diagram->n_layers; l-- > 0;)
    pass_layer (diagram, l, FALSE, ways);
  return ways;
}

/* What a cut costs: all lists together, G_MAXSIZE when one is too long. */
static gsize
work_at (const gsize *in, const gsize *on, guint n_nodes)
{
  gsize all_in = 0, all_on = 0;

  for (guint node = 0; node < n_nodes; node++)
    {
      all_in = add (all_in, in[node]);
      all_on = add (all_on, on[node]);
      if (on[node] > PARLEY_MEETING_MOST_WAYS)
        return G_MAXSIZE;
    }
  return all_in > PARLEY_MEETING_MOST_WAYS ? G_MAXSIZE : add (all_in, all_on);
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

ParleyMeeting *
parley_meeting_new (const ParleyView *view, const ParleyDiagram *diagram)
{
  g_autoptr(ParleyMeeting) self = g_new0 (ParleyMeeting, 1);
  gsize **in = count_ways_in (diagram);
  gsize **on = count_ways_on (diagram);
  gsize least = G_MAXSIZE;

  self->view = view;
  self->diagram = diagram;
  for (guint l = 0; l <= diagram->n_layers; l++)
    {
      gsize work = work_at (in[l], on[l], parley_diagram_n_nodes (diagram, l));

      if (work >= least)
        continue;
      least = work;
      self->cut = l;
    }
  if (least <= PARLEY_MEETING_MOST_WORK)
    take_cut (self, in[self->cut], on[self->cut]);
  ways_free (diagram, in);
  ways_free (diagram, on);
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

/* A walk over all ways of one side that writes down the sums of one dimension. */
typedef struct
{
  const ParleyDiagram *diagram;
  guint                dim;
  guint                end;    /* the layer where it stops */
  gsize               *next;   /* [node there]: where its next way stands */
  ParleyScore         *column; /* [way] */
} Filling;

static void
fill (Filling *filling, guint l, guint node, ParleyScore sum)
{
  const ParleyLayer *layer = &filling->diagram->layers[l];

  if (l == filling->end)
    {
      filling->column[filling->next[node]++] = sum;
      return;
    }
  for (guint o = 0; o < layer->n_options; o++)
    {
      guint32 child = parley_layer_child (layer, node, o);

      if (child != PARLEY_NO_NODE)
        fill (filling, l + 1, child,
              sum + parley_layer_gain (layer, filling->diagram->n_dims, node, o)[filling->dim]);
    }
}

/* What the rest must bring for each way in, those to the same node side by side. */
static ParleyScore *
floors_new (const ParleyMeeting *self, guint dim)
{
  gsize n = self->ways_in[self->n_nodes];
  ParleyScore *column = g_new (ParleyScore, MAX (1, n));
  g_autofree gsize *next = g_memdup2 (self->ways_in, self->n_nodes * sizeof *self->ways_in);
  Filling filling = { self->diagram, dim, self->cut, next, column };

  fill (&filling, 0, 0, 0);
  for (gsize i = 0; i < n; i++)
    column[i] = parley_view_dim (self->view, dim)->floor - column[i];
  return column;
}

/* What each way on from @node brings. */
static ParleyScore *
points_new (const ParleyMeeting *self, guint dim, guint node)
{
  ParleyScore *column = g_new (ParleyScore, MAX (1, self->ways_on[node]));
  gsize next = 0;
  Filling filling = { self->diagram, dim, self->diagram->n_layers, &next, column };

  fill (&filling, self->cut, node, 0);
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
      g_autofree ParleyScore *made = columns == NULL ? floors_new (meeting, d) : NULL;
      g_autofree ParleyScore *points = points_new (meeting, d, node);
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

/* A second walk, in the order of the first, that adds up by options what each way found. */
typedef struct
{
  const ParleyDiagram *diagram;
  guint                end;
  gsize               *next;
  const guint64       *counts; /* [way] */
  mpz_t              **by_option;
} Adding;

/* Returns: what has been found by way of @node. */
static guint64
add_up (Adding *adding, guint l, guint node)
{
  const ParleyLayer *layer = &adding->diagram->layers[l];
  guint64 sum = 0;

  if (l == adding->end)
    return adding->counts[adding->next[node]++];
  for (guint o = 0; o < layer->n_options; o++)
    {
      guint32 child = parley_layer_child (layer, node, o);
      guint64 found = child == PARLEY_NO_NODE ? 0 : add_up (adding, l + 1, child);

      add_count (adding->by_option[layer->axis][o], found);
      sum += found;
    }
  return sum;
}

/* Adds what the ways on from @node find among those in. */
static void
add_ways_on (const ParleyMeeting *self, guint node, Pair *pair, mpz_t **by_option)
{
  g_autofree guint64 *counts = g_new (guint64, MAX (1, pair->n_on));
  gsize next = 0;
  Adding adding = { self->diagram, self->diagram->n_layers, &next, counts, by_option };

  turn_round (pair);
  count_pair (pair, counts);
  add_up (&adding, self->cut, node);
}

static void
add_ways_in (const ParleyMeeting *self, const guint64 *counts, mpz_t **by_option)
{
  g_autofree gsize *next = g_memdup2 (self->ways_in, self->n_nodes * sizeof *self->ways_in);
  Adding adding = { self->diagram, self->cut, next, counts, by_option };

  add_up (&adding, 0, 0);
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
    columns[d] = floors_new (self, d);
  return columns;
}

static void
columns_free (ParleyScore **columns, guint n_dims)
{
  for (guint d = 0; columns != NULL && d < n_dims; d++)
    g_free (columns[d]);
  g_free (columns);
}

void
parley_meeting_count (const ParleyMeeting *self, mpz_ptr total, mpz_t **by_option)
{
  gsize n_in = self->ways_in[self->n_nodes];
  g_autofree guint64 *counts = g_new (guint64, MAX (1, n_in));
  ParleyScore **columns = columns_new (self);

  for (guint node = 0; node < self->n_nodes; node++)
    {
      g_auto(Pair) pair = { 0 };

      pair_init (&pair, self, node, columns);
      count_pair (&pair, counts + self->ways_in[node]);
      if (by_option != NULL)
        add_ways_on (self, node, &pair, by_option);
    }
  columns_free (columns, self->view->dims->len);
  mpz_set_ui (total, 0);
  for (gsize i = 0; i < n_in; i++)
    add_count (total, counts[i]);
  if (by_option != NULL)
    add_ways_in (self, counts, by_option);
}

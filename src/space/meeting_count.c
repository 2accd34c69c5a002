/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/meeting.h"

#include "space/lists.h"
#include "space/rank.h"

/* The sums of all ways in, in one dimension. */
typedef struct
{
  gboolean     narrow; /* modulo 2^32 */
  guint32     *sums;   /* [way]; narrow */
  ParleyScore *floors; /* [way]: what the rest must bring, where sums are wide */
} Column;

/* What counting goes through the nodes with. */
typedef struct
{
  const ParleyMeeting *meeting;
  ParleyExtremes      *in; /* [node * n_dims + dim] */
  ParleyExtremes      *on;
  Column              *columns; /* [dim] */
  ParleyLists          lists;   /* of one node after the other */
} Count;

/* The lowest of the floors and points of @node. @range: to the highest. */
static ParleyScore
lowest_of (const Count *self, guint node, guint dim, ParleyScoreGap *range)
{
  gsize at = (gsize) node * self->meeting->view->dims->len + dim;
  ParleyScore floor = parley_view_dim (self->meeting->view, dim)->floor;
  ParleyScore lowest = MIN (floor - self->in[at].high, self->on[at].low);
  ParleyScore highest = MAX (floor - self->in[at].low, self->on[at].high);

  *range = (ParleyScoreGap) highest - (ParleyScoreGap) lowest;
  return lowest;
}

/* Whether at all nodes 32 bits are enough for telling floors and points apart. */
static gboolean
is_narrow (const Count *self, guint dim)
{
  ParleyScoreGap range = 0;

  for (guint node = 0; node < self->meeting->n_nodes && range <= G_MAXUINT32; node++)
    lowest_of (self, node, dim, &range);
  return range <= G_MAXUINT32;
}

gsize
parley_meeting_bytes (const ParleyMeeting *self)
{
  guint n_dims = self->view->dims->len;
  g_autofree ParleyExtremes *in = parley_ways_extremes_in (self->diagram, self->cut);
  g_autofree ParleyExtremes *on = parley_ways_extremes_on (self->diagram, self->cut);
  const Count probe = { .meeting = self, .in = in, .on = on };
  gsize n_in = self->ways_in[self->n_nodes];
  gsize most_on = 0;
  gsize n_wide = 0;

  for (guint node = 0; node < self->n_nodes; node++)
    most_on = MAX (most_on, self->ways_on[node]);
  for (guint d = 0; d < n_dims; d++)
    n_wide += !is_narrow (&probe, d);
  return (n_in + most_on) * parley_budget_way (n_dims)
         + n_in * n_wide * (sizeof (ParleyScore) - sizeof (guint32));
}

static void
column_init (Column *self, const ParleyMeeting *meeting, guint dim, gboolean narrow)
{
  gsize n = meeting->ways_in[meeting->n_nodes];
  g_autofree gsize *next = g_memdup2 (meeting->ways_in, meeting->n_nodes * sizeof *next);

  *self = (Column){ .narrow = narrow };
  if (narrow)
    {
      self->sums = g_new (guint32, MAX (1, n));
      parley_ways_sum_narrow (meeting->diagram, 0, 0, meeting->cut, dim, next, self->sums);
    }
  else
    self->floors = parley_meeting_floors (meeting, dim);
}

static void
column_clear (Column *self)
{
  g_clear_pointer (&self->sums, g_free);
  g_clear_pointer (&self->floors, g_free);
}

/* Floors and points of the node that has the most. */
static gsize
most_entries (const ParleyMeeting *meeting)
{
  gsize most = 0;

  for (guint node = 0; node < meeting->n_nodes; node++)
    most = MAX (most, meeting->ways_in[node + 1] - meeting->ways_in[node] + meeting->ways_on[node]);
  return most;
}

static void
count_init (Count *self, const ParleyMeeting *meeting)
{
  guint n_dims = meeting->view->dims->len;

  self->meeting = meeting;
  self->in = parley_ways_extremes_in (meeting->diagram, meeting->cut);
  self->on = parley_ways_extremes_on (meeting->diagram, meeting->cut);
  self->columns = g_new (Column, MAX (1, n_dims));
  for (guint d = 0; d < n_dims; d++)
    column_init (&self->columns[d], meeting, d, is_narrow (self, d));
  parley_lists_init (&self->lists, n_dims, most_entries (meeting));
}

static void
count_clear (Count *self)
{
  for (guint d = 0; d < self->meeting->view->dims->len; d++)
    column_clear (&self->columns[d]);
  g_free (self->columns);
  g_free (self->in);
  g_free (self->on);
  parley_lists_clear (&self->lists);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Count, count_clear)

/* Keys are distances from the lowest score. */
static void
set_narrow_keys (Count *self, guint node, guint dim)
{
  const ParleyMeeting *meeting = self->meeting;
  ParleyLists *lists = &self->lists;
  const guint32 *sums = self->columns[dim].sums + meeting->ways_in[node];
  guint32 *keys = lists->keys[dim];
  gsize next[1] = { 0 };
  ParleyScoreGap range = 0;
  guint32 lowest = (guint32) lowest_of (self, node, dim, &range);
  guint32 floor = (guint32) parley_view_dim (meeting->view, dim)->floor;

  for (gsize i = 0; i < lists->n_floors; i++)
    keys[i] = floor - sums[i] - lowest;
  keys += lists->n_floors;
  parley_ways_sum_narrow (meeting->diagram, meeting->cut, node, meeting->diagram->n_layers, dim,
                          next, keys);
  for (gsize i = 0; i < lists->n_points; i++)
    keys[i] -= lowest;
  lists->highest[dim] = (guint32) range;
}

/* Keys are ranks. */
static void
set_wide_keys (Count *self, guint node, guint dim)
{
  const ParleyMeeting *meeting = self->meeting;
  ParleyLists *lists = &self->lists;
  guint32 *keys = lists->keys[dim];
  g_autofree ParleyScore *points = parley_meeting_points (meeting, dim, node);

  parley_rank (points, lists->n_points, self->columns[dim].floors + meeting->ways_in[node],
               lists->n_floors, keys + lists->n_floors, keys);
  lists->highest[dim] = 0;
  for (gsize i = 0; i < lists->n_floors + lists->n_points; i++)
    lists->highest[dim] = MAX (lists->highest[dim], keys[i]);
}

/* Makes the lists those of @node; nodes are gone through in their order. */
static void
go_to_node (Count *self, guint node)
{
  const ParleyMeeting *meeting = self->meeting;

  self->lists.n_floors = meeting->ways_in[node + 1] - meeting->ways_in[node];
  self->lists.n_points = meeting->ways_on[node];
  for (guint d = 0; d < meeting->view->dims->len; d++)
    {
      if (self->columns[d].narrow)
        set_narrow_keys (self, node, d);
      else
        set_wide_keys (self, node, d);
      if (node + 1 == meeting->n_nodes)
        column_clear (&self->columns[d]);
    }
  parley_lists_prepare (&self->lists);
}

/* Counts the ways in of @node, and tells @step (nullable) of what the ways on find among them. */
static void
count_node (Count *self, guint node, guint64 *counts, ParleyWaysStep step, gpointer data)
{
  const ParleyDiagram *diagram = self->meeting->diagram;
  g_autofree guint64 *found = NULL;
  gsize next = 0;

  go_to_node (self, node);
  if (step != NULL)
    found = g_new (guint64, MAX (1, self->lists.n_points));
  parley_lists_count (&self->lists, counts + self->meeting->ways_in[node], found);
  if (step != NULL)
    parley_ways_add_up (diagram, self->meeting->cut, node, diagram->n_layers, &next, found, step,
                        data);
}

static void
add_ways_in (const ParleyMeeting *self, const guint64 *counts, ParleyWaysStep step, gpointer data)
{
  g_autofree gsize *next = g_memdup2 (self->ways_in, self->n_nodes * sizeof *self->ways_in);

  parley_ways_add_up (self->diagram, 0, 0, self->cut, next, counts, step, data);
}

static guint64 *
count_ways (const ParleyMeeting *self, ParleyWaysStep step, gpointer data)
{
  guint64 *counts = g_new (guint64, MAX (1, self->ways_in[self->n_nodes]));
  g_auto(Count) count = { 0 };

  count_init (&count, self);
  for (guint node = 0; node < self->n_nodes; node++)
    count_node (&count, node, counts, step, data);
  return counts;
}

/* Where the counts of options go: all ways in and on that fit into memory make no more deals
 * than 64 bits hold. */
typedef struct
{
  const ParleyDiagram *diagram;
  guint64            **found; /* [layer][option] */
} Options;

static void
options_init (Options *self, const ParleyDiagram *diagram)
{
  self->diagram = diagram;
  self->found = g_new (guint64 *, diagram->n_layers);
  for (guint l = 0; l < diagram->n_layers; l++)
    self->found[l] = g_new0 (guint64, diagram->layers[l].n_options);
}

static void
add_count (mpz_ptr sum, guint64 count)
{
  G_STATIC_ASSERT (sizeof (unsigned long) == sizeof (guint64));
  mpz_add_ui (sum, sum, count);
}

/* Adds all to @by_option and frees them. */
static void
options_hand_over (Options *self, mpz_t **by_option)
{
  for (guint l = 0; l < self->diagram->n_layers; l++)
    {
      const ParleyLayer *layer = &self->diagram->layers[l];

      for (guint o = 0; o < layer->n_options; o++)
        add_count (by_option[layer->axis][o], self->found[l][o]);
      g_free (self->found[l]);
    }
  g_free (self->found);
}

static void
add_option (guint first, guint layer, const guint *path, guint64 found, gpointer data)
{
  const Options *options = data;

  (void) first;
  options->found[layer][path[layer]] += found;
}

void
parley_meeting_count (const ParleyMeeting *self, mpz_ptr total, mpz_t **by_option)
{
  Options options = { 0 };
  ParleyWaysStep step = by_option == NULL ? NULL : add_option;
  g_autofree guint64 *counts = NULL;
  guint64 sum = 0;

  if (step != NULL)
    options_init (&options, self->diagram);
  counts = count_ways (self, step, &options);
  for (gsize i = 0; i < self->ways_in[self->n_nodes]; i++)
    sum += counts[i];
  mpz_set_ui (total, 0);
  add_count (total, sum);
  if (step == NULL)
    return;
  add_ways_in (self, counts, step, &options);
  options_hand_over (&options, by_option);
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/depend.h"

#include "space/turn.h"

/* Sets of verdict sums, one for each node of a layer: ranges that ascend and are apart. */
typedef struct
{
  GArray *ranges; /* of ParleyRange: those of one node after those of another */
  guint  *first;  /* [node]: where its ranges begin; one more at the end */
} RangeLayer;

static RangeLayer *
range_layer_new (guint n_nodes)
{
  RangeLayer *self = g_new (RangeLayer, 1);

  self->ranges = g_array_new (FALSE, FALSE, sizeof (ParleyRange));
  self->first = g_new0 (guint, (gsize) n_nodes + 1);
  return self;
}

static void
range_layer_free (RangeLayer *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->ranges);
  g_free (self->first);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangeLayer, range_layer_free)

/* Adds the ranges of @node of @layer, moved by @by. */
static void
add_moved (ParleyRanges *ranges, const RangeLayer *layer, guint node, ParleyScore by)
{
  guint first = layer->first[node];
  guint n = layer->first[node + 1] - first;

  if (n > 0)
    parley_ranges_add (ranges, &g_array_index (layer->ranges, ParleyRange, first), n, by);
}

/* What was gathered is that of @node, which is the next. */
static void
close_node (RangeLayer *self, guint node, ParleyRanges *ranges)
{
  parley_ranges_take (ranges, self->ranges);
  self->first[node + 1] = self->ranges->len;
}

/* Before the last choice: where it turns the verdict. */
static RangeLayer *
start_from_end (const ParleyGains *gains)
{
  guint last = gains->outline->diagram->n_layers - 1;
  guint n_nodes = gains->outline->diagram->layers[last].n_nodes;
  RangeLayer *self = range_layer_new (n_nodes);

  for (guint node = 0; node < n_nodes; node++)
    {
      ParleyRange window = parley_turn_window (gains, node);

      if (window.from < window.to)
        g_array_append_val (self->ranges, window);
      self->first[node + 1] = self->ranges->len;
    }
  return self;
}

/* From sums in layer @l + 1 that can lead to a turn to those in layer @l. */
static RangeLayer *
go_back (const ParleyGains *gains, guint l, const RangeLayer *next)
{
  const ParleyLayer *layer = &gains->outline->diagram->layers[l];
  RangeLayer *self = range_layer_new (layer->n_nodes);
  g_autoptr(ParleyRanges) ranges = parley_ranges_new ();

  for (guint node = 0; node < layer->n_nodes; node++)
    {
      for (guint o = 0; o < layer->n_options; o++)
        {
          guint32 child = parley_layer_child (layer, node, o);

          if (child != PARLEY_NO_NODE)
            add_moved (ranges, next, child, -parley_gains_at (gains, l, node, o).verdict);
        }
      close_node (self, node, ranges);
    }
  return self;
}

static RangeLayer *
start_from_start (const ParleyGains *gains)
{
  RangeLayer *self = range_layer_new (1);
  ParleyRange range = { gains->start.verdict, gains->start.verdict + 1 };

  g_array_append_val (self->ranges, range);
  self->first[1] = 1;
  return self;
}

/* From the sums that occur in layer @l to those in layer @l + 1. */
static RangeLayer *
go_on (const ParleyGains *gains, guint l, const RangeLayer *before)
{
  const ParleyLayer *layer = &gains->outline->diagram->layers[l];
  guint n_next = parley_diagram_n_nodes (gains->outline->diagram, l + 1);
  RangeLayer *self = range_layer_new (n_next);
  g_autofree ParleyRanges **ranges = g_new (ParleyRanges *, n_next);

  for (guint next = 0; next < n_next; next++)
    ranges[next] = parley_ranges_new ();
  for (guint node = 0; node < layer->n_nodes; node++)
    for (guint o = 0; o < layer->n_options; o++)
      {
        guint32 child = parley_layer_child (layer, node, o);

        if (child != PARLEY_NO_NODE)
          add_moved (ranges[child], before, node, parley_gains_at (gains, l, node, o).verdict);
      }
  for (guint next = 0; next < n_next; next++)
    {
      close_node (self, next, ranges[next]);
      parley_ranges_free (ranges[next]);
    }
  return self;
}

/* Whether some sum of a node is in both. */
static gboolean
meet (const RangeLayer *a, const RangeLayer *b, guint node)
{
  guint i = a->first[node];
  guint k = b->first[node];

  while (i < a->first[node + 1] && k < b->first[node + 1])
    {
      const ParleyRange *x = &g_array_index (a->ranges, ParleyRange, i);
      const ParleyRange *y = &g_array_index (b->ranges, ParleyRange, k);

      if (x->from < y->to && y->from < x->to)
        return TRUE;
      i += x->to <= y->to;
      k += y->to <= x->to;
    }
  return FALSE;
}

/* Less @cost. Returns: FALSE when it is not there. */
static gboolean
spend (gsize *work, gsize cost)
{
  gboolean enough = cost <= *work;

  *work = enough ? *work - cost : 0;
  return enough;
}

/* How many ranges a step makes before they are joined. */
static gsize
cost_of_going_on (const ParleyGains *gains, guint l, const RangeLayer *before)
{
  return (gsize) before->ranges->len * gains->outline->diagram->layers[l].n_options;
}

static gsize
cost_of_going_back (const ParleyGains *gains, guint l, const RangeLayer *next)
{
  const ParleyLayer *layer = &gains->outline->diagram->layers[l];
  gsize n = 0;

  for (gsize arc = 0; arc < (gsize) layer->n_nodes * layer->n_options; arc++)
    if (layer->children[arc] != PARLEY_NO_NODE)
      n += next->first[layer->children[arc] + 1] - next->first[layer->children[arc]];
  return n;
}

/* Puts @by in the place of @layer. */
static void
replace (RangeLayer **layer, RangeLayer *by)
{
  range_layer_free (*layer);
  *layer = by;
}

/* Goes from both ends until they meet. */
static gboolean
find_turn (const ParleyGains *gains, gsize *work, gboolean *depends)
{
  const ParleyDiagram *diagram = gains->outline->diagram;
  g_autoptr(RangeLayer) occurs = start_from_start (gains);
  g_autoptr(RangeLayer) turns = start_from_end (gains);
  guint from = 0;                  /* the layer of @occurs */
  guint to = diagram->n_layers - 1; /* the layer of @turns */

  while (from < to)
    {
      gboolean onward = occurs->ranges->len < turns->ranges->len;

      if (!spend (work, onward ? cost_of_going_on (gains, from, occurs)
                               : cost_of_going_back (gains, to - 1, turns)))
        return FALSE;
      if (onward)
        replace (&occurs, go_on (gains, from++, occurs));
      else
        replace (&turns, go_back (gains, --to, turns));
    }
  for (guint node = 0; node < diagram->layers[from].n_nodes && !*depends; node++)
    *depends = meet (occurs, turns, node);
  return TRUE;
}

gboolean
parley_verdict_depends (const ParleySpace   *space,
                        const ParleyUtility *utility,
                        guint                axis,
                        gsize               *work,
                        gboolean            *depends)
{
  g_autoptr(ParleyOutline) outline
      = parley_outline_new_ending_with (space, utility->party, axis, *work, NULL);
  g_autoptr(ParleyGains) gains = NULL;

  *depends = FALSE;
  if (outline == NULL)
    return spend (work, G_MAXSIZE);
  if (!spend (work, parley_diagram_n_arcs (outline->diagram)))
    return FALSE;
  if (outline->diagram->empty)
    return TRUE;
  gains = parley_gains_new (outline, utility);
  return parley_turn_glance (gains, depends) || find_turn (gains, work, depends);
}

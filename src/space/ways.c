/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/ways.h"

gsize
parley_ways_add (gsize a, gsize b)
{
  return a > G_MAXSIZE - b ? G_MAXSIZE : a + b;
}

/* Zeros for all nodes: [layer][node]. */
static ParleyWays
ways_new (const ParleyDiagram *diagram)
{
  ParleyWays ways = g_new (gsize *, diagram->n_layers + 1);

  for (guint l = 0; l <= diagram->n_layers; l++)
    ways[l] = g_new0 (gsize, parley_diagram_n_nodes (diagram, l));
  return ways;
}

void
parley_ways_free (const ParleyDiagram *diagram, ParleyWays ways)
{
  for (guint l = 0; l <= diagram->n_layers; l++)
    g_free (ways[l]);
  g_free (ways);
}

/* Adds up the ways over the arcs of one layer: onward to the nodes behind it, or back. */
static void
pass_layer (const ParleyDiagram *diagram, guint l, gboolean onward, ParleyWays ways)
{
  const ParleyLayer *layer = &diagram->layers[l];

  for (guint node = 0; node < layer->n_nodes; node++)
    for (guint o = 0; o < layer->n_options; o++)
      {
        guint32 child = parley_layer_child (layer, node, o);

        if (child == PARLEY_NO_NODE)
          continue;
        if (onward)
          ways[l + 1][child] = parley_ways_add (ways[l + 1][child], ways[l][node]);
        else
          ways[l][node] = parley_ways_add (ways[l][node], ways[l + 1][child]);
      }
}

ParleyWays
parley_ways_in (const ParleyDiagram *diagram)
{
  ParleyWays ways = ways_new (diagram);

  ways[0][0] = 1;
  for (guint l = 0; l < diagram->n_layers; l++)
    pass_layer (diagram, l, TRUE, ways);
  return ways;
}

ParleyWays
parley_ways_to (const ParleyDiagram *diagram, guint layer, guint node)
{
  ParleyWays ways = ways_new (diagram);

  ways[layer][node] = 1;
  for (guint l = layer; l-- > 0;)
    pass_layer (diagram, l, FALSE, ways);
  return ways;
}

ParleyWays
parley_ways_on (const ParleyDiagram *diagram)
{
  return parley_ways_to (diagram, diagram->n_layers, 0);
}

/* A walk that writes down the sums of one dimension. */
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

/* NOLINTBEGIN(readability-non-const-parameter): they are filled by way of the struct */
void
parley_ways_sum (const ParleyDiagram *diagram,
                 guint                from,
                 guint                node,
                 guint                to,
                 guint                dim,
                 gsize               *next,
                 ParleyScore         *column)
{
  Filling filling = { diagram, dim, to, next, column };

  fill (&filling, from, node, 0);
}
/* NOLINTEND(readability-non-const-parameter) */

/* The same modulo 2^32; ends a layer before the other, which saves most calls. */
typedef struct
{
  const ParleyDiagram *diagram;
  guint                dim;
  guint                end;
  gsize               *next;
  guint32             *column;
} NarrowFilling;

static void
fill_narrow (const NarrowFilling *filling, guint l, guint node, guint32 sum)
{
  const ParleyLayer *layer = &filling->diagram->layers[l];
  guint n_dims = filling->diagram->n_dims;
  gboolean is_last = l + 1 == filling->end;

  for (guint o = 0; o < layer->n_options; o++)
    {
      guint32 child = parley_layer_child (layer, node, o);
      guint32 moved = sum;

      if (child == PARLEY_NO_NODE)
        continue;
      moved += (guint32) parley_layer_gain (layer, n_dims, node, o)[filling->dim];
      if (is_last)
        filling->column[filling->next[child]++] = moved;
      else
        fill_narrow (filling, l + 1, child, moved);
    }
}

/* NOLINTBEGIN(readability-non-const-parameter): likewise */
void
parley_ways_sum_narrow (const ParleyDiagram *diagram,
                        guint                from,
                        guint                node,
                        guint                to,
                        guint                dim,
                        gsize               *next,
                        guint32             *column)
{
  NarrowFilling filling = { diagram, dim, to, next, column };

  if (from < to)
    fill_narrow (&filling, from, node, 0);
  else
    column[next[node]++] = 0;
}
/* NOLINTEND(readability-non-const-parameter) */

/* For all nodes of @layer; nothing known yet. */
static ParleyExtremes *
extremes_alloc (const ParleyDiagram *diagram, guint layer)
{
  gsize n = (gsize) parley_diagram_n_nodes (diagram, layer) * diagram->n_dims;
  ParleyExtremes *self = g_new0 (ParleyExtremes, MAX (1, n));

  for (gsize i = 0; i < n; i++)
    self[i] = (ParleyExtremes){ PARLEY_SCORE_FAR, -PARLEY_SCORE_FAR };
  return self;
}

/* That of one node, where no choice is made. */
static ParleyExtremes *
extremes_of_nothing (const ParleyDiagram *diagram)
{
  return g_new0 (ParleyExtremes, MAX (1, diagram->n_dims));
}

/* Makes @to know of what @from leads to by way of @gain. */
static void
widen (ParleyExtremes *to, const ParleyExtremes *from, const ParleyScore *gain, guint n_dims)
{
  for (guint d = 0; d < n_dims; d++)
    {
      to[d].low = MIN (to[d].low, from[d].low + gain[d]);
      to[d].high = MAX (to[d].high, from[d].high + gain[d]);
    }
}

/* Over the arcs of layer @l: onward from @known, of its nodes, or back from those behind it.
 * Returns: (transfer full): on the other side. Takes @known. */
static ParleyExtremes *
take_extremes (const ParleyDiagram *diagram, guint l, gboolean onward, ParleyExtremes *known)
{
  const ParleyLayer *layer = &diagram->layers[l];
  gsize n_dims = diagram->n_dims;
  ParleyExtremes *found = extremes_alloc (diagram, onward ? l + 1 : l);

  for (guint node = 0; node < layer->n_nodes; node++)
    for (guint o = 0; o < layer->n_options; o++)
      {
        guint32 child = parley_layer_child (layer, node, o);
        gsize to = onward ? child : node;
        gsize from = onward ? node : child;

        if (child != PARLEY_NO_NODE)
          widen (found + to * n_dims, known + from * n_dims,
                 parley_layer_gain (layer, diagram->n_dims, node, o), diagram->n_dims);
      }
  g_free (known);
  return found;
}

ParleyExtremes *
parley_ways_extremes_in (const ParleyDiagram *diagram, guint layer)
{
  ParleyExtremes *extremes = extremes_of_nothing (diagram);

  for (guint l = 0; l < layer; l++)
    extremes = take_extremes (diagram, l, TRUE, extremes);
  return extremes;
}

ParleyExtremes *
parley_ways_extremes_on (const ParleyDiagram *diagram, guint layer)
{
  ParleyExtremes *extremes = extremes_of_nothing (diagram);

  for (guint l = diagram->n_layers; l-- > layer;)
    extremes = take_extremes (diagram, l, FALSE, extremes);
  return extremes;
}

/* A walk that adds up what each way found. */
typedef struct
{
  const ParleyDiagram *diagram;
  guint                from;
  guint                end;
  gsize               *next;
  const guint64       *counts;
  guint               *path; /* [layer] */
  ParleyWaysStep       step;
  gpointer             data;
} Adding;

static guint64
add_up (Adding *adding, guint l, guint node)
{
  const ParleyLayer *layer = &adding->diagram->layers[l];
  gboolean is_last = l + 1 == adding->end;
  guint64 sum = 0;

  for (guint o = 0; o < layer->n_options; o++)
    {
      guint32 child = parley_layer_child (layer, node, o);
      guint64 found = 0;

      if (child == PARLEY_NO_NODE)
        continue;
      adding->path[l] = o;
      found = is_last ? adding->counts[adding->next[child]++] : add_up (adding, l + 1, child);
      if (found > 0 && adding->step != NULL)
        adding->step (adding->from, l, adding->path, found, adding->data);
      sum += found;
    }
  return sum;
}

/* NOLINTBEGIN(readability-non-const-parameter): likewise */
guint64
parley_ways_add_up (const ParleyDiagram *diagram,
                    guint                from,
                    guint                node,
                    guint                to,
                    gsize               *next,
                    const guint64       *counts,
                    ParleyWaysStep       step,
                    gpointer             data)
{
  g_autofree guint *path = g_new (guint, to + 1);
  Adding adding = { diagram, from, to, next, counts, path, step, data };

  return from < to ? add_up (&adding, from, node) : counts[next[node]++];
}
/* NOLINTEND(readability-non-const-parameter) */

void
parley_ways_options (const ParleyDiagram *diagram,
                     ParleyWays           ways,
                     guint                from,
                     guint                node,
                     guint                to,
                     gsize                way,
                     guint               *options)
{
  for (guint l = from; l < to; l++)
    {
      const ParleyLayer *layer = &diagram->layers[l];

      for (guint o = 0; o < layer->n_options; o++)
        {
          guint32 child = parley_layer_child (layer, node, o);
          gsize n = child == PARLEY_NO_NODE ? 0 : ways[l + 1][child];

          if (way < n)
            {
              options[layer->axis] = o;
              node = child;
              break;
            }
          way -= n;
        }
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/extent.h"

static ParleyExtent
shift (ParleyExtent extent, ParleyGain gain)
{
  return (ParleyExtent){ extent.low + gain.score, extent.high + gain.score,
                         extent.verdict_low + gain.verdict, extent.verdict_high + gain.verdict };
}

static ParleyExtent
join (ParleyExtent a, ParleyExtent b)
{
  return (ParleyExtent){ MIN (a.low, b.low), MAX (a.high, b.high),
                         MIN (a.verdict_low, b.verdict_low), MAX (a.verdict_high, b.verdict_high) };
}

/* The extent of what can follow a node. @next: (array): of the nodes of the next layer. */
static ParleyExtent
extent_from (const ParleyGains *gains, guint l, guint node, const ParleyExtent *next)
{
  const ParleyLayer *layer = &gains->outline->diagram->layers[l];
  ParleyExtent extent = { 0 };
  gboolean found = FALSE;

  for (guint o = 0; o < layer->n_options; o++)
    {
      guint32 child = parley_layer_child (layer, node, o);
      ParleyExtent way = { 0 };

      if (child == PARLEY_NO_NODE)
        continue;
      way = shift (next[child], parley_gains_at (gains, l, node, o));
      extent = found ? join (extent, way) : way;
      found = TRUE;
    }
  return extent;
}

ParleyExtent
parley_extent (const ParleyOutline *outline, const ParleyUtility *utility)
{
  const ParleyDiagram *diagram = outline->diagram;
  g_autoptr(ParleyGains) gains = NULL;
  g_autofree ParleyExtent *next = g_new0 (ParleyExtent, 1); /* after the end nothing follows */

  if (diagram->empty)
    return next[0];
  gains = parley_gains_new (outline, utility);
  for (guint l = diagram->n_layers; l-- > 0;)
    {
      ParleyExtent *extents = g_new (ParleyExtent, diagram->layers[l].n_nodes);

      for (guint node = 0; node < diagram->layers[l].n_nodes; node++)
        extents[node] = extent_from (gains, l, node, next);
      g_free (next);
      next = extents;
    }
  return shift (next[0], gains->start);
}

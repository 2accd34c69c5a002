/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/extent.h"

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
      way = parley_extent_shift (next[child], parley_gains_at (gains, l, node, o));
      extent = found ? parley_extent_join (extent, way) : way;
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
  return parley_extent_shift (next[0], gains->start);
}

/* Which end of which score is looked for. */
typedef struct
{
  const ParleyGains *gains;
  gboolean           red_lines;
  gboolean           most;
} End;

/* Looks for the way on from @node that ends farthest. @next: (array): the ends that the nodes of
 * the next layer lead to. Returns: its option. */
static guint
farthest_option (const End *end, guint l, guint node, const ParleyScore *next, ParleyScore *score)
{
  const ParleyLayer *layer = &end->gains->outline->diagram->layers[l];
  guint best = PARLEY_NO_NODE;

  for (guint o = 0; o < layer->n_options; o++)
    {
      guint32 child = parley_layer_child (layer, node, o);
      ParleyGain gain = { 0, 0 };
      ParleyScore way = 0;

      if (child == PARLEY_NO_NODE)
        continue;
      gain = parley_gains_at (end->gains, l, node, o);
      way = next[child] + (end->red_lines ? gain.verdict : gain.score);
      if (best != PARLEY_NO_NODE && (end->most ? way <= *score : way >= *score))
        continue;
      best = o;
      *score = way;
    }
  return best;
}

ParleyScore
parley_extreme_deal (const ParleyOutline *outline,
                     const ParleyUtility *utility,
                     gboolean             red_lines,
                     gboolean             most,
                     guint               *options)
{
  const ParleyDiagram *diagram = outline->diagram;
  g_autoptr(ParleyGains) gains = parley_gains_new (outline, utility);
  End end = { gains, red_lines, most };
  g_autofree guint **choices = g_new (guint *, diagram->n_layers);
  g_autofree ParleyScore *next = g_new0 (ParleyScore, 1);
  guint node = 0;

  for (guint l = diagram->n_layers; l-- > 0;)
    {
      ParleyScore *scores = g_new0 (ParleyScore, diagram->layers[l].n_nodes);

      choices[l] = g_new (guint, diagram->layers[l].n_nodes);
      for (guint n = 0; n < diagram->layers[l].n_nodes; n++)
        choices[l][n] = farthest_option (&end, l, n, next, &scores[n]);
      g_free (next);
      next = scores;
    }
  for (guint l = 0; l < diagram->n_layers; l++)
    {
      guint option = choices[l][node];

      options[diagram->layers[l].axis] = option;
      node = parley_layer_child (&diagram->layers[l], node, option);
      g_free (choices[l]);
    }
  return next[0] + (red_lines ? gains->start.verdict : gains->start.score);
}

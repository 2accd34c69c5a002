/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/endings.h"

/* Joins to @extents those of the ways from @before by all options of @layer. @found: [child] */
static void
go_on (const ParleyGains  *gains,
       guint               l,
       const ParleyExtent *before,
       ParleyExtent       *extents,
       gboolean           *found)
{
  const ParleyLayer *layer = &gains->outline->diagram->layers[l];

  for (guint node = 0; node < layer->n_nodes; node++)
    for (guint o = 0; o < layer->n_options; o++)
      {
        guint32 child = parley_layer_child (layer, node, o);
        ParleyExtent way = { 0 };

        if (child == PARLEY_NO_NODE)
          continue;
        way = parley_extent_shift (before[node], parley_gains_at (gains, l, node, o));
        extents[child] = found[child] ? parley_extent_join (extents[child], way) : way;
        found[child] = TRUE;
      }
}

ParleyEndings *
parley_endings_new (const ParleyGains *gains)
{
  const ParleyDiagram *diagram = gains->outline->diagram;
  ParleyEndings *self = g_new0 (ParleyEndings, 1);

  self->gains = gains;
  self->layer = diagram->n_layers - 1;
  self->before = g_new0 (ParleyExtent, 1);
  self->before[0] = parley_extent_shift (self->before[0], gains->start);
  for (guint l = 0; l < self->layer; l++)
    {
      guint n = parley_diagram_n_nodes (diagram, l + 1);
      ParleyExtent *extents = g_new0 (ParleyExtent, n);
      g_autofree gboolean *found = g_new0 (gboolean, n);

      go_on (gains, l, self->before, extents, found);
      g_free (self->before);
      self->before = extents;
    }
  return self;
}

void
parley_endings_free (ParleyEndings *self)
{
  if (self == NULL)
    return;
  g_free (self->before);
  g_free (self);
}

static const ParleyLayer *
last_layer (const ParleyEndings *self)
{
  return &self->gains->outline->diagram->layers[self->layer];
}

static gboolean
can_end (const ParleyEndings *self, guint node, guint option)
{
  return parley_layer_child (last_layer (self), node, option) != PARLEY_NO_NODE;
}

gboolean
parley_endings_extent (const ParleyEndings *self, guint option, ParleyExtent *extent)
{
  gboolean found = FALSE;

  for (guint node = 0; node < last_layer (self)->n_nodes; node++)
    {
      ParleyExtent way = { 0 };

      if (!can_end (self, node, option))
        continue;
      way = parley_extent_shift (self->before[node],
                                 parley_gains_at (self->gains, self->layer, node, option));
      *extent = found ? parley_extent_join (*extent, way) : way;
      found = TRUE;
    }
  return found;
}

gboolean
parley_endings_gain (const ParleyEndings *self,
                     guint                from,
                     guint                to,
                     ParleyScore         *low,
                     ParleyScore         *high)
{
  gboolean found = FALSE;

  for (guint node = 0; node < last_layer (self)->n_nodes; node++)
    {
      ParleyScore gain = 0;

      if (!can_end (self, node, from) || !can_end (self, node, to))
        continue;
      gain = parley_gains_at (self->gains, self->layer, node, to).score
             - parley_gains_at (self->gains, self->layer, node, from).score;
      *low = found ? MIN (*low, gain) : gain;
      *high = found ? MAX (*high, gain) : gain;
      found = TRUE;
    }
  return found;
}

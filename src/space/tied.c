/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/tied.h"

#include <string.h>

#include "space/intern.h"
#include "space/prospect.h"

typedef struct
{
  ParleyTrace       *trace;
  const ParleyOrder *order;
  const ParleyScore *scores; /* of the deals wanted */
  ParleyProspects   *prospects;
  guint              n_dims;
  ParleyScore       *from; /* a place: its node, and the scores so far */
  ParleyScore       *to;
  ParleyScore       *best; /* [dim] */
} Search;

/* Whether a deal that is wanted may follow place search->to of @layer: at the end, whether
 * it is one. */
static gboolean
may_lead_there (Search *search, guint layer)
{
  const ParleyFronts *fronts = search->trace->fronts;
  guint node = (guint) search->to[0];
  const ParleyScore *scores = search->to + 1;
  const ParleyScore *point = NULL;
  ParleyProspect prospect;
  int order = 0;

  if (!parley_prospects_best (search->prospects, layer, node, scores, &prospect))
    return FALSE;
  point = parley_front_point (parley_fronts_at (fronts, layer, node), prospect.point);
  for (guint d = 0; d < search->n_dims; d++)
    search->best[d] = scores[d] + point[d];
  order = parley_order_compare (search->order, search->best, search->scores);
  return order == 0 || (order > 0 && layer < fronts->diagram->n_layers);
}

/* Adds what follows place number @from of layer @l. */
static void
add_steps (Search *search, guint l, guint from)
{
  const ParleyLayer *layer = &search->trace->fronts->diagram->layers[l];
  ParleyIntern *next = g_ptr_array_index (search->trace->places, l + 1);
  gsize size = (search->n_dims + 1) * sizeof (ParleyScore);

  memcpy (search->from, parley_intern_record (g_ptr_array_index (search->trace->places, l), from),
          size);
  for (guint o = 0; o < layer->n_options; o++)
    {
      guint32 child = parley_layer_child (layer, (guint) search->from[0], o);
      const ParleyScore *gain = NULL;

      if (child == PARLEY_NO_NODE)
        continue;
      gain = parley_layer_gain (layer, search->n_dims, (guint) search->from[0], o);
      search->to[0] = child;
      for (guint d = 0; d < search->n_dims; d++)
        search->to[1 + d] = search->from[1 + d] + gain[d];
      if (may_lead_there (search, l + 1))
        {
          ParleyStep step = { from, o, parley_intern_number (next, search->to) };

          g_array_append_val (g_ptr_array_index (search->trace->steps, l), step);
        }
    }
}

/* Returns: FALSE when there are more than @max_places. */
static gboolean
add_places (Search *search, guint max_places)
{
  guint n_layers = search->trace->fronts->diagram->n_layers;
  guint n = 0;

  parley_intern_number (g_ptr_array_index (search->trace->places, 0), search->from);
  for (guint l = 0; l < n_layers; l++)
    {
      const ParleyIntern *places = g_ptr_array_index (search->trace->places, l);

      for (guint p = 0; p < places->n && n <= max_places; p++, n++)
        add_steps (search, l, p);
    }
  return n <= max_places;
}

ParleyTrace *
parley_trace_new_tied (const ParleyFronts *fronts,
                       const ParleyOrder *order,
                       const ParleyScore *scores,
                       guint max_places)
{
  guint n_dims = fronts->diagram->n_dims;
  g_autofree ParleyScore *from = g_new0 (ParleyScore, n_dims + 1);
  g_autofree ParleyScore *to = g_new0 (ParleyScore, n_dims + 1);
  g_autofree ParleyScore *best = g_new0 (ParleyScore, n_dims + 1);
  g_autoptr(ParleyProspects) prospects = parley_prospects_new (fronts, order);
  g_autoptr(ParleyTrace) trace
      = parley_trace_new_empty (fronts, (n_dims + 1) * sizeof (ParleyScore));
  Search search = { trace, order, scores, prospects, n_dims, from, to, best };

  return add_places (&search, max_places) ? g_steal_pointer (&trace) : NULL;
}

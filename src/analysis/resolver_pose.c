/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The deals of a draw as a problem. */
#include "analysis/resolver_part.h"

/* More than any score in steps. A crossing takes a score below every reservation, and each block
 * may bring one; a waiver lifts it above all of them. */
#define CROSSED ((ParleyScore) 1 << 64)

gint64
parley_resolver_floor (const ParleyResolver *self, const ParleyDraw *draw, guint party)
{
  int at = parley_draws_reservation_at (self->draws, party, self->draws->scenario->as_of);

  return at < 0 ? 0 : draw->parties[party].reservations[at] * draw->parties[party].weight_sum;
}

ParleyView *
parley_resolver_view (const ParleyResolver *self, const ParleyDraw *draw)
{
  ParleyView *view = parley_view_new (self->space, NULL);

  for (guint d = 0; d < self->demands->len; d++)
    {
      const ParleyResolverDemand *demand = parley_resolver_demand (self, d);
      ParleyDim dim = { .slot = demand->party,
                        .has_floor = demand->floored,
                        .floor = parley_resolver_floor (self, draw, demand->party) };

      g_array_append_val (view->dims, dim);
    }
  view->n_objectives = self->n_objectives;
  view->one_deal = TRUE;
  return view;
}

/* Whether a choice crosses no red line of who must always accept. */
static gboolean
is_allowed (const ParleyResolver *self, const ParleyDraw *draw, guint block, guint choice)
{
  for (guint p = 0; p < self->forms->len; p++)
    {
      const ParleyFormBlock *form = parley_resolver_block (self, p, block);

      if ((self->plain >> p & 1) != 0 && (form->crossed[choice] & draw->parties[p].red_lines) != 0)
        return FALSE;
    }
  return TRUE;
}

static ParleyScore
gain_of (const ParleyResolver *self,
         const ParleyDraw     *draw,
         const ParleyResolverDemand         *demand,
         guint                 block,
         guint                 choice)
{
  const ParleyFormBlock *form = parley_resolver_block (self, demand->party, block);
  const ParleyDrawnParty *drawn = &draw->parties[demand->party];
  ParleyScore gain = 0;

  if (!demand->marked || parley_resolver_is_scored_by (self, demand->party))
    gain = parley_form_part (form, choice, drawn);
  if (demand->marked && (form->crossed[choice] & drawn->red_lines) != 0)
    gain -= CROSSED;
  if (demand->marked && form->waived[choice])
    gain += CROSSED * (self->combos->len + 2);
  return gain;
}

/* Fills a layer of one node with the choices of a block; @numbers gets which. */
static void
fill_layer (const ParleyResolver *self,
            const ParleyDraw     *draw,
            guint                 block,
            ParleyLayer          *layer,
            GArray               *numbers)
{
  const GArray *kept = g_ptr_array_index (self->kept, block);
  guint n_dims = self->demands->len;

  layer->n_nodes = 1;
  layer->gain_scores = g_new (ParleyScore, MAX (1, (gsize) kept->len * n_dims));
  for (guint i = 0; i < kept->len; i++)
    {
      guint choice = g_array_index (kept, guint, i);
      ParleyScore *gains = layer->gain_scores + (gsize) numbers->len * n_dims;

      if (!is_allowed (self, draw, block, choice))
        continue;
      for (guint d = 0; d < n_dims; d++)
        gains[d] = gain_of (self, draw, parley_resolver_demand (self, d), block, choice);
      g_array_append_val (numbers, choice);
    }
  layer->n_options = layer->n_gains = numbers->len;
  layer->children = g_new0 (guint32, MAX (1, layer->n_options));
  layer->gains = g_new (guint32, MAX (1, layer->n_options));
  for (guint o = 0; o < layer->n_options; o++)
    layer->gains[o] = o;
}

ParleyDiagram *
parley_resolver_diagram (const ParleyResolver *self, const ParleyDraw *draw, GPtrArray *numbers)
{
  ParleyDiagram *diagram = g_new0 (ParleyDiagram, 1);

  diagram->n_dims = self->demands->len;
  diagram->n_layers = self->combos->len;
  diagram->layers = g_new0 (ParleyLayer, MAX (1, diagram->n_layers));
  for (guint l = 0; l < diagram->n_layers; l++)
    {
      GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

      g_ptr_array_add (numbers, found);
      diagram->layers[l].axis = l;
      fill_layer (self, draw, self->blocks[l], &diagram->layers[l], found);
      diagram->empty |= found->len == 0;
    }
  return diagram;
}

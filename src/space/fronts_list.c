/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/fronts.h"

typedef struct
{
  const ParleyFronts *fronts;
  guint              *options; /* one an axis */
  ParleyScore       **missing; /* [layer][dim]: what is to follow, at least in constraints */
  GPtrArray          *found;
  guint               n_most;
} Listing;

/* Whether some point of a node brings what is missing there. */
static gboolean
is_possible (const Listing *listing, guint l, guint node)
{
  const ParleyFront *front = parley_fronts_at (listing->fronts, l, node);
  guint n_objectives = listing->fronts->view->n_objectives;
  const ParleyScore *missing = listing->missing[l];
  gsize first = 0, end = 0;

  for (parley_front_find (front, missing, n_objectives, &first, &end); first < end; first++)
    {
      const ParleyScore *scores = parley_front_point (front, first);
      guint d = n_objectives;

      while (d < front->n_dims && scores[d] >= missing[d])
        d++;
      if (d == front->n_dims)
        return TRUE;
    }
  return FALSE;
}

/* Lists the deals that go on from a node from which some do. */
static void
list_from (Listing *listing, guint l, guint node)
{
  const ParleyDiagram *diagram = listing->fronts->diagram;
  const ParleyLayer *layer = &diagram->layers[l];

  if (l == diagram->n_layers)
    {
      g_ptr_array_add (listing->found,
                       g_memdup2 (listing->options, diagram->n_layers * sizeof (guint)));
      return;
    }
  for (guint o = 0; o < layer->n_options && listing->found->len < listing->n_most; o++)
    {
      guint32 child = parley_layer_child (layer, node, o);

      if (child == PARLEY_NO_NODE)
        continue;
      for (guint d = 0; d < diagram->n_dims; d++)
        listing->missing[l + 1][d]
            = listing->missing[l][d] - parley_layer_gain (layer, diagram->n_dims, node, o)[d];
      listing->options[layer->axis] = o;
      if (is_possible (listing, l + 1, child))
        list_from (listing, l + 1, child);
    }
}

/* What a whole deal with @objectives must bring. */
static void
set_missing (const Listing *listing, const ParleyScore *objectives)
{
  const ParleyView *view = listing->fronts->view;

  for (guint d = 0; d < view->dims->len; d++)
    listing->missing[0][d]
        = d < view->n_objectives ? objectives[d] : parley_view_dim (view, d)->floor;
}

GPtrArray *
parley_fronts_list (const ParleyFronts *self, const ParleyScore *objectives, guint n_most)
{
  guint n_layers = self->diagram->n_layers;
  g_autofree guint *options = g_new0 (guint, n_layers);
  g_autofree ParleyScore **missing = g_new (ParleyScore *, (gsize) n_layers + 1);
  Listing listing = { self, options, missing, g_ptr_array_new_with_free_func (g_free), n_most };

  if (self->diagram->empty)
    return listing.found;
  for (guint l = 0; l <= n_layers; l++)
    missing[l] = g_new0 (ParleyScore, MAX (1, self->diagram->n_dims));
  set_missing (&listing, objectives);
  if (is_possible (&listing, 0, 0))
    list_from (&listing, 0, 0);
  for (guint l = 0; l <= n_layers; l++)
    g_free (missing[l]);
  return listing.found;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/trace.h"

#include "space/intern.h"

/* What tells a place apart in its layer. */
typedef struct
{
  gsize node;
  gsize point;
} Key;

static ParleyIntern *
places_at (const ParleyTrace *self, guint layer)
{
  return g_ptr_array_index (self->places, layer);
}

static void
add_start (ParleyTrace *self, const ParleyScore *objectives)
{
  gsize first = 0, end = 0;

  parley_front_find (parley_fronts_whole (self->fronts), objectives,
                     self->fronts->view->n_objectives, &first, &end);
  for (; first < end; first++)
    parley_intern_number (places_at (self, 0), &(Key){ 0, first });
}

/* Adds the steps by way of @option to the points of @node at layer @l that were passed and
 * have the objectives of @point. */
static void
add_steps (ParleyTrace *self, guint l, guint node, gsize point, guint option)
{
  guint32 child = parley_layer_child (&self->fronts->diagram->layers[l], node, option);
  gsize first = 0, end = 0;

  if (child == PARLEY_NO_NODE)
    return;
  for (parley_fronts_candidates (self->fronts, l, node, option, point, &first, &end); first < end;
       first++)
    {
      Key from = { node, 0 };
      ParleyStep step = { 0, option, 0 };

      if (!parley_fronts_come_from (self->fronts, l, node, option, first, &from.point)
          || !parley_intern_find (places_at (self, l), &from, &step.from))
        continue;
      step.to = parley_intern_number (places_at (self, l + 1), &(Key){ child, first });
      g_array_append_val (g_ptr_array_index (self->steps, l), step);
    }
}

/* Adds the steps from all places of a layer; those of one node that have the same objectives
 * are looked at together. */
static void
leave_layer (ParleyTrace *self, guint l)
{
  guint n_objectives = self->fronts->view->n_objectives;
  guint n_places = places_at (self, l)->n;
  g_autofree gboolean *done = g_new0 (gboolean, n_places + 1);

  for (guint p = 0; p < n_places; p++)
    {
      Key key = *(const Key *) parley_intern_record (places_at (self, l), p);
      const ParleyFront *front = parley_fronts_at (self->fronts, l, (guint) key.node);
      gsize first = 0, end = 0;

      if (done[p])
        continue;
      for (guint o = 0; o < self->fronts->diagram->layers[l].n_options; o++)
        add_steps (self, l, (guint) key.node, key.point, o);
      parley_front_find (front, parley_front_point (front, key.point), n_objectives, &first, &end);
      for (Key same = { key.node, first }; same.point < end; same.point++)
        {
          guint place = 0;

          if (parley_intern_find (places_at (self, l), &same, &place))
            done[place] = TRUE;
        }
    }
}

ParleyTrace *
parley_trace_new_empty (const ParleyFronts *fronts, gsize size)
{
  ParleyTrace *self = g_new0 (ParleyTrace, 1);
  guint n_layers = fronts->diagram->n_layers;

  self->fronts = fronts;
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_intern_free);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint l = 0; l <= n_layers; l++)
    g_ptr_array_add (self->places, parley_intern_new (size));
  for (guint l = 0; l < n_layers; l++)
    g_ptr_array_add (self->steps, g_array_new (FALSE, FALSE, sizeof (ParleyStep)));
  return self;
}

ParleyTrace *
parley_trace_new (const ParleyFronts *fronts, const ParleyScore *objectives)
{
  ParleyTrace *self = parley_trace_new_empty (fronts, sizeof (Key));
  guint n_layers = fronts->diagram->n_layers;

  add_start (self, objectives);
  for (guint l = 0; l < n_layers; l++)
    leave_layer (self, l);
  return self;
}

void
parley_trace_free (ParleyTrace *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->places);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

typedef struct
{
  const ParleyTrace *trace;
  guint             *layer_of_axis;
  guint             *options; /* one an axis */
  GPtrArray         *found;
  guint              n_most;
} Listing;

/* Takes from @steps (the next layer's, as far as they are kept) those of layer @l that go on
 * from there to the end. @option: (nullable): the only one that counts. */
static GArray *
keep_living (const ParleyTrace *trace,
             const GPtrArray *steps,
             guint l,
             const GArray *next,
             const guint *option)
{
  const GArray *all = g_ptr_array_index (steps, l);
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (ParleyStep));
  g_autofree gboolean *lives = g_new0 (gboolean, (gsize) places_at (trace, l + 1)->n + 1);

  for (guint i = 0; next != NULL && i < next->len; i++)
    lives[g_array_index (next, ParleyStep, i).from] = TRUE;
  for (guint i = 0; i < all->len; i++)
    {
      const ParleyStep *step = &g_array_index (all, ParleyStep, i);

      if ((next == NULL || lives[step->to]) && (option == NULL || *option == step->option))
        g_array_append_val (kept, *step);
    }
  return kept;
}

/* Takes from the steps of layer @l those that nothing leads to any more. */
static void
drop_unreached (const ParleyTrace *trace, const GPtrArray *steps, guint l)
{
  const GArray *before = g_ptr_array_index (steps, l - 1);
  GArray *all = g_ptr_array_index (steps, l);
  g_autofree gboolean *reached = g_new0 (gboolean, (gsize) places_at (trace, l)->n + 1);
  guint n = 0;

  for (guint i = 0; i < before->len; i++)
    reached[g_array_index (before, ParleyStep, i).to] = TRUE;
  for (guint i = 0; i < all->len; i++)
    {
      ParleyStep step = g_array_index (all, ParleyStep, i);

      if (reached[step.from])
        g_array_index (all, ParleyStep, n++) = step;
    }
  g_array_set_size (all, n);
}

/* The steps of the paths that choose @option in @layer. */
static GPtrArray *
choose (const ParleyTrace *trace, const GPtrArray *steps, guint layer, guint option)
{
  GPtrArray *kept = g_ptr_array_new_full (steps->len, (GDestroyNotify) g_array_unref);

  g_ptr_array_set_size (kept, (int) steps->len);
  for (guint l = steps->len; l-- > 0;)
    kept->pdata[l] = keep_living (trace, steps, l, l + 1 < steps->len ? kept->pdata[l + 1] : NULL,
                                  l == layer ? &option : NULL);
  for (guint l = 1; l < kept->len; l++)
    drop_unreached (trace, kept, l);
  return kept;
}

/* Chooses an option for @axis and those behind it, and goes on from what is possible. */
static void
list_from (Listing *listing, guint axis, const GPtrArray *steps)
{
  const ParleyDiagram *diagram = listing->trace->fronts->diagram;
  guint layer = 0;

  if (axis == diagram->n_layers)
    {
      g_ptr_array_add (listing->found,
                       g_memdup2 (listing->options, (gsize) axis * sizeof *listing->options));
      return;
    }
  layer = listing->layer_of_axis[axis];
  for (guint o = 0; o < diagram->layers[layer].n_options && listing->found->len < listing->n_most;
       o++)
    {
      g_autoptr(GPtrArray) kept = choose (listing->trace, steps, layer, o);

      listing->options[axis] = o;
      if (((const GArray *) kept->pdata[layer])->len > 0)
        list_from (listing, axis + 1, kept);
    }
}

GPtrArray *
parley_trace_list (const ParleyTrace *self, guint n_most)
{
  const ParleyDiagram *diagram = self->fronts->diagram;
  g_autofree guint *layer_of_axis = g_new (guint, MAX (1, diagram->n_layers));
  g_autofree guint *options = g_new (guint, MAX (1, diagram->n_layers));
  Listing listing
      = { self, layer_of_axis, options, g_ptr_array_new_with_free_func (g_free), n_most };

  for (guint l = 0; l < diagram->n_layers; l++)
    layer_of_axis[diagram->layers[l].axis] = l;
  if (places_at (self, 0)->n > 0)
    list_from (&listing, 0, self->steps);
  return listing.found;
}

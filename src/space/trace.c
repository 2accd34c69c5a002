/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/trace.h"

#include "space/intern.h"

/* Counts in doubles are exact up to here. */
#define EXACT_PATHS 9007199254740992.0

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

static const GArray *
steps_at (const ParleyTrace *self, guint layer)
{
  return g_ptr_array_index (self->steps, layer);
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

void
parley_trace_count (const ParleyTrace *self, mpz_ptr count)
{
  guint n_layers = self->fronts->diagram->n_layers;
  guint n = places_at (self, n_layers)->n;
  mpz_t *paths = parley_exact_wholes_new (n); /* from each place to the end */

  for (guint i = 0; i < n; i++)
    mpz_set_ui (paths[i], 1);
  for (guint l = n_layers; l-- > 0;)
    {
      const GArray *steps = steps_at (self, l);
      mpz_t *before = parley_exact_wholes_new (places_at (self, l)->n);

      for (guint i = 0; i < steps->len; i++)
        {
          const ParleyStep *step = &g_array_index (steps, ParleyStep, i);

          mpz_add (before[step->from], before[step->from], paths[step->to]);
        }
      parley_exact_wholes_free (paths, n);
      paths = before;
      n = places_at (self, l)->n;
    }
  mpz_set_ui (count, 0);
  for (guint i = 0; i < n; i++)
    mpz_add (count, count, paths[i]);
  parley_exact_wholes_free (paths, n);
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

/* How many deals follow by way of the points of one node, from those of the next layer. */
static mpz_t *
count_node (const ParleyFronts *fronts, guint l, guint node, mpz_t *const *next)
{
  const ParleyLayer *layer = &fronts->diagram->layers[l];
  mpz_t *counts = parley_exact_wholes_new (parley_fronts_at (fronts, l, node)->n);

  for (guint o = 0; o < layer->n_options; o++)
    {
      guint32 child = parley_layer_child (layer, node, o);
      gsize n = child == PARLEY_NO_NODE ? 0 : parley_fronts_at (fronts, l + 1, child)->n;

      for (gsize from = 0, to = 0; from < n; from++)
        if (parley_fronts_come_from (fronts, l, node, o, from, &to))
          mpz_add (counts[to], counts[to], next[child][from]);
    }
  return counts;
}

/* How many deals follow by way of every point: [layer][node][point]. */
static mpz_t ***
count_following (const ParleyFronts *fronts)
{
  const ParleyDiagram *diagram = fronts->diagram;
  mpz_t ***counts = g_new (mpz_t **, (gsize) diagram->n_layers + 1);

  counts[diagram->n_layers] = g_new (mpz_t *, 1);
  counts[diagram->n_layers][0] = parley_exact_wholes_new (1);
  mpz_set_ui (counts[diagram->n_layers][0][0], 1);
  for (guint l = diagram->n_layers; l-- > 0;)
    {
      guint n = parley_diagram_n_nodes (diagram, l);

      counts[l] = g_new (mpz_t *, n);
      for (guint node = 0; node < n; node++)
        counts[l][node] = count_node (fronts, l, node, counts[l + 1]);
    }
  return counts;
}

static void
free_layer (const ParleyFronts *fronts, guint l, mpz_t **counts)
{
  for (guint node = 0; node < parley_diagram_n_nodes (fronts->diagram, l); node++)
    parley_exact_wholes_free (counts[node], parley_fronts_at (fronts, l, node)->n);
  g_free (counts);
}

static void
free_layers (const ParleyFronts *fronts, mpz_t ***counts)
{
  for (guint l = 0; l <= fronts->diagram->n_layers; l++)
    free_layer (fronts, l, counts[l]);
  g_free (counts);
}

/* Sets @counts for the whole. */
static void
count_exactly (const ParleyFronts *fronts, mpz_t *counts)
{
  mpz_t ***following = count_following (fronts);

  for (gsize p = 0; p < parley_fronts_whole (fronts)->n; p++)
    mpz_set (counts[p], following[0][0][p]);
  free_layers (fronts, following);
}

/* Zeros for every point of a layer. */
static mpz_t **
zeros_new (const ParleyFronts *fronts, guint l)
{
  guint n = parley_diagram_n_nodes (fronts->diagram, l);
  mpz_t **counts = g_new (mpz_t *, n);

  for (guint node = 0; node < n; node++)
    counts[node] = parley_exact_wholes_new (parley_fronts_at (fronts, l, node)->n);
  return counts;
}

/* Goes on from a node by one option: @paths ([point]) lead to its points, and as many more to
 * what follows. */
static void
pass_on (const ParleyFronts *fronts,
         guint               l,
         guint               node,
         guint               option,
         mpz_t              *paths,
         mpz_t *const       *following,
         mpz_t             **next,
         mpz_ptr             sum)
{
  guint32 child = parley_layer_child (&fronts->diagram->layers[l], node, option);
  gsize n = child == PARLEY_NO_NODE ? 0 : parley_fronts_at (fronts, l + 1, child)->n;

  for (gsize to = 0, from = 0; to < n; to++)
    {
      if (!parley_fronts_come_from (fronts, l, node, option, to, &from))
        continue;
      mpz_add (next[child][to], next[child][to], paths[from]);
      mpz_addmul (sum, paths[from], following[child][to]);
    }
}

void
parley_count_deals_by_option (const ParleyFronts *fronts, mpz_t **by_option)
{
  const ParleyDiagram *diagram = fronts->diagram;
  mpz_t ***following = count_following (fronts);
  mpz_t **paths = zeros_new (fronts, 0);

  for (gsize p = 0; p < parley_fronts_whole (fronts)->n; p++)
    mpz_set_ui (paths[0][p], 1);
  for (guint l = 0; l < diagram->n_layers; l++)
    {
      mpz_t **next = zeros_new (fronts, l + 1);

      for (guint node = 0; node < diagram->layers[l].n_nodes; node++)
        for (guint o = 0; o < diagram->layers[l].n_options; o++)
          pass_on (fronts, l, node, o, paths[node], following[l + 1], next,
                   by_option[diagram->layers[l].axis][o]);
      free_layer (fronts, l, paths);
      paths = next;
    }
  free_layer (fronts, diagram->n_layers, paths);
  free_layers (fronts, following);
}

void
parley_count_deals_by_point (const ParleyFronts *fronts, mpz_t *counts)
{
  const ParleyFront *whole = parley_fronts_whole (fronts);
  gboolean exact = TRUE;

  for (gsize p = 0; p < whole->n; p++)
    exact &= whole->n_paths[p] < EXACT_PATHS;
  for (gsize p = 0; p < whole->n && exact; p++)
    mpz_set_d (counts[p], whole->n_paths[p]);
  if (!exact)
    count_exactly (fronts, counts);
}

void
parley_count_deals (const ParleyFronts *fronts, mpz_ptr count)
{
  gsize n = parley_fronts_whole (fronts)->n;
  mpz_t *counts = parley_exact_wholes_new (n);

  parley_count_deals_by_point (fronts, counts);
  mpz_set_ui (count, 0);
  for (gsize p = 0; p < n; p++)
    mpz_add (count, count, counts[p]);
  parley_exact_wholes_free (counts, n);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/diagram.h"

#include "base/error.h"
#include "space/builder.h"
#include "space/width.h"

/* Of an arc where few conditions are open (ParleyBuilder.work). Where more are, fewer arcs are as
 * much. */
#define WORK_OF_AN_ARC 12

/* What costs nothing worth sparing: small tables, in bytes; work; and a diagram that may still
 * show that no deal meets the demands, in arcs. */
#define SMALL_TABLES  65536
#define SMALL_WORK    100000
#define SMALL_ATTEMPT 100000

/* In a layer. */
#define BYTES_OF_AN_ARC (3 * sizeof (guint32))

/* Gives an arc the place of another. @renumbered: the nodes of the next layer.
 * Returns: whether it leads on. */
static gboolean
move_arc (ParleyLayer *layer, gsize from, gsize to, const guint32 *renumbered)
{
  guint32 child = layer->children[from];

  layer->children[to] = child == PARLEY_NO_NODE ? child : renumbered[child];
  layer->gains[to] = layer->gains[from];
  if (layer->settles != NULL)
    layer->settles[to] = layer->settles[from];
  return layer->children[to] != PARLEY_NO_NODE;
}

gboolean
parley_diagram_remove_dead_ends (ParleyDiagram *self, guint32 **renumbering)
{
  g_autofree guint32 *last = g_new0 (guint32, 1);
  guint32 *renumbered = last; /* of the next layer */

  for (guint l = self->n_layers; l-- > 0;)
    {
      ParleyLayer *layer = &self->layers[l];
      guint32 *numbers = g_new (guint32, layer->n_nodes);
      guint kept = 0;

      for (guint node = 0; node < layer->n_nodes; node++)
        {
          gsize from = (gsize) node * layer->n_options;
          gsize to = (gsize) kept * layer->n_options;
          gboolean alive = FALSE;

          for (guint o = 0; o < layer->n_options; o++)
            alive |= move_arc (layer, from + o, to + o, renumbered);
          numbers[node] = alive ? kept++ : PARLEY_NO_NODE;
        }
      layer->n_nodes = kept;
      if (renumbered != last && renumbering == NULL)
        g_free (renumbered);
      if (renumbering != NULL)
        renumbering[l] = numbers;
      renumbered = numbers;
    }
  if (renumbering == NULL && renumbered != last)
    g_free (renumbered);
  return self->layers[0].n_nodes > 0;
}

void
parley_layer_clear (ParleyLayer *self)
{
  g_free (self->children);
  g_free (self->gains);
  g_free (self->gain_scores);
  g_free (self->outcomes);
  g_free (self->settles);
  g_free (self->settlements);
  *self = (ParleyLayer){ 0 };
}

static void
set_wide_error (const ParleyBuilder *builder, guint place, GError **error)
{
  g_autofree char *names = parley_builder_name_open (builder, place);

  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
               "too many conditions hang together: with the issues gone through in the best order "
               "found, these are open at the same time and leave too many cases: %s",
               names);
}

/* What a layer holds that is filled. */
static gsize
bytes_of_layer (const ParleyDiagram *self, const ParleyLayer *layer)
{
  return (gsize) layer->n_nodes * layer->n_options * BYTES_OF_AN_ARC
         + (gsize) layer->n_gains * self->n_dims * sizeof *layer->gain_scores
         + (gsize) layer->n_settlements * layer->n_outcomes * sizeof *layer->settlements;
}

/* What a diagram may come to, and what the layers filled so far do. */
typedef struct
{
  gsize max_arcs;
  gsize n_arcs;
  gsize bytes;
} Extent;

static gsize
most_work (gsize max_arcs)
{
  return WORK_OF_AN_ARC * max_arcs + SMALL_WORK;
}

/* How many nodes the layer after @place may have. */
static gsize
nodes_within (const ParleyBuilder *builder, guint place, gsize max_arcs)
{
  const ParleyDomain *domain = builder->view->space->domain;
  guint n_options = 0;

  if (place + 1 == domain->n_axes)
    return 1;
  n_options = domain->axes[builder->order[place + 1]].n_options;
  return MIN (max_arcs / n_options,
              most_work (max_arcs) / parley_builder_least_work (builder, n_options));
}

/* Fills the layer at @place. Returns: (transfer full): the keys of the next; NULL when it is too
 * wide. */
static ParleyIntern *
fill_layer (ParleyDiagram *self,
            ParleyBuilder *builder,
            guint place,
            const ParleyIntern *keys,
            Extent *extent)
{
  ParleyLayer *layer = &self->layers[place];
  gsize arcs
      = (gsize) keys->n * builder->view->space->domain->axes[builder->order[place]].n_options;
  gsize bytes = extent->max_arcs * PARLEY_BUDGET_ARC + SMALL_TABLES;
  gsize taken = extent->bytes + parley_intern_bytes (keys) + arcs * BYTES_OF_AN_ARC;
  ParleyBuilderLimits limits = { nodes_within (builder, place, extent->max_arcs),
                                 bytes - MIN (bytes, taken), most_work (extent->max_arcs) };
  ParleyIntern *next = NULL;

  extent->n_arcs += arcs;
  if (extent->n_arcs > extent->max_arcs)
    return NULL;
  next = parley_builder_expand (builder, layer, place, keys, &limits);
  extent->bytes += bytes_of_layer (self, layer);
  return next;
}

static gboolean
build_layers (ParleyDiagram    *self,
              ParleyBuilder    *builder,
              gsize             max_arcs,
              const ParleyCrew *crew,
              GError          **error)
{
  g_autoptr(ParleyIntern) keys = parley_builder_first_keys (builder);
  Extent extent = { max_arcs, 0, 0 };

  for (guint place = 0; place < self->n_layers; place++)
    {
      ParleyIntern *next = NULL;

      parley_crew_tell (crew, "following conditions, issues", place, self->n_layers);
      next = fill_layer (self, builder, place, keys, &extent);
      parley_intern_free (keys);
      keys = next;
      if (keys == NULL)
        {
          set_wide_error (builder, place, error);
          return FALSE;
        }
    }
  self->empty = keys->n == 0 || !parley_diagram_remove_dead_ends (self, NULL);
  return TRUE;
}

/* The first place behind which a layer is certain to be too wide. Returns: the number of places
 * when that is not certain of any. */
static guint
find_too_wide (const ParleyBuilder *builder, gsize max_arcs)
{
  guint n_places = builder->view->space->domain->n_axes;
  guint place = 0;

  while (place < n_places
         && parley_width_least (builder, place) <= nodes_within (builder, place, max_arcs))
    place++;
  return place;
}

/* What is certain to be too wide is not begun; but a few layers may show that no deal meets
 * the demands. */
static gboolean
build (ParleyDiagram    *self,
       ParleyBuilder    *builder,
       gsize             max_arcs,
       const ParleyCrew *crew,
       GError          **error)
{
  guint too_wide = find_too_wide (builder, max_arcs);

  if (too_wide == self->n_layers)
    return build_layers (self, builder, max_arcs, crew, error);
  if (build_layers (self, builder, MIN (max_arcs, SMALL_ATTEMPT), crew, NULL))
    return TRUE;
  set_wide_error (builder, too_wide, error);
  return FALSE;
}

ParleyDiagram *
parley_diagram_new (const ParleyView *view, const guint *order, gsize max_arcs, GError **error)
{
  return parley_diagram_new_told (view, order, max_arcs, NULL, error);
}

ParleyDiagram *
parley_diagram_new_told (const ParleyView *view,
                         const guint      *order,
                         gsize             max_arcs,
                         const ParleyCrew *crew,
                         GError          **error)
{
  g_autoptr(ParleyBuilder) builder = parley_builder_new (view, order, error);
  g_autoptr(ParleyDiagram) self = NULL;

  if (builder == NULL)
    return NULL;
  self = parley_builder_start (builder);
  if (!self->empty && !build (self, builder, max_arcs, crew, error))
    return NULL;
  return g_steal_pointer (&self);
}

gsize
parley_diagram_n_arcs (const ParleyDiagram *self)
{
  gsize n = 0;

  for (guint l = 0; l < self->n_layers; l++)
    n += (gsize) self->layers[l].n_nodes * self->layers[l].n_options;
  return n;
}

void
parley_diagram_free (ParleyDiagram *self)
{
  if (self == NULL)
    return;
  for (guint l = 0; l < self->n_layers; l++)
    parley_layer_clear (&self->layers[l]);
  g_free (self->certain);
  g_free (self->layers);
  g_free (self);
}

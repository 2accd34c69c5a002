/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/diagram.h"

#include "base/error.h"
#include "space/builder.h"

/* Of 64 bits, for the states of all conditions: up to here an arc is a common one. */
#define WORDS_OF_AN_ARC 4

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

/* Where many conditions are open, nodes are long to write down and arcs take long to follow:
 * then fewer of them are as much as @max_arcs of a common diagram. */
static gsize
arcs_as_long (const ParleyBuilder *builder, gsize max_arcs)
{
  return max_arcs / (1 + builder->n_words / WORDS_OF_AN_ARC);
}

/* Whether the layer after @place, of @n_nodes, would have more than @max_arcs. */
static gboolean
is_too_wide (const ParleyBuilder *builder, guint place, gsize n_nodes, gsize max_arcs)
{
  const ParleyDomain *domain = builder->view->space->domain;

  return place + 1 < domain->n_axes
         && n_nodes * domain->axes[builder->order[place + 1]].n_options > max_arcs;
}

/* Whether nobody asks what is too much, and it will be with the layer at @place, of @n_nodes: then
 * that need not be filled. */
static gboolean
can_give_up (const ParleyBuilder *builder,
             guint                place,
             gsize                n_arcs,
             gsize                n_nodes,
             gsize                max_arcs,
             GError             **error)
{
  const ParleyDomain *domain = builder->view->space->domain;

  return error == NULL
         && n_arcs + n_nodes * domain->axes[builder->order[place]].n_options > max_arcs;
}

static gboolean
build_layers (ParleyDiagram    *self,
              ParleyBuilder    *builder,
              gsize             max_arcs,
              const ParleyCrew *crew,
              GError          **error)
{
  g_autoptr(ParleyIntern) keys = parley_builder_first_keys (builder);
  gsize n_arcs = 0;

  max_arcs = arcs_as_long (builder, max_arcs);
  for (guint place = 0; place < self->n_layers; place++)
    {
      ParleyLayer *layer = &self->layers[place];
      ParleyIntern *next = NULL;

      parley_crew_tell (crew, "following conditions, issues", place, self->n_layers);
      if (can_give_up (builder, place, n_arcs, keys->n, max_arcs, error))
        return FALSE;
      next = parley_builder_expand (builder, layer, place, keys);
      parley_intern_free (keys);
      keys = next;
      n_arcs += (gsize) layer->n_nodes * layer->n_options;
      if (n_arcs > max_arcs || is_too_wide (builder, place, keys->n, max_arcs))
        {
          set_wide_error (builder, place, error);
          return FALSE;
        }
    }
  self->empty = keys->n == 0 || !parley_diagram_remove_dead_ends (self, NULL);
  return TRUE;
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
  if (!self->empty && !build_layers (self, builder, max_arcs, crew, error))
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

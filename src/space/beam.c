/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/beam.h"

#include <string.h>

/* Mixtures count every dimension in so many parts of what it can bring. */
#define PARTS ((ParleyScore) 1 << 20)

/* More than this is as good as this, where parts are to be made of it. */
#define LARGE ((ParleyScore) 1 << 90)

/**
 * What nodes are valued by: first each dimension by itself; then sums in which they are
 * made comparable, one where all count the same and one for each objective where that
 * counts twice more.
 */
typedef struct
{
  guint        n_dims;
  guint        n_objectives;
  guint        n; /* of values of a node */
  ParleyScore *units; /* [dim]: steps in a part, or minus parts in a step */
} Values;

typedef struct
{
  const ParleyRelaxation *relaxation;
  ParleyBuilder          *builder;
  ParleyDiagram          *diagram;
  guint                   width;
  Values                  values;
  ParleyScore           **rest;   /* [layer of the relaxation][node * n values]: best to follow */
  ParleyScore            *before; /* [node of the layer under way * n values]: best to get there */
  ParleyScore            *hope;   /* [dim] */
} Beam;

static ParleyScore
in_parts (const Values *self, guint d, ParleyScore score)
{
  return self->units[d] > 0 ? score / self->units[d]
                            : CLAMP (score, -LARGE, LARGE) * -self->units[d];
}

static void
set_values (const Values *self, const ParleyScore *scores, ParleyScore *values)
{
  ParleyScore sum = 0;

  memcpy (values, scores, self->n_dims * sizeof *scores);
  for (guint d = 0; d < self->n_dims; d++)
    sum += in_parts (self, d, scores[d]);
  values[self->n_dims] = sum;
  for (guint d = 0; d < self->n_objectives; d++)
    values[self->n_dims + 1 + d] = sum + 2 * in_parts (self, d, scores[d]);
}

/* A dimension is worth the largest gains of all layers together. */
static ParleyScore
size_of_dim (const ParleyDiagram *diagram, guint d)
{
  ParleyScore sum = 0;

  for (guint l = 0; l < diagram->n_layers; l++)
    {
      const ParleyLayer *layer = &diagram->layers[l];
      ParleyScore most = 0;

      for (guint g = 0; g < layer->n_gains; g++)
        {
          ParleyScore gain = layer->gain_scores[(gsize) g * diagram->n_dims + d];

          most = MAX (most, gain < 0 ? -gain : gain);
        }
      sum += most;
    }
  return sum;
}

static void
values_init (Values *self, const ParleyView *view, const ParleyDiagram *diagram)
{
  self->n_dims = diagram->n_dims;
  self->n_objectives = view->n_objectives;
  self->n = self->n_dims + 1 + self->n_objectives;
  self->units = g_new0 (ParleyScore, MAX (1, self->n_dims));
  for (guint d = 0; d < self->n_dims; d++)
    {
      ParleyScore size = MAX (1, size_of_dim (diagram, d));

      self->units[d]
          = size >= PARTS
                ? size / PARTS
                : -(PARTS / size); /* NOLINT(clang-analyzer-core.DivideZero): at least 1 */
    }
}

/* Raises @best to what a step with @gain and then @next comes to. */
static void
improve (const Values *self, const ParleyScore *gain, const ParleyScore *next, ParleyScore *best)
{
  /* cppcheck-suppress allocaCalled; a few scores, in an inner loop */
  ParleyScore *step = g_newa (ParleyScore, self->n);

  set_values (self, gain, step);
  for (guint v = 0; v < self->n; v++)
    best[v] = MAX (best[v], next[v] + step[v]); /* NOLINT(clang-analyzer-core.*): step is filled */
}

static ParleyScore *
worst_values (const Values *self, gsize n_nodes)
{
  ParleyScore *values = g_new (ParleyScore, MAX (1, n_nodes * self->n));

  for (gsize i = 0; i < n_nodes * self->n; i++)
    values[i] = -PARLEY_SCORE_FAR;
  return values;
}

/* [layer][node * n values]: the best that can follow, from the last layer back. */
static ParleyScore **
values_to_follow (const Values *self, const ParleyDiagram *diagram)
{
  ParleyScore **rest = g_new (ParleyScore *, (gsize) diagram->n_layers + 1);

  rest[diagram->n_layers] = g_new0 (ParleyScore, self->n);
  for (guint l = diagram->n_layers; l-- > 0;)
    {
      const ParleyLayer *layer = &diagram->layers[l];

      rest[l] = worst_values (self, layer->n_nodes);
      for (guint node = 0; node < layer->n_nodes; node++)
        for (guint o = 0; o < layer->n_options; o++)
          {
            guint32 child = parley_layer_child (layer, node, o);

            if (child != PARLEY_NO_NODE)
              improve (self, parley_layer_gain (layer, self->n_dims, node, o),
                       rest[l + 1] + (gsize) child * self->n, rest[l] + (gsize) node * self->n);
          }
    }
  return rest;
}

/* The best that leads to each node of the next layer, given that for those of this one. */
static ParleyScore *
values_to_arrive (const Beam *self, const ParleyLayer *layer, guint n_next)
{
  const Values *values = &self->values;
  ParleyScore *next = worst_values (values, n_next);

  for (guint node = 0; node < layer->n_nodes; node++)
    for (guint o = 0; o < layer->n_options; o++)
      {
        guint32 child = parley_layer_child (layer, node, o);

        if (child != PARLEY_NO_NODE)
          improve (values, parley_layer_gain (layer, values->n_dims, node, o),
                   self->before + (gsize) node * values->n, next + (gsize) child * values->n);
      }
  return next;
}

/* Adds to the values of a node that has @key what can follow at best. Returns: FALSE when
 * that cannot be enough. */
static gboolean
look_ahead (const Beam *self, guint layer, const guint64 *key, ParleyScore *values)
{
  guint32 node = parley_relaxation_find (self->relaxation, layer, key, self->hope);
  const ParleyView *view = self->builder->view;
  /* cppcheck-suppress allocaCalled; a few scores, in an inner loop */
  ParleyScore *hope = g_newa (ParleyScore, self->values.n);

  if (node == PARLEY_NO_NODE)
    return FALSE;
  set_values (&self->values, self->hope, hope);
  for (guint v = 0; v < self->values.n; v++)
    values[v] += hope[v] + self->rest[layer][(gsize) node * self->values.n + v];
  for (guint d = 0; d < self->values.n_dims; d++)
    if (parley_view_dim (view, d)->has_floor && values[d] < parley_view_dim (view, d)->floor)
      return FALSE;
  return TRUE;
}

/* What a layer's nodes are sorted by. */
typedef struct
{
  const ParleyScore *values; /* [node * n + value] */
  guint              n;
  guint              value;
} Ranking;

static gint
compare_nodes (gconstpointer a, gconstpointer b, gpointer data)
{
  guint32 x = *(const guint32 *) a;
  guint32 y = *(const guint32 *) b;
  const Ranking *ranking = data;
  ParleyScore left = ranking->values[(gsize) x * ranking->n + ranking->value];
  ParleyScore right = ranking->values[(gsize) y * ranking->n + ranking->value];

  if (left != right)
    return left > right ? -1 : 1;
  return x < y ? -1 : 1;
}

/* Flags the first of @nodes by each value in turn, until @width are flagged. */
static void
flag_first (const Beam *self, const GArray *nodes, const ParleyScore *values, gboolean *kept)
{
  guint n = self->values.n;
  g_autofree guint32 **sorted = g_new (guint32 *, n);
  g_autofree guint *at = g_new0 (guint, n);
  guint n_kept = 0;

  for (guint v = 0; v < n; v++)
    {
      Ranking ranking = { values, n, v };

      sorted[v] = g_memdup2 (nodes->data, nodes->len * sizeof (guint32));
      g_qsort_with_data (sorted[v], (gint) nodes->len, sizeof (guint32), compare_nodes, &ranking);
    }
  for (guint v = 0; n_kept < MIN (self->width, nodes->len); v = (v + 1) % n)
    {
      while (at[v] < nodes->len && kept[sorted[v][at[v]]])
        at[v]++;
      if (at[v] == nodes->len)
        continue;
      kept[sorted[v][at[v]]] = TRUE;
      n_kept++;
    }
  for (guint v = 0; v < n; v++)
    g_free (sorted[v]);
}

/* [node of @keys]: whether it is kept. */
static gboolean *
choose_nodes (const Beam *self, guint layer, const ParleyIntern *keys, const ParleyScore *before)
{
  gsize n_values = self->values.n;
  gboolean *kept = g_new0 (gboolean, keys->n);
  g_autoptr(GArray) able = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree ParleyScore *values = g_memdup2 (before, keys->n * n_values * sizeof *before);

  for (guint32 node = 0; node < keys->n; node++)
    if (look_ahead (self, layer, parley_intern_record (keys, node), values + node * n_values))
      g_array_append_val (able, node);
  flag_first (self, able, values, kept);
  return kept;
}

/* Lets the arcs of @layer lead to the nodes that are kept alone. Takes @keys. Returns:
 * (transfer full): those of the nodes kept. */
static ParleyIntern *
drop_nodes (Beam *self, ParleyLayer *layer, ParleyIntern *keys, const gboolean *kept)
{
  gsize n_values = self->values.n;
  gsize n_arcs = (gsize) layer->n_nodes * layer->n_options;
  g_autofree guint32 *renumbered = g_new (guint32, keys->n);
  ParleyIntern *rest = parley_intern_new (keys->size);

  for (guint32 node = 0; node < keys->n; node++)
    {
      guint32 to = rest->n;

      renumbered[node] = PARLEY_NO_NODE;
      if (!kept[node])
        continue;
      renumbered[node] = parley_intern_number (rest, parley_intern_record (keys, node));
      memmove (self->before + to * n_values, self->before + node * n_values,
               n_values * sizeof *self->before);
    }
  for (gsize arc = 0; arc < n_arcs; arc++)
    if (layer->children[arc] != PARLEY_NO_NODE)
      layer->children[arc] = renumbered[layer->children[arc]];
  parley_intern_free (keys);
  return rest;
}

static void
build (Beam *self, const ParleyCrew *crew)
{
  ParleyIntern *keys = parley_builder_first_keys (self->builder);

  self->before = g_new0 (ParleyScore, self->values.n);
  for (guint place = 0; place < self->diagram->n_layers; place++)
    {
      ParleyLayer *layer = &self->diagram->layers[place];
      ParleyIntern *next = NULL;
      ParleyScore *before = NULL;

      parley_crew_tell (crew, "choosing what is promising, issues", place, self->diagram->n_layers);
      next = parley_builder_expand (self->builder, layer, place, keys, NULL);
      before = values_to_arrive (self, layer, next->n);
      g_free (self->before);
      self->before = before;
      if (next->n > self->width)
        {
          g_autofree gboolean *kept = choose_nodes (self, place + 1, next, before);

          next = drop_nodes (self, layer, next, kept);
        }
      parley_intern_free (keys);
      keys = next;
    }
  self->diagram->empty = keys->n == 0 || !parley_diagram_remove_dead_ends (self->diagram, NULL);
  parley_intern_free (keys);
}

static void
rest_free (ParleyScore **rest, guint n_layers)
{
  for (guint l = 0; l <= n_layers; l++)
    g_free (rest[l]);
  g_free (rest);
}

ParleyDiagram *
parley_beam_new (const ParleyRelaxation *relaxation,
                 guint                   width,
                 const ParleyCrew       *crew,
                 GError                **error)
{
  const ParleyBuilder *other = relaxation->builder;
  g_autoptr(ParleyBuilder) builder = parley_builder_new (other->view, other->order, error);
  Beam self = { .relaxation = relaxation, .builder = builder, .width = width };

  if (builder == NULL)
    return NULL;
  self.diagram = parley_builder_start (builder);
  self.diagram->empty |= relaxation->diagram->empty;
  if (self.diagram->empty)
    return self.diagram;
  values_init (&self.values, other->view, relaxation->diagram);
  self.rest = values_to_follow (&self.values, relaxation->diagram);
  self.hope = g_new0 (ParleyScore, MAX (1, self.diagram->n_dims));
  build (&self, crew);
  rest_free (self.rest, relaxation->diagram->n_layers);
  g_free (self.before);
  g_free (self.hope);
  g_free (self.values.units);
  return self.diagram;
}

ParleyScore *
parley_relaxation_most (const ParleyRelaxation *relaxation)
{
  const ParleyDiagram *diagram = relaxation->diagram;
  Values values = { 0 };
  ParleyScore **rest = NULL;
  ParleyScore *most = NULL;

  values_init (&values, relaxation->builder->view, diagram);
  rest = values_to_follow (&values, diagram);
  most = g_memdup2 (rest[0], MAX (1, values.n_dims) * sizeof *most);
  rest_free (rest, diagram->n_layers);
  g_free (values.units);
  return most;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/relaxation.h"

#include <string.h>

/* A demand brings no points, but without it deals come in that are none: it counts as a
 * sixteenth of what a party can have. */
#define SCALE        1024
#define DEMAND_STAKE (SCALE / 16)
#define MOST_STAKE   (1 << 20)

/* A condition that could be forgotten. */
typedef struct
{
  guint   watch;
  guint64 relief; /* how much it tells apart, and for how long */
  guint64 stake;  /* what its points come to, in parts of what the issues bring */
} Candidate;

/* What the issues alone bring in dimension @d, from the worst terms to the best. */
static ParleyScore
spread_of_issues (const ParleyView *view, guint d)
{
  const ParleyDomain *domain = view->space->domain;
  ParleyScore sum = 0;

  for (guint a = 0; a < domain->n_axes; a++)
    {
      const ParleyScore *table = parley_view_utility (view, d)->axes[a];
      ParleyScore low = 0, high = 0;

      for (guint o = 0; table != NULL && o < domain->axes[a].n_options; o++)
        {
          low = o == 0 ? table[o] : MIN (low, table[o]);
          high = o == 0 ? table[o] : MAX (high, table[o]);
        }
      sum += high - low;
    }
  return sum;
}

static guint64
stake_of (const ParleyView *view, const ParleyWatch *watch)
{
  guint n_dims = view->dims->len;
  guint n_outputs = watch->automaton->n_states[watch->automaton->n_levels];
  ParleyScore stake = watch->scores == NULL ? DEMAND_STAKE : 1;

  for (guint d = 0; watch->scores != NULL && d < n_dims; d++)
    {
      ParleyScore unit = MAX (1, spread_of_issues (view, d) / SCALE);
      ParleyScore low = watch->scores[d], high = watch->scores[d];

      for (guint i = 1; i < n_outputs; i++)
        {
          low = MIN (low, watch->scores[(gsize) i * n_dims + d]);
          high = MAX (high, watch->scores[(gsize) i * n_dims + d]);
        }
      stake = MIN (
          MOST_STAKE,
          stake + (high - low) / unit); /* NOLINT(clang-analyzer-core.DivideZero): at least 1 */
    }
  return (guint64) stake;
}

static Candidate
candidate (const ParleyBuilder *builder, guint w, guint place)
{
  const ParleyWatch *watch = g_ptr_array_index (builder->watches, w);
  const ParleyAutomaton *automaton = watch->automaton;
  guint level = parley_watch_level_after (watch, place);
  guint left = automaton->places[automaton->n_levels - 1] - place;

  return (Candidate){ w, (guint64) left * g_bit_storage (automaton->n_states[level]),
                      stake_of (builder->view, watch) };
}

/* The most relief for the least at stake first. */
static gint
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *x = a;
  const Candidate *y = b;
  guint64 left = x->relief * y->stake;
  guint64 right = y->relief * x->stake;

  if (left != right)
    return left > right ? -1 : 1;
  return x->watch < y->watch ? -1 : 1;
}

static GArray *
find_candidates (const ParleyBuilder *builder, guint place)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint w = 0; w < builder->watches->len; w++)
    if (((const ParleyWatch *) g_ptr_array_index (builder->watches, w))->outcome
            == PARLEY_NO_OUTCOME
        && parley_builder_is_open (builder, w, place))
      {
        Candidate one = candidate (builder, w, place);

        g_array_append_val (candidates, one);
      }
  g_array_sort (candidates, compare_candidates);
  return candidates;
}

/* Whether at most @width of @keys differ when the first @n candidates are forgotten. */
static gboolean
is_enough (const ParleyBuilder *builder,
           const GArray *candidates,
           guint n,
           const ParleyIntern *keys,
           guint width)
{
  g_autoptr(ParleyIntern) distinct = parley_intern_new (keys->size);
  g_autofree guint64 *key = g_new (guint64, builder->n_words);

  for (guint i = 0; i < keys->n && distinct->n <= width; i++)
    {
      memcpy (key, parley_intern_record (keys, i), keys->size);
      for (guint c = 0; c < n; c++)
        {
          const ParleyWatch *watch = g_ptr_array_index (
              builder->watches, g_array_index (candidates, Candidate, c).watch);

          key[watch->word] &= ~watch->mask;
        }
      parley_intern_number (distinct, key);
    }
  return distinct->n <= width;
}

/* Forgets as few as will do. With all of them, one node is left. */
static void
narrow (ParleyBuilder *builder, guint place, const ParleyIntern *keys, guint width)
{
  g_autoptr(GArray) candidates = find_candidates (builder, place);
  guint low = 0; /* is not enough */
  guint high = candidates->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (is_enough (builder, candidates, middle, keys, width))
        high = middle;
      else
        low = middle;
    }
  for (guint c = 0; c < high; c++)
    parley_builder_forget_after (builder, g_array_index (candidates, Candidate, c).watch, place);
}

static void
build (ParleyRelaxation *self, guint width, const ParleyCrew *crew)
{
  ParleyDiagram *diagram = self->diagram;

  self->keys[0] = parley_builder_first_keys (self->builder);
  for (guint place = 0; place < diagram->n_layers; place++)
    {
      ParleyLayer *layer = &diagram->layers[place];
      ParleyIntern *next = NULL;

      parley_crew_tell (crew, "bounding what is possible, issues", place, diagram->n_layers);
      next = parley_builder_expand (self->builder, layer, place, self->keys[place], NULL);
      if (next->n > width)
        {
          narrow (self->builder, place, next, width);
          parley_intern_free (next);
          parley_layer_clear (layer);
          next = parley_builder_expand (self->builder, layer, place, self->keys[place], NULL);
        }
      self->keys[place + 1] = next;
    }
  diagram->empty = self->keys[diagram->n_layers]->n == 0
                   || !parley_diagram_remove_dead_ends (diagram, self->nodes);
}

ParleyRelaxation *
parley_relaxation_new (const ParleyView *view,
                       const guint      *order,
                       guint             width,
                       const ParleyCrew *crew,
                       GError          **error)
{
  g_autoptr(ParleyRelaxation) self = g_new0 (ParleyRelaxation, 1);

  self->builder = parley_builder_new (view, order, error);
  if (self->builder == NULL)
    return NULL;
  self->diagram = parley_builder_start (self->builder);
  self->keys = g_new0 (ParleyIntern *, (gsize) self->diagram->n_layers + 1);
  self->nodes = g_new0 (guint32 *, self->diagram->n_layers);
  if (!self->diagram->empty)
    build (self, width, crew);
  return g_steal_pointer (&self);
}

void
parley_relaxation_free (ParleyRelaxation *self)
{
  if (self == NULL)
    return;
  for (guint l = 0; self->diagram != NULL && l <= self->diagram->n_layers; l++)
    parley_intern_free (self->keys[l]);
  for (guint l = 0; self->diagram != NULL && l < self->diagram->n_layers; l++)
    g_free (self->nodes[l]);
  g_free (self->keys);
  g_free (self->nodes);
  parley_diagram_free (self->diagram);
  parley_builder_free (self->builder);
  g_free (self);
}

guint32
parley_relaxation_find (const ParleyRelaxation *self,
                        guint                   layer,
                        const guint64          *key,
                        ParleyScore            *hope)
{
  g_autofree guint64 *rest = g_memdup2 (key, self->builder->n_words * sizeof *key);
  guint number = 0;

  memset (hope, 0, self->diagram->n_dims * sizeof *hope);
  if (self->diagram->empty)
    return PARLEY_NO_NODE;
  if (layer == self->diagram->n_layers)
    return 0;
  if (layer > 0)
    parley_builder_forget (self->builder, layer - 1, rest, hope);
  if (!parley_intern_find (self->keys[layer], rest, &number))
    return PARLEY_NO_NODE;
  return self->nodes[layer][number];
}

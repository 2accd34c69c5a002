/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/diagram.h"

#include "base/error.h"
#include "space/intern.h"
#include "space/watch.h"

/* How many conditions a message about a view that is too wide names. */
#define NAMED 5

/* A watch that reads the axis of the layer under way. */
typedef struct
{
  const ParleyWatch *watch;
  guint              level; /* which of its axes this is */
  guint              state; /* in the node under way */
  guint              place; /* of its outcome among those of the layer */
} Reader;

typedef struct
{
  const ParleyView *view;
  const guint      *order;
  GPtrArray        *watches;
  guint             n_words;
  guint             n_dims;
  GArray           *readers; /* of Reader: all of the layer */
  GArray           *live;    /* of Reader: those not certain in the node under way */
  guint64          *key;     /* of the node that an option leads to */
  ParleyScore      *gain;    /* what the option brings */
  guint32          *settled; /* what it settles: [outcome of the layer] */
  ParleyIntern     *next;    /* keys of the next layer */
  ParleyIntern     *gains;   /* of the layer */
  ParleyIntern     *settlements;
} Builder;

/* Finds what reads the axis of @layer, and so which outcomes can become certain there. */
static void
find_readers (Builder *self, ParleyLayer *layer, guint place)
{
  g_array_set_size (self->readers, 0);
  layer->outcomes = g_new (guint, MAX (1, self->view->outcomes->len));
  for (guint w = 0; w < self->watches->len; w++)
    {
      const ParleyWatch *watch = g_ptr_array_index (self->watches, w);

      if (watch->automaton->n_levels == 0 || watch->automaton->decided[0][0] != PARLEY_UNDECIDED)
        continue;
      for (guint level = 0; level < watch->automaton->n_levels; level++)
        if (watch->automaton->places[level] == place)
          {
            Reader reader = { watch, level, 0, layer->n_outcomes };

            if (watch->outcome != PARLEY_NO_OUTCOME)
              layer->outcomes[layer->n_outcomes++] = (guint) watch->outcome;
            g_array_append_val (self->readers, reader);
          }
    }
}

/* Those of the readers that are not certain after what @key stands for. */
static void
find_live (Builder *self, const guint64 *key)
{
  g_array_set_size (self->live, 0);
  for (guint i = 0; i < self->readers->len; i++)
    {
      Reader reader = g_array_index (self->readers, Reader, i);
      guint64 kept = 0;

      if (reader.level > 0)
        {
          kept = (key[reader.watch->word] & reader.watch->mask) >> reader.watch->shift;
          if (kept == 0)
            continue;
          reader.state = reader.watch->states[reader.level][kept - 1];
        }
      g_array_append_val (self->live, reader);
    }
}

static void
add_scores (Builder *self, const ParleyScore *scores)
{
  for (guint d = 0; d < self->n_dims; d++)
    self->gain[d] += scores[d];
}

/* What is already certain before anything is chosen. Returns: FALSE when a demand is broken. */
static gboolean
take_constants (Builder *self, ParleyScore *constant, gint32 *certain)
{
  memset (self->gain, 0, self->n_dims * sizeof *self->gain);
  for (guint w = 0; w < self->watches->len; w++)
    {
      const ParleyWatch *watch = g_ptr_array_index (self->watches, w);
      gint32 output = watch->automaton->decided[0][0];

      if (watch->outcome != PARLEY_NO_OUTCOME)
        certain[watch->outcome] = output;
      if (output == PARLEY_UNDECIDED)
        continue;
      if (watch->scores != NULL)
        add_scores (self, watch->scores + (gsize) output * self->n_dims);
      else if (parley_watch_breaks (watch, output))
        return FALSE;
    }
  memcpy (constant, self->gain, self->n_dims * sizeof *constant);
  return TRUE;
}

/* What each option of the axis itself brings: [option * n_dims + dim]. */
static ParleyScore *
own_scores (const Builder *self, const ParleyLayer *layer, const ParleyScore *constant)
{
  ParleyScore *scores = g_new0 (ParleyScore, MAX (1, (gsize) layer->n_options * self->n_dims));

  for (guint d = 0; d < self->n_dims; d++)
    {
      const ParleyScore *table = parley_view_utility (self->view, d)->axes[layer->axis];
      gboolean negated = parley_view_dim (self->view, d)->negated;

      for (guint o = 0; o < layer->n_options; o++)
        {
          ParleyScore own = table == NULL ? 0 : table[o];

          scores[(gsize) o * self->n_dims + d]
              = (negated ? -own : own) + (constant == NULL ? 0 : constant[d]);
        }
    }
  return scores;
}

/* Moves all live readers on by @option. Returns: FALSE when a demand is broken. */
static gboolean
choose (Builder *self, guint n_options, guint option)
{
  for (guint i = 0; i < self->live->len; i++)
    {
      const Reader *reader = &g_array_index (self->live, Reader, i);
      const ParleyWatch *watch = reader->watch;
      const ParleyAutomaton *automaton = watch->automaton;
      guint state = automaton->next[reader->level][(gsize) reader->state * n_options + option];
      gint32 output = automaton->decided[reader->level + 1][state];

      if (output == PARLEY_UNDECIDED)
        self->key[watch->word] |= (guint64) watch->ranks[reader->level + 1][state] << watch->shift;
      else if (watch->scores != NULL)
        add_scores (self, watch->scores + (gsize) output * self->n_dims);
      else if (watch->outcome != PARLEY_NO_OUTCOME)
        self->settled[reader->place] = (guint32) output + 1;
      else if (parley_watch_breaks (watch, output))
        return FALSE;
    }
  return TRUE;
}

/* The part of @key that the layer's readers leave alone. */
static void
keep_others (const Builder *self, const guint64 *key, guint64 *kept)
{
  memcpy (kept, key, self->n_words * sizeof *key);
  for (guint i = 0; i < self->live->len; i++)
    {
      const ParleyWatch *watch = g_array_index (self->live, Reader, i).watch;

      kept[watch->word] &= ~watch->mask;
    }
}

static void
expand_node (Builder *self,
             ParleyLayer *layer,
             guint node,
             const guint64 *kept,
             const ParleyScore *own)
{
  for (guint o = 0; o < layer->n_options; o++)
    {
      gsize arc = (gsize) node * layer->n_options + o;

      memcpy (self->key, kept, self->n_words * sizeof *kept);
      memcpy (self->gain, own + (gsize) o * self->n_dims, self->n_dims * sizeof *own);
      memset (self->settled, 0, layer->n_outcomes * sizeof *self->settled);
      layer->children[arc] = PARLEY_NO_NODE;
      layer->gains[arc] = 0;
      if (!choose (self, layer->n_options, o))
        continue;
      layer->children[arc] = parley_intern_number (self->next, self->key);
      layer->gains[arc] = parley_intern_number (self->gains, self->gain);
      if (layer->settles != NULL)
        layer->settles[arc] = parley_intern_number (self->settlements, self->settled);
    }
}

static void
layer_init (ParleyLayer *layer, const Builder *self, guint place, guint n_nodes)
{
  gsize n_arcs = 0;

  layer->axis = self->order[place];
  layer->n_options = self->view->space->domain->axes[layer->axis].n_options;
  layer->n_nodes = n_nodes;
  n_arcs = (gsize) layer->n_nodes * layer->n_options;
  layer->children = g_new (guint32, n_arcs);
  layer->gains = g_new (guint32, n_arcs);
  layer->settles = self->view->outcomes->len > 0 ? g_new0 (guint32, n_arcs) : NULL;
}

static void *
copy_records (const ParleyIntern *intern)
{
  return g_memdup2 (intern->records, MAX (1, intern->n * intern->size));
}

/* Fills a layer from the keys of its nodes. Returns: (transfer full): those of the next. */
static ParleyIntern *
expand_layer (Builder *self,
              ParleyLayer *layer,
              guint place,
              const ParleyIntern *keys,
              const ParleyScore *constant)
{
  g_autofree ParleyScore *own = NULL;
  g_autofree guint64 *kept = g_new (guint64, self->n_words);

  layer_init (layer, self, place, keys->n);
  own = own_scores (self, layer, place == 0 ? constant : NULL);
  find_readers (self, layer, place);
  self->next = parley_intern_new (self->n_words * sizeof (guint64));
  self->gains = parley_intern_new (self->n_dims * sizeof (ParleyScore));
  self->settlements = parley_intern_new (layer->n_outcomes * sizeof (guint32));
  for (guint node = 0; node < layer->n_nodes; node++)
    {
      const guint64 *key = parley_intern_record (keys, node);

      find_live (self, key);
      keep_others (self, key, kept);
      expand_node (self, layer, node, kept, own);
    }
  layer->n_gains = self->gains->n;
  layer->gain_scores = copy_records (self->gains);
  layer->n_settlements = self->settlements->n;
  layer->settlements = copy_records (self->settlements);
  g_clear_pointer (&self->gains, parley_intern_free);
  g_clear_pointer (&self->settlements, parley_intern_free);
  return g_steal_pointer (&self->next);
}

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

/* Removes nodes from which no path leads to the end, the last layer first.
 * Returns: whether the first node is left. */
static gboolean
remove_dead_ends (ParleyDiagram *self)
{
  g_autofree guint32 *renumbered = g_new0 (guint32, 1); /* of the next layer */

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
      g_free (renumbered);
      renumbered = numbers;
    }
  return self->layers[0].n_nodes > 0;
}

/* The conditions that are under way at @place, some of them. */
static char *
name_open (const Builder *self, guint place)
{
  g_autoptr(GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint w = 0; w < self->watches->len; w++)
    {
      const ParleyWatch *watch = g_ptr_array_index (self->watches, w);
      const ParleyAutomaton *automaton = watch->automaton;
      g_autofree char *name = NULL;

      if (automaton->n_levels == 0 || automaton->places[0] > place
          || automaton->places[automaton->n_levels - 1] <= place || n++ >= NAMED)
        continue;
      name = parley_subject_name (self->view->space, watch->subject);
      g_string_append_printf (names, "%s%s", names->len == 0 ? "" : ", ", name);
    }
  if (n > NAMED)
    g_string_append_printf (names, " and %u more", n - NAMED);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
set_wide_error (const Builder *self, guint place, GError **error)
{
  g_autofree char *names = name_open (self, place);

  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
               "too many conditions hang together: with the issues gone through in the best order "
               "found, these are open at the same time and leave too many cases: %s",
               names);
}

static gboolean
build_layers (ParleyDiagram *self,
              Builder *builder,
              const ParleyScore *constant,
              gsize max_arcs,
              GError **error)
{
  g_autoptr(ParleyIntern) keys = parley_intern_new (builder->n_words * sizeof (guint64));
  gsize n_arcs = 0;

  memset (builder->key, 0, builder->n_words * sizeof *builder->key);
  parley_intern_number (keys, builder->key);
  for (guint place = 0; place < self->n_layers; place++)
    {
      ParleyIntern *next = expand_layer (builder, &self->layers[place], place, keys, constant);

      parley_intern_free (keys);
      keys = next;
      n_arcs += (gsize) self->layers[place].n_nodes * self->layers[place].n_options;
      if (n_arcs > max_arcs
          || (place + 1 < self->n_layers
              && (gsize) keys->n
                         * builder->view->space->domain->axes[builder->order[place + 1]].n_options
                     > max_arcs))
        {
          set_wide_error (builder, place, error);
          return FALSE;
        }
    }
  self->empty = keys->n == 0 || !remove_dead_ends (self);
  return TRUE;
}

static void
builder_clear (Builder *self)
{
  g_ptr_array_unref (self->watches);
  g_array_unref (self->readers);
  g_array_unref (self->live);
  g_free (self->key);
  g_free (self->gain);
  g_free (self->settled);
}

ParleyDiagram *
parley_diagram_new (const ParleyView *view, const guint *order, gsize max_arcs, GError **error)
{
  g_autoptr(ParleyDiagram) self = g_new0 (ParleyDiagram, 1);
  guint n_axes = view->space->domain->n_axes;
  guint n_dims = view->dims->len;
  g_autofree guint *place_of_axis = g_new (guint, n_axes);
  g_autofree ParleyScore *constant = g_new0 (ParleyScore, MAX (1, n_dims));
  Builder builder = { .view = view, .order = order, .n_dims = n_dims };
  gboolean built = TRUE;

  for (guint place = 0; place < n_axes; place++)
    place_of_axis[order[place]] = place;
  builder.watches = parley_watches_new (view, place_of_axis, &builder.n_words, error);
  if (builder.watches == NULL)
    return NULL;

  builder.readers = g_array_new (FALSE, FALSE, sizeof (Reader));
  builder.live = g_array_new (FALSE, FALSE, sizeof (Reader));
  builder.key = g_new0 (guint64, builder.n_words);
  builder.gain = g_new0 (ParleyScore, MAX (1, n_dims));
  builder.settled = g_new0 (guint32, MAX (1, view->outcomes->len));
  self->n_dims = n_dims;
  self->n_layers = n_axes;
  self->layers = g_new0 (ParleyLayer, n_axes);
  self->certain = g_new (gint32, MAX (1, view->outcomes->len));
  for (guint i = 0; i < view->outcomes->len; i++)
    self->certain[i] = PARLEY_UNDECIDED;
  if (take_constants (&builder, constant, self->certain))
    built = build_layers (self, &builder, constant, max_arcs, error);
  else
    self->empty = TRUE;
  builder_clear (&builder);
  return built ? g_steal_pointer (&self) : NULL;
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
    {
      g_free (self->layers[l].children);
      g_free (self->layers[l].gains);
      g_free (self->layers[l].gain_scores);
      g_free (self->layers[l].outcomes);
      g_free (self->layers[l].settles);
      g_free (self->layers[l].settlements);
    }
  g_free (self->certain);
  g_free (self->layers);
  g_free (self);
}

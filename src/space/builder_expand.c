/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/builder_part.h"

#include <string.h>

/* Of an arc, whatever is open: looking up where it leads. */
#define WORK_OF_AN_ARC 8

/* A watch that reads the axis of the layer under way, and what it makes of the options. */
typedef struct
{
  const ParleyWatch *watch;
  const guint       *next;    /* [state * n_options + option]: a state of the next level */
  const gint32      *decided; /* [state of the next level] */
  const guint32     *ranks;   /* likewise; NULL behind its last axis */
  const ParleyHopes *hopes;   /* (nullable) */
  guint              level;   /* which of its axes this is */
  guint              state;   /* in the node under way */
  guint              outcome; /* its outcome among those of the layer */
  gboolean           forgets; /* whatever is still open after it */
} Reader;

struct _ParleyExpansion
{
  const ParleyBuilder *builder;
  guint         n_words;
  guint         n_dims;
  GArray       *readers; /* of Reader: of the layer under way */
  GArray       *live;    /* those not certain in the node under way */
  guint64      *kept;    /* of the node's key, what the layer leaves alone */
  guint64      *key;     /* of the node that an option leads to */
  ParleyScore  *gain;    /* what the option brings */
  ParleyScore  *hope;    /* what the node brings where conditions are forgotten */
  guint32      *settled; /* what the option settles: [outcome of the layer] */
  ParleyIntern *next;    /* keys of the next layer */
  ParleyIntern *gains;   /* of the layer */
  ParleyIntern *settlements;
};

ParleyExpansion *
parley_expansion_new (const ParleyBuilder *builder)
{
  ParleyExpansion *self = g_new0 (ParleyExpansion, 1);

  self->builder = builder;
  self->n_words = builder->n_words;
  self->n_dims = builder->n_dims;
  self->readers = g_array_new (FALSE, FALSE, sizeof (Reader));
  self->live = g_array_new (FALSE, FALSE, sizeof (Reader));
  self->kept = g_new0 (guint64, self->n_words);
  self->key = g_new0 (guint64, self->n_words);
  self->gain = g_new0 (ParleyScore, MAX (1, self->n_dims));
  self->hope = g_new0 (ParleyScore, MAX (1, self->n_dims));
  self->settled = g_new0 (guint32, MAX (1, builder->view->outcomes->len));
  return self;
}

void
parley_expansion_free (ParleyExpansion *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->readers);
  g_array_unref (self->live);
  g_free (self->kept);
  g_free (self->key);
  g_free (self->gain);
  g_free (self->hope);
  g_free (self->settled);
  g_free (self);
}

static Reader
reader_of (const ParleyBuilder *builder, guint w, guint level, guint place, guint outcome)
{
  const ParleyWatch *watch = g_ptr_array_index (builder->watches, w);
  const ParleyAutomaton *automaton = watch->automaton;

  return (Reader){ .watch = watch,
                   .next = automaton->next[level],
                   .decided = automaton->decided[level + 1],
                   .ranks = level + 1 < automaton->n_levels ? watch->ranks[level + 1] : NULL,
                   .hopes = builder->hopes[w],
                   .level = level,
                   .outcome = outcome,
                   .forgets = builder->forgotten[w] <= place };
}

/* Finds what reads the axis of @layer, and so which outcomes can become certain there. */
static void
find_readers (ParleyExpansion *self, ParleyLayer *layer, guint place)
{
  const ParleyBuilder *builder = self->builder;

  g_array_set_size (self->readers, 0);
  layer->outcomes = g_new (guint, MAX (1, builder->view->outcomes->len));
  for (guint w = 0; w < builder->watches->len; w++)
    {
      const ParleyWatch *watch = g_ptr_array_index (builder->watches, w);

      if (watch->automaton->n_levels == 0 || watch->automaton->decided[0][0] != PARLEY_UNDECIDED)
        continue;
      for (guint level = 0; level < watch->automaton->n_levels; level++)
        if (watch->automaton->places[level] == place)
          {
            Reader reader = reader_of (builder, w, level, place, layer->n_outcomes);

            if (watch->outcome != PARLEY_NO_OUTCOME)
              layer->outcomes[layer->n_outcomes++] = (guint) watch->outcome;
            g_array_append_val (self->readers, reader);
          }
    }
}

/* Those of the readers that are not certain after what @key stands for. */
static void
find_live (ParleyExpansion *self, const guint64 *key)
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

/* The part of @key that the layer's readers leave alone. */
static void
keep_others (ParleyExpansion *self, const guint64 *key)
{
  memcpy (self->kept, key, self->n_words * sizeof *key);
  for (guint i = 0; i < self->live->len; i++)
    {
      const ParleyWatch *watch = g_array_index (self->live, Reader, i).watch;

      self->kept[watch->word] &= ~watch->mask;
    }
}

/* Sets out from the node of @key: what its arcs have in common. */
static void
start_node (ParleyExpansion *self, guint place, const guint64 *key)
{
  find_live (self, key);
  keep_others (self, key);
  memset (self->hope, 0, self->n_dims * sizeof *self->hope);
  parley_builder_forget (self->builder, place, self->kept, self->hope);
}

/* Moves all live readers on by @option. Returns: FALSE when a demand is broken. */
static gboolean
choose (ParleyExpansion *self, guint n_options, guint option)
{
  for (guint i = 0; i < self->live->len; i++)
    {
      const Reader *reader = &g_array_index (self->live, Reader, i);
      const ParleyWatch *watch = reader->watch;
      guint state = reader->next[(gsize) reader->state * n_options + option];
      gint32 output = reader->decided[state];

      if (output == PARLEY_UNDECIDED && reader->forgets)
        parley_hopes_add (reader->hopes, reader->level + 1, state, self->gain);
      else if (output == PARLEY_UNDECIDED)
        self->key[watch->word] |= (guint64) reader->ranks[state] << watch->shift;
      else if (watch->scores != NULL)
        parley_scores_add (self->gain, watch->scores + (gsize) output * self->n_dims, self->n_dims);
      else if (watch->outcome != PARLEY_NO_OUTCOME)
        self->settled[reader->outcome] = (guint32) output + 1;
      else if (parley_watch_breaks (watch, output))
        return FALSE;
    }
  return TRUE;
}

/* @own: what each option of the axis itself brings. */
static void
expand_node (ParleyExpansion *self, ParleyLayer *layer, guint node, const ParleyScore *own)
{
  for (guint o = 0; o < layer->n_options; o++)
    {
      gsize arc = (gsize) node * layer->n_options + o;

      memcpy (self->key, self->kept, self->n_words * sizeof *self->key);
      memcpy (self->gain, own + (gsize) o * self->n_dims, self->n_dims * sizeof *own);
      parley_scores_add (self->gain, self->hope, self->n_dims);
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

gsize
parley_builder_least_work (const ParleyBuilder *self, guint n_options)
{
  return self->n_words + (gsize) n_options * (self->n_words + WORK_OF_AN_ARC);
}

/* What the node under way made. */
static gsize
work_of_node (const ParleyExpansion *self, guint n_options)
{
  return parley_builder_least_work (self->builder, n_options) + self->readers->len
         + (gsize) n_options * self->live->len;
}

static gboolean
is_within (const ParleyExpansion *self, const ParleyBuilderLimits *limits)
{
  return self->next->n <= limits->nodes && self->builder->work <= limits->work
         && parley_intern_bytes (self->next) + parley_intern_bytes (self->gains)
                    + parley_intern_bytes (self->settlements)
                <= limits->bytes;
}

/* What each option of the axis itself brings: [option * n_dims + dim]. The first layer takes
 * along what is certain before anything is chosen. */
static ParleyScore *
own_scores (const ParleyBuilder *self, const ParleyLayer *layer, guint place)
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
              = (negated ? -own : own) + (place == 0 ? self->constant[d] : 0);
        }
    }
  return scores;
}

/* Returns: FALSE when that would take more than @limits. */
static gboolean
expand_nodes (ParleyBuilder *builder,
              ParleyLayer *layer,
              guint place,
              const ParleyIntern *keys,
              const ParleyBuilderLimits *limits)
{
  ParleyExpansion *self = builder->under_way;
  g_autofree ParleyScore *own = own_scores (builder, layer, place);

  for (guint node = 0; node < layer->n_nodes; node++)
    {
      start_node (self, place, parley_intern_record (keys, node));
      expand_node (self, layer, node, own);
      builder->work += work_of_node (self, layer->n_options);
      if (limits != NULL && !is_within (self, limits))
        return FALSE;
    }
  return TRUE;
}

static void
layer_init (ParleyLayer *layer, const ParleyBuilder *builder, guint place, guint n_nodes)
{
  gsize n_arcs = 0;

  layer->axis = builder->order[place];
  layer->n_options = builder->view->space->domain->axes[layer->axis].n_options;
  layer->n_nodes = n_nodes;
  n_arcs = (gsize) layer->n_nodes * layer->n_options;
  layer->children = g_new (guint32, n_arcs);
  layer->gains = g_new (guint32, n_arcs);
  layer->settles = builder->view->outcomes->len > 0 ? g_new0 (guint32, n_arcs) : NULL;
}

static void *
copy_records (const ParleyIntern *intern)
{
  return g_memdup2 (intern->records, MAX (1, intern->n * intern->size));
}

ParleyIntern *
parley_builder_expand (ParleyBuilder             *self,
                       ParleyLayer               *layer,
                       guint                      place,
                       const ParleyIntern        *keys,
                       const ParleyBuilderLimits *limits)
{
  ParleyExpansion *under_way = self->under_way;
  gboolean whole = FALSE;

  layer_init (layer, self, place, keys->n);
  find_readers (under_way, layer, place);
  under_way->next = parley_intern_new (self->n_words * sizeof (guint64));
  under_way->gains = parley_intern_new (self->n_dims * sizeof (ParleyScore));
  under_way->settlements = parley_intern_new (layer->n_outcomes * sizeof (guint32));
  whole = expand_nodes (self, layer, place, keys, limits);
  layer->n_gains = under_way->gains->n;
  layer->gain_scores = copy_records (under_way->gains);
  layer->n_settlements = under_way->settlements->n;
  layer->settlements = copy_records (under_way->settlements);
  g_clear_pointer (&under_way->gains, parley_intern_free);
  g_clear_pointer (&under_way->settlements, parley_intern_free);
  if (!whole)
    g_clear_pointer (&under_way->next, parley_intern_free);
  return g_steal_pointer (&under_way->next);
}

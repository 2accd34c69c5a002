/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/builder.h"

#include <string.h>

/* Of an arc, whatever is open: looking up where it leads. */
#define WORK_OF_AN_ARC 8

/* How many conditions a message about a view that is too wide names. */
#define NAMED 5

/* A watch that reads the axis of the layer under way, and what it makes of the options. */
typedef struct
{
  const ParleyWatch *watch;
  const guint       *next;    /* [state * n_options + option]: a state of the next level */
  const gint32      *decided; /* [state of the next level] */
  const guint32     *ranks;   /* likewise; NULL behind its last axis */
  guint              level;   /* which of its axes this is */
  guint              state;   /* in the node under way */
  guint              place;   /* of its outcome among those of the layer */
  guint              index;   /* of the watch */
  gboolean           forgets; /* whatever is still open after it */
} Reader;

static Reader
reader_of (const ParleyBuilder *self, guint w, guint level, guint place, guint outcome)
{
  const ParleyWatch *watch = g_ptr_array_index (self->watches, w);
  const ParleyAutomaton *automaton = watch->automaton;

  return (Reader){ .watch = watch,
                   .next = automaton->next[level],
                   .decided = automaton->decided[level + 1],
                   .ranks = level + 1 < automaton->n_levels ? watch->ranks[level + 1] : NULL,
                   .level = level,
                   .place = outcome,
                   .index = w,
                   .forgets = self->forgotten[w] <= place };
}

/* Finds what reads the axis of @layer, and so which outcomes can become certain there. */
static void
find_readers (ParleyBuilder *self, ParleyLayer *layer, guint place)
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
            Reader reader = reader_of (self, w, level, place, layer->n_outcomes);

            if (watch->outcome != PARLEY_NO_OUTCOME)
              layer->outcomes[layer->n_outcomes++] = (guint) watch->outcome;
            g_array_append_val (self->readers, reader);
          }
    }
}

/* Those of the readers that are not certain after what @key stands for. */
static void
find_live (ParleyBuilder *self, const guint64 *key)
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
add_scores (ParleyBuilder *self, const ParleyScore *scores)
{
  for (guint d = 0; d < self->n_dims; d++)
    self->gain[d] += scores[d];
}

/* What is already certain before anything is chosen. Returns: FALSE when a demand is broken. */
static gboolean
take_constants (ParleyBuilder *self, gint32 *certain)
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
  memcpy (self->constant, self->gain, self->n_dims * sizeof *self->gain);
  return TRUE;
}

/* What each option of the axis itself brings: [option * n_dims + dim]. */
static ParleyScore *
own_scores (const ParleyBuilder *self, const ParleyLayer *layer, const ParleyScore *constant)
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

/* What may follow from a state of a watch, at best; nothing where it brings no scores. */
static void
add_hope (const ParleyBuilder *self, guint watch, guint level, guint state, ParleyScore *sums)
{
  for (guint d = 0; self->hopes[watch] != NULL && d < self->n_dims; d++)
    sums[d] += self->hopes[watch][level][(gsize) state * self->n_dims + d];
}

/* Moves all live readers on by @option. Returns: FALSE when a demand is broken. */
static gboolean
choose (ParleyBuilder *self, guint n_options, guint option)
{
  for (guint i = 0; i < self->live->len; i++)
    {
      const Reader *reader = &g_array_index (self->live, Reader, i);
      const ParleyWatch *watch = reader->watch;
      guint state = reader->next[(gsize) reader->state * n_options + option];
      gint32 output = reader->decided[state];

      if (output == PARLEY_UNDECIDED && reader->forgets)
        add_hope (self, reader->index, reader->level + 1, state, self->gain);
      else if (output == PARLEY_UNDECIDED)
        self->key[watch->word] |= (guint64) reader->ranks[state] << watch->shift;
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
keep_others (const ParleyBuilder *self, const guint64 *key, guint64 *kept)
{
  memcpy (kept, key, self->n_words * sizeof *key);
  for (guint i = 0; i < self->live->len; i++)
    {
      const ParleyWatch *watch = g_array_index (self->live, Reader, i).watch;

      kept[watch->word] &= ~watch->mask;
    }
}

static void
expand_node (ParleyBuilder *self,
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
      add_scores (self, self->hope);
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
layer_init (ParleyLayer *layer, const ParleyBuilder *self, guint place, guint n_nodes)
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

/* Sets out from @keys' record of @node: what its arcs have in common. */
static void
start_node (ParleyBuilder *self, guint place, const guint64 *key, guint64 *kept)
{
  find_live (self, key);
  keep_others (self, key, kept);
  memset (self->hope, 0, self->n_dims * sizeof *self->hope);
  parley_builder_forget (self, place, kept, self->hope);
}

gsize
parley_builder_least_work (const ParleyBuilder *self, guint n_options)
{
  return self->n_words + (gsize) n_options * (self->n_words + WORK_OF_AN_ARC);
}

/* What the node under way made. */
static gsize
work_of_node (const ParleyBuilder *self, guint n_options)
{
  return parley_builder_least_work (self, n_options) + self->readers->len
         + (gsize) n_options * self->live->len;
}

static gboolean
is_within (const ParleyBuilder *self, const ParleyBuilderLimits *limits)
{
  return self->next->n <= limits->nodes && self->work <= limits->work
         && parley_intern_bytes (self->next) + parley_intern_bytes (self->gains)
                    + parley_intern_bytes (self->settlements)
                <= limits->bytes;
}

/* Returns: FALSE when that would take more than @limits. */
static gboolean
expand_nodes (ParleyBuilder *self,
              ParleyLayer *layer,
              guint place,
              const ParleyIntern *keys,
              const ParleyBuilderLimits *limits)
{
  g_autofree ParleyScore *own = own_scores (self, layer, place == 0 ? self->constant : NULL);
  g_autofree guint64 *kept = g_new (guint64, self->n_words);

  for (guint node = 0; node < layer->n_nodes; node++)
    {
      start_node (self, place, parley_intern_record (keys, node), kept);
      expand_node (self, layer, node, kept, own);
      self->work += work_of_node (self, layer->n_options);
      if (limits != NULL && !is_within (self, limits))
        return FALSE;
    }
  return TRUE;
}

ParleyIntern *
parley_builder_expand (ParleyBuilder             *self,
                       ParleyLayer               *layer,
                       guint                      place,
                       const ParleyIntern        *keys,
                       const ParleyBuilderLimits *limits)
{
  gboolean whole = FALSE;

  layer_init (layer, self, place, keys->n);
  find_readers (self, layer, place);
  self->next = parley_intern_new (self->n_words * sizeof (guint64));
  self->gains = parley_intern_new (self->n_dims * sizeof (ParleyScore));
  self->settlements = parley_intern_new (layer->n_outcomes * sizeof (guint32));
  whole = expand_nodes (self, layer, place, keys, limits);
  layer->n_gains = self->gains->n;
  layer->gain_scores = copy_records (self->gains);
  layer->n_settlements = self->settlements->n;
  layer->settlements = copy_records (self->settlements);
  g_clear_pointer (&self->gains, parley_intern_free);
  g_clear_pointer (&self->settlements, parley_intern_free);
  if (!whole)
    g_clear_pointer (&self->next, parley_intern_free);
  return g_steal_pointer (&self->next);
}

/* Whether some axis of the watch is chosen by @place and some after it. */
static gboolean
is_under_way (const ParleyWatch *watch, guint place)
{
  const ParleyAutomaton *automaton = watch->automaton;

  return automaton->n_levels > 0 && automaton->places[0] <= place
         && automaton->places[automaton->n_levels - 1] > place;
}

gboolean
parley_builder_is_open (const ParleyBuilder *self, guint watch, guint place)
{
  return self->forgotten[watch] > place
         && is_under_way (g_ptr_array_index (self->watches, watch), place);
}

/* How many of the axes of @watch are chosen by @place. */
static guint
level_after (const ParleyWatch *watch, guint place)
{
  guint level = 0;

  while (level < watch->automaton->n_levels && watch->automaton->places[level] <= place)
    level++;
  return level;
}

void
parley_builder_forget (const ParleyBuilder *self, guint place, guint64 *key, ParleyScore *hope)
{
  for (guint i = 0; i < self->forgets->len; i++)
    {
      guint w = g_array_index (self->forgets, guint, i);
      const ParleyWatch *watch = g_ptr_array_index (self->watches, w);
      guint64 kept = 0;
      guint level = 0;

      if (self->forgotten[w] > place || !is_under_way (watch, place))
        continue;
      kept = (key[watch->word] & watch->mask) >> watch->shift;
      key[watch->word] &= ~watch->mask;
      level = level_after (watch, place);
      if (kept != 0 && hope != NULL)
        add_hope (self, w, level, watch->states[level][kept - 1], hope);
    }
}

char *
parley_builder_name_open (const ParleyBuilder *self, guint place)
{
  g_autoptr(GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint w = 0; w < self->watches->len; w++)
    {
      const ParleyWatch *watch = g_ptr_array_index (self->watches, w);
      g_autofree char *name = NULL;

      if (!is_under_way (watch, place) || n++ >= NAMED)
        continue;
      name = parley_subject_name (self->view->space, watch->subject);
      g_string_append_printf (names, "%s%s", names->len == 0 ? "" : ", ", name);
    }
  if (n > NAMED)
    g_string_append_printf (names, " and %u more", n - NAMED);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* The most that state @s can still bring in dimension @d. */
static ParleyScore
hope_of (const ParleyWatch *watch, ParleyScore **hopes, guint level, guint s, gsize n_dims, guint d)
{
  const ParleyAutomaton *automaton = watch->automaton;
  gint32 output = automaton->decided[level][s];
  ParleyScore most = 0;

  if (output != PARLEY_UNDECIDED)
    return watch->scores[(gsize) output * n_dims + d];
  for (guint o = 0; o < automaton->n_options[level]; o++)
    {
      guint next = automaton->next[level][(gsize) s * automaton->n_options[level] + o];
      ParleyScore one = hopes[level + 1][next * n_dims + d];

      most = o == 0 ? one : MAX (most, one);
    }
  return most;
}

/* For each state the best that can follow, the last level first. NULL without scores. */
static ParleyScore **
hopes_of (const ParleyWatch *watch, gsize n_dims)
{
  const ParleyAutomaton *automaton = watch->automaton;
  ParleyScore **hopes = NULL;

  if (watch->scores == NULL)
    return NULL;
  hopes = g_new0 (ParleyScore *, (gsize) automaton->n_levels + 1);
  for (guint level = automaton->n_levels + 1; level-- > 0;)
    {
      hopes[level] = g_new0 (ParleyScore, MAX (1, automaton->n_states[level] * n_dims));
      for (guint s = 0; s < automaton->n_states[level]; s++)
        for (guint d = 0; d < n_dims; d++)
          hopes[level][s * n_dims + d] = hope_of (watch, hopes, level, s, n_dims, d);
    }
  return hopes;
}

void
parley_builder_forget_after (ParleyBuilder *self, guint watch, guint place)
{
  if (self->forgotten[watch] == PARLEY_NEVER_FORGOTTEN)
    g_array_append_val (self->forgets, watch);
  self->forgotten[watch] = place;
  if (self->hopes[watch] == NULL)
    self->hopes[watch] = hopes_of (g_ptr_array_index (self->watches, watch), self->n_dims);
}

ParleyBuilder *
parley_builder_new (const ParleyView *view, const guint *order, GError **error)
{
  g_autoptr(ParleyBuilder) self = g_new0 (ParleyBuilder, 1);
  guint n_axes = view->space->domain->n_axes;
  g_autofree guint *place_of_axis = g_new (guint, n_axes);

  self->view = view;
  self->order = g_memdup2 (order, n_axes * sizeof *order);
  self->n_dims = view->dims->len;
  for (guint place = 0; place < n_axes; place++)
    place_of_axis[order[place]] = place;
  self->watches = parley_watches_new (view, place_of_axis, &self->n_words, error);
  if (self->watches == NULL)
    return NULL;

  self->forgotten = g_new (guint, MAX (1, self->watches->len));
  for (guint w = 0; w < self->watches->len; w++)
    self->forgotten[w] = PARLEY_NEVER_FORGOTTEN;
  self->forgets = g_array_new (FALSE, FALSE, sizeof (guint));
  self->hopes = g_new0 (ParleyScore **, MAX (1, self->watches->len));
  self->constant = g_new0 (ParleyScore, MAX (1, self->n_dims));
  self->readers = g_array_new (FALSE, FALSE, sizeof (Reader));
  self->live = g_array_new (FALSE, FALSE, sizeof (Reader));
  self->key = g_new0 (guint64, self->n_words);
  self->gain = g_new0 (ParleyScore, MAX (1, self->n_dims));
  self->hope = g_new0 (ParleyScore, MAX (1, self->n_dims));
  self->settled = g_new0 (guint32, MAX (1, view->outcomes->len));
  return g_steal_pointer (&self);
}

static void
hopes_free (ParleyScore **hopes, const ParleyWatch *watch)
{
  for (guint level = 0; hopes != NULL && level <= watch->automaton->n_levels; level++)
    g_free (hopes[level]);
  g_free (hopes);
}

void
parley_builder_free (ParleyBuilder *self)
{
  if (self == NULL)
    return;
  for (guint w = 0; self->hopes != NULL && w < self->watches->len; w++)
    hopes_free (self->hopes[w], g_ptr_array_index (self->watches, w));
  g_clear_pointer (&self->watches, g_ptr_array_unref);
  g_clear_pointer (&self->readers, g_array_unref);
  g_clear_pointer (&self->live, g_array_unref);
  g_free (self->hopes);
  g_clear_pointer (&self->forgets, g_array_unref);
  g_free (self->forgotten);
  g_free (self->order);
  g_free (self->constant);
  g_free (self->key);
  g_free (self->gain);
  g_free (self->hope);
  g_free (self->settled);
  g_free (self);
}

ParleyDiagram *
parley_builder_start (ParleyBuilder *self)
{
  ParleyDiagram *diagram = g_new0 (ParleyDiagram, 1);

  diagram->n_dims = self->n_dims;
  diagram->n_layers = self->view->space->domain->n_axes;
  diagram->layers = g_new0 (ParleyLayer, diagram->n_layers);
  diagram->certain = g_new (gint32, MAX (1, self->view->outcomes->len));
  for (guint i = 0; i < self->view->outcomes->len; i++)
    diagram->certain[i] = PARLEY_UNDECIDED;
  diagram->empty = !take_constants (self, diagram->certain);
  return diagram;
}

ParleyIntern *
parley_builder_first_keys (const ParleyBuilder *self)
{
  ParleyIntern *keys = parley_intern_new (self->n_words * sizeof (guint64));

  memset (self->key, 0, self->n_words * sizeof *self->key);
  parley_intern_number (keys, self->key);
  return keys;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/automaton.h"

#include "space/intern.h"

#define MAX_STATES 100000

static ParleyAutomaton *
automaton_alloc (guint n_levels, guint n_outputs)
{
  ParleyAutomaton *self = g_new0 (ParleyAutomaton, 1);

  self->n_levels = n_levels;
  self->places = g_new0 (guint, n_levels);
  self->n_options = g_new0 (guint, n_levels);
  self->n_states = g_new0 (guint, n_levels + 1);
  self->n_states[n_levels] = n_outputs;
  self->next = g_new0 (guint *, n_levels);
  self->decided = g_new0 (gint32 *, n_levels + 1);
  return self;
}

void
parley_automaton_free (ParleyAutomaton *self)
{
  if (self == NULL)
    return;
  for (guint level = 0; level < self->n_levels; level++)
    g_free (self->next[level]);
  for (guint level = 0; level <= self->n_levels; level++)
    g_free (self->decided[level]);
  g_free (self->places);
  g_free (self->n_options);
  g_free (self->n_states);
  g_free (self->next);
  g_free (self->decided);
  g_free (self);
}

/* Which output is certain in each state, from the last level back. */
static void
decide (ParleyAutomaton *self)
{
  for (guint level = self->n_levels + 1; level-- > 0;)
    {
      gint32 *decided = g_renew (gint32, self->decided[level], self->n_states[level]);

      self->decided[level] = decided;
      for (guint s = 0; s < self->n_states[level]; s++)
        {
          const guint *next = NULL;

          decided[s] = (gint32) s;
          if (level == self->n_levels)
            continue;
          next = self->next[level] + (gsize) s * self->n_options[level];
          decided[s] = self->decided[level + 1][next[0]];
          for (guint o = 1; o < self->n_options[level]; o++)
            if (self->decided[level + 1][next[o]] != decided[s])
              decided[s] = PARLEY_UNDECIDED;
        }
    }
}

/* Merges states from which the same follows, from the last level back. */
static void
reduce (ParleyAutomaton *self)
{
  g_autofree guint *merged = NULL; /* [state of the next level] */

  for (guint level = self->n_levels; level-- > 0;)
    {
      guint n_options = self->n_options[level];
      g_autoptr(ParleyIntern) rows = parley_intern_new (n_options * sizeof (guint));
      guint *new_number = g_new (guint, self->n_states[level]);

      for (guint s = 0; s < self->n_states[level]; s++)
        {
          guint *next = self->next[level] + (gsize) s * n_options;

          for (guint o = 0; merged != NULL && o < n_options; o++)
            next[o] = merged[next[o]];
          new_number[s] = parley_intern_number (rows, next);
        }
      memcpy (self->next[level], rows->records, rows->n * rows->size);
      self->n_states[level] = rows->n;
      g_free (merged);
      merged = new_number;
    }
}

static ParleyAutomaton *
finish (ParleyAutomaton *self)
{
  reduce (self);
  decide (self);
  return self;
}

ParleyAutomaton *
parley_automaton_new_constant (guint output)
{
  ParleyAutomaton *self = automaton_alloc (0, 1);

  self->decided[0] = g_new (gint32, 1);
  self->decided[0][0] = (gint32) output;
  return self;
}

ParleyAutomaton *
parley_automaton_new_leaf (guint place, guint n_options, const gboolean *accepts)
{
  ParleyAutomaton *self = automaton_alloc (1, 2);

  self->places[0] = place;
  self->n_options[0] = n_options;
  self->n_states[0] = 1;
  self->next[0] = g_new (guint, n_options);
  for (guint o = 0; o < n_options; o++)
    self->next[0][o] = accepts[o] ? 1 : 0;
  return finish (self);
}

/* The axes of @factor in the order of reading, as indices into factor->axes. */
static void
sort_by_place (const ParleyFactor *factor, const guint *place_of_axis, guint *sorted)
{
  for (guint i = 0; i < factor->n_axes; i++)
    {
      guint at = i;

      for (; at > 0 && place_of_axis[factor->axes[sorted[at - 1]]] > place_of_axis[factor->axes[i]];
           at--)
        sorted[at] = sorted[at - 1];
      sorted[at] = i;
    }
}

/* The entry of the factor's table that option @choice of @sorted axes stands for, choices
 * being numbered with the last axis varying fastest. */
static gsize
entry_of (const ParleyFactor *factor,
          const ParleyAutomaton *self,
          const guint *sorted,
          gsize choice)
{
  gsize entry = 0;

  for (guint level = self->n_levels; level-- > 0;)
    {
      entry += choice % self->n_options[level] * factor->strides[sorted[level]];
      choice /= self->n_options[level];
    }
  return entry;
}

ParleyAutomaton *
parley_automaton_new_factor (const ParleyFactor *factor,
                             const ParleyDomain *domain,
                             const guint        *place_of_axis,
                             const gboolean     *accepts)
{
  ParleyAutomaton *self
      = automaton_alloc (factor->n_axes, accepts != NULL ? 2 : factor->values->len);
  g_autofree guint *sorted = g_new0 (guint, factor->n_axes);
  gsize n_choices = 1;

  if (factor->n_axes == 0)
    {
      parley_automaton_free (self);
      return parley_automaton_new_constant (accepts != NULL ? (guint) accepts[0] : 0);
    }
  sort_by_place (factor, place_of_axis, sorted);
  for (guint level = 0; level < self->n_levels; level++)
    {
      guint axis = factor->axes[sorted[level]];

      self->places[level] = place_of_axis[axis];
      self->n_options[level] = domain->axes[axis].n_options;
      self->n_states[level] = (guint) n_choices;
      n_choices *= self->n_options[level];
      self->next[level] = g_new (guint, n_choices);
      for (gsize c = 0; c < n_choices; c++)
        {
          gsize entry = level + 1 < self->n_levels ? 0 : entry_of (factor, self, sorted, c);
          guint value = factor->value_of_entry[entry];

          self->next[level][c] = level + 1 < self->n_levels ? (guint) c
                                 : accepts != NULL          ? (guint) accepts[value]
                                                            : value;
        }
    }
  return finish (self);
}

ParleyAutomaton *
parley_automaton_take_not (ParleyAutomaton *self)
{
  guint last = 0;

  if (self == NULL)
    return NULL;
  if (self->n_levels == 0)
    {
      self->decided[0][0] = 1 - self->decided[0][0];
      return self;
    }
  last = self->n_levels - 1;
  for (gsize i = 0; i < (gsize) self->n_states[last] * self->n_options[last]; i++)
    self->next[last][i] = 1 - self->next[last][i];
  decide (self);
  return self;
}

/* Two automata run side by side. */
typedef struct
{
  const ParleyAutomaton *parts[2];
  guint                  at[2]; /* the level that each has come to */
  gboolean               any;
} Join;

/* What is certain of the two together. */
static gint32
decide_pair (const Join *join, const guint *states)
{
  gint32 settles = join->any ? 1 : 0;
  gint32 a = join->parts[0]->decided[join->at[0]][states[0]];
  gint32 b = join->parts[1]->decided[join->at[1]][states[1]];

  if (a == settles || b == settles)
    return settles;
  return a == PARLEY_UNDECIDED || b == PARLEY_UNDECIDED ? PARLEY_UNDECIDED : 1 - settles;
}

/* Pairs of states of which the outcome is certain are all the same; they keep a form of
 * their own, as no two states have these numbers. */
static guint
number_of_pair (const Join *join, ParleyIntern *pairs, const guint *states)
{
  gint32 decided = decide_pair (join, states);
  guint certain[2] = { G_MAXUINT, (guint) decided };

  return parley_intern_number (pairs, decided == PARLEY_UNDECIDED ? states : certain);
}

static guint
next_place (const Join *join)
{
  guint place = G_MAXUINT;

  for (guint i = 0; i < 2; i++)
    if (join->at[i] < join->parts[i]->n_levels)
      place = MIN (place, join->parts[i]->places[join->at[i]]);
  return place;
}

/* Sets @reads to which parts read the axis at @place. Returns: how many options it has. */
static guint
who_reads (const Join *join, guint place, gboolean *reads)
{
  guint n_options = 0;

  for (guint i = 0; i < 2; i++)
    {
      const ParleyAutomaton *part = join->parts[i];

      reads[i] = join->at[i] < part->n_levels && part->places[join->at[i]] == place;
      if (reads[i])
        n_options = part->n_options[join->at[i]];
    }
  return n_options;
}

/* Fills one level of @self and returns the pairs of the next. */
static ParleyIntern *
join_level (ParleyAutomaton *self, guint level, Join *join, const ParleyIntern *pairs)
{
  ParleyIntern *next_pairs = parley_intern_new (2 * sizeof (guint));
  guint place = next_place (join);
  gboolean reads[2] = { FALSE, FALSE };
  guint n_options = who_reads (join, place, reads);
  Join after = *join;

  for (guint i = 0; i < 2; i++)
    after.at[i] += (guint) reads[i];
  self->places[level] = place;
  self->n_options[level] = n_options;
  self->n_states[level] = pairs->n;
  self->next[level] = g_new0 (guint, (gsize) pairs->n * n_options);
  for (guint s = 0; s < pairs->n; s++)
    for (guint o = 0; o < n_options; o++)
      {
        guint states[2];

        memcpy (states, parley_intern_record (pairs, s), sizeof states);
        for (guint i = 0; i < 2 && states[0] != G_MAXUINT; i++)
          if (reads[i])
            states[i] = join->parts[i]->next[join->at[i]][states[i] * n_options + o];
        self->next[level][(gsize) s * n_options + o]
            = states[0] == G_MAXUINT ? parley_intern_number (next_pairs, states)
                                     : number_of_pair (&after, next_pairs, states);
      }
  *join = after;
  return next_pairs;
}

/* At the end all pairs are certain: makes the last level lead to outputs 0 and 1. */
static void
join_outputs (ParleyAutomaton *self, const ParleyIntern *pairs)
{
  guint last = self->n_levels - 1;

  for (gsize i = 0; i < (gsize) self->n_states[last] * self->n_options[last]; i++)
    {
      const guint *certain = parley_intern_record (pairs, self->next[last][i]);

      self->next[last][i] = certain[1];
    }
}

static guint
count_places (const ParleyAutomaton *a, const ParleyAutomaton *b)
{
  guint n = 0;

  for (guint i = 0, k = 0; i < a->n_levels || k < b->n_levels; n++)
    {
      guint at_a = i < a->n_levels ? a->places[i] : G_MAXUINT;
      guint at_b = k < b->n_levels ? b->places[k] : G_MAXUINT;

      i += at_a <= at_b;
      k += at_b <= at_a;
    }
  return n;
}

/* Of two that have axes. Returns: (nullable): NULL when it is too wide. */
static ParleyAutomaton *
join_automata (const ParleyAutomaton *a, const ParleyAutomaton *b, gboolean any)
{
  Join join = { { a, b }, { 0, 0 }, any };
  guint n_levels = count_places (a, b);
  g_autoptr(ParleyIntern) pairs = parley_intern_new (2 * sizeof (guint));
  g_autoptr(ParleyAutomaton) self = NULL;

  self = automaton_alloc (n_levels, 2);
  number_of_pair (&join, pairs, (guint[2]){ 0, 0 });
  for (guint level = 0; level < n_levels; level++)
    {
      ParleyIntern *next_pairs = join_level (self, level, &join, pairs);

      parley_intern_free (pairs);
      pairs = next_pairs;
      if (pairs->n > MAX_STATES)
        return NULL;
    }
  join_outputs (self, pairs);
  return finish (g_steal_pointer (&self));
}

/* Whether @self has no axes, and so settles a join or leaves it to the other. */
static gboolean
is_constant (const ParleyAutomaton *self, gboolean settles, gboolean any)
{
  gboolean is_settling = self->decided[0][0] == (any ? 1 : 0);

  return self->n_levels == 0 && is_settling == settles;
}

ParleyAutomaton *
parley_automaton_take_join (ParleyAutomaton *a, ParleyAutomaton *b, gboolean any)
{
  ParleyAutomaton *self = NULL;

  if (a != NULL && b != NULL)
    {
      if (is_constant (a, TRUE, any) || is_constant (b, FALSE, any))
        self = g_steal_pointer (&a);
      else if (is_constant (b, TRUE, any) || is_constant (a, FALSE, any))
        self = g_steal_pointer (&b);
      else
        self = join_automata (a, b, any);
    }
  parley_automaton_free (a);
  parley_automaton_free (b);
  return self;
}

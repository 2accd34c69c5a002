/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/hopes.h"

/* In dimension @d; what follows the states of the next level is known. */
static ParleyScore
most_of (const ParleyHopes *self, const ParleyWatch *watch, guint level, guint s, guint d)
{
  const ParleyAutomaton *automaton = watch->automaton;
  gsize n_dims = self->n_dims;
  gint32 output = automaton->decided[level][s];
  ParleyScore most = 0;

  if (output != PARLEY_UNDECIDED)
    return watch->scores[(gsize) output * n_dims + d];
  for (guint o = 0; o < automaton->n_options[level]; o++)
    {
      guint next = automaton->next[level][(gsize) s * automaton->n_options[level] + o];
      ParleyScore one = self->most[level + 1][next * n_dims + d];

      most = o == 0 ? one : MAX (most, one);
    }
  return most;
}

ParleyHopes *
parley_hopes_new (const ParleyWatch *watch, guint n_dims)
{
  const ParleyAutomaton *automaton = watch->automaton;
  ParleyHopes *self = NULL;

  if (watch->scores == NULL)
    return NULL;
  self = g_new (ParleyHopes, 1);
  self->n_levels = automaton->n_levels;
  self->n_dims = n_dims;
  self->most = g_new0 (ParleyScore *, (gsize) self->n_levels + 1);
  for (guint level = self->n_levels + 1; level-- > 0;)
    {
      gsize n = automaton->n_states[level];

      self->most[level] = g_new0 (ParleyScore, MAX (1, n * n_dims));
      for (guint s = 0; s < n; s++)
        for (guint d = 0; d < n_dims; d++)
          self->most[level][(gsize) s * n_dims + d] = most_of (self, watch, level, s, d);
    }
  return self;
}

void
parley_hopes_free (ParleyHopes *self)
{
  if (self == NULL)
    return;
  for (guint level = 0; level <= self->n_levels; level++)
    g_free (self->most[level]);
  g_free (self->most);
  g_free (self);
}

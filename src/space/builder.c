/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/builder.h"

#include <string.h>

#include "space/builder_part.h"

/* How many conditions a message about a view that is too wide names. */
#define NAMED 5

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
  self->hopes = g_new0 (ParleyHopes *, MAX (1, self->watches->len));
  self->constant = g_new0 (ParleyScore, MAX (1, self->n_dims));
  self->under_way = parley_expansion_new (self);
  return g_steal_pointer (&self);
}

void
parley_builder_free (ParleyBuilder *self)
{
  if (self == NULL)
    return;
  for (guint w = 0; self->hopes != NULL && w < self->watches->len; w++)
    parley_hopes_free (self->hopes[w]);
  g_clear_pointer (&self->watches, g_ptr_array_unref);
  g_clear_pointer (&self->forgets, g_array_unref);
  g_free (self->hopes);
  g_free (self->forgotten);
  g_free (self->order);
  g_free (self->constant);
  parley_expansion_free (self->under_way);
  g_free (self);
}

/* What is already certain before anything is chosen. Returns: FALSE when a demand is broken. */
static gboolean
take_constants (ParleyBuilder *self, gint32 *certain)
{
  memset (self->constant, 0, self->n_dims * sizeof *self->constant);
  for (guint w = 0; w < self->watches->len; w++)
    {
      const ParleyWatch *watch = g_ptr_array_index (self->watches, w);
      gint32 output = watch->automaton->decided[0][0];

      if (watch->outcome != PARLEY_NO_OUTCOME)
        certain[watch->outcome] = output;
      if (output == PARLEY_UNDECIDED)
        continue;
      if (watch->scores != NULL)
        parley_scores_add (self->constant, watch->scores + (gsize) output * self->n_dims,
                           self->n_dims);
      else if (parley_watch_breaks (watch, output))
        return FALSE;
    }
  return TRUE;
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
  g_autofree guint64 *key = g_new0 (guint64, self->n_words);

  parley_intern_number (keys, key);
  return keys;
}

void
parley_builder_forget_after (ParleyBuilder *self, guint watch, guint place)
{
  if (self->forgotten[watch] == PARLEY_NEVER_FORGOTTEN)
    g_array_append_val (self->forgets, watch);
  self->forgotten[watch] = place;
  if (self->hopes[watch] == NULL)
    self->hopes[watch] = parley_hopes_new (g_ptr_array_index (self->watches, watch), self->n_dims);
}

gboolean
parley_builder_is_open (const ParleyBuilder *self, guint watch, guint place)
{
  return self->forgotten[watch] > place
         && parley_watch_is_under_way (g_ptr_array_index (self->watches, watch), place);
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

      if (self->forgotten[w] > place || !parley_watch_is_under_way (watch, place))
        continue;
      kept = (key[watch->word] & watch->mask) >> watch->shift;
      key[watch->word] &= ~watch->mask;
      level = parley_watch_level_after (watch, place);
      if (kept != 0 && hope != NULL)
        parley_hopes_add (self->hopes[w], level, watch->states[level][kept - 1], hope);
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

      if (!parley_watch_is_under_way (watch, place) || n++ >= NAMED)
        continue;
      name = parley_subject_name (self->view->space, watch->subject);
      g_string_append_printf (names, "%s%s", names->len == 0 ? "" : ", ", name);
    }
  if (n > NAMED)
    g_string_append_printf (names, " and %u more", n - NAMED);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

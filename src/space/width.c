/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/width.h"

#include <string.h>

/* Which options of each axis are told apart: equal numbers are not. */
typedef struct
{
  guint   n_places;
  guint **classes; /* [place][option]; NULL: none, or a demand reads the axis */
  guint  *n;       /* [place]: how many classes */
} Classes;

static const ParleyWatch *
watch_at (const ParleyBuilder *builder, guint w)
{
  return g_ptr_array_index (builder->watches, w);
}

static gboolean
is_demand (const ParleyWatch *watch)
{
  return watch->scores == NULL && watch->outcome == PARLEY_NO_OUTCOME;
}

/* [place]: whether a demand reads the axis. */
static gboolean *
find_demanded (const ParleyBuilder *builder, guint n_places)
{
  gboolean *demanded = g_new0 (gboolean, n_places);

  for (guint w = 0; w < builder->watches->len; w++)
    for (guint l = 0; l < watch_at (builder, w)->automaton->n_levels; l++)
      if (is_demand (watch_at (builder, w)))
        demanded[watch_at (builder, w)->automaton->places[l]] = TRUE;
  return demanded;
}

/* Whether the first of the axes of @watch is chosen by @place, and no other. */
static gboolean
has_begun (const ParleyWatch *watch, guint place)
{
  const ParleyAutomaton *automaton = watch->automaton;

  return automaton->n_levels > 1 && automaton->places[0] <= place && automaton->places[1] > place
         && automaton->decided[0][0] == PARLEY_UNDECIDED;
}

/* Tells apart what leaves @watch in different states; those that are certain are one. */
static void
refine (Classes *self, const ParleyWatch *watch)
{
  const ParleyAutomaton *automaton = watch->automaton;
  guint place = automaton->places[0];
  guint n_options = automaton->n_options[0];
  g_autoptr(ParleyIntern) found = parley_intern_new (2 * sizeof (guint32));

  if (self->classes[place] == NULL)
    self->classes[place] = g_new0 (guint, n_options);
  for (guint o = 0; o < n_options; o++)
    {
      guint state = automaton->next[0][o];
      gboolean open = automaton->decided[1][state] == PARLEY_UNDECIDED;
      guint32 pair[2] = { self->classes[place][o], open ? 1 + state : 0 };

      self->classes[place][o] = parley_intern_number (found, pair);
    }
  self->n[place] = found->n;
}

static gsize
multiply (const Classes *self)
{
  gsize product = 1;

  for (guint place = 0; place < self->n_places; place++)
    {
      gsize n = MAX (1, self->n[place]);

      product = product > G_MAXSIZE / n ? G_MAXSIZE : product * n;
    }
  return product;
}

static void
classes_clear (Classes *self)
{
  for (guint place = 0; place < self->n_places; place++)
    g_free (self->classes[place]);
  g_free (self->classes);
  g_free (self->n);
}

/* Whether @watch has begun with an axis that is chosen by @place, and is no demand. */
static gboolean
tells_apart (const ParleyWatch *watch, guint place)
{
  return !is_demand (watch) && has_begun (watch, place);
}

/* Whether some watch does: where hardly any conditions are, hardly any layer needs more than this.
 */
static gboolean
some_tell_apart (const ParleyBuilder *builder, guint place)
{
  for (guint w = 0; w < builder->watches->len; w++)
    if (tells_apart (watch_at (builder, w), place))
      return TRUE;
  return FALSE;
}

/* parley_width_least () where some watch tells options apart. */
static gsize
least_of_classes (const ParleyBuilder *builder, guint place)
{
  guint n_places = builder->view->space->domain->n_axes;
  g_autofree gboolean *demanded = find_demanded (builder, n_places);
  Classes classes = { n_places, g_new0 (guint *, n_places), g_new0 (guint, n_places) };
  gsize least = 0;

  for (guint w = 0; w < builder->watches->len; w++)
    {
      const ParleyWatch *watch = watch_at (builder, w);

      if (tells_apart (watch, place) && !demanded[watch->automaton->places[0]])
        refine (&classes, watch);
    }
  least = multiply (&classes);
  classes_clear (&classes);
  return least;
}

gsize
parley_width_least (const ParleyBuilder *builder, guint place)
{
  return some_tell_apart (builder, place) ? least_of_classes (builder, place) : 1;
}

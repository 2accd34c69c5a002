/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/trace.h"

#include "space/intern.h"

/* Counts in doubles are exact up to here. */
#define EXACT_PATHS 9007199254740992.0

#define ANY_OPTION G_MAXUINT

/* What tells a place apart in its layer. */
typedef struct
{
  gsize node;
  gsize point;
} Key;

/* From a place to one of the next layer, by number. */
typedef struct
{
  guint from;
  guint option;
  guint to;
} Step;

static ParleyIntern *
places_at (const ParleyTrace *self, guint layer)
{
  return g_ptr_array_index (self->places, layer);
}

static const GArray *
steps_at (const ParleyTrace *self, guint layer)
{
  return g_ptr_array_index (self->steps, layer);
}

static void
add_start (ParleyTrace *self, const ParleyScore *objectives)
{
  gsize first = 0, end = 0;

  parley_front_find (parley_fronts_whole (self->fronts), objectives,
                     self->fronts->view->n_objectives, &first, &end);
  for (; first < end; first++)
    parley_intern_number (places_at (self, 0), &(Key){ 0, first });
}

/* Adds what follows place number @from of layer @l by way of @option. */
static void
add_steps (ParleyTrace *self, guint l, guint from, guint option, GArray *next)
{
  const ParleyLayer *layer = &self->fronts->diagram->layers[l];
  Key key = *(const Key *) parley_intern_record (places_at (self, l), from);
  ParleyPlace place = { l, (guint) key.node, key.point };

  g_array_set_size (next, 0);
  parley_fronts_follow (self->fronts, &place, option, next);
  for (guint i = 0; i < next->len; i++)
    {
      Key to = { parley_layer_child (layer, place.node, option), g_array_index (next, gsize, i) };
      Step step = { from, option, parley_intern_number (places_at (self, l + 1), &to) };

      g_array_append_val (g_ptr_array_index (self->steps, l), step);
    }
}

ParleyTrace *
parley_trace_new (const ParleyFronts *fronts, const ParleyScore *objectives)
{
  ParleyTrace *self = g_new0 (ParleyTrace, 1);
  guint n_layers = fronts->diagram->n_layers;
  g_autoptr(GArray) next = g_array_new (FALSE, FALSE, sizeof (gsize));

  self->fronts = fronts;
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_intern_free);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint l = 0; l <= n_layers; l++)
    g_ptr_array_add (self->places, parley_intern_new (sizeof (Key)));
  for (guint l = 0; l < n_layers; l++)
    g_ptr_array_add (self->steps, g_array_new (FALSE, FALSE, sizeof (Step)));
  add_start (self, objectives);
  for (guint l = 0; l < n_layers; l++)
    for (guint p = 0; p < places_at (self, l)->n; p++)
      for (guint o = 0; o < fronts->diagram->layers[l].n_options; o++)
        add_steps (self, l, p, o, next);
  return self;
}

void
parley_trace_free (ParleyTrace *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->places);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

static mpz_t *
counts_new (guint n)
{
  mpz_t *counts = g_new (mpz_t, MAX (1, n));

  for (guint i = 0; i < n; i++)
    mpz_init (counts[i]);
  return counts;
}

static void
counts_free (mpz_t *counts, guint n)
{
  for (guint i = 0; i < n; i++)
    mpz_clear (counts[i]);
  g_free (counts);
}

void
parley_trace_count (const ParleyTrace *self, mpz_ptr count)
{
  guint n_layers = self->fronts->diagram->n_layers;
  guint n = places_at (self, n_layers)->n;
  mpz_t *paths = counts_new (n); /* from each place to the end */

  for (guint i = 0; i < n; i++)
    mpz_set_ui (paths[i], 1);
  for (guint l = n_layers; l-- > 0;)
    {
      const GArray *steps = steps_at (self, l);
      mpz_t *before = counts_new (places_at (self, l)->n);

      for (guint i = 0; i < steps->len; i++)
        {
          const Step *step = &g_array_index (steps, Step, i);

          mpz_add (before[step->from], before[step->from], paths[step->to]);
        }
      counts_free (paths, n);
      paths = before;
      n = places_at (self, l)->n;
    }
  mpz_set_ui (count, 0);
  for (guint i = 0; i < n; i++)
    mpz_add (count, count, paths[i]);
  counts_free (paths, n);
}

typedef struct
{
  const ParleyTrace *trace;
  guint             *layer_of_axis;
  guint             *chosen; /* [layer]: an option, or ANY_OPTION */
  GPtrArray         *found;
  guint              n_most;
} Listing;

/* Whether some path keeps to what is chosen. */
static gboolean
is_possible (const Listing *listing)
{
  const ParleyTrace *trace = listing->trace;
  guint n_layers = trace->fronts->diagram->n_layers;
  gboolean *lives = g_new (gboolean, (gsize) places_at (trace, n_layers)->n + 1);
  gboolean possible = FALSE;

  for (guint i = 0; i < places_at (trace, n_layers)->n; i++)
    lives[i] = TRUE;
  for (guint l = n_layers; l-- > 0;)
    {
      const GArray *steps = steps_at (trace, l);
      gboolean *before = g_new0 (gboolean, (gsize) places_at (trace, l)->n + 1);

      for (guint i = 0; i < steps->len; i++)
        {
          const Step *step = &g_array_index (steps, Step, i);

          before[step->from]
              |= lives[step->to]
                 && (listing->chosen[l] == ANY_OPTION || listing->chosen[l] == step->option);
        }
      g_free (lives);
      lives = before;
    }
  for (guint i = 0; i < places_at (trace, 0)->n; i++)
    possible |= lives[i];
  g_free (lives);
  return possible;
}

/* Chooses an option for @axis and those behind it, and keeps what is possible. */
static void
list_from (Listing *listing, guint axis)
{
  const ParleyDiagram *diagram = listing->trace->fronts->diagram;
  guint layer = 0;

  if (axis == diagram->n_layers)
    {
      guint *options = g_new (guint, (gsize) diagram->n_layers + 1);

      for (guint a = 0; a < diagram->n_layers; a++)
        options[a] = listing->chosen[listing->layer_of_axis[a]];
      g_ptr_array_add (listing->found, options);
      return;
    }
  layer = listing->layer_of_axis[axis];
  for (guint o = 0; o < diagram->layers[layer].n_options && listing->found->len < listing->n_most;
       o++)
    {
      listing->chosen[layer] = o;
      if (is_possible (listing))
        list_from (listing, axis + 1);
    }
  listing->chosen[layer] = ANY_OPTION;
}

GPtrArray *
parley_trace_list (const ParleyTrace *self, guint n_most)
{
  const ParleyDiagram *diagram = self->fronts->diagram;
  g_autofree guint *layer_of_axis = g_new (guint, MAX (1, diagram->n_layers));
  g_autofree guint *chosen = g_new (guint, MAX (1, diagram->n_layers));
  Listing listing
      = { self, layer_of_axis, chosen, g_ptr_array_new_with_free_func (g_free), n_most };

  for (guint l = 0; l < diagram->n_layers; l++)
    {
      layer_of_axis[diagram->layers[l].axis] = l;
      chosen[l] = ANY_OPTION;
    }
  if (places_at (self, 0)->n > 0)
    list_from (&listing, 0);
  return listing.found;
}

void
parley_count_deals_on (const ParleyFronts *fronts, const ParleyScore *objectives, mpz_ptr count)
{
  const ParleyFront *whole = parley_fronts_whole (fronts);
  gsize first = 0, end = 0;
  double sum = 0;

  parley_front_find (whole, objectives, fronts->view->n_objectives, &first, &end);
  for (; first < end; first++)
    sum += whole->n_paths[first];
  if (sum < EXACT_PATHS)
    mpz_set_d (count, sum);
  else
    {
      g_autoptr(ParleyTrace) trace = parley_trace_new (fronts, objectives);

      parley_trace_count (trace, count);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where clues hold as one number moves, and where it may lie. */
#include <math.h>

#include "analysis/chain_part.h"

#define NEAR PARLEY_CHAIN_NEAR

typedef ParleyChainStretch Stretch;

static const Stretch nowhere = { 0, 0 };
static const Stretch everywhere = { 0, PARLEY_BELIEF_WHOLE };

/* The sum of weight times value, and points less reservation times all weight, of all but @number:
 * 0 or more where the corner reaches the reservation. */
static double
margin_without (const ParleyChain *self, guint clue, guint index, guint number)
{
  const ParleyChainSpec *spec = self->spec;
  const double *corner = g_ptr_array_index (spec->corners[clue], index);
  guint floor = spec->reservations[clue];
  double sum = self->sums[self->firsts[clue] + index];
  double weight = parley_chain_whole (self);

  if (number < spec->n_weights)
    sum -= self->values[number] * corner[number];
  if (number < spec->n_weights && !spec->as_written)
    weight -= self->values[number];
  return sum + weight * (corner[spec->n_weights] - (number == floor ? 0 : self->values[floor]));
}

/* Where the corner fits as @number moves: its margin is a line, so from some value on, or up to
 * one. */
static Stretch
find_corner (const ParleyChain *self, guint clue, guint index, guint number)
{
  const ParleyChainSpec *spec = self->spec;
  const ParleyQuantile *quantile = &spec->quantiles[number];
  const double *corner = g_ptr_array_index (spec->corners[clue], index);
  double whole = parley_chain_whole (self);
  double rest = margin_without (self, clue, index, number);
  double slope = 0;
  gboolean reaches = spec->reaches[clue];

  if (number < spec->n_weights)
    slope = corner[number]
            + (spec->as_written ? 0
                                : corner[spec->n_weights] - self->values[spec->reservations[clue]]);
  else if (number == spec->reservations[clue])
    slope = -whole;
  if (fabs (slope) < NEAR)
    return (rest >= -NEAR * whole) == reaches ? everywhere : nowhere;
  if ((slope > 0) == reaches)
    return (Stretch){ parley_quantile_find (quantile, -rest / slope, !reaches),
                      PARLEY_BELIEF_WHOLE };
  return (Stretch){ 0, parley_quantile_find (quantile, -rest / slope, reaches) };
}

static void
add_stretch (GArray *stretches, Stretch stretch)
{
  if (stretch.from < stretch.to)
    g_array_append_val (stretches, stretch);
}

/* Up to two stretches, where one corner fits or every one. */
static void
add_corners (const ParleyChain *self, guint clue, guint number, GArray *stretches)
{
  const GPtrArray *corners = self->spec->corners[clue];
  Stretch both = everywhere;
  Stretch low = nowhere;
  Stretch high = { PARLEY_BELIEF_WHOLE, PARLEY_BELIEF_WHOLE };

  for (guint c = 0; c < corners->len; c++)
    {
      Stretch one = find_corner (self, clue, c, number);

      both = (Stretch){ fmax (both.from, one.from), fmin (both.to, one.to) };
      if (one.from == 0)
        low.to = fmax (low.to, one.to);
      else
        high.from = fmin (high.from, one.from);
    }
  if (self->spec->every[clue])
    {
      add_stretch (stretches, both);
      return;
    }
  add_stretch (stretches, low);
  add_stretch (stretches, (Stretch){ fmax (low.to, high.from), high.to });
}

static int
compare_stretches (gconstpointer a, gconstpointer b)
{
  const Stretch *x = a;
  const Stretch *y = b;

  return (x->from > y->from) - (x->from < y->from);
}

/* Where both corners of some pair fit; where those of several do, once. */
static void
add_pairs (const ParleyChain *self, guint clue, guint number, GArray *found)
{
  g_autoptr(GArray) stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  Stretch open = nowhere;

  for (guint c = 0; c < self->spec->corners[clue]->len; c += 2)
    {
      Stretch one = find_corner (self, clue, c, number);
      Stretch other = find_corner (self, clue, c + 1, number);

      add_stretch (stretches, (Stretch){ fmax (one.from, other.from), fmin (one.to, other.to) });
    }
  g_array_sort (stretches, compare_stretches);
  for (guint s = 0; s < stretches->len; s++)
    {
      Stretch next = g_array_index (stretches, Stretch, s);

      if (next.from > open.to)
        {
          add_stretch (found, open);
          open = next;
        }
      open.to = fmax (open.to, next.to);
    }
  add_stretch (found, open);
}

void
parley_chain_find_clue (const ParleyChain *self, guint clue, guint number, GArray *stretches)
{
  if (self->spec->paired[clue])
    add_pairs (self, clue, number, stretches);
  else
    add_corners (self, clue, number, stretches);
}

ParleyChainStretch
parley_chain_find_room (const ParleyChain *self, guint number)
{
  const ParleyChainSpec *spec = self->spec;
  const ParleyQuantile *quantile = &spec->quantiles[number];
  double low = 0;
  double high = INFINITY;
  Stretch room = everywhere;

  if (number >= spec->n_weights || spec->as_written)
    return everywhere;
  if (spec->places == NULL)
    /* The only weight that there is cannot be none: shares are parts of something. */
    return (Stretch){ self->weight_sum - self->values[number] < NEAR
                          ? parley_quantile_find (quantile, 0, TRUE)
                          : 0,
                      PARLEY_BELIEF_WHOLE };
  for (guint i = 0; i < spec->n_weights; i++)
    {
      if (spec->places[i] > spec->places[number])
        low = fmax (low, self->values[i]);
      if (spec->places[i] < spec->places[number])
        high = fmin (high, self->values[i]);
    }
  room.from = parley_quantile_find (quantile, low, FALSE);
  room.to = parley_quantile_find (quantile, high, TRUE);
  /* What rounding has crossed. */
  room.to = fmax (room.from, room.to);
  return room;
}

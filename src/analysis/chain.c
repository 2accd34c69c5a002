/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/chain.h"

#include <math.h>
#include <stdlib.h>

#include "base/random.h"

/* Rounds in which a chain comes to agree with its clues: first they may be wrong about as often
 * as not, then less and less. */
#define WARM_ROUNDS 200
#define FIRST_SLIP  0.3
#define LAST_SLIP   1e-9

/* More rounds without slips until all clues fit, and in any case so many. */
#define MOST_ROUNDS 2000
#define COLD_ROUNDS 50

/* A score is on the reservation when it is nearer than that, in points times weight. */
#define NEAR 1e-9

/* What weights are shares of. */
static double
whole_of (const ParleyChain *self)
{
  return self->spec->as_written ? 1 : self->weight_sum;
}

double
parley_chain_number (const ParleyChain *self, guint number)
{
  return number < self->spec->n_weights ? self->values[number] / whole_of (self)
                                        : self->values[number];
}

/* The sum of weight times value, and points and reservation times all weight: 0 or more where the
 * corner reaches the reservation. @without: a number that is left out, or n_numbers. */
static double
margin_without (const ParleyChain *self, guint clue, const double *corner, guint without)
{
  const ParleyChainSpec *spec = self->spec;
  guint floor = spec->reservations[clue];
  double sum = 0;
  double weight = whole_of (self);

  for (guint i = 0; i < spec->n_weights; i++)
    if (i != without)
      sum += self->values[i] * corner[i];
  if (without < spec->n_weights && !spec->as_written)
    weight -= self->values[without];
  return sum + weight * (corner[spec->n_weights] - (without == floor ? 0 : self->values[floor]));
}

static gboolean
fits_corner (const ParleyChain *self, guint clue, const double *corner)
{
  double margin = margin_without (self, clue, corner, self->spec->n_numbers);

  return (margin >= -NEAR * whole_of (self)) == self->spec->reaches[clue];
}

gboolean
parley_chain_fits (const ParleyChain *self, guint clue)
{
  const ParleyChainSpec *spec = self->spec;
  const GPtrArray *corners = spec->corners[clue];
  guint n_together = spec->every[clue] ? corners->len : spec->paired[clue] ? 2 : 1;

  for (guint first = 0; first < corners->len; first += n_together)
    {
      guint n_fit = 0;

      for (guint c = first; c < first + n_together; c++)
        n_fit += fits_corner (self, clue, g_ptr_array_index (corners, c));
      if (n_fit == n_together)
        return TRUE;
    }
  return FALSE;
}

/* Where clues hold, as the random numbers of one number for which they do: from the first end to
 * the second. */
typedef struct
{
  double from;
  double to;
} Stretch;

static const Stretch nowhere = { 0, 0 };
static const Stretch everywhere = { 0, PARLEY_BELIEF_WHOLE };

/* Where the corner fits as @number moves: its margin is a line, so from some value on, or up to
 * one. */
static Stretch
find_corner (const ParleyChain *self, guint clue, const double *corner, guint number)
{
  const ParleyChainSpec *spec = self->spec;
  const ParleyQuantile *quantile = &spec->quantiles[number];
  double rest = margin_without (self, clue, corner, number);
  double slope = 0;
  gboolean reaches = spec->reaches[clue];

  if (number < spec->n_weights)
    slope = corner[number]
            + (spec->as_written ? 0
                                : corner[spec->n_weights] - self->values[spec->reservations[clue]]);
  else if (number == spec->reservations[clue])
    slope = -whole_of (self);
  if (fabs (slope) < NEAR)
    return (rest >= -NEAR * whole_of (self)) == reaches ? everywhere : nowhere;
  if ((slope > 0) == reaches)
    return (Stretch){ parley_quantile_find (quantile, -rest / slope, !reaches),
                      PARLEY_BELIEF_WHOLE };
  return (Stretch){ 0, parley_quantile_find (quantile, -rest / slope, reaches) };
}

/* Sets up to two stretches, the second behind the first. */
static void
find_clue (const ParleyChain *self, guint clue, guint number, Stretch stretches[2])
{
  const GPtrArray *corners = self->spec->corners[clue];
  Stretch both = everywhere;
  Stretch low = nowhere;
  Stretch high = { PARLEY_BELIEF_WHOLE, PARLEY_BELIEF_WHOLE };

  for (guint c = 0; c < corners->len; c++)
    {
      Stretch one = find_corner (self, clue, g_ptr_array_index (corners, c), number);

      both = (Stretch){ fmax (both.from, one.from), fmin (both.to, one.to) };
      if (one.from == 0)
        low.to = fmax (low.to, one.to);
      else
        high.from = fmin (high.from, one.from);
    }
  if (self->spec->every[clue])
    low = both.from < both.to ? both : nowhere;
  stretches[0] = low;
  stretches[1] = self->spec->every[clue] || high.from <= low.to
                     ? (Stretch){ low.to, self->spec->every[clue] ? low.to : high.to }
                     : high;
}

/* Drawing a number anew */

/* Where the count of clues that do not fit changes, and by how much. */
typedef struct
{
  double at;
  int    by;
} Step;

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  const Step *x = a;
  const Step *y = b;

  return (x->at > y->at) - (x->at < y->at);
}

static void
add_stretch (GArray *steps, Stretch stretch)
{
  const Step ends[2] = { { stretch.from, -1 }, { stretch.to, 1 } };

  if (stretch.from < stretch.to)
    g_array_append_vals (steps, ends, 2);
}

/* Where weights that there are, and their places, leave room for @number. */
static Stretch
find_room (const ParleyChain *self, guint number)
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

static int
compare_stretches (gconstpointer a, gconstpointer b)
{
  const Stretch *x = a;
  const Stretch *y = b;

  return (x->from > y->from) - (x->from < y->from);
}

/* Where both corners of some pair fit; where those of several do, once. */
static void
add_pairs (const ParleyChain *self, guint clue, guint number, GArray *steps)
{
  const GPtrArray *corners = self->spec->corners[clue];
  g_autoptr(GArray) stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  Stretch open = nowhere;

  for (guint c = 0; c < corners->len; c += 2)
    {
      Stretch one = find_corner (self, clue, g_ptr_array_index (corners, c), number);
      Stretch other = find_corner (self, clue, g_ptr_array_index (corners, c + 1), number);
      const Stretch both = { fmax (one.from, other.from), fmin (one.to, other.to) };

      if (both.from < both.to)
        g_array_append_val (stretches, both);
    }
  g_array_sort (stretches, compare_stretches);
  for (guint s = 0; s < stretches->len; s++)
    {
      Stretch next = g_array_index (stretches, Stretch, s);

      if (next.from > open.to)
        {
          add_stretch (steps, open);
          open = next;
        }
      open.to = fmax (open.to, next.to);
    }
  add_stretch (steps, open);
}

/* As many as there are in @room, in the order of the random numbers; the last at its end. */
static GArray *
list_steps (const ParleyChain *self, guint n_clues, guint number, Stretch room)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (Step));
  const Step end = { room.to, 0 };

  for (guint l = 0; l < n_clues; l++)
    {
      Stretch stretches[2];

      if (self->spec->paired[l])
        {
          add_pairs (self, l, number, steps);
          continue;
        }
      find_clue (self, l, number, stretches);
      add_stretch (steps, stretches[0]);
      add_stretch (steps, stretches[1]);
    }
  for (guint s = 0; s < steps->len; s++)
    {
      Step *step = &g_array_index (steps, Step, s);

      step->at = fmin (fmax (step->at, room.from), room.to);
    }
  g_array_append_val (steps, end);
  g_array_sort (steps, compare_steps);
  return steps;
}

/* How likely random numbers are in a stretch in which so many clues do not fit, against one where
 * so many fewer do not. Logarithms, because of many clues nothing would be left. */
static double
weigh (const ParleyChain *self, double length, guint n_misfits, guint fewest)
{
  if (n_misfits == fewest)
    return length;
  return self->slip > 0
             ? length * exp ((n_misfits - fewest) * (log (self->slip) - log1p (-self->slip)))
             : 0;
}

static guint
count_fewest (const GArray *steps, guint n_clues, double from)
{
  guint count = n_clues;
  guint fewest = G_MAXUINT;
  double at = from;

  for (guint s = 0; s < steps->len; s++)
    {
      const Step *step = &g_array_index (steps, Step, s);

      if (step->at > at)
        fewest = MIN (fewest, count);
      at = step->at;
      count = (guint) ((int) count + step->by);
    }
  return fewest;
}

/* The random number below which the share @unit of all likelihood from @from on lies. */
static double
choose (const ParleyChain *self, const GArray *steps, guint n_clues, double from, double unit)
{
  guint fewest = count_fewest (steps, n_clues, from);
  double total = 0;
  double chosen = from;

  for (int pass = 0; pass < 2; pass++)
    {
      guint count = n_clues;
      double at = from;
      double sum = 0;

      for (guint s = 0; s < steps->len; s++)
        {
          const Step *step = &g_array_index (steps, Step, s);
          double length = step->at - at;
          double weight = weigh (self, length, count, fewest);

          if (pass == 1 && weight > 0)
            {
              chosen = at + length * fmin (1, (unit * total - sum) / weight);
              if (sum + weight >= unit * total)
                return chosen;
            }
          sum += weight;
          at = step->at;
          count = (guint) ((int) count + step->by);
        }
      total = sum;
    }
  return chosen;
}

static guint32
next_random (ParleyChain *self)
{
  guint32 numbers[4];
  guint32 n = self->n_taken++;

  parley_random_block (self->seed, self->index, PARLEY_RANDOM_CHAINS, n / 4, numbers);
  return numbers[n % 4];
}

double
parley_chain_unit (ParleyChain *self)
{
  return parley_random_unit (next_random (self));
}

static void
set_number (ParleyChain *self, guint number, guint32 random)
{
  double value = parley_quantile_value (&self->spec->quantiles[number], random);

  if (number < self->spec->n_weights)
    self->weight_sum += value - self->values[number];
  self->values[number] = value;
}

static void
redraw (ParleyChain *self, guint n_clues, guint number)
{
  Stretch room = find_room (self, number);
  g_autoptr(GArray) steps = NULL;
  double random = 0;

  if (self->spec->quantiles[number].guess == NULL && !self->spec->quantiles[number].free)
    return;
  steps = list_steps (self, n_clues, number, room);
  random = choose (self, steps, n_clues, room.from, parley_chain_unit (self));
  set_number (self, number, (guint32) fmin (fmax (random, 0), PARLEY_BELIEF_WHOLE - 1));
}

static void
sum_up (ParleyChain *self)
{
  self->weight_sum = 0;
  for (guint i = 0; i < self->spec->n_weights; i++)
    self->weight_sum += self->values[i];
}

void
parley_chain_go (ParleyChain *self, guint n_clues, guint n_rounds)
{
  for (guint r = 0; r < n_rounds; r++)
    {
      for (guint i = 0; i < self->spec->n_numbers; i++)
        redraw (self, n_clues, i);
      /* What rounding has left over. */
      sum_up (self);
    }
}

static gboolean
fits_all (const ParleyChain *self, guint n_clues)
{
  for (guint l = 0; l < n_clues; l++)
    if (!parley_chain_fits (self, l))
      return FALSE;
  return TRUE;
}

/* Slips become rarer from round to round until they are as rare as they are believed to be. */
static gboolean
warm_up (ParleyChain *self, guint n_clues)
{
  double step = pow (fmax (self->spec->slip, LAST_SLIP) / FIRST_SLIP, 1.0 / WARM_ROUNDS);
  guint n_rounds = 0;

  self->slip = FIRST_SLIP;
  for (guint r = 0; r < WARM_ROUNDS; r++, self->slip *= step)
    parley_chain_go (self, n_clues, 1);
  self->slip = self->spec->slip;
  while (self->slip <= 0 && !fits_all (self, n_clues) && n_rounds++ < MOST_ROUNDS)
    {
      self->slip = LAST_SLIP;
      parley_chain_go (self, n_clues, 1);
      self->slip = 0;
    }
  parley_chain_go (self, n_clues, COLD_ROUNDS);
  return self->slip > 0 || fits_all (self, n_clues);
}

/* A weight to be put in its place. */
typedef struct
{
  guint  weight;
  guint  place;
  double value;
} Placed;

static int
compare_values (const void *a, const void *b)
{
  const Placed *x = a;
  const Placed *y = b;

  return (x->value < y->value) - (x->value > y->value);
}

/* The heavier first within a place. */
static int
compare_places (const void *a, const void *b)
{
  const Placed *x = a;
  const Placed *y = b;

  return x->place != y->place ? (x->place > y->place) - (x->place < y->place)
                              : compare_values (a, b);
}

/* Gives the heaviest values to the first place, and so on: any order of them was as likely. Those
 * of one place stay in the order in which they are. */
static void
put_in_place (ParleyChain *self)
{
  guint n = self->spec->n_weights;
  g_autofree Placed *weights = g_new (Placed, n);
  g_autofree Placed *values = NULL;

  for (guint i = 0; i < n; i++)
    weights[i] = (Placed){ i, self->spec->places[i], self->values[i] };
  values = g_memdup2 (weights, n * sizeof *weights);
  qsort (weights, n, sizeof *weights, compare_places);
  qsort (values, n, sizeof *values, compare_values);
  for (guint i = 0; i < n; i++)
    self->values[weights[i].weight] = values[i].value;
}

void
parley_chain_start_over (ParleyChain *self)
{
  /* Weights that are all none have no shares. */
  do
    {
      for (guint i = 0; i < self->spec->n_numbers; i++)
        self->values[i] = parley_quantile_value (&self->spec->quantiles[i], next_random (self));
      sum_up (self);
    }
  while (!self->spec->as_written && self->weight_sum < NEAR);
  if (self->spec->places != NULL)
    put_in_place (self);
}

ParleyChain *
parley_chain_new_believed (const ParleyChainSpec *spec, guint64 seed, guint64 index)
{
  ParleyChain *self = g_new0 (ParleyChain, 1);

  self->spec = spec;
  self->seed = seed;
  self->index = index;
  self->values = g_new0 (double, spec->n_numbers + 1);
  parley_chain_start_over (self);
  return self;
}

ParleyChain *
parley_chain_new (const ParleyChainSpec *spec, guint n_clues, guint64 seed, guint64 index)
{
  g_autoptr(ParleyChain) self = parley_chain_new_believed (spec, seed, index);

  return warm_up (self, n_clues) ? g_steal_pointer (&self) : NULL;
}

void
parley_chain_free (ParleyChain *self)
{
  if (self == NULL)
    return;
  g_free (self->values);
  g_free (self);
}

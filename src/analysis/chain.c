/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/chain.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/chain_part.h"
#include "base/random.h"

/* Rounds in which a chain comes to agree with its clues: first they may be wrong about as often
 * as not, then less and less. */
#define WARM_ROUNDS 200
#define FIRST_SLIP  0.3
#define LAST_SLIP   1e-9

/* More rounds without slips until all clues fit, and in any case so many. */
#define MOST_ROUNDS 2000
#define COLD_ROUNDS 50

double
parley_chain_whole (const ParleyChain *self)
{
  return self->spec->as_written ? 1 : self->weight_sum;
}

double
parley_chain_number (const ParleyChain *self, guint number)
{
  return number < self->spec->n_weights ? self->values[number] / parley_chain_whole (self)
                                        : self->values[number];
}

static double
weigh_values (const ParleyChain *self, const double *corner)
{
  double sum = 0;

  for (guint i = 0; i < self->spec->n_weights; i++)
    sum += self->values[i] * corner[i];
  return sum;
}

static gboolean
fits_corner (const ParleyChain *self, guint clue, const double *corner)
{
  double whole = parley_chain_whole (self);
  double over = corner[self->spec->n_weights] - self->values[self->spec->reservations[clue]];
  double margin = weigh_values (self, corner) + whole * over;

  return (margin >= -PARLEY_CHAIN_NEAR * whole) == self->spec->reaches[clue];
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

double
parley_chain_believe (ParleyChain *self, guint number)
{
  return parley_quantile_value (&self->spec->quantiles[number], next_random (self));
}

void
parley_chain_sum_up (ParleyChain *self)
{
  self->weight_sum = 0;
  for (guint i = 0; i < self->spec->n_weights; i++)
    self->weight_sum += self->values[i];
}

static void
sum_corners (ParleyChain *self, guint n_clues)
{
  for (guint l = 0; l < n_clues; l++)
    for (guint c = 0; c < self->spec->corners[l]->len; c++)
      self->sums[self->firsts[l] + c]
          = weigh_values (self, g_ptr_array_index (self->spec->corners[l], c));
}

static void
set_weight (ParleyChain *self, guint n_clues, guint number, double value)
{
  double change = value - self->values[number];

  self->weight_sum += change;
  for (guint l = 0; l < n_clues; l++)
    for (guint c = 0; c < self->spec->corners[l]->len; c++)
      {
        const double *corner = g_ptr_array_index (self->spec->corners[l], c);

        self->sums[self->firsts[l] + c] += change * corner[number];
      }
}

static void
redraw (ParleyChain *self, guint n_clues, guint number)
{
  const ParleyQuantile *quantile = &self->spec->quantiles[number];
  double value = 0;

  if (quantile->guess == NULL && !quantile->free)
    return;
  value = parley_quantile_value (quantile, parley_chain_choose (self, n_clues, number,
                                                                parley_chain_unit (self)));
  if (number < self->spec->n_weights)
    set_weight (self, n_clues, number, value);
  self->values[number] = value;
}

void
parley_chain_go (ParleyChain *self, guint n_clues, guint n_rounds)
{
  for (guint r = 0; r < n_rounds; r++)
    {
      parley_chain_leap (self, n_clues);
      sum_corners (self, n_clues);
      for (guint i = 0; i < self->spec->n_numbers; i++)
        redraw (self, n_clues, i);
      parley_chain_sum_up (self);
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
        self->values[i] = parley_chain_believe (self, i);
      parley_chain_sum_up (self);
    }
  while (!self->spec->as_written && self->weight_sum < PARLEY_CHAIN_NEAR);
  if (self->spec->places != NULL)
    put_in_place (self);
}

/* Room for what a step works on. */
static void
make_room (ParleyChain *self)
{
  guint n_corners = 0;

  self->firsts = g_new0 (guint, self->spec->n_clues + 1);
  for (guint l = 0; l < self->spec->n_clues; l++)
    {
      self->firsts[l] = n_corners;
      n_corners += self->spec->corners[l]->len;
    }
  self->sums = g_new0 (double, n_corners + 1);
  self->stretches = g_array_new (FALSE, FALSE, sizeof (ParleyChainStretch));
  self->steps = g_array_new (FALSE, FALSE, sizeof (ParleyChainStep));
}

ParleyChain *
parley_chain_new_believed (const ParleyChainSpec *spec, guint64 seed, guint64 index)
{
  ParleyChain *self = g_new0 (ParleyChain, 1);

  self->spec = spec;
  self->seed = seed;
  self->index = index;
  self->values = g_new0 (double, spec->n_numbers + 1);
  make_room (self);
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
  g_array_unref (self->steps);
  g_array_unref (self->stretches);
  g_free (self->sums);
  g_free (self->firsts);
  g_free (self->values);
  g_free (self);
}

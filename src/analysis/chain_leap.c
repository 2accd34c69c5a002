/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps of several numbers at once, from one region that fits to another: between them there may be
 * no way on which one number moves at a time. */
#include <math.h>
#include <string.h>

#include "analysis/chain_part.h"

static guint
count_misfits (const ParleyChain *self, guint n_clues)
{
  guint n = 0;

  for (guint l = 0; l < n_clues; l++)
    n += !parley_chain_fits (self, l);
  return n;
}

static gboolean
is_in_place (const ParleyChain *self)
{
  const ParleyChainSpec *spec = self->spec;

  for (guint i = 0; spec->places != NULL && i < spec->n_weights; i++)
    for (guint j = 0; j < spec->n_weights; j++)
      if (spec->places[i] < spec->places[j] && self->values[i] < self->values[j])
        return FALSE;
  return TRUE;
}

/* Draws two numbers anew, which may be the same. Returns: whether these can be. */
static gboolean
redraw_two (ParleyChain *self)
{
  for (guint k = 0; k < 2; k++)
    {
      guint i = (guint) (parley_chain_unit (self) * self->spec->n_numbers);

      self->values[i] = parley_chain_believe (self, i);
    }
  parley_chain_sum_up (self);
  return (self->spec->as_written || self->weight_sum >= PARLEY_CHAIN_NEAR) && is_in_place (self);
}

/* Whether new numbers, which @after clues do not fit, replace those that @before do not: by the
 * ratio of their likelihoods. */
static gboolean
takes (ParleyChain *self, guint before, guint after)
{
  if (self->slip <= 0)
    return after == 0;
  return parley_chain_unit (self) < pow (self->slip / (1 - self->slip), (double) after - before);
}

void
parley_chain_leap (ParleyChain *self, guint n_clues)
{
  gsize size = self->spec->n_numbers * sizeof *self->values;
  g_autofree double *values = g_memdup2 (self->values, size);
  guint n_misfits = count_misfits (self, n_clues);
  gboolean can_be = TRUE;

  if (parley_chain_unit (self) < 0.5)
    parley_chain_start_over (self);
  else
    can_be = redraw_two (self);
  if (can_be && takes (self, n_misfits, count_misfits (self, n_clues)))
    return;
  memcpy (self->values, values, size);
  parley_chain_sum_up (self);
}

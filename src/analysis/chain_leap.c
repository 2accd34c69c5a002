/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps of all numbers at once, from one region that fits to another: between them there may be no
 * way on which one number moves at a time. */
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

  parley_chain_start_over (self);
  if (takes (self, n_misfits, count_misfits (self, n_clues)))
    return;
  memcpy (self->values, values, size);
  parley_chain_sum_up (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which random number a chain takes next, by how many clues do not fit where. */
#include <math.h>

#include "analysis/chain_part.h"

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  const ParleyChainStep *x = a;
  const ParleyChainStep *y = b;

  return (x->at > y->at) - (x->at < y->at);
}

static void
add_step (GArray *steps, double at, int by)
{
  const ParleyChainStep step = { at, by };

  g_array_append_val (steps, step);
}

/* Sets the chain's steps to those within @room, in the order of the random numbers, and one at its
 * end. Returns: how many clues do not fit where it begins. */
static guint
list_steps (ParleyChain *self, guint n_clues, guint number, ParleyChainStretch room)
{
  GArray *steps = self->steps;
  guint n_misfits = n_clues;

  g_array_set_size (self->stretches, 0);
  g_array_set_size (steps, 0);
  for (guint l = 0; l < n_clues; l++)
    parley_chain_find_clue (self, l, number, self->stretches);
  for (guint s = 0; s < self->stretches->len; s++)
    {
      const ParleyChainStretch *stretch = &g_array_index (self->stretches, ParleyChainStretch, s);

      if (stretch->from >= room.to || stretch->to <= room.from)
        continue;
      if (stretch->from <= room.from)
        n_misfits--;
      else
        add_step (steps, stretch->from, -1);
      if (stretch->to < room.to)
        add_step (steps, stretch->to, 1);
    }
  g_array_sort (steps, compare_steps);
  add_step (steps, room.to, 0);
  return n_misfits;
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
count_fewest (const GArray *steps, guint n_misfits, double from)
{
  guint count = n_misfits;
  guint fewest = G_MAXUINT;
  double at = from;

  for (guint s = 0; s < steps->len; s++)
    {
      const ParleyChainStep *step = &g_array_index (steps, ParleyChainStep, s);

      if (step->at > at)
        fewest = MIN (fewest, count);
      at = step->at;
      count = (guint) ((int) count + step->by);
    }
  return fewest;
}

/* The random number below which the share @unit of all likelihood from @from on lies. */
static double
choose (const ParleyChain *self, const GArray *steps, guint n_misfits, double from, double unit)
{
  guint fewest = count_fewest (steps, n_misfits, from);
  double total = 0;
  double chosen = from;

  for (int pass = 0; pass < 2; pass++)
    {
      guint count = n_misfits;
      double at = from;
      double sum = 0;

      for (guint s = 0; s < steps->len; s++)
        {
          const ParleyChainStep *step = &g_array_index (steps, ParleyChainStep, s);
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

guint32
parley_chain_choose (ParleyChain *self, guint n_clues, guint number, double unit)
{
  ParleyChainStretch room = parley_chain_find_room (self, number);
  guint n_misfits = list_steps (self, n_clues, number, room);
  double random = choose (self, self->steps, n_misfits, room.from, unit);

  return (guint32) fmin (fmax (random, 0), PARLEY_BELIEF_WHOLE - 1);
}

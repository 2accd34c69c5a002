/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/rank_tree.h"

#include <string.h>

#define WIDTH 16
#define WIDTH_BITS 4

/* So many times as much is added as asked for where adding is to be cheap. When they alternate,
 * asking would wait for what was just added. */
#define MANY_ADDS 4

/* The counters of a node: vectors, because in loops the compiler must find the vector
 * operations by itself, and gcc 12 loses them when it optimises most. */
typedef guint32 Node __attribute__ ((vector_size (WIDTH * sizeof (guint32))));

/* From the one at WIDTH - i on, WIDTH of these are a mask of the children before child i. */
#define ONES ~(guint32) 0
static const guint32 before[2 * WIDTH] = { ONES, ONES, ONES, ONES, ONES, ONES, ONES, ONES,
                                           ONES, ONES, ONES, ONES, ONES, ONES, ONES, ONES };

/* Sets where the levels start. Returns: how many counters there are. */
static gsize
lay_out (ParleyRankTree *self, gsize n_ranks)
{
  gsize n_children = n_ranks + 1; /* a floor may be above all ranks */
  gsize n_counters = 0;

  self->n_levels = 0;
  do
    {
      gsize n_nodes = (n_children + WIDTH - 1) / WIDTH;

      self->starts[self->n_levels++] = n_counters;
      n_counters += n_nodes * WIDTH;
      n_children = n_nodes;
    }
  while (n_children > 1);
  return n_counters;
}

void
parley_rank_tree_init (ParleyRankTree *self, gsize n_ranks)
{
  gsize size = lay_out (self, n_ranks) * sizeof (guint32);

  self->block = g_malloc (size + sizeof (Node) - 1);
  self->counters
      = (guint32 *) (gpointer) ((guint8 *) self->block + -(guintptr) self->block % sizeof (Node));
}

void
parley_rank_tree_clear (ParleyRankTree *self)
{
  g_clear_pointer (&self->block, g_free);
}

void
parley_rank_tree_reset (ParleyRankTree *self, gsize n_ranks)
{
  self->is_plain = FALSE;
  memset (self->counters, 0, lay_out (self, n_ranks) * sizeof (guint32));
}

void
parley_rank_tree_reset_for (ParleyRankTree *self, gsize n_ranks, gsize n_adds, gsize n_asks)
{
  parley_rank_tree_reset (self, n_ranks);
  self->is_plain = n_adds / MANY_ADDS > n_asks;
}

static void
add (ParleyRankTree *self, guint32 child)
{
  Node *nodes = (gpointer) self->counters;

  for (guint level = 0; level < self->n_levels; level++)
    {
      Node mask;

      memcpy (&mask, before + WIDTH - child % WIDTH, sizeof mask);
      child >>= WIDTH_BITS;
      nodes[self->starts[level] / WIDTH + child] -= mask; /* which is -1 where it is set */
    }
}

static void
add_plain (ParleyRankTree *self, guint32 child)
{
  for (guint level = 0; level < self->n_levels; level++)
    self->counters[self->starts[level] + (child >> WIDTH_BITS * level)]++;
}

/* What was added to the siblings above, on each level. */
static guint64
reaching_plain (const ParleyRankTree *self, guint32 child)
{
  const Node *nodes = (gconstpointer) self->counters;
  Node sums = { 0 };
  guint64 sum = 0;

  for (guint level = 0; level < self->n_levels; level++)
    {
      Node mask;

      memcpy (&mask, before + WIDTH - 1 - child % WIDTH, sizeof mask);
      child >>= WIDTH_BITS;
      sums += nodes[self->starts[level] / WIDTH + child] & ~mask;
    }
  for (guint i = 0; i < WIDTH; i++)
    sum += sums[i];
  return sum;
}

/* A rank is added one higher, because it reaches the floor of its own number too. */
void
parley_rank_tree_add (ParleyRankTree *self, guint32 rank)
{
  if (self->is_plain)
    add_plain (self, rank + 1);
  else
    add (self, rank + 1);
}

guint64
parley_rank_tree_reaching (const ParleyRankTree *self, guint32 floor)
{
  guint64 sum = 0;

  if (self->is_plain)
    return reaching_plain (self, floor);
  for (guint level = 0; level < self->n_levels; level++)
    sum += self->counters[self->starts[level] + (floor >> WIDTH_BITS * level)];
  return sum;
}

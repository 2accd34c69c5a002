/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * ParleyRankTree:
 *
 * Points by rank, fewer than 2^32, and how many of them reach a floor.
 *
 * A node has 16 children and a counter for each, which holds what was added to the
 * siblings above that child. So an answer is the sum of one counter a level, and adding
 * changes one node a level, in a few vector operations. This is the binary indexed tree
 * (P. Fenwick, "A new data structure for cumulative frequency tables", Software:
 * Practice and Experience 24, 1994) with 16 branches for 2, and touches a quarter of the
 * cache lines.
 *
 * Cost: O(log n) for adding and for asking, O(n) for clearing. Memory, for n ranks: 4.3 n
 * bytes.
 */
typedef struct
{
  gpointer block;
  guint32 *counters; /* in @block, from the start of a cache line */
  gboolean is_plain; /* a counter holds what was added to its own child */
  guint    n_levels;
  gsize    starts[8]; /* of the levels among the counters, the leaves first: for 2^31 ranks */
} ParleyRankTree;

/* Makes room for @n_ranks ranks. */
void parley_rank_tree_init  (ParleyRankTree *self, gsize n_ranks);
void parley_rank_tree_clear (ParleyRankTree *self);

/* Empties it for ranks below @n_ranks, which are not more than it has room for. */
void parley_rank_tree_reset (ParleyRankTree *self, gsize n_ranks);

/* The same for being asked @n_asks times about @n_adds points. Where these are many more, counters
 * hold what was added to their own child: then adding changes one counter a level, and asking
 * takes a node a level, so it is the other way round. */
void parley_rank_tree_reset_for (ParleyRankTree *self, gsize n_ranks, gsize n_adds, gsize n_asks);

void parley_rank_tree_add (ParleyRankTree *self, guint32 rank);

/* Has what belongs to @rank brought near, for when it will be added or asked for. */
static inline void
parley_rank_tree_fetch (const ParleyRankTree *self, guint32 rank)
{
  __builtin_prefetch (self->counters + self->starts[0] + rank, 1);
}

/* How many are at @floor or above; @floor may be the number of ranks. */
guint64 parley_rank_tree_reaching (const ParleyRankTree *self, guint32 floor);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ParleyRankTree, parley_rank_tree_clear)

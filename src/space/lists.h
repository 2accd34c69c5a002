/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/rank_tree.h"

/**
 * ParleyLists:
 *
 * Two lists, of floors and of points, to be counted against each other: which points reach
 * (are not below) a floor in every dimension. For each dimension both stand in one column of
 * keys, floors first, and a point reaches a floor where its key is not less. The room is used
 * for one pair of lists after the other.
 */
typedef struct
{
  guint          n_dims;
  gsize          most;     /* floors and points together */
  gsize          n_floors; /* of the pair that is counted */
  gsize          n_points;
  guint32      **keys;   /* [dim][floor, or n_floors + point] */
  guint32       *highest; /* [dim]: no key is above it */
  guint64       *items;  /* [2 * entry]: room to sort in; NULL while there is no need for it */
  const guint64 *sorted; /* two dimensions: in @items, entries in the order of the first, floors
                          * first among equal ones, each below its key of the second */
  ParleyRankTree tree;
} ParleyLists;

/* Makes room for @most floors and points together. Memory, with n for that: (16 + 4 n_dims) n
 * bytes, and in two dimensions 4.3 n more. */
void parley_lists_init  (ParleyLists *self, guint n_dims, gsize most);
void parley_lists_clear (ParleyLists *self);

/* To be called when the sizes, the keys and the highest of them are set; keys change. Cost: O(n)
 * for each 12 bits of keys that are not dense. */
void parley_lists_prepare (ParleyLists *self);

/**
 * parley_lists_count:
 * @of_floors: (array length=n_floors) (out caller-allocates): how many points reach each floor
 * @of_points: (array length=n_points) (out caller-allocates) (nullable): how many floors each
 * point reaches
 *
 * Cost with n floors and n points: O(n) in one dimension: they are counted by key, and these
 * added up. O(n log n) in two, see rank_tree.h: in the order of the first dimension a tree keeps
 * the keys of the second. More: dominance.h.
 */
void parley_lists_count (ParleyLists *self, guint64 *of_floors, guint64 *of_points);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ParleyLists, parley_lists_clear)

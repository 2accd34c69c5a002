/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/lists.h"

#include <string.h>

#include "space/dominance.h"
#include "space/radix.h"

/* Keys are dense when a table with a cell for each, of this many bytes for each entry, has room
 * where items are sorted. */
#define TABLE_BYTES 16

/* Entries ahead whose place in the tree is fetched: as long as memory takes. */
#define AHEAD 12

void
parley_lists_init (ParleyLists *self, guint n_dims, gsize most)
{
  self->n_dims = n_dims;
  self->most = most;
  self->keys = g_new (guint32 *, MAX (1, n_dims));
  for (guint d = 0; d < n_dims; d++)
    self->keys[d] = g_new (guint32, MAX (1, most));
  self->highest = g_new0 (guint32, MAX (1, n_dims));
  if (n_dims == 2)
    parley_rank_tree_init (&self->tree, most + 1);
}

void
parley_lists_clear (ParleyLists *self)
{
  for (guint d = 0; d < self->n_dims; d++)
    g_free (self->keys[d]);
  g_clear_pointer (&self->keys, g_free);
  g_clear_pointer (&self->highest, g_free);
  g_clear_pointer (&self->items, g_free);
  parley_rank_tree_clear (&self->tree);
}

static gsize
n_entries (const ParleyLists *self)
{
  return self->n_floors + self->n_points;
}

/* Entries in the order of their keys, floors first among equal ones. */
static guint64 *
sort (ParleyLists *self, guint dim)
{
  gsize n = n_entries (self);

  for (gsize i = 0; i < n; i++)
    self->items[i] = PARLEY_RADIX_ITEM (self->keys[dim][i], i);
  return parley_radix_sort (self->items, self->items + n, n, g_bit_storage (self->highest[dim]));
}

/* Replaces keys by how many different ones of floors are not above them. */
static void
rank_by_sorting (ParleyLists *self, guint dim)
{
  const guint64 *sorted = sort (self, dim);
  guint64 last = G_MAXUINT64; /* floor */
  guint32 rank = 0;

  for (gsize i = 0; i < n_entries (self); i++)
    {
      guint32 entry = PARLEY_RADIX_ENTRY (sorted[i]);
      guint32 key = self->keys[dim][entry];

      if (entry < self->n_floors && key != last)
        {
          rank++;
          last = key;
        }
      self->keys[dim][entry] = rank;
    }
  self->highest[dim] = rank;
}

/* The same of dense keys. */
static void
rank_by_table (ParleyLists *self, guint dim)
{
  guint32 *table = (guint32 *) self->items;
  guint32 *keys = self->keys[dim];
  guint32 rank = 0;

  memset (table, 0, ((gsize) self->highest[dim] + 1) * sizeof *table);
  for (gsize i = 0; i < self->n_floors; i++)
    table[keys[i]] = 1;
  for (gsize key = 0; key <= self->highest[dim]; key++)
    table[key] = rank += table[key];
  for (gsize i = 0; i < n_entries (self); i++)
    keys[i] = table[keys[i]];
  self->highest[dim] = rank;
}

static gboolean
is_dense (const ParleyLists *self, guint dim)
{
  return self->highest[dim] < TABLE_BYTES / sizeof (guint32) * n_entries (self);
}

/* For going through both lists in the order of the first of two dimensions. */
static void
sort_by_first (ParleyLists *self)
{
  guint64 *sorted = sort (self, 0);

  for (gsize i = 0; i < n_entries (self); i++)
    {
      guint32 entry = PARLEY_RADIX_ENTRY (sorted[i]);

      sorted[i] = PARLEY_RADIX_ITEM (self->keys[1][entry], entry);
    }
  self->sorted = sorted;
}

/* Room that is in use while one or two dimensions are counted stays. */
static void
make_room (ParleyLists *self)
{
  if (self->items == NULL)
    self->items = g_new (guint64, MAX (1, 2 * self->most));
}

void
parley_lists_prepare (ParleyLists *self)
{
  make_room (self);
  for (guint d = 0; d < self->n_dims; d++)
    if (!is_dense (self, d))
      rank_by_sorting (self, d);
    else if (self->n_dims > 2 || d == 1)
      rank_by_table (self, d);
  if (self->n_dims == 2)
    sort_by_first (self);
  if (self->n_dims > 2)
    g_clear_pointer (&self->items, g_free);
}

/* How often each of @n keys occurs. */
static guint32 *
count_keys (const ParleyLists *self, const guint32 *keys, gsize n)
{
  guint32 *table = (guint32 *) self->items;

  memset (table, 0, ((gsize) self->highest[0] + 1) * sizeof *table);
  for (gsize i = 0; i < n; i++)
    table[keys[i]]++;
  return table;
}

/* In one dimension: how many points have the key of each floor or one above it. */
static void
count_above (const ParleyLists *self, guint64 *of_floors)
{
  guint32 *table = count_keys (self, self->keys[0] + self->n_floors, self->n_points);

  for (gsize key = self->highest[0]; key-- > 0;)
    table[key] += table[key + 1];
  for (gsize i = 0; i < self->n_floors; i++)
    of_floors[i] = table[self->keys[0][i]];
}

/* How many floors have the key of each point or one below it. */
static void
count_below (const ParleyLists *self, guint64 *of_points)
{
  const guint32 *points = self->keys[0] + self->n_floors;
  guint32 *table = count_keys (self, self->keys[0], self->n_floors);

  for (gsize key = 1; key <= self->highest[0]; key++)
    table[key] += table[key - 1];
  for (gsize i = 0; i < self->n_points; i++)
    of_points[i] = table[points[i]];
}

/* From the highest of the first dimension down: the points so far, by the second. */
static void
sweep_down (ParleyLists *self, guint64 *counts)
{
  gsize n = n_entries (self);

  parley_rank_tree_reset_for (&self->tree, (gsize) self->highest[1] + 1, self->n_points,
                              self->n_floors);
  for (gsize i = n; i-- > 0;)
    {
      guint32 entry = PARLEY_RADIX_ENTRY (self->sorted[i]);
      guint32 rank = PARLEY_RADIX_KEY (self->sorted[i]);

      if (i >= AHEAD)
        parley_rank_tree_fetch (&self->tree, PARLEY_RADIX_KEY (self->sorted[i - AHEAD]));
      if (entry < self->n_floors)
        counts[entry] = parley_rank_tree_reaching (&self->tree, rank);
      else
        parley_rank_tree_add (&self->tree, rank);
    }
}

/* From the lowest up: the floors so far, the lowest first. */
static void
sweep_up (ParleyLists *self, guint64 *counts)
{
  gsize n = n_entries (self);
  guint32 highest = self->highest[1];

  parley_rank_tree_reset_for (&self->tree, (gsize) highest + 1, self->n_floors, self->n_points);
  for (gsize i = 0; i < n; i++)
    {
      guint32 entry = PARLEY_RADIX_ENTRY (self->sorted[i]);
      guint32 rank = highest - PARLEY_RADIX_KEY (self->sorted[i]);

      if (i + AHEAD < n)
        parley_rank_tree_fetch (&self->tree, highest - PARLEY_RADIX_KEY (self->sorted[i + AHEAD]));
      if (entry < self->n_floors)
        parley_rank_tree_add (&self->tree, rank);
      else
        counts[entry - self->n_floors] = parley_rank_tree_reaching (&self->tree, rank);
    }
}

static void
count_dominance (const ParleyLists *self, guint64 *of_floors, guint64 *of_points)
{
  g_autofree const guint32 **points = g_new (const guint32 *, MAX (1, self->n_dims));

  for (guint d = 0; d < self->n_dims; d++)
    points[d] = self->keys[d] + self->n_floors;
  parley_dominance_count (points, self->n_points, (const guint32 *const *) self->keys,
                          self->n_floors, self->n_dims, of_floors, of_points);
}

void
parley_lists_count (ParleyLists *self, guint64 *of_floors, guint64 *of_points)
{
  if (self->n_dims == 1)
    {
      count_above (self, of_floors);
      if (of_points != NULL)
        count_below (self, of_points);
    }
  else if (self->n_dims == 2)
    {
      sweep_down (self, of_floors);
      if (of_points != NULL)
        sweep_up (self, of_points);
    }
  else
    count_dominance (self, of_floors, of_points);
}

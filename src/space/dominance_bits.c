/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/dominance_bits.h"

#include <string.h>

#define N_WORDS PARLEY_BIT_WORDS

/* More would overflow the bytes in which count_set () sums up. */
G_STATIC_ASSERT (N_WORDS <= 31);

static void
set_bit (guint64 *words, gsize bit)
{
  words[bit / 64] |= (guint64) 1 << bit % 64;
}

static void
clear_bit (guint64 *words, gsize bit)
{
  words[bit / 64] &= ~((guint64) 1 << bit % 64);
}

/* A row is what is set in it and in all above. */
static void
fill_table (guint64 *table, const guint32 *ranks, gsize n)
{
  memset (table, 0, (n + 1) * N_WORDS * sizeof *table);
  for (gsize i = 0; i < n; i++)
    set_bit (table + (gsize) ranks[i] * N_WORDS, i);
  for (guint64 *word = table + n * N_WORDS; word-- > table;)
    *word |= word[N_WORDS];
}

/* Not every processor counts bits. This sums up by bytes, in all words at a time: a byte
 * gets 8 from each word at most. */
static guint
count_set (const guint64 *words)
{
  guint64 bytes = 0;

  for (guint w = 0; w < N_WORDS; w++)
    {
      guint64 word = words[w];

      word -= word >> 1 & 0x5555555555555555;
      word = (word & 0x3333333333333333) + (word >> 2 & 0x3333333333333333);
      bytes += (word + (word >> 4)) & 0x0f0f0f0f0f0f0f0f;
    }
  bytes = (bytes & 0x00ff00ff00ff00ff) + (bytes >> 8 & 0x00ff00ff00ff00ff);
  return (guint) (bytes * 0x0001000100010001 >> 48);
}

static void
intersect (guint64 *words, const guint64 *others)
{
  for (guint w = 0; w < N_WORDS; w++)
    words[w] &= others[w];
}

/* Sets @all to the points that reach floor @i; those in @by_order do in dimension 0. */
static void
find_reaching (const ParleyCloud *floors,
               gsize i,
               const guint64 *by_order,
               const guint64 *tables,
               gsize table_size,
               guint64 *all)
{
  memcpy (all, by_order, N_WORDS * sizeof *all);
  for (guint d = 1; d < floors->n_dims; d++)
    intersect (all, tables + (d - 1) * table_size + (gsize) floors->ranks[d][i] * N_WORDS);
}

void
parley_dominance_count_bits (const ParleyCloud *points,
                             const ParleyCloud *floors,
                             guint64           *tables,
                             guint64           *of_floors,
                             guint64           *of_points)
{
  gsize table_size = (points->n + 1) * N_WORDS;
  guint64 by_order[N_WORDS] = { 0 }; /* the points that reach the floor by dimension 0 */
  gsize n_below = 0;
  ParleyBitCounts back;

  for (guint d = 1; d < points->n_dims; d++)
    fill_table (tables + (d - 1) * table_size, points->ranks[d], points->n);
  for (gsize i = 0; i < points->n; i++)
    set_bit (by_order, i);
  parley_bit_counts_init (&back);

  for (gsize i = 0; i < floors->n; i++)
    {
      guint64 all[N_WORDS];

      while (n_below < points->n && points->ranks[0][n_below] < floors->ranks[0][i])
        clear_bit (by_order, n_below++);
      find_reaching (floors, i, by_order, tables, table_size, all);
      of_floors[floors->entries[i]] += count_set (all);
      if (of_points != NULL)
        parley_bit_counts_add (&back, all);
    }
  for (gsize i = 0; of_points != NULL && i < points->n; i++)
    of_points[points->entries[i]] += parley_bit_counts_of (&back, i);
}
